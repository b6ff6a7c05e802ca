//! English words for what a command cannot do with a file.

use crate::document::{AnswerKind, AskedMistake};
use crate::language::spelled::listed;

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
        AskedMistake::IsList => (
            "this is a price list, and the command takes a case or a fund".to_owned(),
            "`check` looks whether it is right, `prices --list` shows it".to_owned(),
        ),
        AskedMistake::NotAList => (
            "this is no price list".to_owned(),
            "name a file with `[prices]` and `[price.ID]`".to_owned(),
        ),
        AskedMistake::NotAFund { instead } => (
            "this is a case, and the command takes a fund".to_owned(),
            match instead {
                Some(instead) => format!("type `{instead}`, or name a file with `[fund]`"),
                None => "`check` takes a case; or name a file with `[fund]`".to_owned(),
            },
        ),
        AskedMistake::WithFacts { instead } => (
            "this case has facts in `[actual]`, and the command tells of plans only".to_owned(),
            match instead {
                Some(instead) => format!("type `{instead}` for the case as it was planned"),
                None => "add `--plan` for the case as it was planned".to_owned(),
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
        AskedMistake::NoAnswer { written, asks, kind } => {
            (format!("`{written}` is no answer to “{}”", asks.en), answer(kind))
        }
    }
}

/// What an answer looks like.
fn answer(kind: &AnswerKind) -> String {
    match kind {
        AnswerKind::Number => "write a number, such as `1250`, `1,250.50`, `3k` or `100 to 200`",
        AnswerKind::NumberOrPrice(paths) if paths.is_empty() => {
            "write a number, such as `1250`, or a price that `bizcase prices` shows, such as `nl.emergency`"
        }
        AnswerKind::NumberOrPrice(paths) => {
            return format!("write a number, such as `1250`, or choose {}", listed(paths, "or"));
        }
        AnswerKind::Percentage => "write a percentage, such as `30%`",
        AnswerKind::Whole => "write a whole number, such as `5`",
        AnswerKind::Month => "write a month, such as `March 2027` or `2027-03`",
        AnswerKind::MonthsOfYear => "write months, such as `April to September` or `Jan, Feb`",
        AnswerKind::Duration => "write how long, such as `18 months` or `10 years`",
        AnswerKind::Truth => "write `yes` or `no`",
        AnswerKind::OneOf(words) if words.is_empty() => "name the party itself first",
        AnswerKind::OneOf(words) => return format!("choose {}", listed(words, "or")),
    }
    .to_owned()
}
