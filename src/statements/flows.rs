//! What comes into the wallet and goes out of it, by what it is.

use super::{By, View};
use crate::case::OpeningKind;
use crate::money::{Cents, Overflow, add, put};
use crate::postings::FundingPosting;

/// Amounts by period: what comes in and what goes out, each above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flows {
    /// Income that does not stop by itself, and is certain.
    pub structural: Vec<Cents>,
    /// Other income that is certain.
    pub temporary: Vec<Cents>,
    /// Loans drawn and own capital that are certain, what was still to be received, and
    /// what is sold.
    pub capital: Vec<Cents>,
    /// All that is only requested, whatever it is.
    pub requested: Vec<Cents>,
    /// What is paid but for investments.
    pub costs: Vec<Cents>,
    /// What is paid for investments.
    pub investments: Vec<Cents>,
    /// Interest and principal, and what was still to be paid.
    pub debt_service: Vec<Cents>,
}

impl Flows {
    /// Those of a case, with the funding that counts.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn of(view: View, by: By) -> Result<Self, Overflow> {
        let nothing = || vec![Cents::ZERO; view.case.horizon.months()];
        let mut flows = Self {
            structural: nothing(),
            temporary: nothing(),
            capital: nothing(),
            requested: nothing(),
            costs: nothing(),
            investments: nothing(),
            debt_service: nothing(),
        };
        for (entry, posting) in view.case.costs.iter().zip(&view.postings.costs) {
            let investment = entry.what.investment.is_some();
            let sums = if investment { &mut flows.investments } else { &mut flows.costs };
            add(sums, &posting.flow.cash)?;
            let sold = posting.sold();
            sold.map_or(Ok(()), |sold| put(&mut flows.capital, sold.month, sold.price))?;
        }
        for (place, posting) in view.granted.of(view.postings) {
            flows.add(view, place, posting)?;
        }
        // What comes in or goes out of an earlier time is neither income nor cost of this one.
        for open in &view.postings.openings {
            let sums = match open.kind {
                OpeningKind::Receivable => &mut flows.capital,
                OpeningKind::Payable => &mut flows.debt_service,
            };
            put(sums, open.month, open.amount)?;
        }
        flows.by(by)
    }

    fn add(&mut self, view: View, place: usize, posting: &FundingPosting) -> Result<(), Overflow> {
        let entry = view.case.funding.get(place);
        let requested = entry.is_some_and(|entry| entry.what.is_requested());
        match posting {
            FundingPosting::Income(flow) => {
                // As the test of the last year counts it.
                let structural =
                    entry.is_some_and(|it| it.last().is_structural() && !it.what.is_once());
                let sums = match (requested, structural) {
                    (true, _) => &mut self.requested,
                    (false, true) => &mut self.structural,
                    (false, false) => &mut self.temporary,
                };
                add(sums, &flow.cash)
            }
            FundingPosting::Equity(flow) => {
                let sums = if requested { &mut self.requested } else { &mut self.capital };
                add(sums, &flow.cash)
            }
            FundingPosting::InKind(_) => Ok(()),
            FundingPosting::Loan(table) => {
                let sums = if requested { &mut self.requested } else { &mut self.capital };
                put(sums, table.drawn, table.amount)?;
                let mut due = table.instalments.iter();
                due.try_for_each(|due| put(&mut self.debt_service, due.month, due.paid()?))
            }
        }
    }

    fn by(self, by: By) -> Result<Self, Overflow> {
        let Self { structural, temporary, capital, requested, costs, investments, debt_service } =
            self;
        Ok(Self {
            structural: by.sums(&structural)?,
            temporary: by.sums(&temporary)?,
            capital: by.sums(&capital)?,
            requested: by.sums(&requested)?,
            costs: by.sums(&costs)?,
            investments: by.sums(&investments)?,
            debt_service: by.sums(&debt_service)?,
        })
    }
}
