//! English words around cases side by side.

use crate::case::VerdictKind;
use crate::fund::Limit;
use crate::language::compare::{Compare, written};
use crate::language::numbers::{self, duration, list, month};
use crate::language::word;
use crate::language::{Kind, Language};
use crate::statements::Counted;
use crate::whatif::Written;

const EN: Language = Language::En;

/// The words of a message.
pub fn compare(compare: &Compare<'_>) -> String {
    match compare {
        Compare::Scenarios { kind, name, count } => scenarios(*kind, name, *count),
        Compare::Files(kind, count) => {
            format!("{} {} side by side.", numbers::count(EN, *count), many(*kind))
        }
        Compare::NoScenarios => {
            "There are no scenarios in this file to put beside it: write one as \
             [scenario.headwind], or name another file."
                .to_owned()
        }
        Compare::FileOf { head, file } => format!("“{head}” is {file}."),
        Compare::Currencies(kind, currencies) => format!(
            "Mind: these {} are in different currencies ({}). Their amounts stand side by side \
             and are not compared.",
            many(*kind),
            list(EN, currencies)
        ),
        Compare::Horizons(kind) => word::compare::horizons(EN, *kind).to_owned(),
        Compare::LooksAt { head, horizon } => format!(
            "{head}: {}, {} to {}",
            duration(EN, horizon.end()),
            month(EN, horizon.start),
            month(EN, horizon.last())
        ),
        Compare::HowToRead { kind, first } => how_to_read(*kind, first),
        Compare::Base => "Base".to_owned(),
        Compare::Heading { section, counted } => {
            let on = match counted {
                None => "",
                Some(Counted::Certain) => ": certain money",
                Some(Counted::All) => ": with all that is requested",
            };
            format!("{}{on}", word::compare::heading(EN, *section))
        }
        Compare::Row => String::new(),
        Compare::Closes(Kind::Case) => "Closes".to_owned(),
        Compare::Closes(Kind::Fund) => "Keeps its capital".to_owned(),
        Compare::Limit(Limit::Capital) => "capital".to_owned(),
        Compare::Limit(Limit::Liquidity) => "cash".to_owned(),
        Compare::Keeps(VerdictKind::Closes) => "yes".to_owned(),
        Compare::Keeps(VerdictKind::Conditional) => "nominally".to_owned(),
        Compare::Keeps(VerdictKind::DoesNotClose) => "no".to_owned(),
        Compare::NotEnough => "none".to_owned(),
        Compare::Margin(None) => "Margin".to_owned(),
        Compare::Margin(Some(Counted::Certain)) => "Margin, certain money".to_owned(),
        Compare::Margin(Some(Counted::All)) => "Margin, with all requested".to_owned(),
        Compare::MarginOf => "in".to_owned(),
        Compare::Short(test) => word::compare::short(EN, *test).to_owned(),
        Compare::Asked => "asked".to_owned(),
        Compare::Difference => "difference".to_owned(),
        Compare::Points => " pts".to_owned(),
        Compare::ChangedBy { name, id } if name == id => format!("Scenario {id}:"),
        Compare::ChangedBy { name, id } => format!("{name} (scenario {id}):"),
        Compare::ChangedIn(head) => format!("{head}:"),
        Compare::NothingChanged => "nothing".to_owned(),
        Compare::Changed { what, switch, from, to, since } => {
            let since = since.map(|since| format!(", from {} on", month(EN, since)));
            let since = since.unwrap_or_default();
            match (switch, from, to) {
                (true, _, Some(Written::Truth(true))) => format!("{what}: switched off{since}"),
                (true, _, _) => format!("{what}: switched on{since}"),
                (false, Some(from), Some(to)) => {
                    format!("{what}: {} → {}{since}", value(from), value(to))
                }
                (false, None, Some(to)) => format!("{what}: new, {}{since}", value(to)),
                (false, Some(from), None) => format!("{what}: was {}, is gone{since}", value(from)),
                (false, None, None) => (*what).to_owned(),
            }
        }
        Compare::MoreChanged(count) => format!("and {} more", numbers::count(EN, *count)),
        Compare::OneByItself => "One of them by itself, with the reasons:".to_owned(),
    }
}

fn many(kind: Kind) -> &'static str {
    match kind {
        Kind::Case => "cases",
        Kind::Fund => "funds",
    }
}

/// A file and so many scenarios of it.
fn scenarios(kind: Kind, name: &str, count: usize) -> String {
    let file = match kind {
        Kind::Case => "the case",
        Kind::Fund => "the fund",
    };
    match count {
        0 => format!("{name}: {file} by itself."),
        1 => format!("{name}: {file} and 1 scenario."),
        _ => format!("{name}: {file} and {} scenarios.", numbers::count(EN, count)),
    }
}

fn how_to_read(kind: Kind, first: &str) -> String {
    match kind {
        Kind::Case => {
            format!("✓ passes, ✗ does not. Differences are with “{first}”.")
        }
        Kind::Fund => {
            format!(
                "Differences are with “{first}”. The margin is net worth at the end less what was \
                 put in, in prices of the start; or the lowest cash, where that is below zero and \
                 less."
            )
        }
    }
}

fn value(value: &Written) -> String {
    written(EN, value)
}
