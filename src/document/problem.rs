//! Problems are data until the edge: where, what, and the facts that the sentence about it needs.

use super::Place;

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
}

impl Mistake {
    /// The stable name of the problem, for scripts and for the reference.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
        }
    }

    /// Whether it stops the work.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TooLarge { .. } => Severity::Error,
        }
    }
}
