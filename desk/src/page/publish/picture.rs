//! The timeline as a picture, for social cards, newsletters and print.

use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    super::{files, keeper::said, scene::use_scene},
    PartProps,
    command::{ARTICLE, Asked, Said, complaints, keep, picture, png, told, use_runner},
};

/// Where the command writes it.
const OUT: &str = "picture.svg";
/// The sizes that are offered, width and height in px, with what each is for.
const SIZES: [([&str; 2], &str); 2] = [
    (["1200", "675"], "picture_wide"),
    (["1080", "1350"], "picture_tall"),
];

/// How it is to be.
#[derive(Debug, Clone, PartialEq)]
struct Options {
    /// Width and height in px, as they are typed.
    sides: [String; 2],
    /// Whether the editor types them.
    is_free: bool,
    is_dark: bool,
}

impl Options {
    fn size(&self) -> String {
        self.sides.join("x")
    }

    /// What tells its file from others.
    fn ending(&self, times: u8, ending: &str) -> String {
        let dark = if self.is_dark { "-dark" } else { "" };
        let times = if times > 1 { "@2x" } else { "" };
        format!("{}{dark}{times}.{ending}", self.size())
    }

    fn asked(&self) -> Asked {
        let size = self.size();
        let words = ["picture", ARTICLE, "--svg", OUT, "--size", &size];
        let dark = self.is_dark.then_some("--dark");
        Asked {
            words: words.into_iter().chain(dark).map(Into::into).collect(),
            takes: OUT,
            needs_widget: false,
        }
    }
}

/// What is done with it once it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Act {
    Show,
    Svg,
    /// With so many dots to a px.
    Png(u8),
}

