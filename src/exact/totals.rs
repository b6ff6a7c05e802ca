//! Running totals of quick numbers, rounded to cents.
//!
//! A total is kept twice. As a binary fraction of a cent it needs no division to be rounded, but it
//! may be off in its last bits; where these could matter, as at an exact half, the decimal total of
//! that month decides.

use super::near::{Near, power_of_ten, product};
use super::{Stretch, Weights};
use crate::money::Cents;

/// The rounded running totals of `term x weight / divisor`; `None` where the terms have too few
/// digits to decide.
pub(super) fn running(
    stretches: &[Stretch<Near>],
    weights: &Weights,
    divisor: i128,
) -> Option<Vec<Cents>> {
    let decimals = stretches.iter().map(|stretch| stretch.term.decimals).max().unwrap_or(0);
    let unit = product(power_of_ten(decimals)?, divisor)?;
    let scale = Scale::of(stretches, weights, decimals, unit)?;
    let mut totals = Vec::with_capacity(months(stretches));
    let mut weights = weights.iter().cycle();
    let mut before =
        Total { decimal: Near { digits: 0, decimals, error: 0 }, binary: Binary::ZERO };
    for stretch in stretches {
        let decimal = stretch.term.with_decimals(decimals)?;
        let step = Total { decimal, binary: scale.cents(decimal, unit) };
        let mut weight = 0;
        for &more in weights.by_ref().take(stretch.months) {
            weight += more;
            let quick = before.binary.plus(step.binary, weight).rounded(scale);
            let cents = match quick {
                Some(cents) => cents,
                None => rounded(before.plus(step, weight)?.decimal, unit)?,
            };
            totals.push(Cents(i64::try_from(cents).ok()?));
        }
        before = before.plus(step, weight)?;
    }
    Some(totals)
}

/// A running total, or what is added to it, in both forms.
#[derive(Clone, Copy)]
struct Total {
    /// Still to be divided by the divisor.
    decimal: Near,
    binary: Binary,
}

impl Total {
    fn plus(self, step: Self, weight: i128) -> Option<Self> {
        let added = |sum: i128, each| sum.checked_add(product(each, weight)?);
        let decimal = Near {
            digits: added(self.decimal.digits, step.decimal.digits)?,
            error: added(self.decimal.error, step.decimal.error)?,
            ..self.decimal
        };
        Some(Self { decimal, binary: self.binary.plus(step.binary, weight) })
    }
}

/// Cents as a binary fraction, and how far it may be off, both in units of the [`Scale`].
#[derive(Clone, Copy)]
struct Binary {
    value: i128,
    error: i128,
}

impl Binary {
    const ZERO: Self = Self { value: 0, error: 0 };

    /// No overflow: the [`Scale`] has room for the whole total.
    fn plus(self, step: Self, weight: i128) -> Self {
        Self { value: self.value + step.value * weight, error: self.error + step.error * weight }
    }

    /// In whole cents; `None` when a half is too near to tell.
    fn rounded(self, scale: Scale) -> Option<i128> {
        let half = 1 << (scale.bits - 1);
        let past_half = (self.value & (2 * half - 1)) - half;
        (self.error == 0 || past_half.abs() > self.error)
            .then_some((self.value + half) >> scale.bits)
    }
}

/// How fine binary fractions are: in units of `2^-bits` cents.
#[derive(Clone, Copy)]
struct Scale {
    bits: u32,
}

impl Scale {
    /// The finest that has room for each term and for the total of all months.
    fn of(terms: &[Stretch<Near>], weights: &Weights, decimals: u32, unit: i128) -> Option<Self> {
        let mut largest = 0;
        for stretch in terms {
            let term = stretch.term.with_decimals(decimals)?;
            largest = largest.max(term.digits.checked_abs()?.checked_add(term.error)?);
        }
        let hundredfold = product(largest, 100)?;
        let years = i128::try_from(months(terms).div_ceil(12)).ok()?;
        let all = product(hundredfold, product(years, weights.iter().sum())?)?;
        // One bit for the sign, others for what errors and the half add.
        let room = |most: i128| most.leading_zeros().checked_sub(4);
        let bits = room(hundredfold)?.min(room(all / unit)?).min(64);
        (bits > 0).then_some(Self { bits })
    }

    /// A term in cents: `decimal x 100 / unit`.
    fn cents(self, decimal: Near, unit: i128) -> Binary {
        let fraction = (decimal.digits * 100) << self.bits;
        let value = fraction / unit;
        let lost = i128::from(value * unit != fraction);
        let error = match decimal.error {
            0 => lost,
            error => ((error * 100) << self.bits) / unit + 1 + lost,
        };
        Binary { value, error }
    }
}

fn months(stretches: &[Stretch<Near>]) -> usize {
    stretches.iter().map(|stretch| stretch.months).sum()
}

/// A decimal total in whole cents; `None` when a half is too near to tell.
fn rounded(total: Near, unit: i128) -> Option<i128> {
    let hundredfold = product(total.digits, 100)?;
    let (cents, rest) = (hundredfold.div_euclid(unit), hundredfold.rem_euclid(unit));
    let past_half = rest - (unit - rest);
    let sure = total.error == 0 || past_half.abs() > product(total.error, 200)?;
    sure.then_some(cents + i128::from(past_half >= 0))
}
