//! The table of `simulate`.

use super::json::four_decimals;
use crate::case::Case;
use crate::money::Cents;
use crate::render::csv::CsvTable;
use crate::render::json::path;
use crate::statements::Group;
use crate::whatif::simulate::{PERCENTAGES, Simulation, Spread};

/// The figures: what a figure is of, which one it is, and its value.
///
/// # Errors
/// When the table cannot be written.
pub fn table(case: &Case, found: &Simulation) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(["of", "figure", "value"])?;
    let mut row = |of: &str, figure: &str, value: &str| table.row([of, figure, value]);
    row("simulation", "draws", &found.draws.to_string())?;
    row("simulation", "seed", &found.seed.to_string())?;
    let mut parts = vec![("closes".to_owned(), found.closes)];
    parts.push(("conditional".to_owned(), found.conditional));
    for request in &found.requests {
        let id = path(case, Group::Funding, request.place).unwrap_or_default();
        parts.push((format!("{id} with"), request.with));
        parts.push((format!("{id} without"), request.without));
    }
    for (of, part) in parts {
        let (low, high) = part.interval();
        row(&of, "share", &four_decimals(&part.share()))?;
        row(&of, "low", &low.to_string())?;
        row(&of, "high", &high.to_string())?;
    }
    let money = |spread: Option<Spread<Cents>>| spread.map(|s| s.figures.map(|c| c.to_string()));
    let spreads = [
        ("lowest_cash", money(found.lowest_cash)),
        ("structural", money(found.structural)),
        ("public_return", found.public_return.map(|s| s.figures.map(|r| four_decimals(&r)))),
    ];
    for (of, figures) in spreads {
        for (at, figure) in PERCENTAGES.iter().zip(figures.iter().flatten()) {
            row(of, &at.to_string(), figure)?;
        }
    }
    for bin in &found.histogram {
        row("histogram", &bin.from.to_string(), &bin.count.to_string())?;
    }
    for driver in &found.drivers {
        let correlation = driver.correlation.map(|value| value.to_string()).unwrap_or_default();
        row(&driver.path, "correlation", &correlation)?;
    }
    table.text()
}
