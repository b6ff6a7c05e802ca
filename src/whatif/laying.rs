//! What a lever lays over a case: the table itself, and the same as arguments of `--set`.

use super::change::{change, put};
use crate::document::{Change, Number, Table, Value};
use crate::words::{Key, Word};
use rust_decimal::Decimal;
use std::fmt::Write;

/// Something to lay over a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Laying {
    /// An entry that comes in.
    Entry {
        /// Its group.
        group: Key,
        /// Its id, which is free.
        id: String,
        /// Its keys.
        keys: Vec<(Key, Given)>,
    },
    /// An entry, or every entry of a group, that is scaled.
    Scaled {
        /// The group.
        group: Key,
        /// The id of the entry, or `*`.
        id: String,
        /// The key whose number is scaled; without one the entry as a whole.
        key: Option<Key>,
        /// By how many hundredths of a percent.
        by: i64,
    },
}

/// The value of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// A word.
    Word(&'static str),
    /// An amount in euros.
    Amount(Decimal),
}

impl Laying {
    /// The table to lay.
    pub fn table(&self) -> Table {
        match self {
            Self::Entry { group, id, keys } => {
                let keys: Vec<_> = keys.iter().map(|(key, given)| (*key, given.value())).collect();
                over(*group, id, &keys)
            }
            Self::Scaled { group, id, key, by } => {
                // Hundredths of a percent are ten thousandths.
                let scaled = Value::Change(Change::by(Decimal::new(*by, 4)));
                let key = key.map(Key::spelled);
                change(&[&[group.spelled(), id.as_str()], key.as_slice()].concat(), scaled)
            }
        }
    }

    /// The same as arguments of `--set`.
    pub fn arguments(&self) -> Vec<String> {
        match self {
            Self::Entry { group, id, keys } => {
                let keys: Vec<_> = keys
                    .iter()
                    .map(|(key, given)| format!("{key} = {}", given.spelled()))
                    .collect();
                vec![format!("{group}.{id}={{ {} }}", keys.join(", "))]
            }
            Self::Scaled { group, id, key, by } => {
                let key = key.map(|key| format!(".{key}")).unwrap_or_default();
                vec![format!("{group}.{id}{key}={}", percent(*by))]
            }
        }
    }
}

impl Given {
    fn value(self) -> Value {
        match self {
            Self::Word(word) => Value::Text(word.to_owned()),
            Self::Amount(amount) => Value::Number(Number {
                written: amount.to_string(),
                exact: Some(amount),
                scaled: false,
            }),
        }
    }

    fn spelled(self) -> String {
        match self {
            Self::Word(word) => format!("\"{word}\""),
            Self::Amount(amount) => amount.to_string(),
        }
    }
}

fn over(group: Key, id: &str, keys: &[(Key, Value)]) -> Table {
    let mut entry = Table::default();
    for (key, value) in keys {
        put(&mut entry, &[key.spelled()], value.clone());
    }
    change(&[group.spelled(), id], Value::Table(entry))
}

/// Hundredths of a percent with their sign: `-4.17%`, as a scenario takes it.
pub fn percent(hundredths: i64) -> String {
    let mut text = String::from(if hundredths < 0 { "-" } else { "+" });
    let size = hundredths.unsigned_abs();
    // Writing to a text cannot fail.
    let _ = write!(text, "{}.{:02}%", size / 100, size % 100);
    text
}
