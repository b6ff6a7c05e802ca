//! English words for what a command cannot do with a file.

use crate::document::AskedMistake;

/// What is wrong and how to mend it.
pub fn words(mistake: &AskedMistake) -> (String, String) {
    match mistake {
        AskedMistake::NotACase { instead } => (
            "this is a fund, and the command takes a case".to_owned(),
            match instead {
                Some(instead) => format!(
                    "type `{instead}`, or `check`, `compare` or `sensitivity` in place of `fund`"
                ),
                None => "`fund`, `check`, `compare` and `sensitivity` take a fund".to_owned(),
            },
        ),
        AskedMistake::NotAFund { instead } => (
            "this is a case, and the command takes a fund".to_owned(),
            match instead {
                Some(instead) => format!("type `{instead}`, or name a file with `[fund]`"),
                None => "`check` takes a case; or name a file with `[fund]`".to_owned(),
            },
        ),
        AskedMistake::NotAlike { case } => (
            format!("this is a fund, and `{case}` a case: they cannot be put side by side"),
            "name only funds, or only cases".to_owned(),
        ),
        AskedMistake::TwoNumbers { of_fund } => (
            "a grid takes two different numbers".to_owned(),
            match of_fund {
                false => {
                    "as in `--grid funding.meals.price --grid funding.meals.quantity`".to_owned()
                }
                true => "as in `--grid fund.capital --grid lending.starters.loss`".to_owned(),
            },
        ),
        AskedMistake::FundingOfFund => (
            "a fund has one run, in which nothing is only requested".to_owned(),
            "leave out `--funding`, which is for a case".to_owned(),
        ),
    }
}
