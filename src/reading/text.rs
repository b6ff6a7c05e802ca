//! Texts, truths and lists.

use super::keys::{Problems, Slot};
use crate::document::{Value, ValueMistake, Wanted};

/// A text, which may be empty.
pub fn text<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<&'d str> {
    match &slot.node.value {
        Value::Text(text) => Some(text),
        _ => slot.wrong_type(Wanted::Text, problems),
    }
}

/// A text with something in it.
pub fn name<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<&'d str> {
    let name = text(slot, problems)?;
    if name.trim().is_empty() {
        return slot.wrong(ValueMistake::EmptyText { key: slot.key.to_owned() }, problems);
    }
    Some(name)
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
