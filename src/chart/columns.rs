//! Charts with periods from left to right and amounts upwards.

use super::drawing::{Anchor, Drawing, LINE, Mark, Paper, Rule, width_of, wrapped};
use super::key::{self, Sign};
use super::pattern::Pattern;
use super::scale::Scale;
use super::{Lines, Periods, Stacked};
use crate::language::{Language, numbers};
use crate::money::Cents;

/// The looks of bands, the widest first.
const BANDS: [Pattern; 2] = [Pattern::Hollow, Pattern::Level];

/// The part of the paper that amounts are drawn on.
struct Field {
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
    scale: Scale,
    periods: i64,
}

/// Amounts stacked in a bar for each period.
pub(super) fn stacked(chart: &Stacked, paper: Paper, language: Language) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let names = chart.series.iter().map(|it| (Sign::Bar(it.pattern), it.name.as_str()));
    key::add(&mut drawing, &names.collect::<Vec<_>>());
    let ends = (0..chart.periods.names.len()).flat_map(|period| ends(chart, period));
    let field = Field::add(&mut drawing, &chart.periods, ends, paper, language);
    for period in 0..chart.periods.names.len() {
        let (left, right) = field.bar(period);
        let (mut above, mut below) = (0_i128, 0_i128);
        for series in &chart.series {
            let amount = series.amounts.get(period).copied().unwrap_or_default();
            let end = if amount < Cents::ZERO { &mut below } else { &mut above };
            let from = field.y(held(*end));
            *end += i128::from(amount.0);
            drawing.bar((left, from), (right, field.y(held(*end))), series.pattern);
        }
    }
    field.add_zero(&mut drawing);
    drawing
}

/// How far a period's bars reach, upwards and downwards.
fn ends(chart: &Stacked, period: usize) -> [Cents; 2] {
    let amounts = chart.series.iter().filter_map(|series| series.amounts.get(period));
    let sum = |is: fn(i64) -> bool| {
        held(amounts.clone().filter(|amount| is(amount.0)).map(|amount| i128::from(amount.0)).sum())
    };
    [sum(|amount| amount > 0), sum(|amount| amount < 0)]
}

/// A sum of amounts, as far as an amount can be drawn.
fn held(sum: i128) -> Cents {
    Cents(i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX }))
}

/// Amounts as lines.
pub(super) fn lines(chart: &Lines, paper: Paper, language: Language) -> Drawing {
    let mut drawing = Drawing::on(paper);
    let bands = chart.bands.iter().zip(BANDS.into_iter().cycle());
    let mut names: Vec<_> = bands
        .clone()
        .map(|(band, pattern)| (Sign::Area(pattern), band.name.as_str()))
        .chain(chart.series.iter().map(|it| (Sign::Line(it.pattern), it.name.as_str())))
        .collect();
    names.extend(chart.limit.iter().map(|(name, _)| (Sign::Limit, name.as_str())));
    key::add(&mut drawing, &names);
    let amounts = chart.series.iter().flat_map(|series| &series.amounts);
    let amounts =
        amounts.chain(chart.bands.iter().flat_map(|band| band.low.iter().chain(&band.high)));
    let amounts = amounts.copied().chain(chart.limit.iter().map(|(_, amount)| *amount));
    let field = Field::add(&mut drawing, &chart.periods, amounts, paper, language);
    let points = |amounts: &[Cents]| -> Vec<_> {
        let place = |(period, &amount)| (field.middle(period), field.y(amount));
        amounts.iter().enumerate().map(place).collect()
    };
    for (band, pattern) in bands {
        let mut around = points(&band.low);
        around.extend(points(&band.high).into_iter().rev());
        drawing.marks.push(Mark::Area { points: around, pattern });
    }
    field.add_zero(&mut drawing);
    if let Some((_, limit)) = chart.limit {
        let y = field.y(limit);
        drawing.rule((field.left, y), (field.right, y), Rule::Limit);
    }
    for series in &chart.series {
        let (points, pattern) = (points(&series.amounts), series.pattern);
        drawing.marks.push(Mark::Line { points, pattern });
    }
    add_spot(&mut drawing, chart, &field);
    drawing
}

