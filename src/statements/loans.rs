//! The loans that are granted: draws, interest, principal, what is owed.

use super::View;
use super::sheet::{Group, Label, Line, Sheet, SheetKind, sum};
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, put};
use crate::postings::FundingPosting;

/// Four lines a loan, five where interest is added to what is owed; what is owed first and under its name; after two loans or more what they
/// come to.
pub fn sheet(view: View) -> Result<Sheet, Overflow> {
    let months = view.case.horizon.months();
    let mut lines = Vec::new();
    for (place, posting) in view.granted.of(view.postings) {
        if let FundingPosting::Loan(table) = posting {
            let name = Label::Entry(Group::Funding, place);
            lines.push(Line::stock(name, table.owed_after(-1), owed(table, months)).result());
            let adds = |line: &Line| line.label != Label::Added || !line.is_empty();
            lines.extend(of(table, months)?.into_iter().filter(adds));
        }
    }
    let named = |line: &&Line| matches!(line.label, Label::Entry(..));
    if lines.iter().filter(named).count() > 1 {
        lines.push(Line::flow(Label::DebtService, debt_service(view)?).total());
        lines.push(all_owed(view)?.total());
    }
    Ok(Sheet { kind: SheetKind::Loans, lines })
}

/// Interest and principal of all loans that are granted, by month.
pub fn debt_service(view: View) -> Result<Vec<Cents>, Overflow> {
    let mut service = vec![Cents::ZERO; view.case.horizon.months()];
    for table in tables(view) {
        for due in &table.instalments {
            put(&mut service, due.month, due.paid()?)?;
        }
    }
    Ok(service)
}

/// What is owed on all loans that are granted.
pub fn all_owed(view: View) -> Result<Line, Overflow> {
    let months = view.case.horizon.months();
    let opening = Cents::total(tables(view).map(|table| table.owed_after(-1)))?;
    let balances: Vec<_> = tables(view).map(|table| owed(table, months)).collect();
    Ok(Line::stock(Label::Loans, opening, sum(months, balances.iter().map(Vec::as_slice))?))
}

fn tables(view: View<'_>) -> impl Iterator<Item = &LoanTable> {
    view.granted.of(view.postings).filter_map(|(_, posting)| match posting {
        FundingPosting::Loan(table) => Some(table),
        _ => None,
    })
}

/// A loan's draw, interest, what of it is added to what is owed, and principal by month.
pub fn of(table: &LoanTable, months: usize) -> Result<[Line; 4], Overflow> {
    let nothing = || vec![Cents::ZERO; months];
    let (mut draw, mut principal) = (nothing(), nothing());
    let (mut interest, mut added) = (nothing(), nothing());
    put(&mut draw, table.drawn, table.amount)?;
    for due in &table.instalments {
        put(&mut interest, due.month, due.interest)?;
        put(&mut added, due.month, due.added)?;
        put(&mut principal, due.month, due.principal)?;
    }
    Ok([
        Line::flow(Label::Draw, draw),
        Line::flow(Label::Interest, interest),
        Line::flow(Label::Added, added),
        Line::flow(Label::Principal, principal),
    ])
}

/// What is owed at the end of each month.
pub fn owed(table: &LoanTable, months: usize) -> Vec<Cents> {
    (0..).take(months).map(|month| table.owed_after(month)).collect()
}
