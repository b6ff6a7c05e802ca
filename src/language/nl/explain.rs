//! Dutch words around the steps of `explain`.

use crate::explain::Name;
use crate::explain::figure::CashColumn;
use crate::explain::formula::Function;
use crate::language::numbers::{list, month};
use crate::language::word;
use crate::language::{AskPart, Explain, ExplainSubject, Language, When};
use crate::statements::Counted;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn explain(explain: &Explain<'_>) -> String {
    match explain {
        Explain::Subject(subject) => self::subject(subject),
        Explain::Name(name) => self::name(*name).to_owned(),
        Explain::Meaning(name) => word::explain::meaning(NL, *name).to_owned(),
        Explain::Function(function) => self::function(*function).to_owned(),
        Explain::Word(word) => self::word(word).to_owned(),
        Explain::Choice { when, then, or } => format!("{then} als {when}, anders {or}"),
        Explain::Remark(remark) => word::explain::remark(NL, remark).to_owned(),
        Explain::Multiplied { taken, left } => format!(
            "Deze worden vermenigvuldigd en niet opgeteld: {} laten {left} over.",
            list(NL, taken)
        ),
        Explain::Default => "standaard, staat niet in het bestand".to_owned(),
        Explain::Above => "zie hierboven".to_owned(),
        Explain::Source(source) => format!("bron: {source}"),
        Explain::MoreNoneLower(more) => format!("en nog {more}, geen ervan lager"),
        Explain::Further => "De stappen achter een van deze cijfers:".to_owned(),
        Explain::AskTitle(case) => format!("{case}: wat kan worden uitgelegd"),
        Explain::AskFor => {
            "Vraag een van deze paden op en zie welke berekening erachter zit en waar de getallen \
             staan."
                .to_owned()
        }
        Explain::AskPeriods { first, last, year } => format!(
            "Waar dat erbij staat, kan een maand volgen (`.{first}` tot en met `.{last}`) of een \
             boekjaar (`.{year}`), en `.present_value` na wat een post kost, opbrengt of bespaart."
        ),
        Explain::AskPart(part) => match part {
            AskPart::Verdict => "Oordeel en toetsen",
            AskPart::Measures => "Maatstaven",
            AskPart::Cash => "Kas",
            AskPart::Parties => "Partijen, in contante waarde",
            AskPart::Entries => "Posten",
        }
        .to_owned(),
        Explain::AskPath => "Pad".to_owned(),
        Explain::AskWhat => "Wat het is".to_owned(),
        Explain::AskTail => "Periode".to_owned(),
        Explain::AskMonthOrYear => "maand of jaar".to_owned(),
        Explain::AskYear => "jaar".to_owned(),
    }
}

