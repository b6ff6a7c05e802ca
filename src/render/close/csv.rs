//! The table of `close`.

use super::json::{hundredths, unit, year_of_ask};
use crate::case::Case;
use crate::money::Cents;
use crate::render::csv::CsvTable;
use crate::whatif::{Closing, Sums};

/// The columns of `close`: a row a lever, then a row a party that is asked.
const COLUMNS: [&str; 12] = [
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

/// The levers of a case, a row each, and the parties that are asked.
///
/// # Errors
/// When the table cannot be written.
pub fn table(case: &Case, closing: &Closing) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    let blank = String::new;
    for pulled in &closing.levers {
        let figure = pulled.value.map(hundredths).unwrap_or_default();
        let (value, limit) = if closing.closes { (blank(), figure) } else { (figure, blank()) };
        let (id, unit) = (pulled.lever.id(), unit(case, pulled.lever.unit()));
        let row = ["lever".to_owned(), id, unit, value, limit];
        table.row(row.into_iter().chain(std::iter::repeat_n(blank(), 7)))?;
    }
    let year = year_of_ask(case).unwrap_or_default();
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
