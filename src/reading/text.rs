//! Texts, truths and lists.

use super::keys::{Problems, Slot};
use super::nearest::nearest;
use crate::document::{Value, ValueMistake, Wanted};
use crate::words::{Language, Text, Word};

/// A text, which may be empty.
pub fn text<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<&'d str> {
    match &slot.node.value {
        Value::Text(text) => Some(text),
        _ => slot.wrong_type(Wanted::Text, problems),
    }
}

/// A text with something in it.
pub fn filled<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<&'d str> {
    let filled = text(slot, problems)?;
    if filled.trim().is_empty() {
        return slot.wrong(ValueMistake::EmptyText { key: slot.key.to_owned() }, problems);
    }
    Some(filled)
}

/// A text for people with something in it, in every language that it is in.
pub fn name(slot: Slot<'_>, problems: &mut Problems) -> Option<Text> {
    to_people(slot, problems, filled)
}

/// A text for people, which may be empty.
pub fn story(slot: Slot<'_>, problems: &mut Problems) -> Option<Text> {
    to_people(slot, problems, text)
}

/// A text for people: one for everybody, or a table with one in each language.
fn to_people(
    slot: Slot<'_>,
    problems: &mut Problems,
    read: for<'s> fn(Slot<'s>, &mut Problems) -> Option<&'s str>,
) -> Option<Text> {
    let Value::Table(table) = &slot.node.value else { return read(slot, problems).map(Text::from) };
    if table.0.is_empty() {
        return slot.wrong(ValueMistake::NoLanguage { key: slot.key.to_owned() }, problems);
    }
    let mut written = Vec::with_capacity(table.0.len());
    for (word, item) in table.0.iter() {
        let Some(language) = Language::of(word) else {
            let (key, written) = (slot.key.to_owned(), word.clone());
            let near = nearest(word, Language::spellings().iter().copied()).map(str::to_owned);
            problems.push(item.key, ValueMistake::LanguageUnknown { key, written, near });
            continue;
        };
        let key = format!("{}.{word}", slot.key);
        let text = read(Slot { key: &key, node: &item.node }, problems);
        written.extend(text.map(|text| (language, text.to_owned())));
    }
    if written.len() < table.0.len() { None } else { Text::in_languages(written) }
}

/// `true` or `false`.
pub fn truth(slot: Slot<'_>, problems: &mut Problems) -> Option<bool> {
    match &slot.node.value {
        Value::Truth(truth) => Some(*truth),
        _ => slot.wrong_type(Wanted::Truth, problems),
    }
}

/// A list with something in it, each item read by itself.
pub fn list<'d, T>(
    slot: Slot<'d>,
    wanted: Wanted,
    problems: &mut Problems,
    read: impl Fn(Slot<'d>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::List(nodes) = &slot.node.value else { return slot.wrong_type(wanted, problems) };
    if nodes.is_empty() {
        return slot.wrong(ValueMistake::EmptyList { key: slot.key.to_owned() }, problems);
    }
    let mut items = Vec::with_capacity(nodes.len());
    for node in nodes {
        items.extend(read(slot.inner(node), problems));
    }
    (items.len() == nodes.len()).then_some(items)
}
