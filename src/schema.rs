//! The format as editors read it: a JSON Schema of a case, of a fund and of a price list, made from the words of the
//! format alone; and one of what `portfolio` writes for programs.
//!
//! What a table may hold is told once, loosely, as a part of a file that is laid over another has it:
//! any of its keys, and `"+10%"` for a number. What a whole file has besides is told next to it, and
//! asked of files that extend no other. One funding has the keys of all kinds, of which each kind
//! refuses some: so an editor names the key that is wrong, rather than ten kinds that it might be.

mod definitions;
mod literal;
mod name;
mod portfolio;
mod section;
mod value;
mod whole;

pub use portfolio::portfolio;

use crate::words::{Key, Section, Word};
use serde_json::{Map, Value, json};

/// The draft that they are written in.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// What a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A business case.
    Case,
    /// A revolving fund.
    Fund,
    /// A price list.
    Prices,
}

impl Of {
    const fn section(self) -> Section {
        match self {
            Self::Case => Section::CaseFile,
            Self::Fund => Section::FundFile,
            Self::Prices => Section::PriceFile,
        }
    }
}

/// The schema of a file.
pub fn schema(of: Of) -> Value {
    let top = of.section();
    let mut schema = section::object(top);
    let extends = Key::Extends.spelled();
    let editor = json!({
        "type": "string",
        "description": "for an editor: where the keys are described\n\nvoor een editor: waar de sleutels worden beschreven",
    });
    if let Some(keys) = schema.pointer_mut("/properties") {
        put(keys, "$schema", editor);
    }
    if top.has(Key::Extends) {
        put(&mut schema, "if", json!({"required": [extends]}));
        put(&mut schema, "else", whole::of(top));
    } else {
        put(&mut schema, "allOf", json!([whole::of(top)]));
    }
    let mut parts = definitions::all();
    for section in section::within(top) {
        parts.insert(name::of(section), section::object(section));
        parts.insert(whole::name(section), whole::of(section));
    }
    parts.extend(whole::numbers());
    put(&mut schema, "definitions", Value::Object(parts));
    let mut whole = Map::from_iter([
        ("$schema".to_owned(), json!(DRAFT)),
        ("title".to_owned(), json!(top.about().en)),
        ("x-tombi-toml-version".to_owned(), json!("v1.0.0")),
    ]);
    if let Value::Object(schema) = schema {
        whole.extend(schema);
    }
    let mut whole = Value::Object(whole);
    say_what_is_open(&mut whole);
    whole
}

/// Says of each part that asks something of some keys that it takes others: a language server that is
/// strict warns of what nothing is said of.
fn say_what_is_open(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let asks = object.contains_key("properties")
                || object.get("required").is_some_and(Value::is_array);
            if asks {
                object.entry("additionalProperties").or_insert(Value::Bool(true));
            }
            object.values_mut().for_each(say_what_is_open);
        }
        Value::Array(parts) => parts.iter_mut().for_each(say_what_is_open),
        _ => {}
    }
}

/// Puts something into an object.
fn put(schema: &mut Value, key: &str, value: Value) {
    if let Value::Object(object) = schema {
        object.insert(key.to_owned(), value);
    }
}

/// A reference to a definition.
fn definition(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}
