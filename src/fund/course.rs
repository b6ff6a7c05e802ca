//! What an initiative that was served does to the fund, month by month from its start.

use super::Borrower;
use super::stage::Stage;
use crate::case::{Funding, Loan};
use crate::loan::Table;
use crate::money::{Cents, Overflow, Rate, put};
use crate::verdict::RunOff;

/// What an initiative does to the fund.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// What happens, in the order of its months.
    pub steps: Vec<Step>,
}

/// What happens in one month of an initiative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// How many months after its start.
    pub after: usize,
    /// What it draws, at the start of the month.
    pub drawn: Cents,
    /// Interest that it pays, at the end.
    pub interest: Cents,
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
        entries.filter_map(|entry| match &entry.what {
            Funding::Loan(loan) => Some(loan),
            Funding::Income(_) | Funding::Outcome(_) | Funding::Equity(_) | Funding::InKind(_) => {
                None
            }
        })
    }
}

impl Course {
    /// The course of a borrower, at the interest of its case or at one for all loans.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn of(borrower: &Borrower, stage: &Stage, uniform: Option<Rate>) -> Result<Self, Overflow> {
        let tables = borrower.fund_loans().map(|loan| {
            let interest = uniform.unwrap_or(loan.interest);
            Table::of(borrower.case.horizon, &Loan { interest, ..loan.clone() })
        });
        let tables: Vec<_> = tables.collect::<Result<_, _>>()?;
        let end = End::of(stage, &tables)?;
        let mut steps = Steps::default();
        for table in &tables {
            steps.add(table, end)?;
        }
        Ok(Self { steps: steps.in_order() })
    }
}

/// How an initiative comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It repays to the last instalment.
    Repays,
    /// From the month with this number on it pays nothing.
    Stops(i32),
}

impl End {
    /// It stops in the month in which its closing cash is first below zero, or in the month after
    /// its horizon if it then owes the fund what it cannot repay.
    fn of(stage: &Stage, tables: &[Table]) -> Result<Self, Overflow> {
        let closing = with_loans(stage, tables)?;
        if let Some(month) = (0..).zip(&closing).find(|(_, cash)| **cash < Cents::ZERO) {
            return Ok(Self::Stops(month.0));
        }
        let end = stage.end;
        if tables.iter().all(|table| table.owed_after(end - 1) == Cents::ZERO) {
            return Ok(Self::Repays);
        }
        let start = closing.last().copied().unwrap_or_default();
        let run_off = RunOff { start, a_year: stage.a_year, end };
        let lowest = run_off.lowest(tables.iter().chain(&stage.others))?;
        let passes = match lowest {
            Some((lowest, _)) => lowest.minus(stage.min_cash)? >= Cents::ZERO,
            None => true,
        };
        Ok(if passes { Self::Repays } else { Self::Stops(end) })
    }
}

/// Closing cash with the fund loans: each draw comes in, each instalment goes out.
fn with_loans(stage: &Stage, tables: &[Table]) -> Result<Vec<Cents>, Overflow> {
    let mut flow = vec![Cents::ZERO; stage.closing.len()];
    for table in tables {
        put(&mut flow, table.drawn, table.amount)?;
        for due in &table.instalments {
            put(&mut flow, due.month, Cents::ZERO.minus(due.interest.plus(due.principal)?)?)?;
        }
    }
    let mut sum = Cents::ZERO;
    let closing = stage.closing.iter().zip(flow).map(|(&without, flow)| {
        sum = sum.plus(flow)?;
        without.plus(sum)
    });
    closing.collect()
}

fn grow(sum: &mut Cents, by: Cents) -> Result<(), Overflow> {
    *sum = sum.plus(by)?;
    Ok(())
}

/// Steps by month while they are gathered.
#[derive(Debug, Default)]
struct Steps(Vec<Step>);

impl Steps {
    /// Adds what becomes of one loan.
    fn add(&mut self, table: &Table, end: End) -> Result<(), Overflow> {
        let stop = match end {
            End::Repays => i32::MAX,
            End::Stops(month) => month,
        };
        if table.drawn > stop {
            return self.at(stop, |step| grow(&mut step.freed, table.amount));
        }
        self.at(table.drawn, |step| grow(&mut step.drawn, table.amount))?;
        for due in table.instalments.iter().take_while(|due| due.month < stop) {
            self.at(due.month, |step| {
                grow(&mut step.interest, due.interest)?;
                grow(&mut step.principal, due.principal)
            })?;
        }
        if let End::Stops(stop) = end {
            // What is drawn in the month itself has left by its end.
            let owed = if table.drawn == stop { table.amount } else { table.owed_after(stop - 1) };
            self.at(stop, |step| grow(&mut step.lost, owed))?;
        }
        Ok(())
    }

    fn at(
        &mut self,
        month: i32,
        change: impl FnOnce(&mut Step) -> Result<(), Overflow>,
    ) -> Result<(), Overflow> {
        let after = usize::try_from(month).map_err(|_| Overflow)?;
        if self.0.len() <= after {
            let next = self.0.len()..=after;
            self.0.extend(next.map(|after| Step { after, ..Step::default() }));
        }
        self.0.get_mut(after).map_or(Ok(()), change)
    }

    fn in_order(self) -> Vec<Step> {
        let quiet = |step: &Step| *step == Step { after: step.after, ..Step::default() };
        self.0.into_iter().filter(|step| !quiet(step)).collect()
    }
}
