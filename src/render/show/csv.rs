//! The table of `show`.

use super::json::key;
use crate::case::Case;
use crate::money::Cents;
use crate::render::csv::CsvTable;
use crate::render::json::path;
use crate::statements::{By, ClosingCash, EntrySheet};

/// The columns that an entry's row in `show` may fill, after its id and period.
const AMOUNTS: [&str; 15] = [
    "accrual",
    "cash",
    "cashable",
    "transfer",
    "depreciation",
    "sale",
    "gain",
    "draw",
    "interest",
    "added",
    "principal",
    "set_apart",
    "released",
    "reserved",
    "balance",
];

/// What entries post and pay: a row an entry and period, closing cash last where it is asked for.
///
/// # Errors
/// When the table cannot be written.
pub fn table(
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
