//! What is said around the tables of `sensitivity`.

use super::{Kind, Money};
use crate::calendar::Month;
use crate::case::TestId;
use crate::fund::Limit;
use crate::measures::Ratio;
use crate::statements::Counted;

/// Something to say around the tables of `sensitivity`.
#[derive(Clone, Debug)]
pub enum Sensitivity<'a> {
    /// Over all: the name of the case or fund.
    Title(&'a str),
    /// The margin as it is.
    Margin {
        /// The test that leaves least room.
        test: TestId,
        /// How much.
        by: Room<'a>,
        /// Whether it closes.
        closes: bool,
    },
    /// The margin of a fund as it is.
    FundMargin {
        /// What it is the margin of.
        of: Limit,
        /// How much.
        by: Money<'a>,
        /// Whether it keeps its capital.
        closes: bool,
        /// The start, where prices rise from then on.
        prices_of: Option<Month>,
    },
    /// On which funding the margins are.
    Counted(Counted),
    /// Over the tornado.
    HeadTornado,
    /// How to read the tornado.
    Tornado,
    /// Over the switching values.
    HeadTurns,
    /// How to read the switching values.
    Turns {
        /// What it is about.
        kind: Kind,
        /// Whether it closes as it is.
        closes: bool,
    },
    /// That so many numbers change nothing.
    Still(Kind, usize),
    /// That so many are not shown.
    Left(usize),
    /// That there is no number.
    NoInputs,
    /// Over a margin over two numbers.
    HeadGrid,
    /// What stands in its rows and in its columns.
    Grid {
        /// The path of the rows' number.
        rows: &'a str,
        /// The path of the columns' number.
        columns: &'a str,
    },
    /// Over a column.
    Column(SensitivityColumn),
    /// That no value turns the verdict.
    Never,
    /// That the sums grow too large.
    TooLargeHere,
    /// What is counted while the user waits.
    Working,
}

/// How much room a margin leaves.
#[derive(Clone, Copy, Debug)]
pub enum Room<'a> {
    /// Money.
    Money(Money<'a>),
    /// A ratio.
    Ratio(Ratio),
}

/// A column of the tables of `sensitivity`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SensitivityColumn {
    /// Paths of numbers.
    Input,
    /// The margin at the low end.
    AtLow,
    /// The bar.
    Bar,
    /// The margin at the high end.
    AtHigh,
    /// Today's value.
    Now,
    /// The low end.
    Low,
    /// The high end.
    High,
    /// The value at which the verdict turns.
    TurnsAt,
}
