//! A drawing as SVG. What it looks like stands in attributes: it keeps its looks where it is
//! copied to.

use super::drawing::{Anchor, Drawing, LETTER, Mark, Paper, Rule};
use super::pattern::Pattern;
use super::{Chart, Language};
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;
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
                title id=(title) { (self.title) }
                desc id=(about) { (self.about) }
                (patterns(&drawing, &id))
                g aria-hidden="true" fill="currentColor" font-size=(LETTER)
                    font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" {
                    @for mark in &drawing.marks { (self::mark(mark, &id)) }
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

fn mark(mark: &Mark, id: &str) -> Markup {
    match mark {
        Mark::Bar { x, y, width, height, pattern } => html! {
            rect x=(pixels(*x)) y=(pixels(*y)) width=(pixels(*width)) height=(pixels(*height))
                fill=(fill(*pattern, id)) stroke=(pattern.colour())
                stroke-dasharray=[(*pattern == Pattern::Hollow).then_some("3 2")] {}
        },
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

/// What a bar is filled with.
fn fill(pattern: Pattern, id: &str) -> String {
    match pattern {
        Pattern::Solid => pattern.colour().to_owned(),
        Pattern::Hollow => "none".to_owned(),
        _ => format!("url(#{id}-{})", pattern.name()),
    }
}

/// The patterns that a drawing fills bars with.
fn patterns(drawing: &Drawing, id: &str) -> Markup {
    let used = drawing.marks.iter().filter_map(|mark| match mark {
        Mark::Bar { pattern, .. } => Some(*pattern),
        _ => None,
    });
    let used: BTreeSet<_> = used.filter(|pattern| strokes(*pattern).is_some()).collect();
    if used.is_empty() {
        return PreEscaped(String::new());
    }
    html! {
        defs {
            @for pattern in used {
                pattern id=(format!("{id}-{}", pattern.name())) width="6" height="6"
                    patternUnits="userSpaceOnUse" {
                    rect width="6" height="6" fill=(pattern.colour()) fill-opacity="0.2" {}
                    path d=[strokes(pattern)] stroke=(pattern.colour()) fill="none"
                        stroke-width=(if pattern == Pattern::Dots { 2 } else { 1 }) {}
                }
            }
        }
    }
}

/// The strokes that a pattern repeats.
fn strokes(pattern: Pattern) -> Option<&'static str> {
    match pattern {
        Pattern::Rising => Some("M-1 1L1 -1M0 6L6 0M5 7L7 5"),
        Pattern::Falling => Some("M-1 5L1 7M0 0L6 6M5 -1L7 1"),
        Pattern::Crossed => Some("M0 0L6 6M0 6L6 0"),
        Pattern::Level => Some("M0 3H6"),
        Pattern::Dots => Some("M2 3H4"),
        Pattern::Solid | Pattern::Hollow => None,
    }
}
