//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`words`]: the words of the format, each in one place: what it takes and what it means.
//! 2. [`document`]: TOML text becomes a tree with places; problems live here.
//! 3. `reading`: what stands under a key becomes a number, a percentage, a month, a word.
//! 4. [`overlay`]: partial documents laid over a document: scenarios, arguments, other files.
//! 5. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.
//! 6. [`stream`] and [`loan`]: each entry becomes monthly postings, [`postings`] holds them all.
//! 7. [`statements`] and [`measures`]: sums of postings, present values, ratios.
//! 8. [`verdict`]: both runs, every test, the conditions, who pays and who benefits.
//! 9. [`whatif`]: a case with something laid over it, run again.
//! 10. [`fund`]: many cases on one capital that is lent, repaid and lent again.
//! 11. [`explain`]: how each figure came about, step by step.
//! 12. [`language`], [`chart`] and [`render`]: what was computed, in words, charts and tables.

pub mod assess;
pub mod calendar;
pub mod case;
pub mod chart;
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
pub mod words;
