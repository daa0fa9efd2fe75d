use yew::{Html, html};

use super::{
    Context,
    element::dot,
    picture::{caption, small},
    text::{marked, text},
};
use crate::article::{Link, Media, MediaKind};

/// Where there is more to read: each link with the host that it leads to.
pub(super) fn links(context: &Context, links: &[Link]) -> Html {
    let links = links.iter().enumerate().map(|(at, link)| {
        let host = host(&link.url);
        let name = link.text.as_deref().unwrap_or(host);
        html! {
            <li key={at}>
                { outward(&link.url, marked(context, name)) }
                if link.text.is_some() {
                    <span class="host">{ dot() }{ text(context, host) }</span>
                }
            </li>
        }
    });
    html! { <ul class="links" aria-label={context.words.strings.links_of()}>{ for links }</ul> }
}

/// Something to watch, hear or read elsewhere: a link with a small picture, never a player,
/// so that nobody else's program runs in the page.
pub(super) fn media(context: &Context, media: &Media) -> Html {
    let strings = context.words.strings;
    let kind = match media.kind {
        Some(MediaKind::Video) => strings.media_video(),
        Some(MediaKind::Audio) => strings.media_audio(),
        Some(MediaKind::Image) => strings.media_image(),
        Some(MediaKind::Map) => strings.media_map(),
        Some(MediaKind::Document) => strings.media_document(),
        Some(MediaKind::Post) => strings.media_post(),
        Some(MediaKind::Page) | None => strings.media_page(),
    };
    let label = format!("{kind} · {}", host(&media.url));
    let picture = |src| small(src, "", None);
    let inside = html! {
        <>
            { media.thumbnail.as_deref().map(picture).unwrap_or_default() }
            { text(context, &label) }
        </>
    };
    html! {
        <figure class="media">
            { outward(&media.url, inside) }
            { caption(context, media.caption.as_deref(), media.credit.as_deref()) }
        </figure>
    }
}

/// A link that leads out of the page's own site.
pub(super) fn outward(url: &str, inside: Html) -> Html {
    html! { <a href={url.to_owned()} rel="external noopener">{ inside }</a> }
}

/// The host that an address leads to, without `www.`; of a `mailto:` the address.
pub(super) fn host(url: &str) -> &str {
    let rest = url.split_once(':').map_or(url, |(_, rest)| rest);
    let rest = rest.trim_start_matches('/');
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn an_address_says_whose_it_is() {
        assert_eq!(host("https://www.example.org/a?b#c"), "example.org");
        assert_eq!(host("http://example.org"), "example.org");
        assert_eq!(
            host("mailto:desk@example.org?subject=x"),
            "desk@example.org"
        );
    }
}
