//! Which numbers the verdict hangs on: each swung by itself, and where it turns the verdict
//! (reference, section 9).

mod bar;

pub use bar::Bar;

use super::edge::{Range, Turn, edge};
use super::inputs::{Input, InputKind, inputs};
use super::trial::Trial;
use crate::measures::Ratio;
use crate::money::Overflow;
use crate::statements::Counted;
use crate::verdict::{Figure, Margin};
use rayon::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use std::collections::HashMap;

/// How many inputs are swung before it is told how far it is.
const AT_ONCE: usize = 32;

/// A case with every number that drives it swung by itself.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// On which funding the margins are.
    pub counted: Counted,
    /// The margin of the case as it is.
    pub margin: Margin,
    /// The numbers, that which moves the margin most first; of those that move it as much the first
    /// in the file.
    pub swings: Vec<Swing>,
}

/// What one number does to the margin.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The number.
    pub input: Input,
    /// Its low end, with the margin there.
    pub low: End,
    /// Its high end.
    pub high: End,
    /// Between the lowest and the highest margin; nothing where one cannot be computed.
    pub size: Option<Figure>,
    /// The value nearest to today's, within its bounds, at which the verdict is another.
    pub turns_at: Option<Decimal>,
}

/// One end of a swing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The value.
    pub value: Decimal,
    /// The margin there; nothing where the sums grow too large.
    pub margin: Option<Margin>,
}

impl Swing {
    /// Whether it moves the margin at all.
    pub fn moves(&self) -> bool {
        self.size.is_none_or(|size| size.in_euros_or_times().is_above_zero())
    }
}

/// Swings every number of a case; tells now and then how many are done.
///
/// # Errors
/// [`Overflow`] when a sum of the case itself outgrows what can be posted.
pub fn sensitivity(
    trial: &Trial,
    counted: Counted,
    mut done: impl FnMut(usize),
) -> Result<Sensitivity, Overflow> {
    let margin = trial.margin(counted)?;
    let base = Base { trial, counted, margin };
    let inputs = inputs(&trial.document, &trial.case);
    let mut swings: Vec<Swing> = Vec::with_capacity(inputs.len());
    for some in inputs.chunks(AT_ONCE) {
        swings.par_extend(some.par_iter().map(|input| base.swing(input)));
        done(swings.len());
    }
    swings.sort_by_key(|swing| Reverse(Size(swing.size)));
    Ok(Sensitivity { counted, margin, swings })
}

/// A swing's size for sorting; what cannot be computed is the largest.
#[derive(PartialEq, Eq)]
struct Size(Option<Figure>);

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Size {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (self.0, other.0) {
            (Some(one), Some(other)) => one.in_euros_or_times().cmp(&other.in_euros_or_times()),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// A case as it is, to be swung.
struct Base<'a> {
    trial: &'a Trial,
    counted: Counted,
    margin: Margin,
}

impl Base<'_> {
    fn swing(&self, input: &Input) -> Swing {
        let (low, high) = ends(input);
        let mut probe = Probe::new(self, input);
        let mut end = |value| End { value, margin: probe.margin_at(value) };
        let (low, high) = (end(low), end(high));
        let size = size([Some(self.margin), low.margin, high.margin]);
        let turns_at = probe.turns_at(low, high);
        Swing { input: input.clone(), low, high, size, turns_at }
    }
}

/// One number with the values that have been tried.
struct Probe<'a> {
    base: &'a Base<'a>,
    input: &'a Input,
    step: Decimal,
    turn: Turn,
    tried: HashMap<Decimal, Option<Margin>>,
}

impl<'a> Probe<'a> {
    fn new(base: &'a Base<'a>, input: &'a Input) -> Self {
        let turn = if base.margin.closes() { Turn::Fails } else { Turn::Closes };
        let tried = HashMap::from([(input.value, Some(base.margin))]);
        Self { base, input, step: step(input), turn, tried }
    }

    fn margin_at(&mut self, value: Decimal) -> Option<Margin> {
        let Base { trial, counted, .. } = *self.base;
        let run = || margin_at(trial, self.input, value, counted);
        *self.tried.entry(value).or_insert_with(run)
    }

    /// Looks on both sides, and takes what lies nearer; of two as near the lower. The side that
    /// leads to the turn is looked at first: the other then needs to be looked at no further.
    fn turns_at(&mut self, low: End, high: End) -> Option<Decimal> {
        let exact = |end: End| end.margin.map(Margin::exact);
        let down_first = (exact(low) > exact(high)) == (self.turn == Turn::Closes);
        let (down, up) = ((Side::Down, low), (Side::Up, high));
        let (first, second) = if down_first { (down, up) } else { (up, down) };
        let one = self.side(first.0, first.1, i64::MAX);
        let other = self.side(second.0, second.1, one.unwrap_or(i64::MAX));
        let steps = one.map(|steps| (steps, first.0)).into_iter();
        let steps = steps.chain(other.map(|steps| (steps, second.0)));
        let (steps, side) = steps.min_by_key(|(steps, side)| (*steps, *side == Side::Up))?;
        side.value(self.input.value, self.step, steps)
    }

    /// The first step on one side at which the verdict turns, no further than `most` of them.
    fn side(&mut self, side: Side, end: End, most: i64) -> Option<i64> {
        let (from, step, turn, start) = (self.input.value, self.step, self.turn, self.base.margin);
        let guess = steps_between(from, end.value, step).unwrap_or(0).max(1);
        side.stages(self.input, step).into_iter().find_map(|stage| {
            let range = Range { start, turn, guess, most: stage.min(most), noise: 1 };
            let found = edge(range, |steps| self.margin_at(side.value(from, step, steps)?))?;
            Some(found.at)
        })
    }
}

