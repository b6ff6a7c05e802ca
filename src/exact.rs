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

/// A decimal that may be off by at most `error`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    value: Decimal,
    error: Decimal,
}

impl Near {
    /// The result of an operation. When it has fewer decimals than the exact one would have, its
    /// last digit was rounded, and may be off by one.
    fn rounded(value: Decimal, decimals: u32, error: Decimal) -> Option<Self> {
        if value.scale() >= decimals {
            return Some(Self { value, error });
        }
        Some(Self { value, error: sum_up(error, Decimal::new(1, value.scale()))? })
    }

    fn sum(self, other: Self) -> Option<Self> {
        // A zero may carry decimals that its sums do not have.
        if self.is_zero() {
            return Some(other);
        }
        if other.is_zero() {
            return Some(self);
        }
        let decimals = self.value.scale().max(other.value.scale());
        let error = sum_up(self.error, other.error)?;
        Self::rounded(self.value.checked_add(other.value)?, decimals, error)
    }

    /// `(a + d)(b + e) - a b` is at most `|d| |b| + |e| |a| + |d| |e|`.
    fn product(self, other: Self) -> Option<Self> {
        if self.is_zero() || other.is_zero() {
            return Some(Self::zero());
        }
        let mine = product_up(self.error, sum_up(other.value.abs(), other.error)?)?;
        let theirs = product_up(other.error, self.value.abs())?;
        let decimals = self.value.scale() + other.value.scale();
        Self::rounded(self.value.checked_mul(other.value)?, decimals, sum_up(mine, theirs)?)
    }
}

/// The sum of two that are not below zero, never too small.
fn sum_up(a: Decimal, b: Decimal) -> Option<Decimal> {
    if a.is_zero() || b.is_zero() {
        return Some(if a.is_zero() { b } else { a });
    }
    let sum = a.checked_add(b)?;
    let rounded = sum.scale() < a.scale().max(b.scale());
    if rounded { sum.checked_add(Decimal::new(1, sum.scale())) } else { Some(sum) }
}

/// The product of two that are not below zero, never too small.
fn product_up(a: Decimal, b: Decimal) -> Option<Decimal> {
    if a.is_zero() || b.is_zero() {
        return Some(Decimal::ZERO);
    }
    let product = a.checked_mul(b)?;
    let rounded = product.scale() < a.scale() + b.scale();
    if rounded { product.checked_add(Decimal::new(1, product.scale())) } else { Some(product) }
}

impl Number for Near {
    fn zero() -> Self {
        Self { value: Decimal::ZERO, error: Decimal::ZERO }
    }

    fn of(decimal: Decimal) -> Self {
        Self { value: decimal, error: Decimal::ZERO }
    }

    fn is_zero(&self) -> bool {
        self.value.is_zero() && self.error.is_zero()
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        self.sum(*other).ok_or(Trouble::Unsure)
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        self.sum(Self { value: -other.value, error: other.error }).ok_or(Trouble::Unsure)
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        self.product(*other).ok_or(Trouble::Unsure)
    }

    fn order(&self, other: &Self) -> Result<Ordering, Trouble> {
        let gap = self.minus(other)?;
        if gap.error.is_zero() || gap.value.abs() > gap.error {
            Ok(gap.value.cmp(&Decimal::ZERO))
        } else {
            Err(Trouble::Unsure)
        }
    }

    /// Whole cents and what is left over are kept apart, the rest counted in the smallest unit
    /// that any term needs: so no month needs a division but the first of each run of like terms.
    fn running_totals(terms: &[Self], divisor: i128) -> Result<Vec<Cents>, Trouble> {
        let decimals =
            terms.iter().map(|t| t.value.scale().max(t.error.scale())).max().unwrap_or(0);
        let unit = power_of_ten(decimals)?.checked_mul(divisor).ok_or(Trouble::Unsure)?;
        let mut total = Left { cents: 0, rest: 0, error: 0 };
        let mut last: Option<(&Self, Left)> = None;
        let mut totals = Vec::with_capacity(terms.len());
        for term in terms {
            let step = match last {
                Some((same, step)) if same == term => step,
                _ => Left::of(term, decimals, divisor)?,
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
    /// `term / divisor` with its rest in units of a `10^decimals x divisor`th of a cent.
    fn of(term: &Near, decimals: u32, divisor: i128) -> Result<Self, Trouble> {
        let own = power_of_ten(term.value.scale())?.checked_mul(divisor).ok_or(Trouble::Unsure)?;
        let hundredfold = term.value.mantissa().checked_mul(100).ok_or(Trouble::Unsure)?;
        let (cents, rest) = hundredfold.div_mod_floor(&own);
        let finer = power_of_ten(decimals - term.value.scale())?;
        let finer_error = power_of_ten(decimals - term.error.scale())?;
        let error = term.error.mantissa().checked_mul(100);
        Ok(Self {
            cents: i64::try_from(cents).map_err(|_| Trouble::Unsure)?,
            rest: rest.checked_mul(finer).ok_or(Trouble::Unsure)?,
            error: error.and_then(|e| e.checked_mul(finer_error)).ok_or(Trouble::Unsure)?,
        })
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

fn power_of_ten(exponent: u32) -> Result<i128, Trouble> {
    10_i128.checked_pow(exponent).ok_or(Trouble::Unsure)
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
