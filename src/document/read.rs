//! TOML text becomes a tree with places.

use super::open::Unread;
use super::place::{Place, SourceId};
use super::split;
use super::syntax;
use super::tree::{Document, Item, Keys, Node, Number, Source, Table, Value};
use foldhash::fast::RandomState;
use rust_decimal::Decimal;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads a text as TOML.
///
/// # Errors
/// Everything that TOML does not know, by place. Nothing of such a text is used: what it means
/// is uncertain from the first mistake on.
pub fn read(source: Source) -> Result<Document, Unread> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        let root = self::table(table.get_ref(), &source.text);
        let problems = split::numbers(&root, &source.text);
        if !problems.is_empty() {
            return Err(Unread { sources: vec![source], problems });
        }
        return Ok(Document {
            sources: vec![source],
            root,
            later: Vec::new(),
            unsourced: Vec::new(),
            lists: Vec::new(),
            problems: Vec::new(),
        });
    }
    drop(table);
    let problems = syntax::problems(&source.text, &errors);
    Err(Unread { sources: vec![source], problems })
}

// TOML nests at most 80 deep in each value and each key, so neither of these two goes deep.
fn table(table: &DeTable<'_>, text: &str) -> Table {
    let mut items = Keys::with_capacity_and_hasher(table.len(), RandomState::default());
    for (key, value) in table {
        let node = node(value.get_ref(), value.span(), text);
        items.insert(key.get_ref().to_string(), Item { key: place(key.span()), node });
    }
    Table(items.into())
}

fn node(value: &DeValue<'_>, span: Range<usize>, text: &str) -> Node {
    // The digits come from the source: the parser keeps them without underscores, and says
    // radix and exponent in its own way.
    let written = || text.get(span.clone()).unwrap_or_default();
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) => Value::Number(number(written())),
        DeValue::Boolean(truth) => Value::Truth(*truth),
        DeValue::Datetime(_) => Value::Date(written().to_owned()),
        DeValue::Array(values) => {
            Value::List(values.iter().map(|v| node(v.get_ref(), v.span(), text)).collect())
        }
        DeValue::Table(inner) => Value::Table(table(inner, text)),
    };
    Node { value, place: place(span) }
}

/// A number as written: exact when it is nothing but a sign, digits, underscores and a point.
fn number(written: &str) -> Number {
    let size = written.strip_prefix(['+', '-']).unwrap_or(written);
    let plain = size.bytes().all(|b| b.is_ascii_digit() || b == b'_' || b == b'.');
    let digits = || written.strip_prefix('+').unwrap_or(written).replace('_', "");
    let exact = if plain { Decimal::from_str_exact(&digits()).ok() } else { None };
    Number { written: written.to_owned(), exact, scaled: false }
}

fn place(span: Range<usize>) -> Place {
    Place { source: SourceId(0), start: span.start, end: span.end }
}
