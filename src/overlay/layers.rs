//! A document with all that is laid over it: scenarios in the order given, then arguments.

use super::argument::argument;
use super::lay::lay;
use super::phases::Phases;
use crate::document::{
    Document, OverlayMistake, Place, Problem, Source, SourceId, Table, Unread, Value,
};
use crate::reading::group::{as_table, table_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::{known, names, size};
use crate::reading::time::month;

/// What people call the source of a scenario's name.
const SCENARIO: &str = "--scenario";

/// Keys of a scenario that say something about it rather than about the case.
const ABOUT: &[&str] = &["name", "from"];

/// What is to be laid over a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    /// The names of scenarios of the document itself.
    pub scenarios: Vec<String>,
    /// Arguments `path=value`.
    pub arguments: Vec<String>,
}

impl Layers {
    /// What to call the scenarios together, if there are any.
    pub fn scenario(&self) -> Option<String> {
        (!self.scenarios.is_empty()).then(|| self.scenarios.join("+"))
    }

    /// Lays them over a document: the scenarios in the order given, then the arguments.
    ///
    /// # Errors
    /// All that is wrong with them: what cannot be read as an argument or a scenario's name by
    /// itself, else what does not fit the document.
    pub fn over(&self, mut document: Document) -> Result<Document, Vec<Unread>> {
        let mut unread = Vec::new();
        let mut tables = Vec::new();
        for name in &self.scenarios {
            match scenario(name, &document) {
                Ok(table) => tables.push(table),
                Err(wrong) => unread.push(wrong),
            }
        }
        for text in &self.arguments {
            match argument(text, &mut document) {
                Ok(table) => tables.push(table),
                Err(wrong) => unread.push(wrong),
            }
        }
        if !unread.is_empty() {
            return Err(unread);
        }
        // A scenario that is laid is checked as a part of the case.
        if let Some(Value::Table(scenarios)) =
            document.root.0.get_mut("scenario").map(|item| &mut item.node.value)
        {
            scenarios.0.retain(|id, _| !self.scenarios.contains(id));
        }
        let problems = lay_all(&mut document, &tables);
        if problems.is_empty() {
            return Ok(document);
        }
        Err(vec![Unread { sources: document.sources, problems }])
    }
}

/// Lays tables over a document in order, each from the month that it says.
fn lay_all(document: &mut Document, tables: &[Table]) -> Vec<Problem> {
    let mut problems = Problems::default();
    let mut phases = Phases::of(document);
    for table in tables {
        let from = table.0.get("from").and_then(|item| {
            let slot = Slot { key: "from", node: &item.node };
            month(slot, &mut problems)
        });
        let mut over = table.clone();
        over.0.retain(|key, _| !ABOUT.contains(&key.as_str()));
        match from {
            Some(from) => phases.lay_from(from, &over, &mut problems),
            None => phases.lay(&over, &mut problems),
        }
    }
    phases.into_document(document);
    let Problems(mut problems) = problems;
    problems.sort_by_key(|problem| problem.place);
    problems.dedup();
    problems
}

/// Lays a table over every phase of a document.
///
/// # Errors
/// What does not fit, by place.
pub fn over(document: &mut Document, table: &Table) -> Result<(), Vec<Problem>> {
    let mut problems = Problems::default();
    lay(&mut document.root, table, &mut problems);
    for later in &mut document.later {
        lay(&mut later.root, table, &mut problems);
    }
    let Problems(mut problems) = problems;
    problems.dedup();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// The scenario with this name.
///
/// # Errors
/// That there is none, shown in the name itself.
fn scenario(name: &str, document: &Document) -> Result<Table, Unread> {
    let scenarios = table_at(&document.root, "scenario");
    let found = scenarios.and_then(|table| as_table(&table.0.get(name)?.node.value));
    found.cloned().ok_or_else(|| {
        let known = known(name, names(scenarios), size(scenarios), &Problems::default());
        let place = Place { source: SourceId(0), start: 0, end: name.len() };
        let mistake = OverlayMistake::ScenarioUnknown { id: name.to_owned(), known };
        Unread {
            sources: vec![Source { name: SCENARIO.to_owned(), text: name.to_owned() }],
            problems: vec![Problem { place, mistake: mistake.into() }],
        }
    })
}
