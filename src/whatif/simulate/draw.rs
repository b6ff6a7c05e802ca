//! What is drawn: a value for each range, and whether each request with a chance is granted.

use super::shape::Shape;
use crate::case::Case;
use crate::document::Document;
use crate::whatif::inputs::{Input, ranges};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rust_decimal::{Decimal, RoundingStrategy};

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
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// Which of the draw's quantiles it takes.
    quantile: usize,
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
        let ranges = ranges(document, case).into_iter().filter_map(|input| {
            let range = input.range.clone()?;
            let known = movers.iter().position(|name| name.is_some() && *name == range.moves_with);
            let quantile = known.unwrap_or_else(|| {
                movers.push(range.moves_with.clone());
                movers.len() - 1
            });
            let shape = Shape::of(range.shape.as_deref(), part(range.low, input.value, range.high));
            Some(Drawn { input, shape, low: range.low, high: range.high, quantile })
        });
        let ranges: Vec<_> = ranges.collect();
        let first = movers.len();
        let requests = case.requested().into_iter().filter_map(|place| {
            let chance = case.funding.get(place)?.what.chance()?.0;
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
    /// The value at a quantile of so many 2^64ths: low and a whole number of parts of the width,
    /// rounded to the decimals that the format allows.
    fn value(&self, quantile: u64) -> Decimal {
        if self.low == self.high {
            return self.low;
        }
        let below = self.shape.below(between(quantile));
        let between = self.at(parts(below)).unwrap_or(self.input.value);
        let decimals = self.input.kind.decimals();
        let strategy = RoundingStrategy::MidpointAwayFromZero;
        between.round_dp_with_strategy(decimals, strategy).clamp(self.low, self.high)
    }

    /// The most decimals that a value can have.
    pub(super) fn decimals(&self) -> u32 {
        self.input.kind.decimals().max(self.low.scale()).max(self.high.scale())
    }

    /// `low + width x parts / 2^53`, to one decimal more than is kept at least.
    fn at(&self, parts: u64) -> Option<Decimal> {
        let scale = self.decimals() + 1;
        let whole = |value: Decimal| {
            value.mantissa().checked_mul(10_i128.checked_pow(scale - value.scale())?)
        };
        let (low, high) = (whole(self.low)?, whole(self.high)?);
        let width = (high - low).checked_mul(parts.into())? / i128::from(PARTS);
        Decimal::try_from_i128_with_scale(low + width, scale).ok()
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
