//! The table of `sources`.

use crate::document::Places;
use crate::render::csv::CsvTable;
use crate::render::json::figure;
use crate::render::sensitivity::Told;
use crate::render::sensitivity::json::number;
use crate::whatif::sources::Register;
use crate::words::Word;

const COLUMNS: [&str; 8] =
    ["path", "kind", "value", "file", "line", "confirmed", "source", "swing"];

/// The figures, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn table<T: Told>(told: &T, register: &Register<T::Margin>) -> Result<String, csv::Error> {
    let places = Places::of(&told.document().sources);
    let mut table = CsvTable::new(COLUMNS)?;
    for registered in &register.figures {
        let (file, line) = match places.told(registered.place) {
            Some((file, line, _)) => (file, line.to_string()),
            None => ("", String::new()),
        };
        let basis = &registered.basis;
        let said = basis.said().map(|said| said.to_programs(told.language()));
        table.row([
            registered.input.path().as_str(),
            registered.input.kind.spelled(),
            &number(registered.input.value),
            file,
            &line,
            if basis.is_confirmed() { "true" } else { "false" },
            said.unwrap_or_default(),
            &registered.swing.map(figure).unwrap_or_default(),
        ])?;
    }
    table.text()
}
