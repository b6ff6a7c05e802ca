//! Dutch, as a civil servant would write it.

pub mod problems;
pub mod report;
mod sensitivity;
pub mod show;
mod stress;
pub mod syntax;
