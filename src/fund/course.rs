//! What an initiative that was served does to the fund, month by month from its start.

use super::Borrower;
use super::stage::Stage;
use crate::case::{Form, Loan};
use crate::exact::euros;
use crate::loan::{Instalment, LoanTable};
use crate::money::{Cents, Overflow, Rate, add};
use crate::verdict::{ExactCash, RunOff, first_below};

/// What an initiative does to the fund.
#[derive(Debug)]
pub struct Course {
    /// Its fund loans.
    tables: Vec<LoanTable>,
    end: End,
}

/// Something that happens to one of its loans in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How many months after its start.
    pub after: i32,
    /// What it draws, at the start of the month.
    pub drawn: Cents,
    /// Interest that it owes, at the end.
    pub interest: Cents,
    /// The part of that interest that it does not pay: the fund lends it at once.
    pub added: Cents,
    /// What it pays back.
    pub principal: Cents,
    /// What the fund loses on it.
    pub lost: Cents,
    /// What need not be set aside for it any longer.
    pub freed: Cents,
}

impl Borrower {
    /// The loans that it asks of the fund.
    pub fn fund_loans(&self) -> impl Iterator<Item = &Loan> {
        let entries = self.loans.iter().filter_map(|&place| self.case.funding.get(place));
        entries.filter_map(|entry| match &entry.what.form {
            Form::Loan(loan) => Some(loan),
            Form::Income(_) | Form::Outcome(_) | Form::Equity(_) | Form::InKind(_) => None,
        })
    }
}

impl Course {
    /// When and why it stops, if it does.
    pub fn stop(&self) -> Option<Stop> {
        match self.end {
            End::Repays => None,
            End::Stops(stop) => Some(stop),
        }
    }

    /// The course of a borrower, at the interest of its case or at one for all loans.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn of(borrower: &Borrower, stage: &Stage, uniform: Option<Rate>) -> Result<Self, Overflow> {
        let tables = borrower.fund_loans().map(|loan| {
            let mut loan = loan.clone();
            if let Some(uniform) = uniform {
                loan.terms.interest = vec![uniform];
            }
            LoanTable::of(borrower.case.horizon, &loan)
        });
        let tables: Vec<_> = tables.collect::<Result<_, _>>()?;
        Ok(Self { end: End::of(borrower, stage, &tables)?, tables })
    }

    /// What happens, loan by loan.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        self.tables.iter().flat_map(|table| self.end.steps(table))
    }
}

/// That an initiative stops: from a month on it pays nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The month, so many after its start.
    pub after: i32,
    /// Why it does.
    pub why: Shortage,
}

/// What money an initiative has not got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// Its cash at the end of the month in which it stops is below zero.
    Cash {
        /// By so much, above zero.
        short: Cents,
    },
    /// What it owes at the end of its horizon cannot be repaid: it does not pass the test
    /// `repayment`.
    Repayment {
        /// What is missing where the run-off is lowest, above zero.
        short: Cents,
        /// The month in which it first is, so many after its start.
        after: i32,
    },
}

/// How an initiative comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It repays to the last instalment.
    Repays,
    /// It stops paying.
    Stops(Stop),
}

impl End {
    /// It stops in the month in which its closing cash, less what is set apart, is first below zero, or in the month after
    /// its horizon if it then owes the fund what it cannot repay.
    fn of(borrower: &Borrower, stage: &Stage, tables: &[LoanTable]) -> Result<Self, Overflow> {
        let loans = cash_of(tables, stage.free.len())?;
        let mut free = stage.free.clone();
        add(&mut free, &loans)?;
        let exactly = || {
            let cash = stage.exactly(borrower)?;
            let free = cash.free.iter().zip(&loans);
            let free = free.map(|(cash, &loans)| cash + euros(loans)).collect();
            let freed = cash.freed.clone();
            let (a_year, settled) = (cash.a_year.clone(), cash.settled.clone());
            Ok(ExactCash { free, freed, a_year, settled })
        };
        let stops = first_below(&free, Cents::ZERO, stage.slack, || Ok(exactly()?.free))?;
        if let Some(month) = stops {
            let cash = free.get(month).copied().unwrap_or_default();
            let why = Shortage::Cash { short: Cents::ZERO.minus(cash)? };
            return Ok(Self::Stops(Stop { after: i32::try_from(month).unwrap_or(i32::MAX), why }));
        }
        let end = stage.end;
        if tables.iter().all(|table| table.owed_after(end - 1) == Cents::ZERO) {
            return Ok(Self::Repays);
        }
        let start = free.last().copied().unwrap_or_default();
        let settled = stage.settled.as_deref();
        let run_off = RunOff { start, freed: stage.freed, a_year: stage.a_year, end, settled };
        let course = run_off.course(tables.iter().chain(&stage.others))?;
        let stops = course.falls_short(stage.min_cash, stage.slack, exactly)?;
        let Some((lowest, after)) = course.lowest().filter(|_| stops) else {
            return Ok(Self::Repays);
        };
        let why = Shortage::Repayment { short: stage.min_cash.minus(lowest)?, after };
        Ok(Self::Stops(Stop { after: end, why }))
    }

    /// What becomes of one loan.
    fn steps(self, table: &LoanTable) -> impl Iterator<Item = Step> {
        let (stop, stops) = match self {
            Self::Repays => (i32::MAX, false),
            Self::Stops(stop) => (stop.after, true),
        };
        let step = Step::default;
        let drawn = table.drawn <= stop;
        let start = if drawn {
            Step { after: table.drawn, drawn: table.amount, ..step() }
        } else {
            Step { after: stop, freed: table.amount, ..step() }
        };
        let due =
            table.instalments.iter().take_while(move |due| due.month < stop).map(move |due| {
                let Instalment { month, interest, added, principal, .. } = *due;
                Step { after: month, interest, added, principal, ..step() }
            });
        let lost = (drawn && stops).then(|| {
            // What is drawn in the month itself has left by its end.
            let owed = if table.drawn == stop { table.amount } else { table.owed_after(stop - 1) };
            Step { after: stop, lost: owed, ..step() }
        });
        std::iter::once(start).chain(due).chain(lost)
    }
}

/// What loans have brought by the end of each month: each draw comes in, each instalment goes out.
fn cash_of(tables: &[LoanTable], months: usize) -> Result<Vec<Cents>, Overflow> {
    let mut cash = vec![Cents::ZERO; months];
    tables.iter().try_for_each(|table| table.add_cash(&mut cash))?;
    let mut sum = Cents::ZERO;
    for cash in &mut cash {
        sum = sum.plus(*cash)?;
        *cash = sum;
    }
    Ok(cash)
}
