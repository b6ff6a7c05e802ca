//! English.

pub mod problems;
pub mod syntax;
