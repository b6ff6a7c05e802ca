//! The table of `check`.

use super::json::result;
use crate::assess::Assessment;
use crate::case::VerdictKind;
use crate::render::csv::CsvTable;
use crate::render::json::figure;
use crate::verdict::Finding;
use crate::whatif::sources::Tally;

/// The columns of `check`: one row a test.
pub const COLUMNS: [&str; 18] = [
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

/// The tests of a case, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn table(file: &str, assessment: &Assessment, tally: Tally) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
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

/// That a file could not be judged, in the same columns: a row of its own, so that no file of many
/// goes missing. What is wrong is told elsewhere.
///
/// # Errors
/// When the table cannot be written.
pub fn wrong(file: &str) -> Result<String, csv::Error> {
    without_verdict(file, "wrong")
}

/// A row for a price list, which has no verdict.
///
/// # Errors
/// When it cannot be written.
pub fn listed(file: &str) -> Result<String, csv::Error> {
    without_verdict(file, "prices")
}

fn without_verdict(file: &str, what: &str) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    let said = [file, what];
    table.row(said.into_iter().chain(std::iter::repeat_n("", COLUMNS.len() - said.len())))?;
    table.text()
}

/// How many figures there are, and how many nobody has confirmed.
pub fn tally(tally: Tally) -> [String; 2] {
    [tally.figures, tally.unconfirmed].map(|count| count.to_string())
}

/// What a file expects of itself, and whether that is so; blank where it does not say.
pub fn expect(expected: Option<VerdictKind>, found: VerdictKind) -> [&'static str; 2] {
    match expected {
        Some(expected) => [expected.id(), if expected == found { "true" } else { "false" }],
        None => ["", ""],
    }
}
