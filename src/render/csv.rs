//! Tables for spreadsheets: the same in every language.

use crate::document::printable;
use csv::Writer;
use std::borrow::Cow;

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
