use yew::{Html, html};

use super::{
    Context,
    element::{dot, only, summary},
    fill,
    text::{marked, text},
};
use crate::article::Image;

/// A picture that waits until it is near: square with `side`, in px, or as its style has it.
pub(super) fn small(src: &str, alt: &str, side: Option<&'static str>) -> Html {
    let class = side.map(|_| "portrait");
    let (src, alt) = (src.to_owned(), alt.to_owned());
    html! {
        <img {class} loading="lazy" decoding="async" {src} {alt} width={side} height={side} />
    }
}

/// A small picture of somebody beside their name; pressed, it is shown as large as it is, with
/// who made it.
pub(super) fn portrait(context: &Context, image: &Image, name: &str) -> Html {
    let paper = context.is_paper();
    let face = small(&image.src, if paper { "" } else { name }, Some("32"));
    if paper {
        return face;
    }
    html! {
        <details class="portrait-of">
            { summary(face) }
            { picture(context, image) }
        </details>
    }
}

/// A picture with its caption and who made it.
pub(super) fn picture(context: &Context, image: &Image) -> Html {
    let (width, height) = image.size.unzip();
    let by = context.words.strings.picture_by();
    let credit = image.credit.as_ref().map(|credit| fill(by, &[credit]));
    // On paper it has to be there at once.
    let loading = (!context.is_paper() || context.is_plain()).then_some("lazy");
    let shown = html! {
        // That it may wait has to stand there before what it is to fetch.
        <img
            {loading}
            decoding="async"
            src={image.src.to_string()}
            alt={image.alt.to_string()}
            width={width.map(|px| px.to_string())}
            height={height.map(|px| px.to_string())}
        />
    };
    figure(
        context,
        None,
        shown,
        image.caption.as_deref(),
        credit.as_deref(),
    )
}

/// Something to look at, with what it shows and who made it.
pub(super) fn figure(
    context: &Context,
    class: Option<&'static str>,
    shown: Html,
    caption: Option<&str>,
    credit: Option<&str>,
) -> Html {
    html! { <figure {class}>{ shown }{ self::caption(context, caption, credit) }</figure> }
}

/// What a picture shows, and who made it; nothing where neither is known.
fn caption(context: &Context, caption: Option<&str>, credit: Option<&str>) -> Html {
    if caption.or(credit).is_none() {
        return html! {};
    }
    let made = |credit| {
        html! {
            <span class="credit">
                { only(caption.is_some(), dot) }
                { text(context, credit) }
            </span>
        }
    };
    html! {
        <figcaption>
            { caption.map(|caption| marked(context, caption)).unwrap_or_default() }
            { credit.map(made).unwrap_or_default() }
        </figcaption>
    }
}
