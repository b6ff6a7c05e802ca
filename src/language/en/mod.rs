//! English.

mod compare;
pub mod problems;
pub mod report;
pub mod show;
pub mod syntax;
