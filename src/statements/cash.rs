//! Liquidity: what comes in, what goes out and what is left each month.

use super::By;
use crate::case::Case;
use crate::exact::to_cents;
use crate::money::{Cents, Overflow, add, put};
use crate::postings::{FundingPosting, Postings};

/// Which funding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// What is promised or forecast.
    Certain,
    /// What is requested too.
    All,
}

/// Which funding entries count in a run, by their place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted(pub Vec<bool>);

impl Granted {
    /// What is counted.
    pub fn counting(case: &Case, counted: Counted) -> Self {
        match counted {
            Counted::Certain => Self::certain(case),
            Counted::All => Self::all(case),
        }
    }

    /// Everything that is promised or forecast.
    pub fn certain(case: &Case) -> Self {
        Self(case.funding.iter().map(|entry| !entry.what.is_requested()).collect())
    }

    /// Everything.
    pub fn all(case: &Case) -> Self {
        Self(vec![true; case.funding.len()])
    }

    /// The same with one more entry, or one less.
    #[must_use]
    pub fn with(mut self, place: usize, granted: bool) -> Self {
        if let Some(slot) = self.0.get_mut(place) {
            *slot = granted;
        }
        self
    }

    /// Whether the entry at this place counts.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    /// The postings of the entries that count, with their places.
    pub fn of<'a>(
        &'a self,
        postings: &'a Postings,
    ) -> impl Iterator<Item = (usize, &'a FundingPosting)> {
        let all = postings.funding.iter().map(|posting| &**posting).enumerate();
        all.filter(|(place, _)| self.has(*place))
    }
}

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
}

impl Cash {
    /// `closing(m) = closing(m-1) + receipts(m) - payments(m)`, from the opening cash.
    ///
    /// # Errors
    /// [`Overflow`] when cash outgrows [`Cents`].
    pub fn of(
        opening: Cents,
        postings: &Postings,
        granted: &Granted,
        months: usize,
    ) -> Result<Self, Overflow> {
        let mut receipts = vec![Cents::ZERO; months];
        let mut payments = vec![Cents::ZERO; months];
        for cost in &postings.costs {
            add(&mut payments, &cost.flow.cash)?;
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
                        put(&mut payments, due.month, due.interest.plus(due.principal)?)?;
                    }
                }
            }
        }
        let mut in_hand = opening;
        let mut closing = Vec::with_capacity(months);
        for (&receipt, &payment) in receipts.iter().zip(&payments) {
            in_hand = in_hand.plus(receipt)?.minus(payment)?;
            closing.push(in_hand);
        }
        Ok(Self { opening, receipts, payments, closing })
    }

    /// The lowest closing cash and the number of the month in which it first stands.
    pub fn lowest(&self) -> Option<(Cents, usize)> {
        let lowest = self.closing.iter().copied().min()?;
        Some((lowest, self.closing.iter().position(|&closing| closing == lowest)?))
    }

    /// The number of the first month that closes below a threshold.
    pub fn first_below(&self, threshold: Cents) -> Option<usize> {
        self.closing.iter().position(|&closing| closing < threshold)
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
    pub fn of(case: &Case, postings: &Postings, by: By) -> Result<Self, Overflow> {
        let opening = to_cents(case.opening_cash.0)?;
        let closing = |granted| {
            let cash = Cash::of(opening, postings, &granted, case.horizon.months())?;
            Ok(by.lasts(&cash.closing))
        };
        Ok(Self { certain: closing(Granted::certain(case))?, all: closing(Granted::all(case))? })
    }
}
