//! Dutch words around the tables of `sensitivity`.

use super::money;
use crate::fund::Limit;
use crate::language::numbers;
use crate::language::spelled::uncapitalised;
use crate::language::word::{self, test};
use crate::language::{Kind, Language, Room, Sensitivity};
use crate::statements::Counted;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn sensitivity(sensitivity: &Sensitivity<'_>) -> String {
    match sensitivity {
        Sensitivity::Title(case) => format!("{case}: van welke getallen het oordeel afhangt"),
        Sensitivity::Margin { test: id, by, closes } => format!(
            "De businesscase is {}, met een marge van {}: de ruimte bij de krapste vereiste toets \
             ({}).",
            if *closes { "sluitend" } else { "niet sluitend" },
            room(*by),
            uncapitalised(test(Language::Nl, *id))
        ),
        Sensitivity::FundMargin { of, by, closes, prices_of } => format!(
            "Het fonds houdt zijn kapitaal{} {}in stand, met een marge van {}: {}.",
            match prices_of {
                Some(start) => format!(" in prijzen van {}", numbers::month(NL, *start)),
                None => String::new(),
            },
            if *closes { "" } else { "niet " },
            money(*by),
            match of {
                Limit::Capital => "het vermogen aan het eind min de inleg",
                Limit::Liquidity => "het laagste kassaldo aan het eind van een maand",
            }
        ),
        Sensitivity::Counted(Counted::Certain) => {
            "Bij de marges telt alleen toegezegde financiering mee. Inclusief aangevraagde \
             financiering: --funding all."
                .to_owned()
        }
        Sensitivity::Counted(Counted::All) => {
            "Bij de marges telt ook aangevraagde financiering mee. Alleen toegezegde \
             financiering: --funding certain."
                .to_owned()
        }
        Sensitivity::HeadTornado => "Wat de marge beïnvloedt".to_owned(),
        Sensitivity::Tornado => {
            "Elk getal afzonderlijk, over zijn bandbreedte in het bestand of anders 10% omlaag en \
             omhoog. Een balk loopt van de laagste naar de hoogste marge; │ is de huidige marge."
                .to_owned()
        }
        Sensitivity::HeadTurns => "Waar het oordeel omslaat".to_owned(),
        Sensitivity::Turns { kind, closes } => turns(*kind, *closes),
        Sensitivity::Still(kind, count) => still(*kind, *count),
        Sensitivity::Left(1) => "Nog één getal is niet getoond.".to_owned(),
        Sensitivity::Left(count) => {
            format!("Nog {} getallen zijn niet getoond.", numbers::count(NL, *count))
        }
        Sensitivity::NoInputs => "Er is geen getal om te variëren.".to_owned(),
        Sensitivity::HeadGrid => "De marge bij twee getallen tegelijk".to_owned(),
        Sensitivity::Grid { rows, columns } => {
            format!(
                "Van boven naar beneden: {rows}. Van links naar rechts: {columns}. Al het \
                     andere blijft gelijk."
            )
        }
        Sensitivity::Column(column) => word::sensitivity::column(NL, *column).to_owned(),
        Sensitivity::Never => "nooit".to_owned(),
        Sensitivity::TooLargeHere => "te groot".to_owned(),
        Sensitivity::Working => "getallen".to_owned(),
    }
}

/// How to read the switching values.
fn turns(kind: Kind, closes: bool) -> String {
    match (kind, closes) {
        (Kind::Case, true) => {
            "De laatste kolom is de waarde van dat ene getal, het dichtst bij de huidige, waarbij \
             de businesscase niet meer sluitend is."
                .to_owned()
        }
        (Kind::Case, false) => {
            "De laatste kolom is de waarde van dat ene getal, het dichtst bij de huidige, waarbij \
             de businesscase sluitend is."
                .to_owned()
        }
        (Kind::Fund, closes) => format!(
            "De laatste kolom is een waarde van dat ene getal waarbij het fonds zijn kapitaal {}, \
             terwijl het dat één stap dichter bij de huidige waarde {}. Er is gezocht met steeds \
             grotere stappen: wat daartussen omslaat en terugslaat, blijft ongezien.",
            if closes { "niet meer in stand houdt" } else { "wel in stand houdt" },
            if closes { "nog wel doet" } else { "niet doet" }
        ),
    }
}

/// That so many numbers change nothing.
fn still(kind: Kind, count: usize) -> String {
    match (kind, count) {
        (Kind::Case, 1) => "Eén ander getal verandert niets, ongeacht de waarde.".to_owned(),
        (Kind::Case, count) => {
            format!("{} andere getallen veranderen niets, ongeacht hun waarde.", numbers::count(NL, count))
        }
        // Its margin jumps, so no more is known than what was tried.
        (Kind::Fund, 1) => {
            "Eén ander getal verandert niets over zijn bandbreedte, en doet niets omslaan waar het is \
             geprobeerd."
                .to_owned()
        }
        (Kind::Fund, count) => format!(
            "{} andere getallen veranderen niets over hun bandbreedte, en doen niets omslaan waar ze \
             zijn geprobeerd.",
            numbers::count(NL, count)
        ),
    }
}

fn room(room: Room<'_>) -> String {
    match room {
        Room::Money(amount) => money(amount),
        Room::Ratio(ratio) => numbers::written(NL, ratio.rounded(2)),
    }
}
