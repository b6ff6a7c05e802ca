//! Amounts that are not rounded, month by month.

use super::Exactly;
use crate::money::Cents;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::Zero;
use rust_decimal::Decimal;
use std::ops::Range;

/// Amounts in euros, one a month, over one denominator: adding them up needs no lowest terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrounded {
    parts: Vec<BigInt>,
    /// What every part is still to be divided by; above zero.
    unit: BigInt,
}

impl Unrounded {
    /// Nothing in any of so many months.
    pub fn nothing(months: usize) -> Self {
        Self { parts: vec![BigInt::ZERO; months], unit: BigInt::from(1) }
    }

    /// Amounts as they are posted.
    pub fn posted(amounts: &[Cents]) -> Self {
        let parts = amounts.iter().map(|amount| BigInt::from(amount.0)).collect();
        Self { parts, unit: BigInt::from(100) }
    }

    /// Any amounts.
    pub fn amounts(amounts: &[BigRational]) -> Self {
        let unit = amounts.iter().fold(BigInt::from(1), |unit, amount| unit.lcm(amount.denom()));
        let parts = amounts.iter().map(|amount| amount.numer() * (&unit / amount.denom()));
        Self { parts: parts.collect(), unit }
    }

    /// Numbers of euros that are all still to be divided by something above zero.
    pub fn of(terms: &[Exactly], divisor: i128) -> Self {
        let (parts, unit) = Exactly::alike(terms);
        Self { parts, unit: unit * divisor }
    }

    /// Adds other amounts, month by month.
    pub fn add(&mut self, other: &Self) {
        let factor = self.make_room_for(other);
        self.parts.iter_mut().zip(&other.parts).for_each(|(sum, more)| *sum += more * &factor);
    }

    /// Takes other amounts off, month by month.
    pub fn subtract(&mut self, other: &Self) {
        let factor = self.make_room_for(other);
        self.parts.iter_mut().zip(&other.parts).for_each(|(sum, less)| *sum -= less * &factor);
    }

    /// Makes the denominator a multiple of another's, and tells which.
    fn make_room_for(&mut self, other: &Self) -> BigInt {
        if self.unit == other.unit {
            return BigInt::from(1);
        }
        let unit = self.unit.lcm(&other.unit);
        let factor = &unit / &self.unit;
        if factor != BigInt::from(1) {
            self.parts.iter_mut().for_each(|part| *part *= &factor);
        }
        self.unit = unit;
        &self.unit / &other.unit
    }

    /// So many times each.
    #[must_use]
    pub fn times(&self, by: Decimal) -> Self {
        let parts = self.parts.iter().map(|part| part * by.mantissa()).collect();
        Self { parts, unit: &self.unit * BigInt::from(10).pow(by.scale()) }
    }

    /// Each amount in the month that is told of its own, if any.
    #[must_use]
    pub fn moved(&self, to: impl Fn(usize) -> Option<usize>) -> Self {
        let mut moved = Self { parts: vec![BigInt::ZERO; self.parts.len()], ..self.clone() };
        for (month, part) in self.parts.iter().enumerate() {
            if let Some(slot) = to(month).and_then(|month| moved.parts.get_mut(month)) {
                *slot += part;
            }
        }
        moved
    }

    /// So many months, those that there were not having nothing in them.
    #[must_use]
    pub fn lengthened(mut self, months: usize) -> Self {
        if self.parts.len() < months {
            self.parts.resize(months, BigInt::ZERO);
        }
        self
    }

    /// The first so many months.
    #[must_use]
    pub fn shortened(mut self, months: usize) -> Self {
        self.parts.truncate(months);
        self
    }

    /// Adds an amount to a month, if that lies within the horizon.
    pub fn put(&mut self, month: i32, amount: &BigRational) {
        let months = self.parts.len();
        if let Some(month) = usize::try_from(month).ok().filter(|month| *month < months) {
            let mut more = Self { parts: vec![BigInt::ZERO; months], unit: amount.denom().clone() };
            if let Some(slot) = more.parts.get_mut(month) {
                slot.clone_from(amount.numer());
            }
            self.add(&more);
        }
    }

    /// What some months come to.
    pub fn total(&self, months: Range<usize>) -> BigRational {
        let parts = self.parts.get(months).unwrap_or_default();
        BigRational::new(parts.iter().sum(), self.unit.clone())
    }

    /// What the months up to each come to, from an amount on.
    pub fn running(&self, from: Cents) -> impl Iterator<Item = BigRational> + '_ {
        let mut sum = BigInt::zero();
        let from = euros(from);
        self.parts.iter().map(move |part| {
            sum += part;
            &from + BigRational::new(sum.clone(), self.unit.clone())
        })
    }

    /// How many months there are.
    pub fn months(&self) -> usize {
        self.parts.len()
    }
}

/// Cents as an exact number of euros.
pub fn euros(amount: Cents) -> BigRational {
    BigRational::new(amount.0.into(), 100.into())
}

/// A decimal as an exact fraction.
pub fn fraction(decimal: Decimal) -> BigRational {
    BigRational::new(decimal.mantissa().into(), BigInt::from(10).pow(decimal.scale()))
}
