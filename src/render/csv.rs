//! Tables for spreadsheets: the same in every language.

use super::json::{figure, hundredths, key, path, result, unit};
use crate::assess::Assessment;
use crate::case::{Case, VerdictKind};
use crate::document::printable;
use crate::money::Cents;
use crate::statements::{By, ClosingCash, EntrySheet};
use crate::verdict::Finding;
use crate::whatif::sources::Tally;
use crate::whatif::{Closing, Sums};
use csv::Writer;
use std::borrow::Cow;

/// The columns of `check`: one row a test.
pub(super) const CHECK: [&str; 18] = [
    "file",
    "verdict",
    "test",
    "required",
    "threshold",
    "certain",
    "certain_figure",
    "certain_month",
    "all",
    "all_figure",
    "expected",
    "met",
    "certain_year",
    "certain_party",
    "all_year",
    "all_party",
    "figures",
    "unconfirmed",
];

/// The columns that an entry's row in `show` may fill, after its id and period.
const AMOUNTS: [&str; 10] = [
    "accrual",
    "cash",
    "cashable",
    "transfer",
    "depreciation",
    "draw",
    "interest",
    "added",
    "principal",
    "balance",
];

/// The columns of `close`: a row a lever, then a row a party that is asked.
const CLOSE: [&str; 12] = [
    "row",
    "id",
    "unit",
    "value",
    "limit",
    "saves",
    "pays",
    "asked",
    "keeps",
    "year",
    "saves_at_start",
    "asked_at_start",
];

/// A table that is being written: the one way out for CSV, in which every cell is made harmless.
#[derive(Debug)]
pub struct CsvTable(Writer<Vec<u8>>);

