//! Charts with things below each other and amounts, or months, from left to right.

use super::drawing::{Anchor, Drawing, LINE, Paper, Rule, width_of, wrapped};
use super::key::{self, Sign};
use super::pattern::Pattern;
use super::scale::Scale;
use super::{Across, Spans, Step, Steps, Tornado};
use crate::language::{Language, numbers};
use crate::money::Cents;

/// A thing with its bars, already places from left to right.
struct Thing {
    name: String,
    /// What is written beside it; may be nothing.
    value: String,
    /// Bars below each other, each of pieces: from, to, look.
    bars: Vec<Vec<(i64, i64, Pattern)>>,
}

/// The height of a bar, and of what stands between bars of one thing.
const BAR: i64 = 130;
const BETWEEN: i64 = 20;

/// Where bars are drawn.
struct Lane {
    left: i64,
    right: i64,
}

impl Lane {
    /// Between the names and the values on wide paper, right across on a phone: there the names
    /// stand above the bars.
    fn of(paper: Paper, values: &[String]) -> Self {
        let value = values.iter().map(|value| width_of(value)).max().unwrap_or_default();
        match paper {
            Paper::Wide if value > 0 => Self { left: 2100, right: paper.width() - value - 60 },
            Paper::Wide => Self { left: 2100, right: paper.width() - 250 },
            Paper::Narrow => Self { left: 60, right: paper.width() - 250 },
        }
    }
}

/// A rule up and down, at a place with a name.
struct Upright {
    x: i64,
    name: String,
    rule: Rule,
}

/// From one amount to another.
pub(super) fn steps(chart: &Steps, paper: Paper, language: Language) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let values: Vec<_> =
        chart.steps.iter().map(|step| numbers::plain(language, step.amount)).collect();
    let ends = ends(&chart.steps);
    let (scale, lane) =
        (Scale::of(ends.iter().flatten().copied(), ticks(paper)), Lane::of(paper, &values));
    let x = |amount| scale.place(amount, lane.left, lane.right);
    let things = chart.steps.iter().zip(&ends).zip(values).map(|((step, [from, to]), value)| {
        let pattern = match (step.is_level, step.amount < Cents::ZERO) {
            (true, false) => Pattern::Solid,
            (true, true) => Pattern::Falling,
            (false, false) => Pattern::Dots,
            (false, true) => Pattern::Rising,
        };
        Thing { name: step.name.clone(), value, bars: vec![vec![(x(*from), x(*to), pattern)]] }
    });
    let uprights = amounts(&scale, &lane, language);
    add(&mut drawing, things.collect(), &uprights, &lane, paper);
    drawing
}

/// Where each step begins and ends.
fn ends(steps: &[Step]) -> Vec<[Cents; 2]> {
    let mut at = Cents::ZERO;
    let end = |step: &Step| {
        let from = if step.is_level { Cents::ZERO } else { at };
        // A level says where the steps have come to; sums that cannot be are not drawn further.
        at = if step.is_level { step.amount } else { at.plus(step.amount).unwrap_or(at) };
        [from, at]
    };
    steps.iter().map(end).collect()
}

/// For each thing bars from zero.
pub(super) fn across(chart: &Across, paper: Paper, language: Language) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let names = chart.series.iter().map(|(name, pattern)| (Sign::Bar(*pattern), name.as_str()));
    key::add(&mut drawing, &names.collect::<Vec<_>>());
    let stacked = |amounts: &[Cents], bar: &[usize]| -> Vec<(Cents, Cents, Pattern)> {
        let mut at = Cents::ZERO;
        let pieces = bar.iter().filter_map(|&series| {
            let amount = amounts.get(series).copied()?;
            let (_, pattern) = chart.series.get(series)?;
            let from = at;
            at = at.plus(amount).unwrap_or(at);
            Some((from, at, *pattern))
        });
        pieces.collect()
    };
    let rows: Vec<(&String, Vec<Vec<_>>)> = chart
        .rows
        .iter()
        .map(|(name, amounts)| (name, chart.bars.iter().map(|bar| stacked(amounts, bar)).collect()))
        .collect();
    let ends = rows.iter().flat_map(|(_, bars)| bars.iter().flatten().map(|(_, to, _)| *to));
    let (scale, lane) = (Scale::of(ends, ticks(paper)), Lane::of(paper, &[]));
    let x = |amount| scale.place(amount, lane.left, lane.right);
    let things = rows.into_iter().map(|(name, bars)| {
        let piece = |(from, to, pattern)| (x(from), x(to), pattern);
        let bars = bars.into_iter().map(|bar| bar.into_iter().map(piece).collect()).collect();
        Thing { name: name.clone(), value: String::new(), bars }
    });
    let uprights = amounts(&scale, &lane, language);
    add(&mut drawing, things.collect(), &uprights, &lane, paper);
    drawing
}

/// For each number a bar around how things stand.
pub(super) fn tornado(chart: &Tornado, paper: Paper, language: Language) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let [_, low, high] = &chart.heads;
    let (base_name, base) = &chart.base;
    let at = [(Sign::Bar(Pattern::Rising), low.as_str()), (Sign::Bar(Pattern::Solid), high)];
    key::add(&mut drawing, &[&at[..], &[(Sign::Limit, base_name)]].concat());
    let ends = chart.rows.iter().flat_map(|(_, low, high)| [*low, *high]);
    let (scale, lane) = (Scale::of(ends.chain([*base]), ticks(paper)), Lane::of(paper, &[]));
    let x = |amount| scale.place(amount, lane.left, lane.right);
    let things = chart.rows.iter().map(|(name, low, high)| {
        let from = x(*base);
        let low = vec![(from, x(*low), Pattern::Rising)];
        let high = vec![(from, x(*high), Pattern::Solid)];
        Thing { name: name.clone(), value: String::new(), bars: vec![low, high] }
    });
    let mut uprights = amounts(&scale, &lane, language);
    uprights.push(Upright { x: x(*base), name: String::new(), rule: Rule::Limit });
    add(&mut drawing, things.collect(), &uprights, &lane, paper);
    drawing
}

