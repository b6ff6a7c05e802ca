//! Streams that go up and down with one number: what they post for any value of it, by one
//! multiplication a month.

use super::Series;
use crate::exact::{Exactly, Trouble, scaled};
use crate::money::Cents;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::ToPrimitive;

/// The running totals of a stream for one unit of what it goes with.
#[derive(Clone, Debug)]
pub struct Scaled {
    /// Cents for `2^-shift` of a unit to the end of each month, in 2^64ths, rounded up.
    factors: Vec<u64>,
    /// How far units are shifted, so that no factor is above one.
    shift: u32,
    /// Up to how many shifted units the rounding up of this factor and those before it is too small
    /// to lift a total to the next half cent.
    harmless: Vec<u64>,
    /// Cents for one unit to the end of each month exactly, where that has room.
    exact: Vec<Option<(i128, i128)>>,
}

/// Half a cent, in 2^64ths.
const HALF: u128 = 1 << 63;

impl Scaled {
    /// What a series of one, such as of one euro a year, comes to for each `10^-scale` of it; `None`
    /// where the digits have no room.
    ///
    /// # Errors
    /// When the series cannot be added up.
    pub fn of(series: &Series<Exactly>, scale: u32) -> Result<Option<Self>, Trouble> {
        let (totals, divisor) = series.totals()?;
        let unit = BigInt::from(10).pow(scale) * divisor;
        let cents: Vec<_> =
            totals.iter().map(|total| total.fraction() * BigInt::from(100) / &unit).collect();
        let most = cents.last().map(|most| most.ceil().to_integer().bits()).unwrap_or_default();
        let Some(shift) = u32::try_from(most).ok().filter(|&shift| shift < 64) else {
            return Ok(None);
        };
        let factor = |cents: &BigRational| {
            Integer::div_ceil(&(cents.numer() << (64 - shift)), cents.denom()).to_u64()
        };
        let factors: Option<Vec<_>> = cents.iter().map(factor).collect();
        let harmless = cents.iter().scan(u64::MAX, |least, cents| {
            *least = (*least).min(harmless(cents));
            Some(*least)
        });
        let exact = |cents: &BigRational| cents.numer().to_i128().zip(cents.denom().to_i128());
        Ok(factors.map(|factors| Self {
            factors,
            shift,
            harmless: harmless.collect(),
            exact: cents.iter().map(exact).collect(),
        }))
    }

    /// Writes what is posted each month for so many units; `None` where a rounding cannot be
    /// decided.
    ///
    /// A total is made from a factor that is less than one 2^64th too high, so it is too high by
    /// less than `shifted` of them. It is rounded as the exact total unless a half cent lies
    /// between the two; where one may, the exact total decides.
    pub fn post(&self, units: u64, posted: &mut [Cents]) -> Option<()> {
        if units.leading_zeros() < self.shift {
            return None;
        }
        let shifted = units << self.shift;
        let sure = self.harmless.partition_point(|&harmless| harmless >= shifted);
        let (mut before, mut nearest) = (0, u64::MAX);
        let mut each = |factors: &[u64], posted: &mut [Cents]| {
            nearest = u64::MAX;
            for (slot, &factor) in posted.iter_mut().zip(factors) {
                let (total, past_half) = rounded(shifted, factor);
                *slot = Cents(total.wrapping_sub(before).cast_signed());
                nearest = nearest.min(past_half);
                before = total;
            }
        };
        let (sure_factors, others) = self.factors.split_at_checked(sure)?;
        let (sure_slots, other_slots) = posted.split_at_mut_checked(sure)?;
        each(sure_factors, sure_slots);
        each(others, other_slots);
        // No total is above the last one.
        i64::try_from(before).ok()?;
        if nearest < shifted { self.post_exactly(units, sure, posted) } else { Some(()) }
    }

