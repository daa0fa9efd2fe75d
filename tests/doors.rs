//! Both doors give the same article and the same problems: JSON text natively, a
//! JavaScript value in the browser. Natively the snapshots are made and reviewed (with
//! insta); the browser's run of this same file must meet the same snapshots.
#![allow(missing_docs, clippy::expect_used)]

use dateline::article::{Mistake, Problem, Reading, Severity, Value, read};

#[cfg(target_os = "unknown")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A test of each fixture, under its name, on both sides.
macro_rules! fixtures {
    ($($name:ident)*) => { $(
        #[cfg_attr(not(target_os = "unknown"), test)]
        #[cfg_attr(target_os = "unknown", wasm_bindgen_test::wasm_bindgen_test)]
        fn $name() {
            let got = told(door(include_str!(concat!("fixtures/", stringify!($name), ".json"))));
            #[cfg(not(target_os = "unknown"))]
            insta::assert_snapshot!(stringify!($name), got);
            #[cfg(target_os = "unknown")]
            assert_eq!(
                got.trim_end(),
                snapshot(include_str!(concat!("snapshots/doors__", stringify!($name), ".snap"))),
            );
        }
    )* };
}

fixtures! {
    addresses all_broken arabic basis both_titles cards control corrections dates deep fields full ids
    images keys language later_schema many_problems media minimal missing_events no_country no_events
    no_headline not_an_object older_schema references ukrainian weekdays
}

#[cfg(not(target_os = "unknown"))]
fn door(text: &str) -> Result<Value, Problem> {
    dateline::article::json::value(text).map_err(|fault| *fault.problem)
}

#[cfg(target_os = "unknown")]
fn door(text: &str) -> Result<Value, Problem> {
    let tree = js_sys::JSON::parse(text).expect("fixtures are JSON");
    dateline::article::turns::at_once(dateline::browser::value::value(&tree))
}

/// The problems a line each, then the whole article.
fn told(value: Result<Value, Problem>) -> String {
    let Reading { article, problems } = match value {
        Ok(value) => read(&value),
        Err(problem) => Reading {
            article: None,
            problems: vec![problem],
        },
    };
    let mut told = String::new();
    for problem in &problems {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let Problem { path, found, .. } = problem;
        let [kind, message, fix] = sentences(problem);
        told += &format!("{severity} {kind} at “{path}” found “{found}”\n  {message}\n  {fix}\n");
    }
    match article {
        Some(article) => told + &format!("{article:#?}"),
        None => told + "no article",
    }
}

/// What an editor reads of a problem: its kind, what is wrong, and how to mend it.
#[cfg(not(target_os = "unknown"))]
fn sentences(problem: &Problem) -> [String; 3] {
    [problem.kind().into(), problem.message(), problem.fix()]
}

/// In the browser the sentences are put together by the script that pages load.
#[cfg(target_os = "unknown")]
fn sentences(problem: &Problem) -> [String; 3] {
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

    #[wasm_bindgen(module = "/www/diagnostics.js")]
    extern "C" {
        fn told(file: &JsValue, problems: &JsValue) -> js_sys::Array;
    }
    let file = js_sys::JSON::parse(include_str!("../www/problems.json")).expect("it is JSON");
    let list = serde_wasm_bindgen::to_value(&[problem]).expect("plain data");
    let told = told(&file, &list).get(0);
    ["kind", "message", "fix"].map(|part| {
        let part = js_sys::Reflect::get(&told, &part.into()).expect("a plain object");
        part.unchecked_into::<js_sys::JsString>().into()
    })
}

