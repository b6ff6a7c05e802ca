//! The words of the format, each in one place: every key, table, kind of entry, test, shock and word
//! out of a short list, with what it takes and means.
//!
//! A [`Key`] is spelled once. What it takes, within which bounds, what it is when it is not said and
//! how a what-if may change it are its [`Facts`]; which keys a table takes is the list of its
//! [`Section`]. Readers, overlays, what-ifs, "did you mean" and the reference ask here.

mod about;
mod choice;
mod entry;
mod example;
mod facts;
mod key;
mod language;
mod meant;
mod number;
mod section;
mod takes;
mod text;
pub mod usual;

pub use choice::{
    Choice, Discounting, FundingKind, GraceInterest, Grade, OpeningKind, Per, PriceKind,
    RangeShape, Repayment, Rest, Role, Settled, Shock, Status, TestId, VerdictKind, WhenFull,
};
pub use entry::{EntryKind, Group};
pub use facts::{Changed, Drives, Facts, Once, Unmoved, Usual};
pub use key::Key;
pub use language::Language;
pub use meant::meant;
pub use number::{Bounds, MOST, NumberKind, PERCENT_DECIMALS, percent};
pub use section::{Need, Section, Take};
pub use takes::{Count, LONGEST, LONGEST_CHAIN, MOST_LINKS, Many, Named, Numbers, Takes};
pub use text::Text;

use std::iter::Copied;
use std::slice;
use std::str::FromStr;
use strum::{VariantArray, VariantNames};

/// A word that has one spelling.
pub trait Word: Copy + FromStr + VariantArray + VariantNames + Into<&'static str> {
    /// As it stands in a file.
    fn spelled(self) -> &'static str {
        self.into()
    }

    /// All of them, in their order.
    fn all() -> Copied<slice::Iter<'static, Self>> {
        <Self as VariantArray>::VARIANTS.iter().copied()
    }

    /// The spellings of all of them, in the same order.
    fn spellings() -> &'static [&'static str] {
        <Self as VariantNames>::VARIANTS
    }

    /// The word that is spelled so.
    fn of(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl<T: Copy + FromStr + VariantArray + VariantNames + Into<&'static str>> Word for T {}

/// A line of text in every language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// In English.
    pub en: &'static str,
    /// In Dutch.
    pub nl: &'static str,
}

/// A line in English and in Dutch.
pub(crate) const fn told(en: &'static str, nl: &'static str) -> Told {
    Told { en, nl }
}
