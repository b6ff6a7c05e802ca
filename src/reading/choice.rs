//! Words out of a short list.

use super::keys::{Problems, Slot};
use super::nearest::nearest;
use crate::document::{Value, ValueMistake, Wanted};
use crate::words::Word;

/// The word that stands here.
pub fn word<W: Word>(slot: Slot<'_>, problems: &mut Problems) -> Option<W> {
    W::all().nth(one_of(slot, W::spellings(), problems)?)
}

/// The place in a list of the word that stands here.
pub fn one_of(
    slot: Slot<'_>,
    allowed: &'static [&'static str],
    problems: &mut Problems,
) -> Option<usize> {
    let Value::Text(text) = &slot.node.value else {
        return slot.wrong_type(Wanted::Text, problems);
    };
    let found = allowed.iter().position(|word| word == text);
    if found.is_none() {
        let near = nearest(text, allowed.iter().copied()).map(str::to_owned);
        let (key, written) = (slot.key.to_owned(), text.clone());
        problems.push(slot.node.place, ValueMistake::UnknownValue { key, written, near, allowed });
    }
    found
}
