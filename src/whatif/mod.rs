//! What if: something laid over a case, and the same path run again.

mod ask;
mod assumption;
mod chair;
mod change;
mod changed;
mod close;
mod compare;
mod edge;
mod evidence;
pub mod inputs;
mod laying;
mod leeway;
mod levers;
mod scenario;
pub mod sensitivity;
mod side;
pub mod simulate;
pub mod sources;
pub mod stress;
mod trial;

pub use ask::{Ask, Asked, Sums};
pub use assumption::is_assumption;
pub use chair::{Chair, ChairYear, Ends, Saving, Word};
pub use change::change;
pub use changed::{Changed, Written, changed};
pub use close::Closing;
pub use compare::{CaseFigures, Difference, Differences, tried, under};
pub use edge::{Edge, Range, Turn, edge};
pub use evidence::{Evidence, Ground, evidence};
pub use laying::{Given, Laying, percent};
pub use leeway::Leeway;
pub use levers::{Lever, LeverUnit, Pulled, contribution_needed, pull_all};
pub use scenario::{blamed_on, is_error, mistakes};
pub use side::{Comparison, Figures, Horizons, Side, SideSubject, Unlike, compare};
pub use trial::Trial;
