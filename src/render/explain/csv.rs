//! `explain --format csv`: a row for each step and input, deeper ones after what they belong to.

use super::json::{Writer, from};
use crate::case::Case;
use crate::document::Document;
use crate::explain::list::every_path;
use crate::explain::node::{Node, Origin, What};
use crate::render::csv::CsvTable;

const HEAD: [&str; 11] = [
    "level", "path", "name", "value", "unit", "formula", "from", "file", "line", "column", "source",
];

/// A figure with its steps.
///
/// # Errors
/// When the table cannot be written.
pub fn table(document: &Document, case: &Case, node: &Node) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(HEAD)?;
    add(&mut table, &Writer::of(document, case), 0, "", node)?;
    table.text()
}

fn add(
    table: &mut CsvTable,
    writer: &Writer,
    level: usize,
    name: &str,
    node: &Node,
) -> Result<(), csv::Error> {
    let value = node.value.written(node.unit);
    let formula = node.formula.to_string();
    let unit = writer.unit(node.unit);
    let row = [&level.to_string(), &node.path, name, &value, unit, &formula];
    table.row(row.into_iter().chain([""; 5]))?;
    for input in &node.inputs {
        let name = input.name.id();
        match &input.what {
            What::Step(step) => add(table, writer, level + 1, name, step)?,
            What::Given(given) => {
                let place = match given.origin {
                    Origin::File(place)
                    | Origin::Figure(Some(place))
                    | Origin::Above(Some(place)) => writer.line_column(place),
                    Origin::Default | Origin::Figure(None) | Origin::Above(None) => None,
                };
                let (file, line, column) = match place {
                    Some((file, line, column)) => (file, line.to_string(), column.to_string()),
                    None => ("", String::new(), String::new()),
                };
                table.row([
                    (level + 1).to_string().as_str(),
                    &given.path,
                    name,
                    &given.value.written(given.unit),
                    writer.unit(given.unit),
                    "",
                    from(given.origin),
                    file,
                    &line,
                    &column,
                    writer.source(given).unwrap_or_default(),
                ])?;
            }
        }
    }
    Ok(())
}

/// Every path that can be asked, a row each.
///
/// # Errors
/// When the table cannot be written.
pub fn paths(case: &Case) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(["path"])?;
    for path in every_path(case) {
        table.row([path])?;
    }
    table.text()
}
