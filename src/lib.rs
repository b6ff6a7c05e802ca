//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`document`]: TOML text becomes a tree with places; problems live here.
//! 2. `reading`: what stands under a key becomes a number, a percentage, a month, a word.
//! 3. [`overlay`]: partial documents laid over a document: scenarios, arguments, other files.
//! 4. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.
//! 5. [`stream`] and [`loan`]: each entry becomes monthly postings, [`postings`] holds them all.
//! 6. [`statements`] and [`measures`]: sums of postings, present values, ratios.
//! 7. [`verdict`]: both runs, every test, the conditions, who pays and who benefits.
//! 8. [`whatif`]: a case with something laid over it, run again.
//! 9. [`fund`]: many cases on one capital that is lent, repaid and lent again.
//! 10. [`explain`]: how each figure came about, step by step.
//! 11. [`language`] and [`render`]: what was computed, in words and tables.

pub mod assess;
pub mod calendar;
pub mod case;
pub mod cli;
pub mod document;
pub mod exact;
pub mod explain;
pub mod fund;
pub mod language;
pub mod loan;
pub mod measures;
pub mod money;
pub mod overlay;
pub mod postings;
mod reading;
pub mod render;
pub mod statements;
pub mod stream;
pub mod verdict;
pub mod whatif;
