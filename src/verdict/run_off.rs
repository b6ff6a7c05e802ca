//! The run-off: what is still owed at the end, repaid from years like the last; of a case that ends
//! all that falls due after its end (reference, section 5).

use super::slack::{ExactCash, Slack, first_below};
use crate::exact::{euros, scaled};
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, add, put};
use num_rational::BigRational;

/// What a case has to repay from once its horizon is over.
#[derive(Clone, Copy, Debug)]
pub struct RunOff<'a> {
    /// Cash at the end of the horizon, less what is set apart.
    pub start: Cents,
    /// What was set apart and is free after it.
    pub freed: Cents,
    /// The structural result of a year, before interest; of a case that ends nothing.
    pub a_year: Cents,
    /// The number of the first month past the horizon.
    pub end: i32,
    /// Of a case that ends what comes in, less what goes out, in each month after its horizon,
    /// loans apart.
    pub settled: Option<&'a [Cents]>,
}

/// Cash in the months of a run-off, up to the last in which anything falls due; of a case that ends
/// from the last month of its horizon on.
#[derive(Clone, Debug)]
pub struct Course {
    /// The number of the first month.
    first: i32,
    /// Whether the case ends.
    ends: bool,
    /// Of each month after the horizon, the instalments paid since its end.
    paid: Vec<Cents>,
    /// Cash at the end of each month.
    closing: Vec<Cents>,
}

impl RunOff<'_> {
    /// Its course with these loans. In month t = 1, 2, ... cash grows by
    /// `round2(a_year t / 12) - round2(a_year (t - 1) / 12)`, or in a case that ends by what is
    /// settled then; loans drawn past the end are not counted.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn course<'l>(
        self,
        loans: impl Iterator<Item = &'l LoanTable>,
    ) -> Result<Course, Overflow> {
        let late = loans.filter(|table| table.drawn < self.end);
        let due: Vec<_> = late.flat_map(|table| table.due(self.end..i32::MAX)).collect();
        let months = due.iter().map(|due| due.month - self.end + 1).max().unwrap_or(0);
        let settled = self.settled.unwrap_or_default();
        let months = usize::try_from(months).unwrap_or(0).max(settled.len());
        let mut paid = vec![Cents::ZERO; months];
        for due in due {
            put(&mut paid, due.month - self.end, due.paid()?)?;
        }
        let mut comes = vec![Cents::ZERO; months];
        add(&mut comes, settled)?;
        let ends = self.settled.is_some();
        let mut closing = Vec::with_capacity(months + 1);
        closing.extend(ends.then_some(self.start));
        let (mut sum, mut come) = (Cents::ZERO, Cents::ZERO);
        for (t, (paid, comes)) in (1..).zip(paid.iter_mut().zip(comes)) {
            (sum, come) = (sum.plus(*paid)?, come.plus(comes)?);
            *paid = sum;
            let grown =
                self.start.plus(self.freed)?.plus(scaled(self.a_year, t, 12)?)?.plus(come)?;
            closing.push(grown.minus(sum)?);
        }
        Ok(Course { first: self.end - i32::from(ends), ends, paid, closing })
    }
}

impl Course {
    /// The lowest cash, and the number of the month in which it first stands; `None` where nothing
    /// is due.
    pub fn lowest(&self) -> Option<(Cents, i32)> {
        let lowest = self.closing.iter().copied().min()?;
        let at = self.closing.iter().position(|&cash| cash == lowest)?;
        Some((lowest, self.first + i32::try_from(at).unwrap_or(i32::MAX)))
    }

    /// Whether cash is too low in some month, both as posted and in exact amounts.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`], or an exact value what can be held.
    pub fn falls_short(
        &self,
        min_cash: Cents,
        slack: Slack,
        exactly: impl FnOnce() -> Result<ExactCash, Overflow>,
    ) -> Result<bool, Overflow> {
        let years = i128::try_from(self.closing.len() / 12).unwrap_or(i128::MAX);
        let closing = || Ok(self.exactly(&exactly()?));
        let slack = slack.times(years.saturating_add(2));
        Ok(first_below(&self.closing, min_cash, slack, closing)?.is_some())
    }

    /// Cash at the end of each month in exact amounts.
    fn exactly(&self, cash: &ExactCash) -> Vec<BigRational> {
        let start = cash.free.last().cloned().unwrap_or_default();
        let mut closing: Vec<_> = self.ends.then(|| start.clone()).into_iter().collect();
        let start = start + &cash.freed;
        let mut settled = cash.settled.iter();
        let mut come = BigRational::default();
        for (t, &paid) in (1..).zip(&self.paid) {
            if let Some(more) = settled.next() {
                come += more;
            }
            let grown = &cash.a_year * BigRational::new(i32::into(t), 12.into());
            closing.push(&start + grown + &come - euros(paid));
        }
        closing
    }
}
