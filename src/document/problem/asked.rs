//! What can be wrong with what a command is asked of a file.

use crate::words::Told;

/// A command cannot do what it is asked with this file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedMistake {
    /// A fund, where a case is wanted.
    NotACase {
        /// The command for a fund, as it is typed; none where its name cannot be typed.
        instead: Option<String>,
    },
    /// A price list, where a case or a fund is wanted.
    IsList,
    /// Something else, where a price list is wanted.
    NotAList,
    /// A case, where a fund is wanted.
    NotAFund {
        /// The command for a case, as it is typed; none where its name cannot be typed.
        instead: Option<String>,
    },
    /// A case with facts, where the command knows only plans.
    WithFacts {
        /// The command for the plan, as it is typed; none where its name cannot be typed.
        instead: Option<String>,
    },
    /// A fund beside a case.
    NotAlike {
        /// The file of the case.
        case: String,
    },
    /// A grid over something else than two different numbers.
    TwoNumbers {
        /// Whether they are numbers of a fund, not of a case.
        of_fund: bool,
    },
    /// Which funding of a fund counts, which has one run.
    FundingOfFund,
    /// What is no answer to a question.
    NoAnswer {
        /// The answer as written.
        written: String,
        /// What was asked.
        asks: Told,
        /// What an answer is.
        kind: AnswerKind,
    },
}

/// What an answer to a question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// A number, or a price of a list: those that what was said finds.
    NumberOrPrice(Vec<String>),
    /// A number.
    Number,
    /// A percentage.
    Percentage,
    /// A whole number.
    Whole,
    /// A month.
    Month,
    /// Months of the year.
    MonthsOfYear,
    /// So many months or years.
    Duration,
    /// Yes or no.
    Truth,
    /// One of these.
    OneOf(Vec<String>),
}

codes! {
    AskedMistake:
    Self::NotACase { .. } => "not_a_case",
    Self::IsList => "is_price_list",
    Self::NotAList => "not_a_list",
    Self::NotAFund { .. } => "not_a_fund",
    Self::WithFacts { .. } => "with_facts",
    Self::NotAlike { .. } => "not_alike",
    Self::TwoNumbers { .. } => "two_numbers",
    Self::FundingOfFund => "funding_of_fund",
    Self::NoAnswer { .. } => "no_answer",
}
