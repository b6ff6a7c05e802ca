//! The scenarios of a document, one by one.

use crate::document::{
    Document, Item, OverlayMistake, Place, Problem, Source, SourceId, Table, Unread, Value,
};
use crate::reading::keys::{Problems, Slot};
use crate::reading::names::known;
use crate::reading::text::name;
use crate::words::{Key, Text, Word};

/// What people call the source of a scenario's name.
const SCENARIO: &str = "--scenario";

/// A partial case that a document holds, to be laid over it.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its key in `[scenario]`.
    pub id: String,
    /// What people call it; the id where it does not say.
    pub name: Text,
    /// Where its key stands.
    pub place: Place,
    /// What it lays, and what it says about itself.
    pub table: Table,
}

/// Takes the scenarios out of a document, in its order, and the stresses, which may name one. What
/// is no table stays, to be told.
pub fn take_scenarios(document: &mut Document) -> Vec<Scenario> {
    document.root.edit().shift_remove(Key::Stress.spelled());
    let Some(Value::Table(scenarios)) =
        document.root.edit().get_mut(Key::Scenario.spelled()).map(|item| &mut item.node.value)
    else {
        return Vec::new();
    };
    let tables =
        scenarios.edit().extract_if(.., |_, item| matches!(item.node.value, Value::Table(_)));
    let taken = tables.filter_map(|(id, item)| match item.node.value {
        Value::Table(table) => {
            Some(Scenario { name: called(&id, &table), id, place: item.key, table })
        }
        _ => None,
    });
    taken.collect()
}

/// What people call a scenario: the id where it does not say, or not rightly.
pub fn called(id: &str, table: &Table) -> Text {
    // What is wrong with a name is told when the scenario is read.
    let mut told = Problems::default();
    let read = |item: &Item| name(Slot { key: Key::Name.spelled(), node: &item.node }, &mut told);
    table.item(Key::Name).and_then(read).unwrap_or_else(|| Text::from(id))
}

/// The name of a scenario as it was typed.
pub(super) fn named(name: &str) -> Source {
    Source { name: SCENARIO.to_owned(), text: name.to_owned() }
}

/// That no scenario has this name, shown in the name itself, and which there are.
pub fn unknown_scenario<'n>(name: &str, ids: impl ExactSizeIterator<Item = &'n str>) -> Unread {
    let total = ids.len();
    let known = known(name, ids, total, &Problems::default());
    let place = Place { source: SourceId(0), start: 0, end: name.len() };
    let mistake = OverlayMistake::ScenarioUnknown { id: name.to_owned(), known };
    Unread {
        sources: vec![named(name)],
        problems: vec![Problem { place, mistake: mistake.into() }],
    }
}
