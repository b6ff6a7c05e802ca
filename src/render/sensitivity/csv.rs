//! The tables of `sensitivity`.

use super::json::number;
use crate::render::csv::CsvTable;
use crate::render::json::figure;
use crate::whatif::Leeway;
use crate::whatif::sensitivity::{Grid, Sensitivity};
use crate::words::Word;

const COLUMNS: [&str; 11] = [
    "path",
    "kind",
    "value",
    "low",
    "high",
    "low_test",
    "low_margin",
    "high_test",
    "high_margin",
    "swing",
    "turns_at",
];

/// The numbers, a row each; the first `top` of them if that is given.
///
/// # Errors
/// When the table cannot be written.
pub fn table<M: Leeway>(
    sensitivity: &Sensitivity<M>,
    top: Option<usize>,
) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    for swing in sensitivity.swings.iter().take(top.unwrap_or(usize::MAX)) {
        table.row([
            swing.input.path(),
            swing.input.kind.spelled().to_owned(),
            number(swing.input.value),
            number(swing.low.value),
            number(swing.high.value),
            test(swing.low.margin),
            room(swing.low.margin),
            test(swing.high.margin),
            room(swing.high.margin),
            swing.size.map(figure).unwrap_or_default(),
            swing.turns_at.map(number).unwrap_or_default(),
        ])?;
    }
    table.text()
}

fn test<M: Leeway>(margin: Option<M>) -> String {
    margin.map(|margin| margin.id().to_owned()).unwrap_or_default()
}

fn room<M: Leeway>(margin: Option<M>) -> String {
    margin.map(|margin| figure(margin.by())).unwrap_or_default()
}

/// The margin over two numbers: a row for each pair of values.
///
/// # Errors
/// When the table cannot be written.
pub fn grid<M: Leeway>(grid: &Grid<M>) -> Result<String, csv::Error> {
    let (rows, columns) = (grid.rows.input.path(), grid.columns.input.path());
    let mut table = CsvTable::new([rows.as_str(), columns.as_str(), "test", "margin"])?;
    for (&down, margins) in grid.rows.values.iter().zip(&grid.margins) {
        for (&across, &margin) in grid.columns.values.iter().zip(margins) {
            table.row([number(down), number(across), test(margin), room(margin)])?;
        }
    }
    table.text()
}