/// Every sentence with something in its places.
#[cfg_attr(not(target_os = "unknown"), test)]
#[cfg_attr(target_os = "unknown", wasm_bindgen_test::wasm_bindgen_test)]
fn sentences_are_filled_alike() {
    let mut told = String::new();
    let mut tell = |mistake: Mistake, path: &str, found: &str, words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let [kind, message, fix] = sentences(&Problem {
            path: path.into(),
            found: found.into(),
            ..Problem::of_all(mistake, words)
        });
        told += &format!("{mistake:?}, {kind} {path} {found}\n  {message}\n  {fix}\n");
    };
    for found in ["nameś", "ROEL", "rle", "xd", "coutnrey", "é", "title"] {
        let path = format!("/people/0/{found}");
        tell(
            Mistake::UnknownKey,
            &path,
            found,
            &["id", "name", "role", "country"],
        );
    }
    for path in ["", "/events/3", "/events/3/countries/10", "/a~1b~01"] {
        tell(Mistake::NotText, path, "[…]", &["list"]);
    }
    for path in ["/headline", "/source/name", "/countries/0/claims/1/quote"] {
        tell(Mistake::MissingField, path, "", &[]);
    }
    for mistake in Mistake::ALL {
        let words = ["0", "01", "28", "{0}"];
        tell(*mistake, "/events/3/title", "found", &words);
    }
    #[cfg(not(target_os = "unknown"))]
    insta::assert_snapshot!("sentences", told);
    #[cfg(target_os = "unknown")]
    assert_eq!(
        told.trim_end(),
        snapshot(include_str!("snapshots/doors__sentences.snap"))
    );
}

/// What a snapshot file holds under its head.
#[cfg(target_os = "unknown")]
fn snapshot(file: &str) -> &str {
    let body = file.splitn(3, "---\n").nth(2);
    body.expect("a snapshot has a head").trim_end()
}

/// What the page hears are plain objects, shaped as `www/dateline.d.ts` says.
#[cfg(target_os = "unknown")]
#[wasm_bindgen_test::wasm_bindgen_test]
fn details_are_plain_objects() {
    use dateline::browser::detail::{Event, plain};

    let problem = Problem {
        path: "/events/0".into(),
        found: "5".into(),
        ..Problem::of_all(Mistake::NotObject, vec!["number".into()])
    };
    for (event, json) in [
        (
            Event::Ready {
                events: 8,
                countries: 3,
            },
            r#"{"event":"ready","detail":{"events":8,"countries":3}}"#,
        ),
        (
            Event::Filter {
                countries: vec!["UA", "RU"],
                groups: vec!["Trade"],
                speaker: None,
                search: "é\n",
                shown: 1,
                total: 8,
            },
            r#"{"event":"filter","detail":{"countries":["UA","RU"],"speaker":null,"groups":["Trade"],"search":"é\n","shown":1,"total":8}}"#,
        ),
        (
            Event::Select {
                id: Some("coup"),
                title: None,
            },
            r#"{"event":"select","detail":{"id":"coup","title":null}}"#,
        ),
        (
            Event::Problem {
                problems: &[problem],
            },
            r#"{"event":"problem","detail":{"problems":[{"severity":"error","mistake":"not-object","path":"/events/0","found":"5","arguments":["number"]}]}}"#,
        ),
    ] {
        let object = plain(&event).expect("plain data");
        let told = js_sys::JSON::stringify(&object).expect("plain data");
        assert_eq!(String::from(told), json);
    }
}

/// What no JSON file can hold but a page can hand over.
#[cfg(target_os = "unknown")]
mod strange {
    use dateline::{
        article::{Problem, Value, limits, read, turns::at_once},
        browser::value,
    };
    use wasm_bindgen_test::wasm_bindgen_test;

    fn handed(script: &str) -> Result<Value, String> {
        let js = js_sys::eval(&format!("({script})")).expect("the script runs");
        at_once(value::value(&js)).map_err(kind)
    }

    fn from_json(text: &str) -> Result<Value, String> {
        at_once(value::text(&text.into())).map_err(kind)
    }

    fn kind(problem: Problem) -> String {
        let [kind, message, fix] = super::sentences(&problem);
        assert!(message.ends_with('.') && !fix.is_empty());
        kind
    }

    fn refused(kind: &str) -> Result<Value, String> {
        Err(kind.into())
    }

    #[wasm_bindgen_test]
    fn what_json_cannot_carry_is_refused() {
        for script in [
            "undefined",
            "() => 1",
            "Symbol('s')",
            "10n",
            "{ events: [10n] }",
            "(() => { const a = {}; a.a = a; return a; })()",
            "(() => { const a = []; a.push(a, a); return a; })()",
            "{ get events() { throw new Error('no'); } }",
            "{ get events() { throw 1; } }",
            "{ get events() { throw { toString() { throw 2; } }; } }",
            "new Proxy({}, { ownKeys() { throw new Error('no'); } })",
            "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy; })()",
            "{ toJSON() { throw null; } }",
        ] {
            assert_eq!(handed(script), refused("invalid-json"), "{script}");
        }
    }

