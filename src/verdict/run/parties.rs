//! Who pays and who benefits, in present value.

use super::Run;
use crate::case::Party;
use crate::measures::{ByYear, Ratio};
use crate::money::{Cents, Overflow};
use crate::verdict::Books;
use crate::verdict::columns::{Benefits, FundingColumns, by_party};

/// What a party pays and gets, as present values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// Cash of every funding entry that names it.
    pub pays: Cents,
    /// Interest and principal that it receives.
    pub repaid: Cents,
    /// What it saves, gains and bears.
    pub benefits: Benefits,
    /// `saves + gains + repaid - pays - bears`.
    pub net: Cents,
    /// What comes back for each euro that it pays: `(cashable + repaid) / pays`; nothing where it
    /// pays nothing.
    pub ratio: Option<Ratio>,
}

impl PartyRow {
    /// The sum of rows, column by column.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn total(rows: &[Self]) -> Result<Self, Overflow> {
        let sum = |column: fn(&Self) -> Cents| Cents::total(rows.iter().map(column));
        let benefits = Benefits {
            saves: sum(|row| row.benefits.saves)?,
            cashable: sum(|row| row.benefits.cashable)?,
            transfer: sum(|row| row.benefits.transfer)?,
            gains: sum(|row| row.benefits.gains)?,
            bears: sum(|row| row.benefits.bears)?,
        };
        Self::new(sum(|row| row.pays)?, sum(|row| row.repaid)?, benefits)
    }

    fn new(pays: Cents, repaid: Cents, benefits: Benefits) -> Result<Self, Overflow> {
        let Benefits { saves, gains, bears, .. } = benefits;
        let net = saves.plus(gains)?.plus(repaid)?.minus(pays)?.minus(bears)?;
        let row = Self { pays, repaid, benefits, net, ratio: None };
        Ok(Self { ratio: Ratio::of(row.back()?, pays), ..row })
    }

    /// What comes back to it: what it can take out of a budget, and what it is repaid.
    ///
    /// # Errors
    /// [`Overflow`] when the sum outgrows [`Cents`].
    pub fn back(&self) -> Result<Cents, Overflow> {
        self.benefits.cashable.plus(self.repaid)
    }

    /// Whether it saves while it pays nothing: the wrong pocket.
    pub fn is_wrong_pocket(&self) -> bool {
        self.benefits.saves > Cents::ZERO && self.pays == Cents::ZERO
    }
}

/// The row of every party in a run, in the file's order.
///
/// # Errors
/// [`Overflow`] when a value outgrows [`Cents`].
pub fn rows(run: &Run) -> Result<Vec<PartyRow>, Overflow> {
    let books = run.books();
    let value = |column| books.discount.present_value(column);
    let columns = paid(run);
    let both = columns.iter().zip(books.benefits()?);
    both.map(|(paid, &benefits)| PartyRow::new(value(&paid.pays)?, value(&paid.repaid)?, benefits))
        .collect()
}

/// What each party pays and is repaid.
fn paid(run: &Run) -> Vec<FundingColumns> {
    let case = run.books().case;
    let nothing = FundingColumns { pays: ByYear::nothing(case), repaid: ByYear::nothing(case) };
    let mut columns = vec![nothing; case.parties.len()];
    for (place, funding) in run.columns() {
        let party = case.funding.get(place).and_then(|entry| entry.what.party);
        if let Some(column) = party.and_then(|party| columns.get_mut(party.0)) {
            column.pays.plus(&funding.pays);
            column.repaid.plus(&funding.repaid);
        }
    }
    columns
}

/// What public parties can take out of their budgets, and what they pay net of what they are
/// repaid.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn public(parties: &[Party], rows: &[PartyRow]) -> Result<(Cents, Cents), Overflow> {
    let public = || parties.iter().zip(rows).filter(|(party, _)| party.public).map(|(_, row)| row);
    let paid = Cents::total(public().map(|row| row.pays))?;
    let repaid = Cents::total(public().map(|row| row.repaid))?;
    Ok((Cents::total(public().map(|row| row.benefits.cashable))?, paid.minus(repaid)?))
}

/// The first case year, counted from 1, by whose end the cashable savings of the public parties
/// have reached what they paid net until then.
///
/// # Errors
/// [`Overflow`] when a sum outgrows [`Cents`].
pub fn public_payback(run: &Run) -> Result<Option<usize>, Overflow> {
    let Books { case, journal, discount, .. } = run.books();
    let mut cashable = vec![ByYear::nothing(case); case.parties.len()];
    by_party(&mut cashable, &case.avoided, &journal.all().avoided, |impact| &impact.cashable);
    let mut ahead = vec![0_i128; case.years()];
    for ((party, paid), cashable) in case.parties.iter().zip(paid(run)).zip(&cashable) {
        if party.public {
            for (column, sign) in [(cashable, 1), (&paid.pays, -1), (&paid.repaid, 1)] {
                let values = discount.present_values(column)?;
                ahead.iter_mut().zip(values).for_each(|(sum, v)| *sum += sign * i128::from(v.0));
            }
        }
    }
    Ok(ahead.iter().position(|&sum| sum >= 0).map(|year| year + 1))
}
