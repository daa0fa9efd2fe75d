//! `dateline picture`: an article's timeline as an SVG or a PNG.

mod fonts;
mod png;

use std::{path::PathBuf, process::ExitCode, rc::Rc};

use clap::{ArgGroup, Args, ValueEnum};
use dateline::{
    article::{Article, json, read},
    picture::{Measure, Options, Size, estimated, picture},
    timeline::Grouping,
};

use super::{context, files};

/// Draw an article's timeline as a picture, for social cards, newsletters and print
///
/// An SVG keeps its texts as texts, in the fonts of whoever looks at it. A PNG is drawn with
/// the fonts of this machine.
#[derive(Args)]
#[command(group = ArgGroup::new("to").required(true).multiple(true))]
pub struct Picture {
    /// The article's JSON file; “-” is the standard input
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,

    /// Where to write it as SVG
    #[arg(long, value_name = "FILE", group = "to")]
    svg: Option<PathBuf>,

    /// Where to write it as PNG
    #[arg(long, value_name = "FILE", group = "to")]
    png: Option<PathBuf>,

    /// Its width and height in px, such as 1080x1350
    #[arg(long, value_name = "SIZE", default_value_t)]
    size: Size,

    /// Light letters on dark paper
    #[arg(long)]
    dark: bool,

    /// What the lanes stand for
    #[arg(long, value_enum, default_value_t = Lanes::One)]
    lanes: Lanes,

    /// How many dots of the PNG there are to a px, 1 to 4
    #[arg(long, value_name = "TIMES", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lanes {
    /// All events stand on one
    One,
    /// A country each
    Country,
    /// A group each
    Group,
}

impl Picture {
    /// Draws the picture.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        match self.drawn() {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::from(2)
            }
        }
    }

    fn drawn(&self) -> Result<(), String> {
        let article = self.article()?;
        let options = Options {
            size: self.size,
            dark: self.dark,
            lanes: match self.lanes {
                Lanes::One => Grouping::Together,
                Lanes::Country => Grouping::Countries,
                Lanes::Group => Grouping::Groups,
            },
        };
        let words = context(article.clone(), "dateline", true).words;
        let svg = picture(&article, &words, &measure(), &options);
        // Whatever can go wrong with the PNG does before anything is written.
        let png = match &self.png {
            Some(path) => {
                let png = png::png(&svg, fonts::fonts(), self.size, self.scale)?;
                Some((path, png))
            }
            None => None,
        };
        if let Some(path) = &self.svg {
            files::write(Some(path), &|out| out.write_all(svg.as_bytes()))?;
        }
        if let Some((path, png)) = &png {
            files::write(Some(path), &|out| out.write_all(png))?;
        }
        Ok(())
    }

    fn article(&self) -> Result<Rc<Article>, String> {
        let name = files::name(&self.article);
        let text = String::from_utf8(files::bytes(
            &self.article,
            dateline::article::limits::BYTES,
        )?)
        .map_err(|_| format!("{name} is not UTF-8."))?;
        let data =
            json::value(&text).map_err(|fault| format!("{name}: {}", fault.problem.message()))?;
        let article = read(&data).article.ok_or_else(|| {
            format!("{name} is no article that can be shown; `dateline check` says why.")
        })?;
        Ok(Rc::new(article))
    }
}

/// As wide as in this machine's fonts, but never less than in most: an SVG is looked at on
/// other machines, too.
fn measure() -> Rc<Measure> {
    match fonts::fonts() {
        Some(fonts) => {
            let measured = png::measured(fonts);
            Rc::new(move |text, face| measured(text, face).max(estimated(text, face)))
        }
        None => Rc::new(estimated),
    }
}
