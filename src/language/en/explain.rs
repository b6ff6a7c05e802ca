//! English words around the steps of `explain`.

use crate::case::TestId;
use crate::explain::Name;
use crate::explain::figure::{CashColumn, EntryColumn, Measure, PartyColumn, Run};
use crate::explain::node::Remark;
use crate::language::numbers::{list, month};
use crate::language::{AskPart, Explain, Language, Subject, When};
use crate::statements::Group;

const EN: Language = Language::En;

/// The words of a message.
pub fn explain(explain: &Explain<'_>) -> String {
    match explain {
        Explain::Subject(subject) => self::subject(subject),
        Explain::Name(name) => name.id().to_owned(),
        Explain::Meaning(name) => meaning(*name).to_owned(),
        Explain::Function(function) => function.id().to_owned(),
        Explain::Word(word) => self::word(word).to_owned(),
        Explain::Choice { when, then, or } => format!("{then} if {when}, else {or}"),
        Explain::Remark(remark) => self::remark(remark).to_owned(),
        Explain::Multiplied { taken, left } => {
            format!("These multiply and do not add up: {} leave {left}.", list(EN, taken))
        }
        Explain::Default => "default, not in the file".to_owned(),
        Explain::Above => "see above".to_owned(),
        Explain::Source(source) => format!("source: {source}"),
        Explain::MoreNoneLower(more) => format!("and {more} more, none of them lower"),
        Explain::Further => "The steps behind one of these figures:".to_owned(),
        Explain::AskTitle(case) => format!("{case}: what can be explained"),
        Explain::AskFor => {
            "Ask for one of these paths, and see which sum is behind it and where its numbers \
             stand."
                .to_owned()
        }
        Explain::AskPeriods { first, last, year } => format!(
            "Where it says so a month (`.{first}` to `.{last}`) or a case year (`.{year}`) may \
             follow, and `.present_value` after what an entry costs, brings or saves."
        ),
        Explain::AskPart(part) => match part {
            AskPart::Verdict => "Verdict and tests",
            AskPart::Measures => "Measures",
            AskPart::Cash => "Cash",
            AskPart::Parties => "Parties, in present value",
            AskPart::Entries => "Entries",
        }
        .to_owned(),
        Explain::AskPath => "Path".to_owned(),
        Explain::AskWhat => "What it is".to_owned(),
        Explain::AskTail => "Period".to_owned(),
        Explain::AskMonthOrYear => "month or year".to_owned(),
        Explain::AskYear => "year".to_owned(),
    }
}

fn subject(subject: &Subject<'_>) -> String {
    match subject {
        Subject::Verdict => "Does the case close?".to_owned(),
        Subject::Test { id, run, figure } => {
            let on = run.map(|run| format!(", {}", self::run(run))).unwrap_or_default();
            let what = if *figure { measured(*id) } else { test(*id) };
            format!("{what}{on}")
        }
        Subject::Measure(measure) => self::measure(*measure).to_owned(),
        Subject::Cash(run, column, when) => {
            let column = match column {
                CashColumn::Opening => "Cash before",
                CashColumn::Receipts => "All that comes in",
                CashColumn::Payments => "All that goes out",
                CashColumn::Closing => "Cash at the end",
                CashColumn::Lowest => "Lowest cash at the end of a month",
            };
            let when = match (column, when) {
                ("Cash before", When::Month(m)) => format!(" {}", month(EN, *m)),
                ("Cash before", When::Year(label)) => format!(" {label}"),
                ("Cash before", _) => " a month or year".to_owned(),
                ("Cash at the end", When::Month(m)) => format!(" of {}", month(EN, *m)),
                ("Cash at the end", When::Year(label)) => format!(" of {label}"),
                (_, when) => self::when(when),
            };
            format!("{column}{when}, {}", self::run(*run))
        }
        Subject::Party { name, run, column } => {
            let on = if *run == Run::Certain { ", on certain funding" } else { "" };
            format!("{}{}{on}", of(name), party(*column))
        }
        Subject::Entry { name, group, run, column, when } => {
            let on = if *run == Run::Certain { ", on certain funding" } else { "" };
            format!("{}{}{}{on}", of(name), entry(*column, *group), self::when(when))
        }
    }
}

/// The name that what follows is of; nothing where that is said already.
fn of(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("{name}: ") }
}

fn when(when: &When) -> String {
    match when {
        When::Month(m) => format!(", {}", month(EN, *m)),
        When::Year(label) => format!(", {label}"),
        When::Whole => ", over all years".to_owned(),
        When::PresentValue => ", present value".to_owned(),
        When::Any => String::new(),
    }
}

