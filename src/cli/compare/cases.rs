//! The columns of cases.

use super::{Column, Views};
use crate::case;
use crate::cli::disk::Disk;
use crate::cli::files::NotRead;
use crate::document::{Document, Problem, Table, Unread};
use crate::overlay::Scenario;
use crate::render::compare as content;
use crate::whatif::{self, CaseFigures, Side, SideSubject, Trial, tried};
use std::path::Path;

/// How cases are shown.
pub const VIEWS: Views<CaseFigures> =
    Views { report: content::report, json: content::json::object, csv: content::csv::table };

/// The case itself, and each of these scenarios.
pub fn under(
    document: &Document,
    file: &str,
    scenarios: &[Scenario],
    tables: &[Table],
) -> impl Iterator<Item = Column<CaseFigures>> {
    let sides = whatif::under(document, file, scenarios, tables);
    sides.into_iter().filter_map(|side| match side {
        // What is wrong with the case is told of the case.
        Err(problems) if problems.is_empty() => None,
        side => Some(Column::of(side.map_err(|problems| wrong(document, problems)))),
    })
}

/// The column of a file.
pub fn column(path: &Path, document: &Document, _: &Disk) -> Result<Side<CaseFigures>, NotRead> {
    let trial = Trial::of(document.clone()).map_err(|problems| wrong(document, problems))?;
    let (file, name) = (path.display().to_string(), trial.case.name.clone());
    let subject = SideSubject { file, name, scenario: None };
    tried(&trial, subject, Vec::new()).map_err(|problems| wrong(document, problems))
}

fn wrong(document: &Document, problems: Vec<Problem>) -> NotRead {
    let unread = Unread { sources: document.sources.clone(), problems };
    NotRead::Wrong(vec![unread], case::language(document))
}
