//! English words for what can be wrong with a key.

use crate::document::{EntryKind, KeyMistake, Shape, Wanted};
use crate::language::spelled::{example, listed};
use crate::words::Key;

/// What is wrong and how to mend it.
pub fn words(mistake: &KeyMistake) -> (String, String) {
    match mistake {
        KeyMistake::FormatMissing => (
            "the file does not say in which format it is".to_owned(),
            "put `format = 1` on its first line".to_owned(),
        ),
        KeyMistake::FormatUnsupported { written } => (
            format!("this version knows format 1, and the file says {written}"),
            "write `format = 1`, or install a newer version of bizcase".to_owned(),
        ),
        KeyMistake::TableMissing { table } => (
            format!("there is no `[{table}]`"),
            "begin with `[case]`, then `name = \"...\"` and `start = \"2027-01\"`".to_owned(),
        ),
        KeyMistake::Missing { table, key } => {
            (format!("`{table}` has no `{key}`, and needs one"), missing(table, *key))
        }
        KeyMistake::Unknown { key, table, near, known } => {
            (unknown(key, table), did_you_mean(near.as_deref(), known))
        }
        KeyMistake::NotHere { key, kind, owners } => (
            format!("{} takes no `{key}`", noun(*kind)),
            format!("leave it out; `{key}` belongs to {}", owner_list(owners)),
        ),
        KeyMistake::StatusNotTaken { kind } => {
            (format!("{} takes no `status`", noun(*kind)), status_mend(*kind).to_owned())
        }
        KeyMistake::StructuralNotTaken { kind } => (
            format!("{} takes no `structural`", noun(*kind)),
            "leave it out; `structural` says of income whether it goes on by itself".to_owned(),
        ),
        KeyMistake::WrongType { key, wanted, found } => wrong_type(key, *wanted, *found),
        KeyMistake::ListOfTables { table, id: Some(id) } => (
            format!("`[[{table}]]` makes a list, and each entry of `{table}` has an id of its own"),
            format!("write `[{table}.{id}]`, and so for each"),
        ),
        KeyMistake::ListOfTables { table, id: None } => (
            format!("`[[{table}]]` makes a list, and there is one `[{table}]`"),
            format!("write `[{table}]`, between single brackets"),
        ),
        KeyMistake::IdMissing { group } => (
            format!("this stands in `[{group}]`, and belongs to an entry with an id of its own"),
            format!("write `[{group}.some_id]` above it"),
        ),
        KeyMistake::BadId { id, spelled } => (
            format!("`{id}` can't be an id: that is made of a-z, 0-9 and _"),
            format!("write `{spelled}`, and put the name for people in `name = \"...\"`"),
        ),
    }
}

fn missing(table: &str, key: Key) -> String {
    match key {
        Key::Kind => {
            "say what sort of funding it is, such as `kind = \"sales\"`, `\"subsidy\"` or \
             `\"loan\"`"
                .to_owned()
        }
        Key::Party => {
            let who = if table.starts_with("avoided") { "keeps the money" } else { "it concerns" };
            format!("say who {who}: `party = \"...\"`, a name of `[party]`")
        }
        Key::Of => "say which avoided cost it is a share of: `of = \"...\"`, an id of `[avoided]`"
            .to_owned(),
        Key::Share => "say what share of the cashable saving is paid: `share = \"40%\"`".to_owned(),
        Key::Amount if table.starts_with("contribution") => {
            "say how much is put in: `amount = 50_000`".to_owned()
        }
        Key::Amount if table.starts_with("lending") => {
            "say how much one loan is: `amount = 5_000`".to_owned()
        }
        Key::Quantity => "say how many ask for one each year: `quantity = [50, 70]`".to_owned(),
        Key::Case => {
            "name the file of its case, as seen from this one: `case = \"kitchen.toml\"`".to_owned()
        }
        Key::Capital => "say what is put in at the start: `capital = 250_000`".to_owned(),
        Key::Amount => "say how much is borrowed: `amount = 60_000`".to_owned(),
        Key::Start => "say which month is the first: `start = \"2027-01\"`".to_owned(),
        Key::Name if table == "fund" => "say what the fund is called: `name = \"...\"`".to_owned(),
        Key::Name => "say what the initiative is called: `name = \"...\"`".to_owned(),
        Key::Verdict => {
            "say what `check` should find: `verdict = \"closes\"`, `\"conditional\"` or \
             `\"does_not_close\"`"
                .to_owned()
        }
        _ => format!("add `{key} = ...`"),
    }
}

