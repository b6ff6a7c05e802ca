//! A document with all that is laid over it: scenarios in the order given, then arguments.

use super::argument::argument;
use super::lay::merge;
use super::phases::Phases;
use super::reach::{is_about, is_of_file, settable};
use super::scenario::{named, unknown_scenario};
use crate::calendar::Month;
use crate::document::{Document, OverlayMistake, Problem, Table, Unread, Value};
use crate::prices;
use crate::reading::group::{as_table, table_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::names;
use crate::reading::time::month;
use crate::words::{Key, Word};

/// What is to be laid over a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// The names of scenarios of the document itself.
    pub scenarios: Vec<String>,
    /// Arguments `path=value`.
    pub arguments: Vec<String>,
    /// Whether what really happened is left out.
    pub plan: bool,
}

impl Layers {
    /// What to call the scenarios together, if there are any.
    pub fn scenario(&self) -> Option<String> {
        (!self.scenarios.is_empty()).then(|| self.scenarios.join("+"))
    }

    /// Whether nothing is laid by them.
    fn lay_nothing(&self) -> bool {
        self.scenarios.is_empty() && self.arguments.is_empty()
    }

    /// Lays them over a document: the scenarios in the order given, then the arguments. What does
    /// not fit is noted in the document. What a file expects of itself it does not expect of what
    /// is laid over it, unless that says so.
    ///
    /// # Errors
    /// What cannot be read as an argument, or is no scenario's name.
    pub fn over(&self, mut document: Document) -> Result<Document, Vec<Unread>> {
        prices::settle_opened(&mut document);
        if self.plan {
            document.root.edit().shift_remove(Key::Actual.spelled());
        }
        if self.lay_nothing() {
            return Ok(document);
        }
        let mut tables = self.tables(&mut document)?;
        let mut problems = Problems::default();
        for scenario in tables.iter_mut().take(self.scenarios.len()) {
            without_what_no_scenario_changes(scenario, &mut problems);
        }
        note_twice(&self.scenarios, &mut document);
        document.problems.extend(problems.0);
        document.root.edit().shift_remove(Key::Expect.spelled());
        self.forget_laid(&mut document);
        for table in &tables {
            document.note_unsourced(table);
        }
        lay_all(&mut document, &tables.iter().collect::<Vec<_>>());
        Ok(document)
    }

    /// A scenario that is laid is checked as a part of the case: of itself only the name is left.
    fn forget_laid(&self, document: &mut Document) {
        let Some(Value::Table(scenarios)) =
            document.root.edit().get_mut(Key::Scenario.spelled()).map(|item| &mut item.node.value)
        else {
            return;
        };
        for (_, item) in scenarios.edit().iter_mut().filter(|(id, _)| self.scenarios.contains(id)) {
            if let Value::Table(scenario) = &mut item.node.value {
                scenario.edit().retain(|key, _| is_about(key));
            }
        }
    }

    /// What they lay, in order: the scenarios, then the arguments, which become sources of the
    /// document.
    ///
    /// # Errors
    /// What cannot be read as an argument, or is no scenario's name.
    pub fn tables(&self, document: &mut Document) -> Result<Vec<Table>, Vec<Unread>> {
        let (mut tables, mut unread) = (Vec::new(), Vec::new());
        let scenarios: Vec<_> =
            self.scenarios.iter().map(|name| scenario(name, document)).collect();
        let arguments = self.arguments.iter().map(|text| argument(text, document));
        for table in scenarios.into_iter().chain(arguments) {
            match table {
                Ok(table) => tables.push(table),
                Err(wrong) => unread.push(wrong),
            }
        }
        if unread.is_empty() { Ok(tables) } else { Err(unread) }
    }
}

/// Notes the scenarios that are named more than once, each in the name itself.
fn note_twice(names: &[String], document: &mut Document) {
    for (at, name) in names.iter().enumerate() {
        if names.iter().take(at).any(|before| before == name) {
            let place = document.add_source(named(name));
            let mistake = OverlayMistake::ScenarioTwice { id: name.clone() };
            document.problems.push(Problem { place, mistake: mistake.into() });
        }
    }
}

/// Takes out, and notes, what says what a file is rather than what its case is.
fn without_what_no_scenario_changes(scenario: &mut Table, problems: &mut Problems) {
    for (key, item) in scenario.edit().extract_if(.., |key, _| is_of_file(key)) {
        problems.push(item.key, OverlayMistake::NotSettable { table: key, known: settable() });
    }
}

/// Lays scenarios and arguments over a document in order, each from the month that it says. What
/// does not fit is noted in the document.
pub fn lay_all(document: &mut Document, tables: &[&Table]) {
    let mut problems = Problems::default();
    let mut phases = Phases::of(document);
    for table in tables {
        let from = table.item(Key::From).and_then(|item| {
            let slot = Slot { key: Key::From.spelled(), node: &item.node };
            month(slot, &mut problems)
        });
        let mut over = (*table).clone();
        over.edit().retain(|key, _| !is_about(key));
        let fact = from.zip(table.item(Key::From)).and_then(|(from, item)| {
            Some((
                item.node.place,
                OverlayMistake::BeforeFacts { from, until: phases.fact_at(from)? },
            ))
        });
        if let Some((place, mistake)) = fact {
            problems.push(place, mistake);
        }
        match from {
            Some(from) => phases.lay_from(from, &over, &mut problems),
            None => phases.lay(&over, &mut problems),
        }
        if prices::touches(&over) {
            phases.settle(&document.lists);
        }
    }
    phases.into_document(document);
    document.problems.extend(problems.0);
}

/// What scenarios and arguments touch together, as one table whose values mean nothing; `None`
/// where one of them holds from a month on.
pub fn touched(tables: &[&Table]) -> Option<Table> {
    let mut touched = Table::default();
    for table in tables {
        if table.has(Key::From) {
            return None;
        }
        let laid = table.0.iter().filter(|(key, _)| !is_about(key));
        laid.for_each(|(key, item)| merge(&mut touched, key, item));
    }
    Some(touched)
}

/// Lays a table over every phase of a document, as far as it is no fact. What does not fit is noted in
/// it.
pub fn over(document: &mut Document, table: &Table) {
    laid(document, table, Phases::lay);
}

/// Lays a table over every phase of a document that changes no month that is fact. What does not fit
/// is noted in it.
pub fn over_throughout(document: &mut Document, table: &Table) {
    laid(document, table, Phases::lay_throughout);
}

fn laid(document: &mut Document, table: &Table, lay: impl Fn(&mut Phases, &Table, &mut Problems)) {
    let mut problems = Problems::default();
    let mut phases = Phases::of(document);
    lay(&mut phases, table, &mut problems);
    phases.into_document(document);
    document.problems.extend(problems.0);
    if prices::touches(table) {
        prices::settle(document);
    }
}

/// Lays a table over what a document is from a month on. What does not fit is noted in it.
pub fn over_from(document: &mut Document, from: Month, table: &Table) {
    laid(document, table, |phases, table, problems| phases.lay_from(from, table, problems));
}

/// The scenario with this name.
///
/// # Errors
/// That there is none, shown in the name itself.
fn scenario(name: &str, document: &Document) -> Result<Table, Unread> {
    let scenarios = table_at(&document.root, Key::Scenario);
    let found = scenarios.and_then(|table| as_table(&table.0.get(name)?.node.value));
    let ids: Vec<_> = names(scenarios).collect();
    found.cloned().ok_or_else(|| unknown_scenario(name, ids.into_iter()))
}
