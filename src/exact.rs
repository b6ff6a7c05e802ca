//! Exact values between what is written and what is posted.
//!
//! A posting is the rounding of an exact value, and the exact value decides, however many digits
//! it has. The formulas are therefore written once, over any [`Number`], and run in two kinds:
//! [`Near`], quick, which knows how far it may be off, and [`Fraction`], slow, which never is.
//! When `Near` cannot tell on which side of a half a value lies, the same formula is run again in
//! `Fraction`; see [`decide`].

use crate::money::{Cents, Overflow};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Why a kind of number cannot give a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It holds too few digits to decide; a [`Fraction`] never says so.
    Unsure,
    /// The result is no amount that can be posted.
    Overflow,
}

impl From<Overflow> for Trouble {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// Runs a computation in [`Near`], and again in [`Fraction`] where that cannot decide.
///
/// # Errors
/// [`Overflow`] when the result is no amount that can be posted.
pub fn decide<T>(
    near: impl FnOnce() -> Result<T, Trouble>,
    fraction: impl FnOnce() -> Result<T, Trouble>,
) -> Result<T, Overflow> {
    near().or_else(|_| fraction()).map_err(|_| Overflow)
}

/// A number that the formulas can be written in.
pub trait Number: Clone + PartialEq {
    /// Nothing.
    fn zero() -> Self;
    /// A decimal, exactly.
    fn of(decimal: Decimal) -> Self;
    /// Whether it is certainly nothing.
    fn is_zero(&self) -> bool;
    /// The sum.
    ///
    /// # Errors
    /// When it cannot be held.
    fn plus(&self, other: &Self) -> Result<Self, Trouble>;
    /// The difference.
    ///
    /// # Errors
    /// When it cannot be held.
    fn minus(&self, other: &Self) -> Result<Self, Trouble>;
    /// The product.
    ///
    /// # Errors
    /// When it cannot be held.
    fn times(&self, other: &Self) -> Result<Self, Trouble>;
    /// Which is larger.
    ///
    /// # Errors
    /// When it cannot tell.
    fn order(&self, other: &Self) -> Result<Ordering, Trouble>;
    /// The rounded running totals of `terms / divisor`, all at least zero, in whole cents, halves
    /// away from zero: the running total rule of the reference, section 4.
    ///
    /// # Errors
    /// When it cannot decide a rounding, or a total outgrows [`Cents`].
    fn running_totals(terms: &[Self], divisor: i128) -> Result<Vec<Cents>, Trouble>;

    /// The lesser of two.
    ///
    /// # Errors
    /// When it cannot tell.
    fn lesser(self, other: Self) -> Result<Self, Trouble> {
        Ok(if self.order(&other)? == Ordering::Greater { other } else { self })
    }
}

/// A decimal of some twenty digits that knows how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    digits: i128,
    /// How many of the digits stand behind the point.
    decimals: u32,
    /// By how many units of the last digit it may be off; not below zero.
    error: i128,
}

/// More decimals are never needed: amounts have at most six, and cents only two.
const MOST_DECIMALS: u32 = 24;

impl Near {
    /// The same with so many decimals, not fewer than it has.
    fn with_decimals(self, decimals: u32) -> Option<Self> {
        if decimals == self.decimals {
            return Some(self);
        }
        let finer = power_of_ten(decimals - self.decimals)?;
        let digits = product(self.digits, finer)?;
        Some(Self { digits, decimals, error: product(self.error, finer)? })
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

    /// Whole cents and what is left over are kept apart, the rest counted in the smallest unit
    /// that any term needs: so no month needs a division but the first of each run of like terms.
    fn running_totals(terms: &[Self], divisor: i128) -> Result<Vec<Cents>, Trouble> {
        let decimals = terms.iter().map(|term| term.decimals).max().unwrap_or(0);
        let unit = power_of_ten(decimals).and_then(|power| product(power, divisor));
        let unit = unit.ok_or(Trouble::Unsure)?;
        let mut total = Left { cents: 0, rest: 0, error: 0 };
        let mut last: Option<(&Self, Left)> = None;
        let mut totals = Vec::with_capacity(terms.len());
        for term in terms {
            let step = match last {
                Some((same, step)) if same == term => step,
                _ => Left::of(term, decimals, divisor).ok_or(Trouble::Unsure)?,
            };
            last = Some((term, step));
            total.add(&step, unit)?;
            totals.push(total.rounded(unit)?);
        }
        Ok(totals)
    }
}

/// An amount as whole cents and a rest below one cent, counted in some small unit.
#[derive(Clone, Copy)]
struct Left {
    cents: i64,
    rest: i128,
    error: i128,
}

impl Left {
    /// `term / divisor`, not below zero, with its rest in units of a `10^decimals x divisor`th of a
    /// cent.
    fn of(term: &Near, decimals: u32, divisor: i128) -> Option<Self> {
        let own = product(power_of_ten(term.decimals)?, divisor)?;
        let hundredfold = product(term.digits, 100)?;
        let cents = hundredfold / own;
        let rest = hundredfold - cents * own;
        let finer = power_of_ten(decimals - term.decimals)?;
        let cents = i64::try_from(cents).ok().filter(|_| rest >= 0)?;
        let error = product(product(term.error, 100)?, finer)?;
        Some(Self { cents, rest: product(rest, finer)?, error })
    }

