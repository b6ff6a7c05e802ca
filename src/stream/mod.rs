//! From an entry to its exact monthly amounts, and from those to postings in whole cents.
//!
//! `shape` and `terms` hold the formulas of section 4 of the reference, written over any
//! [`Number`](crate::exact::Number); [`Series::posted`] is the running total rule, `payment` says
//! in which month what accrued is paid, and [`posting`] puts these together for each kind of entry; [`unrounded`] does so without rounding.

mod book;
mod came;
mod claims;
pub mod milestones;
mod payment;
pub mod posting;
mod replacement;
pub mod route;
mod scaled;
mod series;
mod shape;
pub mod terms;
pub mod unrounded;

pub use book::{Book, SoldFor};
pub use came::Came;
pub use claims::{Brought, Claimant, Sharing, Standing};
pub use payment::Payments;
pub use replacement::{Bought, last_bought, replacement, unrounded_replacement};
pub use route::{Link, Route, first_month, routes};
pub use scaled::{Scaled, Summed};
pub use series::Series;
pub use shape::price_levels;
pub use shape::purchases;
