//! The run-off: what is still owed at the end, repaid from years like the last (reference,
//! section 5).

use super::slack::{ExactCash, Slack, first_below};
use crate::exact::{euros, scaled};
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, put};
use num_rational::BigRational;

/// What a case has to repay from once its horizon is over.
#[derive(Clone, Copy, Debug)]
pub struct RunOff {
    /// Cash at the end of the horizon.
    pub start: Cents,
    /// The structural result of a year, before interest.
    pub a_year: Cents,
    /// The number of the first month past the horizon.
    pub end: i32,
}

/// Cash in the months of a run-off, up to the last instalment.
#[derive(Clone, Debug)]
pub struct Course {
    /// The number of the first month.
    end: i32,
    /// Of each month, what has been paid since the end of the horizon.
    paid: Vec<Cents>,
    /// Cash at the end of each.
    closing: Vec<Cents>,
}

impl RunOff {
    /// Its course with these loans. In month t = 1, 2, ... cash grows by
    /// `round2(a_year t / 12) - round2(a_year (t - 1) / 12)`; loans drawn past the end are not
    /// counted.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn course<'a>(
        self,
        loans: impl Iterator<Item = &'a LoanTable>,
    ) -> Result<Course, Overflow> {
        let late = loans.filter(|table| table.drawn < self.end);
        let due: Vec<_> =
            late.flat_map(|table| &table.instalments).filter(|due| due.month >= self.end).collect();
        let months = due.iter().map(|due| due.month - self.end + 1).max().unwrap_or(0);
        let mut paid = vec![Cents::ZERO; usize::try_from(months).unwrap_or(0)];
        for due in due {
            put(&mut paid, due.month - self.end, due.paid()?)?;
        }
        let (mut sum, mut closing) = (Cents::ZERO, Vec::new());
        for (t, paid) in (1..).zip(&mut paid) {
            sum = sum.plus(*paid)?;
            *paid = sum;
            closing.push(self.start.plus(scaled(self.a_year, t, 12)?)?.minus(sum)?);
        }
        Ok(Course { end: self.end, paid, closing })
    }
}

impl Course {
    /// The lowest cash, and the number of the month in which it first stands; `None` where nothing
    /// is due.
    pub fn lowest(&self) -> Option<(Cents, i32)> {
        let lowest = self.closing.iter().copied().min()?;
        let at = self.closing.iter().position(|&cash| cash == lowest)?;
        Some((lowest, self.end + i32::try_from(at).unwrap_or(i32::MAX)))
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
        let start = cash.closing.last().cloned().unwrap_or_default();
        let grown = |t: i32| &cash.a_year * BigRational::new(t.into(), 12.into());
        (1..).zip(&self.paid).map(|(t, &paid)| &start + grown(t) - euros(paid)).collect()
    }
}
