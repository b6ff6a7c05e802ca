//! English words for what can be wrong with a fund and the cases that it names.

use super::reference::exists;
use crate::document::{FundMistake, Unreadable};

/// What is wrong and how to mend it.
pub fn words(mistake: &FundMistake) -> (String, String) {
    match mistake {
        FundMistake::FileUnreadable { path, cause } => unreadable(path, *cause),
        FundMistake::NamesFund { path } => (
            format!("`{path}` is a fund, and a fund lends to cases"),
            "name the file of an initiative's case".to_owned(),
        ),
        FundMistake::PartyNotInCase { path, party, lender: Some(lender), .. } => (
            format!("`{path}` has no party `{party}` that could be this fund"),
            format!("write `party = \"{lender}\"` here: its loan that goes round is of that party"),
        ),
        FundMistake::PartyNotInCase { path, party, lender: None, known } => (
            format!("`{path}` has no party `{party}` that could be this fund"),
            exists(
                known,
                "its parties are",
                &format!("add `[party.{party}]` and a loan of that party to the case"),
            ),
        ),
        FundMistake::NothingAsked { path, party } => (
            format!("`{path}` asks this fund for nothing"),
            format!(
                "give that case a loan with `party = \"{party}\"` and `revolving = true`, drawn \
                 within its horizon"
            ),
        ),
        FundMistake::CurrencyDiffers { path, of_case, of_fund } => (
            format!("`{path}` counts in {of_case}, and the fund in {of_fund}"),
            "write both in one `currency`".to_owned(),
        ),
        FundMistake::DrawnBeforeStart { loan, on, start } => (
            format!(
                "the fund can't lend `{loan}` in {on}, for the initiative only starts in {start}"
            ),
            "let the loan be drawn from the start of the case on".to_owned(),
        ),
        FundMistake::UpToWithoutEvery => (
            "`up_to` says how many there will be of what comes once".to_owned(),
            "say how often a new one comes, as in `every = \"18 months\"`, or leave `up_to` out"
                .to_owned(),
        ),
        FundMistake::UpToOutOfBounds { written } => (
            format!("there can't be {written} of them in all"),
            "write a whole number from 1, as in `up_to = 5`".to_owned(),
        ),
        FundMistake::FromAMonth { from } => (
            match from {
                Some(from) => format!("a fund can't become another fund in {from}"),
                None => "a scenario of a fund holds from its start".to_owned(),
            },
            "leave `from` out of the scenario: it is for scenarios of a case".to_owned(),
        ),
        FundMistake::BeforeFund { key, month, start } => (
            format!("{month} lies before the start of the fund, {start}"),
            format!("let `{key}` be the start of the fund or later"),
        ),
        FundMistake::FactsLeftOut => (
            "a fund runs its cases as they were planned: these facts are left out".to_owned(),
            "`check` on the case itself counts them".to_owned(),
        ),
        FundMistake::PastFund { entry, begins, last } => (
            format!(
                "`{entry}` comes in {begins}, and the fund ends with {last}: it counts for nothing"
            ),
            "let it come earlier, or give the fund more `years`".to_owned(),
        ),
    }
}

/// Why a file that another one names is not read.
pub fn unreadable(path: &str, cause: Unreadable) -> (String, String) {
    match cause {
        Unreadable::Missing => (
            format!("there is no file `{path}`"),
            "write the path as seen from the folder of the file that names it".to_owned(),
        ),
        Unreadable::Forbidden => {
            (format!("`{path}` may not be read"), "ask for the right to read that file".to_owned())
        }
        Unreadable::Folder => (format!("`{path}` is a folder"), "name one file in it".to_owned()),
        Unreadable::NoFile => (
            format!("`{path}` is no ordinary file"),
            "name a file that holds a text; a pipe can only be read where it is typed".to_owned(),
        ),
        Unreadable::Outside => (
            format!(
                "`{path}` lies outside the folder of the file that was asked for, and outside its \
                 repository"
            ),
            "put the files in one folder, or add `--allow-outside` if you trust what this file \
             names"
                .to_owned(),
        ),
        Unreadable::NoCase => (
            format!("`{path}` is not recognisably a case or a fund, so nothing of it is read"),
            "name a file that begins with `format = 1`, or put that at its top".to_owned(),
        ),
        Unreadable::Other => (
            format!("`{path}` can't be read"),
            "see whether that file can be opened by other programs".to_owned(),
        ),
    }
}
