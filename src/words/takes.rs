//! What a key takes.

use super::{Choice, NumberKind, Section};

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A number, or several.
    Numbers(Numbers),
    /// How prices rise: the name of a rate, a rate of its own, or a list of those.
    Index,
    /// A whole number.
    Whole(Count),
    /// A list of calendar years, each once.
    CalendarYears,
    /// By what part something changes: `"-20%"`.
    Change,
    /// What is added to a percentage: `"+2 points"`.
    Points,
    /// A month: `"2027-01"`.
    Month,
    /// So many months or years: `"18 months"`.
    Duration {
        /// The fewest months.
        least: i32,
        /// Whether `"unlimited"` will do.
        unlimited: bool,
    },
    /// A text for people, in one language or in several, which may be empty.
    Text,
    /// Such a text with something in it.
    Name,
    /// A text that is only compared with others like it.
    Mark,
    /// A list of such texts, each once.
    Marks,
    /// `true` or `false`.
    Truth,
    /// The ISO 4217 code of a currency with two decimals.
    Currency,
    /// A word out of a short list.
    Word(Choice),
    /// A list of such words, each once; it may be empty.
    Words(Choice),
    /// What names something of the file.
    Id(Named),
    /// A list of such names, each once.
    Ids(Named),
    /// The name of something else, or a list of these, each once.
    IdOrIds(Named),
    /// The path of a file, as seen from the folder of the one that says it.
    File,
    /// A table of its own.
    Table(Section),
    /// A table whose keys are ids, and whose values are such tables.
    Entries(Section),
    /// A table whose keys are names of rates.
    Rates,
    /// A table whose keys are the built-in shocks.
    Shocks,
    /// A share, or the name of a bias.
    Bias,
    /// A calendar year.
    Year,
    /// A table of factors, each of a calendar year.
    Factors,
    /// Price lists: the name of a built-in one, the path of a file, or a list of these, each once.
    Lists,
    /// How often something is paid, or a table of months with the part that is paid in each.
    Payments,
    /// What the key takes that holds the range.
    Ranged,
}

/// A number, or several of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Their kind.
    pub kind: NumberKind,
    /// How many.
    pub many: Many,
    /// Whether `"pm"` may stand for one: named and not counted.
    pub pro_memorie: bool,
    /// Whether one may be a range.
    pub range: bool,
}

/// How many numbers a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One.
    One,
    /// One, or a list.
    OneOrList,
    /// A list with something in it.
    List,
    /// One for each month of the year, not all zero.
    Twelve,
    /// A table with one for each of some months.
    ByMonth,
}

/// What whole numbers a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The least.
    pub least: u32,
    /// The most, where there is one.
    pub most: Option<u32>,
}

/// What a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A party, by its id.
    Party,
    /// An avoided cost, by its id or its path, or a value, by its path.
    Achieved,
    /// A cost or an income, by its path: `"cost.coordinator"`.
    Followed,
    /// A cost, by its path.
    Cost,
    /// A scenario that holds from a month on, by its id.
    Scenario,
    /// A party of another file, by its id.
    PartyOfCase,
    /// A price of a list, by the list and its id: `"nl.emergency"`.
    Listed,
    /// A price of the same list, by its id.
    Price,
}

/// The longest duration, in months: a hundred years.
pub const LONGEST: i32 = 1200;

/// How many years are looked at.
pub const YEARS: Count = Count { least: 1, most: Some(50) };

/// The version of the format.
pub const FORMAT: Count = Count { least: 1, most: Some(1) };

/// A whole number of months.
pub const MONTHS: Count = Count { least: 0, most: Some(LONGEST.unsigned_abs()) };

/// Up to how many links after one another `of` leads.
pub const LONGEST_CHAIN: usize = 64;

/// Up to how many links `of` leads along in all.
pub const MOST_LINKS: usize = 1000;

/// How often something comes in all.
pub const TIMES: Count = Count { least: 1, most: None };

impl Takes {
    /// One number that may be a range.
    pub(super) const fn one(kind: NumberKind) -> Self {
        Self::numbers(kind, Many::One)
    }

    /// Several numbers that may be ranges.
    pub(super) const fn numbers(kind: NumberKind, many: Many) -> Self {
        Self::Numbers(Numbers { kind, many, pro_memorie: false, range: true })
    }

    /// The same, or `"pm"`.
    pub(super) const fn or_pm(self) -> Self {
        match self {
            Self::Numbers(numbers) => Self::Numbers(Numbers { pro_memorie: true, ..numbers }),
            other => other,
        }
    }

    /// The same, and never a range.
    pub(super) const fn no_range(self) -> Self {
        match self {
            Self::Numbers(numbers) => Self::Numbers(Numbers { range: false, ..numbers }),
            other => other,
        }
    }

    /// Whether it takes a table of the file: of its own, or of entries.
    pub const fn is_table(self) -> bool {
        matches!(self, Self::Table(_) | Self::Entries(_) | Self::Rates | Self::Shocks)
    }

    /// Whether `"pm"` may stand for a number.
    pub const fn may_be_pro_memorie(self) -> bool {
        matches!(self, Self::Numbers(Numbers { pro_memorie: true, .. }))
    }

    /// The kind of the numbers that it takes, if it takes any but whole ones.
    pub const fn number(self) -> Option<NumberKind> {
        match self {
            Self::Numbers(numbers) => Some(numbers.kind),
            Self::Index | Self::Rates => Some(NumberKind::Growth),
            Self::Bias => Some(NumberKind::Share),
            _ => None,
        }
    }
}
