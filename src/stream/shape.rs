//! How an entry's volume goes through the months and its prices through the calendar years.

use super::Series;
use crate::calendar::{Horizon, Month};
use crate::case::{Index, Investment, Life, Recurring, Stream, Timing, Unit};
use crate::exact::{Number, Trouble};
use crate::money::{Amount, Rate, Share};
use rust_decimal::Decimal;

/// What is counted month by month.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Units times their price, or the amount: money in prices of the start.
    Money,
    /// Units alone, for what puts a price of its own on them.
    Units,
}

/// `unit x volume x season x index x factor / months in per`, the whole `lag` months later but for
/// the index, which is that of the month itself: of a `once` all of it in its month, and again each
/// time an investment is renewed.
///
/// # Errors
/// When the number cannot hold a value.
pub fn at_prices<N: Number>(
    horizon: Horizon,
    stream: &Stream,
    investment: Option<Investment>,
    what: Of,
    lag: i32,
    (index, factor): (&Index, &N),
) -> Result<Series<N>, Trouble> {
    let even = without_season(horizon, stream, investment, what, lag)?;
    seasoned(horizon, priced(horizon, &even, index, factor)?, stream, lag)
}

/// `units x volume x season / months in per`: units alone.
///
/// # Errors
/// When the number cannot hold a value.
pub fn units<N: Number>(horizon: Horizon, stream: &Stream) -> Result<Series<N>, Trouble> {
    seasoned(horizon, without_season(horizon, stream, None, Of::Units, 0)?, stream, 0)
}

/// What recurs alike each month of its own years, what is `once`, and what is dated.
fn without_season<N: Number>(
    horizon: Horizon,
    stream: &Stream,
    investment: Option<Investment>,
    what: Of,
    lag: i32,
) -> Result<Series<N>, Trouble> {
    let end = horizon.months();
    let number = |month: i32| usize::try_from(month + lag);
    match &stream.timing {
        Timing::Once { on } => {
            let unit = unit_of::<N>(&stream.unit, what, 0)?;
            let mut series = Series::over(1);
            let mut month = 0;
            let bought = purchases(horizon, *on, investment).map(number);
            for at in bought.flatten().filter(|&at| at < end) {
                series.push(at - month, N::zero());
                series.push(1, unit.clone());
                month = at + 1;
            }
            series.push(end - month, N::zero());
            Ok(series)
        }
        Timing::Dated(dated) => {
            let mut series = Series::over(1);
            let mut month = 0;
            let coming = dated.coming();
            let numbered =
                coming.filter_map(|(place, on)| Some((place, number(horizon.number(on)).ok()?)));
            for (place, at) in numbered.filter(|(_, at)| *at < end) {
                series.push(at - month, N::zero());
                series.push(1, unit_of::<N>(&stream.unit, what, place)?);
                month = at + 1;
            }
            series.push(end - month, N::zero());
            Ok(series)
        }
        Timing::Recurring(recurring) => {
            let first = number(horizon.number(recurring.from)).unwrap_or(0).min(end);
            let after = number(horizon.number(recurring.until) + 1).unwrap_or(0).min(end);
            let mut years = Years::new(&stream.unit, what, recurring);
            let mut series = Series::over(i128::from(recurring.per.months()));
            series.push(first, N::zero());
            for month in (first..after).step_by(12) {
                series.push((after - month).min(12), years.next()?);
            }
            series.push(end - after.max(first), N::zero());
            Ok(series)
        }
    }
}

/// The numbers of the months in which a `once` is bought: also each time its life ends, when it is
/// renewed. Months before the start are among them.
pub fn purchases(
    horizon: Horizon,
    on: Month,
    investment: Option<Investment>,
) -> impl Iterator<Item = i32> {
    let again = match investment {
        Some(Investment { life: Life::Months(months), renew: true, .. }) => Some(months.max(1)),
        _ => None,
    };
    std::iter::successors(Some(horizon.number(on)), move |month| Some(month + again?))
        .take_while(move |&month| month < horizon.end())
}

/// Each month's term times the price level of its calendar year, `index(m)`, times a factor.
///
/// # Errors
/// When the number cannot hold a value.
pub fn priced<N: Number>(
    horizon: Horizon,
    series: &Series<N>,
    index: &Index,
    factor: &N,
) -> Result<Series<N>, Trouble> {
    let mut levels = PriceLevels::new(index, factor.clone());
    let new_year = usize::try_from(13 - horizon.start.of_year()).unwrap_or(12);
    series.times_yearly(new_year, |year| levels.of_year(year))
}

/// `factor x index` of the calendar year so many years after the start year.
///
/// # Errors
/// When the number cannot hold a value.
pub fn price_level<N: Number>(index: &Index, year: usize, factor: N) -> Result<N, Trouble> {
    PriceLevels::new(index, factor).of_year(year)
}

