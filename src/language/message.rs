//! What is said to people, with the facts that each sentence needs.

use super::{
    Close, Compare, Explain, FundSay, Language, Money, New, Page, PortfolioSay, Prices,
    Sensitivity, Show, Simulate, Sources, Stress, Watching, numbers,
};
use crate::calendar::{Horizon, Month, Rhythm};
use crate::case::{TestId, VerdictKind};
use crate::statements::Group;
use crate::verdict::{Figure, Finding};
use rust_decimal::Decimal;

/// Something to say. What a file calls things is carried as it stands there; whoever shows the
/// sentence makes it safe to show.
#[derive(Clone, Debug)]
pub enum Message<'a> {
    /// That a case closes, with its lowest cash and what it has to spare at its end.
    Closes {
        /// The case's name.
        case: &'a str,
        /// The costs that stand pro memorie.
        aside: &'a [&'a str],
        /// Whether funding is asked for that it does not need.
        asks: bool,
        /// Whether money is set apart, which cash is looked at without.
        apart: bool,
        /// Lowest cash on certain funding.
        lowest: Money<'a>,
        /// When cash is lowest.
        month: Month,
        /// What there is to spare at its end.
        spare: Spare<'a>,
    },
    /// That a case closes when these promises are made.
    Conditional {
        /// The case's name.
        case: &'a str,
        /// The costs that stand pro memorie.
        aside: &'a [&'a str],
        /// What must be promised.
        promises: Vec<Promise<'a>>,
        /// Whether the work is done at the end.
        ends: bool,
    },
    /// That a case does not close, and why.
    DoesNotClose {
        /// The case's name.
        case: &'a str,
        /// The costs that stand pro memorie.
        aside: &'a [&'a str],
        /// Whether it does not even though all that is asked for is counted.
        asks: bool,
        /// The first required test that fails.
        failure: Failure<'a>,
    },
    /// Why it does not close as long as the promises are not made.
    Until {
        /// How many promises it waits for.
        promises: usize,
        /// The first required test that fails.
        failure: Failure<'a>,
    },
    /// That another required test fails.
    FailsToo(Failure<'a>),
    /// That a test which is advice fails.
    Advice(Failure<'a>),
    /// That it would not close with all that is asked for granted, and why.
    WouldNotCloseWithAll(Failure<'a>),
    /// That a file stands where the name of a command is wanted.
    MeantCheck {
        /// The file.
        file: &'a str,
        /// The line to type.
        command: &'a str,
    },
    /// That a command reads no file, so that there is nothing to lay something over.
    NothingBeneath {
        /// The command.
        command: &'a str,
    },
    /// That a command writes what it writes in one way only.
    OneFormat {
        /// The command.
        command: &'a str,
    },
    /// That a list names no file.
    NothingListed,
    /// That only `check` writes results so.
    OnlyOfCheck {
        /// The format.
        format: &'a str,
    },
    /// How many more there are than are shown here; all are told above.
    MoreAbove(usize),
    /// That a folder holds no case.
    NoCases,
    /// That a file in a folder is a link to what lies outside it.
    LinkOutside,
    /// What in folders is no case.
    PassedBy {
        /// Files that are no case and no fund, or that git ignores.
        files: &'a [String],
        /// How many folders were not looked into.
        folders: usize,
    },
    /// Which scenario was laid over the case.
    Scenario(&'a str),
    /// What the command line changed in the case: `cost.rent.amount=12_000`.
    Changed(&'a [String]),
    /// The months looked at, and the currency of the tables.
    Scope {
        /// First month.
        from: Month,
        /// Last month.
        until: Month,
        /// In months.
        length: i32,
        /// The currency's code.
        currency: &'a str,
    },
    /// What `[expect]` says, and whether that is so.
    Expected {
        /// What it says.
        expected: VerdictKind,
        /// Whether it is so.
        met: bool,
    },
    /// What the file leaves to defaults that flatter.
    Flatters(Flatters<'a>),
    /// The label of the month after which a return counts savings though cash has run out.
    CountsAfter,
    /// Entries that stand pro memorie, in a sentence.
    LeftOut(Vec<&'a str>),
    /// What the tables call certain and all.
    CertainAndAll,
    /// Before the promises that make it close.
    ConditionsAre(usize),
    /// A promise to be made.
    Promise(Promise<'a>),
    /// That the conditions are also indispensable.
    ConditionsAreIndispensable(usize),
    /// Before requests that it cannot do without.
    IndispensableAre(usize),
    /// That it can do without any one request.
    NothingIndispensable,
    /// How to read who pays and who benefits.
    PartiesMean {
        /// Whether there are requests, which are all counted here.
        asks: bool,
    },
    /// A party that saves and pays nothing.
    WrongPocket {
        /// The party's name.
        party: &'a str,
        /// What it saves.
        saves: Money<'a>,
        /// What it can take out of a budget of that.
        cashable: Money<'a>,
        /// The months in which it does.
        during: Horizon,
    },
    /// An entry that stands pro memorie.
    ProMemorie {
        /// Its group.
        group: Group,
        /// Its name.
        entry: &'a str,
        /// The party it concerns.
        party: Option<&'a str>,
    },
    /// That the public purse has its money back by the end of the case year with this label.
    PaidBackIn(String),
    /// That it has not by the end of the horizon, this month.
    NotPaidBack(Month),
    /// What to do next.
    Next(Next),
    /// That a command is left out, and why.
    CannotBeTyped,
    /// Whether a case closes, in a word or two.
    Verdict(VerdictKind),
    /// How many problems a file has.
    Problems(usize),
    /// How many of many files came to what.
    Counts(Counts),
    /// Over a part of a report.
    Heading(Heading),
    /// Over a column.
    Column(Column),
    /// What a test measures.
    Test(TestId),
    /// Above tests that are required, or those that are advice.
    Tests {
        /// Whether they are required.
        required: bool,
    },
    /// In which month the figure above it stands.
    InMonth,
    /// From which month the figure above it is too low.
    BelowFrom,
    /// That a test passes in exact amounts.
    OnlyRounding,
    /// What stands under a figure that only rounding makes look short.
    Rounding,
    /// Whether a test passes.
    Passes(bool),
    /// That there is nothing to measure.
    NotApplicable,
    /// A measure's name.
    Measure(Measure),
    /// What a measure tells.
    MeasureMeans(Measure),
    /// Before the sum of what stands above.
    Total,
    /// Something around the tables of `show`.
    Show(Show<'a>),
    /// Something around the tables of `simulate`.
    Simulate(Simulate<'a>),
    /// Something that `close` says.
    Close(Close<'a>),
    /// Something around cases side by side.
    Compare(Compare<'a>),
    /// Something around the tables of `stress`.
    Stress(Stress<'a>),
    /// Something around the tables of `sensitivity`.
    Sensitivity(Sensitivity<'a>),
    /// Something of where figures come from.
    Sources(Sources<'a>),
    /// Something of a price list.
    Prices(Prices<'a>),
    /// Something around the steps of `explain`.
    Explain(Explain<'a>),
    /// Something about a fund.
    Fund(FundSay<'a>),
    /// About many cases together.
    Portfolio(PortfolioSay<'a>),
    /// Something that a report on paper says.
    Page(Page<'a>),
    /// Something around the questions of a first case.
    New(New<'a>),
    /// Something that is said while files are watched.
    Watching(Watching),
}

/// A test that fails.
#[derive(Clone, Debug)]
pub struct Failure<'a> {
    /// Which.
    pub test: TestId,
    /// What it found.
    pub finding: Finding,
    /// What it asks.
    pub threshold: Figure,
    /// The names of the parties that it concerns: who brings most, who pays and saves and gets
    /// least back, or who pays where nobody saves; of the public return all public parties.
    pub parties: Vec<&'a str>,
    /// The loans that are still owed on at the end, where they cannot be repaid.
    pub owed: Vec<Owed<'a>>,
    /// Whether the work is done at the end.
    pub ends: bool,
    /// Whether money is set apart, which cash is looked at without.
    pub apart: bool,
    /// The months looked at.
    pub during: Horizon,
    /// The currency's code.
    pub currency: &'a str,
}

/// A loan that is still owed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed<'a> {
    /// Its name.
    pub loan: &'a str,
    /// Who lent it.
    pub lender: Option<&'a str>,
}

/// Funding that is asked for.
#[derive(Clone, Debug)]
pub struct Promise<'a> {
    /// The entry's name.
    pub entry: &'a str,
    /// Who is asked.
    pub party: Option<&'a str>,
    /// For how much.
    pub terms: Terms<'a>,
    /// The currency's code.
    pub currency: &'a str,
}

/// What a case that closes has to spare at its end.
#[derive(Clone, Debug)]
pub enum Spare<'a> {
    /// The last year's result without temporary money.
    InLastYear {
        /// The label of that year.
        year: String,
        /// The result.
        result: Money<'a>,
    },
    /// Of a case that ends: the lowest cash from its last month on until all is settled.
    UntilSettled {
        /// Its last month.
        last: Month,
        /// By how much that is more than it may be.
        lowest: Money<'a>,
    },
}

/// How much an entry is, as its file says it.
#[derive(Clone, Debug)]
pub enum Terms<'a> {
    /// An amount each period.
    Each {
        /// The amount.
        amount: Decimal,
        /// The period.
        per: Rhythm,
        /// When.
        span: Span,
    },
    /// An amount for each of its own years, the last one repeating.
    ByYear {
        /// The amounts.
        amounts: Vec<Decimal>,
        /// The period.
        per: Rhythm,
        /// When.
        span: Span,
    },
    /// Amounts in months of their own.
    Dated {
        /// The amounts with their months.
        amounts: Vec<(Decimal, Month)>,
    },
    /// Units each period at a price for each of its own years, the last one repeating.
    UnitsByYear {
        /// How many.
        quantity: Decimal,
        /// The prices of one.
        prices: Vec<Decimal>,
        /// The period.
        per: Rhythm,
        /// When.
        span: Span,
    },
    /// Units each period at a price.
    Units {
        /// How many.
        quantity: Decimal,
        /// The price of one.
        price: Decimal,
        /// The period.
        per: Rhythm,
        /// When.
        span: Span,
    },
    /// An amount at once.
    Once {
        /// The amount.
        amount: Decimal,
        /// When.
        on: Month,
    },
    /// Units at a price at once.
    UnitsOnce {
        /// How many.
        quantity: Decimal,
        /// The price of one.
        price: Decimal,
        /// When.
        on: Month,
    },
    /// A share of another entry.
    ShareOf {
        /// The share.
        share: Decimal,
        /// The others' names; nothing where these are off.
        of: Vec<&'a str>,
    },
    /// A price for each unit of another entry.
    PriceOf {
        /// The price.
        price: Decimal,
        /// The others' names; nothing where these are off.
        of: Vec<&'a str>,
    },
    /// A share of what is saved and can be cashed, or of a value.
    Outcome {
        /// Whether somebody saves it.
        saved: bool,
        /// The share.
        share: Decimal,
        /// The name of the avoided cost or the value; nothing where that is off.
        of: Option<&'a str>,
        /// At most so much a case year.
        cap: Option<Decimal>,
        /// When.
        span: Span,
    },
    /// A loan.
    Loan {
        /// The principal.
        amount: Decimal,
        /// The month of the draw.
        on: Month,
        /// Nominal interest of its first, second ... year.
        interest: Vec<Decimal>,
        /// Months until all is repaid.
        term: i32,
    },
}

/// In which months something is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: Month,
    /// The last, where that lies within the horizon.
    pub until: Option<Month>,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Get what is requested promised, and say so in the file.
    GetPromises {
        /// How many.
        promises: usize,
    },
    /// See what would close it.
    WhatWouldClose,
    /// See what would close it without the promises.
    WithoutPromises,
    /// See where it goes wrong, month by month.
    WhereItGoesWrong,
    /// See all tables.
    AllTables,
}

/// How many files came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub files: usize,
    /// That close.
    pub close: usize,
    /// That close on a condition.
    pub conditional: usize,
    /// That do not close.
    pub do_not_close: usize,
    /// That could not be read.
    pub wrong: usize,
    /// That came to something else than they expect.
    pub unexpected: usize,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The tests.
    Tests,
    /// The conditions.
    Conditions,
    /// Cash by case year, the same on both runs.
    Cash,
    /// Cash on certain funding.
    CashOnCertain,
    /// Cash with all that is asked for.
    CashOnAll,
    /// Who pays and who benefits.
    Parties,
    /// What society and the public purse get.
    Measures,
    /// What is not counted.
    NotCounted,
    /// What to do next.
    Next,
    /// What is worth saying about the file.
    Warnings,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A test.
    Test,
    /// What it asks.
    Threshold,
    /// What was found, where there is one run.
    Figure,
    /// What was found on certain funding.
    OnCertain,
    /// What was found on all funding.
    OnAll,
    /// Whether it passes.
    Passes,
    /// A case year.
    Year,
    /// Cash before.
    Opening,
    /// What came in.
    Receipts,
    /// What went out.
    Payments,
    /// Cash after.
    Closing,
    /// How much of that is set apart.
    Reserved,
    /// The lowest cash.
    Lowest,
    /// A party.
    Party,
    /// What it pays.
    Pays,
    /// What it is repaid.
    Repaid,
    /// What it saves.
    Saves,
    /// What it can take out of a budget of that.
    Cashable,
    /// What of that somebody else no longer gets.
    Transfer,
    /// Social value that it gets.
    Gains,
    /// What becomes dearer for it.
    Bears,
    /// All together.
    Net,
    /// What comes back for each euro paid.
    Ratio,
    /// A measure.
    Measure,
    /// Its value.
    Value,
    /// What it tells.
    Meaning,
    /// A case.
    Case,
    /// Whether it closes.
    Verdict,
    /// The month of a figure.
    Month,
    /// The last year's result.
    Result,
    /// Whether that is as `[expect]` says.
    Expected,
}

/// A measure over the whole horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Net present value.
    Npv,
    /// Social balance.
    SocialBalance,
    /// Public return.
    PublicReturn,
    /// Social return.
    SocialReturn,
    /// Public payback.
    PublicPayback,
}

impl Flatters<'_> {
    /// Each that there is, counted and named: with its words for one and for several, in the order
    /// of the fields, each followed by what is assumed.
    pub(super) fn counted(&self, language: Language, words: [[&str; 3]; 3]) -> Vec<String> {
        let all = [&self.deadweight, &self.cashable, &self.public].into_iter().zip(words);
        let any = all.filter(|(names, _)| !names.is_empty());
        any.map(|(names, [one, many, so])| {
            let (count, words) = (names.len(), if names.len() == 1 { one } else { many });
            format!("{count} {words} ({}; {so})", numbers::list(language, names))
        })
        .collect()
    }
}

impl Failure<'_> {
    /// The label of the year that it is about; of a test that is about a month or all months the
    /// empty text.
    pub(super) fn year(&self) -> String {
        self.finding.year.map(|year| self.during.label(year)).unwrap_or_default()
    }

    /// The figure and the threshold, in the words of a language.
    pub(super) fn figures(&self, language: Language) -> (String, String) {
        let say = |figure| match figure {
            Figure::Money(amount) => numbers::money(language, amount, self.currency),
            Figure::Ratio(ratio) => {
                let decimals = decimals(self.finding.figure, self.threshold);
                match self.test {
                    TestId::Dependence => numbers::share(language, ratio, decimals),
                    TestId::Dscr => numbers::written(language, ratio.rounded(decimals)),
                    _ => numbers::price(language, ratio.rounded(decimals), self.currency),
                }
            }
        };
        (say(self.finding.figure), say(self.threshold))
    }
}

/// How many decimals a ratio is shown with beside what it is held against: two, or four where two
/// would show a difference as none.
pub fn decimals(figure: Figure, threshold: Figure) -> u32 {
    match (figure, threshold) {
        (Figure::Ratio(figure), Figure::Ratio(threshold))
            if figure != threshold && figure.rounded(2) == threshold.rounded(2) =>
        {
            4
        }
        _ => 2,
    }
}

/// Where the file leaves something to a default that flatters: the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flatters<'a> {
    /// Avoided costs that do not say what would have happened anyway.
    pub deadweight: Vec<&'a str>,
    /// Avoided costs that do not say what can be taken out of a budget.
    pub cashable: Vec<&'a str>,
    /// Parties that pay and do not say whether they spend public money.
    pub public: Vec<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Cents;

    fn failure(test: TestId, figure: Figure, threshold: Figure) -> Failure<'static> {
        let finding = Finding {
            passes: false,
            rounding: false,
            figure,
            month: None,
            below_from: None,
            party: None,
            year: None,
        };
        let during = Horizon { start: Month::new(2027, 1).unwrap(), years: 10 };
        let (parties, owed) = (Vec::new(), Vec::new());
        let ends = false;
        let apart = false;
        Failure { test, finding, threshold, parties, owed, ends, apart, during, currency: "EUR" }
    }

    fn ratio(over: i64, under: i64) -> Figure {
        Figure::Ratio(crate::measures::Ratio::of(Cents(over), Cents(under)).unwrap())
    }

    #[test]
    fn a_ratio_just_short_is_not_shown_as_enough() {
        // 1.1999 would be 1.20 in two decimals.
        let short = failure(TestId::Dscr, ratio(11_999, 10_000), ratio(12, 10));
        assert_eq!(short.figures(Language::Nl), ("1,1999".to_owned(), "1,2000".to_owned()));
        let far = failure(TestId::Dscr, ratio(9, 10), ratio(12, 10));
        assert_eq!(far.figures(Language::En), ("0.90".to_owned(), "1.20".to_owned()));
    }

    #[test]
    fn a_share_is_a_percentage_and_a_return_is_money() {
        let share = failure(TestId::Dependence, ratio(2, 3), ratio(1, 2));
        assert_eq!(share.figures(Language::Nl), ("67%".to_owned(), "50%".to_owned()));
        let close = failure(TestId::Dependence, ratio(5004, 10_000), ratio(1, 2));
        assert_eq!(close.figures(Language::Nl), ("50,04%".to_owned(), "50%".to_owned()));
        let back = failure(TestId::Payers, ratio(4, 5), ratio(1, 1));
        assert_eq!(back.figures(Language::En), ("€0.80".to_owned(), "€1.00".to_owned()));
    }

    #[test]
    fn cash_below_zero_says_from_when_and_how_much_is_missing() {
        let mut failure =
            failure(TestId::Liquidity, Figure::Money(Cents(-120_317)), Figure::Money(Cents::ZERO));
        failure.finding.month = Month::new(2029, 3);
        failure.finding.below_from = Month::new(2028, 11);
        let say = |failure: &Failure| Language::Nl.say(&Message::FailsToo(failure.clone()));
        assert_eq!(
            say(&failure),
            "Ook hierdoor is de businesscase niet sluitend: vanaf november 2028 is de kas leeg, en \
             in maart 2029 is het tekort €\u{a0}1.203,17."
        );
        failure.finding.below_from = failure.finding.month;
        assert_eq!(
            say(&failure),
            "Ook hierdoor is de businesscase niet sluitend: in maart 2029 komt de kas onder nul en \
             is het tekort €\u{a0}1.203,17."
        );
    }
}
