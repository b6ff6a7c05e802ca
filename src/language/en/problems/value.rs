//! English words for what can be wrong with a value by itself.

use crate::document::{ValueMistake, grouped_number};
use crate::language::spelled::listed;
use crate::words::{Bounds, percent};

/// What is wrong and how to mend it.
#[allow(clippy::too_many_lines, reason = "one arm a mistake, so that none can be forgotten")]
pub fn words(mistake: &ValueMistake) -> (String, String) {
    match mistake {
        ValueMistake::NotPlainNumber { written, spelled, .. } => (
            format!("`{written}` is not written as a plain number"),
            match spelled {
                Some(spelled) => format!("write `{}`", grouped(spelled)),
                None => "write its digits, as in `12_500` or `7.50`".to_owned(),
            },
        ),
        ValueMistake::TooManyDigits { key } => (
            format!("this `{key}` has more than 28 digits"),
            "leave out the digits that do not matter".to_owned(),
        ),
        ValueMistake::ThousandsPoint { written, thousands, decimals, .. } => (
            format!("`{written}` can be read in two ways"),
            format!(
                "write `{thousands}` if the point separates thousands, `{decimals}` if it begins \
                 the decimals"
            ),
        ),
        ValueMistake::TooManyDecimals { key, written, most } => (
            format!("`{written}` has more decimals than `{key}` takes"),
            format!("round it to {most} decimals"),
        ),
        ValueMistake::Negative { key, written, spelled } => {
            (format!("`{key}` can't be below zero, as `{written}` is"), negative(key, spelled))
        }
        ValueMistake::AmountTooLarge { key, written } => (
            format!("`{written}` is more than `{key}` takes"),
            "look for a digit too many; the most is `1_000_000_000_000`".to_owned(),
        ),
        ValueMistake::NumberAsText { key, written, spelled } => (
            format!("`{key}` takes a number, and `\"{written}\"` is a text"),
            number_as_text(key, spelled.as_deref()),
        ),
        ValueMistake::RelativeHere { written, .. } => (
            format!("`\"{written}\"` changes a value, and there is none beneath it here"),
            "write the value itself; a change belongs in a `[scenario.some_id]`".to_owned(),
        ),
        ValueMistake::PercentMissing { key, written, spelled, other } => (
            format!("`{key}` takes a percentage, and `{written}` has no percent sign"),
            match other {
                Some(other) => {
                    format!("write `\"{spelled}\"`, or `\"{other}\"` if you mean that little")
                }
                None => format!("write `\"{spelled}\"`"),
            },
        ),
        ValueMistake::PercentSpelling { written, spelled, .. } => (
            format!("`\"{written}\"` is not how a percentage is written"),
            match spelled {
                Some(spelled) => format!("write `{spelled}`"),
                None => "write digits and a percent sign, as in `\"2.25%\"`".to_owned(),
            },
        ),
        ValueMistake::ShareOutOfBounds { key, written } => (
            format!("`{key}` is a part of a whole, which `\"{written}\"` is not"),
            "write a percentage from `\"0%\"` to `\"100%\"`".to_owned(),
        ),
        ValueMistake::RateOutOfBounds { key, written, bounds } => {
            (format!("`{key}` can't be `\"{written}\"`"), rate_bounds(*bounds))
        }
        ValueMistake::MonthSpelling { written, spelled, .. } => (
            format!("`{written}` is not how a month is written"),
            match spelled {
                Some(spelled) => {
                    format!("write `\"{spelled}\"`: the year, then the month, in quotes")
                }
                None => "write the year, then the month, in quotes, as in `\"2027-01\"`".to_owned(),
            },
        ),
        ValueMistake::DurationSpelling { written, spelled, .. } => (
            format!("`{written}` is not how a duration is written"),
            match spelled {
                Some(spelled) => format!("write `\"{spelled}\"`"),
                None => {
                    "write whole months or years, as in `\"18 months\"` or `\"3 years\"`".to_owned()
                }
            },
        ),
        ValueMistake::DurationOutOfBounds { key, written, least, most } => (
            format!("`\"{written}\"` is too short or too long for `{key}`"),
            format!("write a duration of {least} to {most} months"),
        ),
        ValueMistake::MonthsOutOfBounds { key, written, most } => (
            format!("`{key}` can't be {written} months"),
            format!("write a whole number from 0 to {most}, as in `{key} = 18`"),
        ),
        ValueMistake::YearSpelling { written, .. } => (
            format!("`{written}` is not a calendar year"),
            "write its four digits, as in `2030`".to_owned(),
        ),
        ValueMistake::ChangeSpelling { written, points, spelled, .. } => (
            format!("`{written}` does not say by how much it goes up or down"),
            match (spelled, points) {
                (Some(spelled), _) => {
                    format!("write `\"{spelled}\"`, with `-` for less and `+` for more")
                }
                (None, false) => "write a sign, digits and a percent sign: `\"-20%\"`".to_owned(),
                (None, true) => "write a sign, digits and `points`: `\"+2 points\"`".to_owned(),
            },
        ),
        ValueMistake::ChangeOutOfBounds { key, written, points } => (
            format!("`{key}` can't change by `{written}`"),
            if *points {
                "write a change from `\"-100 points\"` to `\"+100 points\"`".to_owned()
            } else {
                "write a change from `\"-100%\"` to `\"+1000%\"`".to_owned()
            },
        ),
        ValueMistake::YearsOutOfBounds { written } => (
            format!("can't look {written} years ahead"),
            "write a whole number from 1 to 50, as in `years = 10`".to_owned(),
        ),
        ValueMistake::CurrencyUnknown { written, near } => (
            format!("`\"{written}\"` is not the code of a currency"),
            match near {
                Some(near) => format!("did you mean `\"{near}\"`?"),
                None => "write three capitals, as in `\"EUR\"` (ISO 4217)".to_owned(),
            },
        ),
        ValueMistake::CurrencyDecimals { written, decimals } => (
            format!("amounts in {written} have {decimals} decimals, and amounts here have two"),
            "choose a currency with two decimals, such as `\"EUR\"`".to_owned(),
        ),
        ValueMistake::RangeIncomplete { key, missing } => (
            format!("the range of `{key}` has no `{missing}`"),
            "write all three, as in `{ low = 6.50, likely = 7.50, high = 8.50 }`".to_owned(),
        ),
        ValueMistake::RangeUpsideDown { key, lower, higher } => (
            format!("the range of `{key}` is upside down: `{lower}` is above `{higher}`"),
            "let `low`, `likely` and `high` go up".to_owned(),
        ),
        ValueMistake::UnknownValue { key, written, near, allowed } => (
            format!("`{key}` can't be `\"{written}\"`"),
            match near {
                Some(near) => format!("did you mean `\"{near}\"`?"),
                None => format!("it is one of {}", listed(allowed, "and")),
            },
        ),
        ValueMistake::SeasonLength { found } => (
            format!("`season` has {found} weights, and a year has twelve months"),
            "write a weight for each month, January first".to_owned(),
        ),
        ValueMistake::SeasonAllZero => (
            "the weights of this `season` are all zero".to_owned(),
            "give at least one month a weight above zero, or leave `season` out".to_owned(),
        ),
        ValueMistake::EmptyList { key } => (
            format!("the list `{key}` is empty"),
            format!("put something in it, or leave `{key}` out"),
        ),
        ValueMistake::ListedTwice { key, written } => {
            (format!("`{key}` names `{written}` twice"), "keep one of the two".to_owned())
        }
        ValueMistake::EmptyText { key } => (
            format!("the text of `{key}` is empty"),
            "write something between the quotes".to_owned(),
        ),
        ValueMistake::NoLanguage { key } => (
            format!("`{key}` is written in no language"),
            format!("write `{key} = \"...\"`, or `{key} = {{ nl = \"...\", en = \"...\" }}`"),
        ),
        ValueMistake::LanguageUnknown { key, written, near } => (
            format!("`{key}` can't be in `{written}`: reports are in Dutch or in English"),
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the text under `nl` or `en`, or without a language".to_owned(),
            },
        ),
    }
}

