//! A case as a workbook of formulas that come to the same cents.
//!
//! A [`Book`] is cells with what they hold; each formula is described once, and that description is
//! both written down for a spreadsheet and worked out exactly here. What an entry's formulas come to
//! is held against what it posts; where the two differ, the numbers that it posts stand there
//! instead, and all that they depend on is changed in the file.

#![cfg_attr(
    not(feature = "inside"),
    allow(
        dead_code,
        unused_imports,
        reason = "where figures stand is only looked at from outside"
    )
)]

mod book;
mod cause;
mod depends;
mod entry;
mod formula;
mod input;
mod judged;
mod ledger;
mod number;
mod origin;
mod rows;
mod settled;
mod sheets;
mod stream;
mod told;
mod write;

pub use book::{Book, Content, Look, Placed, SheetId};
pub use formula::{Cell, Formula, Value};
pub use input::{Placed as PlacedInput, Why};
pub use number::Number;
pub use origin::origin;
pub use settled::{Settled, settled};
pub use sheets::make;
pub use told::{Shown, Told, Workbook};
pub use write::{Failed, bytes, spoilt};
