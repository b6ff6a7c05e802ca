//! What can be wrong with a path that names a figure.

use super::Known;
use crate::calendar::Month;

/// A path reaches no figure, entry or number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathMistake {
    /// A part of it names nothing.
    Unknown {
        /// What the part should name.
        part: PathPart,
        /// As written.
        word: String,
        /// What there is.
        known: Known,
    },
    /// A month that is not looked at.
    Outside {
        /// As written.
        word: String,
        /// The first month that is.
        first: Month,
        /// The last.
        last: Month,
    },
    /// It ends too early.
    Incomplete {
        /// What should follow.
        part: PathPart,
        /// After which word.
        after: String,
        /// What there is.
        known: Known,
    },
    /// It names an entry that is switched off.
    Off {
        /// The entry.
        entry: String,
    },
}

/// What a part of a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPart {
    /// A figure, or a group of them.
    Figure,
    /// A test.
    Test,
    /// A party.
    Party,
    /// An entry of a group.
    Entry,
    /// A whole path, to an entry.
    AnyEntry,
    /// A whole path, to a number that can be swung.
    Number,
    /// What of an entry or a party.
    Column,
    /// A month or a case year.
    Period,
    /// A step on the way to a figure.
    Step,
}

codes! {
    PathMistake:
    Self::Unknown { .. } => "path_unknown",
    Self::Outside { .. } => "path_outside",
    Self::Incomplete { .. } => "path_incomplete",
    Self::Off { .. } => "path_off",
}
