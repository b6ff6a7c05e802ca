//! English words around the steps of `explain`.

use crate::explain::figure::CashColumn;
use crate::language::numbers::{list, month};
use crate::language::word;
use crate::language::{AskPart, Explain, ExplainSubject, Language, When};
use crate::statements::Counted;

const EN: Language = Language::En;

/// The words of a message.
pub fn explain(explain: &Explain<'_>) -> String {
    match explain {
        Explain::Subject(subject) => self::subject(subject),
        Explain::Name(name) => name.id().to_owned(),
        Explain::Meaning(name) => word::explain::meaning(EN, *name).to_owned(),
        Explain::Function(function) => function.id().to_owned(),
        Explain::Word(word) => self::word(word).to_owned(),
        Explain::Choice { when, then, or } => format!("{then} if {when}, else {or}"),
        Explain::Remark(remark) => word::explain::remark(EN, remark).to_owned(),
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

fn subject(subject: &ExplainSubject<'_>) -> String {
    match subject {
        ExplainSubject::Verdict => "Does the case close?".to_owned(),
        ExplainSubject::Test { id, run, figure } => {
            let on =
                run.map(|run| format!(", {}", word::explain::run(EN, run))).unwrap_or_default();
            let what = if *figure {
                word::explain::measured(EN, *id)
            } else {
                word::explain::test(EN, *id)
            };
            format!("{what}{on}")
        }
        ExplainSubject::Measure(measure) => word::explain::measure(EN, *measure).to_owned(),
        ExplainSubject::Cash(run, column, when) => {
            let column = match column {
                CashColumn::Opening => "Cash before",
                CashColumn::Receipts => "All that comes in",
                CashColumn::Payments => "All that goes out",
                CashColumn::Closing => "Cash at the end",
                CashColumn::Reserved => "What is set apart",
                CashColumn::Free => "Cash less what is set apart",
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
            format!("{column}{when}, {}", word::explain::run(EN, *run))
        }
        ExplainSubject::Party { name, run, column } => {
            let on = if *run == Counted::Certain { ", on certain funding" } else { "" };
            format!("{}{}{on}", of(name), word::explain::party(EN, *column))
        }
        ExplainSubject::Entry { name, group, run, column, when } => {
            let on = if *run == Counted::Certain { ", on certain funding" } else { "" };
            format!(
                "{}{}{}{on}",
                of(name),
                word::explain::entry(EN, *column, *group),
                self::when(when)
            )
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
