//! How texts are spelled within a sentence, the same in every language.

use crate::document::Wanted;

/// A text within a sentence: without the capital that it begins with by itself.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// `` `a`, `b` or `c` ``, with the word of the language before the last.
pub fn listed<S: AsRef<str>>(names: &[S], before_last: &str) -> String {
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 && at + 1 == names.len() {
            text.push(' ');
            text.push_str(before_last);
            text.push(' ');
        } else if at > 0 {
            text.push_str(", ");
        }
        text.push('`');
        text.push_str(name.as_ref());
        text.push('`');
    }
    text
}

/// Each in the marks of what a file holds: `` `cost.rent` ``.
pub fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

/// How a key is written with a value of the right type: `` `years = 10` ``.
pub fn example(key: &str, wanted: Wanted) -> String {
    let value = match (key, wanted) {
        (_, Wanted::Lists) => "\"nl\"",
        (_, Wanted::Factors) => "{ \"2022\" = 1.073, \"2023\" = 1.033, \"2024\" = 1 }",
        (_, Wanted::Bias) => "\"30%\"",
        ("amounts", _) | (_, Wanted::Amounts) => "[18_000, 27_000, 36_000]",
        ("ramp", _) => "[\"50%\", \"80%\"]",
        ("season", _) | (_, Wanted::Weights) => "[8, 8, 9, 9, 9, 8, 4, 4, 9, 10, 10, 12]",
        ("covers", _) => "[\"cost.coordinator\"]",
        ("parties", _) => "[\"gemeente\"]",
        ("require", _) | (_, Wanted::Names) => "[\"public_return\"]",
        ("index", _) | (_, Wanted::Index) => "\"2%\"",
        ("format", _) => "1",
        ("kind", _) => "\"subsidy\"",
        ("per", _) => "\"year\"",
        ("status", _) => "\"committed\"",
        ("paid" | "instalments", _) => "\"quarterly\"",
        ("repayment", _) => "\"annuity\"",
        ("discounting", _) => "\"start\"",
        ("language", _) => "\"nl\"",
        ("verdict", _) => "\"closes\"",
        ("currency", _) => "\"EUR\"",
        (_, Wanted::Sale) => "{ on = \"2034-06\", price = 40_000 }",
        ("settled", _) => "\"yearly\"",
        (_, Wanted::Dated) => "{ \"2027-03\" = 5_000, \"2028-03\" = 7_500 }",
        (_, Wanted::Fade) => "{ from = \"2029-01\", months = 24 }",
        (_, Wanted::Points) => "\"+2 points\"",
        (_, Wanted::Change) => "\"-20%\"",
        (_, Wanted::Years) => "[2030, 2034, 2038]",
        ("discount_rate" | "interest" | "growth", _) => "\"2.25%\"",
        (_, Wanted::Percentages) => "[\"2.8%\", \"2%\"]",
        (_, Wanted::Text) => "\"...\"",
        (_, Wanted::Truth) => "true",
        (_, Wanted::Number) => "5_000",
        (_, Wanted::Whole) => "10",
        (_, Wanted::Percentage) => "\"30%\"",
        (_, Wanted::Month) => "\"2027-01\"",
        (_, Wanted::Duration) => "\"18 months\"",
        (_, Wanted::Table | Wanted::Entry) => return format!("`[{}]`", table(key)),
    };
    format!("`{key} = {value}`")
}

/// The header of a table; a group needs an id in it.
fn table(key: &str) -> String {
    match key {
        "cost" | "avoided" | "value" | "burden" | "funding" | "party" | "scenario" => {
            format!("{key}.some_id")
        }
        _ => key.to_owned(),
    }
}
