//! Names that a file gives to things, and those that were probably meant.

use super::keys::Problems;
use super::nearest::nearest;
use crate::document::{Known, Table};

/// How many names a message lists.
const LISTED: usize = 10;

/// How many names are searched for one that resembles what is written.
const SEARCHED: usize = 1_000;

/// After how many problems no more names are searched: nobody reads so far.
const ADVISED: usize = 200;

/// What exists instead of a name that does not.
pub fn known<S: AsRef<str>>(
    name: &str,
    names: impl Iterator<Item = S>,
    total: usize,
    problems: &Problems,
) -> Known {
    // A file of a hundred thousand mistakes should not take hours to be told so.
    if problems.0.len() > ADVISED {
        return Known::default();
    }
    let searched: Vec<S> = names.take(SEARCHED).collect();
    let near = nearest(name, searched.iter().map(AsRef::as_ref)).map(str::to_owned);
    let some = searched.iter().take(LISTED).map(|name| name.as_ref().to_owned()).collect();
    Known { near, some, more: total.saturating_sub(LISTED) }
}

/// How many names a table has.
pub fn size(table: Option<&Table>) -> usize {
    table.map_or(0, |table| table.0.len())
}

/// The names in a table.
pub fn names(table: Option<&Table>) -> impl Iterator<Item = &str> {
    table.map(|table| table.0.keys()).into_iter().flatten().map(String::as_str)
}
