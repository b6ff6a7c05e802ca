//! One entry through time: its periods below each other, as in a loan's table.

use super::{amount, figures, name, periods, words};
use crate::case::{Case, Form};
use crate::language::{Message, Section, Show};
use crate::money::Cents;
use crate::render::blocks::{Block, Cell, Report, ReportTable, Role, Row};
use crate::render::json::path;
use crate::statements::{By, EntrySheet, Group, Line};

/// A heading with its name and path, and its table.
pub fn add(report: &mut Report, case: &Case, sheet: &EntrySheet, by: By) {
    let name = name(report.language, case, sheet.group, sheet.place);
    let path = path(case, sheet.group, sheet.place).unwrap_or_default();
    report.blocks.push(Block::Heading(format!("{name}: {path}")));
    let in_kind = case.funding.get(sheet.place).filter(|_| sheet.group == Group::Funding);
    if in_kind.is_some_and(|entry| matches!(entry.what.form, Form::InKind(_))) {
        report.say(&Message::Show(Show::NoCash));
    }
    let lines: Vec<_> = sheet.sheet.lines.iter().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        report.say(&Message::Show(Show::Nothing(Section::Entry)));
        return;
    }
    let table = table(report, case, sheet.group, &lines, by);
    report.table(table);
}

fn table(report: &mut Report, case: &Case, group: Group, lines: &[&Line], by: By) -> ReportTable {
    let mut columns = vec![words(report, Show::Period(by))];
    columns.extend(
        lines.iter().map(|line| figures(report, Show::OfEntry { label: line.label, group })),
    );
    let mut rows: Vec<_> = at_start(report, lines).into_iter().collect();
    let mut quiet = false;
    for (place, period) in periods(report.language, case, by).into_iter().enumerate() {
        if happens(lines, place) {
            rows.push(row(period, lines, place));
        } else {
            quiet = true;
        }
    }
    rows.push(whole(report, lines));
    if quiet {
        report.say(&Message::Show(Show::Quiet(by)));
    }
    ReportTable { columns, rows, ..ReportTable::default() }
}

/// Whether something is posted or paid in a period; that something is owed still is no event.
fn happens(lines: &[&Line], place: usize) -> bool {
    let mut flows = lines.iter().filter(|line| !line.stock);
    flows.any(|line| line.amounts.get(place).is_some_and(|&amount| amount != Cents::ZERO))
}

fn at_start(report: &Report, lines: &[&Line]) -> Option<Row> {
    let opening = |line: &&Line| line.opening.filter(|&opening| opening != Cents::ZERO);
    lines.iter().any(|line| opening(line).is_some()).then(|| {
        let name = Cell::Text(report.language.say(&Message::Show(Show::AtStart)));
        let cells = lines.iter().map(|line| opening(line).map_or(Cell::Nothing, Cell::Money));
        Row::plain(std::iter::once(name).chain(cells).collect())
    })
}

fn row(period: String, lines: &[&Line], place: usize) -> Row {
    let cell = |line: &&Line| line.amounts.get(place).map_or(Cell::Nothing, |&cents| amount(cents));
    Row::plain(std::iter::once(Cell::Text(period)).chain(lines.iter().map(cell)).collect())
}

fn whole(report: &Report, lines: &[&Line]) -> Row {
    let words = report.language.say(&Message::Show(Show::Whole { beside_start: false }));
    let cells = lines.iter().map(|line| line.whole.map_or(Cell::Nothing, Cell::Money));
    Row { role: Role::Total, cells: std::iter::once(Cell::Text(words)).chain(cells).collect() }
}
