//! What `close` says.

use super::Money;
use crate::calendar::Horizon;
use rust_decimal::Decimal;

/// Something that `close` says.
#[derive(Clone, Debug)]
pub enum Close<'a> {
    /// Over the levers.
    Levers {
        /// Whether the case closes.
        closes: bool,
    },
    /// What the levers under it are.
    About {
        /// Whether the case closes.
        closes: bool,
        /// Whether something is requested, and left out here.
        asks: bool,
    },
    /// How far a lever goes.
    Pulled {
        /// The lever.
        lever: Handle<'a>,
        /// How far, without its sign.
        by: By<'a>,
        /// Whether the case closes, so that this is how far it can go the other way.
        closes: bool,
    },
    /// How many levers turn the verdict only beyond 100%.
    Far {
        /// How many.
        levers: usize,
        /// Whether the case closes.
        closes: bool,
    },
    /// Before the levers that do not turn the verdict.
    CannotTurn {
        /// Whether the case closes.
        closes: bool,
    },
    /// A lever that does not turn the verdict.
    NoTurn {
        /// The lever.
        lever: Handle<'a>,
        /// Whether the case closes.
        closes: bool,
    },
    /// Over the ask.
    Ask,
    /// What is divided, and by what.
    Divided {
        /// What is needed a year.
        needed: Money<'a>,
        /// The months in which it is paid.
        during: Horizon,
        /// The label of the year by which it is divided.
        year: &'a str,
        /// Whether something is requested, which is counted as paid here.
        asks: bool,
    },
    /// That everyone who saves cannot cover it together.
    NotCovered {
        /// What they can be asked together.
        asked: Money<'a>,
        /// What is then still missing a year.
        missing: Money<'a>,
    },
    /// That nobody saves money.
    NobodySaves {
        /// What is needed a year.
        needed: Money<'a>,
        /// The label of the last year.
        year: &'a str,
    },
    /// What is meant by prices of the start.
    AtStart {
        /// The calendar year of the start.
        start: i32,
        /// The label of the year of the figures.
        year: &'a str,
    },
    /// That nobody saves money in any year of a case that ends.
    NobodyEverSaves {
        /// What is needed a year.
        needed: Money<'a>,
    },
    /// What stands for the year of the figures where all years count alike.
    AverageYear,
    /// That no contribution closes it, so that there is nothing to ask.
    NothingToAsk,
    /// Over what parties save.
    Saves,
    /// Over what they pay now.
    Pays,
    /// Over what they are asked.
    Asked,
    /// Over what they could hand over at most, where that is not enough.
    AtMost,
    /// Over what that is in prices of this year, that of the start.
    InPricesOf(i32),
    /// Over what they keep.
    Keeps,
    /// Before what is said to each.
    SayToEach,
    /// What is said to a party.
    To {
        /// Its name.
        party: &'a str,
        /// What is said.
        said: Said<'a>,
    },
}

/// What is said to a party, but for its name.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The label of the year of these figures.
    pub year: &'a str,
    /// The months in which it is asked to contribute.
    pub during: Horizon,
    /// What it saves in that year.
    pub saves: Money<'a>,
    /// The same and what it is asked in prices of the start, where these are others.
    pub at_start: Option<AtStart<'a>>,
    /// What it pays.
    pub pays: Money<'a>,
    /// Whether some of that is only requested.
    pub requested: bool,
    /// What it is asked.
    pub asked: Money<'a>,
    /// What it keeps.
    pub keeps: Money<'a>,
}

/// Amounts in prices of the start.
#[derive(Clone, Copy, Debug)]
pub struct AtStart<'a> {
    /// The calendar year of the start.
    pub year: i32,
    /// What is saved.
    pub saves: Money<'a>,
    /// What is asked.
    pub asked: Money<'a>,
}

/// A lever as people know it.
#[derive(Clone, Copy, Debug)]
pub enum Handle<'a> {
    /// A structural contribution a year.
    Contribution,
    /// Start capital.
    Capital,
    /// All costs.
    Costs,
    /// The price of a sales line with this name.
    Price(&'a str),
    /// The amount of a sales line with this name.
    Amount(&'a str),
    /// The quantity of a sales line with this name.
    Volume(&'a str),
}

/// How far a lever goes.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// So much money.
    Money(Money<'a>),
    /// Such a fraction.
    Share(Decimal),
}
