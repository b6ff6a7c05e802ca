//! Dutch words for what a command cannot do with a file.

use crate::document::{AnswerKind, AskedMistake};
use crate::language::spelled::listed;

/// What is wrong and how to mend it.
pub fn words(mistake: &AskedMistake) -> (String, String) {
    match mistake {
        AskedMistake::NotACase { instead } => (
            "dit is een fonds, en de opdracht vraagt een businesscase".to_owned(),
            match instead {
                Some(instead) => format!(
                    "typ `{instead}`, of `check`, `compare` of `sensitivity` in plaats van `fund`"
                ),
                None => {
                    "gebruik voor een fonds `fund`, `check`, `compare` of `sensitivity`".to_owned()
                }
            },
        ),
        AskedMistake::IsList => (
            "dit is een prijslijst, en de opdracht vraagt een businesscase of een fonds".to_owned(),
            "`check` kijkt of de lijst klopt, `prices --list` laat hem zien".to_owned(),
        ),
        AskedMistake::NotAList => (
            "dit is geen prijslijst".to_owned(),
            "noem een bestand met `[prices]` en `[price.ID]`".to_owned(),
        ),
        AskedMistake::NotAFund { instead } => (
            "dit is een businesscase, en de opdracht vraagt een fonds".to_owned(),
            match instead {
                Some(instead) => format!("typ `{instead}`, of noem een bestand met `[fund]`"),
                None => "gebruik `check` voor een businesscase, of noem een bestand met `[fund]`"
                    .to_owned(),
            },
        ),
        AskedMistake::WithFacts { instead } => (
            "deze businesscase heeft een realisatie in `[actual]`, en de opdracht kent alleen plannen"
                .to_owned(),
            match instead {
                Some(instead) => {
                    format!("typ `{instead}` voor de businesscase zoals die gepland was")
                }
                None => "voeg `--plan` toe voor de businesscase zoals die gepland was".to_owned(),
            },
        ),
        AskedMistake::NotAlike { case } => (
            format!(
                "dit is een fonds en `{case}` een businesscase: die zijn niet naast elkaar te zetten"
            ),
            "noem alleen fondsen, of alleen businesscases".to_owned(),
        ),
        AskedMistake::TwoNumbers { of_fund } => (
            "een raster heeft twee verschillende getallen nodig".to_owned(),
            match of_fund {
                false => {
                    "zoals in `--grid funding.meals.price --grid funding.meals.quantity`".to_owned()
                }
                true => "zoals in `--grid fund.capital --grid lending.starters.loss`".to_owned(),
            },
        ),
        AskedMistake::FundingOfFund => (
            "een fonds kent één berekening, waarin geen aangevraagde bedragen voorkomen".to_owned(),
            "laat `--funding` weg; die optie is voor een businesscase".to_owned(),
        ),
        AskedMistake::NoAnswer { written, asks, kind } => {
            (format!("`{written}` is geen antwoord op “{}”", asks.nl), answer(kind))
        }
    }
}

/// What an answer looks like.
fn answer(kind: &AnswerKind) -> String {
    match kind {
        AnswerKind::Number => "schrijf een getal, zoals `1250`, `1.250,50`, `3k` of `100 tot 200`",
        AnswerKind::NumberOrPrice(paths) if paths.is_empty() => {
            "schrijf een getal, zoals `1250`, of een prijs die `bizcase prices` laat zien, zoals `nl.emergency`"
        }
        AnswerKind::NumberOrPrice(paths) => {
            return format!("schrijf een getal, zoals `1250`, of kies {}", listed(paths, "of"));
        }
        AnswerKind::Percentage => "schrijf een percentage, zoals `30%`",
        AnswerKind::Whole => "schrijf een geheel getal, zoals `5`",
        AnswerKind::Month => "schrijf een maand, zoals `maart 2027` of `2027-03`",
        AnswerKind::MonthsOfYear => "schrijf maanden, zoals `april t/m september` of `jan, feb`",
        AnswerKind::Duration => "schrijf hoe lang, zoals `18 maanden` of `10 jaar`",
        AnswerKind::Truth => "schrijf `ja` of `nee`",
        AnswerKind::OneOf(words) if words.is_empty() => "noem eerst de partij zelf",
        AnswerKind::OneOf(words) => return format!("kies {}", listed(words, "of")),
    }
    .to_owned()
}
