//! English words for what can be wrong with what really happened.

use super::reference::exists;
use crate::document::{ActualMistake, EntryKind};

/// What is wrong and how to mend it.
pub fn words(mistake: &ActualMistake) -> (String, String) {
    match mistake {
        ActualMistake::UntilOutside { until, first, last } => (
            format!("{until} is no month of the case, which runs from {first} to {last}"),
            "let `until` be the last month of which all is known".to_owned(),
        ),
        ActualMistake::MonthOutside { month, first, until } => (
            format!("{month} is not among the months that are fact, {first} to {until}"),
            "leave it out, or let `until` in `[actual]` be a later month".to_owned(),
        ),
        ActualMistake::NoEntry { entry, known } => (
            format!("there is no `{entry}` that this could have happened to"),
            exists(known, "there is", "add it to the plan, where it was nothing so far"),
        ),
        ActualMistake::IsOff { entry } => (
            format!("`{entry}` is `off`, so that nothing can have happened to it"),
            "leave these facts out, or leave out its `off`".to_owned(),
        ),
        ActualMistake::HasNone { entry, kind } => (
            format!("`{entry}` is {}, of which no facts can be given", called(*kind)),
            "leave it out: it goes as planned".to_owned(),
        ),
        ActualMistake::NothingSaid { entry } => (
            format!("nothing is said of what `{entry}` came to"),
            "add `at` with an amount for each month, or `rest = \"plan\"` or `rest = \"0\"`"
                .to_owned(),
        ),
        ActualMistake::MonthUnsaid { entry, month, more } => (
            match more {
                0 => format!("what `{entry}` came to in {month} is not said"),
                more => {
                    format!("what `{entry}` came to in {month} is not said, nor in {more} more")
                }
            },
            "add the month to `at`, or say `rest = \"plan\"` (as planned) or `rest = \"0\"` \
             (nothing)"
                .to_owned(),
        ),
        ActualMistake::RequestedSilent { entry, until } => (
            format!(
                "`{entry}` is only requested and has no facts: up to {until} it brought nothing"
            ),
            format!("say what came in `[actual.{entry}]`, or that it is committed"),
        ),
    }
}

fn called(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Loan => "a loan",
        EntryKind::Equity => "equity",
        EntryKind::InKind => "in kind",
        _ => "an entry",
    }
}
