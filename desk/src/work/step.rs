use std::rc::Rc;

use super::{Node, child};

/// What is edited: an article's data, and the article's own text beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// The data, as JSON.
    pub article: Node,
    /// The article's text, against which facts are held; empty when there is none.
    pub text: Rc<str>,
}

/// One change of a work. The same step on the same work gives the same; one that has no
/// place to change leaves the work as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// What stands at a pointer is written anew; `Null` takes it out.
    Set(Rc<str>, Node),
    /// The list at a pointer gets one more item, before that of this number.
    Insert(Rc<str>, usize, Node),
    /// The list at a pointer loses an item.
    Remove(Rc<str>, usize),
    /// An item of the list at a pointer goes from one place to another.
    Move(Rc<str>, usize, usize),
    /// The items of the list at a pointer are put in this order.
    Order(Rc<str>, Rc<[usize]>),
    /// A member has another name.
    Rename(Rc<str>, Rc<str>),
    /// The article's text is another.
    Text(Rc<str>),
    /// Several, one after the other.
    All(Vec<Step>),
}

impl Step {
    /// The step after which the work is another, whole.
    #[must_use]
    pub fn whole(work: Work) -> Step {
        Step::All(vec![
            Step::Set("".into(), work.article),
            Step::Text(work.text),
        ])
    }

    /// The work after the step.
    #[must_use]
    pub fn applied(&self, work: &Work) -> Work {
        let article = &work.article;
        let changed = match self {
            Step::Set(path, node) => article.with(path, node.clone()),
            Step::Insert(list, at, node) => article.inserted(list, *at, node.clone()),
            Step::Remove(list, at) => article.removed(list, *at),
            Step::Move(list, from, to) => article.moved(list, *from, *to),
            Step::Order(list, order) => {
                let items = article.at(list).items();
                let mut seen = vec![false; items.len()];
                let fresh = |at: &usize| {
                    let is_new = seen.get_mut(*at).map(|seen| !std::mem::replace(seen, true));
                    is_new == Some(true)
                };
                let order: Vec<usize> = order.iter().copied().filter(fresh).collect();
                if order.len() != items.len() {
                    return work.clone();
                }
                let sorted = order.iter().filter_map(|at| items.get(*at).cloned());
                article.with(list, Node::list(sorted.collect()))
            }
            Step::Rename(path, name) => {
                let Some((holder, _)) = path.rsplit_once('/') else {
                    return work.clone();
                };
                let node = article.at(path).clone();
                article
                    .with(path, Node::Null)
                    .with(&child(holder, name), node)
            }
            Step::Text(text) => {
                return Work {
                    text: text.clone(),
                    ..work.clone()
                };
            }
            Step::All(steps) => {
                let first = work.clone();
                return steps.iter().fold(first, |work, step| step.applied(&work));
            }
        };
        Work {
            article: changed,
            text: work.text.clone(),
        }
    }

    /// The field in which it types, if it does: what is typed there in one go is one step.
    pub(super) fn field(&self) -> Option<Rc<str>> {
        match self {
            Step::Set(path, _) => Some(path.clone()),
            Step::Text(_) => Some("text".into()),
            _ => None,
        }
    }
}
