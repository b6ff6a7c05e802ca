//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`money`] and [`calendar`]: whole cents, months and years.
//! 2. [`exact`]: sums and products that lose nothing.
//! 3. [`words`]: the words of the format, each in one place: what it takes and what it means.
//! 4. [`document`]: TOML text becomes a tree with places; problems live here.
//! 5. `reading`: what stands under a key becomes a number, a percentage, a month, a word.
//! 6. [`overlay`]: partial documents laid over a document: scenarios, arguments, other files.
//! 7. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.
//! 8. [`loan`] and [`stream`]: each entry becomes monthly postings.
//! 9. [`postings`]: all of them, and what earmarks claim of them.
//! 10. [`measures`] and [`statements`]: present values, ratios, sums of postings.
//! 11. [`verdict`]: both runs, every test, the conditions, who pays and who benefits.
//! 12. [`assess`]: the whole road from a document to its verdict.
//! 13. [`whatif`]: a case with something laid over it, run again.
//! 14. [`fund`]: many cases on one capital that is lent, repaid and lent again.
//! 15. [`explain`]: how each figure came about, step by step.
//! 16. [`language`] and [`render`]: what was computed, in words and tables.
//! 17. [`cli`]: the commands: files and arguments in, reports out.
//!
//! `tests/direction.rs` holds every import to this order.

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
pub mod words;
