//! What values are made of.

use super::value::{POINTS, change, text};
use super::{definition, literal, put, section};
use crate::words::{Changed, Key, Language, NumberKind, Section, Word};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use strum::VariantArray;

/// A percentage: `2.25%`.
const PERCENTAGE: &str = r"^-?[0-9]+(\.[0-9]+)?%$";

/// Each by its name.
pub(super) fn all() -> Map<String, Value> {
    let mut definitions = Map::new();
    for kind in NumberKind::VARIANTS {
        let name: &'static str = (*kind).into();
        definitions.insert(name.to_owned(), number(*kind));
        definitions.insert(format!("{name}_range"), range(*kind));
    }
    let growth = json!({"anyOf": [definition("growth"), definition("growth_range")]});
    let growths = json!({"type": "array", "items": growth, "minItems": 1});
    definitions.insert(
        "rates".to_owned(),
        json!({"anyOf": [definition("growth"), definition("growth_range"), growths, text(POINTS)]}),
    );
    definitions
        .insert("index".to_owned(), json!({"anyOf": [text("^[a-z0-9_]+$"), definition("rates")]}));
    definitions.insert("text".to_owned(), to_people(&json!({"type": "string"})));
    definitions.insert("name".to_owned(), to_people(&text(r"\S")));
    definitions
}

fn number(kind: NumberKind) -> Value {
    if kind.is_percentage() {
        return text(PERCENTAGE);
    }
    let bounds = kind.bounds();
    let bound = |value: Decimal| literal::json(&value.normalize().to_string());
    json!({"type": "number", "minimum": bound(bounds.least), "maximum": bound(bounds.most)})
}

/// A range; in what is laid over a file its ends may be changed one by one.
fn range(kind: NumberKind) -> Value {
    let name: &'static str = kind.into();
    let changed = match kind {
        NumberKind::Weight => Changed::Not,
        kind if kind.is_percentage() => Changed::Points,
        _ => Changed::Part,
    };
    let mut takes = vec![definition(name)];
    takes.extend(change(changed));
    let mut range = section::object(Section::Range);
    for key in [Key::Low, Key::Likely, Key::High] {
        if let Some(end) = range.pointer_mut(&format!("/properties/{}", key.spelled())) {
            put(end, "anyOf", json!(takes));
        }
    }
    range
}

/// A text for everybody, or one in each language.
fn to_people(one: &Value) -> Value {
    let languages: Map<_, _> =
        Language::spellings().iter().map(|it| ((*it).to_owned(), one.clone())).collect();
    json!({"anyOf": [one, {
        "type": "object",
        "properties": languages,
        "additionalProperties": false,
        "minProperties": 1,
    }]})
}
