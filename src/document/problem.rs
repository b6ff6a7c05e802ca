//! Problems are data until the edge: where, what, and the facts that the sentence about it needs.

mod entry;
mod key;
mod reference;
mod value;

use super::Place;

pub use entry::EntryMistake;
pub use key::{EntryKind, KeyMistake, Shape, Wanted};
pub use reference::{Known, ReferenceMistake};
pub use value::{RateBounds, ValueMistake};

/// Something wrong, or worth saying, about what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What it is, with its facts.
    pub mistake: Mistake,
}

/// Whether a problem stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is computed.
    Error,
    /// It is said, and the work goes on.
    Warning,
}

/// What can be wrong, one variant a kind, with the facts that its message needs. The words are in
/// `language`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A sum outgrew what the tool can compute with.
    TooLarge {
        /// The entry whose sum it is: `cost.kitchen`.
        entry: String,
    },
    /// A key is missing, unknown, out of place or of the wrong type.
    Key(KeyMistake),
    /// A value is not written as its key wants it, or is out of bounds.
    Value(ValueMistake),
    /// The keys of one entry contradict each other.
    Entry(EntryMistake),
    /// What an entry names does not exist or cannot be used so.
    Reference(ReferenceMistake),
}

impl Mistake {
    /// The stable name of the problem, for scripts and for the reference.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::Key(mistake) => mistake.code(),
            Self::Value(mistake) => mistake.code(),
            Self::Entry(mistake) => mistake.code(),
            Self::Reference(mistake) => mistake.code(),
        }
    }

    /// Whether it stops the work.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Entry(EntryMistake::PastEnd { .. }) => Severity::Warning,
            Self::TooLarge { .. }
            | Self::Key(_)
            | Self::Value(_)
            | Self::Entry(_)
            | Self::Reference(_) => Severity::Error,
        }
    }
}

impl From<KeyMistake> for Mistake {
    fn from(mistake: KeyMistake) -> Self {
        Self::Key(mistake)
    }
}

impl From<ValueMistake> for Mistake {
    fn from(mistake: ValueMistake) -> Self {
        Self::Value(mistake)
    }
}

impl From<EntryMistake> for Mistake {
    fn from(mistake: EntryMistake) -> Self {
        Self::Entry(mistake)
    }
}

impl From<ReferenceMistake> for Mistake {
    fn from(mistake: ReferenceMistake) -> Self {
        Self::Reference(mistake)
    }
}
