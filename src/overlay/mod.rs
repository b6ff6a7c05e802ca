//! Partial documents laid over a document: scenarios, arguments, files, stresses and levers.
//!
//! All of them are the same: a table whose values take the place of those beneath, key by key, or
//! change them. What is wrong is told at the overlay's own place.

mod argument;
mod change;
mod extends;
mod files;
mod lay;
mod layers;
mod lists;
mod phases;
mod reach;
mod scenario;
mod unsourced;

pub use argument::{ARGUMENT, argument};
pub use extends::read;
pub use files::{Files, Opened};
pub use lay::{can_be_scaled, lay, scales_an_entry};
pub use layers::{Layers, lay_all, over, over_from, over_throughout, touched};
pub use reach::is_about;
pub use scenario::{Scenario, called, take_scenarios, unknown_scenario};

use crate::document::Source;

/// Whether a source was typed on the command line, rather than read from a file.
pub fn is_typed(source: &Source) -> bool {
    [ARGUMENT, scenario::SCENARIO].contains(&source.name.as_str())
}
