//! What funding brings and what parties get, in columns by case year.

use crate::case::{Case, Effect, Entry, Funding};
use crate::measures::{ByYear, Discount, loan_columns};
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Postings};
use crate::stream::posting::Impact;
use std::sync::Arc;

/// What a funding entry brings, and what is paid back on it, by case year.
#[derive(Clone, Debug)]
pub struct FundingColumns {
    /// Cash from its party; of a loan drawn before the start what was owed then, at time zero.
    pub pays: ByYear,
    /// Interest and principal.
    pub repaid: ByYear,
}

impl FundingColumns {
    pub(super) fn of(entry: &Funding, posting: &FundingPosting, case: &Case) -> Self {
        let nothing = || ByYear::nothing(case);
        let (pays, repaid) = match posting {
            FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                let mut pays = nothing();
                pays.add(&flow.cash, entry.is_once());
                (pays, nothing())
            }
            FundingPosting::InKind(_) => (nothing(), nothing()),
            FundingPosting::Loan(table) => loan_columns(table, case),
        };
        Self { pays, repaid }
    }
}

/// What a party gets from the initiative, or bears because of it, as present values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Benefits {
    /// Avoided cost.
    pub saves: Cents,
    /// The part of it that can be taken out of a budget.
    pub cashable: Cents,
    /// The part of it that somebody else no longer gets.
    pub transfer: Cents,
    /// Social value.
    pub gains: Cents,
    /// Burdens.
    pub bears: Cents,
}

impl Benefits {
    /// Of every party.
    pub(super) fn of(
        case: &Case,
        postings: &Postings,
        discount: &Discount,
    ) -> Result<Vec<Self>, Overflow> {
        let nothing = || vec![ByYear::nothing(case); case.parties.len()];
        let (mut saves, mut cashable, mut gains, mut bears) =
            (nothing(), nothing(), nothing(), nothing());
        by_party(&mut saves, &case.avoided, &postings.avoided, |impact| &impact.accrual);
        by_party(&mut cashable, &case.avoided, &postings.avoided, |impact| &impact.cashable);
        by_party(&mut gains, &case.values, &postings.values, |impact| &impact.accrual);
        by_party(&mut bears, &case.burdens, &postings.burdens, |impact| &impact.accrual);
        let transfers = postings.avoided.iter().any(|impact| !impact.transfer.is_empty());
        let mut transfer = if transfers { nothing() } else { Vec::new() };
        by_party(&mut transfer, &case.avoided, &postings.avoided, |impact| &impact.transfer);
        let mut transfer = transfer.iter();
        let rows = saves.iter().zip(&cashable).zip(gains.iter().zip(&bears));
        rows.map(|((saves, cashable), (gains, bears))| {
            Ok(Self {
                saves: discount.present_value(saves)?,
                cashable: discount.present_value(cashable)?,
                transfer: match transfer.next() {
                    Some(transfer) => discount.present_value(transfer)?,
                    None => Cents::ZERO,
                },
                gains: discount.present_value(gains)?,
                bears: discount.present_value(bears)?,
            })
        })
        .collect()
    }
}

/// Adds a group of effects to the columns of their parties.
pub(super) fn by_party(
    columns: &mut [ByYear],
    entries: &[Entry<Effect>],
    impacts: &[Arc<Impact>],
    amounts: impl Fn(&Impact) -> &[Cents],
) {
    for (entry, impact) in entries.iter().zip(impacts) {
        if let Some(column) = columns.get_mut(entry.what.party.0) {
            column.add(amounts(impact), false);
        }
    }
}
