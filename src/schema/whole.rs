//! What a file has that is laid over no other: all that its tables need, and no changes.

use super::{definition, name as named, put};
use crate::words::{Changed, Facts, Key, Many, Need, Section, Takes, Word};
use serde_json::{Map, Value, json};

/// What its definition is called.
pub(super) fn name(of: Section) -> String {
    format!("whole_{}", named::of(of))
}

/// What a table needs to be whole.
pub(super) fn of(section: Section) -> Value {
    let required = section.takes().iter().filter(|take| take.need == Need::Required);
    let required: Vec<_> = required.map(|take| take.key.spelled()).collect();
    let keys = section.keys().filter_map(|key| {
        let whole = key_of(&key.facts(section))?;
        Some((key.spelled().to_owned(), whole))
    });
    let mut whole = json!({"type": "object", "properties": keys.collect::<Map<_, _>>()});
    if !required.is_empty() {
        put(&mut whole, "required", json!(required));
    }
    let needs: Map<String, Value> = section
        .keys()
        .filter(|key| {
            !key.facts(section).needs.is_empty() && !section.ways().concat().contains(key)
        })
        .map(|key| {
            let needs = key.facts(section).needs.iter().map(|key| key.spelled());
            (key.spelled().to_owned(), needs.collect())
        })
        .collect();
    if !needs.is_empty() {
        put(&mut whole, "dependencies", Value::Object(needs));
    }
    let kinds = section.kinds();
    let mut all = if kinds.is_empty() { ways(section) } else { Vec::new() };
    all.extend(kinds.iter().map(|(kind, of)| {
        json!({
            "if": {"required": [Key::Kind.spelled()],
                   "properties": {Key::Kind.spelled(): {"const": kind.spelled()}}},
            "then": self::kind(*of),
        })
    }));
    if !all.is_empty() {
        put(&mut whole, "allOf", Value::Array(all));
    }
    whole
}

/// What one kind of funding needs to be whole.
fn kind(of: Section) -> Value {
    let required = of.takes().iter().filter(|take| take.need == Need::Required);
    let required: Vec<_> = required.map(|take| take.key.spelled()).collect();
    let mut kind = json!({"required": required});
    let ways = ways(of);
    if !ways.is_empty() {
        put(&mut kind, "allOf", Value::Array(ways));
    }
    kind
}

/// That it is said in one way how much it is, and when.
fn ways(section: Section) -> Vec<Value> {
    let mut all = Vec::new();
    let ways = section.ways();
    if !ways.is_empty() {
        let keys = ways.concat();
        let way = |way: &&[Key]| {
            let others = keys.iter().filter(|key| !way.contains(key));
            let others: Map<_, _> =
                others.map(|key| (key.spelled().to_owned(), json!(false))).collect();
            let needed: Vec<_> = way.iter().map(|key| key.spelled()).collect();
            json!({"required": needed, "properties": others})
        };
        all.push(json!({"anyOf": ways.iter().map(way).collect::<Value>()}));
    }
    let when = section.takes().iter().filter(|take| take.need == Need::When);
    let mut when: Vec<_> = when.map(|take| take.key).collect();
    if !when.is_empty() {
        // What follows another, and what is given by the month, says it so.
        when.extend([Key::Of, Key::At].into_iter().filter(|key| section.has(*key)));
        let when = when.iter().map(|key| json!({"required": [key.spelled()]}));
        all.push(json!({"anyOf": when.collect::<Value>()}));
    }
    all
}

/// What is asked of a key in a whole file; nothing where it is the same in every file.
fn key_of(facts: &Facts) -> Option<Value> {
    Some(match facts.takes {
        Takes::Table(section) => definition(&name(section)),
        // A scenario is no whole case.
        Takes::Entries(Section::Scenario | Section::FundScenario) => return None,
        Takes::Entries(section) => json!({
            "propertyNames": {"pattern": "^[a-z0-9_]+$"},
            "additionalProperties": definition(&name(section)),
        }),
        Takes::Rates => json!({
            "propertyNames": {"pattern": "^[a-z0-9_]+$"},
            "additionalProperties": definition("whole_rates"),
        }),
        Takes::Numbers(numbers) if numbers.many == Many::ByMonth => json!({
            "type": "object",
            "additionalProperties": definition("whole_number_or_pm"),
        }),
        Takes::Numbers(numbers) => match facts.changed() {
            Changed::Part if numbers.pro_memorie => definition("whole_number_or_pm"),
            Changed::Part => definition("whole_number"),
            Changed::Points => definition("whole_percentage"),
            Changed::Not => return None,
        },
        Takes::Index | Takes::Bias => definition("whole_index"),
        _ => return None,
    })
}

/// What is asked of numbers in a whole file: no changes of what lies beneath, and whole ranges.
pub(super) fn numbers() -> Map<String, Value> {
    let ends = [Key::Low, Key::Likely, Key::High].map(Word::spelled);
    let ranged = |end: Value, mut one: Value| {
        let ends_are = |end: &Value| ends.map(|key| (key.to_owned(), end.clone()));
        put(&mut one, "required", json!(ends));
        put(&mut one, "properties", Value::Object(Map::from_iter(ends_are(&end))));
        let mut whole = one.clone();
        put(&mut whole, "items", one);
        whole
    };
    let number = json!({"type": "number"});
    let rates = json!({"not": {"type": "string", "pattern": "points?$"}});
    let percentage = json!({"pattern": "%$"});
    Map::from_iter([
        (
            "whole_number".to_owned(),
            ranged(number.clone(), json!({"type": ["number", "object", "array"]})),
        ),
        ("whole_number_or_pm".to_owned(), ranged(number, json!({"pattern": "^pm$"}))),
        ("whole_percentage".to_owned(), ranged(percentage.clone(), percentage.clone())),
        ("whole_rates".to_owned(), ranged(percentage.clone(), percentage.clone())),
        ("whole_index".to_owned(), ranged(percentage, rates)),
    ])
}
