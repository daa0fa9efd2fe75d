use std::rc::Rc;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::{CodePointMapData, props::GeneralCategory, props::GeneralCategoryGroup};
use yew::{Html, LocalServerRenderer, Properties, component};

use super::intl::Icu;
use dateline::{
    article::Article,
    explore::State,
    view::{Context, Widths, Words, file, root},
};

/// Folds a text for search as the browser does: compatibility decomposition without
/// its marks, in lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    let category = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |c: &char| GeneralCategoryGroup::Mark.contains(category.get(*c));
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize_iter(text.chars())
        .filter(|c| !is_mark(c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The canonical decomposition of a text, as [`dateline::article::passage`] asks for it.
#[must_use]
pub fn nfd(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize(text)
        .into_owned()
}

/// What the widget's views are given when they are rendered natively.
#[must_use]
pub fn context(article: Rc<Article>, name: &str, plain: bool) -> Context {
    Context {
        act: yew::Callback::noop(),
        words: Rc::new(Words::new(&article, file(&article.language), Icu::boxed)),
        notes: Rc::default(),
        value: |_| String::new(),
        flags: Rc::default(),
        widths: Widths::estimated(article.clone()),
        state: Rc::new(State::new(article, fold)),
        name: name.into(),
        plain,
    }
}

/// What a [`Sheet`] is given.
#[derive(PartialEq, Properties)]
struct SheetProps {
    context: Context,
}

/// The widget on paper: the server renderer wants a component.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    root(&props.context)
}

/// The HTML of the whole widget for `context`, as the server renderer gives it.
#[must_use]
pub fn rendered(context: Context) -> String {
    let renderer = LocalServerRenderer::<Sheet>::with_props(SheetProps { context });
    pollster::block_on(renderer.hydratable(false).render())
}

/// `article` as plain HTML: list, cards, quotations and sources in a form that needs
/// neither script nor style. It goes inside the element, where readers without
/// JavaScript, feeds and printers find it. `name` is the widget's name in the address.
#[must_use]
pub fn plain(article: Rc<Article>, name: &str) -> String {
    rendered(context(article, name, true))
}
