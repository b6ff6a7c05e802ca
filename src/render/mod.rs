//! What was computed, shown: nothing is computed here.

pub mod csv;
pub mod json;
