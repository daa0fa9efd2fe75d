use yew::{Html, html};

use super::{
    Context,
    axis::Axis,
    cards::{chosen_cards, other_cards},
    corrections::corrections,
    direction, fill,
    find::find,
    list::list,
    part::Part,
    status::status,
};

/// The whole widget.
pub fn root(context: &Context) -> Html {
    let article = &context.state.article;
    let language = article.language.clone();
    let (wide, chosen) = (context.state.wide, !context.state.countries.is_empty());
    let part = |draw: fn(&Context) -> Html| html! { <Part context={context.clone()} {draw} /> };
    html! {
        <div class="dateline" lang={language.clone()} dir={direction(&language)}>
            {head(context)}
            if !context.plain {
                {part(find)}
            }
            // On a phone a chosen country's card opens right under its button.
            if chosen && !wide {
                {part(chosen_cards)}
            }
            if !context.plain {
                <Axis context={context.clone()} />
            }
            <div class="body">
                {part(list)}
                <div>
                    if chosen && wide {
                        {part(chosen_cards)}
                    }
                    {part(other_cards)}
                </div>
            </div>
            {corrections(context)}
            if !context.plain {
                {status(context)}
            }
        </div>
    }
}

/// The headline, the summary, and where and when the report appeared.
fn head(context: &Context) -> Html {
    let (article, words) = (&context.state.article, &context.words);
    let published = article
        .published
        .as_ref()
        .map(|date| fill(words.strings.published, &[&words.date(date)]));
    html! {
        <header class="head">
            <h2 class="headline">{&*article.headline}</h2>
            if let Some(summary) = &article.summary {
                <p class="summary">{&**summary}</p>
            }
            <p class="imprint">
                if let Some(place) = &article.dateline {
                    <span class="place">{&**place}</span>
                }
                if let Some(published) = published {
                    <span>{published}</span>
                }
                if let Some(source) = &article.source {
                    <span>{publication(context, source)}</span>
                }
            </p>
        </header>
    }
}

fn publication(context: &Context, source: &crate::article::Publication) -> Html {
    let title = source.title.as_ref().unwrap_or(&source.name);
    let by = fill(context.words.strings.published_by, &[&source.name]);
    html! {
        <>
            {by}
            if let Some(url) = &source.url {
                {", "}<a href={url.clone()} rel="external noopener">{&**title}</a>
            } else if source.title.is_some() {
                {", "}{&**title}
            }
        </>
    }
}
