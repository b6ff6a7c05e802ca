//! The report of `compare`: cases or funds side by side, figure by figure, and what makes them differ.

pub mod csv;
mod figures;
pub mod fund;
pub mod json;

use super::blocks::{Align, Block, Called, Column, Report};
use super::subject;
use crate::language::{Compare, Compared, Kind, Language, Message};
use crate::overlay::Layers;
use crate::statements::Counted;
use crate::whatif::{CaseFigures, Changed, Comparison, Side, SideSubject};
use crate::words::{Key, Word};

/// How many changes of a column are told: more than a scenario has, fewer than another file has.
const MOST_CHANGES: usize = 40;

/// What was asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is laid over all columns.
    pub layers: &'a Layers,
    /// Whether files outside their folder or repository may be read.
    pub outside: bool,
    /// Whether all that was to be compared could be.
    pub complete: bool,
}

/// The report of cases side by side.
pub fn report(
    comparison: &Comparison<CaseFigures>,
    asked: Asked<'_>,
    language: Language,
) -> Report {
    let tables = Tables { verdict: figures::verdict, figures: figures::add };
    framed(Kind::Case, comparison, asked, &tables, language)
}

/// A case beside its scenarios: how to read it, and the tables.
pub(crate) fn side_by_side(
    report: &mut Report,
    comparison: &Comparison<CaseFigures>,
    called: Called<'_>,
) {
    let tables = Tables { verdict: figures::verdict, figures: figures::add };
    beside_scenarios(report, Kind::Case, comparison, (&tables, called));
}

