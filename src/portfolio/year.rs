//! What is summed of each calendar year.

use crate::calendar::Horizon;
use crate::money::{Cents, Overflow};
use std::collections::BTreeMap;

/// Something of each calendar year in which there is any.
pub type Years<T> = BTreeMap<i32, T>;

/// What a party pays and gets in a calendar year, or in all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartyYear {
    /// What it is asked to pay and has not promised.
    pub asked: Cents,
    /// What it has promised to pay.
    pub promised: Cents,
    /// What it pays when all that is asked is granted: both of these, and what it buys.
    pub paid: Cents,
    /// Interest and principal that it gets back.
    pub repaid: Cents,
    /// What it no longer spends.
    pub saved: Cents,
    /// The part of that which it can take out of a budget.
    pub cashable: Cents,
}

/// Cash in a calendar year, on some funding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CashYear {
    /// All that comes in.
    pub receipts: Cents,
    /// All that goes out.
    pub payments: Cents,
    /// What has to be added in this year, so that no case is ever below its least cash.
    pub need: Cents,
}

/// What can be added up.
pub(super) trait Sum: Copy + Default {
    /// Both together.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    fn plus(self, other: Self) -> Result<Self, Overflow>;
}

impl Sum for Cents {
    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Self::plus(self, other)
    }
}

impl Sum for PartyYear {
    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            asked: self.asked.plus(other.asked)?,
            promised: self.promised.plus(other.promised)?,
            paid: self.paid.plus(other.paid)?,
            repaid: self.repaid.plus(other.repaid)?,
            saved: self.saved.plus(other.saved)?,
            cashable: self.cashable.plus(other.cashable)?,
        })
    }
}

impl Sum for CashYear {
    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            receipts: self.receipts.plus(other.receipts)?,
            payments: self.payments.plus(other.payments)?,
            need: self.need.plus(other.need)?,
        })
    }
}

/// Adds the years of one to those of another.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub(super) fn add_years<T: Sum>(sums: &mut Years<T>, more: &Years<T>) -> Result<(), Overflow> {
    for (&year, &amount) in more {
        let sum = sums.entry(year).or_default();
        *sum = sum.plus(amount)?;
    }
    Ok(())
}

/// All years together.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub(super) fn total<T: Sum>(years: &Years<T>) -> Result<T, Overflow> {
    years.values().try_fold(T::default(), |sum, &year| sum.plus(year))
}

/// Adds amounts by month to the calendar years that those are in, in some of their columns.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub(super) fn add_months<T: Default>(
    years: &mut Years<T>,
    horizon: Horizon,
    months: &[Cents],
    columns: impl Fn(&mut T, Cents) -> Result<(), Overflow>,
) -> Result<(), Overflow> {
    let first = usize::try_from(13 - horizon.start.of_year()).unwrap_or(12);
    let (head, rest) = months.split_at(first.min(months.len()));
    for (year, months) in (horizon.start.year()..).zip(std::iter::once(head).chain(rest.chunks(12)))
    {
        let amount = Cents::total(months.iter().copied())?;
        if amount != Cents::ZERO {
            columns(years.entry(year).or_default(), amount)?;
        }
    }
    Ok(())
}
