//! The command `picture` as a newsroom runs it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::{fs, path::Path, process::Output};

use common::{folder, said};

const ARTICLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../www/articles/human-rights-2022.json"
);

fn picture(folder: &Path, arguments: &[&str]) -> Output {
    common::dateline(folder, &[&["picture"], arguments].concat())
}

#[test]
fn an_svg_has_the_size_that_was_asked_for() {
    let folder = folder("svg");
    for (size, width) in [("1200x675", 1200), ("1080x1350", 1080), ("640x640", 640)] {
        let output = picture(&folder, &[ARTICLE, "--svg", "a.svg", "--size", size]);
        assert!(output.status.success(), "{}", said(&output));
        let svg = fs::read_to_string(folder.join("a.svg")).unwrap();
        assert!(svg.contains(&format!("width=\"{width}\"")), "{svg}");
        assert!(svg.contains(">Military coup in Myanmar</text>"), "{svg}");
    }
    let output = picture(&folder, &[ARTICLE, "--svg", "dark.svg", "--dark"]);
    assert!(output.status.success(), "{}", said(&output));
    let svg = fs::read_to_string(folder.join("dark.svg")).unwrap();
    assert!(svg.contains("fill=\"#14171a\""), "{svg}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let folder = folder("said");
    fs::write(folder.join("broken.json"), "{\"events\": 3}").unwrap();
    fs::write(folder.join("text.json"), "no article").unwrap();
    for (arguments, words) in [
        (&[ARTICLE][..], "--svg"),
        (&[ARTICLE, "--svg", "a.svg", "--size", "12"], "1200x675"),
        (&[ARTICLE, "--svg", "a.svg", "--size", "9x9"], "320 to 4096"),
        (&["none.json", "--svg", "a.svg"], "cannot be read"),
        (&["broken.json", "--svg", "a.svg"], "dateline check"),
        (&["text.json", "--svg", "a.svg"], "text.json"),
    ] {
        let output = picture(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = said(&output);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(!folder.join("a.svg").exists(), "{arguments:?}");
    }
    fs::remove_dir_all(folder).unwrap();
}

mod png {
    use std::collections::HashMap;

    use resvg::tiny_skia::Pixmap;

    use super::*;

    /// The size of a picture, and how many dots it has of each colour.
    fn dots(path: &Path) -> ((u32, u32), HashMap<[u8; 4], usize>) {
        let picture = Pixmap::load_png(path).unwrap();
        let mut colours = HashMap::new();
        for dot in picture.pixels() {
            let colour = [dot.red(), dot.green(), dot.blue(), dot.alpha()];
            *colours.entry(colour).or_default() += 1;
        }
        ((picture.width(), picture.height()), colours)
    }

    #[test]
    fn a_png_has_its_size_and_letters_on_its_paper() {
        let folder = folder("png");
        for (more, size, paper) in [
            (&[][..], (1200, 675), [255, 255, 255, 255]),
            (
                &["--size", "1080x1350", "--scale", "2", "--dark"],
                (2160, 2700),
                [0x14, 0x17, 0x1a, 255],
            ),
        ] {
            let arguments = [&[ARTICLE, "--png", "a.png"][..], more].concat();
            let output = picture(&folder, &arguments);
            if said(&output).contains("this machine has none") {
                eprintln!("not tested: this machine has no fonts");
                return;
            }
            assert!(output.status.success(), "{}", said(&output));
            let (own, colours) = dots(&folder.join("a.png"));
            assert_eq!(own, size);
            let all = (size.0 * size.1) as usize;
            let papers = colours[&paper];
            assert!(
                (all / 2..all * 97 / 100).contains(&papers),
                "{papers} of {all}"
            );
            // Letters have soft edges.
            assert!(colours.len() > 50, "{}", colours.len());
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