impl CsvTable {
    pub(super) fn new<'a>(head: impl IntoIterator<Item = &'a str>) -> Result<Self, csv::Error> {
        let mut table = Self(Writer::from_writer(Vec::new()));
        table.row(head)?;
        Ok(table)
    }

    /// Adds a row.
    pub(super) fn row(
        &mut self,
        cells: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<(), csv::Error> {
        for cell in cells {
            self.0.write_field(harmless(cell.as_ref()).as_ref())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// The text of the table.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn text(self) -> Result<String, csv::Error> {
        let bytes = self.0.into_inner().map_err(csv::IntoInnerError::into_error)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A cell that neither a terminal nor a spreadsheet obeys: what cannot be seen is spelled out, and
/// what would begin a formula has an apostrophe before it.
fn harmless(cell: &str) -> Cow<'_, str> {
    let cell = printable(cell);
    // A spreadsheet of Dutch settings begins a new cell at a semicolon.
    if !cell.split(';').any(begins_formula) {
        return cell;
    }
    let parts = cell.split(';').map(|part| {
        let apostrophe = if begins_formula(part) { "'" } else { "" };
        format!("{apostrophe}{part}")
    });
    parts.collect::<Vec<_>>().join(";").into()
}

/// Whether a spreadsheet would reckon out a cell that begins so; it may look past spaces and quotes,
/// and takes the wide signs for the plain ones.
fn begins_formula(cell: &str) -> bool {
    let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
    // A dash by itself, which stands for standard input, begins nothing.
    begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && cell != "-"
        && !is_number(cell)
}

/// Whether a cell is a number or a percentage, which may have a sign.
fn is_number(cell: &str) -> bool {
    let unsigned = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let digits = unsigned.strip_suffix('%').unwrap_or(unsigned);
    let mut parts = digits.splitn(2, ['.', '/']);
    !digits.is_empty()
        && parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The tests of a case, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn check(file: &str, assessment: &Assessment, tally: Tally) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(CHECK)?;
    let [expected, met] = expect(assessment.case.expect, assessment.verdict.kind);
    let [figures, unconfirmed] = self::tally(tally);
    for test in &assessment.verdict.tests {
        let month = test.certain.and_then(|finding| finding.month);
        let year = |finding: Option<Finding>| {
            let year = finding.and_then(|finding| assessment.verdict.years.get(finding.year?));
            year.map(|year| year.label.as_str()).unwrap_or_default()
        };
        let party = |finding: Option<Finding>| {
            let party = finding.and_then(|it| assessment.case.parties.get(it.party?.0));
            party.map(|party| party.id.as_str()).unwrap_or_default()
        };
        table.row([
            file,
            assessment.verdict.kind.id(),
            test.id.id(),
            if test.required { "true" } else { "false" },
            &figure(test.threshold),
            result(test.certain),
            &test.certain.map(|finding| figure(finding.figure)).unwrap_or_default(),
            &month.map(|month| month.to_string()).unwrap_or_default(),
            result(test.all),
            &test.all.map(|finding| figure(finding.figure)).unwrap_or_default(),
            expected,
            met,
            year(test.certain),
            party(test.certain),
            year(test.all),
            party(test.all),
            &figures,
            &unconfirmed,
        ])?;
    }
    table.text()
}

/// How many figures there are, and how many nobody has confirmed.
pub(super) fn tally(tally: Tally) -> [String; 2] {
    [tally.figures, tally.unconfirmed].map(|count| count.to_string())
}

/// What a file expects of itself, and whether that is so; blank where it does not say.
pub(super) fn expect(expected: Option<VerdictKind>, found: VerdictKind) -> [&'static str; 2] {
    match expected {
        Some(expected) => [expected.id(), if expected == found { "true" } else { "false" }],
        None => ["", ""],
    }
}

/// That a file could not be judged, in the same columns: a row of its own, so that no file of many
/// goes missing. What is wrong is told elsewhere.
///
/// # Errors
/// When the table cannot be written.
pub fn check_wrong(file: &str) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(CHECK)?;
    let said = [file, "wrong"];
    table.row(said.into_iter().chain(std::iter::repeat_n("", CHECK.len() - said.len())))?;
    table.text()
}

/// What entries post and pay: a row an entry and period, closing cash last where it is asked for.
///
/// # Errors
/// When the table cannot be written.
pub fn show(
    case: &Case,
    entries: &[EntrySheet],
    cash: Option<&ClosingCash>,
    by: By,
) -> Result<String, csv::Error> {
    let periods = by.labels(case.horizon);
    let mut table = CsvTable::new(["id", "period"].into_iter().chain(AMOUNTS))?;
    for entry in entries {
        let id = path(case, entry.group, entry.place).unwrap_or_default();
        for (place, period) in periods.iter().enumerate() {
            let amount = |column: &str| {
                let line = entry.sheet.lines.iter().find(|line| key(line.label) == column);
                line.and_then(|line| line.amounts.get(place)).map(Cents::to_string)
            };
            let amounts = AMOUNTS.iter().map(|column| amount(column).unwrap_or_default());
            table.row([id.clone(), period.clone()].into_iter().chain(amounts))?;
        }
    }
    let runs = cash.map(|cash| [("cash.certain", &cash.certain), ("cash.all", &cash.all)]);
    for (id, closing) in runs.into_iter().flatten() {
        for (period, closing) in periods.iter().zip(closing) {
            let blank = std::iter::repeat_n(String::new(), AMOUNTS.len() - 1);
            let row = [id.to_owned(), period.clone()].into_iter().chain(blank);
            table.row(row.chain([closing.to_string()]))?;
        }
    }
    table.text()
}

/// The levers of a case, a row each, and the parties that are asked.
///
/// # Errors
/// When the table cannot be written.
pub fn close(case: &Case, closing: &Closing) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(CLOSE)?;
    let blank = String::new;
    for pulled in &closing.levers {
        let figure = pulled.value.map(hundredths).unwrap_or_default();
        let (value, limit) = if closing.closes { (blank(), figure) } else { (figure, blank()) };
        let (id, unit) = (pulled.lever.id(), unit(case, pulled.lever.unit()));
        let row = ["lever".to_owned(), id, unit, value, limit];
        table.row(row.into_iter().chain(std::iter::repeat_n(blank(), 7)))?;
    }
    let year = case.horizon.label(case.years().saturating_sub(1));
    for asked in closing.ask.iter().flat_map(|ask| &ask.parties) {
        let party = case.parties.get(asked.party.0).map(|party| party.id.clone());
        let row = ["party".to_owned(), party.unwrap_or_default(), blank(), blank(), blank()];
        let sums = &asked.sums;
        let Sums { saves, pays, asked, keeps, at_start } = sums;
        let now = [saves, pays, asked, keeps].map(Cents::to_string);
        let then = [at_start.saves, at_start.asked].map(|sum| sum.to_string());
        table.row(row.into_iter().chain(now).chain([year.clone()]).chain(then))?;
    }
    table.text()
}
