//! English.

mod compare;
pub mod fund;
pub mod problems;
pub mod report;
pub mod show;
mod stress;
pub mod syntax;
