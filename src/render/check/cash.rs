//! Cash by case year.

use crate::language::{Column, Heading};
use crate::render::blocks::{Cell, Report, ReportTable, Row};
use crate::verdict::{Verdict, Year, YearCash};

/// A table of certain cash, and one of all where that is another.
pub fn add(report: &mut Report, verdict: &Verdict) {
    let same = verdict.years.iter().all(|year| year.certain == year.all);
    report.heading(if same { Heading::Cash } else { Heading::CashOnCertain });
    let certain = table(report, &verdict.years, |year| year.certain);
    report.table(certain);
    if !same {
        report.heading(Heading::CashOnAll);
        let all = table(report, &verdict.years, |year| year.all);
        report.table(all);
    }
}

fn table(report: &Report, years: &[Year], run: fn(&Year) -> YearCash) -> ReportTable {
    let reserves = years.iter().any(Year::keeps_apart);
    let mut figures = vec![Column::Opening, Column::Receipts, Column::Payments, Column::Closing];
    figures.extend(reserves.then_some(Column::Reserved));
    figures.push(Column::Lowest);
    let mut columns = vec![report.words(Column::Year)];
    columns.extend(figures.into_iter().map(|column| report.figures(column)));
    let row = |year: &Year| {
        let YearCash { opening, receipts, payments, closing, reserved, lowest } = run(year);
        let mut amounts = vec![opening, receipts, payments, closing];
        amounts.extend(reserves.then_some(reserved));
        amounts.push(lowest);
        let amounts = amounts.into_iter().map(Cell::Money);
        Row::plain(std::iter::once(Cell::Text(year.label.clone())).chain(amounts).collect())
    };
    ReportTable { columns, rows: years.iter().map(row).collect(), ..ReportTable::default() }
}
