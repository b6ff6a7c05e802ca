//! Figures in prices of the fund's start.

use super::Fund;
use crate::calendar::Horizon;
use crate::exact::{Exactly, Number, Trouble, round_half_away};
use crate::money::{Cents, Overflow};
use crate::stream::price_levels;
use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;

/// The level of prices in each calendar year, 1 in that of the start.
#[derive(Clone, Debug)]
pub struct Prices {
    horizon: Horizon,
    levels: Vec<BigRational>,
}

impl Prices {
    /// `index(m)`: the product of (1 + rate) over the calendar years after the start year, up to
    /// that of month m.
    ///
    /// # Errors
    /// [`Overflow`] when a level cannot be held.
    pub fn of(fund: &Fund) -> Result<Self, Overflow> {
        let horizon = fund.horizon;
        let years = usize::try_from(horizon.last().year() - horizon.start.year()).unwrap_or(0);
        let levels = price_levels(&fund.prices, years, Exactly::of(Decimal::ONE));
        let levels = levels.map_err(|_: Trouble| Overflow)?;
        Ok(Self { horizon, levels: levels.iter().map(Exactly::fraction).collect() })
    }

    /// An amount of the month with this number, exactly in prices of the start, in cents.
    pub fn deflated(&self, amount: Cents, month: usize) -> BigRational {
        let amount = BigRational::from(BigInt::from(amount.0));
        match self.levels.get(self.years_after_start(month)) {
            Some(level) => amount / level,
            None => amount,
        }
    }

    /// An amount in prices of the start, in cents, exactly in those of the month with this number.
    pub fn inflated(&self, amount: BigRational, month: usize) -> BigRational {
        match self.levels.get(self.years_after_start(month)) {
            Some(level) => amount * level,
            None => amount,
        }
    }

    fn years_after_start(&self, month: usize) -> usize {
        let month = self.horizon.month(i32::try_from(month).unwrap_or(i32::MAX));
        usize::try_from(month.year() - self.horizon.start.year()).unwrap_or(usize::MAX)
    }
}

/// An exact number as a whole one (cents, or loans), halves away from zero.
///
/// # Errors
/// [`Overflow`] when it outgrows [`Cents`].
pub fn rounded(amount: &BigRational) -> Result<Cents, Overflow> {
    round_half_away(amount.numer(), amount.denom())
}
