//! The slow kind of number, which is never off.

use super::{Number, Stretch, Trouble, Weights, round_half_up};
use crate::money::Cents;
use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A decimal of as many digits as it takes: nothing is ever divided here.
#[derive(Clone, Debug, PartialEq)]
pub struct Exactly {
    digits: BigInt,
    /// How many of the digits stand behind the point.
    decimals: u32,
}

fn tenfold(decimals: u32) -> BigInt {
    BigInt::from(10).pow(decimals)
}

impl Exactly {
    /// The same number as a fraction in lowest terms.
    pub fn fraction(&self) -> BigRational {
        BigRational::new(self.digits.clone(), tenfold(self.decimals))
    }

    /// The digits of all with as many behind the point, and the power of ten that they are still to
    /// be divided by.
    pub(super) fn alike(all: &[Self]) -> (Vec<BigInt>, BigInt) {
        let decimals = all.iter().map(|one| one.decimals).max().unwrap_or(0);
        (all.iter().map(|one| one.digits_with(decimals)).collect(), tenfold(decimals))
    }

    /// Its digits with so many behind the point, not fewer than it has.
    fn digits_with(&self, decimals: u32) -> BigInt {
        match decimals - self.decimals {
            0 => self.digits.clone(),
            more => &self.digits * tenfold(more),
        }
    }

    /// The digits of both with as many behind the point, and how many that are.
    fn with_as_many(&self, other: &Self) -> (BigInt, BigInt, u32) {
        let decimals = self.decimals.max(other.decimals);
        (self.digits_with(decimals), other.digits_with(decimals), decimals)
    }
}

impl Number for Exactly {
    fn zero() -> Self {
        Self { digits: BigInt::ZERO, decimals: 0 }
    }

    fn of(decimal: Decimal) -> Self {
        Self { digits: decimal.mantissa().into(), decimals: decimal.scale() }
    }

    fn is_zero(&self) -> bool {
        self.digits == BigInt::ZERO
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        let (one, other, decimals) = self.with_as_many(other);
        Ok(Self { digits: one + other, decimals })
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        let (one, other, decimals) = self.with_as_many(other);
        Ok(Self { digits: one - other, decimals })
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        let decimals = self.decimals + other.decimals;
        Ok(Self { digits: &self.digits * &other.digits, decimals })
    }

    fn order(&self, other: &Self) -> Result<Ordering, Trouble> {
        let (one, other, _) = self.with_as_many(other);
        Ok(one.cmp(&other))
    }

    fn running_totals(
        stretches: &[Stretch<Self>],
        weights: &Weights,
        divisor: i128,
    ) -> Result<Vec<Cents>, Trouble> {
        let decimals = stretches.iter().map(|stretch| stretch.term.decimals).max().unwrap_or(0);
        let unit = tenfold(decimals) * divisor;
        let mut total = BigInt::ZERO;
        let mut totals = Vec::with_capacity(stretches.iter().map(|stretch| stretch.months).sum());
        let mut weights = weights.iter().cycle();
        for Stretch { months, term } in stretches {
            let in_cents = term.digits_with(decimals) * 100;
            for &weight in weights.by_ref().take(*months) {
                total += &in_cents * weight;
                totals.push(round_half_up(&total, &unit)?);
            }
        }
        Ok(totals)
    }
}