    #[wasm_bindgen_test]
    fn the_rest_is_taken_as_json_takes_it() {
        for (script, json) in [
            (
                "{ a: undefined, b: () => 1, c: Symbol('s'), d: 1 }",
                r#"{"d":1}"#,
            ),
            (
                "[undefined, , NaN, Infinity, -0]",
                "[null,null,null,null,0]",
            ),
            (
                "{ a: new Map([[1, 2]]), b: new Set([1]) }",
                r#"{"a":{},"b":{}}"#,
            ),
            ("new Date(0)", r#""1970-01-01T00:00:00.000Z""#),
            ("new String('x')", r#""x""#),
            ("Object.create({ inherited: 1 })", "{}"),
            (
                "Object.assign(Object.create(null), { a: 9007199254740993 })",
                r#"{"a":9007199254740992}"#,
            ),
            ("new Uint8Array([1])", r#"{"0":1}"#),
            (
                "JSON.parse('{\"__proto__\": 1, \"length\": 2}')",
                r#"{"__proto__":1,"length":2}"#,
            ),
            ("'\\ud800'", "\"\u{fffd}\""),
        ] {
            assert_eq!(handed(script), from_json(json), "{script}");
        }
    }

    #[wasm_bindgen_test]
    fn limits_hold_at_this_door_too() {
        let nested = |levels: usize| {
            handed(&format!(
                "(() => {{ let a = []; for (let i = 1; i < {levels}; i++) a = [a]; return a; }})()"
            ))
        };
        assert!(nested(limits::NESTING).is_ok());
        assert_eq!(nested(limits::NESTING + 1), refused("too-deep"));
        // So deep that the browser itself gives up.
        let deepest = nested(1_000_000);
        assert!(deepest == refused("invalid-json") || deepest == refused("too-deep"));
        assert_eq!(handed("'x'.repeat(64 * 1024 * 1024)"), refused("too-large"));
        assert_eq!(
            handed("{ events: new Array(2_000_001).fill(0) }"),
            refused("too-many-values")
        );
        for inside in [
            "new Array(50_000).fill(0)",
            "{ events: [{ a: new Array(50_000).fill(0) }] }",
        ] {
            assert_eq!(handed(inside), refused("too-many-values"), "{inside}");
        }
        let entries = "{ events: new Array(60_000).fill(0), eras: new Array(60_000).fill(0) }";
        assert!(handed(entries).is_ok());
    }

    #[wasm_bindgen_test]
    fn syntax_errors_are_problems() {
        for text in ["", "{", "{\"a\":1,}", "\u{feff}{}", "nul", "'x'"] {
            assert_eq!(from_json(text), refused("invalid-json"), "{text}");
        }
    }

    /// Ten times the events take some ten times as long, in one run.
    #[wasm_bindgen_test]
    fn a_hundred_thousand_events_are_read_in_linear_time() {
        let timed = |count: usize| {
            let made = format!(
                "{{ headline: 'Many', events: Array.from({{ length: {count} }}, (_, i) => \
                ({{ id: 'e' + i, title: 'Event ' + i, date: '20' + (10 + i % 90) + '-03-20', countries: ['UA'], people: [] }})) }}"
            );
            let js = js_sys::eval(&format!("({made})")).expect("the script runs");
            let start = js_sys::Date::now();
            let value = at_once(value::value(&js)).expect("plain data");
            let reading = read(&value);
            let time = js_sys::Date::now() - start;
            assert_eq!(reading.problems, []);
            let events = reading.article.map(|article| article.events.len());
            assert_eq!(events, Some(count));
            time
        };
        let few = (0..3).map(|_| timed(10_000)).fold(f64::MAX, f64::min);
        let many = (0..3).map(|_| timed(100_000)).fold(f64::MAX, f64::min);
        wasm_bindgen_test::console_log!("10,000 events: {few} ms; 100,000: {many} ms");
        assert!(
            many < few * 25.0,
            "{few} ms, but {many} ms for ten times as many"
        );
    }
}
