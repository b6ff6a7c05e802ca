//! The columns of funds.

use super::{Column, Views};
use crate::cli::disk::Disk;
use crate::cli::files::NotRead;
use crate::document::{Document, Source, Table};
use crate::fund::{self, FundFigures};
use crate::overlay::Scenario;
use crate::render::compare::fund as content;
use crate::whatif::Side;
use std::path::Path;

/// How funds are shown.
pub const VIEWS: Views<FundFigures> =
    Views { report: content::report, json: content::json::object, csv: content::csv::table };

/// The fund itself, and each of these scenarios.
pub fn under(
    document: &Document,
    file: &str,
    scenarios: &[Scenario],
    tables: &[Table],
    disk: &Disk,
) -> impl Iterator<Item = Column<FundFigures>> {
    let language = fund::language(document);
    let case_of_fund = |path: &str, seen_from: &Source| disk.case_of_fund(path, seen_from);
    let sides = fund::under(document, file, scenarios, tables, &case_of_fund);
    sides.into_iter().filter_map(move |side| match side {
        // What is wrong with the fund is told of the fund.
        Err(unread) if unread.is_empty() => None,
        side => Some(Column::of(side.map_err(|unread| NotRead::Wrong(unread, language)))),
    })
}

/// The column of a file.
pub fn column(path: &Path, document: &Document, disk: &Disk) -> Result<Side<FundFigures>, NotRead> {
    let case_of_fund = |path: &str, seen_from: &Source| disk.case_of_fund(path, seen_from);
    let file = path.display().to_string();
    let side = fund::tried(document, &file, &case_of_fund);
    side.map_err(|unread| NotRead::Wrong(unread, fund::language(document)))
}
