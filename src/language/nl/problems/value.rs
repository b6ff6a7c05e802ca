//! Dutch words for what can be wrong with a value by itself.

use crate::document::{ValueMistake, grouped_number};
use crate::language::spelled::listed;
use crate::words::{Bounds, percent};

/// What is wrong and how to mend it.
#[allow(clippy::too_many_lines, reason = "one arm a mistake, so that none can be forgotten")]
pub fn words(mistake: &ValueMistake) -> (String, String) {
    match mistake {
        ValueMistake::NotPlainNumber { written, spelled, .. } => (
            format!("`{written}` is geen gewoon geschreven getal"),
            match spelled {
                Some(spelled) => format!("schrijf `{}`", grouped(spelled)),
                None => "schrijf de cijfers uit, zoals in `12_500` of `7.50`".to_owned(),
            },
        ),
        ValueMistake::TooManyDigits { key } => (
            format!("`{key}` heeft hier meer dan 28 cijfers"),
            "laat de cijfers weg die er niet toe doen".to_owned(),
        ),
        ValueMistake::ThousandsPoint { written, thousands, decimals, .. } => (
            format!("`{written}` is op twee manieren te lezen"),
            format!(
                "schrijf `{thousands}` als de punt duizendtallen scheidt, `{decimals}` als er \
                 decimalen achter staan"
            ),
        ),
        ValueMistake::TooManyDecimals { key, written, most } => (
            format!("`{written}` heeft meer decimalen dan bij `{key}` mogelijk is"),
            format!("rond af op {most} decimalen"),
        ),
        ValueMistake::Negative { key, written, spelled } => (
            format!("`{key}` kan niet negatief zijn, maar hier staat `{written}`"),
            negative(key, spelled),
        ),
        ValueMistake::AmountTooLarge { key, written } => (
            format!("`{written}` is meer dan bij `{key}` mogelijk is"),
            "kijk of er een cijfer te veel staat; het hoogste is `1_000_000_000_000`".to_owned(),
        ),
        ValueMistake::NumberAsText { key, written, spelled } => (
            format!("`{key}` verwacht een getal; `\"{written}\"` is een tekst"),
            number_as_text(key, spelled.as_deref()),
        ),
        ValueMistake::RelativeHere { written, .. } => (
            format!("`\"{written}\"` wijzigt een waarde, maar hier is er geen om te wijzigen"),
            "schrijf de waarde zelf; een wijziging hoort in een `[scenario.some_id]`".to_owned(),
        ),
        ValueMistake::PercentMissing { key, written, spelled, other } => (
            format!("`{key}` verwacht een percentage; bij `{written}` ontbreekt het procentteken"),
            match other {
                Some(other) => {
                    format!("schrijf `\"{spelled}\"`, of `\"{other}\"` als u dat bedoelt")
                }
                None => format!("schrijf `\"{spelled}\"`"),
            },
        ),
        ValueMistake::PercentSpelling { written, spelled, .. } => (
            format!("zo wordt een percentage hier niet geschreven: `\"{written}\"`"),
            match spelled {
                Some(spelled) => format!("schrijf `{spelled}`"),
                None => "schrijf cijfers en een procentteken, zoals in `\"2.25%\"`".to_owned(),
            },
        ),
        ValueMistake::ShareOutOfBounds { key, written } => (
            format!("`{key}` is een deel van een geheel en kan niet `\"{written}\"` zijn"),
            "schrijf een percentage van `\"0%\"` tot en met `\"100%\"`".to_owned(),
        ),
        ValueMistake::RateOutOfBounds { key, written, bounds } => {
            (format!("`{key}` kan niet `\"{written}\"` zijn"), rate_bounds(*bounds))
        }
        ValueMistake::MonthSpelling { written, spelled, .. } => (
            format!("zo wordt een maand hier niet geschreven: `{written}`"),
            match spelled {
                Some(spelled) => format!(
                    "schrijf `\"{spelled}\"`: eerst het jaar, dan de maand, tussen \
                     aanhalingstekens"
                ),
                None => "schrijf eerst het jaar, dan de maand, tussen aanhalingstekens, zoals in \
                     `\"2027-01\"`"
                    .to_owned(),
            },
        ),
        ValueMistake::DurationSpelling { written, spelled, .. } => (
            format!("zo wordt een duur hier niet geschreven: `{written}`"),
            match spelled {
                Some(spelled) => format!("schrijf `\"{spelled}\"`"),
                None => "schrijf hele maanden of jaren, zoals in `\"18 months\"` of `\"3 years\"`"
                    .to_owned(),
            },
        ),
        ValueMistake::DurationOutOfBounds { key, written, least, most } => (
            format!("`\"{written}\"` is te kort of te lang voor `{key}`"),
            format!("schrijf een duur van {least} tot en met {most} maanden (`months`)"),
        ),
        ValueMistake::MonthsOutOfBounds { key, written, most } => (
            format!("`{key}` kan geen {written} maanden zijn"),
            format!("schrijf een geheel getal van 0 tot en met {most}, zoals in `{key} = 18`"),
        ),
        ValueMistake::YearSpelling { written, .. } => (
            format!("`{written}` is geen kalenderjaar"),
            "schrijf alle vier de cijfers, zoals in `2030`".to_owned(),
        ),
        ValueMistake::ChangeSpelling { written, points, spelled, .. } => (
            format!("`{written}` geeft niet aan hoeveel het meer of minder wordt"),
            match (spelled, points) {
                (Some(spelled), _) => {
                    format!("schrijf `\"{spelled}\"`, met `-` voor minder en `+` voor meer")
                }
                (None, false) => {
                    "schrijf een teken, cijfers en een procentteken: `\"-20%\"`".to_owned()
                }
                (None, true) => {
                    "schrijf een teken, cijfers en `points`: `\"+2 points\"`".to_owned()
                }
            },
        ),
        ValueMistake::ChangeOutOfBounds { key, written, points } => (
            format!("`{key}` kan niet met `{written}` veranderen"),
            if *points {
                "schrijf een verandering van `\"-100 points\"` tot en met `\"+100 points\"`"
                    .to_owned()
            } else {
                "schrijf een verandering van `\"-100%\"` tot en met `\"+1000%\"`".to_owned()
            },
        ),
        ValueMistake::YearsOutOfBounds { written } => (
            format!("er kan niet over {written} jaar worden gerekend"),
            "schrijf een geheel getal van 1 tot en met 50, zoals in `years = 10`".to_owned(),
        ),
        ValueMistake::CurrencyUnknown { written, near } => (
            format!("`\"{written}\"` is geen code van een munteenheid"),
            match near {
                Some(near) => format!("bedoelt u `\"{near}\"`?"),
                None => "schrijf drie hoofdletters, zoals in `\"EUR\"` (ISO 4217)".to_owned(),
            },
        ),
        ValueMistake::CurrencyDecimals { written, decimals } => (
            format!("bedragen in {written} hebben {decimals} decimalen; gerekend wordt met twee"),
            "kies een munteenheid met twee decimalen, zoals `\"EUR\"`".to_owned(),
        ),
        ValueMistake::RangeIncomplete { key, missing } => (
            format!("in de bandbreedte van `{key}` ontbreekt `{missing}`"),
            "schrijf alle drie, zoals in `{ low = 6.50, likely = 7.50, high = 8.50 }`".to_owned(),
        ),
        ValueMistake::RangeUpsideDown { key, lower, higher } => (
            format!(
                "de bandbreedte van `{key}` staat verkeerd om: `{lower}` is meer dan `{higher}`"
            ),
            "laat `low`, `likely` en `high` oplopen".to_owned(),
        ),
        ValueMistake::UnknownValue { key, written, near, allowed } => (
            format!("`{key}` kan niet `\"{written}\"` zijn"),
            match near {
                Some(near) => format!("bedoelt u `\"{near}\"`?"),
                None => format!("mogelijk zijn {}", listed(allowed, "en")),
            },
        ),
        ValueMistake::SeasonLength { found } => (
            format!("`season` telt {found} gewichten, maar een jaar heeft twaalf maanden"),
            "schrijf voor elke maand een gewicht, te beginnen met januari".to_owned(),
        ),
        ValueMistake::SeasonAllZero => (
            "de gewichten van deze `season` zijn alle nul".to_owned(),
            "geef minstens één maand een gewicht boven nul, of laat `season` weg".to_owned(),
        ),
        ValueMistake::EmptyList { key } => {
            (format!("de lijst `{key}` is leeg"), format!("zet er iets in, of laat `{key}` weg"))
        }
        ValueMistake::ListedTwice { key, written } => (
            format!("`{written}` staat twee keer in `{key}`"),
            "laat één van de twee staan".to_owned(),
        ),
        ValueMistake::EmptyText { key } => (
            format!("de tekst van `{key}` is leeg"),
            "schrijf iets tussen de aanhalingstekens".to_owned(),
        ),
        ValueMistake::NoLanguage { key } => (
            format!("`{key}` staat er in geen enkele taal"),
            format!("schrijf `{key} = \"...\"`, of `{key} = {{ nl = \"...\", en = \"...\" }}`"),
        ),
        ValueMistake::LanguageUnknown { key, written, near } => (
            format!(
                "`{key}` kan niet in `{written}`: rapporten zijn in het Nederlands of het Engels"
            ),
            match near {
                Some(near) => format!("bedoelt u `{near}`?"),
                None => "zet de tekst onder `nl` of `en`, of schrijf hem zonder taal".to_owned(),
            },
        ),
    }
}

