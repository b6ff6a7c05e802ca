//! What entries came to: what they would have, and by how much facts differ from that (reference,
//! section 3.13).

use super::Series;
use super::series::whole;
use crate::case::{Case, Facts, Fade, Versions};
use crate::exact::{EVEN, Number, Stretch, Trouble};
use crate::money::{Cents, Overflow};
use num_traits::Zero;
use std::ops::{Add, Sub};

/// What an entry comes to.
#[derive(Clone, Debug)]
pub struct Came<N> {
    /// What it would without facts of its own from each month on.
    pub would: Series<N>,
    /// By how much the fact of each month is more than what it would have posted in it; empty where
    /// it has no facts.
    pub differs: Vec<Cents>,
}

impl<N: Number> Came<N> {
    /// What comes to these amounts but for its facts, which have nothing to do with each other.
    ///
    /// # Errors
    /// When the number cannot decide what would be posted.
    pub fn of(facts: Option<&Facts>, would: Series<N>) -> Result<Self, Trouble> {
        let differs = match facts.filter(|facts| facts.any()) {
            Some(facts) => differences(facts, &would.posted()?)?,
            None => Vec::new(),
        };
        Ok(Self { would, differs })
    }

    /// All of it.
    ///
    /// # Errors
    /// When the number cannot hold a sum.
    pub fn amounts(self) -> Result<Series<N>, Trouble> {
        with_differences(self.would, &self.differs)
    }
}

fn differences(facts: &Facts, would: &[Cents]) -> Result<Vec<Cents>, Overflow> {
    let months = facts.accrued.iter().zip(would);
    months.map(|(fact, &would)| fact.map_or(Ok(Cents::ZERO), |fact| fact.minus(would))).collect()
}

/// Amounts with what facts differ from them.
///
/// # Errors
/// When the number cannot hold a sum.
pub fn with_differences<N: Number>(
    amounts: Series<N>,
    differs: &[Cents],
) -> Result<Series<N>, Trouble> {
    if differs.iter().all(|differs| *differs == Cents::ZERO) {
        return Ok(amounts);
    }
    let months = amounts.months();
    amounts.plus(in_cents(differs, months))
}

/// Whole cents as exact amounts.
fn in_cents<N: Number>(amounts: &[Cents], months: usize) -> Series<N> {
    let mut series = Series::over(1);
    for amount in amounts {
        series.push(1, N::of(amount.decimal()));
    }
    series.push(months - amounts.len().min(months), N::zero());
    series
}

/// Tells month by month what an entry differs from what it would have posted, where what it would
/// depends on what it came to before.
#[derive(Clone, Debug)]
pub struct Reckoning<'a, N> {
    facts: Option<&'a Facts>,
    /// What every total is still to be divided by.
    divisor: i128,
    /// All that would have been so far, and what of that is posted.
    total: N,
    posted: Cents,
}

impl<'a, N: Number> Reckoning<'a, N> {
    /// Of an entry whose terms are still to be divided by something.
    pub fn new(facts: Option<&'a Facts>, divisor: i128) -> Self {
        let facts = facts.filter(|facts| facts.any());
        Self { facts, divisor, total: N::zero(), posted: Cents::ZERO }
    }

    /// By how much the next month is more than this, which it would be.
    ///
    /// # Errors
    /// When the number cannot hold or round a total.
    pub fn month(&mut self, month: usize, would: &N) -> Result<Cents, Trouble> {
        let Some(facts) = self.facts.filter(|facts| month < facts.months()) else {
            return Ok(Cents::ZERO);
        };
        self.total = self.total.plus(would)?;
        let stretch = [Stretch { months: 1, term: self.total.clone() }];
        let totals = N::running_totals(&stretch, &EVEN, self.divisor)?;
        let posted = totals.first().copied().unwrap_or_default();
        let step = posted.minus(self.posted)?;
        self.posted = posted;
        Ok(facts.of(month).map_or(Ok(Cents::ZERO), |fact| fact.minus(step))?)
    }

    /// A difference as a term.
    ///
    /// # Errors
    /// When the number cannot hold it.
    pub fn term(divisor: i128, differs: Cents) -> Result<N, Trouble> {
        N::of(differs.decimal()).times(&whole(divisor)?)
    }
}

/// What fades leave of a month, as parts of a whole that is the same in all months.
#[derive(Clone, Debug)]
pub struct Fading {
    left: Vec<i128>,
    /// The whole.
    pub whole: i128,
}

impl Fading {
    /// Of something through time.
    ///
    /// # Errors
    /// When the whole outgrows what can be held.
    pub fn of<T>(
        case: &Case,
        versions: &Versions<'_, T>,
        fade: impl Fn(&T) -> Option<Fade>,
    ) -> Result<Self, Trouble> {
        let mut whole = 1_i128;
        let all = std::iter::once(versions.first()).chain(versions.later().map(|(_, it)| it));
        let mut fades: Vec<Fade> = all.filter_map(&fade).collect();
        fades.dedup();
        for one in &fades {
            whole = whole.checked_mul(i128::from(one.months) + 1).ok_or(Trouble::Unsure)?;
        }
        let left = (0..case.horizon.end()).map(|month| {
            let Some(fade) = fade(versions.at(month)) else { return whole };
            let parts = i128::from(fade.months) + 1;
            match i128::from(month - case.horizon.number(fade.from)) {
                step if step < 0 => whole,
                step => whole / parts * (parts - 1 - step).max(0),
            }
        });
        Ok(Self { left: left.collect(), whole })
    }

    /// What is left of a term in a month, still to be divided by the whole.
    ///
    /// # Errors
    /// When the number cannot hold it.
    pub fn of_month<N: Number>(&self, month: usize, term: &N) -> Result<N, Trouble> {
        term.times(&whole(self.left.get(month).copied().unwrap_or(0))?)
    }
}

/// What is paid each month, where it is known what was paid in the first of them: what should have
/// been by then and was not falls in the first month after these, and what was paid ahead is taken
/// off the next payments until it is used up.
pub fn settle<T>(due: &mut Vec<T>, paid: &[T])
where
    T: Clone + Ord + Zero + Add<Output = T> + Sub<Output = T>,
{
    let sum = |amounts: &[T]| amounts.iter().fold(T::zero(), |sum, it| sum + it.clone());
    let known = paid.len().min(due.len());
    let (past, later) = due.split_at_mut(known);
    let (should, was) = (sum(past), sum(paid));
    past.clone_from_slice(paid.get(..known).unwrap_or_default());
    if should >= was {
        let behind = should - was;
        match later.first_mut() {
            Some(next) => *next = next.clone() + behind,
            None => due.push(behind),
        }
        return;
    }
    let mut ahead = was - should;
    for payment in later {
        let taken = ahead.clone().min(payment.clone().max(T::zero()));
        *payment = payment.clone() - taken.clone();
        ahead = ahead - taken;
    }
}
