//! What a key takes, as far as that decides what `"+10%"` and `"+2 points"` mean on it.

use crate::words::{Changed, Key, Section, Word};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// An amount, a price, a number of units, a ratio.
    Number,
    /// A share or a rate.
    Percentage,
    /// A word, a month, a duration: nothing that can be scaled.
    Other,
}

/// The tables whose keys an overlay changes.
const LAID: &[Section] = &[
    Section::Cost,
    Section::Funding,
    Section::Avoided,
    Section::Case,
    Section::Criteria,
    Section::Fund,
    Section::Lending,
];

impl Takes {
    /// What the key of this name takes.
    pub fn of(key: &str) -> Self {
        let Some(key) = Key::of(key) else { return Self::Other };
        let Some(section) = LAID.iter().find(|section| section.has(key)) else {
            return Self::Other;
        };
        match key.facts(*section).changed() {
            Changed::Part => Self::Number,
            Changed::Points => Self::Percentage,
            Changed::Not => Self::Other,
        }
    }
}
