//! Dutch words for what can be wrong with a price list, and with what a case takes from one.

use super::fund::unreadable;
use super::reference::exists;
use crate::document::PriceMistake;
use crate::language::Language;
use crate::language::numbers::list;
use crate::language::spelled::quoted;
use crate::words::{Per, Word};

const NL: Language = Language::Nl;

/// What is wrong and how to mend it.
#[expect(clippy::too_many_lines, reason = "an arm for each mistake")]
pub fn words(mistake: &PriceMistake) -> (String, String) {
    match mistake {
        PriceMistake::ListUnknown { list, path, known } if list.is_empty() || known.some.is_empty() => (
            format!("de case noemt geen prijslijst, dus `{path}` is er niet"),
            "schrijf `prices = \"nl\"` onder `[case]`, of het pad van een eigen lijst".to_owned(),
        ),
        PriceMistake::ListUnknown { list, known, .. } => (
            format!("de case noemt geen prijslijst `{list}`"),
            exists(known, "wel", "voeg die toe aan `prices` onder `[case]`"),
        ),
        PriceMistake::Unknown { path, known } => (
            format!("er is geen prijs `{path}`"),
            exists(known, "kies uit", "zoek met `bizcase prices`, of schrijf een `price`"),
        ),
        PriceMistake::InFund => (
            "een fonds noemt geen prijslijsten".to_owned(),
            "schrijf de `price` zelf".to_owned(),
        ),
        PriceMistake::ListUnreadable { path, cause } => {
            let (what, mend) = unreadable(path, *cause);
            (what, format!("{mend}; de ingebouwde lijst heet `nl`"))
        }
        PriceMistake::NamesNoList { path } => (
            format!("`{path}` is geen prijslijst"),
            "noem een bestand met `[prices]` en `[price.ID]`; `nl` is ingebouwd".to_owned(),
        ),
        PriceMistake::NotOpened { path } => (
            format!("`{path}` is niet gelezen: alleen het bestand zelf kan een lijst noemen die een bestand is"),
            "noem de lijst in `prices` onder `[case]` van het bestand".to_owned(),
        ),
        PriceMistake::Currency { path, has, wants } => (
            format!("`{path}` is in {has}, en de case rekent in {wants}"),
            "schrijf een eigen `price`, en zeg in `source` hoe die is omgerekend".to_owned(),
        ),
        PriceMistake::Per { path, unit, entry } => (
            format!(
                "`{path}` is de prijs van een eenheid {}, terwijl de hoeveelheid {} is",
                unit_of(*unit),
                stretch(*entry)
            ),
            format!("geef de hoeveelheid {}, met `per = \"{}\"`", stretch(*unit), unit.spelled()),
        ),
        PriceMistake::TooLarge { path } => (
            format!("`{path}` wordt groter dan waarmee gerekend kan worden"),
            "zoek een cijfer te veel in de waarde, het jaar of `prices_later`".to_owned(),
        ),
        PriceMistake::SpreadAlone => (
            "een `spread` hoort bij een prijs uit een lijst, en die is er niet".to_owned(),
            "schrijf `price_from`, of een bereik: `price = { low = 6.50, likely = 7.50, high = 8.50 }`"
                .to_owned(),
        ),
        PriceMistake::YearMissing { missing, first, last } => (
            format!("de jaren lopen van {first} tot en met {last}, en {missing} ontbreekt"),
            format!("voeg het cijfer van {missing} toe: een index heeft er een van elk jaar"),
        ),
        PriceMistake::Factor { written } => (
            format!("`{written}` is geen indexcijfer"),
            "schrijf een gewoon getal boven nul en tot een miljoen, zoals 1.073".to_owned(),
        ),
        PriceMistake::PartUnknown { id, known } => (
            format!("er is geen prijs `{id}` in deze lijst"),
            exists(known, "kies uit", "laat `part_of` weg"),
        ),
        PriceMistake::PartOfItself { id } => (
            format!("`{id}` is een deel van wat een deel van zichzelf is"),
            "laat `part_of` een grotere prijs noemen".to_owned(),
        ),
        PriceMistake::LevelEnds { entries, last, level } => (
            format!(
                "de index eindigt met {last}, dus prijzen uit lijsten zijn die van {last} en niet \
                 die van {level}: {}",
                list(NL, &quoted(entries))
            ),
            "zeg hoe prijzen verder stijgen, zoals met `prices_later = \"2.5%\"` onder `[case]`"
                .to_owned(),
        ),
        PriceMistake::LevelUnknown { path, year, level } => (
            format!(
                "`{path}` is in prijzen van {year}, en dat jaar heeft geen indexcijfer: de prijs \
                 blijft zoals hij is, en niet op het peil van {level}"
            ),
            "schrijf een eigen `price` met een index die u vertrouwt, of neem voor lief dat het \
             bedrag waarschijnlijk te laag is"
                .to_owned(),
        ),
        PriceMistake::Old { path, year, years } => (
            format!("`{path}` is van {year}, {years} jaar voor de start"),
            "zoek een nieuwer cijfer: wat iets kost verandert met meer dan de prijzen alleen"
                .to_owned(),
        ),
        PriceMistake::OtherPocket { path, bears, party, is } => (
            format!(
                "volgens de lijst valt `{path}` bij {}, en de post geeft het aan `{party}`, {}",
                bears.told().nl,
                is.told().nl
            ),
            "laat de post de partij noemen in wiens begroting het valt".to_owned(),
        ),
        PriceMistake::CountedTwice { entry, other, holder: None } => (
            format!("`{entry}` neemt dezelfde prijs als `{other}`, voor dezelfde partij en maanden"),
            "laat een van de twee weg, of zeg bij beide waarvan het is".to_owned(),
        ),
        PriceMistake::CountedTwice { entry, other, holder: Some(holder) } => (
            format!("`{entry}` telt wat `{other}` ook telt: de prijs is een deel van `{holder}`"),
            "laat een van de twee weg".to_owned(),
        ),
        PriceMistake::InferredRole { paths } => (
            format!(
                "de bron zegt niet wie {} draagt: dat is in de lijst afgeleid",
                list(NL, &quoted(paths))
            ),
            "vraag elke partij of zij die besparing in haar begroting terugziet".to_owned(),
        ),
    }
}

fn unit_of(per: Per) -> &'static str {
    match per {
        Per::Once => "die één keer komt",
        Per::Month => "van een maand",
        Per::Quarter => "van een kwartaal",
        Per::Year => "van een jaar",
    }
}

fn stretch(per: Per) -> &'static str {
    match per {
        Per::Once => "eenmalig",
        Per::Month => "per maand",
        Per::Quarter => "per kwartaal",
        Per::Year => "per jaar",
    }
}
