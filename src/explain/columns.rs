//! What entries there are to explain, and which columns each has.

use super::figure::{EntryColumn, EntryId};
use super::{amount, claims, loan};
use crate::case::{Case, Form};
use crate::statements::{Counted, Group};

/// The columns of an entry, the one that is meant when none is named first.
pub fn columns(case: &Case, id: EntryId) -> Vec<EntryColumn> {
    let claims = claims::columns(case, id);
    if id.run == Counted::Certain {
        // All else is as on all funding.
        let posted = [EntryColumn::Accrual, EntryColumn::Cash]
            .into_iter()
            .filter(|_| id.group == Group::Funding);
        return posted.chain(claims).collect();
    }
    let stream = [EntryColumn::Accrual, EntryColumn::Cash, EntryColumn::Exact];
    let mut columns = match id.group {
        Group::Cost => {
            let cost = case.costs.get(id.place);
            let book = cost.and_then(|entry| entry.what.investment);
            let book =
                book.map(|_| [EntryColumn::Depreciation, EntryColumn::Sale, EntryColumn::Gain]);
            stream.into_iter().chain(book.into_iter().flatten()).collect()
        }
        Group::Funding => match case.funding.get(id.place).map(|entry| &entry.what.form) {
            Some(Form::Loan(_)) => {
                let loan = loan::terms_of(case, id);
                let annuity = loan.filter(|loan| loan::is_annuity(loan));
                let annuity = annuity.map(|_| EntryColumn::Annuity);
                let columns = [
                    EntryColumn::Instalment,
                    EntryColumn::Interest,
                    EntryColumn::Added,
                    EntryColumn::Principal,
                    EntryColumn::Balance,
                    EntryColumn::Draw,
                ];
                columns.into_iter().chain(annuity).collect()
            }
            Some(Form::InKind(_)) => vec![EntryColumn::Accrual, EntryColumn::Exact],
            _ => stream.to_vec(),
        },
        Group::Avoided => vec![
            EntryColumn::Accrual,
            EntryColumn::Cashable,
            EntryColumn::Transfer,
            EntryColumn::Exact,
        ],
        Group::Value | Group::Burden => vec![EntryColumn::Accrual, EntryColumn::Exact],
        Group::Opening => return vec![EntryColumn::Cash],
        Group::Reserve => {
            return vec![
                EntryColumn::SetApart,
                EntryColumn::Released,
                EntryColumn::Reserved,
                EntryColumn::Exact,
            ];
        }
    };
    if amount::has_units(case, id) {
        columns.push(EntryColumn::Units);
    }
    columns.extend(claims);
    columns
}

/// Every entry of a case, in the order of every output; in both runs where they differ.
pub fn entries(case: &Case) -> impl Iterator<Item = EntryId> {
    let entries = case.entries().map(|entry| EntryId::of(entry.group, entry.place));
    entries.flat_map(|id| {
        let certain = claims::in_run(case, id, Counted::Certain);
        [Some(id), Some(certain).filter(|certain| *certain != id)].into_iter().flatten()
    })
}
