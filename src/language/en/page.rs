//! English words of a report on paper.

use crate::case::VerdictKind;
use crate::language::numbers::{self, list, month, percentage};
use crate::language::{
    ChairSay, Chapter, ChartSay, Flow, Held, Kind, Language, Message, Money, Page, Rests, Stress,
    Stride,
};
use crate::money::Cents;
use crate::statements::Counted;

const EN: Language = Language::En;

/// The words of a message.
pub fn page(page: &Page<'_>) -> String {
    match page {
        Page::Title(case) => format!("Business case of {case}"),
        Page::Draft => "Draft".to_owned(),
        Page::Dated { day, month: of } => format!("{day} {}", month(EN, *of)),
        Page::ForAll(Kind::Case) => "For everyone who decides about this initiative".to_owned(),
        Page::ForAll(Kind::Fund) => "For everyone who decides about this fund".to_owned(),
        Page::For(party) => format!("For {party}"),
        Page::Contents => "In this report".to_owned(),
        Page::Head(chapter) => head(*chapter).to_owned(),
        Page::About(chapter) => about(*chapter).to_owned(),
        Page::Decide => "What has to be decided:".to_owned(),
        Page::NothingToDecide => {
            "Nothing more need be promised: the case closes on what is certain.".to_owned()
        }
        Page::DecideWhether => {
            "Whether to go on in another way: even with all that is requested the case does not \
             close."
                .to_owned()
        }
        Page::On { figure, counted } => format!("{figure}, {}", on(*counted)),
        Page::InMonth(of) => format!("In {}.", month(EN, *of)),
        Page::ResultMeans => {
            "What the last twelve months leave, when temporary money has stopped.".to_owned()
        }
        Page::Counts(Counted::All) => {
            "All funding is counted here, also what is only requested: that is marked (requested)."
                .to_owned()
        }
        Page::Counts(Counted::Certain) => {
            "Only funding that is certain is counted here; what is only requested is left out."
                .to_owned()
        }
        Page::NothingRequested => {
            "All funding is counted here; none of it is only requested.".to_owned()
        }
        Page::ByMonth(months) => format!("Cash by month: the first {months} months"),
        Page::Margins(counted) => format!("Margin and cash are {}.", on(*counted)),
        Page::NoScenarios => "The file has no scenarios to put beside it.".to_owned(),
        Page::Scenarios => "Scenarios side by side".to_owned(),
        Page::Numbers => "Which numbers it hangs on".to_owned(),
        Page::Shocks => "Shocks".to_owned(),
        Page::Chances => "How sure it is".to_owned(),
        Page::NoRanges => {
            "No number in the file is a range and no request has a chance, so there is nothing to \
             draw from."
                .to_owned()
        }
        Page::Drawn { draws, seed } => format!(
            "Reckoned with {} draws from the ranges and chances in the file, seed {seed}: the same \
             again on any machine.",
            numbers::count(EN, *draws)
        ),
        Page::Sources => "Where the figures come from".to_owned(),
        Page::Unconfirmed(1) => "One entry that nobody has confirmed yet:".to_owned(),
        Page::Unconfirmed(count) => {
            format!("{} entries that nobody has confirmed yet:", numbers::count(EN, *count))
        }
        Page::Confirmed(1) => "One entry with a source that can be looked up:".to_owned(),
        Page::Confirmed(count) => {
            format!("{} entries with a source that can be looked up:", numbers::count(EN, *count))
        }
        Page::Entry => "Entry".to_owned(),
        Page::Source => "Source".to_owned(),
        Page::NoSource => "no source given".to_owned(),
        Page::Method(paragraph) => method(*paragraph).to_owned(),
        Page::Made(version) => format!("Made with bizcase {version}."),
        Page::File => "File".to_owned(),
        Page::Fingerprint => "SHA-256".to_owned(),
        Page::Figures => "The figures of this chart".to_owned(),
        Page::Chart(say) => chart(say),
        Page::Chair(say) => chair(say),
        Page::Held(held) => self::held(held),
        Page::Written(file) => format!("{file} is written."),
        Page::NoBrowser { page } => format!(
            "no browser (Chromium, Chrome or Edge) is found to make the PDF with. The page is in \
             {page}: open it and choose Print, Save as PDF; or name a browser with --browser"
        ),
        Page::NotPrinted { browser, page } => format!(
            "{browser} made no PDF. The page is in {page}: open it and choose Print, Save as PDF"
        ),
        Page::UnknownEnding(file) => {
            format!("{file} ends in nothing known: end it in .html, .pdf, .md or .xlsx")
        }
        Page::NoDate(date) => {
            format!("`{date}` is no date: write it as 2026-11-26, year, month and day")
        }
        Page::NoFormat => {
            "what a report becomes stands in the name of its file (.html, .pdf, .md or .xlsx), so it \
             takes no --format"
                .to_owned()
        }
        Page::NoPartyInFund => "a fund has no parties, so --for is for cases only".to_owned(),
        Page::UnknownParty { id, near } => {
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            format!("no party is called `{id}` in the file{near}")
        }
        Page::NoReport(file) => {
            format!("{file} says nothing of the files that it was made from: is it a report?")
        }
    }
}

