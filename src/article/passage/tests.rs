#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

fn anchor(before: &str, quote: &str, after: &str) -> Anchor {
    let some = |text: &str| (!text.is_empty()).then(|| text.into());
    Anchor {
        quote: quote.into(),
        before: some(before),
        after: some(after),
        url: None,
    }
}

fn one(text: &str, before: &str, quote: &str, after: &str) -> Finding {
    find(text, &[anchor(before, quote, after)], nfd).remove(0)
}

/// The words of `text` that `quote` is found at.
fn found<'t>(text: &'t str, quote: &str) -> Option<&'t str> {
    match one(text, "", quote, "") {
        Finding::Found(range) => Some(&text[range]),
        Finding::Missing | Finding::Ambiguous(_) => None,
    }
}

#[test]
fn two_copies_of_a_text_may_differ_in_what_nobody_wrote() {
    for (text, quote, words) in [
        ("a  b\n\tc", "b c", "b\n\tc"),
        ("a\u{a0}b\u{2009}c.", "a b c", "a\u{a0}b\u{2009}c"),
        ("he said: « oui ». She", "said: \"oui\"", "said: « oui »"),
        ("said “‘yes’” to", "said 'yes' to", "said “‘yes’” to"),
        ("a “‘yes’”", "\"yes\"", "‘yes’"),
        ("the court’s word", "court's", "court’s"),
        ("п’ять і п'ять слів", "п\u{2bc}ять слів", "п'ять слів"),
        ("10–20 men", "10-20 men", "10–20 men"),
        ("war — and peace", "war--and", "war — and"),
        (
            "a soft\u{ad}ened o\u{fb03}ce",
            "softened office",
            "soft\u{ad}ened o\u{fb03}ce",
        ),
        ("and so on…", "so on...", "so on…"),
        ("caf\u{e9} Zo\u{eb}", "cafe\u{301}", "caf\u{e9}"),
        ("cafe\u{301} Zoe\u{308}", "caf\u{e9}", "cafe\u{301}"),
        ("Київ і Харків", "Ки\u{456}\u{308}в", "Київ"),
        ("Ки\u{456}\u{308}в і и\u{306}", "й", "и\u{306}"),
        (
            "ti\u{302}\u{323}m",
            "t\u{1ecb}\u{302}m",
            "ti\u{302}\u{323}m",
        ),
        (
            "\u{628}\u{651}\u{64e} x",
            "\u{628}\u{64e}\u{651}",
            "\u{628}\u{651}\u{64e}",
        ),
        ("한국의 말", "\u{1112}\u{1161}\u{11ab}국", "한국"),
        (
            "\u{200f}قال الرئيس\u{200f}: نعم",
            "قال الرئيس: نعم",
            "قال الرئيس\u{200f}: نعم",
        ),
        ("日本語の文章", "語の文", "語の文"),
        ("𝒜 and 🇺🇦 flags", "🇺🇦 flags", "🇺🇦 flags"),
        ("x\u{1ea0}y", "xA\u{323}y", "x\u{1ea0}y"),
    ] {
        assert_eq!(found(text, quote), Some(words), "{text:?} {quote:?}");
    }
}

#[test]
fn everything_else_must_be_exact() {
    for (text, quote) in [
        ("arrest warrants", "arrest warrant"),
        ("arrest warrants", "rest warrants"),
        ("more than 2,900 people", "more than 2"),
        ("more than 2,900 people", "900 people"),
        ("nowhere", "now here"),
        ("now here", "nowhere"),
        ("War", "war"),
        ("caf\u{e9}", "cafe"),
        ("cafe\u{301}", "cafe"),
        ("cafe", "caf\u{e9}"),
        ("e\u{301}t", "\u{301}t"),
        ("called rioters", "called “rioters”"),
        ("so on…", "so on."),
        ("Європа", "Європ"),
        ("والأحد", "الأحد"),
        ("한국", "하"),
        ("of\u{fb01}ce", "off"),
        ("a b", ""),
        ("a b", "\u{200b}"),
        ("", "a"),
    ] {
        assert_eq!(
            one(text, "", quote, ""),
            Finding::Missing,
            "{text:?} {quote:?}"
        );
    }
}