/// Drawn by the command; what is shown is what is saved.
#[component]
pub fn Picture(props: &PartProps) -> Html {
    let scene = use_scene();
    let runner = use_runner();
    let options = use_state(|| Options {
        sides: SIZES[0].0.map(Into::into),
        is_free: false,
        is_dark: false,
    });
    let shown = use_state(|| None::<(String, [u16; 2])>);
    // A server may forbid pictures that the page has made itself.
    let is_forbidden = use_state(|| false);
    let onerror = {
        let is_forbidden = is_forbidden.clone();
        Callback::from(move |_: Event| is_forbidden.set(true))
    };
    let draw = {
        let (runner, scene, desk) = (runner.clone(), scene.clone(), props.desk.clone());
        let (options, shown) = ((*options).clone(), shown.clone());
        Callback::from(move |act: Act| {
            let (scene, shown, options) = (scene.clone(), shown.clone(), options.clone());
            let name = match act {
                Act::Png(times) => options.ending(times, "png"),
                _ => options.ending(1, "svg"),
            };
            let plain = files::file_name(&desk, "svg");
            let name = format!("{}-{name}", plain.trim_end_matches(".svg"));
            runner.run(&desk, &options.asked(), move |made| async move {
                let svg = String::from_utf8(made.taken.to_vec()).unwrap_or_default();
                let sides = options.sides.map(|side| side.trim().parse().unwrap_or(0));
                let [width, height] = sides;
                shown.set(Some((svg.clone(), sides)));
                let kept = match act {
                    Act::Show => {
                        let size = format!("{width} × {height}");
                        let sentence = scene.words.fill("picture_drawn", &[&size]);
                        return Said::Done(sentence, complaints(&made.said), String::new());
                    }
                    Act::Svg => keep(&name, &made.taken, "image/svg+xml"),
                    Act::Png(times) => png(&name, &svg, width, height, times),
                };
                match JsFuture::from(kept).await {
                    Ok(name) => {
                        let name = name.as_string().unwrap_or_default();
                        let sentence = scene.words.fill("saved_as", &[&name]);
                        Said::Done(sentence, complaints(&made.said), String::new())
                    }
                    Err(error) => {
                        Said::Failed(scene.words.fill("picture_undrawn", &[&said(&error)]))
                    }
                }
            });
        })
    };
    {
        let (draw, is_shown) = (draw.clone(), shown.is_some());
        // What is shown follows what is chosen.
        use_effect_with((*options).clone(), move |_| {
            if is_shown {
                draw.emit(Act::Show);
            }
        });
    }
    let choose = |change: fn(&mut Options, String)| {
        let options = options.clone();
        Callback::from(move |event: Event| {
            let value = event
                .target_dyn_into::<HtmlInputElement>()
                .map(|input| input.value());
            let mut next = (*options).clone();
            change(&mut next, value.unwrap_or_default());
            options.set(next);
        })
    };
    let radio = |name: &'static str,
                 value: String,
                 is_chosen: bool,
                 label: String,
                 onchange: Callback<Event>| {
        let id = format!("{name}-{value}");
        html! {
            <p class="choice">
                <input type="radio" id={id.clone()} {name} {value} checked={is_chosen} {onchange} />
                <label for={id}>{ label }</label>
            </p>
        }
    };
    let sized = choose(|options, value| match value.split_once('x') {
        Some((width, height)) => {
            options.sides = [width.into(), height.into()];
            options.is_free = false;
        }
        None => options.is_free = true,
    });
    let sizes = SIZES.map(|([width, height], what)| {
        let is_chosen = !options.is_free && options.sides == [width, height];
        let label = format!("{width} × {height} · {}", scene.say(what));
        radio(
            "size",
            format!("{width}x{height}"),
            is_chosen,
            label,
            sized.clone(),
        )
    });
    let side = |id: &'static str, at: usize, change: fn(&mut Options, String)| {
        let value = options.sides.get(at).cloned();
        html! {
            <p class="side">
                <label for={format!("picture-{id}")}>{ scene.say(id) }</label>
                <input id={format!("picture-{id}")} class="input" type="number" dir="ltr" min="320" max="4096" step="1" {value} onchange={choose(change)} />
            </p>
        }
    };
    let dark = choose(|options, value| options.is_dark = value == "dark");
    let button = |id: &'static str, act: Act, label: &'static str| {
        let onclick = draw.reform(move |_: MouseEvent| act);
        html! {
            <button type="button" class="plain" {id} disabled={props.is_held} {onclick}>{ label }</button>
        }
    };
    let headline = props.desk.work.article.get("headline");
    let alt = scene
        .words
        .fill("picture_alt", &[headline.as_text().unwrap_or_default()]);
    html! {
        <section>
            <h3>{ scene.say("picture") }</h3>
            <p>{ scene.say("picture_what") }</p>
            <div class="choices">
                <fieldset>
                    <legend>{ scene.say("picture_size") }</legend>
                    { for sizes }
                    { radio("size", "free".into(), options.is_free, scene.say("picture_free").into(), sized.clone()) }
                    if options.is_free {
                        <div class="sides">
                            { side("width", 0, |options, value| options.sides[0] = value) }
                            { side("height", 1, |options, value| options.sides[1] = value) }
                        </div>
                    }
                </fieldset>
                <fieldset>
                    <legend>{ scene.say("picture_paper") }</legend>
                    { radio("paper", "light".into(), !options.is_dark, scene.say("picture_light").into(), dark.clone()) }
                    { radio("paper", "dark".into(), options.is_dark, scene.say("picture_dark").into(), dark) }
                </fieldset>
            </div>
            <p class="acts">
                { button("picture-show", Act::Show, scene.say("picture_show")) }
                { button("picture-svg", Act::Svg, "SVG") }
                { button("picture-png", Act::Png(1), "PNG") }
                { button("picture-png2", Act::Png(2), scene.say("picture_double")) }
            </p>
            { told(&scene, &runner.said) }
            if *is_forbidden {
                if !matches!(*runner.said, Said::Failed(_)) {
                    <p class="told" role="status">{ scene.words.fill("picture_undrawn", &[""]) }</p>
                }
            } else if let Some((svg, [width, height])) = &*shown {
                <img class="picture" src={picture(svg)} width={width.to_string()} height={height.to_string()} {alt} {onerror} />
            }
        </section>
    }
}
