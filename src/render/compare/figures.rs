//! The tables of figures: the verdict with its margin, the tests, and closing cash.

use super::{columns, heading};
use crate::calendar::Month;
use crate::case::TestId;
use crate::language::{Compare, Compared, Kind, Message, decimals};
use crate::measures::Ratio;
use crate::render::blocks::{Cell, Fold, Report, ReportTable, Role, Row};
use crate::render::check::rounding;
use crate::statements::Counted;
use crate::verdict::{Figure, Finding, Test};
use crate::whatif::{CaseFigures, Comparison, Difference, Side};
use crate::words::Word;

/// Adds the verdicts with their margins.
pub fn verdict(report: &mut Report, comparison: &Comparison<CaseFigures>, heads: &[String]) {
    let rows = verdicts(report, comparison, &runs(comparison));
    table(report, heads, rows);
}

/// Adds the tables of tests and cash.
pub fn add(report: &mut Report, comparison: &Comparison<CaseFigures>, heads: &[String]) {
    let runs = runs(comparison);
    for &(run, label) in &runs {
        heading(report, Compared::Tests, label);
        let tests = tests(report, comparison, run);
        table(report, heads, tests);
    }
    for &(run, label) in &runs {
        heading(report, Compared::Cash, label);
        let cash = cash(report, comparison, run);
        table(report, heads, cash);
    }
}

/// The runs to tell of, and how to call them: one where nobody asks for anything.
fn runs(comparison: &Comparison<CaseFigures>) -> Vec<(Counted, Option<Counted>)> {
    if comparison.sides.iter().any(|side| side.figures.asks) {
        [Counted::Certain, Counted::All].map(|run| (run, Some(run))).into()
    } else {
        vec![(Counted::Certain, None)]
    }
}

/// Adds a table of figures, a column a side.
pub(super) fn table(report: &mut Report, heads: &[String], rows: Vec<Row>) {
    let columns = columns(report, heads);
    report.table(ReportTable { columns, rows, fold: Fold::Alike });
}

/// A row: what it is, then a cell for each case.
pub(super) fn row(role: Role, name: Cell, cells: impl Iterator<Item = Cell>) -> Row {
    Row { role, cells: std::iter::once(name).chain(cells).collect() }
}

pub(super) fn named(report: &Report, message: Compare<'_>) -> Cell {
    report.cell(&Message::Compare(message))
}

/// Adds a row about the one above it, unless it says nothing.
pub(super) fn add_detail(rows: &mut Vec<Row>, name: Cell, cells: Vec<Cell>) {
    if cells.iter().any(|cell| !cell.is_nothing()) {
        rows.push(row(Role::Detail, name, cells.into_iter()));
    }
}

/// What a figure is shown beside that is held against nothing.
const NONE: Figure = Figure::Ratio(Ratio::ZERO);

/// A difference, or nothing where there is none.
fn difference(test: Option<TestId>, difference: Option<Difference>) -> Cell {
    let cell = match difference.filter(|difference| !difference.is_none()) {
        None => return Cell::Nothing,
        Some(Difference::Money(amount)) => Cell::Money(amount),
        Some(Difference::Ratio { two, four }) => {
            let (shown, decimals) = if two.is_zero() { (four, 4) } else { (two, 2) };
            figure(test, Figure::Ratio(Ratio::from_decimal(shown)), decimals)
        }
    };
    Cell::Difference(Box::new(cell))
}

fn figure(test: Option<TestId>, figure: Figure, decimals: u32) -> Cell {
    match figure {
        Figure::Money(amount) => Cell::Money(amount),
        Figure::Ratio(ratio) if test == Some(TestId::Dependence) => Cell::Share(ratio, decimals),
        Figure::Ratio(ratio) => Cell::Ratio(ratio, decimals),
    }
}

/// Whether each closes, and how far it is from the point where that turns.
fn verdicts(
    report: &Report,
    comparison: &Comparison<CaseFigures>,
    runs: &[(Counted, Option<Counted>)],
) -> Vec<Row> {
    let sides = &comparison.sides;
    let closes = sides.iter().map(|side| report.cell(&Message::Verdict(side.figures.kind())));
    let mut rows = vec![row(Role::Plain, named(report, Compare::Closes(Kind::Case)), closes)];
    for &(run, label) in runs {
        let margin = |side: &Side<CaseFigures>| {
            let margin = side.figures.margin.of(run);
            figure(Some(margin.test), margin.by, decimals(margin.by, NONE))
        };
        let name = named(report, Compare::Margin(label));
        rows.push(row(Role::Plain, name, sides.iter().map(margin)));
        let test = |side: &Side<CaseFigures>| side.figures.margin.of(run).test;
        let about = sides.iter().map(|side| named(report, Compare::Short(test(side))));
        add_detail(&mut rows, named(report, Compare::MarginOf), about.collect());
        let differences = sides.iter().map(|side| {
            let differences = side.figures.differences.as_ref();
            difference(Some(test(side)), differences.and_then(|found| *found.margin.of(run)))
        });
        add_detail(&mut rows, named(report, Compare::Difference), differences.collect());
    }
    rows
}

