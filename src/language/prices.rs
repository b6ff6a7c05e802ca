//! What is said of a price list.

use crate::words::Role;

/// Something to say of a price list.
#[derive(Clone, Copy, Debug)]
pub enum Prices<'a> {
    /// Over all: the name of the list.
    Title(&'a str),
    /// That it is right, with how many prices, and the years of its index.
    Right {
        /// The name of the list.
        name: &'a str,
        /// How many prices.
        prices: usize,
        /// The first and the last year that has an index figure.
        years: Option<(i32, i32)>,
    },
    /// How many prices it has.
    Count(usize),
    /// At the prices of which year they are, and where the index comes from.
    At {
        /// The year.
        year: i32,
        /// Where the index comes from.
        source: Option<&'a str>,
    },
    /// That what has no index figure stands as it is.
    AsItStands,
    /// Under which terms it may be used.
    Licence(&'a str),
    /// How a case takes a price.
    Take {
        /// A price of it.
        path: &'a str,
    },
    /// That no price has these words.
    None,
    /// Who bears a cost, and whether that is inferred.
    Bearer(Role, bool),
    /// Over a column.
    Column(PricesColumn),
}

/// A column of the tables of `prices`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PricesColumn {
    /// The price as a case names it.
    Path,
    /// What it is.
    What,
    /// Of what.
    Unit,
    /// At the level that is asked.
    Now,
    /// As published.
    Then,
    /// In whose prices.
    Year,
    /// Who bears it.
    Bearer,
    /// How sure it is.
    Grade,
}