/// For each thing the months that it lasts.
pub(super) fn spans(chart: &Spans, paper: Paper) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let names = chart.series.iter().map(|(name, pattern)| (Sign::Bar(*pattern), name.as_str()));
    key::add(&mut drawing, &names.collect::<Vec<_>>());
    let lane = Lane::of(paper, &[]);
    let months = i64::try_from(chart.months).unwrap_or(i64::MAX).max(1);
    let x = |month: usize| {
        let month = i64::try_from(month).unwrap_or_default().min(months);
        lane.left + (lane.right - lane.left) * month / months
    };
    let things = chart.rows.iter().map(|(name, stretches)| {
        let pieces = stretches.iter().filter_map(|&(series, from, to)| {
            let (_, pattern) = chart.series.get(series)?;
            Some((x(from), x(to), *pattern))
        });
        Thing { name: name.clone(), value: String::new(), bars: vec![pieces.collect()] }
    });
    let uprights: Vec<_> = chart
        .labels
        .iter()
        .map(|(month, name)| Upright { x: x(*month), name: name.clone(), rule: Rule::Tick })
        .collect();
    add(&mut drawing, things.collect(), &uprights, &lane, paper);
    drawing
}

/// How many steps of amounts fit beside each other.
fn ticks(paper: Paper) -> u8 {
    match paper {
        Paper::Wide => 4,
        Paper::Narrow => 3,
    }
}

/// Rules at round amounts.
fn amounts(scale: &Scale, lane: &Lane, language: Language) -> Vec<Upright> {
    let names = numbers::axis(language, &scale.ticks);
    let upright = |(&tick, name): (&Cents, String)| Upright {
        x: scale.place(tick, lane.left, lane.right),
        name,
        rule: if tick == Cents::ZERO { Rule::Zero } else { Rule::Tick },
    };
    scale.ticks.iter().zip(names).map(upright).collect()
}

/// Adds things below each other, with rules behind their bars and the names of these below.
fn add(drawing: &mut Drawing, things: Vec<Thing>, uprights: &[Upright], lane: &Lane, paper: Paper) {
    let top = drawing.height + 40;
    let mut y = top;
    let mut marks = Drawing::on(paper);
    for thing in things {
        y = match paper {
            Paper::Wide => add_beside(&mut marks, &thing, lane, y),
            Paper::Narrow => add_below(&mut marks, &thing, y),
        };
    }
    let (behind, before): (Vec<_>, Vec<_>) =
        uprights.iter().partition(|upright| upright.rule == Rule::Tick);
    for upright in behind {
        drawing.rule((upright.x, top), (upright.x, y), upright.rule);
    }
    drawing.marks.append(&mut marks.marks);
    for upright in before {
        drawing.rule((upright.x, top), (upright.x, y), upright.rule);
    }
    let mut free = i64::MIN;
    for upright in uprights.iter().filter(|it| !it.name.is_empty()) {
        let half = width_of(&upright.name) / 2;
        let x = upright.x.clamp(half, (drawing.width - half).max(half));
        if x - half >= free {
            drawing.words((x, y + LINE / 2 + 20), Anchor::Middle, &upright.name);
            free = x + half + 40;
        }
    }
    drawing.height = y + LINE + 40;
}

/// A thing with its name before its bars; gives where the next one begins.
fn add_beside(drawing: &mut Drawing, thing: &Thing, lane: &Lane, top: i64) -> i64 {
    let lines = wrapped(&thing.name, lane.left - 120, 3);
    let count = |things: usize| i64::try_from(things).unwrap_or_default();
    let bars = count(thing.bars.len()) * (BAR + BETWEEN) - BETWEEN;
    let words = count(lines.len()) * (LINE - 10);
    let height = bars.max(words);
    let middle = top + height / 2;
    let mut y = middle - words / 2 + (LINE - 10) / 2;
    for line in &lines {
        drawing.words((lane.left - 100, y), Anchor::End, line);
        y += LINE - 10;
    }
    add_bars(drawing, &thing.bars, middle - bars / 2);
    if !thing.value.is_empty() {
        drawing.words((drawing.width, middle), Anchor::End, &thing.value);
    }
    top + height + 90
}

/// A thing with its name above its bars; gives where the next one begins.
fn add_below(drawing: &mut Drawing, thing: &Thing, top: i64) -> i64 {
    let value = width_of(&thing.value);
    let mut y = top;
    for line in wrapped(&thing.name, drawing.width - value - 80, 3) {
        drawing.words((0, y + LINE / 2), Anchor::Start, &line);
        y += LINE;
    }
    if value > 0 {
        drawing.words((drawing.width, top + LINE / 2), Anchor::End, &thing.value);
    }
    add_bars(drawing, &thing.bars, y + 10) + 100
}

fn add_bars(drawing: &mut Drawing, bars: &[Vec<(i64, i64, Pattern)>], top: i64) -> i64 {
    let mut y = top;
    for pieces in bars {
        for &(from, to, pattern) in pieces {
            drawing.bar((from, y), (to, y + BAR), pattern);
        }
        y += BAR + BETWEEN;
    }
    y - BETWEEN
}
