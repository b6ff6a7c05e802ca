//! Problems are data until the edge: where, what, and the facts that the sentence about it needs.

use super::{Fault, Place};

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
    /// The text of the file is not as TOML has it.
    Syntax(Fault),
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
            Self::Syntax(fault) => fault.code(),
            Self::TooLarge { .. } => "too_large",
        }
    }

    /// Whether it stops the work.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Syntax(_) | Self::TooLarge { .. } => Severity::Error,
        }
    }
    /// The other places that it is about, and what to say at each.
    pub fn also(&self) -> Vec<(Place, Note)> {
        match self {
            Self::Syntax(fault) => fault.also().into_iter().collect(),
            Self::TooLarge { .. } => Vec::new(),
        }
    }
}

/// What is said at another place that a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The first of two that should be one.
    FirstHere,
    /// What got a value, and so is no table.
    ValueHere,
}
