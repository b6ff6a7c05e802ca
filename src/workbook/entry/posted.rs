//! What entries post: held against their formulas, and in their place where the two differ.

use super::Maker;
use crate::exact::Unrounded;
use crate::loan::LoanTable;
use crate::money::Cents;
use crate::postings::{CostPosting, ExactWallet, FundingPosting, Postings};
use crate::stream::posting::Flow as Posted;
use crate::stream::unrounded::ExactFlow;
use crate::words::Group;
use crate::workbook::formula::Formula;
use crate::workbook::number::Number;
use crate::workbook::rows::{
    BookRows, CostRows, Entries, Flow, FundingRows, InstalmentRow, LoanRows,
};
use crate::workbook::stream::Running;
use num_rational::BigRational;

impl Maker<'_, '_> {
    /// The rows of a cost where they come to what it posts; else what it posts.
    pub(super) fn cost_or_fixed(
        &mut self,
        at: usize,
        rows: Option<CostRows>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Option<CostRows> {
        let posting = self.postings.costs.get(at)?;
        if let Some(rows) = rows.filter(|rows| self.is_cost(rows, posting)) {
            return Some(rows);
        }
        fixed.push((Group::Cost, at));
        let mut flow = fixed_flow(&posting.flow, self.wallet.costs.get(at));
        if let Some(sold) = posting.sold() {
            // What is sold was taken off the exact amounts, and comes in by itself here.
            let after = usize::try_from(sold.month).unwrap_or(0);
            for running in [&mut flow.accrued, &mut flow.paid] {
                for beside in running.beside.iter_mut().skip(after) {
                    *beside = beside.clone() + sold.price;
                }
            }
        }
        let book = posting.book.as_ref().map(|book| BookRows {
            opening: book.opening.into(),
            written_off: so_far(&book.depreciation),
            sold: book.sold,
        });
        Some(CostRows { flow, book })
    }

    fn is_cost(&self, rows: &CostRows, posting: &CostPosting) -> bool {
        let depreciation = match (&rows.book, &posting.book) {
            (None, None) => true,
            (Some(rows), Some(book)) => {
                book.sold.is_none()
                    && rows.opening == book.opening.into()
                    && self.are(&rows.written_off, &book.depreciation)
            }
            _ => false,
        };
        depreciation && self.is_flow(&rows.flow, &posting.flow)
    }

    fn is_flow(&self, rows: &Flow, posted: &Posted) -> bool {
        let paid: Vec<_> = posted.cash.iter().chain(&posted.after).copied().collect();
        self.are(&rows.accrued.cents, &posted.accrual) && self.are(&rows.paid.cents, &paid)
    }

    /// Whether formulas come to the running totals of amounts.
    fn are(&self, formulas: &[Formula], amounts: &[Cents]) -> bool {
        let mut sum = 0_i128;
        formulas.len() >= amounts.len()
            && formulas.iter().enumerate().all(|(place, formula)| {
                sum += amounts.get(place).map_or(0, |amount| i128::from(amount.0));
                let value = self.bench.book.worked_out(formula);
                value.number().and_then(Number::whole) == Some(sum)
            })
    }

    pub(super) fn funding_or_fixed(
        &mut self,
        at: usize,
        rows: Option<FundingRows>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Option<FundingRows> {
        let posting = self.postings.funding.get(at)?;
        if let Some(rows) = rows.filter(|rows| self.is_funding(rows, posting)) {
            return Some(rows);
        }
        fixed.push((Group::Funding, at));
        let exact = self.wallet.funding.get(at).and_then(Option::as_ref);
        Some(match &**posting {
            FundingPosting::Income(flow) => FundingRows::Income(fixed_flow(flow, exact)),
            FundingPosting::Equity(flow) => FundingRows::Equity(fixed_flow(flow, exact)),
            FundingPosting::InKind(flow) => FundingRows::InKind(fixed_flow(flow, exact)),
            FundingPosting::Loan(table) => FundingRows::Loan(fixed_loan(table)),
        })
    }

    fn is_funding(&self, rows: &FundingRows, posting: &FundingPosting) -> bool {
        match (rows, posting) {
            (FundingRows::Income(rows), FundingPosting::Income(posted))
            | (FundingRows::Equity(rows), FundingPosting::Equity(posted))
            | (FundingRows::InKind(rows), FundingPosting::InKind(posted)) => {
                self.is_flow(rows, posted)
            }
            (FundingRows::Loan(rows), FundingPosting::Loan(table)) => {
                let is = |formula: &Formula, cents: Cents| {
                    let value = self.bench.book.worked_out(formula);
                    value.number().and_then(Number::whole) == Some(cents.0.into())
                };
                rows.instalments.len() == table.instalments.len()
                    && rows.instalments.iter().zip(&table.instalments).all(|(row, due)| {
                        row.month == due.month
                            && is(&row.interest, due.interest)
                            && is(&row.principal, due.principal)
                            && is(&row.balance, due.balance)
                    })
            }
            _ => false,
        }
    }
}

/// What was posted, as numbers.
fn fixed_flow(posted: &Posted, exact: Option<&ExactFlow>) -> Flow {
    let paid: Vec<_> = posted.cash.iter().chain(&posted.after).copied().collect();
    let running = |amounts: &[Cents], exact: Vec<BigRational>| {
        let cents = so_far(amounts);
        let beside = exact.into_iter().zip(&cents).map(|(exact, posted)| {
            let hundredfold = exact * BigRational::from_integer(100.into());
            Formula::from(Number::from(hundredfold)) - posted.clone()
        });
        let mut beside: Vec<_> = beside.collect();
        beside.resize(cents.len(), Formula::ZERO);
        Running { cents, beside }
    };
    let exactly = |of: Option<&Unrounded>| {
        of.map(|of| of.running(Cents::ZERO).collect::<Vec<_>>()).unwrap_or_default()
    };
    let accrued = running(&posted.accrual, exactly(exact.map(|exact| &exact.accrual)));
    let mut exact_paid = exactly(exact.map(|exact| &exact.cash));
    if let (Some(exact), Some(last)) = (exact, exact_paid.last().cloned()) {
        exact_paid.extend(exact.after.running(Cents::ZERO).map(|more| more + &last));
    }
    Flow { accrued, paid: running(&paid, exact_paid) }
}

fn fixed_loan(table: &LoanTable) -> LoanRows {
    let instalments = table.instalments.iter().map(|due| InstalmentRow {
        month: due.month,
        interest: due.interest.into(),
        added: due.added.into(),
        principal: due.principal.into(),
        balance: due.balance.into(),
    });
    LoanRows { drawn: table.drawn, amount: table.amount.into(), instalments: instalments.collect() }
}

/// Running totals of amounts.
fn so_far(amounts: &[Cents]) -> Vec<Formula> {
    let mut sum = 0_i128;
    amounts
        .iter()
        .map(|amount| {
            sum += i128::from(amount.0);
            Formula::from(sum)
        })
        .collect()
}

impl Entries {
    /// The same in another run: what shares an earmarked cost brings more or less there, and is fixed
    /// numbers in each.
    #[must_use]
    pub fn in_run(&self, postings: &Postings, wallet: &ExactWallet) -> Self {
        let mut entries = self.clone();
        for &(group, place) in &self.fixed {
            let exact = wallet.funding.get(place).and_then(Option::as_ref);
            let posting = postings.funding.get(place).filter(|_| group == Group::Funding);
            let rows = entries.funding.get_mut(place);
            if let (Some(FundingPosting::Income(flow)), Some(exact), Some(rows)) =
                (posting.map(|posting| &**posting), exact, rows)
            {
                *rows = FundingRows::Income(fixed_flow(flow, Some(exact)));
            }
        }
        entries
    }
}
