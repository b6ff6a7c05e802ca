//! The report of `show`: the tables behind the verdict, in the order in which a bank or a
//! municipality reads them, or one entry at a time.

pub mod csv;
mod entry;
pub mod json;
pub(super) mod sheet;
mod worth;

use super::blocks::{Align, Block, Cell, Column, Report};
use super::json::path;
use super::subject::Subject;
use crate::calendar::Month;
use crate::case::Case;
use crate::language::{Basis, Language, Message, Section, Show, numbers};
use crate::money::Cents;
use crate::overlay::Layers;
use crate::statements::{By, Counted, EntrySheet, Group, Overview};
use crate::words::Word;

/// All tables of a case.
pub fn report(
    subject: Subject<'_>,
    case: &Case,
    overview: &Overview,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    head(&mut report, subject.layers, case, Show::Title(case.name.to_people(language)));
    report.say(&Message::Show(Show::Basis(basis(case, overview, language))));
    tables(&mut report, case, overview);
    one_entry(&mut report, subject, case, overview.counted);
    report
}

/// Every table.
pub(super) fn tables(report: &mut Report, case: &Case, overview: &Overview) {
    for sheet in &overview.sheets {
        sheet::add(report, case, sheet, overview.by);
    }
    worth::add(report, case, &overview.worth);
}

/// Some entries of a case, each on its own.
pub fn entries(
    layers: &Layers,
    case: &Case,
    sheets: &[EntrySheet],
    by: By,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    let title = Show::Entries { case: case.name.to_people(language), count: sheets.len() };
    head(&mut report, layers, case, title);
    for sheet in sheets {
        entry::add(&mut report, case, sheet, by);
    }
    report
}

fn head(report: &mut Report, layers: &Layers, case: &Case, title: Show<'_>) {
    report.lead(&Message::Show(title));
    report.laid(layers);
    report.say(&Message::Scope {
        from: case.horizon.start,
        until: case.horizon.last(),
        length: case.horizon.end(),
        currency: &case.currency,
    });
}

fn basis<'a>(case: &'a Case, overview: &Overview, language: Language) -> Basis<'a> {
    let requested: Vec<_> = case
        .funding
        .iter()
        .filter(|entry| entry.what.is_requested())
        .map(|entry| entry.name.to_people(language))
        .collect();
    match (requested.len(), overview.counted) {
        (0, _) => Basis::NothingRequested,
        (count, Counted::All) => Basis::WithRequests(count),
        (_, Counted::Certain) => Basis::Without(requested),
    }
}

/// The command that shows an entry on its own, on the same funding: the first, as an example.
fn one_entry(report: &mut Report, subject: Subject<'_>, case: &Case, counted: Counted) {
    let first = Group::all().find_map(|group| path(case, group, 0));
    let Some(first) = first else { return };
    report.say(&Message::Show(Show::OneEntry));
    let mut after = vec!["--entry", &first, "--by", "month"];
    match counted {
        Counted::All => {}
        Counted::Certain => after.extend(["--funding", "certain"]),
    }
    report.command(subject.command(&["show"], &after));
}

/// The name of an entry, and that it is requested if it is.
pub(crate) fn name(language: Language, case: &Case, group: Group, place: usize) -> String {
    let name =
        case.entry(group, place).map(|entry| entry.name.to_people(language)).unwrap_or_default();
    if is_requested(case, group, place) {
        language.say(&Message::Show(Show::Requested(name)))
    } else {
        name.to_owned()
    }
}

fn is_requested(case: &Case, group: Group, place: usize) -> bool {
    let funding = case.funding.get(place).filter(|_| group == Group::Funding);
    funding.is_some_and(|entry| entry.what.is_requested())
}

/// What each period is called.
pub(crate) fn periods(language: Language, case: &Case, by: By) -> Vec<String> {
    let firsts = (0..case.horizon.end()).step_by(by.months());
    let months = firsts.map(|number| case.horizon.month(number));
    let say = |month: Month| match by {
        By::Quarter => language.say(&Message::Show(Show::Quarter(month))),
        By::Month | By::Year => numbers::short_month(language, month),
    };
    match by {
        By::Month | By::Quarter => months.map(say).collect(),
        By::Year => by.labels(case.horizon),
    }
}

fn words(report: &Report, head: Show) -> Column {
    Column { head: report.language.say(&Message::Show(head)), align: Align::Left }
}

fn figures(report: &Report, head: Show) -> Column {
    Column { head: report.language.say(&Message::Show(head)), align: Align::Right }
}

fn heading(report: &mut Report, section: Section) {
    let words = report.language.say(&Message::Show(Show::Heading(section)));
    report.blocks.push(Block::Heading(words));
}

/// An amount among others, of which most are often nothing.
fn amount(cents: Cents) -> Cell {
    if cents == Cents::ZERO { Cell::NoMoney } else { Cell::Money(cents) }
}
