use super::tree::Tree;
use crate::explore::{State, marks};

/// Writes `text` with the words looked for marked.
pub(super) fn marked(tree: &mut Tree, state: &State, text: &str) {
    let mut end = 0;
    for range in marks::find(text, &state.needles(), state.fold) {
        tree.text(text.get(end..range.start).unwrap_or_default());
        tree.open("mark")
            .line(text.get(range.clone()).unwrap_or_default());
        end = range.end;
    }
    tree.text(text.get(end..).unwrap_or_default());
}
