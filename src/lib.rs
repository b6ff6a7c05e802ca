//! Tells whether a social initiative's business case closes.
//!
//! Data flows one way, and a room knows only the rooms before it:
//!
//! 1. [`document`]: TOML text becomes a tree with places; overlays and problems live here.
//! 2. [`case`]: a document is validated into a [`case::Case`], or into a list of problems.

pub mod calendar;
pub mod case;
pub mod document;
pub mod language;
pub mod money;