    /// The same, where some totals of months from `sure` on may lie too near to a half cent.
    fn post_exactly(&self, units: u64, sure: usize, posted: &mut [Cents]) -> Option<()> {
        let shifted = units << self.shift;
        let months = posted.iter_mut().zip(&self.factors).zip(&self.exact);
        let mut before = 0;
        for (month, ((slot, &factor), exact)) in months.enumerate() {
            let total = match rounded(shifted, factor) {
                (_, past_half) if month >= sure && past_half < shifted => exactly(units, *exact)?,
                (total, _) => i64::try_from(total).ok()?,
            };
            *slot = Cents(total - before);
            before = total;
        }
        Some(())
    }
}

/// Streams that go up and down with numbers of their own, and are posted together.
#[derive(Clone, Debug)]
pub struct Summed {
    parts: Vec<Scaled>,
    /// Of several: cents for one unit of each to the end of each month exactly, over one divisor,
    /// where that has room.
    exact: Vec<Option<(Vec<i128>, i128)>>,
}

impl Summed {
    /// The sum of some.
    pub fn of(parts: Vec<Scaled>) -> Self {
        let months = parts.iter().map(|part| part.exact.len()).min().unwrap_or(0);
        let several = if parts.len() > 1 { months } else { 0 };
        let exact = (0..several).map(|month| over_one_divisor(&parts, month));
        Self { exact: exact.collect(), parts }
    }

    /// Writes what is posted each month for so many units of each; `None` where a rounding cannot
    /// be decided. The total is too high by less than the shifted units of all together, in 2^64ths.
    pub fn post(&self, units: &[u64], posted: &mut [Cents]) -> Option<()> {
        if let ([part], [units]) = (self.parts.as_slice(), units) {
            return part.post(*units, posted);
        }
        let shifted = self.parts.iter().zip(units).map(|(part, &units)| {
            (units.leading_zeros() >= part.shift).then_some(u128::from(units << part.shift))
        });
        let shifted = shifted.collect::<Option<Vec<u128>>>()?;
        let unsure: u128 = shifted.iter().sum();
        let mut before = 0;
        for (month, (slot, exact)) in posted.iter_mut().zip(&self.exact).enumerate() {
            let parts = self.parts.iter().zip(&shifted);
            let sum = parts.into_iter().try_fold(HALF, |sum, (part, units)| {
                let factor = u128::from(*part.factors.get(month)?);
                sum.checked_add(units.checked_mul(factor)?)
            });
            let (total, past_half) = halves(sum?);
            let total = if u128::from(past_half) < unsure {
                exactly_together(units, exact.as_ref()?)?
            } else {
                i64::try_from(total).ok()?
            };
            *slot = Cents(total - before);
            before = total;
        }
        Some(())
    }
}

/// What one unit of each comes to by a month, over their common divisor.
fn over_one_divisor(parts: &[Scaled], month: usize) -> Option<(Vec<i128>, i128)> {
    let each: Option<Vec<_>> =
        parts.iter().map(|part| part.exact.get(month).copied().flatten()).collect();
    let each = each?;
    let divisor = each.iter().try_fold(1_i128, |divisor, (_, under)| {
        (divisor / Integer::gcd(&divisor, under)).checked_mul(*under)
    })?;
    let over = each.iter().map(|(over, under)| over.checked_mul(divisor / under));
    Some((over.collect::<Option<_>>()?, divisor))
}

/// The exact sum in whole cents, halves up.
fn exactly_together(units: &[u64], (each, divisor): &(Vec<i128>, i128)) -> Option<i64> {
    let mut sum = 0_i128;
    for (&units, over) in units.iter().zip(each) {
        sum = sum.checked_add(over.checked_mul(i128::from(units))?)?;
    }
    let twice = sum.checked_mul(2)?.checked_add(*divisor)?;
    i64::try_from(twice.div_euclid(divisor.checked_mul(2)?)).ok()
}

/// The half cents and the multiples of a fraction are either the same or at least one `2 x
/// denominator`th of a cent apart: so many 2^64ths, rounded down.
fn harmless(cents: &BigRational) -> u64 {
    let apart: BigInt = (BigInt::from(1) << 63) / cents.denom();
    apart.to_u64().unwrap_or(u64::MAX)
}