#[test]
fn what_stands_beside_settles_repeats() {
    let text = "He said “no”. She said — “no”. No “no”";
    assert_eq!(one(text, "", "no", ""), Finding::Ambiguous(3));
    assert_eq!(one(text, "He said", "“no”", ""), Finding::Found(8..16));
    assert_eq!(one(text, "He said “", "no", ""), Finding::Found(11..13));
    assert_eq!(one(text, "said", "\"no\"", ". No"), Finding::Missing);
    assert_eq!(
        one(text, "said -", "\"no\"", ". No"),
        Finding::Found(31..39)
    );
    assert_eq!(one(text, "", "“no”", ". She"), Finding::Found(8..16));
    assert_eq!(one(text, "said", "no", ""), Finding::Missing);
    assert_eq!(one(text, "said “", "“no”", "” ."), Finding::Found(8..16));
}

#[test]
fn needles_that_begin_alike_are_all_found() {
    let text = "The State Department said one thing. The State Department said another.";
    let quotes = [
        "The State Department said one",
        "The State Department said another",
        "T",
        "said",
    ];
    let anchors: Vec<Anchor> = quotes.iter().map(|quote| anchor("", quote, "")).collect();
    assert_eq!(
        find(text, &anchors, nfd),
        [
            Finding::Found(0..29),
            Finding::Found(37..70),
            Finding::Missing,
            Finding::Ambiguous(2),
        ]
    );
}

/// A word that stands nowhere else: of the scripts and the kinds of letters that
/// matter here, with its number.
fn word(kind: usize, number: usize) -> String {
    let stem = [
        "word",
        "façade",
        "слово",
        "їжаковий",
        "كَلِمَة",
        "office",
        "Việt",
        "λέξη",
        "don’t",
    ];
    format!("{}x{number}", stem[kind % stem.len()])
}

/// One of the ways in which two copies differ.
fn altered(text: &str, way: usize) -> String {
    let spaced = |blank: &str| text.replace(' ', blank);
    match way {
        0 => text.to_owned(),
        1 => spaced("\n\t  "),
        2 => spaced("\u{a0}"),
        3 => text.replace(['“', '”'], "\""),
        4 => text
            .replace('“', "« ")
            .replace('”', "\u{a0}»")
            .replace('’', "'"),
        5 => text.nfd().collect(),
        6 => text.nfc().collect(),
        7 => text.replace("ffi", "\u{fb03}").replace(" — ", "--"),
        _ => spaced(" \u{200b}").replace('c', "c\u{ad}"),
    }
}

/// A text of words that never repeat, with what stands between them.
fn text() -> impl Strategy<Value = Vec<String>> {
    let between = prop::sample::select(vec!["", "", "", "", ",", ".", " —", ":"]);
    let quoted = prop::sample::select(vec![false, false, false, true]);
    prop::collection::vec((0usize..9, between, quoted), 2..80).prop_map(|words| {
        let word = |(at, (kind, between, quoted)): (usize, (usize, &str, bool))| {
            let word = word(kind, at);
            if quoted {
                format!("“{word}”{between}")
            } else {
                format!("{word}{between}")
            }
        };
        words.into_iter().enumerate().map(word).collect()
    })
}

#[test]
fn a_quotation_mark_alone_is_no_passage() {
    for text in ["`'", "“”", "a \"' b"] {
        let finding = find(text, &[anchor("", "\"", "")], nfd).remove(0);
        assert!(
            !matches!(&finding, Finding::Found(range) if range.is_empty()),
            "{text}: {finding:?}"
        );
    }
}