/// The same of the start year and each of so many years after it.
///
/// # Errors
/// When the number cannot hold a value.
pub fn price_levels<N: Number>(index: &Index, years: usize, factor: N) -> Result<Vec<N>, Trouble> {
    let mut levels = PriceLevels::new(index, factor);
    (0..=years).map(|year| levels.of_year(year)).collect()
}

/// The level of prices by calendar year, the start year's being 1, each times a factor.
struct PriceLevels<'a, N> {
    rates: &'a [Rate],
    year: usize,
    level: N,
}

impl<'a, N: Number> PriceLevels<'a, N> {
    fn new(index: &'a Index, factor: N) -> Self {
        Self { rates: &index.0, year: 0, level: factor }
    }

    /// `product of (1 + rate of calendar year c) for c = 1 .. year`; years are asked in order.
    fn of_year(&mut self, year: usize) -> Result<N, Trouble> {
        while self.year < year {
            if let Some(rate) = self.rates.get(self.year).or(self.rates.last()) {
                self.level = self.level.times(&grown(*rate)?)?;
            }
            self.year += 1;
        }
        Ok(self.level.clone())
    }
}

/// Each term times `season(m) = 12 x weight / sum of the weights`, m being the month asked.
fn seasoned<N: Number>(
    horizon: Horizon,
    series: Series<N>,
    stream: &Stream,
    lag: i32,
) -> Result<Series<N>, Trouble> {
    let Timing::Recurring(Recurring { season: Some(weights), .. }) = &stream.timing else {
        return Ok(series);
    };
    let decimals = weights.iter().map(Decimal::scale).max().unwrap_or(0);
    let mut whole = [0; 12];
    for (slot, weight) in whole.iter_mut().zip(weights.iter()) {
        let finer = 10_i128.checked_pow(decimals - weight.scale()).ok_or(Trouble::Unsure)?;
        *slot = weight.mantissa().checked_mul(finer).ok_or(Trouble::Unsure)?;
    }
    // From those of January .. December to those of the first month asked and the eleven after it.
    let january = (horizon.start.of_year() - 1 - lag).rem_euclid(12);
    whole.rotate_left(usize::try_from(january).unwrap_or(0));
    series.weighed(whole)
}

/// An entry's own years, one after another.
struct Years<'a, N> {
    unit: &'a Unit,
    what: Of,
    recurring: &'a Recurring,
    year: usize,
    /// `(1 + growth)^year`; `None` where that is 1.
    growth: Option<N>,
}

impl<'a, N: Number> Years<'a, N> {
    fn new(unit: &'a Unit, what: Of, recurring: &'a Recurring) -> Self {
        Self { unit, what, recurring, year: 0, growth: None }
    }

    /// `unit x ramp[j] (all of it past its end) x (1 + growth)^j` of the next year j.
    fn next(&mut self) -> Result<N, Trouble> {
        let mut unit = unit_of::<N>(self.unit, self.what, self.year)?;
        if let Some(growth) = &self.growth {
            unit = unit.times(growth)?;
        }
        if let Some(ramp) = self.recurring.ramp.get(self.year) {
            unit = unit.times(&N::of(ramp.0))?;
        }
        if !self.recurring.growth.0.is_zero() {
            let more = grown(self.recurring.growth)?;
            self.growth = Some(match &self.growth {
                Some(growth) => growth.times(&more)?,
                None => more,
            });
        }
        self.year += 1;
        Ok(unit)
    }
}

/// The unit of an entry's own year `year`; of what is dated, of the month at that place.
///
/// # Errors
/// When the number cannot hold it.
pub fn unit_of<N: Number>(unit: &Unit, what: Of, year: usize) -> Result<N, Trouble> {
    match (unit, what) {
        (Unit::Amount(amount), Of::Money) => Ok(N::of(amount.0)),
        (Unit::Amounts(amounts), Of::Money) => Ok(N::of(in_year(amounts, year).0)),
        (Unit::Priced { quantity, price }, Of::Money) => N::of(quantity.0).times(&N::of(price.0)),
        (Unit::PricedByYear { quantity, prices }, Of::Money) => {
            N::of(quantity.0).times(&N::of(in_year(prices, year).0))
        }
        (Unit::Priced { quantity, .. } | Unit::PricedByYear { quantity, .. }, Of::Units) => {
            Ok(N::of(quantity.0))
        }
        (Unit::Amount(_) | Unit::Amounts(_), Of::Units) => Ok(N::zero()),
    }
}

/// That of an entry's own year: of a list the last one repeats.
fn in_year(list: &[Amount], year: usize) -> Amount {
    list.get(year).or(list.last()).copied().unwrap_or_default()
}

/// `1 + rate`.
fn grown<N: Number>(rate: Rate) -> Result<N, Trouble> {
    N::of(Decimal::ONE).plus(&N::of(rate.0))
}

/// `1 + share`.
///
/// # Errors
/// When the number cannot hold it.
pub fn more<N: Number>(share: Share) -> Result<N, Trouble> {
    N::of(Decimal::ONE).plus(&N::of(share.0))
}
