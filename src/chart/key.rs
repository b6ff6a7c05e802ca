//! The key: which look is which series, above the chart.

use super::drawing::{Anchor, Drawing, LINE, Mark, Rule, width_of, wrapped};
use super::pattern::Pattern;

/// What stands beside a name in the key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sign {
    /// A piece of a bar.
    Bar(Pattern),
    /// A piece of a line.
    Line(Pattern),
    /// A piece of an area.
    Area(Pattern),
    /// A piece of a line that should not be passed.
    Limit,
}

/// The width of a sign, with what stands between it and its name.
const SIGN: i64 = 220;

/// Adds the key, in as many lines as it takes, below what there is.
pub(super) fn add(drawing: &mut Drawing, names: &[(Sign, &str)]) {
    if names.is_empty() {
        return;
    }
    let (mut x, mut y) = (0, drawing.height + LINE / 2);
    for (sign, name) in names {
        let lines = wrapped(name, drawing.width - SIGN, 2);
        let width = SIGN + lines.iter().map(|line| width_of(line)).max().unwrap_or_default();
        if x > 0 && x + width > drawing.width {
            (x, y) = (0, y + LINE + 20);
        }
        add_sign(drawing, *sign, x, y);
        for (place, line) in lines.iter().enumerate() {
            y += if place > 0 { LINE } else { 0 };
            drawing.words((x + SIGN, y), Anchor::Start, line);
        }
        x += width + 160;
    }
    drawing.height = y + LINE / 2 + 80;
}

fn add_sign(drawing: &mut Drawing, sign: Sign, x: i64, y: i64) {
    let (left, right) = (x + 5, x + 165);
    match sign {
        Sign::Bar(pattern) => drawing.bar((left, y - 55), (right, y + 55), pattern),
        Sign::Line(pattern) => {
            drawing.marks.push(Mark::Line { points: vec![(left, y), (right, y)], pattern });
        }
        Sign::Area(pattern) => {
            let (top, bottom) = (y - 55, y + 55);
            let points = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
            drawing.marks.push(Mark::Area { points, pattern });
        }
        Sign::Limit => drawing.rule((left, y), (right, y), Rule::Limit),
    }
}
