//! An exact amount for each month of the horizon.

use crate::case::Lasts;
use crate::exact::{EVEN, Exactly, Number, Stretch, Trouble, Unrounded, Weights};
use crate::money::Cents;
use num_integer::Integer;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// So many months in which each of two series has one term.
type Pair<N> = (usize, N, N);

/// Exact amounts, one a month of the horizon, each `term x weight / divisor`. Keeping the divisor
/// apart is what "multiply before you divide" asks: a twelfth has no end in decimals.
#[derive(Clone, Debug)]
pub struct Series<N> {
    /// What every term is still to be divided by; above zero.
    divisor: i128,
    /// The terms; below zero only where facts are less than what would have been.
    stretches: Vec<Stretch<N>>,
    /// How much each month's term counts for.
    weights: Weights,
}

impl<N: Number> Series<N> {
    /// No months yet; each that is added is still to be divided by a divisor.
    pub fn over(divisor: i128) -> Self {
        Self { divisor, stretches: Vec::new(), weights: EVEN }
    }

    /// Nothing in any of so many months.
    pub fn nothing(months: usize) -> Self {
        let mut series = Self::over(1);
        series.push(months, N::zero());
        series
    }

    /// One month alone.
    pub fn single(term: N, divisor: i128) -> Self {
        let mut series = Self::over(divisor);
        series.push(1, term);
        series
    }

    /// Adds months at the end.
    pub fn push(&mut self, months: usize, term: N) {
        match self.stretches.last_mut() {
            _ if months == 0 => {}
            Some(last) if last.term == term => last.months += months,
            _ => self.stretches.push(Stretch { months, term }),
        }
    }

    /// How many months there are.
    pub fn months(&self) -> usize {
        self.stretches.iter().map(|stretch| stretch.months).sum()
    }

    /// The same with each month counting for its weight over the sum of the weights of a year,
    /// twelve times: so that a year's total stays.
    ///
    /// # Errors
    /// When the divisor outgrows what can be held.
    pub fn weighed(mut self, weights: Weights) -> Result<Self, Trouble> {
        let total = weights.iter().sum();
        self.divisor = self.divisor.checked_mul(total).ok_or(Trouble::Unsure)?;
        self.weights = weights.map(|weight| weight * 12);
        Ok(self)
    }

    /// The same without weights: each month's in its term.
    fn even(self) -> Result<Self, Trouble> {
        if self.weights == EVEN {
            return Ok(self);
        }
        let mut even = Self::over(self.divisor);
        let mut weights = self.weights.iter().cycle();
        for Stretch { months, term } in &self.stretches {
            for &weight in weights.by_ref().take(*months) {
                even.push(1, term.times(&whole(weight)?)?);
            }
        }
        Ok(even)
    }

    /// The same with stretches that end where these months begin; months are in order.
    fn cut(&self, months: impl Iterator<Item = usize>) -> Self {
        let mut cuts = months.peekable();
        let mut pieces = Self { stretches: Vec::new(), ..*self };
        let mut start = 0;
        for Stretch { months, term } in &self.stretches {
            let end = start + months;
            while let Some(cut) = cuts.next_if(|&cut| cut < end) {
                if cut > start {
                    pieces.stretches.push(Stretch { months: cut - start, term: term.clone() });
                    start = cut;
                }
            }
            pieces.stretches.push(Stretch { months: end - start, term: term.clone() });
            start = end;
        }
        pieces
    }

    /// Every term times the factor of its year, years beginning with month `first` and each twelve
    /// later; what stands before `first` is of year 0.
    ///
    /// # Errors
    /// When the number cannot hold a product.
    pub fn times_yearly(
        &self,
        first: usize,
        mut factor: impl FnMut(usize) -> Result<N, Trouble>,
    ) -> Result<Self, Trouble> {
        let mut product = self.cut((first..self.months()).step_by(12));
        let mut start = 0;
        for Stretch { months, term } in &mut product.stretches {
            if !term.is_zero() {
                *term = term.times(&factor((start + 12 - first) / 12)?)?;
            }
            start += *months;
        }
        Ok(product)
    }

