//! Readers of values: what stands under a key becomes a number, a percentage, a month, a word.
//!
//! They know how the format spells things and nothing of what a file is about; each notes what is
//! wrong at its own place, so that all problems of a file are told together.

pub mod causes;
pub mod choice;
pub mod currency;
pub mod entries;
pub mod group;
pub mod keys;
pub mod known;
pub mod names;
pub mod nearest;
pub mod number;
pub mod percent;
pub mod range;
pub mod source;
pub mod text;
pub mod time;
pub mod top;
