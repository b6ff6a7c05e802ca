//! What is said around the tables of `show`.

use crate::calendar::Month;
use crate::case::Discounting;
use crate::money::Rate;
use crate::statements::{By, Group, Label, WorthOf};

/// Something to say around the tables of `show`.
#[derive(Clone, Debug)]
pub enum Show<'a> {
    /// Over all: the case's name.
    Title(&'a str),
    /// Over the entries that are asked for.
    Entries {
        /// The case's name.
        case: &'a str,
        /// How many they are.
        count: usize,
    },
    /// On which funding the tables are.
    Basis(Basis<'a>),
    /// Over a table.
    Heading(Section),
    /// What a table tells.
    About {
        /// The table.
        section: Section,
        /// The length of its periods.
        by: By,
    },
    /// That there is nothing to put in a table.
    Nothing(Section),
    /// That periods in which nothing happens are left out.
    Quiet(By),
    /// How present values are reckoned.
    Discounted {
        /// The yearly rate.
        rate: Rate,
        /// Which moment of a case year its money is discounted from.
        from: Discounting,
        /// Whether that comes on top of how prices in general rise.
        real: bool,
    },
    /// What counts as the draw of a loan that was drawn before the start.
    OpeningLoans,
    /// Over rows that belong together.
    Part(Part),
    /// What a line is that is no entry.
    Line(Label),
    /// What a line of one entry is.
    OfEntry {
        /// The line.
        label: Label,
        /// The entry's group.
        group: Group,
    },
    /// An entry that is asked for and not promised.
    Requested(&'a str),
    /// What stood at the start.
    AtStart,
    /// All periods together.
    Whole {
        /// Whether what stood at the start, which is not in it, stands beside it.
        beside_start: bool,
    },
    /// Over names of lines or entries.
    Entry,
    /// Over periods.
    Period(By),
    /// Three months, by its first.
    Quarter(Month),
    /// Entries of one sort, over their present values.
    Sort(WorthOf),
    /// What entries of one sort are worth together.
    SortTotal(WorthOf),
    /// Over a present value of what is reckoned to the period.
    WorthAccrued(WorthOf),
    /// Over a present value of what is paid, or can be taken out of a budget.
    WorthCash(WorthOf),
    /// That in-kind funding is no cash.
    NoCash,
    /// How to see one entry.
    OneEntry,
    /// That a sum cannot be computed.
    TooLarge,
}

/// On which funding tables are.
#[derive(Clone, Debug)]
pub enum Basis<'a> {
    /// On all, of which nothing is only requested.
    NothingRequested,
    /// On all, so many entries of which are only requested.
    WithRequests(usize),
    /// On what is certain, without these.
    Without(Vec<&'a str>),
}

/// A table of `show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Investments and how they are financed.
    Plan,
    /// Income and costs.
    Exploitation,
    /// Cash.
    Liquidity,
    /// What is owned and owed.
    Balance,
    /// Loans.
    Loans,
    /// Present values.
    Worth,
    /// One entry.
    Entry,
}

/// Rows of a table that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is bought to last.
    Investments,
    /// What pays for it.
    Financing,
    /// What is earned.
    Income,
    /// What is used.
    Costs,
    /// What comes in.
    Receipts,
    /// What goes out.
    Payments,
    /// What is owned.
    Assets,
    /// What is owed, and to whom the rest belongs.
    Liabilities,
    /// All loans together.
    AllLoans,
}
