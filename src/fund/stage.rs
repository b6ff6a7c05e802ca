//! A case at the month in which it starts, with everything but its fund loans already played.
//!
//! Where a case stands in time matters only by the month of the year: a list of rates counts from
//! the case's own start year, and what remains of the calendar is the season and that prices step
//! each 1 January. So a case is played at most twelve times, however often it starts.

use super::{Borrower, Fund};
use crate::case::Case;
use crate::exact::to_cents;
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Journal};
use crate::statements::Granted;
use crate::verdict::{Books, ExactCash, Run, Slack};
use std::sync::OnceLock;

/// A case that starts in some month of the year, on certain funding but its fund loans.
#[derive(Debug)]
pub struct Stage {
    /// The number of its first month past its horizon.
    pub end: i32,
    /// Cash at the end of each month, less what is set apart.
    pub free: Vec<Cents>,
    /// What was set apart and is free after its horizon.
    pub freed: Cents,
    /// What a year after its horizon leaves to repay from.
    pub a_year: Cents,
    /// What comes in less what goes out after its horizon, month by month, where it ends then.
    pub settled: Option<Vec<Cents>>,
    /// What cash may not be below when it is to repay.
    pub min_cash: Cents,
    /// Its other loans.
    pub others: Vec<LoanTable>,
    /// How far its posted cash may lie beside what it is exactly.
    pub slack: Slack,
    /// How many months later than written for the case starts.
    months_later: i32,
    exactly: OnceLock<Result<ExactCash, Overflow>>,
}

impl Stage {
    fn of(borrower: &Borrower, months_later: i32) -> Result<Self, Overflow> {
        played(borrower, months_later, |run| Self::after(run, months_later))
    }

    fn after(run: Run, months_later: i32) -> Result<Self, Overflow> {
        let case = run.books().case;
        let others = run.funding().filter_map(|(_, posting)| match posting {
            FundingPosting::Loan(table) => Some(table.clone()),
            FundingPosting::Income(_) | FundingPosting::Equity(_) | FundingPosting::InKind(_) => {
                None
            }
        });
        let others = others.collect();
        Ok(Self {
            end: case.horizon.end(),
            a_year: run.a_year_after()?,
            settled: run.settled()?,
            min_cash: to_cents(case.criteria.min_cash.0)?,
            slack: run.slack(),
            freed: run.freed(),
            free: run.cash.into_free(),
            others,
            months_later,
            exactly: OnceLock::new(),
        })
    }

    /// Its cash in exact amounts: played once more if it is asked for, which is seldom.
    ///
    /// # Errors
    /// [`Overflow`] when a value cannot be held.
    pub fn exactly(&self, borrower: &Borrower) -> Result<&ExactCash, Overflow> {
        let made = || played(borrower, self.months_later, |run| run.exact_cash());
        self.exactly.get_or_init(made).as_ref().map_err(|&overflow| overflow)
    }
}

/// What a borrower's case comes to that starts so many months later, on certain funding but its
/// fund loans.
fn played<T>(
    borrower: &Borrower,
    months_later: i32,
    told: impl FnOnce(Run) -> Result<T, Overflow>,
) -> Result<T, Overflow> {
    let case = &borrower.case.moved(months_later);
    let journal = Journal::of_wallet(case).map_err(|_| Overflow)?;
    let granted = borrower
        .loans
        .iter()
        .fold(Granted::certain(case), |granted, &place| granted.with(case, place, false));
    told(Run::of(&Books::open(case, &journal)?, granted)?)
}

/// The stages of a fund's borrowers, each played when it is first asked for.
#[derive(Debug)]
pub struct Stages<'a> {
    fund: &'a Fund,
    played: Vec<[OnceLock<Result<Stage, Overflow>>; 12]>,
}

impl<'a> Stages<'a> {
    /// The stages of a fund.
    pub fn of(fund: &'a Fund) -> Self {
        Self { fund, played: fund.borrowers.iter().map(|_| Default::default()).collect() }
    }

    /// The stage of a borrower that starts in the month of the fund with this number.
    ///
    /// # Errors
    /// [`Overflow`] when a sum of its case outgrows [`Cents`].
    pub fn at(&self, borrower: usize, month: usize) -> Result<&Stage, Overflow> {
        let asker = self.fund.borrowers.get(borrower).ok_or(Overflow)?;
        let later = later(self.fund, &asker.case, month);
        let slot = self.played.get(borrower).and_then(|slots| slots.get(later)).ok_or(Overflow)?;
        let shift = i32::try_from(later).unwrap_or(0);
        slot.get_or_init(|| Stage::of(asker, shift)).as_ref().map_err(|overflow| *overflow)
    }
}

/// How many months of the year a case that starts in the month of the fund with this number is
/// later than it was written for.
pub fn later(fund: &Fund, case: &Case, month: usize) -> usize {
    let month = fund.horizon.month(i32::try_from(month).unwrap_or(i32::MAX));
    usize::try_from(month.since(case.horizon.start).rem_euclid(12)).unwrap_or(0)
}
