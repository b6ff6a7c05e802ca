//! The table of prices.

use super::Shown;
use crate::render::csv::CsvTable;
use crate::render::sensitivity::json::number;
use crate::words::{Language, Text, Word, percent};

const COLUMNS: [&str; 18] = [
    "path",
    "name",
    "name_nl",
    "value",
    "year",
    "unit",
    "per",
    "role",
    "role_inferred",
    "kind",
    "transfer",
    "part_of",
    "grade",
    "source",
    "page",
    "note",
    "price",
    "level_year",
];

/// The prices, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn table(shown: &Shown<'_>) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    for at in &shown.prices {
        let listed = at.listed;
        let said = |text: &Text| text.to_people(Language::En).to_owned();
        let text = |text: &Option<Text>| text.as_ref().map(said).unwrap_or_default();
        table.row([
            at.path(shown),
            said(&listed.name),
            listed.name.to_people(Language::Nl).to_owned(),
            number(listed.value),
            listed.year.to_string(),
            said(&listed.unit),
            listed.per.map(Word::spelled).unwrap_or_default().to_owned(),
            listed.role.map(Word::spelled).unwrap_or_default().to_owned(),
            listed.role_inferred.to_string(),
            listed.kind.map(Word::spelled).unwrap_or_default().to_owned(),
            percent(listed.transfer.0),
            listed.part_of.clone().unwrap_or_default(),
            listed.grade.spelled().to_owned(),
            said(&listed.source),
            text(&listed.page),
            text(&listed.note),
            number(at.level.price),
            at.level.year.to_string(),
        ])?;
    }
    table.text()
}
