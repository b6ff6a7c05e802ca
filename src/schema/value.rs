//! What a key takes.

use super::{definition, literal, name};
use crate::words::{
    Changed, Choice, Facts, Key, Many, Named, Numbers, Section, Shock, Takes, Told, Word,
};
use serde_json::{Map, Value, json};

/// A change of a number: `+10%`.
pub(super) const PART: &str = r"^[+-][0-9]+(\.[0-9]+)?%$";

/// A change of a percentage: `+2 points`.
pub(super) const POINTS: &str = r"^[+-][0-9]+(\.[0-9]+)? points?$";

/// A month: `2027-01`.
const MONTH: &str = "^[0-9]{4}-(0[1-9]|1[0-2])$";

/// A key in a table that takes it: what it takes, what it means, what it is when it is not said.
pub(super) fn key(section: Section, key: Key) -> Value {
    let facts = key.facts(section);
    let mut told = Map::new();
    told.insert("description".to_owned(), json!(described(section, key, &facts)));
    if let Some(usual) = facts.usual.written().as_deref().and_then(literal::json) {
        told.insert("default".to_owned(), usual);
    }
    if !facts.takes.is_table()
        && let Some(example) = literal::json(key.example(section))
    {
        told.insert("examples".to_owned(), json!([example]));
    }
    let kinds = section.kinds();
    let taken = kinds.iter().filter(|(_, kind)| kind.has(key));
    let mut takes: Vec<_> = taken.map(|(_, kind)| of(&key.facts(*kind))).collect();
    takes.dedup();
    match (takes.len(), of(&facts)) {
        // What one kind of funding takes is another's mistake: that is told by the kind.
        (2.., _) => told.extend([("anyOf".to_owned(), Value::Array(takes))]),
        (_, Value::Object(value)) => told.extend(value),
        (_, _) => {}
    }
    if let Takes::Word(choice) | Takes::Words(choice) = facts.takes {
        told.insert("x-taplo".to_owned(), json!({"docs": {"enumValues": meanings(choice)}}));
    }
    Value::Object(told)
}

/// What it means, in both languages.
fn described(section: Section, key: Key, facts: &Facts) -> String {
    let told = key.about(section);
    let words = match facts.takes {
        Takes::Word(choice) | Takes::Words(choice) => Some(choice),
        _ => None,
    };
    let of = |language: fn(Told) -> &'static str| {
        let mut text = language(told).to_owned();
        for (word, means) in words.into_iter().flat_map(|it| it.words().iter().zip(it.meanings())) {
            text.push_str(&["\n- `", word, "`: ", language(means)].concat());
        }
        text
    };
    format!("{}\n\n{}", of(|told| told.en), of(|told| told.nl))
}

fn meanings(choice: Choice) -> Vec<&'static str> {
    choice.meanings().into_iter().map(|told| told.en).collect()
}

