use yew::{Html, html};

use super::{
    Context,
    datetime::datetime,
    element::{dot, span},
    fill,
    text::text,
};
use crate::article::{Basis, When};

/// A date in words, machine-readable where HTML has a form for it, and in at most three
/// words how sure it is.
pub(super) fn time(context: &Context, when: &When) -> Html {
    let date = context.words.date(&when.date);
    html! {
        <>
            if let Some(datetime) = datetime(&when.date) {
                <time key={date.clone()} {datetime}>{ date }</time>
            } else {
                { text(context, &date) }
            }
            if let Some(remark) = remark(context, when) {
                <span key={remark} class="remark">
                    { span("dot", dot()) }
                    { remark }
                </span>
            }
        </>
    }
}

/// How a date is known, when the article does not state it: “worked out”.
pub(super) fn remark(context: &Context, when: &When) -> Option<&'static str> {
    match when.basis {
        Basis::Stated => None,
        Basis::Inferred { .. } => Some(context.words.strings.worked_out()),
        Basis::Editor { .. } => Some(context.words.strings.by_editor()),
    }
}

/// The article's own words for a date that it does not state, and from what that was worked
/// out: “The article says “Monday”; worked out from the publication date.”
pub(super) fn article_words(context: &Context, when: &When) -> Option<String> {
    let strings = context.words.strings;
    let from = match &when.basis {
        Basis::Stated => return None,
        Basis::Inferred { from } => from.as_ref().map(|from| (strings.worked_out_from(), from)),
        Basis::Editor { note } => note.as_ref().map(|note| (strings.by_editor_note(), note)),
    };
    // The sentence has its own full stop.
    let from = from.map(|(form, from)| fill(form, &[from.trim_end_matches('.')]));
    let says = when
        .text
        .as_ref()
        .map(|words| fill(strings.article_says(), &[words]));
    match (says, from) {
        (Some(says), Some(from)) => Some(fill(strings.says_and(), &[&says, &from])),
        (Some(says), None) => Some(fill(strings.says_alone(), &[&says])),
        (None, Some(from)) => Some(fill(strings.date_note(), &[&from])),
        (None, None) => None,
    }
}

/// On what a date rests, for its mark to show: nothing where the article states it.
pub(super) const fn basis(when: &When) -> Option<&'static str> {
    match when.basis {
        Basis::Stated => None,
        Basis::Inferred { .. } => Some("inferred"),
        Basis::Editor { .. } => Some("editor"),
    }
}