    /// Leaves nothing outside the months from `first` to `last`.
    #[must_use]
    pub fn keep(&self, first: i32, last: i32) -> Self {
        let number = |month: i32| usize::try_from(month).unwrap_or(0);
        let (first, after) = (number(first), number(last.saturating_add(1)));
        let mut kept = self.cut([first, after.max(first)].into_iter());
        let mut start = 0;
        for Stretch { months, term } in &mut kept.stretches {
            if start < first || start >= after {
                *term = N::zero();
            }
            start += *months;
        }
        kept
    }

    /// The same, but for those of its months that `fades` tells: these become less and less, being
    /// `(n - k) / (n + 1)` of what they were in month k = 0 .. n-1 from the fade's first, and then
    /// nothing.
    ///
    /// # Errors
    /// When the number cannot hold a product.
    pub fn faded(
        self,
        first: i32,
        steps: i32,
        fades: impl Fn(i32) -> bool,
    ) -> Result<Self, Trouble> {
        let own = self.even()?;
        let parts = i128::from(steps) + 1;
        let divisor = own.divisor.checked_mul(parts).ok_or(Trouble::Unsure)?;
        let mut faded = Self::over(divisor);
        let terms = own.stretches.iter().flat_map(|s| std::iter::repeat_n(&s.term, s.months));
        for (month, term) in (0..).zip(terms) {
            let left = match i128::from(month - first) {
                step if step < 0 || !fades(month) => parts,
                step => (parts - 1 - step).max(0),
            };
            faded.push(1, if term.is_zero() { N::zero() } else { term.times(&whole(left)?)? });
        }
        Ok(faded)
    }

    /// The same, `months` later; what falls past the horizon is gone.
    #[must_use]
    pub fn later(&self, months: usize) -> Self {
        let all = self.months();
        let shift = months.min(all);
        let mut later = Self { stretches: Vec::new(), ..*self };
        later.weights.rotate_right(shift % 12);
        later.push(shift, N::zero());
        let mut left = all - shift;
        for Stretch { months, term } in &self.stretches {
            let kept = left.min(*months);
            later.push(kept, term.clone());
            left -= kept;
        }
        later
    }

    /// Units reached as units that go on: `sum over j of q(j) x (1 - drop_off)^((m - j) div 12)`
    /// for `j <= m < j + L`, a twelfth of a year's each month. That is the running total of those
    /// who join, less those who drop off with each year since then.
    ///
    /// # Errors
    /// When the number cannot hold a value.
    pub fn lasting(self, lasts: Lasts) -> Result<Self, Trouble> {
        let joined = self.even()?;
        let kept = N::of(Decimal::ONE).minus(&N::of(lasts.drop_off.0))?;
        let length = usize::try_from(lasts.months).unwrap_or(0);
        let mut change = joined.clone();
        let mut still = N::of(Decimal::ONE);
        for age in (12..length.min(joined.months())).step_by(12) {
            let fewer = still.times(&kept)?;
            change = change.plus(joined.later(age).times(&fewer.minus(&still)?)?)?;
            still = fewer;
        }
        change = change.plus(joined.later(length).times(&N::zero().minus(&still)?)?)?;
        let mut there = change.running()?;
        there.divisor = there.divisor.checked_mul(12).ok_or(Trouble::Unsure)?;
        Ok(there)
    }

    /// Every term times a factor.
    ///
    /// # Errors
    /// When the number cannot hold a product.
    pub fn times(mut self, factor: &N) -> Result<Self, Trouble> {
        for Stretch { term, .. } in &mut self.stretches {
            *term = term.times(factor)?;
        }
        Ok(self)
    }

    /// The same amounts over another divisor, a multiple of the present one.
    fn divided_by(self, divisor: i128) -> Result<Self, Trouble> {
        if divisor == self.divisor {
            return Ok(self);
        }
        let factor = whole(divisor / self.divisor)?;
        Ok(Self { divisor, ..self.times(&factor)? })
    }

