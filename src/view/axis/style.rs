use std::{fmt::Write, rc::Rc};
use yew::{Html, virtual_dom::VNode};

/// An element with a style of its own, such as where it is on the axis.
///
/// This is the one place where elements get one. In the browser it is set as a property:
/// a strict content policy forbids the attribute, which is what `style={}` in `html!` sets.
/// On a developer's machine, where there are no properties (`~style={}` would panic), it is
/// the attribute. What is no element stays as it is.
pub(super) fn styled(html: Html, style: String) -> Html {
    let VNode::VTag(mut tag) = html else {
        return html;
    };
    // It has only just been made, so that nobody else has it.
    if let Some(own) = Rc::get_mut(&mut tag) {
        #[cfg(target_os = "unknown")]
        own.add_property("style", style);
        #[cfg(not(target_os = "unknown"))]
        own.add_attribute("style", style);
    }
    VNode::VTag(tag)
}

/// `property:value px;` for each of them, for an inline style.
pub(super) fn px(properties: &[(&str, i32)]) -> String {
    let mut style = String::new();
    for (property, value) in properties {
        // Writing to a string does not fail.
        let _ = write!(style, "{property}:{value}px;");
    }
    style
}

/// The same with plain numbers, such as rows.
pub(super) fn numbers(properties: &[(&str, u32)]) -> String {
    let mut style = String::new();
    for (property, value) in properties {
        let _ = write!(style, "{property}:{value};");
    }
    style
}

/// The place of what reaches out of the window: it is cut off there, and its title is
/// held in view, by the stylesheet, so that neither needs the program while it moves.
pub(super) fn held(x: i32, width: i32) -> String {
    px(&[("--_s", x), ("--_e", x + width)])
}
