//! The loans that are granted: draws, interest, principal, what is owed.

use super::View;
use super::sheet::{Group, Label, Line, Sheet, SheetKind};
use crate::loan::Table;
use crate::money::{Cents, Overflow, put};
use crate::postings::FundingPosting;

/// Four lines a loan, under its name.
pub fn sheet(view: View) -> Result<Sheet, Overflow> {
    let mut lines = Vec::new();
    for (place, posting) in view.granted.of(view.postings) {
        if let FundingPosting::Loan(table) = posting {
            let owed = owed(table, view.case.horizon.months());
            let name = Label::Entry(Group::Funding, place);
            lines.push(Line::stock(name, table.owed_after(-1), owed).total());
            lines.extend(of(table, view.case.horizon.months())?);
        }
    }
    Ok(Sheet { kind: SheetKind::Loans, lines })
}

/// A loan's draw, interest and principal by month.
pub fn of(table: &Table, months: usize) -> Result<[Line; 3], Overflow> {
    let nothing = || vec![Cents::ZERO; months];
    let (mut draw, mut interest, mut principal) = (nothing(), nothing(), nothing());
    put(&mut draw, table.drawn, table.amount)?;
    for due in &table.instalments {
        put(&mut interest, due.month, due.interest)?;
        put(&mut principal, due.month, due.principal)?;
    }
    Ok([
        Line::flow(Label::Draw, draw),
        Line::flow(Label::Interest, interest),
        Line::flow(Label::Principal, principal),
    ])
}

/// What is owed at the end of each month.
pub fn owed(table: &Table, months: usize) -> Vec<Cents> {
    (0..).take(months).map(|month| table.owed_after(month)).collect()
}