    /// Both over one divisor and without weights, month by month in stretches of one length.
    fn side_by_side(self, other: Self) -> Result<(i128, Vec<Pair<N>>), Trouble> {
        let (one, other) = (self.even()?, other.even()?);
        let factor = other.divisor / one.divisor.gcd(&other.divisor);
        let divisor = one.divisor.checked_mul(factor).ok_or(Trouble::Unsure)?;
        let (one, other) = (one.divided_by(divisor)?, other.divided_by(divisor)?);
        let (mut ones, mut others) = (one.stretches.into_iter(), other.stretches.into_iter());
        let (mut left, mut right) = (ones.next(), others.next());
        let mut pairs = Vec::new();
        while let (Some(one), Some(other)) = (&mut left, &mut right) {
            let months = one.months.min(other.months);
            pairs.push((months, one.term.clone(), other.term.clone()));
            one.months -= months;
            other.months -= months;
            if one.months == 0 {
                left = ones.next();
            }
            if other.months == 0 {
                right = others.next();
            }
        }
        Ok((divisor, pairs))
    }

    /// Several series, each month's term by itself, and the one divisor that all of these are still
    /// to be divided by.
    ///
    /// # Errors
    /// When the divisor or a term outgrows what can be held.
    pub fn abreast(all: Vec<Self>) -> Result<(i128, Vec<Vec<N>>), Trouble> {
        let mut divisor = 1_i128;
        for one in &all {
            let factor = one.divisor / divisor.gcd(&one.divisor);
            divisor = divisor.checked_mul(factor).ok_or(Trouble::Unsure)?;
        }
        let terms = all.into_iter().map(|one| {
            let stretches = one.even()?.divided_by(divisor)?.stretches.into_iter();
            let terms = stretches.flat_map(|s| std::iter::repeat_n(s.term, s.months));
            Ok(terms.collect())
        });
        Ok((divisor, terms.collect::<Result<_, Trouble>>()?))
    }

    /// All of it, as one month.
    ///
    /// # Errors
    /// When the number cannot hold the sum.
    pub fn sum(&self) -> Result<Self, Trouble> {
        let (totals, divisor) = self.totals()?;
        Ok(Self::single(totals.last().cloned().unwrap_or_else(N::zero), divisor))
    }

    /// One month less another; nothing where that is more.
    ///
    /// # Errors
    /// When the number cannot tell which is more.
    pub fn less(self, other: Self) -> Result<Self, Trouble> {
        let (divisor, pairs) = self.side_by_side(other)?;
        let mut rest = Self::over(divisor);
        for (months, one, other) in pairs {
            let less = one.order(&other)? == Ordering::Less;
            rest.push(months, if less { N::zero() } else { one.minus(&other)? });
        }
        Ok(rest)
    }

    /// One month in parts of a whole, each in a month of so many; months are in order.
    ///
    /// # Errors
    /// When the number or the divisor cannot hold a value.
    pub fn in_parts(
        self,
        months: usize,
        parts: &[(usize, Decimal)],
        whole: Decimal,
    ) -> Result<Self, Trouble> {
        let whole = whole.normalize();
        let finer = Decimal::from(10_u64.pow(whole.scale().min(10)));
        let divisor = self.divisor.checked_mul(whole.mantissa()).ok_or(Trouble::Unsure)?;
        let mut spread = Self::over(divisor);
        let term = self.stretches.into_iter().next().map_or_else(N::zero, |one| one.term);
        let mut next = 0;
        for &(month, part) in parts {
            spread.push(month.saturating_sub(next), N::zero());
            let part = part.checked_mul(finer).ok_or(Trouble::Unsure)?;
            spread.push(1, term.times(&N::of(part))?);
            next = month + 1;
        }
        spread.push(months.saturating_sub(next), N::zero());
        Ok(spread)
    }

    /// The sum, month by month.
    ///
    /// # Errors
    /// When the number cannot hold a sum.
    pub fn plus(self, other: Self) -> Result<Self, Trouble> {
        let (divisor, pairs) = self.side_by_side(other)?;
        let mut sum = Self::over(divisor);
        for (months, one, other) in pairs {
            sum.push(months, one.plus(&other)?);
        }
        Ok(sum)
    }

    /// The running totals, of a series without weights.
    fn running(&self) -> Result<Self, Trouble> {
        let mut totals = Self::over(self.divisor);
        let mut total = N::zero();
        for Stretch { months, term } in &self.stretches {
            if term.is_zero() {
                totals.push(*months, total.clone());
                continue;
            }
            for _ in 0..*months {
                total = total.plus(term)?;
                totals.push(1, total.clone());
            }
        }
        Ok(totals)
    }

