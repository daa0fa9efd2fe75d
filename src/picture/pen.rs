use std::fmt::Display;

use super::{
    Face,
    colours::Colours,
    svg::{Attributes, Px, Svg},
    text::isolated,
};

/// Attributes that are still being put together.
type Values<'a> = Vec<(&'a str, &'a dyn Display)>;

/// Draws on a sheet. Places count from where reading starts, the left or the right margin.
pub(super) struct Pen {
    pub svg: Svg,
    pub colours: Colours,
    /// From the left edge of the sheet to where reading starts.
    from: f64,
    /// 1 where one reads to the right, −1 where one reads to the left.
    way: f64,
    /// Tells the picture's paints from those of others on a page.
    name: String,
    paints: usize,
}

/// Over how much of its length a shape fades in and out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fade {
    pub starts: f64,
    pub ends: f64,
}

/// How some words stand.
#[derive(Clone, Copy)]
pub(super) struct Set {
    pub face: Face,
    pub size: f64,
    pub colour: &'static str,
    pub anchor: Anchor,
}

/// Which part of words stands at their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Pen {
    /// A pen for a sheet on which one reads from one margin to the other, both counted from
    /// the left edge.
    pub fn new(colours: Colours, (from, to): (f64, f64), name: String) -> Pen {
        Pen {
            svg: Svg::default(),
            colours,
            from,
            way: if from <= to { 1.0 } else { -1.0 },
            name,
            paints: 0,
        }
    }

    /// Px from the left edge of the sheet.
    pub fn x(&self, place: f64) -> f64 {
        self.from + self.way * place
    }

    /// A rectangle from one place to another.
    pub fn rect(
        &mut self,
        (from, to): (f64, f64),
        (top, bottom): (f64, f64),
        radius: f64,
        paint: Attributes<'_>,
    ) {
        let x = self.x(from).min(self.x(to));
        let [x, y] = [x, top].map(Px);
        let [width, height] = [to - from, bottom - top].map(Px);
        let rx = Px(radius);
        let mut attributes: Values<'_> =
            vec![("x", &x), ("y", &y), ("width", &width), ("height", &height)];
        if radius > 0.0 {
            attributes.push(("rx", &rx));
        }
        attributes.extend_from_slice(paint);
        self.svg.leaf("rect", &attributes);
    }

    /// An upright line.
    pub fn line(&mut self, at: f64, (top, bottom): (f64, f64), colour: &str, dashed: bool) {
        let [x, top, bottom] = [self.x(at), top, bottom].map(Px);
        let mut attributes: Values<'_> = vec![
            ("x1", &x),
            ("x2", &x),
            ("y1", &top),
            ("y2", &bottom),
            ("stroke", &colour),
        ];
        if dashed {
            attributes.push(("stroke-dasharray", &"3 2"));
        }
        self.svg.leaf("line", &attributes);
    }

    /// Words on a line.
    pub fn words(&mut self, text: &str, (place, baseline): (f64, f64), set: Set) {
        let [x, y, size] = [self.x(place), baseline, set.size].map(Px);
        let anchor = match (set.anchor, self.way > 0.0) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Start, true) | (Anchor::End, false) => "start",
            (Anchor::Start, false) | (Anchor::End, true) => "end",
        };
        let weight = set.face.weight();
        let families = set.face.families();
        let mut attributes: Values<'_> = vec![
            ("x", &x),
            ("y", &y),
            ("font-size", &size),
            ("fill", &set.colour),
        ];
        // The sheet has those of most texts.
        if set.face == Face::Headline {
            attributes.push(("font-family", &families));
        }
        if set.face != Face::Text {
            attributes.push(("font-weight", &weight));
        }
        if anchor != "start" {
            attributes.push(("text-anchor", &anchor));
        }
        self.svg.text("text", &attributes, &isolated(text));
    }

    /// The paint of a shape between two places that fades in and out.
    pub fn faded(&mut self, (from, to): (f64, f64), fade: Fade, colour: &str) -> String {
        let length = to - from;
        if length <= 0.0 || (fade.starts <= 0.0 && fade.ends <= 0.0) {
            return colour.to_owned();
        }
        let id = format!("{}-{}", self.name, self.paints);
        self.paints += 1;
        let [x1, x2] = [self.x(from), self.x(to)].map(Px);
        self.svg.open(
            "linearGradient",
            &[
                ("id", &id),
                ("gradientUnits", &"userSpaceOnUse"),
                ("x1", &x1),
                ("x2", &x2),
                ("y1", &0),
                ("y2", &0),
            ],
        );
        let full = (fade.starts / length, 1.0 - fade.ends / length);
        let mut stops = Vec::new();
        if fade.starts > 0.0 {
            stops.push((0.0, 0));
        }
        stops.extend([(full.0, 1), (full.1.max(full.0), 1)]);
        if fade.ends > 0.0 {
            stops.push((1.0, 0));
        }
        for (offset, opacity) in stops {
            self.svg.leaf(
                "stop",
                &[
                    ("offset", &Px(offset)),
                    ("stop-color", &colour),
                    ("stop-opacity", &opacity),
                ],
            );
        }
        self.svg.close();
        format!("url(#{id})")
    }
}