fn money(money: Money<'_>) -> String {
    numbers::money(EN, money.amount, money.currency)
}

fn size(money: Money<'_>) -> String {
    numbers::size(EN, money.amount, money.currency)
}

fn on(counted: Counted) -> &'static str {
    match counted {
        Counted::Certain => "on funding that is certain",
        Counted::All => "with all that is requested",
    }
}

fn head(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Glance | Chapter::Fund => "At a glance",
        Chapter::Asks => "What is asked, and of whom",
        Chapter::Money => "Money in and out",
        Chapter::Structure => "Can it go on without temporary money?",
        Chapter::Covered => "Is it covered to its end?",
        Chapter::Parties => "Who pays and who benefits",
        Chapter::Tables => "The tables that funders ask for",
        Chapter::WhatIf => "What if",
        Chapter::Assumptions => "What it rests on",
        Chapter::Method => "How it was reckoned",
        Chapter::Manifest => "What this report was made from",
        Chapter::Letter => "Letter",
        Chapter::Yours => "What you save and pay",
        Chapter::Word => "What hangs on your word",
        Chapter::Ends => "What ends for you with the initiative",
        Chapter::YourSources => "Your own figures, for you to check",
        Chapter::FundYears => "The fund by year",
        Chapter::Lives => "The initiatives through time",
    }
}

fn about(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Glance => "First for society as a whole, then for the initiative itself.",
        Chapter::Asks => "Funding that is asked for and not promised is no money yet.",
        Chapter::Money => "What the initiative receives and pays, and what it then has in hand.",
        Chapter::Covered => {
            "The work is done at the end, so money may stop then. What still falls due must be paid."
        }
        Chapter::Structure => {
            "Subsidies and gifts stop. What is left in the last year must carry itself."
        }
        Chapter::Parties => {
            "A saving is no money of the initiative, unless who saves pays a part of it."
        }
        Chapter::Tables => {
            "Investment and financing plan, exploitation, cash, balance sheet and loans."
        }
        Chapter::WhatIf => "What becomes of the case when things turn out differently.",
        Chapter::Assumptions => "What nobody has confirmed comes first.",
        Chapter::Method => "In half a page; every figure can be redone by hand.",
        Chapter::Manifest => {
            "With the same files the same report comes out, byte by byte; a fingerprint tells \
             whether a file has changed since."
        }
        Chapter::Yours => {
            "By year, in the prices of that year. What is only asked of you is no promise, and is \
             not counted as one."
        }
        Chapter::Word => "Whether the case closes, by who promises what is asked.",
        Chapter::Ends => {
            "When cash runs out and nobody steps in, the initiative stops, and your saving with it."
        }
        Chapter::YourSources => "Each entry of the case that is about you, with its source.",
        Chapter::Letter | Chapter::Fund => "",
        Chapter::FundYears => "What the fund has in hand and out on loan.",
        Chapter::Lives => "Who asks for money when, waits, starts, repays or stops.",
    }
}

