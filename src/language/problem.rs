//! What is said about a problem.

use super::{Language, en, nl};
use crate::document::{Mistake, Note};

/// What is said about a problem: two sentences without a capital and without a full stop at their
/// end, for they follow `error[code]:` and `help:`. What stands in a file is between backquotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// The words for a problem.
pub fn problem(language: Language, mistake: &Mistake) -> Words {
    match language {
        Language::En => en::problems::words(mistake),
        Language::Nl => nl::problems::words(mistake),
    }
}

/// What is said at another place that a problem is about.
pub fn note(language: Language, note: Note) -> &'static str {
    match language {
        Language::En => en::syntax::note(note),
        Language::Nl => nl::syntax::note(note),
    }
}
