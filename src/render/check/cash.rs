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
    let figures =
        [Column::Opening, Column::Receipts, Column::Payments, Column::Closing, Column::Lowest];
    let mut columns = vec![report.words(Column::Year)];
    columns.extend(figures.map(|column| report.figures(column)));
    let row = |year: &Year| {
        let YearCash { opening, receipts, payments, closing, lowest } = run(year);
        let amounts = [opening, receipts, payments, closing, lowest].map(Cell::Money);
        Row::plain([vec![Cell::Text(year.label.clone())], amounts.to_vec()].concat())
    };
    ReportTable { columns, rows: years.iter().map(row).collect(), ..ReportTable::default() }
}
