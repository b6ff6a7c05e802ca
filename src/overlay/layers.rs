//! A document with all that is laid over it: scenarios in the order given, then arguments.

use super::argument::argument;
use super::lay::lay;
use super::phases::Phases;
use crate::calendar::Month;
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

    /// Lays them over a document: the scenarios in the order given, then the arguments. What does
    /// not fit is noted in the document. What a file expects of itself it does not expect of what
    /// is laid over it, unless that says so.
    ///
    /// # Errors
    /// What cannot be read as an argument, or is no scenario's name.
    pub fn over(&self, mut document: Document) -> Result<Document, Vec<Unread>> {
        if *self == Self::default() {
            return Ok(document);
        }
        let tables = self.tables(&mut document)?;
        document.root.edit().shift_remove("expect");
        self.forget_laid(&mut document);
        lay_all(&mut document, &tables);
        Ok(document)
    }

    /// A scenario that is laid is checked as a part of the case: of itself only the name is left.
    fn forget_laid(&self, document: &mut Document) {
        let Some(Value::Table(scenarios)) =
            document.root.edit().get_mut("scenario").map(|item| &mut item.node.value)
        else {
            return;
        };
        for (_, item) in scenarios.edit().iter_mut().filter(|(id, _)| self.scenarios.contains(id)) {
            if let Value::Table(scenario) = &mut item.node.value {
                scenario.edit().retain(|key, _| ABOUT.contains(&key.as_str()));
            }
        }
    }

    /// What they lay, in order.
    fn tables(&self, document: &mut Document) -> Result<Vec<Table>, Vec<Unread>> {
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

/// Lays tables over a document in order, each from the month that it says.
fn lay_all(document: &mut Document, tables: &[Table]) {
    let mut problems = Problems::default();
    let mut phases = Phases::of(document);
    for table in tables {
        let from = table.0.get("from").and_then(|item| {
            let slot = Slot { key: "from", node: &item.node };
            month(slot, &mut problems)
        });
        let mut over = table.clone();
        over.edit().retain(|key, _| !ABOUT.contains(&key.as_str()));
        match from {
            Some(from) => phases.lay_from(from, &over, &mut problems),
            None => phases.lay(&over, &mut problems),
        }
    }
    phases.into_document(document);
    document.problems.extend(problems.0);
}

/// Lays a table over every phase of a document. What does not fit is noted in it.
pub fn over(document: &mut Document, table: &Table) {
    let mut problems = Problems::default();
    lay(&mut document.root, table, &mut problems);
    for later in &mut document.later {
        lay(&mut later.root, table, &mut problems);
    }
    document.problems.extend(problems.0);
}

/// Lays a table over what a document is from a month on. What does not fit is noted in it.
pub fn over_from(document: &mut Document, from: Month, table: &Table) {
    let mut problems = Problems::default();
    let mut phases = Phases::of(document);
    phases.lay_from(from, table, &mut problems);
    phases.into_document(document);
    document.problems.extend(problems.0);
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