fn run(run: Run) -> &'static str {
    match run {
        Run::Certain => "on certain funding",
        Run::All => "with all requests granted",
    }
}

fn test(id: TestId) -> &'static str {
    match id {
        TestId::Liquidity => "Is there always cash enough?",
        TestId::Structural => "Does the last year carry itself without temporary money?",
        TestId::Repayment => "Can what is owed at the end be repaid?",
        TestId::Dscr => "Does cash that recurs cover interest and principal?",
        TestId::Dependence => "Does it not lean too much on one party?",
        TestId::Payers => "Does who pays and saves get back what is paid?",
        TestId::PublicReturn => "Does public money come back to public parties?",
        TestId::SocialReturn => "Does society get back what it puts in?",
    }
}

fn measured(id: TestId) -> &'static str {
    match id {
        TestId::Liquidity => "Lowest cash at the end of a month",
        TestId::Structural => "Result of the last year without temporary money",
        TestId::Repayment => "Lowest cash while the rest is repaid, less the least allowed",
        TestId::Dscr => "Lowest cover of interest and principal in a year",
        TestId::Dependence => "Largest share of one party in the last year's income",
        TestId::Payers => "Lowest return of a party that pays and saves",
        TestId::PublicReturn => "Public return",
        TestId::SocialReturn => "Social return",
    }
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Npv => "Net present value",
        Measure::SocialBalance => "Social balance",
        Measure::PublicReturn => "Public return",
        Measure::SocialReturn => "Social return",
        Measure::PublicPayback => "Case year by whose end public money is back",
        Measure::Replacement => "What it takes a year to buy the investments again",
    }
}

fn party(column: PartyColumn) -> &'static str {
    match column {
        PartyColumn::Pays => "what it pays",
        PartyColumn::Repaid => "what it is repaid",
        PartyColumn::Saves => "what it saves",
        PartyColumn::Cashable => "what it can take out of a budget",
        PartyColumn::Gains => "what it gains",
        PartyColumn::Bears => "what it bears",
        PartyColumn::Net => "what is left for it",
        PartyColumn::Ratio => "what comes back for each euro that it pays",
    }
}

fn entry(column: EntryColumn, group: Group) -> &'static str {
    match (column, group) {
        (EntryColumn::Accrual, Group::Cost) => "accrued cost",
        (EntryColumn::Accrual, Group::Funding) => "accrued income",
        (EntryColumn::Accrual, Group::Avoided) => "avoided cost",
        (EntryColumn::Accrual, Group::Value) => "value",
        (EntryColumn::Accrual, Group::Burden) => "burden",
        (EntryColumn::Exact, _) => "exact amount before rounding",
        (EntryColumn::Claimed, Group::Cost) => "what is claimed of it",
        (EntryColumn::Claimed, _) => "what it claims of its costs",
        (EntryColumn::Kept, _) => "what its fade leaves of what it claims",
        (EntryColumn::Units, _) => "units",
        (EntryColumn::Cash, Group::Cost) => "paid",
        (EntryColumn::Cash, _) => "received",
        (EntryColumn::Cashable, _) => "cashable",
        (EntryColumn::Depreciation, _) => "depreciation",
        (EntryColumn::Instalment, _) => "interest and principal",
        (EntryColumn::Draw, _) => "draw",
        (EntryColumn::Interest, _) => "interest",
        (EntryColumn::Principal, _) => "principal",
        (EntryColumn::Balance, _) => "owed",
        (EntryColumn::Added, _) => "interest added to what is owed",
        (EntryColumn::Annuity, _) => "one of the equal payments",
    }
}

fn word(word: &str) -> &str {
    match word {
        "pass" => "passes",
        "fail" => "fails",
        "not_applicable" => "nothing to measure",
        "closes" => "closes",
        "conditional" => "closes on a condition",
        "does_not_close" => "does not close",
        "not_yet" => "not yet",
        other => other,
    }
}

