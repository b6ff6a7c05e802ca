//! A fund for spreadsheets: the same in every language.

use super::json::name;
use crate::document::printable;
use crate::fund::FundAssessment;
use crate::money::Cents;
use crate::render::check::csv::{COLUMNS, expect, tally};
use crate::render::csv::CsvTable;
use crate::whatif::sources::Tally;

/// The columns of a fund's books, a row a month.
const BOOKS: [&str; 13] = [
    "month",
    "additions",
    "lent",
    "idle_interest",
    "interest",
    "principal",
    "losses",
    "costs",
    "cash",
    "set_aside",
    "outstanding",
    "ended",
    "why",
];

/// The test that a conditional fund passes.
const NOMINAL: &str = "capital_nominal";

/// The books of a fund, a row a month.
///
/// # Errors
/// When the table cannot be written.
pub fn books(assessment: &FundAssessment) -> Result<String, csv::Error> {
    let ledger = &assessment.run.ledger;
    let columns = [
        &ledger.additions,
        &ledger.lent,
        &ledger.idle_interest,
        &ledger.interest,
        &ledger.principal,
        &ledger.losses,
        &ledger.costs,
        &ledger.cash,
        &ledger.set_aside,
        &ledger.outstanding,
    ];
    let mut table = CsvTable::new(BOOKS)?;
    for (place, number) in (0..assessment.fund.horizon.end()).enumerate() {
        let month = assessment.fund.horizon.month(number).to_string();
        let amounts = columns
            .iter()
            .map(|column| column.get(place).map(Cents::to_string).unwrap_or_default());
        let ended = assessment.run.applications.iter().filter(|it| it.ended() == Some(place));
        let (ids, whys): (Vec<_>, Vec<_>) =
            ended.map(|it| (name(assessment, it), it.fate.why().unwrap_or_default())).unzip();
        let ended = [ids.join(" "), whys.join(" ")];
        table.row(std::iter::once(month).chain(amounts).chain(ended))?;
    }
    table.text()
}

/// Whether a fund keeps its capital, in the table that `check` makes of cases.
///
/// # Errors
/// When the table cannot be written.
pub fn tests(file: &str, assessment: &FundAssessment, tally: Tally) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    for row in test_rows(file, assessment, tally) {
        table.row(row)?;
    }
    table.text()
}

/// Whether a fund keeps its capital, as rows of that table: its cash,
/// its worth in prices of the start, and its worth as it stands. A fund has one run, so both of
/// the runs say the same.
fn test_rows(file: &str, assessment: &FundAssessment, tally: Tally) -> [[String; 18]; 3] {
    let FundAssessment { measures, standing, .. } = assessment;
    let blank = String::new;
    let [expected, met] = expect(assessment.fund.expect, assessment.verdict);
    let [figures, unconfirmed] = self::tally(tally);
    let row = |test: &str, passes: bool, threshold: Cents, figure: Cents, month: String| {
        let result = if passes { "pass" } else { "fail" };
        let required = test != NOMINAL;
        [
            printable(file).into_owned(),
            assessment.verdict.id().to_owned(),
            test.to_owned(),
            required.to_string(),
            threshold.to_string(),
            result.to_owned(),
            figure.to_string(),
            month,
            result.to_owned(),
            figure.to_string(),
            expected.to_owned(),
            met.to_owned(),
            blank(),
            blank(),
            blank(),
            blank(),
            figures.clone(),
            unconfirmed.clone(),
        ]
    };
    let (lowest, month) = measures.lowest;
    [
        row("liquidity", standing.pays, Cents::ZERO, lowest, month.to_string()),
        row("capital", standing.keeps, measures.put_in_real, measures.net_worth_real, blank()),
        row(NOMINAL, standing.keeps_nominally, measures.put_in, measures.net_worth, blank()),
    ]
}
