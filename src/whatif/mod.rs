//! What if: something laid over a case, and the same path run again.

mod change;
mod edge;
pub mod inputs;
mod laying;
mod levers;
pub mod sensitivity;
pub mod stress;
mod trial;

pub use change::change;
pub use edge::{Edge, Range, Turn, edge};
pub use laying::{Given, Laying, percent};
pub use levers::{Lever, Pulled, Unit, contribution_needed, pull_all};
pub use trial::Trial;
