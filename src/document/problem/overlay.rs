//! What can be wrong with what is laid over a case: a scenario, an argument, another file.

use super::{Known, Mistake, Unreadable};
use crate::calendar::Month;
use crate::document::Place;

/// What is laid over a case does not fit what lies beneath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverlayMistake {
    /// A path leads to nothing that is there.
    ReachesNothing {
        /// The path: `cost.kitchn`, `cost."*".prise`.
        path: String,
        /// What there is.
        known: Known,
    },
    /// `"+10%"` or `"+2 points"` where there is nothing to change.
    NothingToChange {
        /// The key.
        key: String,
        /// As written.
        written: String,
        /// The word that stands there instead of a number, if one does: the name of a rate.
        word: Option<String>,
    },
    /// `"+10%"` on a key that takes a percentage: 10% of it, or 10 points more?
    PercentOrPoints {
        /// The key.
        key: String,
        /// As written.
        written: String,
    },
    /// `"+2 points"` on a key that takes a number.
    PointsOnNumber {
        /// The key.
        key: String,
        /// As written.
        written: String,
    },
    /// No scenario has this name.
    ScenarioUnknown {
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// A table that cannot be changed from the command line.
    NotSettable {
        /// The table.
        table: String,
        /// The tables that can.
        known: Vec<&'static str>,
    },
    /// An argument with nothing in it to lay.
    NothingLaid,
    /// An argument that does not say what its path becomes.
    ArgumentWithoutValue {
        /// The path.
        path: String,
        /// A value that it could become, where the key is known.
        example: Option<&'static str>,
    },
    /// A text with a sign in it that a text has only between quotes.
    TextWithoutQuotes {
        /// The path.
        path: String,
        /// The text.
        text: String,
    },
    /// A scenario that is laid twice.
    ScenarioTwice {
        /// Its name.
        id: String,
    },
    /// Files that are laid over each other round and round.
    ExtendsLoop {
        /// The file, as written.
        path: String,
    },
    /// More files are laid over each other than anybody can follow.
    ExtendsTooDeep {
        /// The file that is one too many, as written.
        path: String,
        /// How many can lie beneath one.
        most: usize,
    },
    /// The file that is to lie beneath cannot be read.
    ExtendsUnreadable {
        /// The file, as written.
        path: String,
        /// Why not.
        cause: Unreadable,
    },
    /// A scenario with `from` changes what cannot change from a month on.
    NotFromAMonth {
        /// What it changes: `rate`, `cost.kitchen.per`.
        path: String,
    },
    /// A scenario with `from` adds what comes once, in a month before that.
    OnBeforeFrom {
        /// The entry.
        path: String,
        /// Its month, as written.
        on: String,
        /// The month from which on the scenario holds.
        from: Month,
    },
    /// A scenario or a shock holds from a month that is fact.
    BeforeFacts {
        /// The month.
        from: Month,
        /// The last month that is fact.
        until: Month,
    },
    /// With a scenario laid over it, something is wrong in what lies beneath.
    MakesWrong {
        /// The scenario.
        scenario: String,
        /// Where that stands.
        at: Place,
        /// What is wrong with it then.
        mistake: Box<Mistake>,
    },
}

codes! {
    OverlayMistake:
    Self::ReachesNothing { .. } => "reaches_nothing",
    Self::NothingToChange { .. } => "nothing_to_change",
    Self::PercentOrPoints { .. } => "percent_or_points",
    Self::PointsOnNumber { .. } => "points_on_number",
    Self::ScenarioUnknown { .. } => "scenario_unknown",
    Self::NotSettable { .. } => "not_settable",
    Self::NothingLaid => "nothing_laid",
    Self::ArgumentWithoutValue { .. } => "argument_without_value",
    Self::TextWithoutQuotes { .. } => "text_without_quotes",
    Self::ScenarioTwice { .. } => "scenario_twice",
    Self::ExtendsLoop { .. } => "extends_loop",
    Self::ExtendsTooDeep { .. } => "extends_too_deep",
    Self::ExtendsUnreadable { cause: Unreadable::Outside, .. } => "extends_outside",
    Self::ExtendsUnreadable { cause: Unreadable::NoCase, .. } => "extends_no_case",
    Self::ExtendsUnreadable { .. } => "extends_unreadable",
    Self::NotFromAMonth { .. } => "not_from_a_month",
    Self::OnBeforeFrom { .. } => "on_before_from",
    Self::BeforeFacts { .. } => "before_facts",
    Self::MakesWrong { .. } => "makes_wrong",
}
