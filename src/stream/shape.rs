//! How an entry's volume goes through the months and its prices through the calendar years.

use super::Series;
use crate::calendar::{Horizon, Month};
use crate::case::{Index, Investment, Life, Recurring, Stream, Timing, Unit};
use crate::exact::{Number, Trouble};
use crate::money::Rate;
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
    // Prices come before the season, for most months of a year are alike without it.
    seasoned(horizon, priced(horizon, even, index, factor)?, stream, lag)
}

/// `units x volume x season / months in per`: units alone.
///
/// # Errors
/// When the number cannot hold a value.
pub fn units<N: Number>(horizon: Horizon, stream: &Stream) -> Result<Series<N>, Trouble> {
    seasoned(horizon, without_season(horizon, stream, None, Of::Units, 0)?, stream, 0)
}

/// What recurs alike each month of its own years, and what is `once`.
fn without_season<N: Number>(
    horizon: Horizon,
    stream: &Stream,
    investment: Option<Investment>,
    what: Of,
    lag: i32,
) -> Result<Series<N>, Trouble> {
    match &stream.timing {
        Timing::Once { on } => {
            let unit = unit_of::<N>(&stream.unit, what, 0)?;
            let mut series = Series::nothing(horizon.months());
            for month in purchases(horizon, *on, investment) {
                series.put(month + lag, &unit);
            }
            Ok(series)
        }
        Timing::Recurring(recurring) => recur(horizon, &stream.unit, what, recurring, lag),
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
        Some(Investment { life: Life::Months(months), renew: true }) => Some(months.max(1)),
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
    mut series: Series<N>,
    index: &Index,
    factor: &N,
) -> Result<Series<N>, Trouble> {
    let mut levels = PriceLevels::new(index, factor.clone());
    // Most months are like the month before: a comparison is cheaper than a product.
    let (mut like, mut product) = (N::zero(), N::zero());
    let first = usize::try_from(horizon.start.of_year() - 1).unwrap_or(0);
    for (term, month) in series.terms.iter_mut().zip(first..) {
        let (year, of_year) = (month / 12, month % 12);
        if *term != like || of_year == 0 {
            product = term.times(levels.of_year(year)?)?;
            like = std::mem::replace(term, product.clone());
        } else {
            *term = product.clone();
        }
    }
    Ok(series)
}

/// `factor x index` of the calendar year so many years after the start year.
///
/// # Errors
/// When the number cannot hold a value.
pub fn price_level<N: Number>(index: &Index, year: usize, factor: N) -> Result<N, Trouble> {
    PriceLevels::new(index, factor).of_year(year).cloned()
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
    fn of_year(&mut self, year: usize) -> Result<&N, Trouble> {
        while self.year < year {
            if let Some(rate) = self.rates.get(self.year).or(self.rates.last()) {
                self.level = self.level.times(&grown(*rate)?)?;
            }
            self.year += 1;
        }
        Ok(&self.level)
    }
}

/// A stream that recurs.
fn recur<N: Number>(
    horizon: Horizon,
    unit: &Unit,
    what: Of,
    recurring: &Recurring,
    lag: i32,
) -> Result<Series<N>, Trouble> {
    let (first, last) = (horizon.number(recurring.from), horizon.number(recurring.until));
    let mut years = Years { unit, what, recurring, year: -1, growth: N::of(Decimal::ONE) };
    let mut this_year = N::zero();
    let mut terms = Vec::with_capacity(horizon.months());
    for asked in -lag..horizon.end() - lag {
        if asked < first || asked > last {
            terms.push(N::zero());
            continue;
        }
        if (asked - first) % 12 == 0 {
            this_year = years.next()?;
        }
        terms.push(this_year.clone());
    }
    Ok(Series { divisor: i128::from(recurring.per.months()), terms })
}

/// Each term times `season(m) = 12 x weight / sum of the weights`, m being the month asked.
fn seasoned<N: Number>(
    horizon: Horizon,
    mut series: Series<N>,
    stream: &Stream,
    lag: i32,
) -> Result<Series<N>, Trouble> {
    let Timing::Recurring(Recurring { season: Some(weights), .. }) = &stream.timing else {
        return Ok(series);
    };
    let season = Season::new(weights)?;
    for (term, number) in series.terms.iter_mut().zip(0..) {
        if !term.is_zero() {
            *term = term.times(&N::of(season.weight(horizon.month(number - lag))))?;
        }
    }
    series.divisor = series.divisor.checked_mul(season.total).ok_or(Trouble::Unsure)?;
    Ok(series)
}

/// An entry's own years, one after another.
struct Years<'a, N> {
    unit: &'a Unit,
    what: Of,
    recurring: &'a Recurring,
    year: i32,
    growth: N,
}

