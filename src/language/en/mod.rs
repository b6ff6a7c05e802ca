//! English.

pub mod problems;
pub mod report;
pub mod syntax;
