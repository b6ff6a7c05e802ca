//! `[scenario.NAME]` of a fund: whether it is spelled right. What its values come to is checked
//! once they are laid over the fund.

use crate::document::{FundMistake, Place, Problem, Table, Wanted};
use crate::reading::entries::{check_id, group_table};
use crate::reading::group::as_table;
use crate::reading::keys::{Keys, Problems, Slot};
use crate::reading::known::check_keys;
use crate::reading::text::name;
use crate::words::{Key, Section, Takes};

/// Checks the spelling of every scenario.
pub fn check(root: &Table, problems: &mut Problems) {
    let Some(scenarios) = group_table(root, Key::Scenario, problems) else { return };
    for (id, item) in scenarios.0.iter() {
        if let Some(table) = as_table(&item.node.value) {
            check_scenario(id, item.key, table, problems);
        } else {
            check_id(id, item.key, problems);
            let path = format!("scenario.{id}");
            Slot { key: &path, node: &item.node }.wrong_type::<()>(Wanted::Entry, problems);
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
    let path = format!("scenario.{id}");
    let mut keys = Keys { table, place, problems };
    check_keys(&mut keys, &path, Section::FundScenario);
    keys.get(Key::Name, name);
    if let Some(from) = keys.item(Key::From) {
        keys.problems.push(from.key, FundMistake::FromAMonth { from: None });
    }
    check_tables(&path, table, problems);
}

fn check_tables(path: &str, scenario: &Table, problems: &mut Problems) {
    for take in Section::FundScenario.takes() {
        let name = take.key;
        match take.key.facts(Section::FundScenario).takes {
            Takes::Table(inner) => {
                check_table(&format!("{path}.{name}"), name, scenario, inner, problems);
            }
            Takes::Entries(inner) => {
                let Some(entries) = group_table(scenario, name, problems) else { continue };
                for id in entries.0.keys() {
                    check_table(&format!("{path}.{name}.{id}"), id, entries, inner, problems);
                }
            }
            Takes::Rates => {
                group_table(scenario, name, problems);
            }
            _ => {}
        }
    }
}

fn check_table(
    path: &str,
    name: impl AsRef<str>,
    within: &Table,
    section: Section,
    problems: &mut Problems,
) {
    let Some(item) = within.item(name) else { return };
    match as_table(&item.node.value) {
        Some(table) => {
            check_keys(&mut Keys { table, place: item.node.place, problems }, path, section);
        }
        None => {
            Slot { key: path, node: &item.node }.wrong_type::<()>(Wanted::Entry, problems);
        }
    }
}
