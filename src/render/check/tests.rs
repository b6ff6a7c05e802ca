//! Why: every test with what it asks and what it found.

use super::asks;
use super::verdict::failure;
use crate::calendar::Month;
use crate::case::{Case, TestId, VerdictKind};
use crate::language::{Column, Heading, Message, decimals};
use crate::render::blocks::{Cell, Report, ReportTable, Role, Row};
use crate::statements::Counted;
use crate::verdict::{Figure, Finding, Test, Verdict};

/// A month of a finding.
type MonthOf = fn(Finding) -> Option<Month>;

/// The table of tests, and what fails of those that are advice.
pub fn add(report: &mut Report, case: &Case, verdict: &Verdict) {
    report.heading(Heading::Tests);
    let asks = asks(case);
    if asks {
        report.say(&Message::CertainAndAll);
    }
    let table = table(report, asks, &verdict.tests);
    report.table(table);
    let run = deciding_run(verdict);
    for test in verdict.tests.iter().filter(|test| !test.required) {
        if let Some(failure) = failure(case, verdict, (test, run), report.language) {
            report.say(&Message::Advice(failure));
        }
    }
}

/// The run that the verdict is about: with the promises where it waits for them.
fn deciding_run(verdict: &Verdict) -> Counted {
    match verdict.kind {
        VerdictKind::Closes => Counted::Certain,
        VerdictKind::Conditional | VerdictKind::DoesNotClose => Counted::All,
    }
}

fn table(report: &Report, asks: bool, tests: &[Test]) -> ReportTable {
    let mut columns = vec![report.words(Column::Test), report.figures(Column::Threshold)];
    let runs = if asks { &[Column::OnCertain, Column::OnAll][..] } else { &[Column::Figure] };
    for &run in runs {
        columns.extend([report.figures(run), report.figures(Column::Passes)]);
    }
    let mut rows = Vec::new();
    for required in [true, false] {
        let cells = vec![report.cell(&Message::Tests { required })];
        rows.push(Row { role: Role::Group, cells });
        for test in tests.iter().filter(|test| test.required == required) {
            add_rows(&mut rows, report, asks, test);
            if counts_savings(test.id) {
                add_past(&mut rows, report, asks, test, runs_out(tests));
            }
        }
    }
    ReportTable { columns, rows, ..ReportTable::default() }
}

/// A test's row, and under it the months that belong to it.
fn add_rows(rows: &mut Vec<Row>, report: &Report, asks: bool, test: &Test) {
    let runs = if asks { vec![test.certain, test.all] } else { vec![test.certain] };
    let mut cells = vec![report.cell(&Message::Test(test.id)), threshold(test)];
    for finding in &runs {
        cells.extend(found(test, *finding));
    }
    rows.push(Row::plain(cells));
    let months: [(_, MonthOf); 2] = [
        (Message::InMonth, |finding| finding.month),
        (Message::BelowFrom, |finding| finding.below_from),
    ];
    for (label, month) in months {
        let months: Vec<_> = runs.iter().map(|finding| finding.and_then(month)).collect();
        if months.iter().any(Option::is_some) {
            let mut cells = vec![report.cell(&label), Cell::Nothing];
            for month in months {
                cells.extend([month.map_or(Cell::Nothing, Cell::Month), Cell::Nothing]);
            }
            rows.push(Row { role: Role::Detail, cells });
        }
    }
    let is_rounding = |finding: &Option<Finding>| finding.is_some_and(|it| it.rounding);
    if runs.iter().any(is_rounding) {
        let mut cells = vec![report.cell(&Message::OnlyRounding), Cell::Nothing];
        for finding in &runs {
            cells.extend([rounding(report, *finding), Cell::Nothing]);
        }
        rows.push(Row { role: Role::Detail, cells });
    }
}

/// Whether a test counts what others save.
fn counts_savings(test: TestId) -> bool {
    match test {
        TestId::Payers | TestId::PublicReturn | TestId::SocialReturn => true,
        TestId::Liquidity
        | TestId::Structural
        | TestId::Repayment
        | TestId::Dscr
        | TestId::Dependence => false,
    }
}

/// The month in which cash runs out, on certain and on all funding.
fn runs_out(tests: &[Test]) -> [Option<Month>; 2] {
    let liquidity = tests.iter().find(|test| test.id == TestId::Liquidity);
    let below = |finding: fn(&Test) -> Option<Finding>| finding(liquidity?)?.below_from;
    [below(|test| test.certain), below(|test| test.all)]
}

/// Under a return, the month after which it counts savings though there is no cash to go on.
fn add_past(
    rows: &mut Vec<Row>,
    report: &Report,
    asks: bool,
    test: &Test,
    runs_out: [Option<Month>; 2],
) {
    let found = [test.certain, test.all].into_iter().zip(runs_out);
    let months: Vec<_> = found
        .take(if asks { 2 } else { 1 })
        .map(|(finding, month)| finding.and(month).map_or(Cell::Nothing, Cell::Month))
        .collect();
    if months.iter().any(|month| !month.is_nothing()) {
        let mut cells = vec![report.cell(&Message::CountsAfter), Cell::Nothing];
        cells.extend(months.into_iter().flat_map(|month| [month, Cell::Nothing]));
        rows.push(Row { role: Role::Detail, cells });
    }
}

/// Under a figure, that only rounding makes it look short.
pub fn rounding(report: &Report, finding: Option<Finding>) -> Cell {
    match finding {
        Some(Finding { rounding: true, .. }) => report.cell(&Message::Rounding),
        _ => Cell::Nothing,
    }
}

fn threshold(test: &Test) -> Cell {
    let cell = Box::new(figure(test.id, test.threshold, 2));
    if test.id == TestId::Dependence { Cell::AtMost(cell) } else { Cell::AtLeast(cell) }
}

fn found(test: &Test, finding: Option<Finding>) -> [Cell; 2] {
    match finding {
        Some(Finding { figure: found, passes, .. }) => {
            [figure(test.id, found, decimals(found, test.threshold)), Cell::Passes(passes)]
        }
        None => [Cell::NotApplicable, Cell::Nothing],
    }
}

fn figure(test: TestId, figure: Figure, decimals: u32) -> Cell {
    match figure {
        Figure::Money(amount) => Cell::Money(amount),
        Figure::Ratio(ratio) if test == TestId::Dependence => Cell::Share(ratio, decimals),
        Figure::Ratio(ratio) => Cell::Ratio(ratio, decimals),
    }
}
