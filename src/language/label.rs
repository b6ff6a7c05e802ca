//! The words around problems.

use super::{Language, en, nl};

/// A word or line around problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Before what stops the work.
    Error,
    /// Before what does not.
    Warning,
    /// Before how to mend it.
    Help,
    /// That so many more problems are not shown.
    More(usize),
}

/// The words of a label.
pub fn label(language: Language, label: Label) -> String {
    match language {
        Language::En => en::syntax::label(label),
        Language::Nl => nl::syntax::label(label),
    }
}
