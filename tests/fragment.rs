//! A reader's place in an address: what is written is read again, and the host's parts stay
//! as they are.
#![allow(missing_docs)]

use dateline::explore::fragment::{is_route, names, others, place, with_place};
use proptest::{collection::vec, prelude::*};

const NOWHERE: &str = "\n\n\n";

proptest! {
    #[test]
    fn a_place_comes_back_and_the_host_keeps_its_own(
        host in vec("[abz=/!?.]{1,6}", 0..4),
        event in "[abcXYZ019._-]{0,8}",
        speaker in "[abc._-]{0,5}",
        countries in vec("(UA|PL|IR|MM)", 0..4),
        search in "[aż ó&=#%+,'💧]{0,8}",
    ) {
        let host = host.join("&");
        let here = [event, speaker, countries.join(","), search].join("\n");
        let written = with_place(&host, "dateline", &here);
        prop_assert_eq!(place(&written, "dateline"), &*here);
        prop_assert!(written.starts_with(&host));
        prop_assert!(written.is_ascii());
        prop_assert_eq!(names(&written, "dateline"), here != NOWHERE);
        prop_assert_eq!(place(&written, "other"), NOWHERE);
        prop_assert_eq!(others(&written, "dateline"), &*host);
        prop_assert_eq!(with_place(&written, "dateline", NOWHERE), host);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,40}") {
        let read = place(&text, "dateline");
        prop_assert_eq!(read.split('\n').count(), 4);
    }
}

#[test]
fn several_widgets_share_a_fragment() {
    let one = with_place("section-2&x=1", "dateline", "report\nmayor\nUA,PL\nzażółć");
    let both = with_place(&one, "other", "first\n\n\n");
    assert_eq!(
        both,
        "section-2&x=1&dateline.event=report&dateline.speaker=mayor&dateline.countries=UA,PL\
         &dateline.search=za%C5%BC%C3%B3%C5%82%C4%87&other.event=first"
    );
    assert_eq!(place(&both, "dateline"), "report\nmayor\nUA,PL\nzażółć");
    assert_eq!(place(&both, "other"), "first\n\n\n");
}

#[test]
fn what_is_no_encoding_stays_as_it_stands_and_no_line_can_be_smuggled_in() {
    let text = "dateline.search=100%25%2&dateline.event=%zz&dateline.speaker=a%0Ab";
    assert_eq!(place(text, "dateline"), "%zz\na b\n\n100%25%2");
    assert_eq!(place("dateline.search=%FF", "dateline"), "\n\n\n%FF");
}

#[test]
fn of_two_the_later_counts_and_others_are_not_ours() {
    assert_eq!(
        place("dateline.event=a&dateline.event=b", "dateline"),
        "b\n\n\n"
    );
    for text in [
        "dateline.event",
        "xdateline.event=a",
        "datelineevent=a",
        "dateline=a",
    ] {
        assert!(!names(text, "dateline"), "{text}");
        assert_eq!(place(text, "dateline"), NOWHERE, "{text}");
        assert_eq!(others(text, "dateline"), text);
    }
}

#[test]
fn a_route_is_told_from_named_values() {
    for route in ["/news/5", "about", "!/x&page=2", "section-2&x=1"] {
        assert!(is_route(route, "dateline"), "{route}");
        let with = format!("{route}&dateline.event=a");
        assert!(is_route(&with, "dateline"), "{with}");
    }
    for values in [
        "",
        "x=1",
        "x=1&y=/2",
        "dateline.event=a",
        "x=&dateline.search=",
    ] {
        assert!(!is_route(values, "dateline"), "{values}");
    }
}
