//! The object of `show`.

use crate::case::Case;
use crate::render::json::{amounts, path};
use crate::statements::{By, ClosingCash, EntrySheet, Group, Label};
use crate::words::Word;
use serde_json::{Map, Value, json};

/// What every entry posts and pays by period, loans apart, and closing cash.
pub fn object(case: &Case, entries: &[EntrySheet], cash: &ClosingCash, by: By) -> Value {
    let object = |sheet: &EntrySheet| {
        let mut object = Map::new();
        object.insert("id".to_owned(), path(case, sheet.group, sheet.place).into());
        for line in &sheet.sheet.lines {
            object.insert(key(line.label).to_owned(), amounts(&line.amounts));
        }
        Value::Object(object)
    };
    let opening = |sheet: &EntrySheet| {
        let of = case.openings.get(sheet.place)?;
        let settled = sheet.sheet.lines.first()?;
        Some(json!({
            "id": path(case, sheet.group, sheet.place),
            "kind": of.what.kind.spelled(),
            "cash": amounts(&settled.amounts),
        }))
    };
    let (openings, entries): (Vec<_>, Vec<_>) =
        entries.iter().partition(|sheet| sheet.group == Group::Opening);
    let (reserves, entries): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|sheet| sheet.group == Group::Reserve);
    let (loans, others): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|sheet| sheet.is_loan(case));
    let periods = match by {
        By::Month => "months",
        By::Quarter => "quarters",
        By::Year => "years",
    };
    json!({
        periods: by.labels(case.horizon),
        "entries": others.into_iter().map(object).collect::<Value>(),
        "loans": loans.into_iter().map(object).collect::<Value>(),
        "openings": openings.into_iter().filter_map(opening).collect::<Value>(),
        "reserves": reserves.into_iter().map(object).collect::<Value>(),
        "cash": {"certain": amounts(&cash.certain), "all": amounts(&cash.all)},
    })
}

/// The name of a line of an entry's sheet.
pub fn key(label: Label) -> &'static str {
    match label {
        Label::Paid => "cash",
        Label::Cashable => "cashable",
        Label::Transfer => "transfer",
        Label::Depreciation => "depreciation",
        Label::Sale => "sale",
        Label::Gain => "gain",
        Label::Draw => "draw",
        Label::Interest => "interest",
        Label::Added => "added",
        Label::Principal => "principal",
        Label::Owed => "balance",
        Label::SetApart => "set_apart",
        Label::Released => "released",
        Label::Reserved => "reserved",
        _ => "accrual",
    }
}
