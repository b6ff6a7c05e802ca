//! English words for what can be wrong with what is laid over a case.

use super::fund::unreadable;
use super::reference::exists;
use crate::document::OverlayMistake;
use crate::language::Words;
use crate::language::spelled::listed;

/// What is wrong and how to mend it.
pub fn words(mistake: &OverlayMistake) -> (String, String) {
    match mistake {
        OverlayMistake::ReachesNothing { path, known } => (
            format!("there is nothing at `{path}` to change"),
            exists(known, "there is", "add a whole entry of that name"),
        ),
        OverlayMistake::NothingToChange { key, written, word: None } => (
            format!("`{written}` changes a number, and there is no `{key}` beneath it"),
            format!("write the value that `{key}` should have"),
        ),
        OverlayMistake::NothingToChange { key, written, word: Some(word) } => (
            format!("`{written}` changes a number, and `{key}` is `{word}` here"),
            format!("change `{word}` where it is defined, or write the value itself"),
        ),
        OverlayMistake::PercentOrPoints { key, written } => (
            format!("`{key}` is a percentage itself, so `{written}` can mean two things"),
            format!(
                "write the new value, as in `\"{}\"`, or add to the old one, as in `\"+{} points\"`",
                value(written),
                value(written).trim_end_matches('%')
            ),
        ),
        OverlayMistake::PointsOnNumber { key, written } => (
            format!("points are added to percentages, and `{key}` is a number: `{written}`"),
            "write the new number, or a part of the old one, as in `\"+10%\"`".to_owned(),
        ),
        OverlayMistake::ScenarioUnknown { id, known } => (
            format!("there is no scenario `{id}`"),
            exists(known, "the scenarios are", &format!("add `[scenario.{id}]` to the file")),
        ),
        OverlayMistake::NotSettable { table, known } => (
            format!("`{table}` can't be changed from here"),
            format!("what can be changed: {}", listed(known, "and")),
        ),
        OverlayMistake::NothingLaid => (
            "there is nothing in this argument to lay over the case".to_owned(),
            "write `--set path=value`, such as `--set cost.rent.amount=+10%`, or leave it out"
                .to_owned(),
        ),
        OverlayMistake::ArgumentWithoutValue { path, example } => (
            format!("what is `{path}` to become?"),
            match example {
                Some(example) => {
                    format!("write `{path}=` with a value behind it, as in `{path}={example}`")
                }
                None => format!("write `{path}=` with a value behind it"),
            },
        ),
        OverlayMistake::TextWithoutQuotes { path, text } => (
            format!("`{text}` is no value by itself"),
            format!(
                "put the text in quotes, and these in quotes of the shell: `'{path}=\"{text}\"'`"
            ),
        ),
        OverlayMistake::ScenarioTwice { id } => (
            format!("scenario `{id}` is laid twice"),
            "leave one out: a change such as `\"+10%\"` is now made twice".to_owned(),
        ),
        OverlayMistake::ExtendsLoop { path } => (
            format!("`{path}` extends this file itself, directly or by others"),
            "let one of these files extend nothing".to_owned(),
        ),
        OverlayMistake::ExtendsTooDeep { path, most } => (
            format!("`{path}` is one file too many: at most {most} can lie beneath a file"),
            "put what several of them say together in one file".to_owned(),
        ),
        OverlayMistake::ExtendsUnreadable { path, cause } => unreadable(path, *cause),
        OverlayMistake::NotFromAMonth { path } => (
            format!("`{path}` cannot change from a month on"),
            "leave it out of a scenario with `from`, or change it in a scenario without".to_owned(),
        ),
        OverlayMistake::OnBeforeFrom { path, on, from } => (
            format!("`{path}` would come once in {on}, and the scenario holds from {from} on"),
            format!("choose {from} or later, or add it in a scenario without `from`"),
        ),
        OverlayMistake::BeforeFacts { from, until } => (
            format!("what it changes from {from} on is fact up to {until}"),
            format!(
                "choose a month after {until}: what happened stays as it was, and only what comes after it changes"
            ),
        ),
        OverlayMistake::MakesWrong { scenario, mistake, .. } => {
            let Words { what, mend } = super::words(mistake);
            (format!("with scenario `{scenario}` laid over it this is wrong: {what}"), mend)
        }
    }
}

/// `+10%` as a value: `10%`.
fn value(written: &str) -> &str {
    written.trim_start_matches('+')
}