/// What a key takes, also in what is laid over a file.
pub(super) fn of(facts: &Facts) -> Value {
    match facts.takes {
        Takes::Numbers(numbers) => self::numbers(numbers, facts.changed()),
        Takes::Index => definition("index"),
        Takes::Bias => json!({"anyOf": [
            text("^[a-z0-9_]+$"), definition("share"), definition("share_range"), text(POINTS),
        ]}),
        Takes::Year => json!({"type": "integer", "minimum": 1000, "maximum": 9999}),
        Takes::Factors => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[0-9]{4}$"},
            "additionalProperties": {"type": "number", "exclusiveMinimum": 0, "maximum": 1_000_000},
            "minProperties": 1,
        }),
        Takes::Lists => {
            let one = json!({"type": "string", "minLength": 1});
            json!({"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "uniqueItems": true}]})
        }
        Takes::Rates => json!({"type": "object", "additionalProperties": definition("rates")}),
        Takes::Whole(count) => match count.most {
            Some(most) => json!({"type": "integer", "minimum": count.least, "maximum": most}),
            None => json!({"type": "integer", "minimum": count.least}),
        },
        Takes::CalendarYears => {
            json!({"type": "array", "items": {"type": "integer"}, "minItems": 1, "uniqueItems": true})
        }
        Takes::Change => text(r"^([+-][0-9]+(\.[0-9]+)?|0+(\.0+)?)%$"),
        Takes::Points => text(r"^([+-][0-9]+(\.[0-9]+)?|0+(\.0+)?) points?$"),
        Takes::Month => text(MONTH),
        Takes::Duration { unlimited: false, .. } => text(r"^[0-9]+ (months?|years?)$"),
        Takes::Duration { unlimited: true, .. } => text(r"^([0-9]+ (months?|years?)|unlimited)$"),
        Takes::Text => definition("text"),
        Takes::Name => definition("name"),
        Takes::Mark => json!({"type": "string"}),
        Takes::Marks => {
            let one = json!({"type": "string", "minLength": 1});
            json!({"type": "array", "items": one, "minItems": 1, "uniqueItems": true})
        }
        Takes::Truth => json!({"type": "boolean"}),
        Takes::Currency => text("^[A-Z]{3}$"),
        Takes::Word(choice) => json!({"enum": choice.words()}),
        Takes::Words(choice) => {
            json!({"type": "array", "items": {"enum": choice.words()}, "uniqueItems": true})
        }
        Takes::Id(named) => text(id(named)),
        Takes::Ids(named) => ids(named),
        Takes::IdOrIds(named) => json!({"anyOf": [text(id(named)), ids(named)]}),
        Takes::File => json!({"type": "string", "minLength": 1}),
        Takes::Table(section) => definition(&name::of(section)),
        Takes::Entries(section) => entries(section),
        Takes::Shocks => shocks(),
        Takes::Payments => json!({"anyOf": [{"enum": Choice::Rhythm.words()}, {
            "type": "object",
            "propertyNames": {"pattern": MONTH},
            "additionalProperties": {"anyOf": [definition("share"), definition("share_range")]},
        }]}),
        // The end of a range takes what the key takes that holds the range.
        Takes::Ranged => json!({}),
    }
}

pub(super) fn text(pattern: &str) -> Value {
    json!({"type": "string", "pattern": pattern})
}

fn ids(named: Named) -> Value {
    json!({"type": "array", "items": text(id(named)), "minItems": 1, "uniqueItems": true})
}

fn id(named: Named) -> &'static str {
    match named {
        Named::Party | Named::Scenario | Named::PartyOfCase | Named::Price => "^[a-z0-9_]+$",
        Named::Listed => r"^[a-z0-9_]+\.[a-z0-9_]+$",
        Named::Achieved => r"^([a-z]+\.)?[a-z0-9_]+$",
        Named::Followed | Named::Cost => r"^[a-z]+\.[a-z0-9_]+$",
    }
}

/// A table of entries; in what is laid over a file `"*"` is every one, and `"+10%"` the whole of one.
fn entries(section: Section) -> Value {
    json!({
        "type": "object",
        "propertyNames": {"pattern": r"^([a-z0-9_]+|\*)$"},
        "additionalProperties": definition(&name::of(section)),
    })
}

fn shocks() -> Value {
    let table = |shock: Shock| (shock.id().to_owned(), definition(&name::of(shock.section())));
    let properties = Shock::all().map(table).collect::<Map<_, _>>();
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// A number of a kind, a list or a range of them, or a change of what lies beneath.
fn numbers(numbers: Numbers, changed: Changed) -> Value {
    let kind: &'static str = numbers.kind.into();
    let mut one = vec![definition(kind)];
    if numbers.range {
        one.push(definition(&format!("{kind}_range")));
    }
    if numbers.pro_memorie {
        one.push(json!({"const": "pm"}));
    }
    let list = |length: Value| {
        let mut list = json!({"type": "array", "items": {"anyOf": one.clone()}, "minItems": 1});
        if let (Value::Object(list), Value::Object(length)) = (&mut list, length) {
            list.extend(length);
        }
        list
    };
    let mut any = match numbers.many {
        Many::One => one.clone(),
        Many::OneOrList => [one.clone(), vec![list(json!({}))]].concat(),
        Many::List => vec![list(json!({}))],
        Many::ByMonth => vec![json!({
            "type": "object",
            "propertyNames": {"pattern": MONTH},
            "additionalProperties": {"anyOf": one.clone()},
        })],
        Many::Twelve => vec![list(json!({"minItems": 12, "maxItems": 12}))],
    };
    any.extend(change(changed));
    json!({"anyOf": any})
}

/// How what lies beneath is changed.
pub(super) fn change(changed: Changed) -> Option<Value> {
    match changed {
        Changed::Part => Some(text(PART)),
        Changed::Points => Some(text(POINTS)),
        Changed::Not => None,
    }
}