/// The margin of a case with one number changed.
fn margin_at(trial: &Trial, input: &Input, value: Decimal, counted: Counted) -> Option<Margin> {
    input.laid(trial, value).ok()?.margin(counted).ok()
}

/// Up or down from today's value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Down,
    Up,
}

impl Side {
    fn value(self, from: Decimal, step: Decimal, steps: i64) -> Option<Decimal> {
        let way = step.checked_mul(Decimal::from(steps))?;
        match self {
            Self::Down => from.checked_sub(way),
            Self::Up => from.checked_add(way),
        }
        .map(|value| value.normalize())
    }

    /// How many steps to look, at last up to the bounds of the format. What grows year after year
    /// is looked at nearby first: long before its bound sums outgrow what can be computed.
    fn stages(self, input: &Input, step: Decimal) -> Vec<i64> {
        let (least, most) = input.kind.bounds();
        let steps = |bound| steps_between(input.value, bound, step).unwrap_or(0);
        let nearby = [Decimal::new(25, 2), Decimal::ONE];
        match (self, input.kind) {
            (Self::Down, _) => vec![steps(least)],
            (Self::Up, InputKind::Growth) => {
                let nearby = nearby.into_iter().filter(|&bound| bound > input.value);
                nearby.map(steps).chain([steps(most)]).collect()
            }
            (Self::Up, _) => vec![steps(most)],
        }
    }
}

/// The whole steps between two values.
fn steps_between(one: Decimal, other: Decimal, step: Decimal) -> Option<i64> {
    one.checked_sub(other)?.abs().checked_div(step)?.trunc().to_i64()
}

/// The step in which a switching value is looked for: a hundredth, of a percentage a hundredth of a
/// percent, or the last decimal that the number is written with.
fn step(input: &Input) -> Decimal {
    let usual = if input.kind.is_percentage() { 4 } else { 2 };
    let written = input.value.normalize().scale();
    Decimal::new(1, written.max(usual).min(input.kind.decimals()))
}

/// The ends of a number's swing: of its range, or a tenth of itself less and more, within its
/// bounds.
fn ends(input: &Input) -> (Decimal, Decimal) {
    if let Some(range) = &input.range {
        return (range.low, range.high);
    }
    let tenth = input.value.abs().checked_mul(Decimal::new(1, 1)).unwrap_or_default();
    let (least, most) = input.kind.bounds();
    let end = |value: Option<Decimal>| {
        value.unwrap_or(input.value).clamp(least, most).round_dp(input.kind.decimals())
    };
    (end(input.value.checked_sub(tenth)), end(input.value.checked_add(tenth)))
}

/// Between the lowest and the highest of some margins.
fn size(margins: [Option<Margin>; 3]) -> Option<Figure> {
    let margins: Vec<Margin> = margins.into_iter().collect::<Option<_>>()?;
    let highest = margins.iter().max_by_key(|margin| Exact(margin.exact()))?;
    let lowest = margins.iter().min_by_key(|margin| Exact(margin.exact()))?;
    match (highest.by, lowest.by) {
        (Figure::Money(high), Figure::Money(low)) => high.minus(low).ok().map(Figure::Money),
        _ => highest.exact().minus(lowest.exact()).map(Figure::Ratio),
    }
}

/// A ratio as a key.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Exact(Ratio);

/// The margin over two numbers at once.
#[derive(Clone, Debug)]
pub struct Grid {
    /// On which funding the margins are.
    pub counted: Counted,
    /// The number of the rows.
    pub rows: Axis,
    /// The number of the columns.
    pub columns: Axis,
    /// The margins, row by row; nothing where the sums grow too large.
    pub margins: Vec<Vec<Option<Margin>>>,
}

/// A number with the values that it takes.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The number.
    pub input: Input,
    /// Its values: low, halfway, today's, halfway, high; each once.
    pub values: Vec<Decimal>,
}

impl Axis {
    fn of(input: Input) -> Self {
        let (low, high) = ends(&input);
        let halfway = |end: Decimal| {
            let sum = end.checked_add(input.value)?;
            Some(sum.checked_div(Decimal::TWO)?.round_dp(input.kind.decimals()))
        };
        let mut values: Vec<Decimal> =
            [Some(low), halfway(low), Some(input.value), halfway(high), Some(high)]
                .into_iter()
                .flatten()
                .collect();
        values.sort();
        values.dedup();
        Self { input, values }
    }
}

/// The margin over two numbers of a case at once.
pub fn grid(trial: &Trial, rows: Input, columns: Input, counted: Counted) -> Grid {
    let (rows, columns) = (Axis::of(rows), Axis::of(columns));
    let row = |value: Decimal| {
        let laid = rows.input.laid(trial, value).ok();
        let input = laid.as_ref().and_then(|laid| again(laid, &columns.input));
        let margin = |value: Decimal| margin_at(laid.as_ref()?, input.as_ref()?, value, counted);
        columns.values.iter().copied().map(margin).collect()
    };
    let margins = rows.values.par_iter().copied().map(row).collect();
    Grid { counted, rows, columns, margins }
}

/// The same number of a case in which another has been changed: both may stand in one list.
fn again(trial: &Trial, input: &Input) -> Option<Input> {
    let path = input.path();
    inputs(&trial.document, &trial.case).into_iter().find(|input| input.path() == path)
}