fn method(paragraph: usize) -> &'static str {
    match paragraph {
        0 => {
            "The initiative's wallet decides. What others save is counted for them, party by \
             party, and becomes money of the initiative only where somebody pays a part of it."
        }
        1 => {
            "Every test is made twice: on funding that is certain (promised, or forecast as \
             sales), and with all that is requested."
        }
        2 => {
            "Amounts are posted month by month in whole cents, so that every table adds up; each \
             running total is rounded once. Present values are of the start."
        }
        3 => {
            "The case closes when no required test fails: cash is never below its minimum, the \
             last year carries itself without temporary money, and what is owed at the end can be \
             repaid."
        }
        5 => {
            "The case is covered to its end when no required test fails: cash is never below its \
             minimum, and what falls due after the last month can be paid."
        }
        _ => {
            "Of a saving is taken off what would have happened anyway, what only moves elsewhere \
             and what others achieved; cashable is what can really be taken out of a budget."
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
fn chart(say: &ChartSay<'_>) -> String {
    match say {
        ChartSay::Cash { verdict, short, short_on_all, promises, lowest, month: when } => {
            match (verdict, short, short_on_all) {
                (VerdictKind::DoesNotClose, _, Some(on_all)) => format!(
                    "Cash runs out in {}, even with all that is requested",
                    month(EN, *on_all)
                ),
                (VerdictKind::Conditional, Some(short), _) => {
                    let names: Vec<_> = promises.iter().map(|name| format!("“{name}”")).collect();
                    let are = if names.len() == 1 { "is" } else { "are" };
                    format!(
                        "Cash runs out in {} unless {} {are} promised",
                        month(EN, *short),
                        list(EN, &names)
                    )
                }
                (_, Some(short), _) => {
                    format!("On certain funding cash runs out in {}", month(EN, *short))
                }
                (_, None, _) => format!(
                    "On certain funding cash is at its lowest in {}: {}",
                    month(EN, *when),
                    money(*lowest)
                ),
            }
        }
        ChartSay::CashAbout { both, apart } => {
            let apart = if *apart { ", less what is set apart" } else { "" };
            let both =
                if *both { ", on certain funding and with all that is requested" } else { "" };
            format!("Cash in hand at the end of each month, in euros{apart}{both}.")
        }
        ChartSay::CashLine(Some(Counted::Certain)) => "Certain funding".to_owned(),
        ChartSay::CashLine(Some(Counted::All)) => "With all that is requested".to_owned(),
        ChartSay::CashLine(None) => "Cash in hand".to_owned(),
        ChartSay::Least(least) => format!("Minimum: {}", money(*least)),
        ChartSay::Flows { year, structural, costs } => format!(
            "In {year} structural income that is certain brings in {}; running costs are {}",
            money(*structural),
            money(*costs)
        ),
        ChartSay::FlowsAbout => {
            "What comes in and, below the line, what goes out by year, in euros.".to_owned()
        }
        ChartSay::Flow(flow) => match flow {
            Flow::Structural => "Structural income",
            Flow::Temporary => "Temporary income",
            Flow::Capital => "Loans and own capital",
            Flow::CapitalAndMore => "Loans, own capital and other receipts",
            Flow::Requested => "Only requested",
            Flow::Costs => "Costs",
            Flow::Investments => "Investments",
            Flow::DebtService => "Interest and repayment",
            Flow::DebtServiceAndMore => "Interest, repayment and other payments",
        }
        .to_owned(),
        ChartSay::Steps { result, all } => steps(*result, *all),
        ChartSay::StepsAbout => {
            "From structural income to the result of the last twelve months, in euros.".to_owned()
        }
        ChartSay::Step(stride) => self::stride(stride),
        ChartSay::StepHead => "Step".to_owned(),
        ChartSay::Amount => "Amount".to_owned(),
        ChartSay::WrongPocket { party, saves } => {
            format!("{party} saves {} and pays nothing for it", money(*saves))
        }
        ChartSay::PaysMost { party, pays, cashable } if cashable.amount == Cents::ZERO => {
            format!("{party} pays {} and can take nothing out of a budget", money(*pays))
        }
        ChartSay::PaysMost { party, pays, cashable } => format!(
            "{party} pays {} and can take {} out of its budget",
            money(*pays),
            money(*cashable)
        ),
        ChartSay::NobodyPays => "No party pays or saves anything".to_owned(),
        ChartSay::PartiesAbout => {
            "What each party pays, and what it saves, over the whole period in present value, in \
             euros, with all that is requested granted."
                .to_owned()
        }
        ChartSay::Besides => "Saves besides, not cashable".to_owned(),
        ChartSay::Tornado { input } => format!("It hangs most on {input}"),
        ChartSay::TornadoAbout { test, left } => {
            let left = match left {
                0 => String::new(),
                left => format!(" {left} that move it less are left out."),
            };
            format!(
                "The room in the tightest test ({test}) with each number by itself at its low and \
                 its high value, in euros, on certain funding.{left}",
                test = test.to_lowercase()
            )
        }
        ChartSay::AsItIs => "As it is".to_owned(),
        ChartSay::Spread { share } => {
            format!("The case closes in {} of the draws", percentage(EN, *share))
        }
        ChartSay::SpreadAbout => {
            "Cash at the end of each year, in euros, on certain funding and what a draw grants: \
             half of the draws lie in the inner band."
                .to_owned()
        }
        ChartSay::Band(from, to) => format!("{}% of the draws", to - from),
        ChartSay::Edge(50) => "The middle draw".to_owned(),
        ChartSay::Edge(edge) => format!("Not above in {edge}%"),
        ChartSay::Fund { worth, put_in } => {
            format!("At the end the fund is worth {}; {} was put in", money(*worth), money(*put_in))
        }
        ChartSay::WorthReal => "Net worth in prices of the start".to_owned(),
        ChartSay::FundAbout => "What stands at the end of each year, in euros.".to_owned(),
        ChartSay::Lives { served, of } => {
            format!(
                "{} of {} initiatives got their loan",
                numbers::count(EN, *served),
                numbers::count(EN, *of)
            )
        }
        ChartSay::LivesAbout { left } => {
            let left = match left {
                0 => String::new(),
                left => format!(" {} later ones are left out.", numbers::count(EN, *left)),
            };
            format!("From request to the end of the period, by month.{left}")
        }
        ChartSay::Waits => "Waits".to_owned(),
        ChartSay::Runs => "Runs".to_owned(),
        ChartSay::RunsAndStops => "Runs, but stops repaying".to_owned(),
        ChartSay::From => "From".to_owned(),
        ChartSay::Until => "Up to".to_owned(),
        ChartSay::What => "What".to_owned(),
    }
}

fn steps(result: Money<'_>, all: Option<Money<'_>>) -> String {
    let ends = |money: Money<'_>| {
        let words = if money.amount < Cents::ZERO { "short" } else { "left" };
        format!("{} {words}", size(money))
    };
    match all {
        None => format!("Without temporary money the last year has {}", ends(result)),
        Some(all) => format!(
            "Without temporary money the last year has {}; with what is requested {}",
            ends(result),
            ends(all)
        ),
    }
}

fn stride(stride: &Stride<'_>) -> String {
    match stride {
        Stride::Income => "Structural income that is certain".to_owned(),
        Stride::Cost(name) => (*name).to_owned(),
        Stride::OtherCosts(count) => format!("{} other costs", numbers::count(EN, *count)),
        Stride::Replacement => "Setting aside to buy investments again".to_owned(),
        Stride::Interest => "Interest".to_owned(),
        Stride::Requested => "Structural income that is only requested".to_owned(),
        Stride::Rest => "Interest on what is only requested, and other differences".to_owned(),
        Stride::Result(None) => "Result of the last year".to_owned(),
        Stride::Result(Some(Counted::Certain)) => "Result on certain funding".to_owned(),
        Stride::Result(Some(Counted::All)) => "Result with all that is requested".to_owned(),
    }
}

fn rests(rests: Rests<'_>) -> String {
    match rests {
        Rests::Unsaid => "no source is given, so this is an assumption".to_owned(),
        Rests::Assumed(said) => {
            let said = said.trim();
            if said.chars().all(char::is_alphabetic) {
                "an assumption: nobody has confirmed it yet".to_owned()
            } else {
                format!("an assumption that nobody has confirmed yet ({said})")
            }
        }
        Rests::Named(said) => format!("source: {said}"),
    }
}

fn chair(say: &ChairSay<'_>) -> String {
    match say {
        ChairSay::Dear(party) => format!("Dear {party},"),
        ChairSay::About(case) => {
            format!("We write to you about {case}. What it does, in the words of its people:")
        }
        ChairSay::Saves { year, saves, cashable, assumed } => {
            let rest = match assumed {
                (0, _) => "",
                (some, all) if some == all => {
                    " These figures are assumptions: nobody has confirmed them yet, and you know \
                     best whether they are right."
                }
                _ => {
                    " A part of these figures are assumptions, which nobody has confirmed yet; it \
                     is said where."
                }
            };
            format!(
                "If the initiative goes on, the case reckons that in {year} you spend {} less than \
                 without it; {} of that could be taken out of your budget.{rest}",
                money(*saves),
                money(*cashable)
            )
        }
        ChairSay::SavesNothing => "The case names no cost that you no longer make.".to_owned(),
        ChairSay::Saving { entry, saves, cashable, from, rests: on } => {
            let from = from.map_or(String::new(), |from| format!(", from {}", month(EN, from)));
            format!(
                "“{entry}”{from}: {} in the last year, {} of it cashable; {}",
                money(*saves),
                money(*cashable),
                rests(*on)
            )
        }
        ChairSay::Promised => "You have promised, or pay by agreement:".to_owned(),
        ChairSay::PromisedNothing => "You have promised nothing so far.".to_owned(),
        ChairSay::Asked => "You are asked for the following; it is not promised yet:".to_owned(),
        ChairSay::AskedNothing => "You are asked for nothing.".to_owned(),
        ChairSay::Decides { verdict, all, all_but_it, only_it, others } => {
            decides(*verdict, (*all, *all_but_it, *only_it), *others)
        }
        ChairSay::RestsOn => {
            "The answer rests on these assumptions, which nobody has confirmed yet:".to_owned()
        }
        ChairSay::RestsOnNone => "Every entry of the case names a source.".to_owned(),
        ChairSay::OthersRest(names) => {
            format!("and, of the initiative and of others: {}", list(EN, names))
        }
        ChairSay::Assumed { entry, rests: on } => match on {
            Rests::Assumed(said) if !said.trim().chars().all(char::is_alphabetic) => {
                format!("about you: {entry} ({})", said.trim())
            }
            Rests::Unsaid => format!("about you: {entry} (no source given)"),
            Rests::Assumed(_) | Rests::Named(_) => format!("about you: {entry}"),
        },
        ChairSay::Close => {
            "The figures behind this letter follow it, with their sources, for you to check. The \
             decision is yours."
                .to_owned()
        }
        ChairSay::Year => "Year".to_owned(),
        ChairSay::YearSaves => "You save".to_owned(),
        ChairSay::YearCashable | ChairSay::EndsCashable => "Of which cashable".to_owned(),
        ChairSay::YearPays => "You pay, promised".to_owned(),
        ChairSay::YearAsked => "You are asked".to_owned(),
        ChairSay::YearRepaid => "You are repaid".to_owned(),
        ChairSay::YearKeeps => "Cashable and repaid, less what you pay and are asked".to_owned(),
        ChairSay::WordWho => "Who promises what is asked".to_owned(),
        ChairSay::WordCloses => "Does the case close?".to_owned(),
        ChairSay::WordNobody => "Nobody".to_owned(),
        ChairSay::WordOnlyIt => "Only you".to_owned(),
        ChairSay::WordAllButIt => "Everybody but you".to_owned(),
        ChairSay::WordAll => "Everybody".to_owned(),
        ChairSay::Closes(true) => "yes".to_owned(),
        ChairSay::Closes(false) => "no".to_owned(),
        ChairSay::NoWord => {
            "You are asked for nothing, so the answer does not hang on a promise of yours."
                .to_owned()
        }
        ChairSay::Shock(None) => "As things are".to_owned(),
        ChairSay::Shock(Some(shock)) => EN.say(&Message::Stress(Stress::Name(*shock))),
        ChairSay::EndsShock => "When".to_owned(),
        ChairSay::EndsMonth => "Cash runs out in".to_owned(),
        ChairSay::EndsSaves => "Saving that ends, to the end of the period".to_owned(),
        ChairSay::EndsNowhere => {
            "On certain funding cash does not run out, as things are or under any of the shocks."
                .to_owned()
        }
        ChairSay::NoSaving => "You have no saving in this case that could end.".to_owned(),
        ChairSay::NoFigures => "No entry of the case is about you.".to_owned(),
    }
}

/// What hangs on a party's word: whether the case closes with the word of all, of all but the
/// party, and of it alone.
fn decides(
    verdict: VerdictKind,
    (all, all_but_it, only_it): (bool, bool, bool),
    others: bool,
) -> String {
    match (verdict, all, all_but_it, only_it) {
        (VerdictKind::Closes, ..) => {
            "What you decide: the case closes without what you are asked. Your promise makes it \
             stronger; it does not depend on it."
        }
        (_, _, false, true) if others => {
            "What you decide: with your promise alone the case closes; without it the case does \
             not, whatever others promise."
        }
        (_, _, false, true) => {
            "What you decide: with your promise the case closes, and without it the case does not."
        }
        (_, _, true, true) => {
            "What you decide: with your promise alone the case closes. Without it others could \
             still make it close."
        }
        (_, true, false, false) => {
            "What you decide: without your promise the case does not close, whatever others \
             promise. Your promise alone is not enough: others are asked too."
        }
        (_, true, true, false) => {
            "What you decide: your promise alone does not make the case close, and others could \
             make it close without it."
        }
        (_, false, true, false) => {
            "What you decide: with all that is requested the case does not close; without what you \
             are asked it could."
        }
        (_, false, false, false) if !others => {
            "What you decide: even if you promise what is asked, the case does not close. More is \
             needed than is asked now."
        }
        (_, false, false, false) => {
            "What you decide: even if you and all others promise what is asked, the case does not \
             close. More is needed than is asked now."
        }
    }
    .to_owned()
}

fn held(held: &Held<'_>) -> String {
    match held {
        Held::Yes(report) => format!("{report} belongs to its files."),
        Held::No(report) => format!("{report} does not belong to its files any more:"),
        Held::Changed(file) => format!("{file} has changed since"),
        Held::New(file) => format!("{file} is read now, and was not then"),
        Held::Gone(file) => format!("{file} was read then, and is not now"),
        Held::Laid => "something else was laid over the file, or asked".to_owned(),
        Held::Version { made, now } => {
            format!("bizcase {made} made it, and this is bizcase {now}")
        }
        Held::Touched => "the report itself was changed".to_owned(),
    }
}