/// `units x factor / 2^64` in whole cents, halves up, and how far it lies past the half cent below
/// it, in 2^64ths.
fn rounded(units: u64, factor: u64) -> (u64, u64) {
    halves(u128::from(units) * u128::from(factor) + HALF)
}

fn exactly(units: u64, exact: Option<(i128, i128)>) -> Option<i64> {
    let (over, under) = exact?;
    let Cents(total) = scaled(Cents(i64::try_from(units).ok()?), over, under).ok()?;
    Some(total)
}

/// The high and the low half of a number.
fn halves(number: u128) -> (u64, u64) {
    let half = |number| u64::try_from(number).unwrap_or(u64::MAX);
    (half(number >> 64), half(number & u128::from(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Number;
    use rust_decimal::Decimal;

    /// A euro a year over ten years, at prices that rise by 3% each year, for every 0.01 of it: the
    /// totals of `units` of these are those of the running total rule, worked in exact fractions.
    /// A twelfth of 6 cents is half a cent, so that in the first year halves come often.
    #[test]
    fn every_total_is_the_exact_one_rounded_once() {
        let level = |year: u32| {
            (0..year).fold(Exactly::of(Decimal::ONE), |level, _| {
                level.times(&Exactly::of(Decimal::new(103, 2))).unwrap()
            })
        };
        let mut series = Series::over(12);
        (0..10).for_each(|year| series.push(12, level(year)));
        let scaled = Scaled::of(&series, 2).unwrap().unwrap();
        for units in [0, 1, 6, 18, 5_200_006, 5_600_000, 99_999_999_999_999] {
            let mut posted = vec![Cents::ZERO; 120];
            scaled.post(units, &mut posted).unwrap();
            let (mut exact, mut sum) = (BigRational::from(BigInt::from(0)), 0);
            for (month, Cents(amount)) in (0..).zip(posted) {
                exact += level(month / 12).fraction() * BigInt::from(units) / BigInt::from(12);
                sum += amount;
                let half = BigRational::new(1.into(), 2.into());
                assert_eq!(BigInt::from(sum), (&exact + half).floor().to_integer(), "{units}");
            }
        }
    }

    /// So are those of several together: 6 cents of one and 3 of another are halves of a cent that
    /// make a whole one.
    #[test]
    fn every_total_of_a_sum_is_the_exact_one_rounded_once() {
        let series = |months: usize, divisor: i128| {
            let mut series = Series::over(divisor);
            series.push(months, Exactly::of(Decimal::ZERO));
            series.push(24 - months, Exactly::of(Decimal::ONE));
            series
        };
        let parts = [series(0, 12), series(6, 7)];
        let scaled = parts.map(|part| Scaled::of(&part, 2).unwrap().unwrap());
        let summed = Summed::of(scaled.to_vec());
        for units in
            [[0, 0], [6, 1], [6, 7], [5_200_006, 3], [1, 5_600_000], [99_999_999, 3_500_001]]
        {
            let mut posted = vec![Cents::ZERO; 24];
            summed.post(&units, &mut posted).unwrap();
            let (mut sum, [one, other]) = (0, units.map(i128::from));
            for (month, Cents(amount)) in (0..).zip(posted) {
                sum += i128::from(amount);
                // In eighty-fourths of a cent.
                let exact = 7 * one * (month + 1) + 12 * other * (month - 5).max(0);
                assert_eq!(sum, (exact + 42).div_euclid(84), "{units:?} by month {month}");
            }
        }
    }

    #[test]
    fn units_that_have_no_room_are_left_to_the_ordinary_road() {
        let mut series = Series::over(1);
        series.push(12, Exactly::of(Decimal::ONE));
        let scaled = Scaled::of(&series, 0).unwrap().unwrap();
        assert!(scaled.post(u64::MAX, &mut [Cents::ZERO; 12]).is_none());
    }
}
