//! The quick kind of number.

mod totals;

use super::{Number, Stretch, Trouble, Weights};
use crate::money::Cents;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A decimal of some twenty digits that knows how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    pub(super) digits: i128,
    /// How many of the digits stand behind the point.
    pub(super) decimals: u32,
    /// By how many units of the last digit it may be off; not below zero.
    pub(super) error: i128,
}

/// More decimals are never needed: amounts have at most six, and cents only two.
const MOST_DECIMALS: u32 = 24;

impl Near {
    /// The same with so many decimals, not fewer than it has.
    pub(super) fn with_decimals(self, decimals: u32) -> Option<Self> {
        if decimals == self.decimals {
            return Some(self);
        }
        let finer = power_of_ten(decimals - self.decimals)?;
        let digits = product(self.digits, finer)?;
        Some(Self { digits, decimals, error: product(self.error, finer)? })
    }

    /// The same and so many times a step of as many decimals.
    pub(super) fn and(self, step: Self, times: i128) -> Option<Self> {
        let digits = self.digits.checked_add(product(step.digits, times)?)?;
        let error = self.error.checked_add(product(step.error, times)?)?;
        Some(Self { digits, error, ..self })
    }

    fn sum(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let (one, other) = (self.with_decimals(decimals)?, other.with_decimals(decimals)?);
        Some(Self {
            digits: one.digits.checked_add(other.digits)?,
            decimals,
            error: one.error.checked_add(other.error)?,
        })
    }

    /// The product, of as many digits as fit: as they are if they do, else of shorter factors.
    fn product(self, other: Self) -> Option<Self> {
        self.whole_product(other).or_else(|| self.short()?.whole_product(other.short()?))
    }

    /// `(a + d)(b + e)` is off from `a b` by at most `|d| |b| + |e| |a| + |d| |e|`.
    fn whole_product(self, other: Self) -> Option<Self> {
        let decimals = self.decimals + other.decimals;
        let error = if self.error == 0 && other.error == 0 {
            0
        } else {
            let mine = product(self.error, other.digits.abs().checked_add(other.error)?)?;
            mine.checked_add(product(other.error, self.digits.abs())?)?
        };
        let whole = Self { digits: product(self.digits, other.digits)?, decimals, error };
        if decimals > MOST_DECIMALS { whole.short() } else { Some(whole) }
    }

    /// The same with digits that fit in 63 bits, as far as they stand behind the point: these
    /// nearly always decide, and products of them fit in 127.
    fn short(self) -> Option<Self> {
        let bits = i128::BITS - self.digits.unsigned_abs().leading_zeros();
        // A decimal digit takes a little more than three bits.
        let too_long = if bits > 63 { (bits - 63) / 3 + 1 } else { 0 };
        let cut = too_long.max(self.decimals.saturating_sub(MOST_DECIMALS)).min(self.decimals);
        if cut == 0 {
            return Some(self);
        }
        let unit = power_of_ten(cut)?;
        let digits = self.digits / unit;
        let lost = i128::from(digits * unit != self.digits) + i128::from(self.error > 0);
        Some(Self { digits, decimals: self.decimals - cut, error: self.error / unit + lost })
    }
}

impl Number for Near {
    fn zero() -> Self {
        Self { digits: 0, decimals: 0, error: 0 }
    }

    fn of(decimal: Decimal) -> Self {
        Self { digits: decimal.mantissa(), decimals: decimal.scale(), error: 0 }
    }

    fn is_zero(&self) -> bool {
        self.digits == 0 && self.error == 0
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        self.sum(*other).ok_or(Trouble::Unsure)
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        self.sum(Self { digits: -other.digits, ..*other }).ok_or(Trouble::Unsure)
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        self.product(*other).ok_or(Trouble::Unsure)
    }

    fn order(&self, other: &Self) -> Result<Ordering, Trouble> {
        let gap = self.minus(other)?;
        if gap.error == 0 || gap.digits.abs() > gap.error {
            Ok(gap.digits.cmp(&0))
        } else {
            Err(Trouble::Unsure)
        }
    }

    fn running_totals(
        stretches: &[Stretch<Self>],
        weights: &Weights,
        divisor: i128,
    ) -> Result<Vec<Cents>, Trouble> {
        totals::running(stretches, weights, divisor).ok_or(Trouble::Unsure)
    }
}

/// The product, checked. Most factors fit in 64 bits, and of those no product overflows.
pub fn product(one: i128, other: i128) -> Option<i128> {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i128::from(one) * i128::from(other)),
        _ => one.checked_mul(other),
    }
}

/// The powers of ten that a decimal's digits may need.
#[expect(clippy::indexing_slicing, reason = "the compiler works this out, and checks it")]
const POWERS_OF_TEN: [i128; 39] = {
    let mut powers = [1; 39];
    let mut exponent = 1;
    while exponent < powers.len() {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

pub(super) fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS_OF_TEN.get(exponent as usize).copied()
}
