use yew::{Html, Properties, component, html};

use super::{
    Context, Reading,
    axis::Axis,
    cards::{Cards, Which},
    corrections::corrections,
    direction, fill,
    find::Find,
    list::List,
    status::status,
};

/// What the whole widget is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// State, words, and the way back.
    pub context: Context,
}

/// The whole widget.
#[component]
pub fn Root(props: &Props) -> Html {
    let context = &props.context;
    let article = &context.state.article;
    let language = article.language.clone();
    let reading = Reading {
        context: context.clone(),
    };
    html! {
        <div class="dateline" lang={language.clone()} dir={direction(&language)}>
            {head(context)}
            if !context.plain {
                <Find context={context.clone()} />
            }
            // On a phone a chosen country's card opens right under its button.
            if !context.state.wide && !context.state.countries.is_empty() {
                <Cards reading={reading.clone()} which={Which::Chosen} />
            }
            if !context.plain {
                <Axis context={context.clone()} />
            }
            <div class="body">
                <List context={context.clone()} />
                <Cards {reading}
                    which={if context.state.wide { Which::All } else { Which::Others }} />
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
