//! Any one entry through time.

use super::loans;
use super::sheet::{Group, Label, Line, Sheet, SheetKind};
use crate::case::Case;
use crate::money::Overflow;
use crate::postings::{FundingPosting, Postings};
use crate::stream::posting::{Flow, Impact};

/// The sheet of one entry; `None` when there is none at this place.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn entry(
    case: &Case,
    postings: &Postings,
    group: Group,
    place: usize,
) -> Result<Option<Sheet>, Overflow> {
    let lines = match group {
        Group::Cost => postings.costs.get(place).map(|posting| {
            let mut lines = of_flow(&posting.flow);
            lines.extend(
                posting
                    .book
                    .as_ref()
                    .map(|book| Line::flow(Label::Depreciation, book.depreciation.clone())),
            );
            lines
        }),
        Group::Funding => match postings.funding.get(place) {
            Some(FundingPosting::Income(flow) | FundingPosting::Equity(flow)) => {
                Some(of_flow(flow))
            }
            Some(FundingPosting::InKind(flow)) => {
                Some(vec![Line::flow(Label::Accrual, flow.accrual.clone())])
            }
            Some(FundingPosting::Loan(table)) => {
                let months = case.horizon.months();
                let mut lines = Vec::from(loans::of(table, months)?);
                let owed = loans::owed(table, months);
                lines.push(Line::stock(Label::Owed, table.owed_after(-1), owed).result());
                Some(lines)
            }
            None => None,
        },
        Group::Avoided => postings.avoided.get(place).map(|impact| {
            let mut lines = of_impact(impact);
            lines.push(Line::flow(Label::Cashable, impact.cashable.clone()));
            lines
        }),
        Group::Value => postings.values.get(place).map(of_impact),
        Group::Burden => postings.burdens.get(place).map(of_impact),
    };
    Ok(lines.map(|lines| Sheet { kind: SheetKind::Entry, lines }))
}

fn of_flow(flow: &Flow) -> Vec<Line> {
    vec![
        Line::flow(Label::Accrual, flow.accrual.clone()),
        Line::flow(Label::Paid, flow.cash.clone()),
    ]
}

fn of_impact(impact: &Impact) -> Vec<Line> {
    vec![Line::flow(Label::Accrual, impact.accrual.clone())]
}
