//! The report of `compare`: cases side by side, figure by figure, and what makes them differ.

pub mod csv;
mod figures;
pub mod json;

use super::blocks::{Align, Block, Column, Report};
use super::check::argument;
use crate::language::{Compare, Compared, Language, Message};
use crate::overlay::Layers;
use crate::statements::Counted;
use crate::whatif::{Comparison, Side, Subject};

/// How many changes of a case are told: more than a scenario has, fewer than another case has.
const MOST_CHANGES: usize = 40;

/// What was asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is laid over all cases.
    pub layers: &'a Layers,
    /// Whether all that was to be compared could be.
    pub complete: bool,
}

/// The report of cases side by side.
pub fn report(comparison: &Comparison, asked: Asked<'_>, language: Language) -> Report {
    let mut report = Report::new(language);
    let heads = heads(comparison, language);
    lead(&mut report, comparison);
    laid(&mut report, asked.layers);
    mind(&mut report, comparison, &heads);
    if let (Some(first), true) = (heads.first(), heads.len() > 1) {
        say(&mut report, Compare::HowToRead { first });
    } else if asked.complete {
        say(&mut report, Compare::NoScenarios);
    }
    figures::verdict(&mut report, comparison, &heads);
    changes(&mut report, comparison, &heads);
    figures::add(&mut report, comparison, &heads);
    next(&mut report, comparison);
    report
}

fn say(report: &mut Report, message: Compare<'_>) {
    report.say(&Message::Compare(message));
}

fn heading(report: &mut Report, section: Compared, counted: Option<Counted>) {
    let words = report.language.say(&Message::Compare(Compare::Heading { section, counted }));
    report.blocks.push(Block::Heading(words));
}

/// Whether the sides are a case and its scenarios, rather than files.
fn is_of_scenarios(sides: &[Side]) -> bool {
    sides.iter().skip(1).all(|side| side.subject.scenario.is_some())
}

/// What stands over each column: a scenario's name; of files the case's name, or the file where
/// cases have the same name.
fn heads(comparison: &Comparison, language: Language) -> Vec<String> {
    let sides = &comparison.sides;
    if is_of_scenarios(sides) {
        let base = || language.say(&Message::Compare(Compare::Base));
        let head = |subject: &Subject| subject.scenario.as_ref().map(|(_, name)| name.clone());
        return sides.iter().map(|side| head(&side.subject).unwrap_or_else(base)).collect();
    }
    let named = |name: &str| sides.iter().filter(|side| side.subject.case == name).count();
    let head = |subject: &Subject| match named(&subject.case) {
        1 => subject.case.clone(),
        _ => subject.file.clone(),
    };
    sides.iter().map(|side| head(&side.subject)).collect()
}

fn lead(report: &mut Report, comparison: &Comparison) {
    let Some(first) = comparison.sides.first() else { return };
    let others = comparison.sides.len() - 1;
    let lead = if is_of_scenarios(&comparison.sides) {
        Compare::Scenarios { case: &first.subject.case, count: others }
    } else {
        Compare::Files(comparison.sides.len())
    };
    report.lead(&Message::Compare(lead));
}

/// What is laid over all of them, and the months and the currency that they share.
fn laid(report: &mut Report, layers: &Layers) {
    for scenario in &layers.scenarios {
        report.say(&Message::Scenario(scenario));
    }
    if !layers.arguments.is_empty() {
        report.say(&Message::Changed(&layers.arguments));
    }
}

/// In what the cases are too unlike to be compared.
fn mind(report: &mut Report, comparison: &Comparison, heads: &[String]) {
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
        if side.subject.scenario.is_none() && head == &side.subject.case && heads.len() > 1 {
            say(report, Compare::FileOf { head, file });
        }
    }
    if !unlike.currencies.is_empty() {
        say(report, Compare::Currencies(&unlike.currencies));
    }
    if !unlike.horizons.is_empty() {
        say(report, Compare::Horizons);
        let looks_at = unlike.horizons.iter().zip(heads);
        report.list(looks_at.map(|(looks, head)| {
            Message::Compare(Compare::LooksAt { head, horizon: looks.horizon })
        }));
    }
}

/// What each changes in the first.
fn changes(report: &mut Report, comparison: &Comparison, heads: &[String]) {
    let others = comparison.sides.iter().zip(heads).skip(1);
    let told: Vec<_> = others
        .filter(|(side, _)| side.subject.scenario.is_some() || !side.changes.is_empty())
        .collect();
    if told.is_empty() {
        return;
    }
    heading(report, Compared::Changes, None);
    for (side, head) in told {
        match &side.subject.scenario {
            Some((id, name)) => say(report, Compare::ChangedBy { name, id }),
            None => say(report, Compare::ChangedIn(head)),
        }
        let changes = side.changes.iter().take(MOST_CHANGES).map(|changed| Compare::Changed {
            path: &changed.path,
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

/// How to see one of the scenarios by itself.
fn next(report: &mut Report, comparison: &Comparison) {
    let scenario = comparison.sides.iter().find_map(|side| {
        side.subject.scenario.as_ref().map(|(id, _)| (side.subject.file.as_str(), id))
    });
    if let Some((file, id)) = scenario.filter(|_| is_of_scenarios(&comparison.sides)) {
        report.heading(crate::language::Heading::Next);
        say(report, Compare::OneByItself);
        let (file, id) = (argument(file), argument(id));
        report.blocks.push(Block::Command(format!("bizcase check {file} --scenario {id}")));
    }
}

/// The columns of a table of figures: what they are, then one a case.
fn columns(report: &Report, heads: &[String]) -> Vec<Column> {
    let row = report.language.say(&Message::Compare(Compare::Row));
    let mut columns = vec![Column { head: row, align: Align::Left }];
    let figures = heads.iter().map(|head| Column { head: head.clone(), align: Align::Right });
    columns.extend(figures);
    columns
}
