//! What is drawn: marks on paper, in tenths of a pixel.

use super::pattern::Pattern;
use crate::document::printable;

/// How wide the paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A screen, or a page of A4.
    Wide,
    /// A phone.
    Narrow,
}

/// A chart on paper; all places are in tenths of a pixel from the left and the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The width of the paper.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// What stands on it, later marks over earlier ones.
    pub marks: Vec<Mark>,
}

/// Something on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A bar.
    Bar {
        /// Its left side.
        x: i64,
        /// Its top.
        y: i64,
        /// Its width.
        width: i64,
        /// Its height.
        height: i64,
        /// Its look.
        pattern: Pattern,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<(i64, i64)>,
        /// Its look.
        pattern: Pattern,
    },
    /// An area around which the points run.
    Area {
        /// The points.
        points: Vec<(i64, i64)>,
        /// Its look.
        pattern: Pattern,
    },
    /// A straight line to read by.
    Rule {
        /// Where it begins.
        from: (i64, i64),
        /// Where it ends.
        to: (i64, i64),
        /// What it is for.
        rule: Rule,
    },
    /// A ring around a point.
    Spot {
        /// The point.
        at: (i64, i64),
    },
    /// Words.
    Words {
        /// The point that they stand at: the middle of their height.
        at: (i64, i64),
        /// On which side of them that point lies.
        anchor: Anchor,
        /// The words.
        words: String,
    },
}

/// What a straight line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// An amount to read by.
    Tick,
    /// Nothing, from which bars go.
    Zero,
    /// What should not be passed, or how things stand.
    Limit,
}

/// On which side of words their point lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Before them.
    Start,
    /// In the middle.
    Middle,
    /// After them.
    End,
}

/// The size of letters, in pixels.
pub(super) const LETTER: i64 = 12;

/// The height of a line of words.
pub(super) const LINE: i64 = 160;

/// The width of a letter, of which there are narrow and wide ones: on the safe side.
const LETTER_WIDTH: i64 = 77;

impl Paper {
    /// Its width. The narrow one fits the smallest phone as it is.
    pub fn width(self) -> i64 {
        match self {
            Self::Wide => 6400,
            Self::Narrow => 2880,
        }
    }

    /// The height of a chart with periods beside each other, but for what stands above and below.
    pub(super) fn height(self) -> i64 {
        match self {
            Self::Wide => 2400,
            Self::Narrow => 2000,
        }
    }
}

/// The width that words take.
pub(super) fn width_of(words: &str) -> i64 {
    let letters = unicode_width::UnicodeWidthStr::width(words);
    i64::try_from(letters).unwrap_or(i64::MAX / LETTER_WIDTH).saturating_mul(LETTER_WIDTH)
}

/// Words in at most so many lines of a width; where they do not fit, the last ends in dots.
pub(super) fn wrapped(words: &str, width: i64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in printable(words).split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(" ") + width_of(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let too_many = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    let cut = |(place, line): (usize, String)| {
        if width_of(&line) > width || (too_many && place == last) {
            shortened(&line, width)
        } else {
            line
        }
    };
    lines.into_iter().enumerate().map(cut).collect()
}

/// As much of a line as fits with dots behind it.
fn shortened(line: &str, width: i64) -> String {
    let mut kept = String::new();
    for letter in line.chars() {
        kept.push(letter);
        if width_of(&kept) + width_of("…") > width {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

impl Drawing {
    /// Empty paper, which grows as it is drawn on.
    pub(super) fn on(paper: Paper) -> Self {
        Self { width: paper.width(), height: 0, marks: Vec::new() }
    }

    pub(super) fn words(&mut self, at: (i64, i64), anchor: Anchor, words: &str) {
        self.marks.push(Mark::Words { at, anchor, words: words.to_owned() });
    }

    pub(super) fn rule(&mut self, from: (i64, i64), to: (i64, i64), rule: Rule) {
        self.marks.push(Mark::Rule { from, to, rule });
    }

    /// A bar between two corners; nothing where these are one place.
    pub(super) fn bar(&mut self, one: (i64, i64), other: (i64, i64), pattern: Pattern) {
        let (x, y) = (one.0.min(other.0), one.1.min(other.1));
        let (width, height) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
        if width > 0 && height > 0 {
            self.marks.push(Mark::Bar { x, y, width, height, pattern });
        }
    }
}
