//! A tree written as TOML, in each of the ways that TOML has for a table.

use bizcase::document::{Node, Table, Value};

/// How tables are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// `[cost.rent]` and its keys below it.
    Header,
    /// `cost.rent.amount = 5`.
    Dotted,
    /// `cost = { rent = { amount = 5 } }`.
    Inline,
}

/// All of them.
pub const SPELLINGS: [Spelling; 3] = [Spelling::Header, Spelling::Dotted, Spelling::Inline];

/// A whole tree as TOML.
pub fn written(root: &Table, spelling: Spelling) -> String {
    let root = &by_hand(root);
    let mut text = String::new();
    match spelling {
        Spelling::Header => headers(&mut text, "", root),
        Spelling::Dotted => dotted(&mut text, "", root),
        Spelling::Inline => {
            for (key, item) in root.0.iter() {
                line(&mut text, &spelled(key), &item.node);
            }
        }
    }
    text
}

/// A tree as somebody would write it: without what a price list puts into it, and without the name of
/// a price that another was laid over.
fn by_hand(table: &Table) -> Table {
    let mut plain = table.clone();
    let place = |key: &str| table.item(key).map(|item| item.node.place);
    let listed = place("price_from");
    if listed.is_some() && place("price") != listed && place("price").is_some() {
        plain.edit().retain(|key, _| !["price_from", "spread"].contains(&key.as_str()));
    }
    plain.edit().retain(|key, item| key == "price_from" || Some(item.node.place) != listed);
    for item in plain.edit().values_mut() {
        if let Value::Table(inner) = &item.node.value {
            item.node.value = Value::Table(by_hand(inner));
        }
    }
    plain
}

/// Values above the tables below them, as TOML wants it.
fn headers(text: &mut String, path: &str, table: &Table) {
    for (key, item) in table.0.iter() {
        if !matches!(item.node.value, Value::Table(_)) {
            line(text, &spelled(key), &item.node);
        }
    }
    for (key, item) in table.0.iter() {
        if let Value::Table(inner) = &item.node.value {
            let path = below(path, key);
            text.push_str(&format!("[{path}]\n"));
            headers(text, &path, inner);
        }
    }
}

fn dotted(text: &mut String, path: &str, table: &Table) {
    for (key, item) in table.0.iter() {
        let path = below(path, key);
        match &item.node.value {
            // A table without keys has no dotted spelling.
            Value::Table(inner) if !inner.0.is_empty() => dotted(text, &path, inner),
            _ => line(text, &path, &item.node),
        }
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { spelled(key) } else { format!("{path}.{}", spelled(key)) }
}

fn line(text: &mut String, key: &str, node: &Node) {
    text.push_str(&format!("{key} = {}\n", value(node)));
}

fn value(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => quoted(text),
        // 1.125 could be read in two ways, so it is written 1.1250.
        Value::Number(number) if number.scaled && decimals(&number.written) == 3 => {
            format!("{}0", number.written)
        }
        Value::Number(number) => number.written.clone(),
        Value::Truth(truth) => truth.to_string(),
        Value::Date(date) => date.clone(),
        Value::Change(change) => panic!("no file holds {change:?}"),
        Value::List(nodes) => {
            format!("[{}]", nodes.iter().map(value).collect::<Vec<_>>().join(", "))
        }
        Value::Table(table) => {
            let keys = table.0.iter();
            let keys: Vec<_> = keys
                .map(|(key, item)| format!("{} = {}", spelled(key), value(&item.node)))
                .collect();
            format!("{{ {} }}", keys.join(", "))
        }
    }
}

fn decimals(number: &str) -> usize {
    number.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

fn spelled(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(bare) { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
