use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

/// Where the focus is in a view, to give it to the same control of one that is made anew.
pub(super) struct Focus {
    tag: String,
    label: Option<String>,
    /// How many of its kind and label stand before it, and how many of its kind.
    ranks: (usize, usize),
    /// What is marked in a field.
    selection: Option<(u32, u32)>,
}

impl Focus {
    /// Where it is, if it is inside `mounted`.
    pub(super) fn inside(mounted: &Element) -> Option<Focus> {
        let root = mounted.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        let focused = root.active_element()?;
        if !mounted.contains(Some(&focused)) {
            return None;
        }
        let tag = focused.tag_name();
        let label = label(&focused);
        let all = of_kind(mounted, &tag);
        let rank = all.iter().position(|one| *one == focused)?;
        let same = all.iter().take(rank);
        let field = focused.dyn_ref::<HtmlInputElement>();
        let selection = field.and_then(|field| {
            let start = field.selection_start().ok()??;
            Some((start, field.selection_end().ok()??))
        });
        Some(Focus {
            ranks: (same.filter(|one| self::label(one) == label).count(), rank),
            tag,
            label,
            selection,
        })
    }

    /// Gives it to the same control, or to what stands in its place.
    pub(super) fn restore(self, mounted: &Element) {
        let all = of_kind(mounted, &self.tag);
        let mut same = all.iter().filter(|one| label(one) == self.label);
        let (rank, place) = self.ranks;
        let Some(control) = same.nth(rank).or_else(|| all.get(place)) else {
            return;
        };
        focus(control);
        if let (Some((start, end)), Some(field)) = (self.selection, control.dyn_ref()) {
            let field: &HtmlInputElement = field;
            // It fails for fields in which nothing can be marked.
            let _ = field.set_selection_range(start, end);
        }
    }
}

/// Gives the focus to an element, without scrolling there.
pub(super) fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // It fails for no element.
        let _ = element.focus_with_options(&options);
    }
}

fn of_kind(mounted: &Element, tag: &str) -> Vec<Element> {
    let all = mounted.get_elements_by_tag_name(tag);
    (0..all.length()).filter_map(|at| all.item(at)).collect()
}

fn label(control: &Element) -> Option<String> {
    control
        .get_attribute("id")
        .or_else(|| control.get_attribute("aria-label"))
        .or_else(|| control.text_content())
}