/// What each test found, those that are required first.
fn tests(report: &Report, comparison: &Comparison<CaseFigures>, run: Counted) -> Vec<Row> {
    let sides = &comparison.sides;
    let mut rows = Vec::new();
    for required in [true, false] {
        let mut group = Vec::new();
        for (place, id) in TestId::all().enumerate() {
            let tests: Vec<_> =
                sides.iter().map(|side| side.figures.verdict.tests.get(place).copied()).collect();
            if tests.iter().flatten().any(|test| test.required) == required
                && tests.iter().flatten().any(|test| found(test, run).is_some())
            {
                let differences = sides.iter().map(|side| {
                    let tests = side.figures.differences.as_ref().map(|found| &found.tests);
                    difference(Some(id), tests.and_then(|tests| *tests.get(place)?.of(run)))
                });
                add_test(&mut group, report, (id, &tests), run, differences.collect());
            }
        }
        if !group.is_empty() {
            let name = report.cell(&Message::Tests { required });
            rows.push(row(Role::Group, name, std::iter::empty()));
            rows.append(&mut group);
        }
    }
    rows
}

fn found(test: &Test, run: Counted) -> Option<Finding> {
    match run {
        Counted::Certain => test.certain,
        Counted::All => test.all,
    }
}

/// A test's row, and under it its months, what it asks where cases ask differently, and the
/// differences.
fn add_test(
    rows: &mut Vec<Row>,
    report: &Report,
    (id, tests): (TestId, &[Option<Test>]),
    run: Counted,
    differences: Vec<Cell>,
) {
    let of = |test: &Option<Test>| test.as_ref().and_then(|test| found(test, run));
    let cells = tests.iter().map(|test| match (test, of(test)) {
        (Some(test), Some(finding)) => {
            let decimals = decimals(finding.figure, test.threshold);
            let cell = figure(Some(id), finding.figure, decimals);
            Cell::Tested(Box::new(cell), finding.passes)
        }
        _ => Cell::NotApplicable,
    });
    rows.push(row(Role::Plain, report.cell(&Message::Test(id)), cells));
    let months = |month: fn(Finding) -> Option<Month>| {
        let months = tests.iter().map(|test| of(test).and_then(month));
        months.map(|month| month.map_or(Cell::Nothing, Cell::Month)).collect()
    };
    add_detail(rows, report.cell(&Message::InMonth), months(|finding| finding.month));
    add_detail(rows, report.cell(&Message::BelowFrom), months(|finding| finding.below_from));
    let found = tests.iter().map(of);
    let roundings = found.map(|finding| rounding(report, finding)).collect();
    add_detail(rows, report.cell(&Message::OnlyRounding), roundings);
    let mut thresholds = tests.iter().flatten().map(|test| test.threshold);
    let first = thresholds.next();
    if thresholds.any(|threshold| Some(threshold) != first) {
        let asked = tests.iter().map(|test| match test {
            Some(test) => figure(Some(id), test.threshold, 2),
            None => Cell::Nothing,
        });
        add_detail(rows, named(report, Compare::Asked), asked.collect());
    }
    add_detail(rows, named(report, Compare::Difference), differences);
}

/// Closing cash of each year that any of the cases has.
fn cash(report: &Report, comparison: &Comparison<CaseFigures>, run: Counted) -> Vec<Row> {
    let mut rows = Vec::new();
    for label in &comparison.years {
        let place = |side: &Side<CaseFigures>| {
            side.figures.verdict.years.iter().position(|year| year.label == *label)
        };
        let closing = comparison.sides.iter().map(|side| {
            let year = place(side).and_then(|place| side.figures.verdict.years.get(place));
            year.map_or(Cell::Nothing, |year| {
                Cell::Money(match run {
                    Counted::Certain => year.certain.closing,
                    Counted::All => year.all.closing,
                })
            })
        });
        rows.push(row(Role::Plain, Cell::Text(label.clone()), closing));
        let differences = comparison.sides.iter().map(|side| {
            let closing = side.figures.differences.as_ref().map(|found| &found.closing);
            let less = closing.and_then(|closing| *closing.get(place(side)?)?.of(run));
            difference(None, less.map(Difference::Money))
        });
        add_detail(&mut rows, named(report, Compare::Difference), differences.collect());
    }
    rows
}