fn unknown(key: &str, table: &str) -> String {
    match table {
        "" => format!("`{key}` is nothing that this file can have"),
        "stress" => format!("there is no stress `{key}`"),
        _ => format!("`{table}` has no key `{key}`"),
    }
}

fn did_you_mean(near: Option<&str>, known: &[&str]) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("what it can have is {}", listed(known, "and")),
    }
}

fn status_mend(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Sales => {
            "leave it out: sales are a forecast and are counted; what a party promised is a \
             `contract`"
        }
        EntryKind::InKind => "leave it out: hours and space count in society's view only",
        _ => "leave it out; `status` belongs to funding that somebody promises",
    }
}

fn wrong_type(key: &str, wanted: Wanted, found: Shape) -> (String, String) {
    let takes = match wanted {
        Wanted::Table | Wanted::Entry => "is a table",
        Wanted::Text => "takes a text",
        Wanted::Truth => "takes `true` or `false`",
        Wanted::Amounts => "takes a list of amounts",
        Wanted::Dated => "takes a table of months, each with its amount",
        Wanted::Percentages => "takes a list of percentages",
        Wanted::Weights => "takes a list of twelve weights",
        Wanted::Names => "takes a list of names",
        Wanted::Number => "takes a number",
        Wanted::Whole => "takes a whole number",
        Wanted::Percentage => "takes a percentage",
        Wanted::Index => "takes a name in `[rate]`, a percentage or a list of them",
        Wanted::Month => "takes a month",
        Wanted::Duration => "takes a duration",
        Wanted::Sale => "takes a month and a price",
        Wanted::Fade => "takes a month and a number of months",
        Wanted::Years => "takes a list of years",
        Wanted::Change => "takes a change in percent",
        Wanted::Points => "takes a change in points",
        Wanted::Factors => "takes a table of years, each with an index figure",
        Wanted::Lists => "takes the name of a price list, the path of one, or a list of these",
        Wanted::Bias => "takes a percentage or a name in `[bias]`",
    };
    let found = match found {
        Shape::Text => "a text",
        Shape::Number => "a number",
        Shape::Truth => "`true` or `false`",
        Shape::Date => "a date",
        Shape::List => "a list",
        Shape::Table => "a table",
    };
    let mend = match wanted {
        Wanted::Table | Wanted::Entry => {
            format!("write {} with its keys on the lines below", example(key, wanted))
        }
        Wanted::Truth => format!("write `{key} = true` or `{key} = false`, without quotes"),
        _ => format!("write it as in {}", example(key, wanted)),
    };
    (format!("`{key}` {takes}, and this is {found}"), mend)
}

/// One of a kind of entry.
pub fn noun(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Cost => "a cost",
        EntryKind::Sales => "an income of kind `sales`",
        EntryKind::Income => "this kind of income",
        EntryKind::Outcome => "an outcome payment",
        EntryKind::Equity => "equity",
        EntryKind::Loan => "a loan",
        EntryKind::InKind => "an entry in kind",
        EntryKind::Avoided => "an avoided cost",
        EntryKind::Value => "a social value",
        EntryKind::Burden => "a burden",
    }
}

/// All kinds of entry that take a key.
fn owner_list(owners: &[EntryKind]) -> String {
    let all_income = owners.contains(&EntryKind::Sales) && owners.contains(&EntryKind::Income);
    let names: Vec<&str> = owners
        .iter()
        .filter(|kind| !(all_income && **kind == EntryKind::Sales))
        .map(|kind| match kind {
            EntryKind::Cost => "costs",
            EntryKind::Sales => "sales",
            EntryKind::Income if all_income => "income",
            EntryKind::Income => "contracts, contributions, subsidies, grants, donations",
            EntryKind::Outcome => "outcome payments",
            EntryKind::Equity => "equity",
            EntryKind::Loan => "loans",
            EntryKind::InKind => "entries in kind",
            EntryKind::Avoided => "avoided costs",
            EntryKind::Value => "social values",
            EntryKind::Burden => "burdens",
        })
        .collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
