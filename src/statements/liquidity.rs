//! Liquidity: cash in hand, with where it comes from and where it goes.

use super::View;
use super::cash::Cash;
use super::loans::debt_service;
use super::sheet::{Group, Label, Line, Sheet, SheetKind};
use crate::case::OpeningKind;
use crate::exact::to_cents;
use crate::money::{Cents, Overflow, put};
use crate::postings::FundingPosting;
use crate::stream::SoldFor;

/// Opening cash, receipts by entry, payments by entry, debt service, closing cash.
pub fn sheet(view: View) -> Result<Sheet, Overflow> {
    let months = view.case.horizon.months();
    let opening = to_cents(view.case.opening_cash.0)?;
    let cash = Cash::of(view.case, opening, view.postings, view.granted)?;
    let mut before = vec![opening];
    before.extend(cash.closing.iter().copied().take(months.saturating_sub(1)));
    let mut lines = vec![Line::stock(Label::OpeningCash, opening, before)];
    lines.extend(receipts(view)?);
    lines.extend(openings(view, OpeningKind::Receivable)?);
    lines.extend(sales(view, Label::Sale, |sold| sold.price)?);
    lines.push(Line::flow(Label::Receipts, cash.receipts.clone()).total());
    lines.extend(payments(view));
    lines.extend(openings(view, OpeningKind::Payable)?);
    lines.push(Line::flow(Label::DebtService, debt_service(view)?));
    lines.push(Line::flow(Label::Payments, cash.payments.clone()).total());
    lines.push(Line::stock(Label::ClosingCash, opening, cash.closing.clone()).result());
    if !view.case.reserves.is_empty() {
        lines.push(Line::stock(Label::Reserved, Cents::ZERO, cash.reserved().to_vec()).note());
        lines.push(Line::stock(Label::Free, opening, cash.free().to_vec()).note());
    }
    Ok(Sheet { kind: SheetKind::Liquidity, lines })
}

fn receipts(view: View) -> Result<Vec<Line>, Overflow> {
    let mut lines = Vec::new();
    for (place, posting) in view.granted.of(view.postings) {
        let label = Label::Entry(Group::Funding, place);
        match posting {
            FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                lines.push(Line::flow(label, flow.cash.clone()));
            }
            FundingPosting::Loan(table) => {
                let mut drawn = vec![Cents::ZERO; view.case.horizon.months()];
                put(&mut drawn, table.drawn, table.amount)?;
                lines.push(Line::flow(label, drawn));
            }
            FundingPosting::InKind(_) => {}
        }
    }
    Ok(lines)
}

fn payments(view: View) -> Vec<Line> {
    let entries = view.postings.costs.iter().enumerate();
    entries
        .map(|(place, posting)| {
            Line::flow(Label::Entry(Group::Cost, place), posting.flow.cash.clone())
        })
        .collect()
}

/// What stood open at the start, of one kind, in the month in which it is settled.
fn openings(view: View, kind: OpeningKind) -> Result<Vec<Line>, Overflow> {
    let mut lines = Vec::new();
    for (place, open) in view.postings.openings.iter().enumerate() {
        if open.kind == kind {
            let mut settled = vec![Cents::ZERO; view.case.horizon.months()];
            put(&mut settled, open.month, open.amount)?;
            lines.push(Line::flow(Label::Entry(Group::Opening, place), settled));
        }
    }
    Ok(lines)
}

/// A figure of all investments that are sold, in the month in which each is; nothing where none is.
pub fn sales(view: View, label: Label, of: fn(SoldFor) -> Cents) -> Result<Option<Line>, Overflow> {
    let mut amounts = vec![Cents::ZERO; view.case.horizon.months()];
    let mut any = false;
    for sold in view.postings.costs.iter().filter_map(|posting| posting.sold()) {
        put(&mut amounts, sold.month, of(sold))?;
        any = true;
    }
    Ok(any.then(|| Line::flow(label, amounts)))
}
