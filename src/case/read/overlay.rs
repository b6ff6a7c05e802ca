//! `[scenario.NAME]`: whether they are spelled right. What their values come to is checked once they
//! are laid over a case.

use crate::document::{Item, Place, Problem, Table, Value, Wanted};
use crate::overlay::scales_an_entry;
use crate::reading::entries::{check_id, group_table};
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::text::name;
use crate::reading::time::month;
use crate::words::{Key, Section, Takes};

/// Checks the spelling of every scenario.
pub fn check_scenarios(root: &Table, problems: &mut Problems) {
    let Some(table) = group_table(root, Key::Scenario, problems) else { return };
    for (id, item) in table.0.iter() {
        let path = format!("scenario.{id}");
        if let Some(table) = entry_table(&path, item, problems) {
            check_scenario(id, item.key, table, problems);
        } else {
            check_id(id, item.key, problems);
        }
    }
}

/// What is misspelled in a scenario whose key stands here.
pub fn misspelled(id: &str, place: Place, table: &Table) -> Vec<Problem> {
    let mut problems = Problems::default();
    check_scenario(id, place, table, &mut problems);
    problems.0
}

fn check_scenario(id: &str, place: Place, table: &Table, problems: &mut Problems) {
    check_id(id, place, problems);
    let path = &format!("scenario.{id}");
    let mut keys = Keys { table, place, problems };
    check_keys(&mut keys, path, Section::Scenario);
    keys.get(Key::Name, name);
    keys.get(Key::From, month);
    check_tables(path, Section::Scenario, table, problems);
}

/// Checks the spelling of the tables that an overlay holds.
pub fn check_tables(path: &str, section: Section, overlay: &Table, problems: &mut Problems) {
    for take in section.takes() {
        let name = take.key;
        match take.key.facts(section).takes {
            Takes::Table(inner) => check_table(path, name, overlay, inner, problems),
            Takes::Entries(inner) => check_group(path, name, overlay, inner, problems),
            Takes::Rates => {
                group_table(overlay, name, problems);
            }
            _ => {}
        }
    }
}

fn check_table(path: &str, name: Key, overlay: &Table, section: Section, problems: &mut Problems) {
    let (Some(item), Some(table)) = (overlay.item(name), group_table(overlay, name, problems))
    else {
        return;
    };
    let mut keys = Keys { table, place: item.node.place, problems };
    check_keys(&mut keys, format!("{path}.{name}"), section);
}

fn check_group(path: &str, group: Key, overlay: &Table, section: Section, problems: &mut Problems) {
    let Some(entries) = group_table(overlay, group, problems) else { return };
    for (id, item) in entries.0.iter() {
        if id != "*" {
            check_id(id, item.key, problems);
        }
        // `"+10%"` scales the entry as a whole.
        if scales_an_entry(&item.node.value) {
            continue;
        }
        let path = format!("{path}.{group}.{id}");
        if let Some(table) = entry_table(&path, item, problems) {
            check_keys(&mut Keys { table, place: item.node.place, problems }, &path, section);
        }
    }
}

/// The table that an entry is; notes what is none.
pub fn entry_table<'d>(path: &str, item: &'d Item, problems: &mut Problems) -> Option<&'d Table> {
    match &item.node.value {
        Value::Table(table) => Some(table),
        _ => Slot { key: path, node: &item.node }.wrong_type(Wanted::Entry, problems),
    }
}
