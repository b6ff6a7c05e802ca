//! Streams that go up and down with one number: what they post for any value of it, by one
//! multiplication a month.

use super::Series;
use crate::exact::{Fraction, Trouble, scaled};
use crate::money::Cents;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::ToPrimitive;

/// The running totals of a stream for one unit of what it goes with.
#[derive(Clone, Debug)]
pub struct Scaled {
    months: Vec<Total>,
    /// The binary digits behind the point of [`Total::factor`].
    bits: u32,
}

#[derive(Clone, Debug)]
struct Total {
    /// Cents for one unit, as a binary fraction, rounded down.
    factor: u64,
    /// The same exactly, where it has room.
    exact: Option<(i128, i128)>,
}

impl Scaled {
    /// What a series of one, such as of one euro a year, comes to for each `10^-scale` of it; `None`
    /// where the digits have no room.
    ///
    /// # Errors
    /// When the series cannot be added up.
    pub fn of(series: &Series<Fraction>, scale: u32) -> Result<Option<Self>, Trouble> {
        let (totals, divisor) = series.totals()?;
        let unit = BigInt::from(10).pow(scale) * divisor;
        let cents = |total: &Fraction| &total.0 * BigInt::from(100) / &unit;
        let most = totals.last().map(cents).unwrap_or_default();
        let digits = |number: &BigInt| i64::try_from(number.bits()).unwrap_or(i64::MAX);
        // Below 2^63 even at the end.
        let bits = (62 - digits(most.numer()) + digits(most.denom())).min(120);
        let Some(bits) = u32::try_from(bits).ok().filter(|&bits| bits > 1) else { return Ok(None) };
        let months = totals.iter().map(|total| Total::of(&cents(total), bits));
        Ok(months.collect::<Option<_>>().map(|months| Self { months, bits }))
    }

    /// What is posted each month for so many units; `None` where a rounding cannot be decided.
    pub fn posted(&self, units: u64) -> Option<Vec<Cents>> {
        let half = 1_u128 << (self.bits - 1);
        if u128::from(units) >= half {
            return None;
        }
        let mut before = 0;
        let mut posted = Vec::with_capacity(self.months.len());
        for month in &self.months {
            let product = u128::from(units) * u128::from(month.factor);
            // The exact total lies above this by less than `units`: does a half lie between?
            let below_half = half.saturating_sub(product & (2 * half - 1));
            let total = if below_half > 0 && below_half < u128::from(units) {
                month.exactly(units)?
            } else {
                i64::try_from((product + half) >> self.bits).ok()?
            };
            posted.push(Cents(total - before));
            before = total;
        }
        Some(posted)
    }
}

impl Total {
    fn of(cents: &BigRational, bits: u32) -> Option<Self> {
        let factor = (cents.numer() << bits).div_floor(cents.denom()).to_u64()?;
        let exact = cents.numer().to_i128().zip(cents.denom().to_i128());
        Some(Self { factor, exact })
    }

    fn exactly(&self, units: u64) -> Option<i64> {
        let (over, under) = self.exact?;
        let units = Cents(i64::try_from(units).ok()?);
        scaled(units, over, under).ok().map(|total| total.0)
    }
}
