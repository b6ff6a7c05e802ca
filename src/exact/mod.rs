//! Exact values between what is written and what is posted.
//!
//! A posting is the rounding of an exact value, and the exact value decides, however many digits
//! it has. The formulas are therefore written once, over any [`Number`], and run in two kinds:
//! [`Near`], quick, which knows how far it may be off, and [`Exactly`], slow, which never is.
//! When `Near` cannot tell on which side of a half a value lies, the same formula is run again in
//! `Exactly`; see [`decide`].

mod exactly;
mod near;
mod unrounded;

pub use exactly::Exactly;
pub use near::{Near, product};
pub use unrounded::{Unrounded, euros, fraction};

use crate::money::{Cents, Overflow};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Why a kind of number cannot give a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It holds too few digits to decide; an [`Exactly`] never says so.
    Unsure,
    /// The result is no amount that can be posted.
    Overflow,
}

impl From<Overflow> for Trouble {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// Runs a computation in [`Near`], and again in [`Exactly`] where that cannot decide.
///
/// # Errors
/// [`Overflow`] when the result is no amount that can be posted.
pub fn decide<T>(
    near: impl FnOnce() -> Result<T, Trouble>,
    exactly: impl FnOnce() -> Result<T, Trouble>,
) -> Result<T, Overflow> {
    near().or_else(|_| exactly()).map_err(|_| Overflow)
}

/// Months in a row with one term: most of a stream goes on for a year as it is.
#[derive(Clone, Debug)]
pub struct Stretch<N> {
    /// How many months.
    pub months: usize,
    /// The term of each.
    pub term: N,
}

/// By how much the terms of twelve months in a row count, the first month's weight first; then
/// these again.
pub type Weights = [i128; 12];

/// Months that all count alike.
pub const EVEN: Weights = [1; 12];

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
    /// The rounded running totals of `term x weight / divisor`, month by month, in whole cents,
    /// halves up: the running total rule of the reference, section 4. So whole cents more or less are
    /// as much more or less of what is posted, also below zero.
    ///
    /// # Errors
    /// When it cannot decide a rounding, or a total outgrows [`Cents`].
    fn running_totals(
        stretches: &[Stretch<Self>],
        weights: &Weights,
        divisor: i128,
    ) -> Result<Vec<Cents>, Trouble>;

    /// The greater of two.
    ///
    /// # Errors
    /// When it cannot tell.
    fn greater(self, other: Self) -> Result<Self, Trouble> {
        Ok(if self.order(&other)? == Ordering::Less { other } else { self })
    }

    /// The lesser of two.
    ///
    /// # Errors
    /// When it cannot tell.
    fn lesser(self, other: Self) -> Result<Self, Trouble> {
        Ok(if self.order(&other)? == Ordering::Greater { other } else { self })
    }
}

/// `numerator / denominator` as a whole number of cents, halves away from zero; the denominator is
/// above zero.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn round_half_away(numerator: &BigInt, denominator: &BigInt) -> Result<Cents, Overflow> {
    rounded_quotient(numerator, denominator).to_i64().map(Cents).ok_or(Overflow)
}

/// `numerator / denominator` as a whole number of cents, halves up; the denominator is above zero.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn round_half_up(numerator: &BigInt, denominator: &BigInt) -> Result<Cents, Overflow> {
    let twice: BigInt = numerator * 2 + denominator;
    twice.div_floor(&(denominator * 2)).to_i64().map(Cents).ok_or(Overflow)
}

/// `numerator / denominator` as a whole number, halves away from zero; the denominator is above
/// zero.
pub fn rounded_quotient(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let twice: BigInt = numerator.abs() * 2 + denominator;
    let size = twice.div_floor(&(denominator * 2));
    if numerator.sign() == Sign::Minus { -size } else { size }
}

/// `value x by / over` in whole cents, halves away from zero; `over` is above zero.
///
/// # Errors
/// [`Overflow`] past 9.2 * 10^18 cents.
pub fn scaled(value: Cents, by: i128, over: i128) -> Result<Cents, Overflow> {
    let product = near::product(value.0.into(), by).ok_or(Overflow)?;
    // An odd divisor has no exact half, and `over / 2` rounds its half down: both are right.
    let size = product.checked_abs().and_then(|p| p.checked_add(over / 2)).ok_or(Overflow)?;
    let size = match (u64::try_from(size), u64::try_from(over)) {
        // Most products fit in 64 bits, where dividing takes a fraction of the time.
        (Ok(size), Ok(over)) => i128::from(size / over),
        _ => size / over,
    };
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