fn subject(subject: &ExplainSubject<'_>) -> String {
    match subject {
        ExplainSubject::Verdict => "Is de businesscase sluitend?".to_owned(),
        ExplainSubject::Test { id, run, figure } => {
            let on =
                run.map(|run| format!(", {}", word::explain::run(NL, run))).unwrap_or_default();
            let what = if *figure {
                word::explain::measured(NL, *id)
            } else {
                word::explain::test(NL, *id)
            };
            format!("{what}{on}")
        }
        ExplainSubject::Measure(measure) => word::explain::measure(NL, *measure).to_owned(),
        ExplainSubject::Cash(run, column, when) => {
            let column = match column {
                CashColumn::Opening => "Kas aan het begin",
                CashColumn::Receipts => "Alles wat binnenkomt",
                CashColumn::Payments => "Alles wat uitgaat",
                CashColumn::Closing => "Kas aan het eind",
                CashColumn::Reserved => "Wat opzij is gezet",
                CashColumn::Free => "Kas min wat opzij is gezet",
                CashColumn::Lowest => "Laagste kassaldo aan het eind van een maand",
            };
            let when = match (column, when) {
                ("Kas aan het begin" | "Kas aan het eind", When::Month(m)) => {
                    format!(" van {}", month(NL, *m))
                }
                ("Kas aan het begin" | "Kas aan het eind", When::Year(label)) => {
                    format!(" van {label}")
                }
                (_, when) => self::when(when),
            };
            format!("{column}{when}, {}", word::explain::run(NL, *run))
        }
        ExplainSubject::Party { name, run, column } => {
            let on = if *run == Counted::Certain { ", alleen toegezegde financiering" } else { "" };
            format!("{}{}{on}", of(name), word::explain::party(NL, *column))
        }
        ExplainSubject::Entry { name, group, run, column, when } => {
            let on = if *run == Counted::Certain { ", alleen toegezegde financiering" } else { "" };
            format!(
                "{}{}{}{on}",
                of(name),
                word::explain::entry(NL, *column, *group),
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
        When::Month(m) => format!(", {}", month(NL, *m)),
        When::Year(label) => format!(", {label}"),
        When::Whole => ", over alle jaren".to_owned(),
        When::PresentValue => ", contante waarde".to_owned(),
        When::Any => String::new(),
    }
}

fn function(function: Function) -> &'static str {
    match function {
        Function::Sum => "som",
        Function::Min => "kleinste",
        Function::Max => "grootste",
        Function::Compound => "samengesteld",
        Function::Count => "aantal",
        Function::Round2 => "afgerond",
        Function::Round4 => "afgerond4",
        Function::Root => "wortel",
    }
}

fn word(word: &str) -> &str {
    match word {
        "pass" => "voldoet",
        "fail" => "voldoet niet",
        "not_applicable" => "niet van toepassing",
        "closes" => "sluitend",
        "conditional" => "sluitend onder voorwaarde",
        "does_not_close" => "niet sluitend",
        "reached" => "bereikt",
        "not_yet" => "nog niet",
        "never" => "nooit",
        other => other,
    }
}

#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
fn name(name: Name) -> &'static str {
    match name {
        Name::Amount => "bedrag",
        Name::Quantity => "aantal",
        Name::Price => "prijs",
        Name::Published => "gepubliceerd",
        Name::IndexThen => "index_toen",
        Name::IndexNow => "index_nu",
        Name::Share | Name::Part => "deel",
        Name::Ramp => "aanloop",
        Name::Growth => "groei",
        Name::Season => "seizoen",
        Name::Weight => "gewicht",
        Name::Weights => "gewichten",
        Name::Index => "index",
        Name::PriceRise => "prijsstijging",
        Name::InterestRate => "rentevoet",
        Name::DiscountRate => "disconteringsvoet",
        Name::Bias => "optimisme",
        Name::Months => "maanden",
        Name::Followed => "gevolgd",
        Name::Units => "eenheden",
        Name::Deadweight => "vanzelf",
        Name::Displacement => "verplaatst",
        Name::Attribution => "anderen",
        Name::Left => "rest",
        Name::Cashable => "verzilverbaar",
        Name::Transfer => "overdracht",
        Name::Value => "waarde",
        Name::Cap => "maximum",
        Name::Paid => "betaald",
        Name::Reached => "bereikt",
        Name::DropOff => "afname",
        Name::From => "vanaf",
        Name::Until => "tot",
        Name::On => "op",
        Name::Lag => "later",
        Name::Before => "eerder",
        Name::Total => "totaal",
        Name::Whole => "alles",
        Name::Month => "maand",
        Name::Year => "jaar",
        Name::Own => "eigen",
        Name::Covered => "gedekt",
        Name::Right => "recht",
        Name::Claim => "claim",
        Name::Claimed => "geclaimd",
        Name::First => "eerst",
        Name::Unclaimed => "vrij",
        Name::Room => "ruimte",
        Name::Taken => "opgenomen",
        Name::Unfaded => "zonder_afbouw",
        Name::Accrual => "toegerekend",
        Name::Advance => "voorschot",
        Name::Rest => "restant",
        Name::Milestone => "deelbetaling",
        Name::PartsLeft => "resterende_delen",
        Name::Kept => "behouden",
        Name::Purchase => "aankoop",
        Name::Sale => "verkoop",
        Name::BookValue => "boekwaarde",
        Name::WrittenOff => "afgeschreven",
        Name::Unsold => "onverkocht",
        Name::Life => "levensduur",
        Name::Interest => "rente",
        Name::Balance => "schuld",
        Name::Term => "looptijd",
        Name::Grace => "aflossingsvrij",
        Name::Instalments => "termijnen",
        Name::Added => "bijgeschreven",
        Name::Annuity => "annuïteit",
        Name::Principal => "aflossing",
        Name::Instalment => "termijn",
        Name::Opening => "begin",
        Name::Receipt => "ontvangst",
        Name::Payment | Name::LessEntry => "uitgave",
        Name::Closing => "kas",
        Name::Reserved => "opzij",
        Name::SetApart => "erbij",
        Name::Released => "eraf",
        Name::Others => "andere",
        Name::Free => "vrij_saldo",
        Name::AtZero => "bij_start",
        Name::LessAtZero => "uitgave_bij_start",
        Name::Entry => "post",
        Name::Ratio => "verhouding",
        Name::Pays => "betaling",
        Name::Repaid => "terugbetaling",
        Name::Saves => "besparing",
        Name::Gains => "baten",
        Name::Bears => "lasten",
        Name::Income => "inkomsten",
        Name::Cost => "kosten",
        Name::Replacement => "vervanging",
        Name::Investment => "investering",
        Name::Result => "resultaat",
        Name::Owed => "openstaand",
        Name::MinCash => "ondergrens",
        Name::Service => "rente_aflossing",
        Name::Party => "partij",
        Name::Figure => "cijfer",
        Name::Threshold => "norm",
        Name::Certain => "toegezegd",
        Name::All => "met_aanvragen",
        Name::InKind => "in_natura",
    }
}
