//! Which promises a conditional case waits for.

use super::{Books, Run};
use crate::money::Overflow;
use crate::statements::Granted;

/// How many sets of requested entries are tried before the search makes do with a small one.
const MOST_TRIES: usize = 4096;

/// The smallest set of requested entries that, added to certain funding, makes every required test
/// pass; among sets of one size the first in the file's order. Past [`MOST_TRIES`] sets, what is
/// left after dropping from all of them, last in the file first, each that is not needed.
///
/// # Errors
/// [`Overflow`] when a run's sums outgrow what can be posted.
pub fn conditions(books: &Books, requested: &[usize]) -> Result<Vec<usize>, Overflow> {
    let certain = Granted::certain(books.case);
    let sets = (1..=requested.len()).flat_map(|size| Combinations::new(requested.len(), size));
    for set in sets.take(MOST_TRIES) {
        let chosen: Vec<usize> = set.iter().filter_map(|&i| requested.get(i).copied()).collect();
        let granted = chosen
            .iter()
            .fold(certain.clone(), |granted, &place| granted.with(books.case, place, true));
        if Run::of(books, granted)?.closes()? {
            return Ok(chosen);
        }
    }
    without_what_is_not_needed(books, requested)
}

fn without_what_is_not_needed(books: &Books, requested: &[usize]) -> Result<Vec<usize>, Overflow> {
    let mut granted = Granted::all(books.case);
    for &place in requested.iter().rev() {
        let without = granted.clone().with(books.case, place, false);
        if Run::of(books, without.clone())?.closes()? {
            granted = without;
        }
    }
    Ok(requested.iter().copied().filter(|&place| granted.has_all(place)).collect())
}

/// The requested entries without which, all others granted, the case does not close.
///
/// # Errors
/// [`Overflow`] when a run's sums outgrow what can be posted.
pub fn indispensable(books: &Books, requested: &[usize]) -> Result<Vec<usize>, Overflow> {
    let mut needed = Vec::new();
    for &place in requested {
        let without = Granted::all(books.case).with(books.case, place, false);
        if !Run::of(books, without)?.closes()? {
            needed.push(place);
        }
    }
    Ok(needed)
}

/// The sets of `size` out of `count` things, in the order of a dictionary.
struct Combinations {
    count: usize,
    next: Option<Vec<usize>>,
}

impl Combinations {
    fn new(count: usize, size: usize) -> Self {
        Self { count, next: Some((0..size).collect()) }
    }
}

impl Iterator for Combinations {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let current = self.next.take()?;
        // The last thing that can still move on does, and all behind it follow close.
        let mut places = (0..current.len()).rev();
        let free = self.count - current.len();
        self.next =
            places.find(|&i| current.get(i).is_some_and(|&thing| thing < i + free)).map(|i| {
                let moved = current.get(i).map_or(0, |thing| thing + 1);
                let kept = current.iter().copied().take(i);
                kept.chain((moved..).take(current.len() - i)).collect()
            });
        Some(current)
    }
}
