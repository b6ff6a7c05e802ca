//! What can be wrong with a price list, and with what a case takes from one.

use super::{Known, Unreadable};
use crate::words::{Per, Role};

/// A price list, or a price that is taken from one, is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceMistake {
    /// The case names no list of this name.
    ListUnknown {
        /// The list, as written.
        list: String,
        /// The price, as written.
        path: String,
        /// The lists that it names.
        known: Known,
    },
    /// The list has no such price.
    Unknown {
        /// As written.
        path: String,
        /// What there is.
        known: Known,
    },
    /// A price of a list in a fund, which names none.
    InFund,
    /// The file of a list cannot be read.
    ListUnreadable {
        /// Its path, as written.
        path: String,
        /// Why not.
        cause: Unreadable,
    },
    /// A file that is no price list.
    NamesNoList {
        /// Its path, as written.
        path: String,
    },
    /// A file that was not opened: it was named by what was laid over the case.
    NotOpened {
        /// Its path, as written.
        path: String,
    },
    /// The list is in another currency.
    Currency {
        /// The price.
        path: String,
        /// That of the list.
        has: String,
        /// That of the case.
        wants: String,
    },
    /// The unit is another stretch of time than the one that the quantity is for.
    Per {
        /// The price.
        path: String,
        /// What it is the price of.
        unit: Per,
        /// What the quantity is for.
        entry: Per,
    },
    /// The price is more than can be, once it is brought to the level of the case.
    TooLarge {
        /// The price.
        path: String,
    },
    /// A spread without a price from a list.
    SpreadAlone,
    /// A year without an index figure between two that have one.
    YearMissing {
        /// The year.
        missing: i32,
        /// The first that has one.
        first: i32,
        /// The last that has one.
        last: i32,
    },
    /// An index figure that is no plain number above zero.
    Factor {
        /// As written.
        written: String,
    },
    /// A part of a price that the list does not have.
    PartUnknown {
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// A price that is a part of itself.
    PartOfItself {
        /// The price.
        id: String,
    },
    /// The index ends before the year that prices are brought to.
    LevelEnds {
        /// The entries whose prices it concerns.
        entries: Vec<String>,
        /// The last year with an index figure.
        last: i32,
        /// The year that they are brought to.
        level: i32,
    },
    /// A price of a year without an index figure stands as it is.
    LevelUnknown {
        /// The price.
        path: String,
        /// Its year.
        year: i32,
        /// The year that prices are brought to.
        level: i32,
    },
    /// A price of long ago.
    Old {
        /// The price.
        path: String,
        /// Its year.
        year: i32,
        /// How many years before the start that is.
        years: i32,
    },
    /// The list says that another bears it.
    OtherPocket {
        /// The price.
        path: String,
        /// Who bears it.
        bears: Role,
        /// The party that the entry gives it to.
        party: String,
        /// What that is.
        is: Role,
    },
    /// What one entry counts another counts too.
    CountedTwice {
        /// The entry.
        entry: String,
        /// The other, which stands before it.
        other: String,
        /// What of a price that the other takes holds this one; nothing where both take the same.
        holder: Option<String>,
    },
    /// Prices of which the source does not say who bears them.
    InferredRole {
        /// The prices.
        paths: Vec<String>,
    },
}

codes! {
    PriceMistake:
    Self::ListUnknown { .. } => "list_unknown",
    Self::Unknown { .. } => "price_unknown",
    Self::InFund => "price_in_fund",
    Self::ListUnreadable { cause: Unreadable::Outside, .. } => "list_outside",
    Self::ListUnreadable { .. } => "list_unreadable",
    Self::NamesNoList { .. } => "names_no_list",
    Self::NotOpened { .. } => "list_not_opened",
    Self::Currency { .. } => "price_currency",
    Self::Per { .. } => "price_per",
    Self::TooLarge { .. } => "price_too_large",
    Self::SpreadAlone => "spread_alone",
    Self::YearMissing { .. } => "index_year_missing",
    Self::Factor { .. } => "index_figure",
    Self::PartUnknown { .. } => "part_unknown",
    Self::PartOfItself { .. } => "part_of_itself",
    Self::LevelEnds { .. } => "price_level_ends",
    Self::LevelUnknown { .. } => "price_level_unknown",
    Self::Old { .. } => "old_price",
    Self::OtherPocket { .. } => "other_pocket",
    Self::CountedTwice { .. } => "counted_twice",
    Self::InferredRole { .. } => "inferred_role",
}

impl PriceMistake {
    /// Whether it stops the work.
    pub(super) fn stops(&self) -> bool {
        !matches!(
            self,
            Self::LevelEnds { .. }
                | Self::LevelUnknown { .. }
                | Self::Old { .. }
                | Self::OtherPocket { .. }
                | Self::CountedTwice { .. }
                | Self::InferredRole { .. }
        )
    }
}
