//! Dutch words around cases side by side.

use crate::case::VerdictKind;
use crate::fund::Limit;
use crate::language::compare::{Compare, written};
use crate::language::numbers::{self, duration, list, month};
use crate::language::word;
use crate::language::{Kind, Language};
use crate::statements::Counted;
use crate::whatif::Written;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn compare(compare: &Compare<'_>) -> String {
    match compare {
        Compare::Scenarios { kind, name, count } => scenarios(*kind, name, *count),
        Compare::Files(kind, count) => {
            let many = match kind {
                Kind::Case => "businesscases",
                Kind::Fund => "fondsen",
            };
            format!("{} {many} naast elkaar.", numbers::count(NL, *count))
        }
        Compare::NoScenarios => {
            "In dit bestand staan geen scenario's om ernaast te zetten: schrijf er een als \
             [scenario.tegenwind], of noem nog een bestand."
                .to_owned()
        }
        Compare::FileOf { head, file } => format!("“{head}” is {file}."),
        Compare::Currencies(kind, currencies) => format!(
            "Let op: deze {} rekenen in verschillende valuta ({}). Hun bedragen staan naast \
             elkaar en zijn niet vergeleken.",
            match kind {
                Kind::Case => "businesscases",
                Kind::Fund => "fondsen",
            },
            list(NL, currencies)
        ),
        Compare::Horizons(kind) => word::compare::horizons(NL, *kind).to_owned(),
        Compare::LooksAt { head, horizon } => format!(
            "{head}: {}, {} tot en met {}",
            duration(NL, horizon.end()),
            month(NL, horizon.start),
            month(NL, horizon.last())
        ),
        Compare::HowToRead { kind, first } => how_to_read(*kind, first),
        Compare::Base => "Basis".to_owned(),
        Compare::Heading { section, counted } => {
            let on = match counted {
                None => "",
                Some(Counted::Certain) => ": alleen toegezegde financiering",
                Some(Counted::All) => ": inclusief aangevraagde financiering",
            };
            format!("{}{on}", word::compare::heading(NL, *section))
        }
        Compare::Row => String::new(),
        Compare::Closes(Kind::Case) => "Sluitend".to_owned(),
        Compare::Closes(Kind::Fund) => "Kapitaal blijft in stand".to_owned(),
        Compare::Limit(Limit::Capital) => "kapitaal".to_owned(),
        Compare::Limit(Limit::Liquidity) => "kas".to_owned(),
        Compare::Keeps(VerdictKind::Closes) => "ja".to_owned(),
        Compare::Keeps(VerdictKind::Conditional) => "nominaal".to_owned(),
        Compare::Keeps(VerdictKind::DoesNotClose) => "nee".to_owned(),
        Compare::NotEnough => "geen".to_owned(),
        Compare::Margin(None) => "Marge".to_owned(),
        Compare::Margin(Some(Counted::Certain)) => "Marge, alleen toegezegd".to_owned(),
        Compare::Margin(Some(Counted::All)) => "Marge, met aanvragen".to_owned(),
        Compare::MarginOf => "in".to_owned(),
        Compare::Short(test) => word::compare::short(NL, *test).to_owned(),
        Compare::Asked => "norm".to_owned(),
        Compare::Difference => "verschil".to_owned(),
        Compare::Points => "-punt".to_owned(),
        Compare::ChangedBy { name, id } if name == id => format!("Scenario {id}:"),
        Compare::ChangedBy { name, id } => format!("{name} (scenario {id}):"),
        Compare::ChangedIn(head) => format!("{head}:"),
        Compare::NothingChanged => "niets".to_owned(),
        Compare::Changed { what, switch, from, to, since } => {
            let since = since.map(|since| format!(", vanaf {}", month(NL, since)));
            let since = since.unwrap_or_default();
            match (switch, from, to) {
                (true, _, Some(Written::Truth(true))) => format!("{what}: uitgeschakeld{since}"),
                (true, _, _) => format!("{what}: ingeschakeld{since}"),
                (false, Some(from), Some(to)) => {
                    format!("{what}: {} → {}{since}", value(from), value(to))
                }
                (false, None, Some(to)) => format!("{what}: nieuw, {}{since}", value(to)),
                (false, Some(from), None) => format!("{what}: was {}, vervalt{since}", value(from)),
                (false, None, None) => (*what).to_owned(),
            }
        }
        Compare::MoreChanged(count) => format!("en nog {}", numbers::count(NL, *count)),
        Compare::OneByItself => "Eén scenario apart, met de redenen:".to_owned(),
    }
}

/// A file and so many scenarios of it.
fn scenarios(kind: Kind, name: &str, count: usize) -> String {
    let file = match kind {
        Kind::Case => "de businesscase",
        Kind::Fund => "het fonds",
    };
    match count {
        0 => format!("{name}: {file} zonder scenario's."),
        1 => format!("{name}: {file} en 1 scenario."),
        _ => format!("{name}: {file} en {} scenario's.", numbers::count(NL, count)),
    }
}

fn how_to_read(kind: Kind, first: &str) -> String {
    match kind {
        Kind::Case => {
            format!("✓ voldoet, ✗ voldoet niet. Verschillen zijn ten opzichte van “{first}”.")
        }
        Kind::Fund => {
            format!(
                "Verschillen zijn ten opzichte van “{first}”. De marge is het vermogen aan het \
                 eind min de inleg, in prijzen van de start; of het laagste kassaldo, waar dat \
                 onder nul ligt en lager is."
            )
        }
    }
}

fn value(value: &Written) -> String {
    written(NL, value)
}
