//! What is already computed, shown: nothing here adds or rounds.
//!
//! A report is first a list of [`blocks`], the same whatever it is shown as; [`text`] and
//! [`markdown`] are views of it, and a [`page`] puts many of them together with charts.

pub mod blocks;
pub mod check;
pub mod close;
pub mod compare;
pub mod csv;
pub mod explain;
pub mod forge;
pub mod fund;
pub mod json;
pub mod markdown;
pub mod page;
pub mod portfolio;
pub mod prices;
pub mod problems;
pub mod sensitivity;
pub mod show;
pub mod simulate;
pub mod sources;
pub mod stress;
pub mod subject;
pub mod summary;
pub mod text;
