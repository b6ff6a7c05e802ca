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
    /// Where anything is ever set apart.
    apart: Option<Apart>,
}

/// What of the closing cash is set apart, and what is not.
#[derive(Clone, Debug)]
struct Apart {
    reserved: Vec<Cents>,
    free: Vec<Cents>,
}

/// What comes in and goes out each month whichever funding is granted: costs, what investments are
/// sold for, and what stood open at the start.
#[derive(Clone, Debug)]
pub struct Unfunded {
    receipts: Vec<Cents>,
    payments: Vec<Cents>,
}

impl Unfunded {
    /// Of a case, from what its entries post in any run.
    ///
    /// # Errors
    /// [`Overflow`] when a month outgrows [`Cents`].
    pub fn of(case: &Case, postings: &Postings) -> Result<Self, Overflow> {
        let nothing = vec![Cents::ZERO; case.horizon.months()];
        let (mut receipts, mut payments) = (nothing.clone(), nothing);
        for cost in &postings.costs {
            add(&mut payments, &cost.flow.cash)?;
            cost.sold().map_or(Ok(()), |sold| put(&mut receipts, sold.month, sold.price))?;
        }
        for open in &postings.openings {
            let column = match open.kind {
                OpeningKind::Receivable => &mut receipts,
                OpeningKind::Payable => &mut payments,
            };
            put(column, open.month, open.amount)?;
        }
        Ok(Self { receipts, payments })
    }

    /// Cash with the funding that is granted: `closing(m) = closing(m-1) + receipts(m) -
    /// payments(m)`, from the opening cash.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn with(
        self,
        case: &Case,
        opening: Cents,
        postings: &Postings,
        granted: &Granted,
    ) -> Result<Cash, Overflow> {
        let Self { mut receipts, mut payments } = self;
        for (_, funding) in granted.of(postings) {
            match funding {
                FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                    add(&mut receipts, &flow.cash)?;
                }
                FundingPosting::InKind(_) => {}
                FundingPosting::Loan(table) => {
                    put(&mut receipts, table.drawn, table.amount)?;
                    for due in table.due(0..case.horizon.end()) {
                        put(&mut payments, due.month, due.paid()?)?;
                    }
                }
            }
        }
        let mut in_hand = opening;
        let mut closing = Vec::with_capacity(receipts.len());
        for (&receipt, &payment) in receipts.iter().zip(&payments) {
            in_hand = in_hand.plus(receipt)?.minus(payment)?;
            closing.push(in_hand);
        }
        let apart = if case.reserves.is_empty() {
            None
        } else {
            let reserved = Reserved::together(case, postings)?;
            Some(Apart { free: difference(&closing, &reserved)?, reserved })
        };
        Ok(Cash { opening, receipts, payments, closing, apart })
    }
}

impl Cash {
    /// Cash in a run of a case.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn of(
        case: &Case,
        opening: Cents,
        postings: &Postings,
        granted: &Granted,
    ) -> Result<Self, Overflow> {
        Unfunded::of(case, postings)?.with(case, opening, postings, granted)
    }

    /// How much of the closing cash is set apart each month; empty where nothing ever is.
    pub fn reserved(&self) -> &[Cents] {
        self.apart.as_ref().map_or(&[], |apart| &apart.reserved)
    }

    /// The rest of it, which is what can be spent.
    pub fn free(&self) -> &[Cents] {
        self.apart.as_ref().map_or(&self.closing, |apart| &apart.free)
    }

    /// The same, when nothing else of it is asked.
    pub fn into_free(self) -> Vec<Cents> {
        self.apart.map_or(self.closing, |apart| apart.free)
    }

    /// The lowest closing cash, less what is set apart, and the number of the month in which it
    /// first stands.
    pub fn lowest(&self) -> Option<(Cents, usize)> {
        self.lowest_from(0)
    }

    /// The same of the months from one on.
    pub fn lowest_from(&self, first: usize) -> Option<(Cents, usize)> {
        let months = self.free().iter().enumerate().skip(first);
        let (month, &lowest) = months.min_by_key(|&(_, cash)| cash)?;
        Some((lowest, month))
    }

    /// What is set apart at the end of the horizon.
    pub fn reserved_at_end(&self) -> Cents {
        self.reserved().last().copied().unwrap_or_default()
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
        Self::each(case, journal, |cash| by.lasts(&cash.closing))
    }

    /// The same by month, less what is set apart.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn free(case: &Case, journal: &Journal) -> Result<Self, Overflow> {
        Self::each(case, journal, Cash::into_free)
    }

    fn each(
        case: &Case,
        journal: &Journal,
        of: impl Fn(Cash) -> Vec<Cents>,
    ) -> Result<Self, Overflow> {
        let opening = to_cents(case.opening_cash.0)?;
        let unfunded = Unfunded::of(case, journal.all())?;
        let run = |granted| {
            let postings = journal.run(case, &granted)?;
            Ok(of(unfunded.clone().with(case, opening, &postings, &granted)?))
        };
        Ok(Self { certain: run(Granted::certain(case))?, all: run(Granted::all(case))? })
    }
}
