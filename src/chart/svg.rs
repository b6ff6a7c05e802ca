//! A drawing as SVG. What it looks like stands in attributes: it keeps its looks where it is
//! copied to.

use super::drawing::{Anchor, LETTER, Mark, Paper, Rule};
use super::pattern::Pattern;
use super::{Chart, Language};
use crate::document::printable;
use maud::{Markup, html};
use std::fmt::Write;

impl Chart {
    /// The chart as SVG within a page, with what it shows in words for who cannot see it.
    pub fn svg(&self, paper: Paper, language: Language) -> Markup {
        let drawing = self.drawn(paper, language);
        let id = match paper {
            Paper::Wide => format!("{}-w", self.id),
            Paper::Narrow => format!("{}-n", self.id),
        };
        let (width, height) = (pixels(drawing.width), pixels(drawing.height));
        let (title, about) = (format!("{id}-t"), format!("{id}-d"));
        html! {
            svg xmlns="http://www.w3.org/2000/svg" role="img" lang=(<&str>::from(language))
                aria-labelledby=(format!("{title} {about}"))
                viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height) {
                title id=(title) { (printable(&self.title)) }
                desc id=(about) { (printable(&self.about)) }
                g aria-hidden="true" fill="currentColor" font-size=(LETTER)
                    font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" {
                    @for mark in &drawing.marks { (self::mark(mark)) }
                }
            }
        }
    }
}

/// A length in tenths of a pixel, in pixels.
fn pixels(tenths: i64) -> String {
    let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match size % 10 {
        0 => format!("{sign}{}", size / 10),
        rest => format!("{sign}{}.{rest}", size / 10),
    }
}

fn points(points: &[(i64, i64)]) -> String {
    let mut text = String::new();
    for (x, y) in points {
        // Writing to a text cannot fail.
        let _ = write!(text, "{},{} ", pixels(*x), pixels(*y));
    }
    text.truncate(text.trim_end().len());
    text
}

fn mark(mark: &Mark) -> Markup {
    match mark {
        Mark::Bar { x, y, width, height, pattern } => {
            let area = Area { x: *x, y: *y, width: *width, height: *height };
            bar(area, *pattern)
        }
        Mark::Line { points, pattern } => html! {
            polyline points=(self::points(points)) fill="none" stroke=(pattern.colour())
                stroke-width="2" stroke-linejoin="round" stroke-dasharray=[pattern.dashes()] {}
        },
        Mark::Area { points, pattern } => html! {
            polygon points=(self::points(points)) fill=(pattern.colour()) fill-opacity="0.35"
                stroke=(pattern.colour()) stroke-dasharray=[pattern.dashes()] {}
        },
        Mark::Rule { from, to, rule } => {
            let (width, dashes, opacity) = match rule {
                Rule::Tick => ("1", None, Some("0.25")),
                Rule::Zero => ("1.5", None, None),
                Rule::Limit => ("1.5", Some("6 3"), None),
            };
            html! {
                line x1=(pixels(from.0)) y1=(pixels(from.1)) x2=(pixels(to.0)) y2=(pixels(to.1))
                    stroke="currentColor" stroke-width=(width) stroke-dasharray=[dashes]
                    stroke-opacity=[opacity] {}
            }
        }
        Mark::Spot { at } => html! {
            circle cx=(pixels(at.0)) cy=(pixels(at.1)) r="5" fill="none" stroke="currentColor"
                stroke-width="2" {}
        },
        Mark::Words { at, anchor, words } => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            // A third of a letter below the middle is where letters stand.
            html! {
                text x=(pixels(at.0)) y=(pixels(at.1 + LETTER * 10 / 3)) text-anchor=[anchor] {
                    (words)
                }
            }
        }
    }
}

/// Where a bar lies.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

/// How far strokes lie apart.
const APART: i64 = 60;

/// A bar with the strokes of its pattern, each drawn: what repeats a pattern by itself becomes a
/// picture where a page is printed, a large one.
fn bar(area: Area, pattern: Pattern) -> Markup {
    let Area { x, y, width, height } = area;
    let opacity = match pattern {
        Pattern::Solid => None,
        Pattern::Hollow => Some("0"),
        _ => Some("0.2"),
    };
    let strokes = match pattern {
        Pattern::Solid | Pattern::Hollow => String::new(),
        Pattern::Rising => rising(area),
        Pattern::Falling => falling(area),
        Pattern::Crossed => rising(area) + &falling(area),
        Pattern::Level | Pattern::Dots => level(area),
    };
    let dots = pattern == Pattern::Dots;
    html! {
        rect x=(pixels(x)) y=(pixels(y)) width=(pixels(width)) height=(pixels(height))
            fill=(pattern.colour()) fill-opacity=[opacity] stroke=(pattern.colour())
            stroke-dasharray=[(pattern == Pattern::Hollow).then_some("3 2")] {}
        @if !strokes.is_empty() {
            path d=(strokes) stroke=(pattern.colour()) stroke-width=[dots.then_some("2")]
                stroke-dasharray=[dots.then_some("2 4")] {}
        }
    }
}

/// Strokes from the lower left to the upper right.
fn rising(area: Area) -> String {
    strokes(area, |start, end, Area { x, y, .. }| {
        ((x + start.0, y + start.1), (x + end.0, y + end.1))
    })
}

/// The same, mirrored.
fn falling(area: Area) -> String {
    strokes(area, |start, end, Area { x, y, width, .. }| {
        ((x + width - start.0, y + start.1), (x + width - end.0, y + end.1))
    })
}

/// The points at which slanting strokes meet the sides of a bar, each turned into places.
fn strokes(
    area: Area,
    place: impl Fn((i64, i64), (i64, i64), Area) -> ((i64, i64), (i64, i64)),
) -> String {
    let (width, height) = (area.width, area.height);
    let along = (1..).map(|number| number * APART).take_while(|along| *along < width + height);
    let mut text = String::new();
    for along in along {
        let start = ((along - height).max(0), along.min(height));
        let end = (along.min(width), (along - width).max(0));
        let (from, to) = place(start, end, area);
        add_stroke(&mut text, from, to);
    }
    text
}

/// Level strokes.
fn level(area: Area) -> String {
    let Area { x, y, width, height } = area;
    let mut text = String::new();
    let down = (0..).map(|number| number * APART + APART / 2).take_while(|down| *down < height);
    for down in down {
        add_stroke(&mut text, (x, y + down), (x + width, y + down));
    }
    text
}

fn add_stroke(text: &mut String, from: (i64, i64), to: (i64, i64)) {
    // Writing to a text cannot fail.
    let _ =
        write!(text, "M{} {}L{} {}", pixels(from.0), pixels(from.1), pixels(to.0), pixels(to.1));
}
