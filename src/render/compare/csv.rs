//! Cases side by side for a spreadsheet: a row for each figure of each case.

use super::json::{exact, less};
use crate::case::TestId;
use crate::language::Language;
use crate::render::check::json::result;
use crate::render::csv::CsvTable;
use crate::render::json::figure;

use crate::statements::{Both, Counted};
use crate::verdict::Finding;
use crate::whatif::{CaseFigures, Changed, Comparison, Difference, Side};
use crate::words::Word;

/// The columns.
const HEAD: [&str; 10] =
    ["file", "scenario", "name", "row", "of", "run", "result", "value", "month", "difference"];

const RUNS: [(Counted, &str); 2] = [(Counted::Certain, "certain"), (Counted::All, "all")];

/// A row, after what says of which case it is.
#[derive(Default)]
pub(super) struct Row {
    /// What sort of figure it is.
    pub kind: &'static str,
    /// Which of them.
    pub of: String,
    /// On which funding.
    pub run: &'static str,
    /// What came of a test.
    pub result: &'static str,
    /// The figure.
    pub value: String,
    /// Its month.
    pub month: String,
    /// How much more it is than the first column's.
    pub difference: String,
}

/// The table of cases side by side.
///
/// # Errors
/// When it cannot be written.
pub fn table(comparison: &Comparison<CaseFigures>) -> Result<String, csv::Error> {
    framed(comparison, rows)
}

/// The table of things side by side, whatever their figures are; what changes comes last.
pub(super) fn framed<F>(
    comparison: &Comparison<F>,
    rows: fn(&Side<F>) -> Vec<Row>,
) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(HEAD)?;
    for side in &comparison.sides {
        let subject = &side.subject;
        let (id, name) = match &subject.scenario {
            Some((id, name)) => (id.as_str(), name),
            None => ("", &subject.name),
        };
        let rows =
            rows(side).into_iter().chain(side.changes.iter().map(|it| change(it, side.language)));
        for Row { kind, of, run, result, value, month, difference } in rows {
            table.row([
                &subject.file,
                id,
                name.to_programs(side.language),
                kind,
                &of,
                run,
                result,
                &value,
                &month,
                &difference,
            ])?;
        }
    }
    table.text()
}

fn change(changed: &Changed, of_file: Option<Language>) -> Row {
    Row {
        kind: "change",
        of: changed.path.clone(),
        value: changed.to.as_ref().map(|to| exact(to, of_file)).unwrap_or_default(),
        month: changed.since.map(|month| month.to_string()).unwrap_or_default(),
        ..Row::default()
    }
}

fn rows(side: &Side<CaseFigures>) -> Vec<Row> {
    let kind = side.figures.kind();
    let verdict = Row { kind: "verdict", value: kind.id().to_owned(), ..Row::default() };
    let mut rows = vec![verdict];
    rows.extend(RUNS.iter().map(|run| margin(side, *run)));
    for (place, id) in TestId::all().enumerate() {
        rows.extend(RUNS.iter().filter_map(|run| test(side, (place, id), *run)));
    }
    for place in 0..side.figures.verdict.years.len() {
        rows.extend(RUNS.iter().filter_map(|run| closing(side, place, *run)));
    }
    rows
}

fn of(both: Option<&Both<Option<Difference>>>, counted: Counted) -> String {
    both.and_then(|both| *both.of(counted)).map(less).unwrap_or_default()
}

fn margin(side: &Side<CaseFigures>, (counted, run): (Counted, &'static str)) -> Row {
    let margin = side.figures.margin.of(counted);
    Row {
        kind: "margin",
        of: margin.test.id().to_owned(),
        run,
        value: figure(margin.by),
        difference: of(side.figures.differences.as_ref().map(|found| &found.margin), counted),
        ..Row::default()
    }
}

fn test(
    side: &Side<CaseFigures>,
    (place, id): (usize, TestId),
    (counted, run): (Counted, &'static str),
) -> Option<Row> {
    let test = side.figures.verdict.tests.get(place)?;
    let finding: Option<Finding> = match counted {
        Counted::Certain => test.certain,
        Counted::All => test.all,
    };
    let month = finding.and_then(|finding| finding.month);
    let differences = side.figures.differences.as_ref();
    Some(Row {
        kind: "test",
        of: id.id().to_owned(),
        run,
        result: result(finding),
        value: finding.map(|finding| figure(finding.figure)).unwrap_or_default(),
        month: month.map(|month| month.to_string()).unwrap_or_default(),
        difference: of(differences.and_then(|found| found.tests.get(place)), counted),
    })
}

fn closing(
    side: &Side<CaseFigures>,
    place: usize,
    (counted, run): (Counted, &'static str),
) -> Option<Row> {
    let year = side.figures.verdict.years.get(place)?;
    let cash = match counted {
        Counted::Certain => &year.certain,
        Counted::All => &year.all,
    };
    let differences = side.figures.differences.as_ref();
    let less = differences.and_then(|found| *found.closing.get(place)?.of(counted));
    Some(Row {
        kind: "closing",
        of: year.label.clone(),
        run,
        value: cash.closing.to_string(),
        difference: less.map(|less| less.to_string()).unwrap_or_default(),
        ..Row::default()
    })
}