fn remark(remark: &Remark) -> &'static str {
    match remark {
        Remark::Multiply => "These multiply and do not add up.",
        Remark::NotRunning => "Nothing in this month: it does not run then.",
        Remark::FollowsNothing => "Nothing: what it follows or pays for is switched off.",
        Remark::Earmarked => "It is earmarked, and the costs that it covers have not come to more.",
        Remark::Shared => "Who claims first is paid first, and no cost is paid more than once.",
        Remark::Faded => "It has faded to nothing.",
        Remark::EarmarkOver => {
            "Its last month is past: what its costs had not reached by then does not come."
        }
        Remark::NothingPaid => "Nothing is paid in this month.",
        Remark::BeforeStart => "Bought before the start: part of the opening balance.",
        Remark::Grace => "Nothing is repaid in the grace period.",
        Remark::NoInstalment => "No instalment is due in this month.",
        Remark::RunningTotal => {
            "What is posted is the step of the rounded total, so that no cent goes missing."
        }
        Remark::NobodySaves => "No party saves anything, so there is nothing to come back.",
        Remark::OnlyRounding => {
            "It passes in exact amounts: only the rounding to cents makes the figure look short."
        }
        Remark::CountsAll => "All funding counts, what is requested too.",
        Remark::CountsCertain => "Only certain funding counts, nothing that is only requested.",
    }
}

fn meaning(name: Name) -> &'static str {
    match name {
        Name::Amount => "amount",
        Name::Quantity => "quantity",
        Name::Price => "price",
        Name::Share => "share",
        Name::Ramp => "share of full volume",
        Name::Growth => "growth a year",
        Name::Season => "the month's part in the year",
        Name::Weight => "weight",
        Name::Weights => "all weights together",
        Name::Index => "price level; 1 at the start",
        Name::PriceRise => "rise of prices a year",
        Name::InterestRate => "interest a year",
        Name::DiscountRate => "discount a year",
        Name::Bias => "added or taken off for optimism",
        Name::Months => "months in a period",
        Name::Followed => "exact amount of the entry followed",
        Name::Units => "units in the month",
        Name::Deadweight => "would have happened anyway",
        Name::Displacement => "only moves elsewhere",
        Name::Attribution => "is due to others",
        Name::Left => "what those three leave",
        Name::Cashable => "cashable",
        Name::Value => "exact value of the avoided cost",
        Name::Cap => "at most in a case year",
        Name::Paid => "earlier in the case year, exactly",
        Name::Reached => "units of one age",
        Name::DropOff => "drop off a year",
        Name::From => "first month",
        Name::Until => "last month",
        Name::On => "month",
        Name::Lag => "months later",
        Name::Before => "exact total before",
        Name::Total => "exact total so far",
        Name::Whole => "exactly, over all months",
        Name::Month => "exact amount",
        Name::Year => "",
        Name::Own => "exact total of the entry itself",
        Name::Covered => "exact total of the costs covered",
        Name::Right => "what it has a right to and has not claimed",
        Name::Claim => "what is claimed",
        Name::Claimed => "claimed of it before",
        Name::First => "claims first in this month",
        Name::Unclaimed => "what nobody has claimed of it yet",
        Name::Room => "while it was covered, not taken yet",
        Name::Taken => "taken before",
        Name::Unfaded => "what it would be if it did not fade",
        Name::Accrual => "accrued",
        Name::Advance => "part that goes ahead",
        Name::Purchase => "purchase",
        Name::Part => "depreciation of one purchase",
        Name::Life => "life in months",
        Name::Interest => "interest",
        Name::Balance => "what is owed",
        Name::Term => "term in months",
        Name::Grace => "months of grace",
        Name::Instalments => "number of instalments that repay",
        Name::Added => "interest added to what is owed",
        Name::Annuity => "equal payment",
        Name::Principal => "principal",
        Name::Instalment => "interest and principal",
        Name::Opening => "cash before",
        Name::Receipt => "receipt",
        Name::Payment => "payment",
        Name::Closing => "cash after",
        Name::AtZero => "counts at the start itself",
        Name::LessAtZero => "comes off at the start itself",
        Name::Entry => "entry",
        Name::LessEntry => "comes off",
        Name::Ratio => "ratio",
        Name::Pays => "what is paid",
        Name::Repaid => "what is repaid",
        Name::Saves => "what is saved",
        Name::Gains => "social value",
        Name::Bears => "burdens",
        Name::Income => "income",
        Name::Cost => "costs",
        Name::Replacement => "a year's share of new investments",
        Name::Investment => "investment",
        Name::Result => "last year's result before interest",
        Name::Owed => "what is owed at the end",
        Name::MinCash => "lowest cash allowed",
        Name::Service => "the year's interest and principal",
        Name::Party => "what one party brings",
        Name::Figure => "what is measured",
        Name::Threshold => "what is asked",
        Name::Certain => "on certain funding",
        Name::All => "with all requests granted",
        Name::InKind => "in kind",
    }
}
