//! What a table takes, as loosely as what is laid over a file has it.

use super::{put, value};
use crate::words::{Key, Section, Shock, Takes, Word};
use serde_json::{Map, Value, json};

/// The tables that are in a table, at any depth; each once.
pub(super) fn within(top: Section) -> Vec<Section> {
    let mut found = Vec::new();
    let mut open = vec![top];
    while let Some(section) = open.pop() {
        for inner in section.keys().flat_map(|key| below(key, section)) {
            if !found.contains(&inner) {
                found.push(inner);
                open.push(inner);
            }
        }
    }
    found
}

fn below(key: Key, section: Section) -> Vec<Section> {
    match key.facts(section).takes {
        Takes::Table(inner) | Takes::Entries(inner) => vec![inner],
        Takes::Shocks => Shock::all().map(Shock::section).collect(),
        _ => Vec::new(),
    }
}

/// A table and its keys, and what each kind of it refuses.
pub(super) fn object(section: Section) -> Value {
    let keys = section.keys().map(|key| (key.spelled().to_owned(), value::key(section, key)));
    let mut object = json!({
        "type": "object",
        "description": format!("{}\n\n{}", section.about().en, section.about().nl),
        "properties": keys.collect::<Map<_, _>>(),
        "additionalProperties": false,
    });
    if section.reckoned_from().next().is_some() && !section.stands_by().is_empty() {
        // In what is laid over a file a whole entry may be a tenth more.
        put(&mut object, "type", json!(["object", "string"]));
        put(&mut object, "pattern", json!(value::PART));
    }
    let kinds = section.kinds();
    if !kinds.is_empty() {
        let branches = kinds.iter().map(|(kind, of)| {
            let is = json!({"const": kind.spelled()});
            json!({
                "if": {"type": "object", "required": [Key::Kind.spelled()],
                       "properties": {Key::Kind.spelled(): is}},
                "then": {"properties": refused(section, *of)},
            })
        });
        put(&mut object, "allOf", branches.collect());
    }
    object
}

/// The keys of all kinds that one kind does not take, and those of which it takes something of its own.
fn refused(all: Section, of: Section) -> Map<String, Value> {
    let differs = |key: Key| value::of(&key.facts(of)) != value::of(&key.facts(all));
    let told = all.keys().filter_map(|key| {
        if !of.has(key) {
            return Some((key, json!(false)));
        }
        differs(key).then(|| (key, value::of(&key.facts(of))))
    });
    told.map(|(key, value)| (key.spelled().to_owned(), value)).collect()
}
