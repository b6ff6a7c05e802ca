//! Dutch words around the tables of `sensitivity`.

use super::report::{money, test};
use crate::fund::Limit;
use crate::language::numbers;
use crate::language::{Kind, Language, Room, Sensitivity, SensitivityColumn};
use crate::statements::Counted;

const NL: Language = Language::Nl;

/// The words of a message.
pub fn sensitivity(sensitivity: &Sensitivity<'_>) -> String {
    match sensitivity {
        Sensitivity::Title(case) => format!("{case}: van welke getallen het oordeel afhangt"),
        Sensitivity::Margin { test: id, by, closes } => format!(
            "Zoals het is, {}, met een marge van {}: de ruimte die de krapste vereiste toets \
             overlaat ({}).",
            if *closes { "is de businesscase sluitend" } else { "sluit de businesscase niet" },
            room(*by),
            test(*id).to_lowercase()
        ),
        Sensitivity::FundMargin { of, by, closes, prices_of } => format!(
            "Zoals het is, houdt het zijn kapitaal{} {} in stand, met een marge van {}: {}.",
            match prices_of {
                Some(start) => format!(" in prijzen van {}", numbers::month(NL, *start)),
                None => String::new(),
            },
            if *closes { "wel" } else { "niet" },
            money(*by),
            match of {
                Limit::Capital => "zijn vermogen aan het eind min alles wat is ingelegd",
                Limit::Liquidity => "zijn laagste kasstand aan het eind van een maand",
            }
        ),
        Sensitivity::NoFunding => {
            "--funding is voor een businesscase, die kan rekenen op geld dat alleen is aangevraagd; \
             een fonds kent één berekening: laat het weg"
                .to_owned()
        }
        Sensitivity::Counted(Counted::Certain) => {
            "Marges zijn op zekere financiering; met wat alleen is aangevraagd: --funding all."
                .to_owned()
        }
        Sensitivity::Counted(Counted::All) => {
            "Marges tellen alle financiering mee, ook wat alleen is aangevraagd. Zonder dat: \
             --funding certain."
                .to_owned()
        }
        Sensitivity::HeadTornado => "Wat het oordeel beweegt".to_owned(),
        Sensitivity::Tornado => {
            "Elk getal op zichzelf, over zijn bandbreedte in het bestand of anders 10% van zichzelf \
             omlaag en omhoog. Een balk loopt van de laagste marge naar de hoogste; │ is de marge \
             zoals het is."
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
            format!("Omlaag: {rows}. Opzij: {columns}. Al het andere zoals het is.")
        }
        Sensitivity::Column(column) => self::column(*column).to_owned(),
        Sensitivity::Never => "nooit".to_owned(),
        Sensitivity::TooLargeHere => "te groot".to_owned(),
        Sensitivity::Unknown { path, near } => {
            let near = near.map(|near| format!("; bedoelt u `{near}`?")).unwrap_or_default();
            format!("er is geen getal `{path}`{near}")
        }
        Sensitivity::InputsAre => "De getallen zijn:".to_owned(),
        Sensitivity::TwoNumbers(Kind::Case) => {
            "een raster heeft twee verschillende getallen nodig, zoals in --grid \
             funding.meals.price --grid funding.meals.quantity"
                .to_owned()
        }
        Sensitivity::TwoNumbers(Kind::Fund) => {
            "een raster heeft twee verschillende getallen nodig, zoals in --grid fund.capital \
             --grid lending.starters.loss"
                .to_owned()
        }
        Sensitivity::Working => "getallen".to_owned(),
    }
}

/// How to read the switching values.
fn turns(kind: Kind, closes: bool) -> String {
    match (kind, closes) {
        (Kind::Case, true) => {
            "De laatste kolom is de waarde van dat ene getal, het dichtst bij die van nu, waarbij \
             de businesscase niet meer sluit."
                .to_owned()
        }
        (Kind::Case, false) => {
            "De laatste kolom is de waarde van dat ene getal, het dichtst bij die van nu, waarbij \
             de businesscase sluit."
                .to_owned()
        }
        (Kind::Fund, closes) => format!(
            "De laatste kolom is een waarde van dat ene getal waarbij het fonds zijn kapitaal {}, \
             terwijl het dat één stap dichter bij die van nu {}. Er wordt gekeken op \
             groeiende afstanden, dus wat tussen twee daarvan omslaat en terugslaat blijft ongezien.",
            if closes { "niet meer in stand houdt" } else { "wel in stand houdt" },
            if closes { "nog wel doet" } else { "niet doet" }
        ),
    }
}

/// That so many numbers change nothing.
fn still(kind: Kind, count: usize) -> String {
    match (kind, count) {
        (Kind::Case, 1) => "Eén ander getal verandert niets, wat het ook is.".to_owned(),
        (Kind::Case, count) => {
            format!("{} andere getallen veranderen niets, wat ze ook zijn.", numbers::count(NL, count))
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

fn column(column: SensitivityColumn) -> &'static str {
    match column {
        SensitivityColumn::Input => "Getal",
        SensitivityColumn::AtLow => "Bij laag",
        SensitivityColumn::Bar => "Marge",
        SensitivityColumn::AtHigh => "Bij hoog",
        SensitivityColumn::Now => "Nu",
        SensitivityColumn::Low => "Laag",
        SensitivityColumn::High => "Hoog",
        SensitivityColumn::TurnsAt => "Slaat om bij",
    }
}
