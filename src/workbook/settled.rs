//! What a file settles but by numbers: months, terms, words and lists, which decide what formulas there
//! are and are changed in the file.

use crate::document::{Table, Value};
use crate::reading::group::{as_table, is_off, table_at};
use crate::words::{Choice, Group, Key, Section, Takes, Word};

/// A key of the file with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Where it stands.
    pub path: String,
    /// What it says.
    pub says: String,
}

/// What is settled in the tables that make up a case, in the order of its inputs.
pub fn settled(root: &Table) -> Vec<Settled> {
    let mut found = Vec::new();
    of_table(root, Key::Case, Section::Case, &mut found);
    of_entries(root, Key::Party, Section::Party, &mut found);
    for group in Group::all() {
        of_entries(root, group.key(), group.section(), &mut found);
    }
    of_table(root, Key::Criteria, Section::Criteria, &mut found);
    found
}

fn of_table(root: &Table, name: Key, section: Section, found: &mut Vec<Settled>) {
    if let Some(table) = table_at(root, name.spelled()) {
        under(name.spelled(), table, section, found);
    }
}

fn of_entries(root: &Table, name: Key, section: Section, found: &mut Vec<Settled>) {
    let entries = table_at(root, name.spelled()).into_iter().flat_map(|table| table.0.iter());
    for (id, item) in entries.filter(|(_, item)| !is_off(&item.node.value)) {
        if let Some(entry) = as_table(&item.node.value) {
            under(&format!("{}.{id}", name.spelled()), entry, section, found);
        }
    }
}

fn under(path: &str, table: &Table, section: Section, found: &mut Vec<Settled>) {
    for key in section.keys() {
        let Some(item) = table.0.get(key.spelled()) else { continue };
        let path = format!("{path}.{}", key.spelled());
        let takes = key.facts(section).takes;
        match (takes, &item.node.value) {
            (Takes::Table(inner), Value::Table(table)) => under(&path, table, inner, found),
            (takes, value) if decides(takes, value) => add(path, value, found),
            _ => {}
        }
    }
}

/// Whether what is said decides which formulas there are: not numbers, which have cells of their own,
/// and not words for people.
fn decides(takes: Takes, value: &Value) -> bool {
    match takes {
        // The name of a rate or a bias, and no percentage.
        Takes::Index | Takes::Bias => matches!(value, Value::Text(name) if !name.ends_with('%')),
        Takes::Whole(_)
        | Takes::CalendarYears
        | Takes::Month
        | Takes::Duration { .. }
        | Takes::Truth
        | Takes::Words(_)
        | Takes::Id(_)
        | Takes::Ids(_)
        | Takes::IdOrIds(_)
        | Takes::Lists
        | Takes::Payments => true,
        Takes::Word(choice) => choice != Choice::Language,
        Takes::Numbers(_)
        | Takes::Change
        | Takes::Points
        | Takes::Text
        | Takes::Name
        | Takes::Mark
        | Takes::Marks
        | Takes::Currency
        | Takes::File
        | Takes::Table(_)
        | Takes::Entries(_)
        | Takes::Rates
        | Takes::Shocks
        | Takes::Year
        | Takes::Factors
        | Takes::Ranged => false,
    }
}

fn add(path: String, value: &Value, found: &mut Vec<Settled>) {
    match value {
        Value::Table(table) => {
            for (key, item) in table.0.iter() {
                add(format!("{path}.{key}"), &item.node.value, found);
            }
        }
        value => found.extend(said(value).map(|says| Settled { path, says })),
    }
}

fn said(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.written.clone()),
        Value::Truth(truth) => Some(truth.to_string()),
        Value::List(list) => {
            let all: Vec<_> = list.iter().filter_map(|node| said(&node.value)).collect();
            Some(all.join(", "))
        }
        Value::Date(_) | Value::Table(_) | Value::Change(_) => None,
    }
}
