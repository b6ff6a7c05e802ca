//! What is drawn: a value for each range, and whether each request with a chance is granted.

use super::shape::Shape;
use crate::case::Case;
use crate::document::Document;
use crate::exact::rounded_quotient;
use crate::whatif::inputs::{Input, ranges};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rust_decimal::Decimal;

/// All that differs from draw to draw.
#[derive(Clone, Debug)]
pub struct Lottery {
    seed: u64,
    /// The ranges, in the order of the file.
    pub ranges: Vec<Drawn>,
    /// The requests that carry a chance.
    pub chances: Vec<Chance>,
    /// How many quantiles a draw takes.
    quantiles: usize,
}

/// A number that is drawn from its range.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The number.
    pub input: Input,
    shape: Shape,
    grid: Grid,
    /// Which of the draw's quantiles it takes.
    quantile: usize,
}

/// The values that can be drawn from a range, as whole numbers of the last decimal that any of them
/// has.
#[derive(Clone, Copy, Debug)]
struct Grid {
    /// The decimals of the values.
    decimals: u32,
    /// How many of these numbers lie between the values that the format allows.
    step: i128,
    low: i128,
    high: i128,
}

/// A request that is granted in a share of the draws.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// Its place in [`Case::funding`].
    pub place: usize,
    /// The share, in 2^64ths.
    below: u128,
    quantile: usize,
}

/// One draw.
#[derive(Clone, Debug)]
pub struct Draw {
    /// The value of each range.
    pub values: Vec<Decimal>,
    /// Whether each request with a chance is granted.
    pub granted: Vec<bool>,
}

impl Lottery {
    /// The lottery of a case. Ranges with the same `moves_with` take one quantile.
    pub fn of(document: &Document, case: &Case, seed: u64) -> Self {
        let mut movers: Vec<Option<String>> = Vec::new();
        let ranges = ranges(document).into_iter().filter_map(|input| {
            let range = input.range.clone()?;
            let known = movers.iter().position(|name| name.is_some() && *name == range.moves_with);
            let quantile = known.unwrap_or_else(|| {
                movers.push(range.moves_with.clone());
                movers.len() - 1
            });
            let shape = Shape::of(range.shape, part(range.low, input.value, range.high));
            let grid = Grid::of(range.low, range.high, input.kind.decimals());
            Some(Drawn { input, shape, grid, quantile })
        });
        let ranges: Vec<_> = ranges.collect();
        let first = movers.len();
        let requests = case.requested().into_iter().filter_map(|place| {
            let chance = case.funding.get(place)?.what.promise.chance()?.0;
            Some((place, u128::try_from(chance.mantissa()).ok()?, 10_u128.pow(chance.scale())))
        });
        let chances = requests.zip(first..).map(|((place, over, under), quantile)| Chance {
            place,
            below: (over << 64) / under,
            quantile,
        });
        let chances: Vec<_> = chances.collect();
        Self { seed, quantiles: first + chances.len(), ranges, chances }
    }

    /// Whether every draw is the same.
    pub fn is_certain(&self) -> bool {
        self.ranges.is_empty() && self.chances.is_empty()
    }

    /// Whether some ranges share their quantiles.
    pub fn moves_together(&self) -> bool {
        self.ranges.len() + self.chances.len() > self.quantiles
    }

    /// The draw with this number, which depends on that and on the seed alone.
    pub fn draw(&self, number: u64) -> Draw {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        random.set_stream(number);
        let quantiles: Vec<u64> = (0..self.quantiles).map(|_| random.next_u64()).collect();
        let quantile = |place: usize| quantiles.get(place).copied().unwrap_or_default();
        let chances = self.chances.iter();
        Draw {
            values: self.ranges.iter().map(|drawn| drawn.value(quantile(drawn.quantile))).collect(),
            granted: chances.map(|c| u128::from(quantile(c.quantile)) < c.below).collect(),
        }
    }
}

/// The parts that a quantile is told in: as many as a floating point number holds.
const PARTS: u64 = 1 << 53;

impl Drawn {
    /// The value at a quantile of so many 2^64ths.
    fn value(&self, quantile: u64) -> Decimal {
        if !self.moves() {
            return self.grid.decimal(self.grid.low);
        }
        self.grid.decimal(self.grid.at(parts(self.shape.below(between(quantile)))))
    }

    /// The decimals of its values.
    pub(super) fn decimals(&self) -> u32 {
        self.grid.decimals
    }

    /// Whether there is more than one value to draw.
    pub(super) fn moves(&self) -> bool {
        self.grid.low != self.grid.high
    }

    /// An end of the range that is not the likely value.
    pub(super) fn another(&self) -> Decimal {
        let [low, high] = [self.grid.low, self.grid.high].map(|end| self.grid.decimal(end));
        if high == self.input.value { low } else { high }
    }
}

impl Grid {
    /// The values between two of them that have so many decimals; the ends may have more.
    fn of(mut low: Decimal, mut high: Decimal, allowed: u32) -> Self {
        // Each in as many decimals as the other, as far as there is room.
        let most = allowed.max(low.scale()).max(high.scale());
        low.rescale(most);
        high.rescale(low.scale());
        low.rescale(high.scale());
        let decimals = low.scale();
        let step = 10_i128.pow(decimals.saturating_sub(allowed));
        Self { decimals, step, low: low.mantissa(), high: high.mantissa() }
    }

    /// A number of the last decimal as a decimal.
    fn decimal(self, value: i128) -> Decimal {
        // What lies between two decimals has room.
        Decimal::try_from_i128_with_scale(value, self.decimals).unwrap_or_default()
    }

    /// `low + width x parts / 2^53`, rounded to the decimals that the format allows.
    fn at(self, parts: u64) -> i128 {
        let width = self.high - self.low;
        let part = width.checked_mul(parts.into());
        if let (1, 0.., Some(part)) = (self.step, self.low, part) {
            return self.low + ((part + i128::from(PARTS / 2)) >> PARTS.ilog2());
        }
        let over: BigInt = BigInt::from(self.low) * PARTS + BigInt::from(width) * parts;
        let under = BigInt::from(self.step) * PARTS;
        let steps = rounded_quotient(&over, &under).to_i128();
        let value = steps.and_then(|steps| steps.checked_mul(self.step));
        // An end with more decimals than the format allows may lie nearer than the next step.
        value.unwrap_or(self.low).clamp(self.low, self.high)
    }
}

/// Where a value lies between two others, as a part of the width.
#[expect(clippy::float_arithmetic, reason = "a shape is no money")]
fn part(low: Decimal, value: Decimal, high: Decimal) -> f64 {
    let number = |decimal: Decimal| f64::try_from(decimal).unwrap_or(0.0);
    let width = number(high) - number(low);
    if width > 0.0 { (number(value) - number(low)) / width } else { 0.5 }
}

/// 2^64ths as a number that lies between 0 and 1 and is neither.
#[expect(clippy::float_arithmetic, reason = "a quantile is no money")]
#[expect(clippy::cast_precision_loss, reason = "53 bits are kept, and fit")]
fn between(quantile: u64) -> f64 {
    ((quantile >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
}

/// A number between 0 and 1 in parts.
#[expect(clippy::float_arithmetic, reason = "a part of a range is not yet money")]
#[expect(clippy::cast_precision_loss, reason = "2^53 fits")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2^53")]
fn parts(below: f64) -> u64 {
    (below.clamp(0.0, 1.0) * PARTS as f64) as u64
}
