//! Each entry through time.

use super::By;
use super::loans;
use super::sheet::{Group, Label, Line, Sheet, SheetKind};
use crate::case::{Case, Form};
use crate::money::{Cents, Overflow, put};
use crate::postings::{CostPosting, FundingPosting, Postings, Reserved};
use crate::stream::posting::{Flow, Impact};
use crate::words::Word;
use std::sync::Arc;

/// The sheet of one entry.
#[derive(Clone, Debug)]
pub struct EntrySheet {
    /// The entry's group.
    pub group: Group,
    /// Its place there.
    pub place: usize,
    /// What it posts and pays.
    pub sheet: Sheet,
}

impl EntrySheet {
    /// Whether it is a loan, which stands apart from the other entries.
    pub fn is_loan(&self, case: &Case) -> bool {
        let entry = case.funding.get(self.place).filter(|_| self.group == Group::Funding);
        entry.is_some_and(|entry| matches!(entry.what.form, Form::Loan(_)))
    }
}

/// The sheets of all entries by period, in the order of every output.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn entries(case: &Case, postings: &Postings, by: By) -> Result<Vec<EntrySheet>, Overflow> {
    let mut sheets = Vec::new();
    for group in Group::all() {
        for place in 0..case.count(group) {
            let sheet =
                Sheet { kind: SheetKind::Entry, lines: lines(case, postings, group, place)? };
            sheets.push(EntrySheet { group, place, sheet: sheet.by(by)? });
        }
    }
    Ok(sheets)
}

fn lines(
    case: &Case,
    postings: &Postings,
    group: Group,
    place: usize,
) -> Result<Vec<Line>, Overflow> {
    let impact = |impacts: &[Arc<Impact>]| {
        impacts.get(place).map(|impact| of_impact(impact)).unwrap_or_default()
    };
    match group {
        Group::Cost => {
            let months = case.horizon.months();
            postings.costs.get(place).map_or(Ok(Vec::new()), |posting| of_cost(posting, months))
        }
        Group::Funding => match postings.funding.get(place) {
            Some(posting) => of_funding(posting, case.horizon.months()),
            None => Ok(Vec::new()),
        },
        Group::Avoided => {
            let mut lines = impact(&postings.avoided);
            let avoided = postings.avoided.get(place);
            lines.extend(avoided.map(|impact| of_transfer(impact, case.horizon.months())));
            Ok(lines)
        }
        Group::Value => Ok(impact(&postings.values)),
        Group::Burden => Ok(impact(&postings.burdens)),
        Group::Opening => {
            let open = postings.openings.get(place);
            let mut settled = vec![Cents::ZERO; case.horizon.months()];
            open.map_or(Ok(()), |open| put(&mut settled, open.month, open.amount))?;
            Ok(vec![Line::flow(Label::Paid, settled)])
        }
        Group::Reserve => of_reserve(case, postings, place),
    }
}

/// What is set apart, what costs take from it, and what stands apart.
fn of_reserve(case: &Case, postings: &Postings, place: usize) -> Result<Vec<Line>, Overflow> {
    let set_apart = postings.reserves.get(place).map(|months| months.to_vec());
    let reserved = Reserved::all(case, postings)?.into_iter().nth(place);
    let (Some(set_apart), Some(Reserved { released, standing, .. })) = (set_apart, reserved) else {
        return Ok(Vec::new());
    };
    Ok(vec![
        Line::flow(Label::SetApart, set_apart),
        Line::flow(Label::Released, released),
        Line::stock(Label::Reserved, Cents::ZERO, standing).result(),
    ])
}

fn of_cost(posting: &CostPosting, months: usize) -> Result<Vec<Line>, Overflow> {
    let mut lines = of_flow(&posting.flow);
    let Some(book) = &posting.book else { return Ok(lines) };
    lines.push(Line::flow(Label::Depreciation, book.depreciation.clone()));
    let (mut sale, mut gain) = (vec![Cents::ZERO; months], vec![Cents::ZERO; months]);
    if let Some(sold) = book.sold {
        put(&mut sale, sold.month, sold.price)?;
        put(&mut gain, sold.month, sold.gain)?;
    }
    lines.extend([Line::flow(Label::Sale, sale), Line::flow(Label::Gain, gain)]);
    Ok(lines)
}

fn of_funding(posting: &FundingPosting, months: usize) -> Result<Vec<Line>, Overflow> {
    match posting {
        FundingPosting::Income(flow)
        | FundingPosting::Equity(flow)
        | FundingPosting::InKind(flow) => Ok(of_flow(flow)),
        FundingPosting::Loan(table) => {
            let mut lines = Vec::from(loans::of(table, months)?);
            let owed = loans::owed(table, months);
            lines.push(Line::stock(Label::Owed, table.owed_after(-1), owed).result());
            Ok(lines)
        }
    }
}

fn of_flow(flow: &Flow) -> Vec<Line> {
    vec![
        Line::flow(Label::Accrual, flow.accrual.clone()),
        Line::flow(Label::Paid, flow.cash.clone()),
    ]
}

fn of_transfer(impact: &Impact, months: usize) -> Line {
    let mut transfer = impact.transfer.clone();
    transfer.resize(months, Cents::ZERO);
    Line::flow(Label::Transfer, transfer)
}

fn of_impact(impact: &Impact) -> Vec<Line> {
    vec![
        Line::flow(Label::Accrual, impact.accrual.clone()),
        Line::flow(Label::Cashable, impact.cashable.clone()),
    ]
}
