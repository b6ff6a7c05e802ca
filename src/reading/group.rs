//! What stands in a table, without a word about what does not.

use crate::document::{Table, Value};
use crate::words::Key;

/// An id within the rules that resembles this one.
pub fn plain_id(id: &str) -> String {
    let mut plain = String::with_capacity(id.len());
    for c in id.trim().to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => plain.push(c),
            'à'..='å' => plain.push('a'),
            'è'..='ë' => plain.push('e'),
            'ì'..='ï' => plain.push('i'),
            'ò'..='ö' => plain.push('o'),
            'ù'..='ü' => plain.push('u'),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            _ if plain.is_empty() || plain.ends_with('_') => {}
            _ => plain.push('_'),
        }
    }
    let plain = plain.trim_end_matches('_');
    if plain.is_empty() { "name".to_owned() } else { plain.to_owned() }
}

/// The id that an entry without one may have, after what it says of itself.
pub fn id_of(entry: &Table) -> String {
    let said = text_at(entry, "id").or_else(|| text_at(entry, "name"));
    said.map_or_else(|| "some_id".to_owned(), plain_id)
}

/// Whether an entry is switched off.
pub fn is_off(value: &Value) -> bool {
    as_table(value)
        .and_then(|table| table.item(Key::Off))
        .is_some_and(|item| matches!(item.node.value, Value::Truth(true)))
}

/// The table under a key, when it is one.
pub fn table_at(root: &Table, key: impl AsRef<str>) -> Option<&Table> {
    as_table(&root.item(key)?.node.value)
}

/// The text under a key, when it is one.
pub fn text_at(table: &Table, key: impl AsRef<str>) -> Option<&str> {
    match &table.item(key)?.node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The table that a value is, when it is one.
pub fn as_table(value: &Value) -> Option<&Table> {
    match value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_put_right() {
        assert_eq!(plain_id("Buurt-keuken"), "buurt_keuken");
        assert_eq!(plain_id("Café 't Hoekje"), "cafe_t_hoekje");
        assert_eq!(plain_id("€"), "name");
    }
}
