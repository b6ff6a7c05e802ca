//! What an overlay came to: the values of a case that are others with it than without.

use crate::calendar::Month;
use crate::document::{Document, Item, Node, Table, Value};
use crate::reading::group::{is_off, table_at};
use crate::reading::keys::{Problems, Slot};
use crate::reading::percent::written;
use crate::reading::text::story;
use crate::statements::Group;
use crate::words::{Key, Language, Takes, Text, Word};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A value that is another, new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Where: `cost.kitchen.amount`.
    pub path: String,
    /// What it was; nothing where it is new.
    pub from: Option<Written>,
    /// What it is; nothing where it is gone.
    pub to: Option<Written>,
    /// From which month on, where not from the beginning.
    pub since: Option<Month>,
}

/// A value as a file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A number.
    Number(Decimal),
    /// A percentage, as a fraction.
    Percentage(Decimal),
    /// `true` or `false`.
    Truth(bool),
    /// Anything else, as a file spells it; a text by itself without quotes, and one for people in the
    /// language of who reads it.
    Other(Text),
}

/// What of a file is no part of what is computed.
const NOT_COMPUTED: &[Key] = &[Key::Scenario, Key::Stress, Key::Expect, Key::Extends, Key::Format];

/// What is changed in a document since it was another, in the order of its tables.
pub fn changed(from: &Document, to: &Document) -> Vec<Changed> {
    let mut all = Vec::new();
    let mut before = come_in(&from.root, &to.root);
    all_changed(&mut all, None, &from.root, &before);
    for later in &to.later {
        let now = come_in(&from.root, &later.root);
        all_changed(&mut all, Some(later.from), &before, &now);
        before = now;
    }
    all
}

/// A document without the new entries that are still switched off: they come in when they are on.
fn come_in(without: &Table, root: &Table) -> Table {
    let mut come_in = root.clone();
    for group in Group::all().map(Group::id) {
        let Some(entries) = table_at(root, group) else { continue };
        let there = table_at(without, group);
        let is_new = |id: &String| there.is_none_or(|there| !there.0.contains_key(id));
        let waits = |(id, item): (&String, &Item)| is_new(id) && is_off(&item.node.value);
        if entries.0.iter().any(waits)
            && let Some(item) = come_in.edit().get_mut(group)
            && let Value::Table(entries) = &mut item.node.value
        {
            entries.edit().retain(|id, item| !waits((id, item)));
        }
    }
    come_in
}

fn all_changed(all: &mut Vec<Changed>, since: Option<Month>, from: &Table, to: &Table) {
    let nothing = Table::default();
    let computed = |key: &&String| !NOT_COMPUTED.iter().any(|word| word.spelled() == *key);
    let gone = from.0.keys().filter(|key| !to.0.contains_key(*key));
    for key in to.0.keys().chain(gone).filter(computed) {
        let table = |root: &'_ Table| match root.0.get(key).map(|item| &item.node.value) {
            Some(Value::Table(table)) => Some(table.clone()),
            _ => None,
        };
        let mut walk = Walk { all, since };
        match (table(from), table(to)) {
            (None, None) => walk.item(key, key, from.0.get(key), to.0.get(key)),
            (from, to) => {
                walk.table(key, &from.unwrap_or(nothing.clone()), &to.unwrap_or(nothing.clone()));
            }
        }
    }
}

/// A walk over two trees side by side.
struct Walk<'a> {
    all: &'a mut Vec<Changed>,
    since: Option<Month>,
}

impl Walk<'_> {
    fn table(&mut self, path: &str, from: &Table, to: &Table) {
        // Nothing was laid over what they share.
        if Arc::ptr_eq(&from.0, &to.0) {
            return;
        }
        let gone = from.0.keys().filter(|key| !to.0.contains_key(*key));
        for key in to.0.keys().chain(gone) {
            let path = format!("{path}.{}", spelled_key(key));
            self.item(&path, key, from.0.get(key), to.0.get(key));
        }
    }

    fn item(&mut self, path: &str, key: &str, from: Option<&Item>, to: Option<&Item>) {
        let (from, to) = (from.map(|item| &item.node), to.map(|item| &item.node));
        let values = (from.map(|node| &node.value), to.map(|node| &node.value));
        if let (Some(Value::Table(from)), Some(Value::Table(to))) = values {
            self.table(path, from, to);
            return;
        }
        let written = |node| Written::of(key, node);
        let (from, to) = (from.map(written), to.map(written));
        if from != to {
            let (path, since) = (path.to_owned(), self.since);
            self.all.push(Changed { path, from, to, since });
        }
    }
}

impl Written {
    fn of(key: &str, node: &Node) -> Self {
        if let Some(text) = for_people(key, node) {
            return Self::Other(text);
        }
        match &node.value {
            Value::Number(number) => {
                number.exact.map_or(Self::Other(Text::from(number.written.as_str())), |exact| {
                    Self::Number(if number.scaled { exact.normalize() } else { exact })
                })
            }
            Value::Truth(truth) => Self::Truth(*truth),
            Value::Text(text) => match fraction(text) {
                Some(fraction) => Self::Percentage(fraction),
                None => Self::Other(Text::from(text.as_str())),
            },
            // A range counts as its likely value.
            Value::Table(table) => match table.item(Key::Likely) {
                Some(likely) if !matches!(likely.node.value, Value::Table(_)) => {
                    Self::of(Key::Likely.spelled(), &likely.node)
                }
                _ => Self::Other(Text::said(|language| spelled(node, language))),
            },
            _ => Self::Other(Text::said(|language| spelled(node, language))),
        }
    }
}

/// The text for people that a key has in several languages.
fn for_people(key: &str, node: &Node) -> Option<Text> {
    let takes = Key::of(key)?.usually();
    let in_languages = matches!(node.value, Value::Table(_));
    let read = in_languages && matches!(takes, Takes::Text | Takes::Name);
    read.then(|| story(Slot { key, node }, &mut Problems::default()))?
}

/// `2.25%` as a fraction.
fn fraction(text: &str) -> Option<Decimal> {
    written(text)?.checked_div(Decimal::ONE_HUNDRED).map(|fraction| fraction.normalize())
}

/// A value as TOML spells it within a line, for who reads this language.
fn spelled(node: &Node, language: Option<Language>) -> String {
    match &node.value {
        Value::Text(text) => quoted(text),
        Value::Number(number) if number.scaled => {
            number.exact.map_or(number.written.clone(), |exact| exact.normalize().to_string())
        }
        Value::Number(number) => number.written.clone(),
        Value::Truth(truth) => truth.to_string(),
        Value::Date(date) => date.clone(),
        // What is changed stands in the tree itself once it is laid.
        Value::Change(_) => String::new(),
        Value::List(nodes) => {
            let nodes: Vec<_> = nodes.iter().map(|node| spelled(node, language)).collect();
            format!("[{}]", nodes.join(", "))
        }
        Value::Table(table) => {
            let keys = table.0.iter();
            let value = |key: &str, node: &Node| match for_people(key, node) {
                Some(text) => quoted(text.to_programs(language)),
                None => spelled(node, language),
            };
            let keys: Vec<_> = keys
                .map(|(key, item)| format!("{} = {}", spelled_key(key), value(key, &item.node)))
                .collect();
            format!("{{ {} }}", keys.join(", "))
        }
    }
}

fn spelled_key(key: &str) -> String {
    let bare = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if !key.is_empty() && key.bytes().all(bare) { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
