//! What entries rest on, as the file says it.

use super::say;
use crate::case::Case;
use crate::language::{Language, Message, Page, Rests};
use crate::render::blocks::{Align, Cell, Column, Report, ReportTable, Row};
use crate::statements::Group;

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
        let rests = rests(entry.source.map(|source| source.to_people(language)));
        let (group, place) = (entry.group, entry.place);
        Resting { group, place, name: entry.name.to_people(language), rests }
    });
    all.collect()
}

/// What a figure rests on, by what the file says.
pub(super) fn rests(source: Option<&str>) -> Rests<'_> {
    let Some(said) = source.filter(|said| !said.trim().is_empty()) else { return Rests::Unsaid };
    let begins = said.to_lowercase();
    let mut words = begins.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.next() {
        Some("assumption" | "assumptions" | "aanname" | "aannames" | "verzonnen") => {
            Rests::Assumed(said)
        }
        Some("made") if words.next() == Some("up") => Rests::Assumed(said),
        _ => Rests::Named(said),
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
