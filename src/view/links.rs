use yew::{Html, html};

use super::{
    Context,
    element::{dot, only},
    picture::{figure, small},
    text::{marked, text},
};
use crate::article::{Link, Media, MediaKind};

/// Where there is more to read: each link with the host that it leads to.
pub(super) fn links(context: &Context, links: &[Link]) -> Html {
    let links = links.iter().map(|link| {
        let host = host(&link.url);
        let name = link.text.as_deref().unwrap_or(host);
        html! {
            <li>
                { outward(&link.url, None, marked(context, name)) }
                { only(link.text.is_some(), || html! { <>{ dot() }{ text(context, host) }</> }) }
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
    let label = [kind, host(&media.url)].join(" · ");
    let picture = |src| small(src, "", None);
    let inside = html! {
        <>
            { media.thumbnail.as_deref().map(picture).unwrap_or_default() }
            { text(context, &label) }
        </>
    };
    let link = outward(&media.url, None, inside);
    let (caption, credit) = (media.caption.as_deref(), media.credit.as_deref());
    figure(context, Some("media"), link, caption, credit)
}

/// A link that leads out of the page's own site; `label` is what it is called where what is
/// inside does not say it.
pub(super) fn outward(url: &str, label: Option<String>, inside: Html) -> Html {
    html! {
        <a href={url.to_owned()} rel="external noopener" aria-label={label}>{ inside }</a>
    }
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
