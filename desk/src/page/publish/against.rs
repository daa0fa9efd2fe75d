//! A last look, before something is published.

use yew::prelude::*;

use super::{
    super::scene::use_scene,
    PartProps,
    command::{ARTICLE, Asked, Said, TEXT, is_praise, told, use_runner},
};

/// Holds the article against its text, as `dateline check --text` does.
#[component]
pub fn Against(props: &PartProps) -> Html {
    let scene = use_scene();
    let runner = use_runner();
    let onclick = {
        let (scene, runner, desk) = (scene.clone(), runner.clone(), props.desk.clone());
        Callback::from(move |_: MouseEvent| {
            let asked = Asked {
                words: ["check", ARTICLE, "--text", TEXT].map(Into::into).into(),
                ..Asked::default()
            };
            let scene = scene.clone();
            runner.run(&desk, &asked, move |made| async move {
                let is_right = made.told.lines().any(is_praise);
                let (sentence, found) = match is_right {
                    true => (scene.say("against_nothing"), String::new()),
                    false => ("", made.told),
                };
                Said::Done(sentence.to_owned(), found, String::new())
            });
        })
    };
    if props.desk.work.text.trim().is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ scene.say("against") }</h3>
            <p>{ scene.say("against_what") }</p>
            <p class="acts"><button type="button" class="plain" id="publish-check" {onclick}>{ scene.say("against_check") }</button></p>
            { told(&scene, &runner.said) }
        </section>
    }
}
