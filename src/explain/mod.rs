//! How a figure came about, step by step: with the formula, the inputs and where they stand.
//!
//! The figures themselves are the program's own, as the rooms before this one posted and judged
//! them. Beside each its steps are built anew from the case, so that whoever redoes the sum with
//! what is shown gets the same cents; `tests/explain.rs` does so for every figure of every case.
//!
//! [`figure`] names what can be asked, [`ask`] reads a path, [`Tracer`] explains. What an entry
//! comes to in a month is explained in one place, [`amount`].

pub mod amount;
pub mod ask;
mod book;
mod cash;
mod claim;
mod claims;
mod columns;
mod entry;
pub mod figure;
pub mod formula;
pub mod list;
mod loan;
mod measure;
mod milestones;
mod name;
pub mod node;
mod opening;
mod party;
mod reserve;
mod sale;
mod settle;
mod tell;
mod test;
mod tracer;
mod value;
mod worth;

pub use name::Name;
pub use tracer::Tracer;
pub use value::{Value, ValueUnit};
