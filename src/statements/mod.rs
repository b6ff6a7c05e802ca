//! Statements: sums of postings that a bank or a municipality would ask for.

pub mod cash;

pub use cash::Cash;
