//! Running totals of quick numbers, rounded to cents.
//!
//! A total is kept twice. As a binary fraction of a cent it needs no division to be rounded, but it
//! may be off in its last bits; where these could matter, as at an exact half, the decimal total of
//! that month decides.

use super::{Near, power_of_ten, product};
use crate::exact::{Stretch, Weights};
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
    let mut whole = [0; 12];
    for (whole, &weight) in whole.iter_mut().zip(weights) {
        *whole = u64::try_from(weight).ok()?;
    }
    let (steps, error) = steps(stretches, weights, decimals, unit)?;
    let mut totals = Vec::with_capacity(stretches.iter().map(|stretch| stretch.months).sum());
    let (mut decimal, mut binary) = (Near { digits: 0, decimals, error: 0 }, Binary::ZERO);
    let mut weights = whole.iter().cycle();
    for step in steps {
        let (start, at_start) = (totals.len(), weights.clone());
        let (mut sum, mut unsure) = (0, false);
        for _ in 0..step.months {
            let weight = *weights.next()?;
            sum += weight;
            binary = binary.plus(step.binary.times(weight));
            unsure |= binary.is_near_half(error);
            totals.push(binary.nearest());
        }
        if unsure {
            let mut sum = 0;
            for (total, &weight) in totals.iter_mut().skip(start).zip(at_start) {
                sum += weight;
                *total = rounded(decimal.and(step.decimal, sum.into())?, unit)?;
            }
        }
        decimal = decimal.and(step.decimal, sum.into())?;
    }
    Some(totals)
}

/// What each month of a stretch adds, for a weight of one.
struct Step {
    months: usize,
    /// Still to be divided by the divisor.
    decimal: Near,
    binary: Binary,
}

/// The steps of all stretches, and how far their binary total may be off; `None` where it has no
/// room.
fn steps(
    stretches: &[Stretch<Near>],
    weights: &Weights,
    decimals: u32,
    unit: i128,
) -> Option<(Vec<Step>, u64)> {
    let a_year: i128 = weights.iter().sum();
    let mut steps = Vec::with_capacity(stretches.len());
    let (mut cents, mut error, mut lost) = (0_i128, 0_i128, 0_i128);
    for Stretch { months, term } in stretches {
        let weight = product(a_year, i128::try_from(months.div_ceil(12)).ok()?)?;
        let decimal = term.with_decimals(decimals)?;
        let (binary, shortened) = Binary::of(decimal.digits, unit)?;
        cents = cents.checked_add(product(i128::from(binary.cents.unsigned_abs()) + 1, weight)?)?;
        error = error.checked_add(product(decimal.error, weight)?)?;
        lost = lost.checked_add(product(shortened, weight)?)?;
        steps.push(Step { months: *months, decimal, binary });
    }
    if error > 0 {
        lost = lost.checked_add(in_cents(error, unit)?)?;
    }
    i64::try_from(cents).ok()?;
    Some((steps, u64::try_from(lost).ok()?))
}

/// `digits x 100 / unit` in 2^64ths of a cent, rounded up.
fn in_cents(digits: i128, unit: i128) -> Option<i128> {
    let quotient = match digits.checked_mul(100 << 64) {
        Some(product) => product / unit,
        // A little more, by a unit that is cut short.
        None => product(digits, 100)?.checked_div(unit >> 64)?,
    };
    quotient.checked_add(1)
}

/// Cents as a binary fraction.
#[derive(Clone, Copy)]
struct Binary {
    cents: i64,
    /// In 2^64ths of a cent.
    fraction: u64,
}

/// Half a cent as a fraction.
const HALF: u64 = 1 << 63;

impl Binary {
    const ZERO: Self = Self { cents: 0, fraction: 0 };

    /// `digits x 100 / unit`, and by how many 2^64ths of a cent it may be off.
    fn of(digits: i128, unit: i128) -> Option<(Self, i128)> {
        let hundredfold = product(digits, 100)?;
        let cents = hundredfold.div_euclid(unit);
        let rest = hundredfold - cents * unit;
        // Only 63 bits of the rest and of the unit have room. Cutting them off both leaves their
        // quotient right to one in 2^61, for the unit keeps 63 bits.
        let cut = (128 - unit.leading_zeros()).saturating_sub(63);
        let (above, below) = ((rest >> cut) << 64, unit >> cut);
        let fraction = above / below;
        let off = if cut > 0 { 9 } else { i128::from(fraction * below != above) };
        // Cut off, the rest may come to be as much as the unit.
        let fraction = u64::try_from(fraction).unwrap_or(u64::MAX);
        Some((Self { cents: i64::try_from(cents).ok()?, fraction }, off))
    }

    /// Whoever adds has made sure that there is room for the whole total.
    fn plus(self, step: Self) -> Self {
        let (fraction, carry) = self.fraction.overflowing_add(step.fraction);
        Self { cents: self.cents + step.cents + i64::from(carry), fraction }
    }

    fn times(self, weight: u64) -> Self {
        let fraction = u128::from(self.fraction) * u128::from(weight);
        let carry = i64::try_from(fraction >> 64).unwrap_or(i64::MAX);
        let fold = i64::try_from(weight).unwrap_or(i64::MAX);
        Self {
            cents: self.cents.wrapping_mul(fold).wrapping_add(carry),
            fraction: self.fraction.wrapping_mul(weight),
        }
    }

    /// Whether it may lie on the other side of a half.
    fn is_near_half(self, error: u64) -> bool {
        error > 0 && self.fraction.abs_diff(HALF) <= error
    }

    fn nearest(self) -> Cents {
        Cents(self.cents + i64::from(self.fraction >= HALF))
    }
}

/// A decimal total in whole cents; `None` when a half is too near to tell.
fn rounded(total: Near, unit: i128) -> Option<Cents> {
    let hundredfold = product(total.digits, 100)?;
    let (cents, rest) = (hundredfold.div_euclid(unit), hundredfold.rem_euclid(unit));
    let past_half = rest - (unit - rest);
    if total.error > 0 && past_half.abs() <= product(total.error, 200)? {
        return None;
    }
    i64::try_from(cents + i128::from(past_half >= 0)).ok().map(Cents)
}
