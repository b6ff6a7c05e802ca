//! What is said around cases, or funds, side by side.

use super::numbers::{percentage, written as written_number};
use super::{Kind, Language};
use crate::calendar::{Horizon, Month};
use crate::case::{TestId, VerdictKind};
use crate::fund::Limit;
use crate::statements::Counted;
use crate::whatif::Written;

/// Something to say around cases or funds side by side.
#[derive(Clone, Debug)]
pub enum Compare<'a> {
    /// Over all: a file by itself and so many scenarios.
    Scenarios {
        /// What it is.
        kind: Kind,
        /// Its name.
        name: &'a str,
        /// How many scenarios.
        count: usize,
    },
    /// Over all: so many files.
    Files(Kind, usize),
    /// That a file has no scenarios, and how it gets one.
    NoScenarios,
    /// Of which files the columns are, where their heads do not say so.
    FileOf {
        /// The head of the column.
        head: &'a str,
        /// The file.
        file: &'a str,
    },
    /// That amounts in these currencies are not compared.
    Currencies(Kind, &'a [String]),
    /// That the columns do not look at the same months.
    Horizons(Kind),
    /// Which months a column looks at.
    LooksAt {
        /// The head of its column.
        head: &'a str,
        /// The months.
        horizon: Horizon,
    },
    /// What differences are with, and the marks behind figures.
    HowToRead {
        /// What the columns are.
        kind: Kind,
        /// The head of the first one.
        first: &'a str,
    },
    /// Over the column of the file by itself.
    Base,
    /// Over a table.
    Heading {
        /// The table.
        section: Section,
        /// On which funding its figures are; nothing where there is one run.
        counted: Option<Counted>,
    },
    /// Over the names of rows.
    Row,
    /// Whether it closes, or keeps its capital.
    Closes(Kind),
    /// How far it is from the point where the verdict turns.
    Margin(Option<Counted>),
    /// Before the test, or the limit, that a margin is about.
    MarginOf,
    /// What the margin of a fund is of, in a word.
    Limit(Limit),
    /// Whether a fund keeps its capital, in a word.
    Keeps(VerdictKind),
    /// That no terms of a fund are enough.
    NotEnough,
    /// A test, in a word.
    Short(TestId),
    /// Before what a test asks.
    Asked,
    /// Before a figure less that of the first column.
    Difference,
    /// What a difference between percentages is counted in, after a number.
    Points,
    /// What a scenario changes.
    ChangedBy {
        /// Its name.
        name: &'a str,
        /// Its id.
        id: &'a str,
    },
    /// What a file changes in the first.
    ChangedIn(&'a str),
    /// That nothing changes.
    NothingChanged,
    /// A value that is another.
    Changed {
        /// The value, or of a switch the entry, by its path or by its name.
        what: &'a str,
        /// Whether it is a switch: an entry goes off, or comes on.
        switch: bool,
        /// What it was.
        from: Option<&'a Written>,
        /// What it is.
        to: Option<&'a Written>,
        /// From which month on.
        since: Option<Month>,
    },
    /// That so many more values are others.
    MoreChanged(usize),
    /// What to do next: see one scenario by itself.
    OneByItself,
}

/// A table of cases side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The tests.
    Tests,
    /// Closing cash.
    Cash,
    /// What is changed.
    Changes,
    /// What funds come to.
    Measures,
    /// Their net worth.
    Worth,
}

/// A value of a file as people read it in a language.
pub(super) fn written(language: Language, value: &Written) -> String {
    match value {
        Written::Number(value) => written_number(language, *value),
        Written::Percentage(fraction) => percentage(language, *fraction),
        Written::Truth(truth) => truth.to_string(),
        Written::Other(text) => text.to_people(language).to_owned(),
    }
}
