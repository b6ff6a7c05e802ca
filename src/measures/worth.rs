//! Present values that are not rounded.

use super::{ByYear, Discount, UNIT};
use crate::case::Discounting;
use crate::exact::Unrounded;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::ops::{AddAssign, SubAssign};

/// A present value in euros, not rounded: some, and so many times the factor of half a year, which
/// only counts where money is thought to come halfway the year.
#[derive(Clone, Debug)]
pub struct Worth {
    some: BigRational,
    halfway: BigRational,
}

impl Worth {
    /// Nothing.
    pub fn nothing() -> Self {
        Self { some: BigRational::zero(), halfway: BigRational::zero() }
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, by: &BigRational) -> Self {
        Self { some: self.some * by, halfway: self.halfway * by }
    }
}

impl AddAssign<&Self> for Worth {
    fn add_assign(&mut self, other: &Self) {
        self.some += &other.some;
        self.halfway += &other.halfway;
    }
}

impl SubAssign<&Self> for Worth {
    fn sub_assign(&mut self, other: &Self) {
        self.some -= &other.some;
        self.halfway -= &other.halfway;
    }
}

/// Under `mid`, values that are closer to each other are equal: 10^-30.
const CLOSE: u32 = 30;
/// To how many decimals the factor of half a year is taken: far more than it takes to tell.
const DECIMALS: u32 = 60;

impl Discount {
    /// The present value of monthly amounts, not rounded; with `once`, what stands in month 0
    /// counts at time zero. See [`Discount::present_value`].
    pub fn worth(&self, amounts: &Unrounded, once: bool) -> Worth {
        let months = amounts.months();
        let first = usize::from(once).min(months);
        let total = |from: usize, to: usize| amounts.total(from.max(first)..to.min(months));
        let parts = (0..months.div_ceil(12)).flat_map(|year| {
            let (start, end) = (year * 12, year * 12 + 12);
            match self.new_year {
                None => [Some(total(start, end)), None],
                Some(before) => {
                    let january = start + before;
                    [Some(total(start, january)), Some(total(january, end))]
                }
            }
        });
        self.later(amounts.total(0..first), parts.flatten())
    }

    /// The present value of a column of the books, not rounded.
    pub fn worth_of(&self, column: &ByYear) -> Worth {
        let euros = |cents: i128| BigRational::new(cents.into(), 100.into());
        self.later(euros(column.at_zero), column.parts.iter().map(|&cents| euros(cents)))
    }

    /// What stands at time zero, and what comes in each part of a case year.
    fn later(&self, zero: BigRational, parts: impl Iterator<Item = BigRational>) -> Worth {
        let mut years: Vec<BigRational> = Vec::new();
        let mut levels = self.levels().iter();
        for (place, part) in parts.enumerate() {
            let part = match levels.next() {
                Some(level) => part / level,
                None => part,
            };
            match years.last_mut() {
                Some(year) if place % self.parts() > 0 => *year += part,
                _ => years.push(part),
            }
        }
        let a_year_later = BigRational::new(self.growth.1.into(), self.growth.0.into());
        let sum = years
            .into_iter()
            .rev()
            .fold(BigRational::zero(), |sum, year| sum * &a_year_later + year);
        match self.when {
            Discounting::Start => Worth { some: zero + sum, halfway: BigRational::zero() },
            Discounting::End => {
                Worth { some: zero + sum * a_year_later, halfway: BigRational::zero() }
            }
            Discounting::Mid => Worth { some: zero, halfway: sum },
        }
    }

    /// Whether a value is not below zero.
    pub fn is_not_negative(&self, worth: &Worth) -> bool {
        let mut opposite = Worth::nothing();
        opposite -= worth;
        !self.is_positive(&opposite)
    }

    /// Whether a value is above zero.
    pub fn is_positive(&self, worth: &Worth) -> bool {
        match self.when {
            Discounting::Start | Discounting::End => worth.some.is_positive(),
            Discounting::Mid => {
                let close = BigRational::new(BigInt::from(1), BigInt::from(10).pow(CLOSE));
                &worth.some + &worth.halfway * self.half_a_year_later() >= close
            }
        }
    }

    /// The largest factor of any year, rounded up; as much as there is where it has no room.
    pub fn largest_factor(&self) -> i128 {
        *self.largest.get_or_init(|| self.largest_of_all())
    }

    fn largest_of_all(&self) -> i128 {
        if !self.rises.is_empty() {
            let largest = |factor: &Option<(i128, i128)>| {
                factor.map_or(i128::MAX, |(factor, off)| factor.saturating_add(off) / UNIT + 1)
            };
            return self.factors.iter().map(largest).max().unwrap_or(1);
        }
        let growth = BigRational::new(self.growth.0.into(), self.growth.1.into());
        let years = i32::try_from(self.factors.len()).unwrap_or(i32::MAX);
        let last = if growth.numer() < growth.denom() { growth.pow(-years) } else { growth };
        last.ceil().to_integer().to_i128().unwrap_or(i128::MAX)
    }

    /// `(1 + r)^-1/2`.
    fn half_a_year_later(&self) -> BigRational {
        let unit = BigInt::from(10).pow(2 * DECIMALS);
        let root = (&unit * self.growth.1 / self.growth.0).sqrt();
        BigRational::new(root, BigInt::from(10).pow(DECIMALS))
    }
}
