//! `cargo xtask serve`: the demonstration page, on this machine only.

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use crate::{page, run};

/// The port that is tried first.
const PORT: u16 = 8080;

/// Installs what is missing, then serves until Ctrl-C. Words: `--port N`,
/// and any other is handed to `trunk serve`.
///
/// # Errors
/// A sentence when a tool is missing, no port is free, or Trunk fails.
pub fn serve(words: Vec<&str>) -> Result<(), String> {
    let mut words = words.into_iter();
    let mut asked = None;
    let mut rest = Vec::new();
    while let Some(word) = words.next() {
        if word == "--port" {
            let number = words.next().and_then(|word| word.parse().ok());
            asked = Some(number.ok_or("--port wants a number, such as --port 8080.")?);
        } else {
            rest.push(word);
        }
    }
    let port = asked.map_or_else(free_port, Ok)?;
    page::prepare()?;

    println!("Building the page; it will be at http://127.0.0.1:{port}/ (Ctrl-C ends it).");
    announce(port);
    let port = port.to_string();
    let mut trunk = page::trunk();
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port]);
    let status = run::show(trunk.args(rest))?;
    if run::stopping() {
        println!("Stopped.");
        return Ok(());
    }
    if status.success() {
        Ok(())
    } else {
        Err("Trunk stopped with the problem named above.".into())
    }
}

/// Says when the page can be opened: Trunk listens after its first build.
fn announce(port: u16) {
    std::thread::spawn(move || {
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::sleep(Duration::from_millis(200));
        }
        println!("\nDateline is at http://127.0.0.1:{port}/");
        println!("The editor's desk is at http://127.0.0.1:{port}/desk/\n");
    });
}

fn free_port() -> Result<u16, String> {
    let listener = (PORT..PORT + 20)
        .chain([0])
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
    let address = listener.and_then(|listener| listener.local_addr().ok());
    let address = address.ok_or("No port of 127.0.0.1 is free. Name one with --port.")?;
    Ok(address.port())
}
