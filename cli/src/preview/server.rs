//! A server on this machine: what was made, and what lies beside the article.

use std::{
    fs, io,
    path::{Component, Path},
    time::SystemTime,
};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Request, Response, Server};

use super::Preview;
use crate::build::Assets;

/// The port that is tried first, and how many after it.
const PORT: u16 = 8080;
const PORTS: u16 = 20;

/// The types that browsers insist on.
const TYPES: [(&str, &str); 10] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webp", "image/webp"),
];

/// Serves until the process is ended.
///
/// # Errors
/// A sentence where no port can be had.
pub fn serve(preview: &Preview, assets: &Assets) -> Result<(), String> {
    let (server, port) = listening(preview.port)?;
    println!("The preview is at http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    let fixed = Preview::fixed(assets);
    let (mut seen, mut made) = (stamps(preview), preview.made(assets));
    for request in server.incoming_requests() {
        // The page asks for it all the time; so nobody else has to watch the files.
        if request.url() == "/state.json" {
            let now = stamps(preview);
            if now != seen {
                (seen, made) = (now, preview.made(assets));
            }
        }
        let found = is_ours(&request, port)
            .then(|| path(request.url()))
            .flatten()
            .and_then(|path| {
                let bytes = [&made, &fixed]
                    .into_iter()
                    .find_map(|all| all.get(&path).cloned());
                let bytes = bytes.or_else(|| fs::read(preview.beside().join(&path)).ok())?;
                Some((path, bytes))
            });
        let response = match found {
            Some((path, bytes)) => with(Response::from_data(bytes), "Content-Type", kind(&path)),
            None => Response::from_data("There is no such file.").with_status_code(404),
        };
        // Who has gone needs no answer.
        let _ = request.respond(with(response, "Cache-Control", "no-store"));
    }
    Ok(())
}

/// A server on the port that is wanted, or the first that is free.
fn listening(wanted: Option<u16>) -> Result<(Server, u16), String> {
    let ports = match wanted {
        Some(port) => port..=port,
        None => PORT..=PORT + PORTS,
    };
    let server = ports
        .clone()
        .find_map(|port| Server::http(("127.0.0.1", port)).ok());
    let port = server
        .as_ref()
        .and_then(|server| Some(server.server_addr().to_ip()?.port()));
    server.zip(port).ok_or_else(|| {
        let (first, last) = (ports.start(), ports.end());
        format!("No port of 127.0.0.1 from {first} to {last} is free. Name one with --port.")
    })
}

/// When the files were changed last, and how long they are.
fn stamps(preview: &Preview) -> Vec<Option<(SystemTime, u64)>> {
    let stamp = |path: &Path| {
        let data = fs::metadata(path).ok()?;
        Some((data.modified().ok()?, data.len()))
    };
    preview.inputs().map(stamp).collect()
}

/// Whether somebody asks for this server by its name, and no page of another that has had
/// its own name lead here.
fn is_ours(request: &Request, port: u16) -> bool {
    let host = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Host"));
    let host = host.map_or("", |header| header.value.as_str());
    [format!("127.0.0.1:{port}"), format!("localhost:{port}")]
        .iter()
        .any(|own| own == host)
}

/// The path that an address names, below the folder that is served; none for one that leads
/// out of it, or to a hidden file.
fn path(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let is_within = Path::new(&*path).components().all(
        |part| matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.')),
    );
    let path = if path.is_empty() { "index.html" } else { &path };
    is_within.then(|| path.to_owned())
}

fn kind(path: &str) -> &'static str {
    let ending = Path::new(path).extension().unwrap_or_default();
    let kind = TYPES.iter().find(|(name, _)| *name == ending);
    kind.map_or("application/octet-stream", |(_, kind)| *kind)
}

type Bytes = Response<io::Cursor<Vec<u8>>>;

/// An answer with a header.
fn with(response: Bytes, name: &str, value: &str) -> Bytes {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_of_the_folder_is_served() {
        for (url, found) in [
            ("/", Some("index.html")),
            ("/page.html?a#b", Some("page.html")),
            ("/a/b%20c.png", Some("a/b c.png")),
            ("/../a", None),
            ("/%2e%2e/a", None),
            ("/a/..%2f..%2fb", None),
            ("/.git/config", None),
            ("//etc/passwd", Some("etc/passwd")),
            ("/%ff", None),
        ] {
            assert_eq!(path(url).as_deref(), found, "{url}");
        }
    }
}
