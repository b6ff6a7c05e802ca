//! A price of one year at the level of another.

use super::list::Cpi;
use crate::exact::{fraction, rounded_quotient};
use crate::words::MOST;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;
use rust_decimal::Decimal;

/// A price at the level of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The price.
    pub price: Decimal,
    /// The year whose prices it is in.
    pub year: i32,
    /// How it came there.
    pub way: Way,
}

/// How a price came to its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It stands as it was published: its year has no index figure.
    AsItStands,
    /// By the index of its list.
    Index {
        /// The index figure of its own year, or of the last year that has one; with that year.
        from: (i32, Decimal),
        /// The same of the year that it is brought to.
        to: (i32, Decimal),
        /// By how much prices rise a year after that, where the case says so.
        later: Option<Decimal>,
        /// For how many years they do; below zero where its own year is the later one.
        years: i32,
        /// Whether the index ends before one of the two, and the case does not say how prices go on.
        ends: bool,
    },
}

impl Level {
    /// A price of a year at the level of another; `None` where that is more than can be.
    pub fn of(
        (value, year): (Decimal, i32),
        level: i32,
        cpi: Option<&Cpi>,
        later: Option<Decimal>,
    ) -> Option<Self> {
        let way = way(year, level, cpi, later);
        let price = match &way {
            Way::AsItStands => value,
            Way::Index { from, to, later, years, .. } => {
                let growth = fraction(later.unwrap_or_default()) + BigRational::one();
                let exact =
                    fraction(value) * fraction(from.1) / fraction(to.1) * growth.pow(*years);
                in_cents(&exact)?
            }
        };
        let year = match way {
            Way::AsItStands => year,
            Way::Index { to, ends: true, .. } => to.0,
            Way::Index { .. } => level,
        };
        (price <= MOST).then_some(Self { price, year, way })
    }

    /// So much less and so much more than the price, with as many decimals as it has itself.
    pub fn spread(&self, share: Decimal) -> Option<(Decimal, Decimal)> {
        let decimals = self.price.scale().max(2);
        let times = |factor: Decimal| {
            let exact = fraction(self.price) * fraction(factor);
            rounded(&exact, decimals).filter(|price| *price <= MOST)
        };
        Some((times(Decimal::ONE.checked_sub(share)?)?, times(Decimal::ONE.checked_add(share)?)?))
    }
}

fn way(year: i32, level: i32, cpi: Option<&Cpi>, later: Option<Decimal>) -> Way {
    let factors = cpi.map(|cpi| &cpi.factors);
    let ends =
        factors.and_then(|factors| Some((factors.first_key_value()?, factors.last_key_value()?)));
    let one = (year, Decimal::ONE);
    let same = Way::Index { from: one, to: one, later: None, years: 0, ends: false };
    let Some(((first, _), (last, _))) = ends else {
        return if year == level { same } else { Way::AsItStands };
    };
    if year == level {
        return same;
    }
    if year < *first || level < *first {
        return Way::AsItStands;
    }
    let factor = |year: i32| {
        let year = year.min(*last);
        Some((year, factors?.get(&year).copied()?))
    };
    let Some((from, to)) = factor(year).zip(factor(level)) else { return Way::AsItStands };
    let past = |year: i32| (year - last).max(0);
    let ends = later.is_none() && past(level) != past(year);
    let years = if later.is_some() { past(level) - past(year) } else { 0 };
    Way::Index { from, to, later: later.filter(|_| years != 0), years, ends }
}

/// Rounded to cents, halves away from zero.
fn in_cents(exact: &BigRational) -> Option<Decimal> {
    rounded(exact, 2)
}

fn rounded(exact: &BigRational, decimals: u32) -> Option<Decimal> {
    let scaled = exact.numer() * BigInt::from(10).pow(decimals);
    let whole = i128::try_from(rounded_quotient(&scaled, exact.denom())).ok()?;
    Decimal::try_from_i128_with_scale(whole, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::{Level, Way};
    use crate::prices::Cpi;
    use rust_decimal::Decimal;
    use std::collections::BTreeMap;

    fn cpi() -> Cpi {
        let factors = [(2022, 1_073), (2023, 1_033), (2024, 1_000)];
        let factors = factors.map(|(year, factor)| (year, Decimal::new(factor, 3)));
        Cpi { source: None, factors: BTreeMap::from(factors) }
    }

    fn at(value: (i64, i32), level: i32, later: Option<i64>) -> (String, Way) {
        let later = later.map(|tenths| Decimal::new(tenths, 3));
        let value = (Decimal::from(value.0), value.1);
        let level = Level::of(value, level, Some(&cpi()), later).unwrap();
        (level.price.to_string(), level.way)
    }

    fn ends(way: &Way) -> bool {
        matches!(way, Way::Index { ends: true, .. })
    }

    #[test]
    fn an_index_brings_a_price_along_and_rounds_it_to_cents() {
        // 258 x 1.073 = 276.834
        assert_eq!(at((258, 2022), 2024, None).0, "276.83");
        // 258 x 1.073 / 1.033 = 267.990...
        assert_eq!(at((258, 2022), 2023, None).0, "267.99");
        // Back in time: 100 / 1.073 = 93.196...
        assert_eq!(at((100, 2024), 2022, None).0, "93.20");
        let half = Level::of((Decimal::new(125, 2), 2022), 2024, Some(&cpi()), None).unwrap();
        // 1.25 x 1.073 = 1.34125
        assert_eq!(half.price.to_string(), "1.34");
    }

    #[test]
    fn past_its_last_year_the_index_stands_still_or_goes_on_as_the_case_says() {
        let (price, way) = at((258, 2022), 2026, None);
        assert_eq!((price.as_str(), ends(&way)), ("276.83", true));
        // 276.834 x 1.025 x 1.025 = 290.848...
        let (price, way) = at((258, 2022), 2026, Some(25));
        assert_eq!((price.as_str(), ends(&way)), ("290.85", false));
        // A price of 2025 goes one year on: 100 x 1.025
        assert_eq!(at((100, 2025), 2026, Some(25)).0, "102.50");
        // And one of 2026 one year back: 100 / 1.025 = 97.560...
        assert_eq!(at((100, 2026), 2025, Some(25)).0, "97.56");
        let (price, way) = at((100, 2026), 2026, None);
        assert_eq!((price.as_str(), ends(&way)), ("100.00", false));
    }

    #[test]
    fn before_its_first_year_a_price_stands_as_it_is() {
        assert_eq!(at((10_000, 2013), 2026, Some(25)), ("10000".to_owned(), Way::AsItStands));
        assert_eq!(at((10_000, 2023), 2020, None), ("10000".to_owned(), Way::AsItStands));
        let none = Level::of((Decimal::TEN, 2022), 2026, None, None).unwrap();
        assert_eq!((none.price, none.year), (Decimal::TEN, 2022));
    }

    #[test]
    fn a_spread_reaches_as_far_down_as_up() {
        let level = Level::of((Decimal::from(258), 2022), 2024, Some(&cpi()), None).unwrap();
        // 276.83 x 0.8 = 221.464 and 276.83 x 1.2 = 332.196
        let (low, high) = level.spread(Decimal::new(2, 1)).unwrap();
        assert_eq!((low.to_string(), high.to_string()), ("221.46".to_owned(), "332.20".to_owned()));
    }
}
