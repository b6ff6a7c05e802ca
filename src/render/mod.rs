//! What is already computed, shown: nothing here adds or rounds.
//!
//! A report is first a list of [`blocks`], the same whatever it is shown as; [`text`] and
//! [`markdown`] are views of it.

pub mod blocks;
pub mod check;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod sensitivity;
pub mod show;
pub mod stress;
pub mod summary;
pub mod text;