fn grouped(number: &str) -> String {
    grouped_number(number).unwrap_or_else(|| number.to_owned())
}

fn negative(key: &str, spelled: &str) -> String {
    match key {
        "opening_cash" => "a debt at the start is a `loan` with an `on` before it".to_owned(),
        "amount" | "amounts" | "price" | "cap" => format!(
            "write `{spelled}`: what goes out stands in `[cost]`, what comes in in `[funding]`"
        ),
        _ => format!("write `{spelled}`, or what you mean above it"),
    }
}

fn number_as_text(key: &str, spelled: Option<&str>) -> String {
    match spelled {
        Some(spelled) => format!("write `{spelled}`, without quotes"),
        None if matches!(key, "amount" | "amounts" | "quantity" | "price") => {
            "write digits without quotes, as in `12_500`, or `\"pm\"` for what is named and not \
             counted"
                .to_owned()
        }
        None => "write digits without quotes, as in `12_500`".to_owned(),
    }
}

fn rate_bounds(bounds: Bounds) -> String {
    let (least, most) = (percent(bounds.least), percent(bounds.most));
    if bounds.above {
        format!("write a percentage above `\"{least}\"` and up to `\"{most}\"`")
    } else {
        format!("write a percentage from `\"{least}\"` to `\"{most}\"`")
    }
}
