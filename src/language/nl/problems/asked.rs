//! Dutch words for what a command cannot do with a file.

use crate::document::AskedMistake;

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
        AskedMistake::NotAFund { instead } => (
            "dit is een businesscase, en de opdracht vraagt een fonds".to_owned(),
            match instead {
                Some(instead) => format!("typ `{instead}`, of noem een bestand met `[fund]`"),
                None => "gebruik `check` voor een businesscase, of noem een bestand met `[fund]`"
                    .to_owned(),
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
    }
}
