//! Words out of a short list.

use super::keys::{Problems, Slot};
use super::nearest::nearest;
use crate::calendar::Rhythm;
use crate::document::{Value, ValueMistake, Wanted};
use crate::language::Language;

/// The shapes of a range.
pub const SHAPES: &[&str] = &["triangular", "pert", "uniform"];

/// The place in a list of the word that stands here.
pub fn word(
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

/// What the word that stands here means; words and meanings in the same order.
pub fn meaning<T: Copy>(
    slot: Slot<'_>,
    words: &'static [&'static str],
    meanings: &[T],
    problems: &mut Problems,
) -> Option<T> {
    word(slot, words, problems).and_then(|at| meanings.get(at).copied())
}

/// How often a stream comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// One time.
    Once,
    /// Again and again.
    Each(Rhythm),
}

/// `per`, with the word itself.
pub fn per(slot: Slot<'_>, problems: &mut Problems) -> Option<(Per, &'static str)> {
    const WORDS: &[&str] = &["once", "month", "quarter", "year"];
    let at = word(slot, WORDS, problems)?;
    let per = match at {
        0 => Per::Once,
        1 => Per::Each(Rhythm::Monthly),
        2 => Per::Each(Rhythm::Quarterly),
        _ => Per::Each(Rhythm::Yearly),
    };
    WORDS.get(at).map(|word| (per, *word))
}

const RHYTHMS: &[&str] = &["monthly", "quarterly", "yearly"];

/// `paid` and `instalments`.
pub fn rhythm(slot: Slot<'_>, problems: &mut Problems) -> Option<Rhythm> {
    let meanings = [Rhythm::Monthly, Rhythm::Quarterly, Rhythm::Yearly];
    meaning(slot, RHYTHMS, &meanings, problems)
}

/// The word for a rhythm.
pub fn rhythm_word(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Monthly => "monthly",
        Rhythm::Quarterly => "quarterly",
        Rhythm::Yearly => "yearly",
    }
}

/// `language`.
pub fn language(slot: Slot<'_>, problems: &mut Problems) -> Option<Language> {
    meaning(slot, &["nl", "en"], &[Language::Nl, Language::En], problems)
}
