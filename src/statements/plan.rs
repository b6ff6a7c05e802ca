//! Investments, and the capital and one-off funding that pays for them.

use super::View;
use super::sheet::{Group, Label, Line, Sheet, SheetKind, difference, sum};
use crate::money::{Cents, Overflow, put};
use crate::postings::FundingPosting;

/// Purchases against loans drawn, equity and one-off income; what stood at the start beside them.
pub fn sheet(view: View) -> Result<Sheet, Overflow> {
    let months = view.case.horizon.months();
    let bought = investments(view);
    let paid_by = financing(view)?;
    let uses = total(Label::Investments, months, &bought)?;
    let sources = total(Label::Financing, months, &paid_by)?;
    let left = Line::flow(Label::FinancingLeft, difference(&sources.amounts, &uses.amounts)?);
    let mut lines = bought;
    lines.push(uses);
    lines.extend(paid_by);
    lines.push(sources);
    lines.push(left.result());
    Ok(Sheet { kind: SheetKind::Plan, lines })
}

fn investments(view: View) -> Vec<Line> {
    let costs = view.postings.costs.iter().enumerate();
    costs
        .filter_map(|(place, posting)| {
            let book = posting.book.as_ref()?;
            let label = Label::Entry(Group::Cost, place);
            Some(Line {
                opening: Some(book.opening),
                ..Line::flow(label, posting.flow.accrual.clone())
            })
        })
        .collect()
}

fn financing(view: View) -> Result<Vec<Line>, Overflow> {
    let mut lines = Vec::new();
    for (place, posting) in view.granted.of(view.postings) {
        let once = view.case.funding.get(place).is_some_and(|entry| entry.what.is_once());
        let label = Label::Entry(Group::Funding, place);
        match posting {
            FundingPosting::Equity(flow) => lines.push(Line::flow(label, flow.accrual.clone())),
            FundingPosting::Income(flow) if once => {
                lines.push(Line::flow(label, flow.accrual.clone()));
            }
            FundingPosting::Loan(table) => {
                let mut drawn = vec![Cents::ZERO; view.case.horizon.months()];
                put(&mut drawn, table.drawn, table.amount)?;
                let opening = Some(table.owed_after(-1));
                lines.push(Line { opening, ..Line::flow(label, drawn) });
            }
            FundingPosting::Income(_) | FundingPosting::InKind(_) => {}
        }
    }
    Ok(lines)
}

fn total(label: Label, months: usize, items: &[Line]) -> Result<Line, Overflow> {
    let amounts = sum(months, items.iter().map(|line| line.amounts.as_slice()))?;
    let opening = Some(Cents::total(items.iter().filter_map(|line| line.opening))?);
    Ok(Line { opening, ..Line::flow(label, amounts).total() })
}