fn grouped(number: &str) -> String {
    grouped_number(number).unwrap_or_else(|| number.to_owned())
}

fn negative(key: &str, spelled: &str) -> String {
    match key {
        "opening_cash" => {
            "een schuld bij de start is een lening (`loan`) met een eerdere `on`".to_owned()
        }
        "amount" | "amounts" | "price" | "cap" => format!(
            "schrijf `{spelled}`: wat eruit gaat staat in `[cost]`, wat binnenkomt in `[funding]`"
        ),
        _ => format!("schrijf `{spelled}` of een hoger getal"),
    }
}

fn number_as_text(key: &str, spelled: Option<&str>) -> String {
    match spelled {
        Some(spelled) => format!("schrijf `{spelled}`, zonder aanhalingstekens"),
        None if matches!(key, "amount" | "amounts" | "quantity" | "price") => {
            "schrijf cijfers zonder aanhalingstekens, zoals in `12_500`, of `\"pm\"` voor wat wel \
             wordt genoemd maar niet meetelt"
                .to_owned()
        }
        None => "schrijf cijfers zonder aanhalingstekens, zoals in `12_500`".to_owned(),
    }
}

fn rate_bounds(bounds: Bounds) -> String {
    let (least, most) = (percent(bounds.least), percent(bounds.most));
    if bounds.above {
        format!("schrijf een percentage boven `\"{least}\"`, tot en met `\"{most}\"`")
    } else {
        format!("schrijf een percentage van `\"{least}\"` tot en met `\"{most}\"`")
    }
}
