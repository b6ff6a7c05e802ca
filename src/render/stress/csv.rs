//! The table of `stress`: a row a shock, the case as it is first.

use crate::render::csv::CsvTable;
use crate::render::json::figure;
use crate::whatif::stress::{Standing, Stressed};

const COLUMNS: [&str; 10] = [
    "stress",
    "applies",
    "reason",
    "verdict",
    "margin_test",
    "margin",
    "lowest_cash",
    "month",
    "runs_out",
    "contribution",
];

/// The shocks, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn table(stressed: &Stressed) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    table.row(row("", "", "", Some(&stressed.unshocked)))?;
    for shocked in &stressed.shocks {
        let id = shocked.shock.id();
        table.row(match &shocked.outcome {
            Ok(hit) => row(id, "true", "", Some(&hit.standing)),
            Err(why) => row(id, "false", why.id(), None),
        })?;
    }
    table.text()
}

fn row(id: &str, applies: &str, reason: &str, standing: Option<&Standing>) -> [String; 10] {
    let said = |say: &dyn Fn(&Standing) -> String| standing.map(say).unwrap_or_default();
    [
        id.to_owned(),
        applies.to_owned(),
        reason.to_owned(),
        said(&|it| it.verdict.id().to_owned()),
        said(&|it| it.margin.test.id().to_owned()),
        said(&|it| figure(it.margin.by)),
        said(&|it| it.lowest.to_string()),
        said(&|it| it.month.to_string()),
        said(&|it| it.runs_out.map(|month| month.to_string()).unwrap_or_default()),
        said(&|it| it.contribution.map(|amount| amount.to_string()).unwrap_or_default()),
    ]
}