proptest! {
    #[test]
    fn a_cut_is_found_where_it_was_made(
        words in text(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(),
        page in 0usize..9, copy in 0usize..9,
    ) {
        let (a, b) = (from.index(words.len()), to.index(words.len()));
        let (from, to) = (a.min(b), a.max(b));
        let head = altered(&words[..from].iter().map(|word| format!("{word} ")).collect::<String>(), page);
        let cut = words[from..=to].join(" ");
        let tail = altered(&words[to + 1..].iter().map(|word| format!(" {word}")).collect::<String>(), page);
        let there = altered(&cut, page);
        let text = format!("{head}{there}{tail}");
        match one(&text, "", &altered(&cut, copy), "") {
            Finding::Found(range) => {
                let words = text[range.clone()].trim_matches([' ', '\n', '\t', '\u{a0}', '\u{200b}', '-']);
                prop_assert_eq!(words, there.trim_matches([' ', '\n', '\t', '\u{a0}', '\u{200b}', '-']));
                prop_assert!(range.start.abs_diff(head.len()) <= 8, "{:?}", range);
            }
            other => prop_assert!(false, "{:?} in {:?}", other, text),
        }
    }

    #[test]
    fn altered_words_are_never_found(
        words in text(), from in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
        change in 0usize..6, copy in 0usize..9,
    ) {
        let from = from.index(words.len());
        let mut cut: Vec<String> = words[from..].to_vec();
        let at = at.index(cut.len());
        let here = cut[at].clone();
        cut[at] = match change {
            0 => here.replace('x', ""),
            1 => here.replace('x', "X"),
            2 => here.replace('x', "x1"),
            3 => format!("{here} not"),
            4 => here.replace('x', "x\u{301}"),
            _ => here.replace('x', " x"),
        };
        let cut = altered(&cut.join(" "), copy);
        prop_assert_eq!(one(&words.join(" "), "", &cut, ""), Finding::Missing, "{:?}", cut);
    }

    #[test]
    fn a_shortened_word_is_never_found(words in text(), from in any::<prop::sample::Index>()) {
        let from = from.index(words.len());
        let cut = words[from..].join(" ");
        let digit = |c: char| c.is_ascii_digit();
        let short = cut.trim_end_matches(|c| !digit(c));
        let text = words.join(" ");
        let longer = format!("{}0", text.trim_end_matches(|c| !digit(c)));
        prop_assert_eq!(one(&longer, "", short, ""), Finding::Missing);
        prop_assert!(one(&text, "", short, "") != Finding::Missing);
        let rest = &cut[cut.chars().next().unwrap().len_utf8()..];
        if cut.starts_with(char::is_alphabetic) {
            prop_assert_eq!(one(&words.join(" "), "", rest, ""), Finding::Missing);
        }
    }

    #[test]
    fn repeats_are_settled(words in text(), times in 2usize..5, which in any::<prop::sample::Index>(), way in 0usize..9) {
        let which = which.index(times);
        let cut = words.join(" ");
        let mut text = String::new();
        let mut start = 0;
        for at in 0..times {
            text.push_str(&format!("first{at} "));
            if at == which {
                start = text.len();
            }
            text.push_str(&format!("{cut} last{at}. "));
        }
        let cut = altered(&cut, way);
        prop_assert_eq!(one(&text, "", &cut, ""), Finding::Ambiguous(times));
        for (before, after) in [(format!("first{which}"), String::new()), (String::new(), format!("last{which}"))] {
            match one(&text, &before, &cut, &after) {
                Finding::Found(range) => prop_assert_eq!(range.start, start),
                other => prop_assert!(false, "{:?}", other),
            }
        }
        prop_assert_eq!(one(&text, "first9", &cut, ""), Finding::Missing);
    }

    #[test]
    fn pieces_and_stretches_change_nothing(
        words in text(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12), most in 1usize..400, way in 0usize..9,
    ) {
        let text = altered(&words.join(" "), way);
        let anchors: Vec<Anchor> = words.iter().map(|word| anchor("", word, "")).collect();
        let mut finder = Finder::new(nfd);
        anchors.iter().for_each(|anchor| finder.seek(anchor));
        let mut ends: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        ends.retain(|end| text.is_char_boundary(*end));
        ends.push(text.len());
        ends.sort_unstable();
        let mut read = 0;
        for end in ends {
            prop_assert_eq!(finder.read(&text[read..end]), end);
            read = end;
        }
        let mut steps = 0;
        while !finder.proceed(most) {
            steps += 1;
            prop_assert!(steps < 10_000);
        }
        prop_assert!(finder.proceed(most), "what is done stays done");
        prop_assert_eq!(finder.findings().cloned().collect::<Vec<_>>(), find(&text, &anchors, nfd));
    }

    #[test]
    fn every_text_and_every_anchor_gives_a_slice(
        text in "[\\PC '\u{301}\u{334}\u{ad}…—\u{1ea0}ﬁe]{0,60}", quote in "[\\PC '\u{301}\u{334}\u{ad}…—ﬁe]{0,3}", before in "\\PC{0,2}",
    ) {
        for anchor in [anchor("", &quote, ""), anchor(&before, &quote, &before)] {
            if let Finding::Found(range) = find(&text, &[anchor], nfd).remove(0) {
                prop_assert!(text.get(range).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn any_form_of_a_text_holds_the_other(text in "[e\u{301}\u{323}\u{345}\u{327}\u{64e}\u{651}\u{627}\u{654}ẬǭДиi\u{306}]{1,12}") {
        let text = format!("x {text} y");
        for quote in [text.nfc().collect::<String>(), text.nfd().collect()] {
            prop_assert_eq!(one(&text, "", &quote, ""), Finding::Found(0..text.len()));
            prop_assert_eq!(one(&quote, "", &text, ""), Finding::Found(0..quote.len()));
        }
    }
}
