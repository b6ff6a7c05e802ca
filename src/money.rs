//! Exact amounts: whole cents on the one side, decimals as written on the other.
//!
//! No figure here ever passes through binary floating point. [`Cents`] is what is posted and
//! shown; the other types hold what a file says, digit for digit.

use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;

/// A sum outgrew the numbers that the tool computes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

/// A whole number of cents: what is posted, added up and shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] past 9.2 * 10^18 cents.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_add(other.0).map(Self).ok_or(Overflow)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`Overflow`] past 9.2 * 10^18 cents.
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_sub(other.0).map(Self).ok_or(Overflow)
    }

    /// The sum of many.
    ///
    /// # Errors
    /// [`Overflow`] past 9.2 * 10^18 cents.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        let wide: i128 = amounts.into_iter().map(|c| i128::from(c.0)).sum();
        i64::try_from(wide).map(Self).map_err(|_| Overflow)
    }

    /// The same amount in euros.
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }
}

impl fmt::Display for Cents {
    /// Two decimals and a point, whatever the language: `-1203.17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}

/// A decimal with so many decimals at the most, halves away from zero.
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// An amount of money exactly as written, in the case's currency; never negative in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub Decimal);

/// A number of units (meals, hours, people), exactly as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(pub Decimal);

/// A yearly rate as a fraction: `2.25%` is 0.0225. May be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(pub Decimal);

/// A part of a whole as a fraction between 0 and 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub Decimal);

impl Share {
    /// All of it.
    pub const ALL: Self = Self(Decimal::ONE);
}

/// Adds monthly amounts to monthly sums.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn add(sums: &mut [Cents], amounts: &[Cents]) -> Result<(), Overflow> {
    for (sum, &amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.plus(amount)?;
    }
    Ok(())
}

/// Adds an amount to the month with this number, if that lies within the horizon.
///
/// # Errors
/// [`Overflow`] when the sum outgrows [`Cents`].
pub fn put(sums: &mut [Cents], month: i32, amount: Cents) -> Result<(), Overflow> {
    if let Some(slot) = usize::try_from(month).ok().and_then(|m| sums.get_mut(m)) {
        *slot = slot.plus(amount)?;
    }
    Ok(())
}
