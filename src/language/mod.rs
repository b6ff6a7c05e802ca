//! All words for people, in Dutch and English.

/// A language of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}
