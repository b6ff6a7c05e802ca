//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`money`] and [`calendar`]: whole cents, months and years.
//! 2. [`exact`]: sums and products that lose nothing.
//! 3. [`words`]: the words of the format, each in one place: what it takes and what it means.
//! 4. [`document`]: TOML text becomes a tree with places; problems live here.
//! 5. `reading`: what stands under a key becomes a number, a percentage, a month, a word.
//! 6. [`prices`]: price lists, and what a case takes from them.
//! 7. [`overlay`]: partial documents laid over a document: scenarios, arguments, other files.
//! 8. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.
//! 9. [`loan`] and [`stream`]: each entry becomes monthly postings.
//! 10. [`postings`]: all of them, and what earmarks claim of them.
//! 11. [`measures`] and [`statements`]: present values, ratios, sums of postings.
//! 12. [`verdict`]: both runs, every test, the conditions, who pays and who benefits.
//! 13. [`assess`]: the whole road from a document to its verdict.
//! 14. [`whatif`]: a case with something laid over it, run again.
//! 15. [`fund`]: many cases on one capital that is lent, repaid and lent again.
//! 16. [`portfolio`]: many cases together: what is asked of whom, and what hangs on it.
//! 17. [`explain`]: how each figure came about, step by step.
//! 18. [`language`], [`chart`] and [`render`]: what was computed, in words, charts and tables.
//! 19. [`workbook`]: a case as a workbook of formulas that come to the same cents.
//! 20. [`schema`]: the format itself, as editors read it.
//! 21. [`interview`]: a first case from questions.
//! 22. [`cli`]: the commands: files and arguments in, reports out.
//!
//! `tests/direction.rs` holds every import to this order.
//!
//! What other programs need of it stands below. With the feature `inside` every room but `reading`
//! is open: the tests and the benchmarks look in.

#![cfg_attr(
    not(feature = "inside"),
    allow(unused_imports, reason = "some of what a room passes on is only looked at from outside")
)]

#[cfg(feature = "inside")]
pub mod assess;
#[cfg(not(feature = "inside"))]
mod assess;
#[cfg(feature = "inside")]
pub mod calendar;
#[cfg(not(feature = "inside"))]
mod calendar;
#[cfg(feature = "inside")]
pub mod case;
#[cfg(not(feature = "inside"))]
mod case;
#[cfg(feature = "inside")]
pub mod chart;
#[cfg(not(feature = "inside"))]
mod chart;
#[cfg(feature = "inside")]
pub mod cli;
#[cfg(not(feature = "inside"))]
mod cli;
#[cfg(feature = "inside")]
pub mod document;
#[cfg(not(feature = "inside"))]
mod document;
#[cfg(feature = "inside")]
pub mod exact;
#[cfg(not(feature = "inside"))]
mod exact;
#[cfg(feature = "inside")]
pub mod explain;
#[cfg(not(feature = "inside"))]
mod explain;
#[cfg(feature = "inside")]
pub mod fund;
#[cfg(not(feature = "inside"))]
mod fund;
#[cfg(feature = "inside")]
pub mod interview;
#[cfg(not(feature = "inside"))]
mod interview;
#[cfg(feature = "inside")]
pub mod language;
#[cfg(not(feature = "inside"))]
mod language;
#[cfg(feature = "inside")]
pub mod loan;
#[cfg(not(feature = "inside"))]
mod loan;
#[cfg(feature = "inside")]
pub mod measures;
#[cfg(not(feature = "inside"))]
mod measures;
#[cfg(feature = "inside")]
pub mod money;
#[cfg(not(feature = "inside"))]
mod money;
#[cfg(feature = "inside")]
pub mod overlay;
#[cfg(not(feature = "inside"))]
mod overlay;
#[cfg(feature = "inside")]
pub mod portfolio;
#[cfg(not(feature = "inside"))]
mod portfolio;
#[cfg(feature = "inside")]
pub mod postings;
#[cfg(not(feature = "inside"))]
mod postings;
#[cfg(feature = "inside")]
pub mod prices;
#[cfg(not(feature = "inside"))]
mod prices;
mod reading;
#[cfg(feature = "inside")]
pub mod render;
#[cfg(not(feature = "inside"))]
mod render;
#[cfg(feature = "inside")]
pub mod schema;
#[cfg(not(feature = "inside"))]
mod schema;
#[cfg(feature = "inside")]
pub mod statements;
#[cfg(not(feature = "inside"))]
mod statements;
#[cfg(feature = "inside")]
pub mod stream;
#[cfg(not(feature = "inside"))]
mod stream;
#[cfg(feature = "inside")]
pub mod verdict;
#[cfg(not(feature = "inside"))]
mod verdict;
#[cfg(feature = "inside")]
pub mod whatif;
#[cfg(not(feature = "inside"))]
mod whatif;
#[cfg(feature = "inside")]
pub mod words;
#[cfg(not(feature = "inside"))]
mod words;
#[cfg(feature = "inside")]
pub mod workbook;
#[cfg(not(feature = "inside"))]
mod workbook;

pub use assess::{Assessment, assess};
pub use case::VerdictKind;
pub use cli::{Surroundings, World, run};
pub use document::{Document, Problem, Source, read};
pub use language::{Language, Words, problem};
pub use verdict::Verdict;
