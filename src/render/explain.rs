//! What `explain` shows: a figure with the steps behind it, or what can be asked.

pub mod json;