    fn add(&mut self, step: &Self, unit: i128) -> Result<(), Trouble> {
        self.cents = self.cents.checked_add(step.cents).ok_or(Trouble::Unsure)?;
        self.rest = self.rest.checked_add(step.rest).ok_or(Trouble::Unsure)?;
        self.error = self.error.checked_add(step.error).ok_or(Trouble::Unsure)?;
        if self.rest >= unit {
            self.rest -= unit;
            self.cents = self.cents.checked_add(1).ok_or(Trouble::Unsure)?;
        }
        Ok(())
    }

    fn rounded(&self, unit: i128) -> Result<Cents, Trouble> {
        // How far the rest lies past the half, doubled to stay whole.
        let past_half = self.rest.checked_sub(unit - self.rest).ok_or(Trouble::Unsure)?;
        if self.error > 0 && past_half.abs() / 2 <= self.error {
            return Err(Trouble::Unsure);
        }
        let up = i64::from(past_half >= 0);
        self.cents.checked_add(up).map(Cents).ok_or(Trouble::Unsure)
    }
}

/// The product, checked. Most factors fit in 64 bits, and of those no product overflows.
fn product(one: i128, other: i128) -> Option<i128> {
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

fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS_OF_TEN.get(exponent as usize).copied()
}

/// An exact fraction.
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction(pub BigRational);

impl Number for Fraction {
    fn zero() -> Self {
        Self(BigRational::zero())
    }

    fn of(decimal: Decimal) -> Self {
        let tenfold = BigInt::from(10).pow(decimal.scale());
        Self(BigRational::new(BigInt::from(decimal.mantissa()), tenfold))
    }

    fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 + &other.0))
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 - &other.0))
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 * &other.0))
    }

    fn order(&self, other: &Self) -> Result<Ordering, Trouble> {
        Ok(self.0.cmp(&other.0))
    }

    fn running_totals(terms: &[Self], divisor: i128) -> Result<Vec<Cents>, Trouble> {
        let to_cents = BigRational::new(BigInt::from(100), BigInt::from(divisor));
        let mut total = BigRational::zero();
        let mut totals = Vec::with_capacity(terms.len());
        for term in terms {
            total += &term.0;
            let in_cents = &total * &to_cents;
            totals.push(round_half_away(in_cents.numer(), in_cents.denom())?);
        }
        Ok(totals)
    }
}

/// `numerator / denominator` as a whole number of cents, halves away from zero; the denominator is
/// above zero.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn round_half_away(numerator: &BigInt, denominator: &BigInt) -> Result<Cents, Overflow> {
    let twice: BigInt = numerator.abs() * 2 + denominator;
    let size = twice.div_floor(&(denominator * 2));
    let signed = if numerator.sign() == Sign::Minus { -size } else { size };
    signed.to_i64().map(Cents).ok_or(Overflow)
}

/// `value x by / over` in whole cents, halves away from zero; `over` is above zero.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn scaled(value: Cents, by: i128, over: i128) -> Result<Cents, Overflow> {
    let product = i128::from(value.0).checked_mul(by).ok_or(Overflow)?;
    let size = product.checked_abs().and_then(|p| p.checked_add(over / 2)).ok_or(Overflow)? / over;
    // An odd divisor has no exact half, and `over / 2` rounds its half down: both are right.
    i64::try_from(size * product.signum()).map(Cents).map_err(|_| Overflow)
}

/// A decimal amount of money in whole cents, halves away from zero: only amounts that an overlay
/// scaled have more than two decimals.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn to_cents(amount: Decimal) -> Result<Cents, Overflow> {
    let hundredfold = BigInt::from(amount.mantissa()) * 100;
    round_half_away(&hundredfold, &BigInt::from(10).pow(amount.scale()))
}