    /// At most the cap of its month in each case year: what goes above it is not paid. `differs`
    /// tells, of a month and what is paid of it so, how much more really was; both are still to be
    /// divided by the divisor, which it is told too.
    ///
    /// # Errors
    /// When the number cannot tell which is less.
    pub fn capped_yearly(
        self,
        cap: impl Fn(i32) -> Option<N>,
        mut differs: impl FnMut(usize, &N, i128) -> Result<N, Trouble>,
    ) -> Result<Self, Trouble> {
        let own = self.even()?;
        let divisor = whole(own.divisor)?;
        let mut capped = Self::over(own.divisor);
        let mut paid = N::zero();
        let terms = own.stretches.iter().flat_map(|s| std::iter::repeat_n(&s.term, s.months));
        for (at, (month, term)) in (0..).zip(terms).enumerate() {
            if month % 12 == 0 {
                paid = N::zero();
            }
            let (mut due, mut by_now) = (term.clone(), paid.plus(term)?);
            if let Some(cap) = cap(month) {
                let most = cap.times(&divisor)?;
                if by_now.order(&most)? == Ordering::Greater {
                    // From here on the total is the cap as it was written, which no sum has made
                    // uncertain: a quick number can tell that nothing is left of it.
                    by_now = paid.clone().greater(most)?;
                    due = by_now.minus(&paid)?;
                }
            }
            let differs = differs(at, &due, own.divisor)?;
            paid = if differs.is_zero() { by_now } else { by_now.plus(&differs)? };
            capped.push(1, due);
        }
        Ok(capped)
    }

    /// The running totals month by month, and what each is still to be divided by.
    ///
    /// # Errors
    /// When the number cannot hold a total.
    pub fn totals(&self) -> Result<(Vec<N>, i128), Trouble> {
        let running = self.clone().even()?.running()?;
        let totals = running.stretches.into_iter();
        let totals = totals.flat_map(|stretch| std::iter::repeat_n(stretch.term, stretch.months));
        Ok((totals.collect(), running.divisor))
    }

    /// What is posted each month: the step of the rounded running total, so that the months from
    /// the start to any month add up to their exact total, rounded once.
    ///
    /// # Errors
    /// When the number cannot decide a rounding, or a total outgrows [`Cents`].
    pub fn posted(&self) -> Result<Vec<Cents>, Trouble> {
        let mut posted = N::running_totals(&self.stretches, &self.weights, self.divisor)?;
        let mut before = Cents::ZERO;
        for amount in &mut posted {
            let total = *amount;
            *amount = total.minus(before)?;
            before = total;
        }
        Ok(posted)
    }
}

impl Series<Exactly> {
    /// Each month's amount, not rounded.
    ///
    /// # Errors
    /// When the divisor outgrows what can be held.
    pub fn unrounded(self) -> Result<Unrounded, Trouble> {
        let (divisor, terms) = Self::abreast(vec![self])?;
        Ok(Unrounded::of(&terms.concat(), divisor))
    }
}

/// A whole number.
///
/// # Errors
/// When the number cannot hold it.
pub fn whole<N: Number>(number: i128) -> Result<N, Trouble> {
    Decimal::try_from_i128_with_scale(number, 0).map(N::of).map_err(|_| Trouble::Unsure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Exactly, Near};

    /// A year of a third of 100.50, to more digits than a quick number keeps, up to a cap.
    fn capped<N: Number>(cap: Decimal) -> Result<Vec<Cents>, Trouble> {
        let third = N::of(Decimal::new(3_333_333_333_333_333_333, 19));
        let term =
            third.times(&N::of(Decimal::from_i128_with_scale(100_500_000_000_000_000_001, 18)))?;
        let mut series = Series::over(1);
        series.push(12, term);
        series.capped_yearly(|_| Some(N::of(cap)), |_, _, _| Ok(N::zero()))?.posted()
    }

    #[test]
    fn a_quick_number_can_tell_that_nothing_is_left_of_a_cap() {
        // 33.50 in each of eleven months makes 368.50; what is left of 370 is 1.50.
        for (cap, last) in [(370, 150), (369, 50), (368, 0)] {
            let quick = capped::<Near>(Decimal::from(cap));
            assert_eq!(quick, capped::<Exactly>(Decimal::from(cap)));
            assert_eq!(quick.map(|posted| posted.last().copied()), Ok(Some(Cents(last))));
        }
    }
}
