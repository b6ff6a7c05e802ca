//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`document`]: TOML text becomes a tree with places; overlays and problems live here.
//! 2. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.
//! 3. [`stream`] and [`loan`]: each entry becomes monthly postings, [`postings`] holds them all.
//! 4. [`statements`] and [`measures`]: sums of postings, present values, ratios.
//! 5. [`verdict`]: both runs, every test, the conditions, who pays and who benefits.
//! 6. [`explain`]: how each figure came about, step by step.
//! 7. [`language`] and [`render`]: what was computed, in words and tables.

pub mod assess;
pub mod calendar;
pub mod case;
pub mod cli;
pub mod document;
pub mod exact;
pub mod explain;
pub mod language;
pub mod loan;
pub mod measures;
pub mod money;
pub mod postings;
pub mod render;
pub mod statements;
pub mod stream;
pub mod verdict;