/// The place that matters, with what is said of it where there is room.
fn add_spot(drawing: &mut Drawing, chart: &Lines, field: &Field) {
    let Some(spot) = &chart.spot else { return };
    let amounts = chart.series.get(spot.series).map(|series| series.amounts.as_slice());
    let Some(&amount) = amounts.and_then(|amounts| amounts.get(spot.period)) else { return };
    let (x, y) = (field.middle(spot.period), field.y(amount));
    drawing.marks.push(Mark::Spot { at: (x, y) });
    let width = width_of(&spot.words);
    let (anchor, x) = if x + 80 + width <= field.right {
        (Anchor::Start, x + 80)
    } else if x - 80 - width >= field.left {
        (Anchor::End, x - 80)
    } else {
        return;
    };
    // Above the line where that leaves room, else below it.
    let y = if y - LINE > field.top { y - LINE + 20 } else { y + LINE - 20 };
    drawing.words((x, y), anchor, &spot.words);
}

impl Field {
    /// Adds the ticks and the names of the periods, and gives what lies between.
    fn add(
        drawing: &mut Drawing,
        periods: &Periods,
        amounts: impl Iterator<Item = Cents>,
        paper: Paper,
        language: Language,
    ) -> Self {
        let scale = Scale::of(amounts, 6);
        let names: Vec<_> = numbers::axis(language, &scale.ticks);
        let left = names.iter().map(|name| width_of(name)).max().unwrap_or_default() + 60;
        let top = drawing.height + 60;
        let bottom = top + paper.height();
        let right = drawing.width - 10;
        let count = i64::try_from(periods.names.len()).unwrap_or(i64::MAX).max(1);
        let field = Self { left, right, top, bottom, scale, periods: count };
        for (&tick, name) in field.scale.ticks.iter().zip(&names) {
            let y = field.y(tick);
            drawing.rule((left, y), (right, y), Rule::Tick);
            drawing.words((left - 50, y), Anchor::End, name);
        }
        field.add_names(drawing, periods);
        drawing.height = bottom + LINE + 60;
        field
    }

    /// The names of the periods, as many as fit beside each other.
    fn add_names(&self, drawing: &mut Drawing, periods: &Periods) {
        let y = self.bottom + LINE / 2 + 50;
        let mut free = i64::MIN;
        // Evenly spread: each, or every second, third ...
        let places: Vec<i64> =
            periods.labels.iter().map(|(period, _)| self.middle(*period)).collect();
        let widest =
            periods.labels.iter().map(|(_, name)| width_of(name)).max().unwrap_or_default();
        let apart = match places.as_slice() {
            [first, second, ..] => (second - first).max(1),
            _ => self.right - self.left,
        };
        let every = usize::try_from((widest + 60 + apart - 1) / apart).unwrap_or(1).max(1);
        for ((_, name), &x) in periods.labels.iter().zip(&places).step_by(every) {
            let half = width_of(name) / 2;
            let x = x.clamp(half, (drawing.width - half).max(half));
            if x - half >= free {
                for line in wrapped(name, drawing.width, 1) {
                    drawing.words((x, y), Anchor::Middle, &line);
                }
                free = x + half + 30;
            }
        }
    }

    /// The line from which bars go.
    fn add_zero(&self, drawing: &mut Drawing) {
        let y = self.y(Cents::ZERO);
        drawing.rule((self.left, y), (self.right, y), Rule::Zero);
    }

    fn y(&self, amount: Cents) -> i64 {
        self.scale.place(amount, self.bottom, self.top)
    }

    /// Where a period begins, counted in halves of a period.
    fn x(&self, halves: i64) -> i64 {
        self.left + (self.right - self.left) * halves / (2 * self.periods)
    }

    fn middle(&self, period: usize) -> i64 {
        self.x(2 * i64::try_from(period).unwrap_or_default() + 1)
    }

    /// The sides of a period's bar: two thirds of its room, and never wider than a thumb.
    fn bar(&self, period: usize) -> (i64, i64) {
        let room = (self.right - self.left) / self.periods;
        let half = (room / 3).clamp(5, 300);
        let middle = self.middle(period);
        (middle - half, middle + half)
    }
}
