//! What is said about a revolving fund.

use super::Money;
use crate::calendar::Month;
use crate::fund::Fate;
use crate::measures::Ratio;
use rust_decimal::Decimal;

/// Something to say about a fund.
#[derive(Clone, Debug)]
pub enum FundSay<'a> {
    /// That it keeps its capital.
    Keeps {
        /// Its name.
        fund: &'a str,
        /// What it is worth at the end, in prices of the start where these rise.
        worth: Money<'a>,
        /// What was put in, likewise.
        put_in: Money<'a>,
        /// The start, where prices rise from then on.
        prices_of: Option<Month>,
    },
    /// That it keeps its capital only as the amounts stand, prices left aside.
    KeepsNominally {
        /// Its name.
        fund: &'a str,
        /// What it is worth at the end.
        worth: Money<'a>,
        /// What was put in.
        put_in: Money<'a>,
        /// What it is worth in prices of the start.
        worth_real: Money<'a>,
        /// What was put in, in prices of the start.
        put_in_real: Money<'a>,
    },
    /// That it does not keep its capital, for it is worth less at the end.
    Shrinks {
        /// Its name.
        fund: &'a str,
        /// What it is worth at the end.
        worth: Money<'a>,
        /// What was put in.
        put_in: Money<'a>,
    },
    /// That it does not keep its capital, for it cannot pay.
    RunsDry {
        /// Its name.
        fund: &'a str,
        /// The first month that ends with cash below zero.
        month: Month,
        /// The lowest cash.
        lowest: Money<'a>,
        /// When cash is lowest.
        lowest_month: Month,
    },
    /// At which interest on all its loans it would just keep its capital.
    EdgeInterest(Option<Decimal>),
    /// How much of its lending it can lose, and how much it loses.
    EdgeLoss {
        /// What it can lose.
        can: Option<Decimal>,
        /// What it loses.
        loses: Option<Ratio>,
    },
    /// How many initiatives were served, wait, or were refused.
    Served {
        /// That got their loans.
        served: usize,
        /// That wait at the end.
        waiting: usize,
        /// That were turned away.
        refused: usize,
    },
    /// That nobody asks this fund for anything.
    NobodyAsks,
    /// That nothing is lent, of how many requests.
    NothingLent(usize),
    /// That nothing is lent, for who was served drew nothing.
    NothingDrawn,
    /// What is set aside.
    SetAside,
    /// Before the command that tells which numbers the verdict hangs on.
    HangsOn,
    /// Over a part of the report.
    Heading(FundPart),
    /// What a table tells.
    About(FundPart),
    /// Over a column.
    Column(FundColumn),
    /// A measure's name.
    Measure(FundMeasure),
    /// What a measure tells.
    MeasureMeans(FundMeasure),
    /// What became of an initiative.
    Fate(Fate),
    /// One of many initiatives of a kind.
    Numbered {
        /// The name of its kind.
        name: &'a str,
        /// The how manieth.
        number: u32,
    },
    /// Before what is said of each that was lost, refused, or still waits.
    WithoutEnd,
    /// That one was lost, refused, or still waits, when and why.
    Fell(Fell<'a>),
    /// That there are so many more of these.
    MoreFell(usize),
    /// How long something waited, in months.
    Waited(i32),
    /// Before the command that shows all figures.
    AllFigures,
}

/// An initiative that was lost, refused, or still waits.
#[derive(Clone, Debug)]
pub struct Fell<'a> {
    /// Its name.
    pub initiative: &'a str,
    /// What it asked.
    pub asked: Money<'a>,
    /// What happened.
    pub how: How<'a>,
}

/// What happened to an initiative that was lost, refused, or still waits.
#[derive(Clone, Copy, Debug)]
pub enum How<'a> {
    /// It stopped because its cash fell below zero.
    OutOfCash {
        /// In which month.
        month: Month,
        /// By how much.
        short: Money<'a>,
        /// What the fund lost.
        lost: Money<'a>,
    },
    /// It stopped after its horizon because it could not repay what it owed.
    CannotRepay {
        /// In which month.
        month: Month,
        /// How much would be missing at most.
        short: Money<'a>,
        /// And when.
        short_month: Month,
        /// What the fund lost.
        lost: Money<'a>,
    },
    /// It was refused, for it asked more than the fund ever has to lend.
    AboveCapital {
        /// In which month.
        month: Month,
        /// What the fund has.
        there: Money<'a>,
    },
    /// It was refused, for there was not enough to lend.
    NotEnough {
        /// In which month.
        month: Month,
        /// What there was.
        there: Money<'a>,
    },
    /// It waits for money.
    Waits {
        /// The month in which it asked.
        asked: Month,
        /// The last month of the fund.
        last: Month,
    },
}

/// A part of a fund's report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundPart {
    /// What it came to.
    Measures,
    /// What flows in and out, by year.
    Flows,
    /// What stands at the end of each year.
    Stocks,
    /// The initiatives, one by one.
    Initiatives,
    /// The initiatives by kind.
    Kinds,
    /// Small loans.
    Lending,
}

/// A column of a fund's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundColumn {
    /// A year.
    Year,
    /// What was put in.
    PutIn,
    /// What was lent.
    Lent,
    /// What was paid back.
    Repaid,
    /// Interest on loans.
    Interest,
    /// Interest on cash.
    IdleInterest,
    /// What was lost.
    Lost,
    /// What the fund itself cost.
    Costs,
    /// Cash.
    Cash,
    /// What of it is set aside.
    SetAside,
    /// What is owed to the fund.
    Outstanding,
    /// Cash and what is owed.
    NetWorth,
    /// The same in prices of the start.
    Real,
    /// An initiative.
    Initiative,
    /// A lending.
    Lending,
    /// How much was asked.
    Amount,
    /// When, or how often, it was asked.
    Asked,
    /// How long it waited.
    Waited,
    /// When it started.
    Started,
    /// What became of it.
    Fate,
    /// How many were served.
    Served,
    /// How many wait.
    Waiting,
    /// How many were refused.
    Refused,
}

/// A measure of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundMeasure {
    /// All that was lent.
    Lent,
    /// How many loans.
    Loans,
    /// All that was paid back.
    Repaid,
    /// Interest on loans.
    Interest,
    /// Interest on cash.
    IdleInterest,
    /// All that was lost.
    Lost,
    /// What the fund itself cost.
    Costs,
    /// Lent over put in.
    Multiplier,
    /// The share of the capital that lay idle.
    Idle,
    /// Cash and what is owed at the end.
    NetWorth,
    /// The same in prices of the start.
    NetWorthReal,
    /// What was put in.
    PutIn,
    /// The same in prices of the start.
    PutInReal,
    /// The lowest cash.
    LowestCash,
    /// The lowest interest on all loans that is enough.
    EdgeInterest,
    /// The share of what it lends that it can lose.
    EdgeLoss,
}