impl<N: Number> Years<'_, N> {
    /// `unit x ramp[j] (all of it past its end) x (1 + growth)^j` of the next year j.
    fn next(&mut self) -> Result<N, Trouble> {
        self.year += 1;
        if self.year > 0 && !self.recurring.growth.0.is_zero() {
            self.growth = self.growth.times(&grown(self.recurring.growth)?)?;
        }
        let year = usize::try_from(self.year).unwrap_or(0);
        let unit = unit_of::<N>(self.unit, self.what, year)?.times(&self.growth)?;
        match self.recurring.ramp.get(year) {
            Some(ramp) => unit.times(&N::of(ramp.0)),
            None => Ok(unit),
        }
    }
}

/// The unit of an entry's own year `year`.
///
/// # Errors
/// When the number cannot hold it.
pub fn unit_of<N: Number>(unit: &Unit, what: Of, year: usize) -> Result<N, Trouble> {
    match (unit, what) {
        (Unit::Amount(amount), Of::Money) => Ok(N::of(amount.0)),
        (Unit::Amounts(amounts), Of::Money) => {
            Ok(amounts.get(year).or(amounts.last()).map_or_else(N::zero, |amount| N::of(amount.0)))
        }
        (Unit::Priced { quantity, price }, Of::Money) => N::of(quantity.0).times(&N::of(price.0)),
        (Unit::Priced { quantity, .. }, Of::Units) => Ok(N::of(quantity.0)),
        (Unit::Amount(_) | Unit::Amounts(_), Of::Units) => Ok(N::zero()),
    }
}

/// Seasonal weights as whole numbers: `season(m) = 12 x weight / total`, the division left to the
/// series' divisor.
struct Season {
    twelvefold: [Decimal; 12],
    total: i128,
}

impl Season {
    fn new(weights: &[Decimal; 12]) -> Result<Self, Trouble> {
        let decimals = weights.iter().map(Decimal::scale).max().unwrap_or(0);
        let whole = Decimal::from(10_i64.checked_pow(decimals).ok_or(Trouble::Unsure)?);
        let mut twelvefold = [Decimal::ZERO; 12];
        let mut total = Decimal::ZERO;
        for (slot, weight) in twelvefold.iter_mut().zip(weights) {
            let weight = weight.checked_mul(whole).ok_or(Trouble::Unsure)?;
            *slot = weight.checked_mul(Decimal::from(12)).ok_or(Trouble::Unsure)?.trunc();
            total = total.checked_add(weight).ok_or(Trouble::Unsure)?;
        }
        Ok(Self { twelvefold, total: total.trunc().mantissa() })
    }

    fn weight(&self, month: Month) -> Decimal {
        let place = usize::try_from(month.of_year() - 1).unwrap_or(0);
        self.twelvefold.get(place).copied().unwrap_or_default()
    }
}

/// `1 + rate`.
fn grown<N: Number>(rate: Rate) -> Result<N, Trouble> {
    N::of(Decimal::ONE).plus(&N::of(rate.0))
}
