//! Statements: sums of postings, in the order in which a bank or a municipality reads them.

mod balance;
mod cash;
mod exploitation;
mod flows;
mod liquidity;
mod loans;
mod overview;
mod period;
mod plan;
mod present;
mod sheet;
mod single;

pub use crate::postings::{Both, Counted, Granted};
pub use cash::{Cash, ClosingCash, Unfunded};
pub use flows::Flows;
pub use overview::Overview;
pub use period::By;
pub use present::{PresentValue, Worth, WorthOf, present_values, worth};
pub use sheet::{Group, Label, Line, Sheet, SheetKind, Weight};
pub use single::{EntrySheet, entries};

use crate::case::Case;
use crate::money::Overflow;
use crate::postings::Postings;

/// A case's postings with the funding that is granted: what every sheet reads.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The case.
    pub case: &'a Case,
    /// What its entries post in that run.
    pub postings: &'a Postings,
    /// Which funding counts.
    pub granted: &'a Granted,
}

/// The sheets of a case by month, in reading order: investments and their financing, exploitation,
/// liquidity, balance, loans.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn sheets(view: View) -> Result<Vec<Sheet>, Overflow> {
    Ok(vec![
        plan::sheet(view)?,
        exploitation::sheet(view)?,
        liquidity::sheet(view)?,
        balance::sheet(view)?,
        loans::sheet(view)?,
    ])
}
