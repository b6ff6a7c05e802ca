//! What a report on paper says around what the commands say.

use super::{Kind, Money};
use crate::calendar::Month;
use crate::case::VerdictKind;
use crate::statements::Counted;
use crate::whatif::stress::Shock;
use rust_decimal::Decimal;

/// Something that a report says.
#[derive(Clone, Debug)]
pub enum Page<'a> {
    /// What the document is called.
    Title(&'a str),
    /// That it is a draft.
    Draft,
    /// Its date.
    Dated {
        /// The day of the month.
        day: u32,
        /// The month.
        month: Month,
    },
    /// That it is for all who decide about a case, or a fund.
    ForAll(Kind),
    /// For which party it is.
    For(&'a str),
    /// Over the list of chapters.
    Contents,
    /// Over a chapter.
    Head(Chapter),
    /// What a chapter is about.
    About(Chapter),
    /// Before what has to be decided.
    Decide,
    /// That nothing need be promised.
    NothingToDecide,
    /// That it has to be decided whether to go on.
    DecideWhether,
    /// What a figure is on: certain funding, or all.
    On {
        /// What the figure is.
        figure: &'a str,
        /// The funding.
        counted: Counted,
    },
    /// In which month a figure stands.
    InMonth(Month),
    /// What the last year's result tells.
    ResultMeans,
    /// Which funding the tables count.
    Counts(Counted),
    /// That nothing is only requested.
    NothingRequested,
    /// Cash by month, for so many months.
    ByMonth(usize),
    /// Which funding what follows counts.
    Margins(Counted),
    /// That there are no scenarios.
    NoScenarios,
    /// Over the scenarios side by side.
    Scenarios,
    /// Over what each number moves.
    Numbers,
    /// Over the shocks.
    Shocks,
    /// Over the simulation.
    Chances,
    /// That nothing is drawn.
    NoRanges,
    /// With what a simulation was made.
    Drawn {
        /// How many draws.
        draws: usize,
        /// The seed.
        seed: u64,
    },
    /// Over what an entry rests on.
    Sources,
    /// Over entries that nobody has confirmed.
    Unconfirmed(usize),
    /// Over entries with a source that can be looked up.
    Confirmed(usize),
    /// The head of a column of entries.
    Entry,
    /// The head of a column of sources.
    Source,
    /// That the file names no source.
    NoSource,
    /// How it was reckoned, a paragraph at a time.
    Method(usize),
    /// What made it, and in which version.
    Made(&'a str),
    /// The head of a column of files.
    File,
    /// The head of a column of fingerprints.
    Fingerprint,
    /// Before the figures of a chart.
    Figures,
    /// Something about a chart.
    Chart(ChartSay<'a>),
    /// Something about a party's chair.
    Chair(ChairSay<'a>),
    /// What came of checking a report.
    Held(Held<'a>),
    /// That a report was written.
    Written(&'a str),
    /// That there is no browser to print with.
    NoBrowser {
        /// The page that was written.
        page: &'a str,
    },
    /// That a browser did not print.
    NotPrinted {
        /// The browser.
        browser: &'a str,
        /// The page that was written.
        page: &'a str,
    },
    /// That the ending of a file's name says nothing.
    UnknownEnding(&'a str),
    /// That this is no date.
    NoDate(&'a str),
    /// That a report takes its form from the name of its file.
    NoFormat,
    /// That a fund has no parties to write to.
    NoPartyInFund,
    /// That a case has no such party.
    UnknownParty {
        /// What was asked for.
        id: &'a str,
        /// What was probably meant.
        near: Option<&'a str>,
    },
    /// That something is no report with a manifest.
    NoReport(&'a str),
}

/// A chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// The most important figures.
    Glance,
    /// What is asked of whom.
    Asks,
    /// Money in and out.
    Money,
    /// Whether it can go on without temporary money.
    Structure,
    /// Whether a case that ends is covered to its end.
    Covered,
    /// Who pays and who benefits.
    Parties,
    /// The tables that funders ask for.
    Tables,
    /// What if.
    WhatIf,
    /// What it all rests on.
    Assumptions,
    /// How it was reckoned.
    Method,
    /// What was read.
    Manifest,
    /// The letter to a party.
    Letter,
    /// What a party saves and pays by year.
    Yours,
    /// What hangs on a party's word.
    Word,
    /// What ends for a party with the initiative.
    Ends,
    /// Where a party's figures come from.
    YourSources,
    /// A fund's answer and measures.
    Fund,
    /// A fund by year.
    FundYears,
    /// The initiatives of a fund through time.
    Lives,
}

/// Something about a chart.
#[derive(Clone, Debug)]
pub enum ChartSay<'a> {
    /// What cash by month shows.
    Cash {
        /// The verdict.
        verdict: VerdictKind,
        /// The first month in which it is short on certain funding.
        short: Option<Month>,
        /// The first month in which it is short with all that is requested.
        short_on_all: Option<Month>,
        /// The names of what it waits for.
        promises: Vec<&'a str>,
        /// The lowest cash on certain funding.
        lowest: Money<'a>,
        /// In which month.
        month: Month,
    },
    /// What is drawn there.
    CashAbout {
        /// Whether there are two lines.
        both: bool,
        /// Whether money is set apart, and left out.
        apart: bool,
    },
    /// A line of cash: on which funding; nothing where there is one.
    CashLine(Option<Counted>),
    /// The line that cash should stay above.
    Least(Money<'a>),
    /// What the money in and out shows.
    Flows {
        /// The last year.
        year: &'a str,
        /// Structural income that is certain.
        structural: Money<'a>,
        /// What is paid but for investments.
        costs: Money<'a>,
    },
    /// What is drawn there.
    FlowsAbout,
    /// A part of it.
    Flow(Flow),
    /// What the waterfall shows.
    Steps {
        /// The result on certain funding.
        result: Money<'a>,
        /// With all that is requested, where that is another.
        all: Option<Money<'a>>,
    },
    /// What is drawn there.
    StepsAbout,
    /// A step of it.
    Step(Stride<'a>),
    /// The head of the column of steps, and of their amounts.
    StepHead,
    /// The same.
    Amount,
    /// That a party saves and does not pay.
    WrongPocket {
        /// The party.
        party: &'a str,
        /// What it saves.
        saves: Money<'a>,
    },
    /// What the party that pays most pays and can take out of its budget.
    PaysMost {
        /// The party.
        party: &'a str,
        /// What it pays.
        pays: Money<'a>,
        /// What it can take out of a budget.
        cashable: Money<'a>,
    },
    /// That nobody pays or saves.
    NobodyPays,
    /// What is drawn of parties.
    PartiesAbout,
    /// What a party saves and cannot take out of a budget.
    Besides,
    /// What moves the margin most.
    Tornado {
        /// The number.
        input: &'a str,
    },
    /// What is drawn there.
    TornadoAbout {
        /// The test whose margin it is.
        test: &'a str,
        /// How many numbers are left out.
        left: usize,
    },
    /// How things stand.
    AsItIs,
    /// How often the case closes.
    Spread {
        /// The share of draws.
        share: Decimal,
    },
    /// What is drawn there.
    SpreadAbout,
    /// A band, from one percentage of draws to another.
    Band(u8, u8),
    /// An edge of a band.
    Edge(u8),
    /// What a fund's years show.
    Fund {
        /// Its net worth at the end.
        worth: Money<'a>,
        /// What was put in.
        put_in: Money<'a>,
    },
    /// Net worth in prices of the start.
    WorthReal,
    /// What is drawn there.
    FundAbout,
    /// What the lives of initiatives show.
    Lives {
        /// How many were served.
        served: usize,
        /// Of how many.
        of: usize,
    },
    /// What is drawn there.
    LivesAbout {
        /// How many are left out.
        left: usize,
    },
    /// The months in which an initiative waits.
    Waits,
    /// The months from its start.
    Runs,
    /// The same of one that stops.
    RunsAndStops,
    /// The heads of the table of lives: from, until.
    From,
    /// The same.
    Until,
    /// What a month range is.
    What,
}

/// A part of the money in and out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Structural income.
    Structural,
    /// Temporary income.
    Temporary,
    /// Loans and own capital.
    Capital,
    /// The same, with what was still to be received and what is sold.
    CapitalAndMore,
    /// What is only requested.
    Requested,
    /// Costs.
    Costs,
    /// Investments.
    Investments,
    /// Interest and principal.
    DebtService,
    /// The same, with what was still to be paid.
    DebtServiceAndMore,
}

/// A step from structural income to the last year's result.
#[derive(Clone, Copy, Debug)]
pub enum Stride<'a> {
    /// Structural income that is certain.
    Income,
    /// A cost.
    Cost(&'a str),
    /// So many other costs together.
    OtherCosts(usize),
    /// Buying investments again.
    Replacement,
    /// Interest.
    Interest,
    /// Structural income that is only requested.
    Requested,
    /// Other differences between the two runs.
    Rest,
    /// The result; with all that is requested, or on certain funding.
    Result(Option<Counted>),
}

/// Something about a party's chair.
#[derive(Clone, Debug)]
pub enum ChairSay<'a> {
    /// How a letter begins.
    Dear(&'a str),
    /// What the letter is about.
    About(&'a str),
    /// What the party saves in the last year.
    Saves {
        /// The year.
        year: &'a str,
        /// What it saves.
        saves: Money<'a>,
        /// What of that it can take out of a budget.
        cashable: Money<'a>,
        /// How many of its savings rest on assumptions, of how many.
        assumed: (usize, usize),
    },
    /// That it saves nothing.
    SavesNothing,
    /// One of its savings.
    Saving {
        /// The avoided cost.
        entry: &'a str,
        /// What it saves in the last year.
        saves: Money<'a>,
        /// What of that it can take out of a budget.
        cashable: Money<'a>,
        /// From which month.
        from: Option<Month>,
        /// What it rests on.
        rests: Rests<'a>,
    },
    /// Before what it has promised.
    Promised,
    /// That it has promised nothing.
    PromisedNothing,
    /// Before what it is asked.
    Asked,
    /// That it is asked nothing.
    AskedNothing,
    /// What it gets to decide.
    Decides {
        /// The verdict.
        verdict: VerdictKind,
        /// Whether the case closes with all that is requested.
        all: bool,
        /// Whether it closes with all that is requested but what it is asked.
        all_but_it: bool,
        /// Whether it closes on certain funding with what it is asked.
        only_it: bool,
        /// Whether others are asked too.
        others: bool,
    },
    /// Before the assumptions that its answer rests on.
    RestsOn,
    /// The names of entries of others that rest on assumptions.
    OthersRest(Vec<&'a str>),
    /// That its answer rests on no assumption.
    RestsOnNone,
    /// An entry about this party that rests on an assumption.
    Assumed {
        /// The entry.
        entry: &'a str,
        /// What it rests on.
        rests: Rests<'a>,
    },
    /// How a letter ends.
    Close,
    /// The year, saving, cashable, pays, asked, repaid, keeps: heads of columns.
    Year,
    /// What it saves.
    YearSaves,
    /// What it can take out of a budget.
    YearCashable,
    /// What it pays.
    YearPays,
    /// What it is asked.
    YearAsked,
    /// What it is repaid.
    YearRepaid,
    /// What it keeps.
    YearKeeps,
    /// The columns of what hangs on its word: who promises.
    WordWho,
    /// Whether the case then closes.
    WordCloses,
    /// Nobody promises anything more.
    WordNobody,
    /// Only it promises what it is asked.
    WordOnlyIt,
    /// All others promise, and it does not.
    WordAllButIt,
    /// All promise.
    WordAll,
    /// Whether the case closes.
    Closes(bool),
    /// That it is asked nothing, so nothing hangs on its word.
    NoWord,
    /// What a shock is, of what ends; nothing is no shock.
    Shock(Option<Shock>),
    /// The heads of what ends: under which shock.
    EndsShock,
    /// The month in which cash runs out.
    EndsMonth,
    /// The saving that ends.
    EndsSaves,
    /// What of it could be taken out of a budget.
    EndsCashable,
    /// That cash runs out nowhere.
    EndsNowhere,
    /// That it has no saving that could end.
    NoSaving,
    /// That no figure is about this party.
    NoFigures,
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests<'a> {
    /// The file does not say.
    Unsaid,
    /// An assumption, in the file's words.
    Assumed(&'a str),
    /// What can be looked up.
    Named(&'a str),
}

/// What came of checking a report against its files.
#[derive(Clone, Debug)]
pub enum Held<'a> {
    /// It belongs to them.
    Yes(&'a str),
    /// Over what does not agree.
    No(&'a str),
    /// A file that is another than it was.
    Changed(&'a str),
    /// A file that was not read then.
    New(&'a str),
    /// A file that is not read any more.
    Gone(&'a str),
    /// What was laid over it is another.
    Laid,
    /// Another version made it.
    Version {
        /// The one that made it.
        made: &'a str,
        /// The one that checks.
        now: &'a str,
    },
    /// The report itself was changed.
    Touched,
}
