//! What an initiative that was served does to the fund, month by month from its start.

use super::Borrower;
use super::stage::Stage;
use crate::case::{Funding, Loan};
use crate::loan::{Instalment, Table};
use crate::money::{Cents, Overflow, Rate, put};
use crate::verdict::RunOff;

/// What an initiative does to the fund.
#[derive(Debug)]
pub struct Course {
    /// Its fund loans.
    tables: Vec<Table>,
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
            let mut loan = loan.clone();
            if let Some(uniform) = uniform {
                loan.terms.interest = vec![uniform];
            }
            Table::of(borrower.case.horizon, &loan)
        });
        let tables: Vec<_> = tables.collect::<Result<_, _>>()?;
        Ok(Self { end: End::of(stage, &tables)?, tables })
    }

    /// What happens, loan by loan.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        self.tables.iter().flat_map(|table| self.end.steps(table))
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

    /// What becomes of one loan.
    fn steps(self, table: &Table) -> impl Iterator<Item = Step> {
        let (stop, stops) = match self {
            Self::Repays => (i32::MAX, false),
            Self::Stops(month) => (month, true),
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

/// Closing cash with the fund loans: each draw comes in, each instalment goes out.
fn with_loans(stage: &Stage, tables: &[Table]) -> Result<Vec<Cents>, Overflow> {
    let mut cash = vec![Cents::ZERO; stage.closing.len()];
    for table in tables {
        put(&mut cash, table.drawn, table.amount)?;
        for due in &table.instalments {
            put(&mut cash, due.month, Cents::ZERO.minus(due.paid()?)?)?;
        }
    }
    let mut sum = Cents::ZERO;
    for (cash, &without) in cash.iter_mut().zip(&stage.closing) {
        sum = sum.plus(*cash)?;
        *cash = without.plus(sum)?;
    }
    Ok(cash)
}
