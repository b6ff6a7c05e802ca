//! What is said around the steps of `explain`.

use crate::calendar::Month;
use crate::case::TestId;
use crate::explain::Name;
use crate::explain::figure::{CashColumn, EntryColumn, Measure, PartyColumn};
use crate::explain::formula::Function;
use crate::explain::node::Remark;
use crate::statements::{Counted, Group};

/// Something to say around the steps of `explain`.
#[derive(Clone, Debug)]
pub enum Explain<'a> {
    /// What a figure is.
    Subject(ExplainSubject<'a>),
    /// What an input is called in a formula: one word.
    Name(Name),
    /// What an input is, in a few words.
    Meaning(Name),
    /// What a function is called in a formula.
    Function(Function),
    /// A word that a figure comes to.
    Word(&'a str),
    /// One thing or another, written already.
    Choice {
        /// What decides.
        when: &'a str,
        /// When it is so.
        then: &'a str,
        /// When it is not.
        or: &'a str,
    },
    /// Something that a formula does not say.
    Remark(&'a Remark),
    /// How deadweight, displacement and attribution combine, in their own numbers.
    Multiplied {
        /// The shares that are taken off, as percentages.
        taken: &'a [String],
        /// What they leave, as a percentage.
        left: &'a str,
    },
    /// That a value is not in the file and holds when nothing is said.
    Default,
    /// That the steps of a figure stand further up.
    Above,
    /// What the file says about where a value comes from.
    Source(&'a str),
    /// That so many more inputs are not listed, none of them lower.
    MoreNoneLower(usize),
    /// How to see the steps behind one of the figures.
    Further,
    /// Over what can be asked.
    AskTitle(&'a str),
    /// What the list of figures is.
    AskFor,
    /// What can follow a path.
    AskPeriods {
        /// The first month.
        first: Month,
        /// The last month.
        last: Month,
        /// The label of a case year.
        year: &'a str,
    },
    /// Over figures that belong together.
    AskPart(AskPart),
    /// Over paths.
    AskPath,
    /// Over what they name.
    AskWhat,
    /// Over whether a month or a case year can follow.
    AskTail,
    /// That one can.
    AskMonthOrYear,
    /// That a case year can.
    AskYear,
}

/// Figures that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskPart {
    /// The verdict and its tests.
    Verdict,
    /// Measures.
    Measures,
    /// Cash.
    Cash,
    /// Parties.
    Parties,
    /// Entries.
    Entries,
}

/// What a figure is.
#[derive(Clone, Debug)]
pub enum ExplainSubject<'a> {
    /// The verdict.
    Verdict,
    /// A test, on one run or on both; its figure or its result.
    Test {
        /// Which.
        id: TestId,
        /// On which funding.
        run: Option<Counted>,
        /// Whether it is what the test measures.
        figure: bool,
    },
    /// A measure.
    Measure(Measure),
    /// A figure of the cash statement.
    Cash(Counted, CashColumn, When),
    /// A figure of a party's row.
    Party {
        /// Its name.
        name: &'a str,
        /// On which funding.
        run: Counted,
        /// Which.
        column: PartyColumn,
    },
    /// A figure of an entry.
    Entry {
        /// Its name.
        name: &'a str,
        /// Its group.
        group: Group,
        /// On which funding.
        run: Counted,
        /// Which.
        column: EntryColumn,
        /// When.
        when: When,
    },
}

/// When a figure is.
#[derive(Clone, Debug)]
pub enum When {
    /// In or at the end of a month.
    Month(Month),
    /// In or at the end of a case year.
    Year(String),
    /// Over all months.
    Whole,
    /// As a present value.
    PresentValue,
    /// In whatever month or year is asked.
    Any,
}
