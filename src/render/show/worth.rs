//! What each entry is worth today.

use super::{amount, figures, heading, name, words};
use crate::case::{Case, Form};
use crate::language::{Message, Section, Show};
use crate::render::blocks::{Cell, Report, ReportTable, Role, Row};
use crate::statements::{PresentValue, Worth, WorthOf};

/// A table for each pair of columns that has a meaning of its own.
pub fn add(report: &mut Report, case: &Case, worth: &[Worth]) {
    heading(report, Section::Worth);
    if worth.is_empty() {
        report.say(&Message::Show(Show::Nothing(Section::Worth)));
        return;
    }
    let (rate, from, real) = (case.discount_rate, case.discounting, !case.inflation.is_flat());
    report.say(&Message::Show(Show::Discounted { rate, from, real }));
    if worth.iter().any(|sort| sort.of == WorthOf::Loans) && has_opening_loan(case) {
        report.say(&Message::Show(Show::OpeningLoans));
    }
    for sorts in worth.chunk_by(|one, next| table_of(one.of) == table_of(next.of)) {
        let table = table(report, case, sorts);
        report.table(table);
    }
}

fn has_opening_loan(case: &Case) -> bool {
    case.funding.iter().any(|entry| match &entry.what.form {
        Form::Loan(loan) => case.horizon.number(loan.on) < 0,
        _ => false,
    })
}

/// Which table a sort stands in.
fn table_of(sort: WorthOf) -> u8 {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => 0,
        WorthOf::Loans => 1,
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => 2,
    }
}

fn table(report: &Report, case: &Case, sorts: &[Worth]) -> ReportTable {
    let Some(first) = sorts.first() else { return ReportTable::default() };
    let columns = vec![
        words(report, Show::Entry),
        figures(report, Show::WorthAccrued(first.of)),
        figures(report, Show::WorthCash(first.of)),
    ];
    let mut rows = Vec::new();
    for sort in sorts {
        let said = |show| Cell::Text(report.language.say(&Message::Show(show)));
        rows.push(Row { role: Role::Group, cells: vec![said(Show::Sort(sort.of))] });
        rows.extend(sort.values.iter().map(|value| row(report, case, sort.of, value)));
        let cash = if has_cash(sort.of) { Cell::Money(sort.cash) } else { Cell::Nothing };
        let cells = vec![said(Show::SortTotal(sort.of)), Cell::Money(sort.accrual), cash];
        rows.push(Row { role: Role::Total, cells });
    }
    ReportTable { columns, rows, ..ReportTable::default() }.without_columns(Cell::is_nothing)
}

fn row(report: &Report, case: &Case, sort: WorthOf, value: &PresentValue) -> Row {
    let name = Cell::Text(name(report.language, case, value.group, value.place));
    let cash = if has_cash(sort) { amount(value.cash) } else { Cell::Nothing };
    Row::plain(vec![name, amount(value.accrual), cash])
}

/// Whether there is money in it for anybody.
fn has_cash(sort: WorthOf) -> bool {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::Loans | WorthOf::Avoided => true,
        WorthOf::InKind | WorthOf::Values | WorthOf::Burdens => false,
    }
}
