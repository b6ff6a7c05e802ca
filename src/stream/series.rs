//! An exact amount for each month of the horizon.

use crate::case::Lasts;
use crate::exact::{Number, Trouble};
use crate::money::Cents;
use num_integer::Integer;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Exact amounts, one a month of the horizon, each `term / divisor`. Keeping the divisor apart is
/// what "multiply before you divide" asks: a twelfth has no end in decimals.
#[derive(Clone, Debug)]
pub struct Series<N> {
    /// What every term is still to be divided by; above zero.
    pub divisor: i128,
    /// The terms, none below zero.
    pub terms: Vec<N>,
}

impl<N: Number> Series<N> {
    /// Nothing in any of so many months.
    pub fn nothing(months: usize) -> Self {
        Self { divisor: 1, terms: vec![N::zero(); months] }
    }

    /// Puts a term in the month with this number, if that lies within the horizon.
    pub fn put(&mut self, month: i32, term: &N) {
        if let Some(slot) = usize::try_from(month).ok().and_then(|m| self.terms.get_mut(m)) {
            *slot = term.clone();
        }
    }

    /// Leaves nothing outside the months from `first` to `last`.
    pub fn keep(&mut self, first: i32, last: i32) {
        for (term, month) in self.terms.iter_mut().zip(0..) {
            if month < first || month > last {
                *term = N::zero();
            }
        }
    }

    /// The same, `months` later; what falls past the horizon is gone.
    #[must_use]
    pub fn later(mut self, months: i32) -> Self {
        let count = self.terms.len();
        let shift = usize::try_from(months).unwrap_or(0).min(count);
        self.terms.rotate_right(shift);
        self.terms.iter_mut().take(shift).for_each(|term| *term = N::zero());
        self
    }

    /// Units reached as units that go on: `sum over j of q(j) x (1 - drop_off)^((m - j) div 12)`
    /// for `j <= m < j + L`, a twelfth of a year's each month.
    ///
    /// # Errors
    /// When the number cannot hold a value.
    pub fn lasting(&self, lasts: Lasts) -> Result<Self, Trouble> {
        let length = usize::try_from(lasts.months).unwrap_or(0);
        let still = still_there(lasts, self.terms.len().min(length))?;
        let mut reached_before = vec![N::zero()];
        reached_before.extend(self.running()?);
        let reached = |end: usize| reached_before.get(end).cloned().unwrap_or_else(N::zero);
        let terms = (0..self.terms.len()).map(|m| {
            let mut sum = N::zero();
            // Those whose age is `age` to `age + 11` months share one power.
            for (age, still) in (0..length.min(m + 1)).step_by(12).zip(&still) {
                let oldest = (age + 12).min(length);
                let group = reached(m + 1 - age).minus(&reached((m + 1).saturating_sub(oldest)))?;
                sum = sum.plus(&group.times(still)?)?;
            }
            Ok(sum)
        });
        let divisor = self.divisor.checked_mul(12).ok_or(Trouble::Unsure)?;
        Ok(Self { divisor, terms: terms.collect::<Result<_, Trouble>>()? })
    }

    /// Every term times a factor.
    ///
    /// # Errors
    /// When the number cannot hold a product.
    pub fn times(mut self, factor: &N) -> Result<Self, Trouble> {
        for term in &mut self.terms {
            *term = term.times(factor)?;
        }
        Ok(self)
    }

    /// The same amounts over another divisor, a multiple of the present one.
    fn over(self, divisor: i128) -> Result<Self, Trouble> {
        if divisor == self.divisor {
            return Ok(self);
        }
        let factor = Decimal::try_from_i128_with_scale(divisor / self.divisor, 0);
        let mut same = self.times(&N::of(factor.map_err(|_| Trouble::Unsure)?))?;
        same.divisor = divisor;
        Ok(same)
    }

    /// Both over one divisor.
    ///
    /// # Errors
    /// When the number cannot hold a term.
    pub fn aligned(self, other: Self) -> Result<(Self, Self), Trouble> {
        let product = self.divisor.checked_mul(other.divisor).ok_or(Trouble::Unsure)?;
        let common = product / self.divisor.gcd(&other.divisor);
        Ok((self.over(common)?, other.over(common)?))
    }

    /// The sum, month by month.
    ///
    /// # Errors
    /// When the number cannot hold a sum.
    pub fn plus(self, other: Self) -> Result<Self, Trouble> {
        let (mut sum, other) = self.aligned(other)?;
        for (term, more) in sum.terms.iter_mut().zip(&other.terms) {
            *term = term.plus(more)?;
        }
        Ok(sum)
    }

    /// The running totals, still to be divided by the divisor.
    fn running(&self) -> Result<Vec<N>, Trouble> {
        let mut total = N::zero();
        self.terms
            .iter()
            .map(|term| {
                total = total.plus(term)?;
                Ok(total.clone())
            })
            .collect()
    }

    /// The series whose running total is the lesser of this one's and a limit's: an earmark. What
    /// the limit has not reached by the month with number `last` does not come.
    ///
    /// # Errors
    /// When the number cannot tell which is less.
    pub fn never_above(self, limit: Self, last: i32) -> Result<Self, Trouble> {
        let (own, limit) = self.aligned(limit)?;
        let mut come = N::zero();
        let mut terms = Vec::with_capacity(own.terms.len());
        for ((total, most), month) in own.running()?.into_iter().zip(limit.running()?).zip(0..) {
            if month > last {
                terms.push(N::zero());
                continue;
            }
            let reached = total.lesser(most)?;
            terms.push(reached.minus(&come)?);
            come = reached;
        }
        Ok(Self { divisor: own.divisor, terms })
    }

    /// At most `cap` in each case year: what goes above it is not paid.
    ///
    /// # Errors
    /// When the number cannot tell which is less.
    pub fn capped_yearly(self, cap: &N) -> Result<Self, Trouble> {
        let divisor = Decimal::try_from_i128_with_scale(self.divisor, 0);
        let cap = cap.times(&N::of(divisor.map_err(|_| Trouble::Unsure)?))?;
        let mut terms = Vec::with_capacity(self.terms.len());
        for year in self.terms.chunks(12) {
            let mut left = cap.clone();
            for term in year {
                let paid = match term.order(&left)? {
                    Ordering::Greater => left.clone(),
                    _ => term.clone(),
                };
                left = left.minus(&paid)?;
                terms.push(paid);
            }
        }
        Ok(Self { divisor: self.divisor, terms })
    }

    /// What is posted each month: the step of the rounded running total, so that the months from
    /// the start to any month add up to their exact total, rounded once.
    ///
    /// # Errors
    /// When the number cannot decide a rounding, or a total outgrows [`Cents`].
    pub fn posted(&self) -> Result<Vec<Cents>, Trouble> {
        let mut before = Cents::ZERO;
        N::running_totals(&self.terms, self.divisor)?
            .into_iter()
            .map(|total| {
                let step = total.minus(before)?;
                before = total;
                Ok(step)
            })
            .collect()
    }
}

/// `(1 - drop_off)^y` for each year y of so many months.
fn still_there<N: Number>(lasts: Lasts, months: usize) -> Result<Vec<N>, Trouble> {
    let one = N::of(Decimal::ONE);
    let kept = one.minus(&N::of(lasts.drop_off.0))?;
    let mut powers = vec![one];
    for _ in 0..months / 12 {
        let next = powers.last().map_or_else(|| Ok(kept.clone()), |last| last.times(&kept))?;
        powers.push(next);
    }
    Ok(powers)
}
