use yew::{Html, html};

use super::{
    Context,
    element::{only, span},
    text::{marked, text},
};
use crate::article::{Article, Code, Country, Person};

/// “Antony Blinken, US Secretary of State”, and the country where that does not say it, nor
/// is it among those that are `named` beside it.
pub(super) fn speaker(context: &Context, at: Option<usize>, named: &[usize]) -> Html {
    let Context { state, words, .. } = context;
    let article = &state.article;
    let Some(person) = at.and_then(|at| article.people.get(at)) else {
        return span("name", text(context, words.strings.unattributed()));
    };
    let mut office = String::new();
    if let Some(role) = &person.role {
        office = format!("{} {role}", words.strings.comma());
    }
    let elsewhere = person.country.filter(|at| !named.contains(at));
    if let Some(country) = elsewhere.filter(|at| !names_country(context, article, person, *at)) {
        let name = words.country(article, country);
        office = super::fill(words.strings.remark(), &[&office, &name]);
    }
    html! {
        <>
            { span("name", marked(context, &person.name)) }
            { only(!office.is_empty(), || span("role", marked(context, &office))) }
        </>
    }
}

/// Whether a person's name or office names their country: “US Secretary of State”, “Iran’s
/// government”.
fn names_country(context: &Context, article: &Article, person: &Person, country: usize) -> bool {
    let Some(of) = article.countries.get(country) else {
        return true;
    };
    let said = format!(
        "{} {}",
        person.name,
        person.role.as_deref().unwrap_or_default()
    );
    let Country {
        code, also, short, ..
    } = of;
    let name = context.words.country(article, country);
    let names = also.iter().chain(short).map(|name| &**name);
    names
        .chain([&*name])
        .chain(code.as_ref().map(Code::as_str))
        .any(|name| holds_word(&said, name))
}

/// Whether a text holds these words as words: “US”, but not in “USSR”.
fn holds_word(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    !words.is_empty()
        && text.match_indices(words).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text
                .get(at + words.len()..)
                .and_then(|after| after.chars().next());
            !is_letter(before) && !is_letter(after)
        })
}

#[cfg(test)]
mod tests {
    use super::holds_word;

    #[test]
    fn a_country_is_named_by_whole_words() {
        assert!(holds_word("Antony Blinken US Secretary of State", "US"));
        assert!(holds_word("Iran’s government", "Iran"));
        assert!(!holds_word("Leader of the USSR", "US"));
        assert!(!holds_word("President of Nigeria", "Niger"));
        assert!(!holds_word("", "US") && !holds_word("US", ""));
    }
}
