//! What if: something laid over a case, and the same path run again.

mod change;
pub mod inputs;
pub mod simulate;
mod trial;

pub use change::change;
pub use trial::Trial;
