//! Many cases together: what is asked of whom, what is promised, and what hangs on it.
//!
//! Sums are of posted cents by calendar year: present values of cases that start in other years do not
//! add up. Each case brings its own part, worked out apart from all others; what is kept of it is little.

mod brought;
mod budget;
mod sums;
mod year;

pub use brought::{Asked, Brought, Naming, PartyBrought, brought};
pub use budget::Budget;
pub use sums::{
    CaseKept, NoSpent, PartySums, Pocket, Portfolio, RequestKept, RequestKey, RequestSums, Spent,
    Sums,
};
pub use year::{CashYear, PartyYear, Years};
