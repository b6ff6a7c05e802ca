//! What entries rest on, as the file says it.

use super::say;
use crate::case::Case;
use crate::language::{Language, Message, Page, Rests};
use crate::render::blocks::{Align, Cell, Column, Report, ReportTable, Row};
use crate::statements::Group;
use crate::whatif::is_assumption;
use crate::words::Text;

/// Entries with what they rest on: first those that nobody has confirmed.
pub(super) fn rested(report: &mut Report, entries: &[(&str, Rests<'_>)]) {
    let (named, unconfirmed): (Vec<_>, Vec<_>) =
        entries.iter().copied().partition(|(_, rests)| matches!(rests, Rests::Named(_)));
    if !unconfirmed.is_empty() {
        say(report, Page::Unconfirmed(unconfirmed.len()));
        sources(report, &unconfirmed);
    }
    if !named.is_empty() {
        say(report, Page::Confirmed(named.len()));
        sources(report, &named);
    }
}

/// An entry with what it rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resting<'a> {
    /// Its group.
    pub group: Group,
    /// Its place there.
    pub place: usize,
    /// Its name.
    pub name: &'a str,
    /// What it rests on.
    pub rests: Rests<'a>,
}

/// Every entry of a case with what it rests on.
pub(super) fn entries(case: &Case, language: Language) -> Vec<Resting<'_>> {
    let all = case.entries().map(|entry| {
        let rests = rests(entry.source, language);
        let (group, place) = (entry.group, entry.place);
        Resting { group, place, name: entry.name.to_people(language), rests }
    });
    all.collect()
}

/// What something rests on, by what the file says.
pub(super) fn rests(source: Option<&Text>, language: Language) -> Rests<'_> {
    match source {
        None => Rests::Unsaid,
        Some(said) if is_assumption(said) => Rests::Assumed(said.to_people(language)),
        Some(said) => Rests::Named(said.to_people(language)),
    }
}

/// Entries with what they rest on, a row each.
pub(super) fn sources(report: &mut Report, entries: &[(&str, Rests<'_>)]) {
    let language = report.language;
    let head = |page| Column { head: language.say(&Message::Page(page)), align: Align::Left };
    let row = |(name, rests): &(&str, Rests<'_>)| {
        let source = match *rests {
            Rests::Unsaid => report.cell(&Message::Page(Page::NoSource)),
            Rests::Assumed(said) | Rests::Named(said) => Cell::Text(said.to_owned()),
        };
        Row::plain(vec![Cell::Text((*name).to_owned()), source])
    };
    let rows = entries.iter().map(row).collect();
    let columns = vec![head(Page::Entry), head(Page::Source)];
    report.table(ReportTable { columns, rows, ..ReportTable::default() });
}
