//! The slow kind of number, which is never off.

use super::{Number, Stretch, Trouble, Weights, round_half_away};
use crate::money::Cents;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// An exact fraction.
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction(pub BigRational);

impl Number for Fraction {
    fn zero() -> Self {
        Self(BigRational::zero())
    }

    fn of(decimal: Decimal) -> Self {
        let tenfold = BigInt::from(10).pow(decimal.scale());
        Self(BigRational::new(BigInt::from(decimal.mantissa()), tenfold))
    }

    fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 + &other.0))
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 - &other.0))
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(Self(&self.0 * &other.0))
    }

    fn order(&self, other: &Self) -> Result<Ordering, Trouble> {
        Ok(self.0.cmp(&other.0))
    }

    fn running_totals(
        stretches: &[Stretch<Self>],
        weights: &Weights,
        divisor: i128,
    ) -> Result<Vec<Cents>, Trouble> {
        let to_cents = BigRational::new(BigInt::from(100), BigInt::from(divisor));
        let mut total = BigRational::zero();
        let mut totals = Vec::new();
        let terms = stretches.iter().flat_map(|s| std::iter::repeat_n(&s.term, s.months));
        for (term, &weight) in terms.zip(weights.iter().cycle()) {
            total += &term.0 * BigInt::from(weight);
            let in_cents = &total * &to_cents;
            totals.push(round_half_away(in_cents.numer(), in_cents.denom())?);
        }
        Ok(totals)
    }
}
