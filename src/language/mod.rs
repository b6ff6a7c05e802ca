//! All words for people, in Dutch and English.
//!
//! Other rooms make messages with their facts; here each becomes a sentence, in one `match` a
//! language, so that the compiler finds what has not been said.

pub mod en;
mod label;
pub mod nl;
mod problem;
mod spelled;

pub use label::{Label, label};
pub use problem::{Words, note, problem};

/// A language of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}
