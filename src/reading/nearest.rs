//! "Did you mean": the word that was probably meant.

use crate::words::meant;
use strsim::damerau_levenshtein;

/// The candidate that a word resembles, if one does.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_ascii_lowercase();
    let meant = meant(&word);
    candidates
        .filter_map(|candidate| Some((distance(&word, &meant, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How far a candidate is from the word, when it is near enough to be meant.
fn distance(word: &str, meant: &[&str], candidate: &str) -> Option<usize> {
    if meant.contains(&candidate) {
        return Some(0);
    }
    // What people forget is the group ("day_care" for "cost.day_care") or a part of a name.
    let tail = candidate.rsplit('.').next().unwrap_or(candidate);
    if tail == word || word.rsplit('.').next() == Some(candidate) {
        return Some(1);
    }
    let bound = match word.len().max(candidate.len()) {
        // A name longer than people write is not worth the time.
        101.. => return None,
        0..=3 => 1,
        4..=7 => 2,
        length => length / 3,
    };
    let near = damerau_levenshtein(word, candidate);
    let part = word.len() >= 4 && candidate.starts_with(word)
        || candidate.len() >= 4 && word.starts_with(candidate);
    (near <= bound || part).then_some(near)
}
