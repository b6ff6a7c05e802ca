//! English words for what can be wrong with a name of something else.

use super::key::noun;
use crate::document::{Known, ReferenceMistake, Sought};
use crate::language::spelled::listed;
use crate::words::{LONGEST_CHAIN, MOST_LINKS};

/// What is wrong and how to mend it.
pub fn words(mistake: &ReferenceMistake) -> (String, String) {
    match mistake {
        ReferenceMistake::UnknownParty { id, known } => (
            format!("there is no party `{id}`"),
            exists(known, "the parties are", &format!("add `[party.{id}]` to the file")),
        ),
        ReferenceMistake::UnknownRate { id, known } => (
            format!("there is no rate `{id}`"),
            exists(
                known,
                "the rates are",
                &format!(
                    "add it, as in `{id} = \"2%\"` under `[rate]`, or write a percentage here"
                ),
            ),
        ),
        ReferenceMistake::UnknownBias { id, known } => (
            format!("there is no bias `{id}`"),
            exists(
                known,
                "the biases are",
                &format!("add `[bias.{id}]` with its `share`, or write a percentage here"),
            ),
        ),
        ReferenceMistake::UnknownEntry { sought, id, known } => (
            unknown_entry(*sought, id),
            exists(known, "there is", "leave it out, or add that entry"),
        ),
        ReferenceMistake::NotFollowable { id, kind } => (
            format!("`{id}` is {}, which can't be followed", noun(*kind)),
            "follow a cost or an income".to_owned(),
        ),
        ReferenceMistake::MixedFollowed { once, recurs } => (
            format!("`{once}` comes once and `{recurs}` again and again"),
            "follow what comes once in an entry of its own".to_owned(),
        ),
        ReferenceMistake::OfTooLong => (
            "this leads along too many entries".to_owned(),
            format!(
                "follow entries that follow none themselves: at most {MOST_LINKS} in all, and \
                 {LONGEST_CHAIN} after one another"
            ),
        ),
        ReferenceMistake::FollowsCovering { id } => (
            format!("`{id}` is earmarked by `covers`, so it can't be followed"),
            "follow an entry that depends on no other".to_owned(),
        ),
        ReferenceMistake::OfLoop { path } => (
            format!("these follow each other in a circle: `{}`", path.join(" -> ")),
            "give one of them an amount of its own".to_owned(),
        ),
        ReferenceMistake::FollowedWithoutUnits { id } => (
            format!("a `price` is for each unit, and `{id}` has no `quantity`"),
            format!("take a `share` of it, or give `{id}` a `quantity` and a `price`"),
        ),
        ReferenceMistake::ScenarioWithoutFrom { id } => (
            format!("the scenario `{id}` does not say from which month on it holds"),
            format!("write `from = \"2031-01\"` in `[scenario.{id}]`, or name another"),
        ),
        ReferenceMistake::CoversNoCost { id } => (
            format!("`{id}` is not a cost, and an income can only be earmarked for costs"),
            "name costs of the initiative, as in `covers = [\"cost.coordinator\"]`".to_owned(),
        ),
        ReferenceMistake::ReservesNoCost { id } => (
            format!("`{id}` is not a cost, and money can only be set apart for costs"),
            "name costs of the initiative, as in `for = [\"cost.roof\"]`".to_owned(),
        ),
    }
}

fn unknown_entry(sought: Sought, id: &str) -> String {
    match sought {
        Sought::Followed => format!("there is no `{id}` to follow"),
        Sought::Covered => format!("there is no cost `{id}` to be covered"),
        Sought::SetApartFor => format!("there is no cost `{id}` to set money apart for"),
        Sought::Avoided => format!("there is no avoided cost `{id}`"),
        Sought::Value => format!("there is no `{id}` to pay a share of"),
    }
}

/// What exists, the nearest first, or what to do when nothing does.
pub(super) fn exists(known: &Known, there_is: &str, add: &str) -> String {
    let listed = match (known.some.is_empty(), known.more) {
        (true, _) => return add.to_owned(),
        (_, 0) => listed(&known.some, "and"),
        (_, more) => format!("{} and {more} more", listed(&known.some, ",").replace(" , ", ", ")),
    };
    match &known.near {
        Some(near) if known.some.len() == 1 => format!("did you mean `{near}`?"),
        Some(near) => format!("did you mean `{near}`? {there_is} {listed}"),
        None => format!("{there_is} {listed}; or {add}"),
    }
}
