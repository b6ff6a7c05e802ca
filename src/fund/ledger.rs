//! The books of a fund: what flows in and out each month, and what stands at its end.

use crate::money::{Cents, Overflow};

/// The books of a fund, month by month. In every month, over all months up to it,
/// `additions + interest + idle interest - costs - losses = cash + outstanding`.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What is put in, the capital included.
    pub additions: Vec<Cents>,
    /// What is lent out.
    pub lent: Vec<Cents>,
    /// Interest on cash in hand.
    pub idle_interest: Vec<Cents>,
    /// Interest on loans.
    pub interest: Vec<Cents>,
    /// What is paid back.
    pub principal: Vec<Cents>,
    /// What is lost.
    pub losses: Vec<Cents>,
    /// What the fund itself costs.
    pub costs: Vec<Cents>,
    /// In hand at the end of the month.
    pub cash: Vec<Cents>,
    /// What of that is promised to initiatives that draw later.
    pub set_aside: Vec<Cents>,
    /// What is owed to the fund at the end of the month.
    pub outstanding: Vec<Cents>,
}

/// One month of a [`Ledger`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Page {
    /// What is put in.
    pub additions: Cents,
    /// What is lent out.
    pub lent: Cents,
    /// Interest on cash in hand.
    pub idle_interest: Cents,
    /// Interest on loans.
    pub interest: Cents,
    /// What is paid back.
    pub principal: Cents,
    /// What is lost.
    pub losses: Cents,
    /// What the fund itself costs.
    pub costs: Cents,
    /// In hand at the end.
    pub cash: Cents,
    /// What of that is promised.
    pub set_aside: Cents,
    /// What is owed to the fund at the end.
    pub outstanding: Cents,
}

impl Ledger {
    /// Writes the next month.
    pub fn write(&mut self, page: Page) {
        self.additions.push(page.additions);
        self.lent.push(page.lent);
        self.idle_interest.push(page.idle_interest);
        self.interest.push(page.interest);
        self.principal.push(page.principal);
        self.losses.push(page.losses);
        self.costs.push(page.costs);
        self.cash.push(page.cash);
        self.set_aside.push(page.set_aside);
        self.outstanding.push(page.outstanding);
    }

    /// What the fund is worth at the end of its last month: cash and what is owed to it.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn net_worth(&self) -> Result<Cents, Overflow> {
        let last = |amounts: &[Cents]| amounts.last().copied().unwrap_or_default();
        last(&self.cash).plus(last(&self.outstanding))
    }

    /// The number of the first month that ends with cash below zero.
    pub fn below_zero(&self) -> Option<usize> {
        self.cash.iter().position(|&cash| cash < Cents::ZERO)
    }
}
