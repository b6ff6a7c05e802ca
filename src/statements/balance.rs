//! The balance sheet: what is owned and what is owed, at the start and at the end of each month.

use super::View;
use super::cash::Cash;
use super::exploitation;
use super::loans::all_owed;
use super::sheet::{Label, Line, Sheet, SheetKind, difference, running, sum};
use crate::case::OpeningKind;
use crate::exact::to_cents;
use crate::money::{Cents, Overflow, add, put};
use crate::postings::FundingPosting;
use crate::stream::posting::Flow;

/// Assets, then liabilities and equity. Equity is built up from the start: what is owned less what
/// is owed then, plus capital put in, plus the exploitation result; so that the two sides meet is
/// a finding and not an assumption.
pub fn sheet(view: View) -> Result<Sheet, Overflow> {
    let months = view.case.horizon.months();
    let opening_cash = to_cents(view.case.opening_cash.0)?;
    let cash = Cash::of(view.case, opening_cash, view.postings, view.granted)?;
    let fixed = fixed_assets(view)?;
    let loans = all_owed(view)?;
    let (receivable, received_ahead) = split(months, incomes(view))?;
    let (paid_ahead, payable) = split_costs(view)?;
    let [open_receivable, open_payable] =
        [OpeningKind::Receivable, OpeningKind::Payable].map(|kind| still_open(view, kind));
    let (receivable, payable) =
        (with_open(open_receivable?, &receivable)?, with_open(open_payable?, &payable)?);
    let (at_start, owed_at_start) = (opening(&fixed).plus(opening_cash)?, opening(&loans));
    let opening_equity =
        at_start.plus(opening(&receivable))?.minus(owed_at_start)?.minus(opening(&payable))?;
    let equity = Line::stock(Label::Equity, opening_equity, equity(view, opening_equity)?);
    let owned = [
        fixed,
        receivable,
        Line::stock(Label::PaidAhead, Cents::ZERO, paid_ahead),
        Line::stock(Label::Cash, opening_cash, cash.closing.clone()),
    ];
    let owing =
        [loans, payable, Line::stock(Label::ReceivedAhead, Cents::ZERO, received_ahead), equity];
    let (assets, other_side) = (
        total(Label::Assets, months, &owned)?,
        total(Label::LiabilitiesAndEquity, months, &owing)?,
    );
    let mut lines = Vec::from(owned);
    lines.push(assets);
    lines.extend(owing);
    if !view.case.reserves.is_empty() {
        lines.push(
            Line::stock(Label::OfWhichReserved, Cents::ZERO, cash.reserved().to_vec()).note(),
        );
    }
    lines.push(other_side);
    Ok(Sheet { kind: SheetKind::Balance, lines })
}

/// What stood open at the start, of one kind, as far as it is not settled yet.
fn still_open(view: View, kind: OpeningKind) -> Result<Line, Overflow> {
    let months = view.case.horizon.months();
    let open = || view.postings.openings.iter().filter(|open| open.kind == kind);
    let opening = Cents::total(open().map(|open| open.amount))?;
    let mut settled = vec![Cents::ZERO; months];
    open().try_for_each(|open| put(&mut settled, open.month, open.amount))?;
    let change = difference(&vec![Cents::ZERO; months], &settled)?;
    let label = match kind {
        OpeningKind::Receivable => Label::Receivables,
        OpeningKind::Payable => Label::Payables,
    };
    Ok(Line::stock(label, opening, running(opening, &change)?))
}

/// The same with what has accrued since and is not paid.
fn with_open(mut line: Line, accrued: &[Cents]) -> Result<Line, Overflow> {
    add(&mut line.amounts, accrued)?;
    Ok(line)
}

fn opening(line: &Line) -> Cents {
    line.opening.unwrap_or_default()
}

fn total(label: Label, months: usize, items: &[Line]) -> Result<Line, Overflow> {
    let opening = Cents::total(items.iter().map(opening))?;
    let amounts = sum(months, items.iter().map(|line| line.amounts.as_slice()))?;
    Ok(Line::stock(label, opening, amounts).total())
}

/// Investments at what they cost, less what has been written off.
fn fixed_assets(view: View) -> Result<Line, Overflow> {
    let months = view.case.horizon.months();
    let owned = || view.postings.costs.iter().filter_map(|p| p.book.as_ref().map(|book| (p, book)));
    let opening = Cents::total(owned().map(|(_, book)| book.opening))?;
    let bought = sum(months, owned().map(|(posting, _)| posting.flow.accrual.as_slice()))?;
    let mut change = difference(&bought, &exploitation::depreciation(view)?)?;
    for sold in view.postings.costs.iter().filter_map(|posting| posting.sold()) {
        put(&mut change, sold.month, Cents::ZERO.minus(sold.book_value)?)?;
    }
    Ok(Line::stock(Label::FixedAssets, opening, running(opening, &change)?))
}

/// What comes in and accrues: income and equity.
fn incomes(view: View<'_>) -> impl Iterator<Item = &Flow> {
    view.granted.of(view.postings).filter_map(|(_, posting)| match posting {
        FundingPosting::Income(flow) | FundingPosting::Equity(flow) => Some(flow),
        FundingPosting::Loan(_) | FundingPosting::InKind(_) => None,
    })
}

/// What has accrued and is not yet paid, and what has been paid and not yet accrued; entry by
/// entry, since what one party owes does not pay what another has paid ahead.
fn split<'a>(
    months: usize,
    flows: impl Iterator<Item = &'a Flow>,
) -> Result<(Vec<Cents>, Vec<Cents>), Overflow> {
    let (mut open, mut ahead) = (vec![Cents::ZERO; months], vec![Cents::ZERO; months]);
    for flow in flows {
        let position = running(Cents::ZERO, &difference(&flow.accrual, &flow.cash)?)?;
        for ((open, ahead), at) in open.iter_mut().zip(&mut ahead).zip(position) {
            if at >= Cents::ZERO {
                *open = open.plus(at)?;
            } else {
                *ahead = ahead.minus(at)?;
            }
        }
    }
    Ok((open, ahead))
}

/// The same for costs, of which what is paid ahead is owned and what is open is owed.
fn split_costs(view: View) -> Result<(Vec<Cents>, Vec<Cents>), Overflow> {
    let flows = view.postings.costs.iter().map(|posting| &posting.flow);
    let (payable, paid_ahead) = split(view.case.horizon.months(), flows)?;
    Ok((paid_ahead, payable))
}

/// Opening equity, plus capital put in, plus the exploitation result.
fn equity(view: View, opening: Cents) -> Result<Vec<Cents>, Overflow> {
    let put_in = view.granted.of(view.postings).filter_map(|(_, posting)| match posting {
        FundingPosting::Equity(flow) => Some(flow.accrual.as_slice()),
        _ => None,
    });
    let put_in = sum(view.case.horizon.months(), put_in)?;
    let result = exploitation::result(view)?;
    running(opening, &sum(view.case.horizon.months(), [put_in.as_slice(), &result])?)
}
