//! Arbitrary steps with undo and redo: undo of all is the beginning, redo of all the end.

#![allow(clippy::expect_used)]

use std::rc::Rc;

use dateline_desk::work::{Action, Desk, Node, Place, Section, Step, Work};
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../www/articles/human-rights-2022.json");

fn beginning() -> Desk {
    let work = Work {
        article: Node::parse(EXAMPLE).expect("the example is JSON"),
        text: "Moscow began its full-scale invasion on February 24, 2022.".into(),
    };
    Desk::new(1, "Example".into(), work)
}

fn path() -> impl Strategy<Value = Rc<str>> {
    let paths = [
        "/headline",
        "/events/0/title",
        "/events/2/date",
        "/events/2/date/text",
        "/events/1/source/quote",
        "/countries/0/claims/0/text",
        "/countries/1/also",
        "/people/0/name",
        "/people/99/name",
        "/new/object/here",
        "/a~1b/c",
        "",
    ];
    prop::sample::select(paths.to_vec()).prop_map(Rc::from)
}

fn list() -> impl Strategy<Value = Rc<str>> {
    let lists = [
        "/events",
        "/countries/0/claims",
        "/corrections",
        "/headline",
    ];
    prop::sample::select(lists.to_vec()).prop_map(Rc::from)
}

fn node() -> impl Strategy<Value = Node> {
    prop_oneof![
        3 => "[a-zé\u{1f600} ]{0,6}".prop_map(|text| Node::text(&text)),
        1 => Just(Node::Null),
        1 => any::<bool>().prop_map(Node::Bool),
        1 => Just(Node::object([("id", Node::text("x")), ("date", Node::text("2021"))])),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let one = prop_oneof![
        6 => (path(), node()).prop_map(|(path, node)| Step::Set(path, node)),
        2 => (list(), 0_usize..20, node()).prop_map(|(list, at, node)| Step::Insert(list, at, node)),
        2 => (list(), 0_usize..20).prop_map(|(list, at)| Step::Remove(list, at)),
        1 => (list(), 0_usize..20, 0_usize..20).prop_map(|(list, from, to)| Step::Move(list, from, to)),
        1 => (list(), prop::collection::vec(0_usize..20, 0..20)).prop_map(|(list, order)| Step::Order(list, order.into())),
        1 => (path(), "[a-z]{0,3}").prop_map(|(path, name)| Step::Rename(path, name.into())),
        1 => "[a-z ]{0,9}".prop_map(|text| Step::Text(text.into())),
    ];
    let one = one.boxed();
    prop_oneof![
        8 => one.clone(),
        1 => prop::collection::vec(one, 0..4).prop_map(Step::All),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        12 => step().prop_map(Action::Take),
        2 => step().prop_map(|step| Action::TakeTo(step, Place::row(Section::People, 7))),
        2 => Just(Action::Pause),
        1 => any::<bool>().prop_map(Action::Compose),
        1 => (-2_isize..3, -1_isize..2).prop_map(|(rows, columns)| Action::Walk(rows, columns, 3)),
        1 => (-2_isize..3).prop_map(Action::Shift),
        1 => Just(Action::Append),
        2 => Just(Action::Undo),
        2 => Just(Action::Redo),
        1 => (0_usize..6, prop::option::of(0_usize..99)).prop_map(|(at, row)| Action::Go(Place {
            section: Section::ALL.into_iter().nth(at).unwrap_or_default(),
            row,
            column: None,
        })),
    ]
}

proptest! {
    #[test]
    fn undo_of_all_is_the_beginning_and_redo_of_all_the_end(actions in prop::collection::vec(action(), 0..60)) {
        let first = beginning();
        let end = actions.into_iter().fold(first.clone(), Desk::after);
        let (undone, _) = end.steps();
        let back = (0..undone).fold(end.clone(), |desk, _| desk.after(Action::Undo));
        prop_assert_eq!(back.work.article.json(), first.work.article.json());
        prop_assert_eq!(&back.work, &first.work);
        prop_assert_eq!(back.steps().0, 0);
        let (_, again) = back.steps();
        let forth = (0..again).fold(back, |desk, _| desk.after(Action::Redo));
        // What `end` had undone itself comes, too.
        let whole = (0..end.steps().1).fold(end, |desk, _| desk.after(Action::Redo));
        prop_assert_eq!(forth.work.article.json(), whole.work.article.json());
        prop_assert_eq!(forth.work, whole.work);
    }

    #[test]
    fn a_step_alone_is_undone_alone(before in prop::collection::vec(step(), 0..10), last in step()) {
        let desk = before.into_iter().map(Action::Take).fold(beginning(), Desk::after);
        let desk = desk.after(Action::Pause);
        let back = desk.clone().after(Action::Take(last)).after(Action::Undo);
        let steps = desk.steps().0;
        if back.steps().0 == steps {
            prop_assert_eq!(back.work, desk.work);
        } else {
            // The step changed nothing, and an older one was undone.
            prop_assert_eq!(back.steps().0 + 1, steps);
        }
    }
}

fn typed(desk: Desk, path: &str, text: &str) -> Desk {
    desk.after(Action::Take(Step::Set(path.into(), Node::text(text))))
}

#[test]
fn typing_in_one_field_is_one_step_until_a_pause_or_another_field() {
    let desk = typed(typed(beginning(), "/headline", "A"), "/headline", "Ab");
    assert_eq!(desk.steps().0, 1);
    let desk = typed(desk.after(Action::Pause), "/headline", "Abc");
    assert_eq!(desk.steps().0, 2);
    let desk = typed(typed(desk, "/summary", "S"), "/headline", "Abcd");
    assert_eq!(desk.steps().0, 4);
    assert_eq!(
        desk.after(Action::Undo)
            .work
            .article
            .get("headline")
            .words(),
        "Abc"
    );
}

#[test]
fn a_composition_is_one_step_however_long_it_takes() {
    let desk = typed(beginning(), "/headline", "x").after(Action::Compose(true));
    let desk = typed(desk, "/headline", "xに").after(Action::Pause);
    let desk = typed(desk, "/headline", "xにほ").after(Action::Compose(false));
    assert_eq!(desk.steps().0, 2);
    let desk = typed(desk, "/headline", "x日本");
    assert_eq!(desk.steps().0, 3);
    let desk = desk.after(Action::Undo).after(Action::Undo);
    assert_eq!(desk.work.article.get("headline").words(), "x");
}

#[test]
fn a_step_after_undo_forgets_what_was_undone() {
    let desk = typed(beginning(), "/headline", "A").after(Action::Undo);
    assert_eq!(desk.steps(), (0, 1));
    assert_eq!(typed(desk, "/headline", "B").steps(), (1, 0));
}

#[test]
fn undo_leads_back_to_where_the_step_was_taken() {
    let place = Place::row(Section::Events, 2);
    let desk = beginning().after(Action::Go(place));
    let desk =
        typed(desk, "/events/2/title", "T").after(Action::Go(Place::row(Section::People, 0)));
    assert_eq!(desk.after(Action::Undo).place, place);
}
