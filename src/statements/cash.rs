//! Liquidity: what comes in, what goes out and what is left each month.

use super::By;
use super::sheet::difference;
use crate::case::{Case, OpeningKind};
use crate::exact::to_cents;
use crate::money::{Cents, Overflow, add, put};
use crate::postings::{FundingPosting, Granted, Journal, Postings, Reserved};

/// Cash month by month in one run.
#[derive(Clone, Debug)]
pub struct Cash {
    /// In hand before the first month.
    pub opening: Cents,
    /// All that comes in, loans and equity included.
    pub receipts: Vec<Cents>,
    /// All that goes out, debt service included.
    pub payments: Vec<Cents>,
    /// In hand at the end of each month.
    pub closing: Vec<Cents>,
    /// How much of that is set apart.
    pub reserved: Vec<Cents>,
    /// The rest of it, which is what can be spent.
    pub free: Vec<Cents>,
}

impl Cash {
    /// `closing(m) = closing(m-1) + receipts(m) - payments(m)`, from the opening cash.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn of(
        case: &Case,
        opening: Cents,
        postings: &Postings,
        granted: &Granted,
    ) -> Result<Self, Overflow> {
        let months = case.horizon.months();
        let mut receipts = vec![Cents::ZERO; months];
        let mut payments = vec![Cents::ZERO; months];
        for cost in &postings.costs {
            add(&mut payments, &cost.flow.cash)?;
            cost.sold().map_or(Ok(()), |sold| put(&mut receipts, sold.month, sold.price))?;
        }
        for (_, funding) in granted.of(postings) {
            match funding {
                FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                    add(&mut receipts, &flow.cash)?;
                }
                FundingPosting::InKind(_) => {}
                FundingPosting::Loan(table) => {
                    put(&mut receipts, table.drawn, table.amount)?;
                    for due in &table.instalments {
                        put(&mut payments, due.month, due.paid()?)?;
                    }
                }
            }
        }
        for open in &postings.openings {
            let column = match open.kind {
                OpeningKind::Receivable => &mut receipts,
                OpeningKind::Payable => &mut payments,
            };
            put(column, open.month, open.amount)?;
        }
        let mut in_hand = opening;
        let mut closing = Vec::with_capacity(months);
        for (&receipt, &payment) in receipts.iter().zip(&payments) {
            in_hand = in_hand.plus(receipt)?.minus(payment)?;
            closing.push(in_hand);
        }
        let reserved = Reserved::together(case, postings)?;
        let free = difference(&closing, &reserved)?;
        Ok(Self { opening, receipts, payments, closing, reserved, free })
    }

    /// The lowest closing cash, less what is set apart, and the number of the month in which it
    /// first stands.
    pub fn lowest(&self) -> Option<(Cents, usize)> {
        let lowest = self.free.iter().copied().min()?;
        Some((lowest, self.free.iter().position(|&free| free == lowest)?))
    }

    /// What is set apart at the end of the horizon.
    pub fn reserved_at_end(&self) -> Cents {
        self.reserved.last().copied().unwrap_or_default()
    }
}

/// Cash in hand at the end of each period, on both runs.
#[derive(Clone, Debug)]
pub struct ClosingCash {
    /// On funding that is certain.
    pub certain: Vec<Cents>,
    /// With all that is requested granted.
    pub all: Vec<Cents>,
}

impl ClosingCash {
    /// The closing cash of a case.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn of(case: &Case, journal: &Journal, by: By) -> Result<Self, Overflow> {
        let opening = to_cents(case.opening_cash.0)?;
        let closing = |granted| {
            let postings = journal.run(case, &granted)?;
            let cash = Cash::of(case, opening, &postings, &granted)?;
            Ok(by.lasts(&cash.closing))
        };
        Ok(Self { certain: closing(Granted::certain(case))?, all: closing(Granted::all(case))? })
    }
}
