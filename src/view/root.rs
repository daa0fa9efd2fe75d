use yew::Html;

use super::{
    Context,
    axis::axis,
    cards::{chosen_cards, other_cards},
    corrections::corrections,
    direction, fill,
    find::find,
    list::list,
    notes::notes,
    piece::Shows,
    status::status,
    tree::Tree,
};
use crate::article::Publication;

/// The whole widget.
pub fn root(context: &Context) -> Html {
    let mut tree = Tree::default();
    let language = &*context.state.article.language;
    let (wide, chosen) = (context.state.wide, !context.state.countries.is_empty());
    let part = |tree: &mut Tree, key, draw| {
        tree.put(Shows::Part(context.clone(), draw).keyed(key));
    };
    tree.open("div.dateline part=timeline lang={} dir={}")
        .with(language)
        .fixed(direction(language));
    head(&mut tree, context);
    if !context.is_plain() {
        part(&mut tree, "find", find);
        // On a phone a chosen country's card opens right under its button.
        if chosen && !wide {
            part(&mut tree, "chosen", chosen_cards);
        }
        axis(&mut tree, context);
    }
    tree.open("div.body #body");
    part(&mut tree, "list", list);
    tree.open("div #cards");
    if chosen && wide {
        part(&mut tree, "chosen", chosen_cards);
    }
    part(&mut tree, "others", other_cards);
    // Among the rest, where readers' views of a page take it for the article's.
    notes(&mut tree, context);
    tree.close();
    tree.close();
    corrections(&mut tree, context);
    if !context.is_plain() {
        status(&mut tree, context);
    }
    tree.close();
    tree.finish()
}

/// The headline, the summary, and where and when the report appeared.
fn head(tree: &mut Tree, context: &Context) {
    let (article, words) = (&context.state.article, &context.words);
    tree.open("header.head #head");
    tree.open("h2.headline").line(&article.headline);
    if let Some(summary) = &article.summary {
        tree.open("p.summary").line(summary);
    }
    tree.open("p.imprint");
    if let Some(place) = &article.dateline {
        tree.open("span.place").line(place);
    }
    if let Some(date) = &article.published {
        let published = fill(words.strings.published(), &[&words.date(date)]);
        tree.open("span").line(&published);
    }
    if let Some(source) = &article.source {
        publication(tree, context, source);
    }
    tree.close();
    tree.close();
}

fn publication(tree: &mut Tree, context: &Context, source: &Publication) {
    let title = source.title.as_ref().unwrap_or(&source.name);
    tree.open("span");
    tree.text(&fill(context.words.strings.published_by(), &[&source.name]));
    if let Some(url) = &source.url {
        tree.text(", ");
        tree.open("a href={} rel={}")
            .with(url)
            .fixed("external noopener")
            .line(title);
    } else if source.title.is_some() {
        tree.text(", ");
        tree.text(title);
    }
    tree.close();
}