fn beside_scenarios<F>(
    report: &mut Report,
    kind: Kind,
    comparison: &Comparison<F>,
    shown: (&Tables<F>, Called<'_>),
) {
    let heads = heads(&comparison.sides, report.language);
    if let Some(first) = heads.first() {
        say(report, Compare::HowToRead { kind, first });
    }
    together(report, comparison, &heads, shown);
}

/// The verdicts side by side, what each changes, and the figures.
fn together<F>(
    report: &mut Report,
    comparison: &Comparison<F>,
    heads: &[String],
    (tables, called): (&Tables<F>, Called<'_>),
) {
    (tables.verdict)(report, comparison, heads);
    changes(report, &comparison.sides, heads, called);
    (tables.figures)(report, comparison, heads);
}

/// What adds the tables of figures: comparison and heads of the columns are given.
struct Tables<F> {
    /// Of the verdicts, before what changes.
    verdict: fn(&mut Report, &Comparison<F>, &[String]),
    /// Of all else.
    figures: fn(&mut Report, &Comparison<F>, &[String]),
}

/// The report of things side by side, whatever their figures are.
fn framed<F>(
    kind: Kind,
    comparison: &Comparison<F>,
    asked: Asked<'_>,
    tables: &Tables<F>,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    let heads = heads(&comparison.sides, language);
    lead(&mut report, kind, &comparison.sides);
    report.laid(asked.layers);
    mind(&mut report, kind, comparison, &heads);
    if let (Some(first), true) = (heads.first(), heads.len() > 1) {
        say(&mut report, Compare::HowToRead { kind, first });
    } else if asked.complete {
        say(&mut report, Compare::NoScenarios);
    }
    together(&mut report, comparison, &heads, (tables, &str::to_owned));
    next(&mut report, asked, &comparison.sides);
    report
}

fn say(report: &mut Report, message: Compare<'_>) {
    report.say(&Message::Compare(message));
}

fn heading(report: &mut Report, section: Compared, counted: Option<Counted>) {
    let words = report.language.say(&Message::Compare(Compare::Heading { section, counted }));
    report.blocks.push(Block::Heading(words));
}

/// Whether the sides are a file and its scenarios, rather than files.
fn is_of_scenarios<F>(sides: &[Side<F>]) -> bool {
    sides.iter().skip(1).all(|side| side.subject.scenario.is_some())
}

/// What stands over each column: a scenario's name; of files the name that they give themselves, or
/// the file where several have the same name.
fn heads<F>(sides: &[Side<F>], language: Language) -> Vec<String> {
    if is_of_scenarios(sides) {
        let base = || language.say(&Message::Compare(Compare::Base));
        let head = |subject: &SideSubject| {
            subject.scenario.as_ref().map(|(_, name)| name.to_people(language).to_owned())
        };
        return sides.iter().map(|side| head(&side.subject).unwrap_or_else(base)).collect();
    }
    let names: Vec<_> = sides.iter().map(|side| side.subject.name.to_people(language)).collect();
    let head = |(side, name): (&Side<F>, &&str)| {
        let alone = names.iter().filter(|other| *other == name).count() == 1;
        if alone { (*name).to_owned() } else { side.subject.file.clone() }
    };
    sides.iter().zip(&names).map(head).collect()
}

fn lead<F>(report: &mut Report, kind: Kind, sides: &[Side<F>]) {
    let Some(first) = sides.first() else { return };
    let lead = if is_of_scenarios(sides) {
        Compare::Scenarios {
            kind,
            name: first.subject.name.to_people(report.language),
            count: sides.len() - 1,
        }
    } else {
        Compare::Files(kind, sides.len())
    };
    report.lead(&Message::Compare(lead));
}

/// In what the columns are too unlike to be compared.
fn mind<F>(report: &mut Report, kind: Kind, comparison: &Comparison<F>, heads: &[String]) {
    let unlike = &comparison.unlike;
    if let (Some(first), true, true) =
        (comparison.sides.first(), unlike.currencies.is_empty(), unlike.horizons.is_empty())
    {
        report.say(&Message::Scope {
            from: first.horizon.start,
            until: first.horizon.last(),
            length: first.horizon.end(),
            currency: &first.currency,
        });
    }
    for (side, head) in comparison.sides.iter().zip(heads) {
        let file = &side.subject.file;
        let is_name = head == side.subject.name.to_people(report.language);
        if side.subject.scenario.is_none() && is_name && heads.len() > 1 {
            say(report, Compare::FileOf { head, file });
        }
    }
    if !unlike.currencies.is_empty() {
        say(report, Compare::Currencies(kind, &unlike.currencies));
    }
    if !unlike.horizons.is_empty() {
        say(report, Compare::Horizons(kind));
        let looks_at = unlike.horizons.iter().zip(heads);
        report.list(looks_at.map(|(looks, head)| {
            Message::Compare(Compare::LooksAt { head, horizon: looks.horizon })
        }));
    }
}

/// What each changes in the first.
fn changes<F>(report: &mut Report, sides: &[Side<F>], heads: &[String], called: Called<'_>) {
    let others = sides.iter().zip(heads).skip(1);
    let told: Vec<_> = others
        .filter(|(side, _)| side.subject.scenario.is_some() || !side.changes.is_empty())
        .collect();
    if told.is_empty() {
        return;
    }
    heading(report, Compared::Changes, None);
    for (side, head) in told {
        match &side.subject.scenario {
            Some((id, name)) => {
                let name = name.to_people(report.language);
                say(report, Compare::ChangedBy { name, id });
            }
            None => say(report, Compare::ChangedIn(head)),
        }
        let shown: Vec<_> = side.changes.iter().take(MOST_CHANGES).collect();
        let whats: Vec<_> = shown.iter().map(|changed| called(what(changed).0)).collect();
        let changes = shown.iter().zip(&whats).map(|(changed, name)| Compare::Changed {
            what: name,
            switch: what(changed).1,
            from: changed.from.as_ref(),
            to: changed.to.as_ref(),
            since: changed.since,
        });
        let mut changes: Vec<_> = changes.collect();
        if changes.is_empty() {
            changes.push(Compare::NothingChanged);
        }
        if side.changes.len() > MOST_CHANGES {
            changes.push(Compare::MoreChanged(side.changes.len() - MOST_CHANGES));
        }
        report.list(changes.into_iter().map(Message::Compare));
    }
}

/// The path of what is changed, and whether that is an entry which is switched on or off.
fn what(changed: &Changed) -> (&str, bool) {
    let switched = changed.path.rsplit_once('.').filter(|(_, key)| *key == Key::Off.spelled());
    switched.map_or((&changed.path, false), |(entry, _)| (entry, true))
}

/// How to see one of the scenarios by itself, with what is laid over all of them.
fn next<F>(report: &mut Report, asked: Asked<'_>, sides: &[Side<F>]) {
    let scenario = sides.iter().find_map(|side| {
        side.subject.scenario.as_ref().map(|(id, _)| (side.subject.file.as_str(), id))
    });
    if let Some((file, id)) = scenario.filter(|_| is_of_scenarios(sides)) {
        report.heading(crate::language::Heading::Next);
        say(report, Compare::OneByItself);
        let mut layers = asked.layers.clone();
        layers.scenarios.insert(0, id.clone());
        let subject = subject::Subject { file, layers: &layers, outside: asked.outside };
        report.command(subject.command(&["check"], &[]));
    }
}

/// The columns of a table of figures: what they are, then one a column.
fn columns(report: &Report, heads: &[String]) -> Vec<Column> {
    let row = report.language.say(&Message::Compare(Compare::Row));
    let mut columns = vec![Column { head: row, align: Align::Left }];
    let figures = heads.iter().map(|head| Column { head: head.clone(), align: Align::Right });
    columns.extend(figures);
    columns
}
