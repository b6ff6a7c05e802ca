//! The object of `show`.

use crate::case::Case;
use crate::render::json::{amounts, path};
use crate::statements::{By, ClosingCash, EntrySheet, Label};
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
    let (loans, others): (Vec<_>, Vec<_>) = entries.iter().partition(|sheet| sheet.is_loan(case));
    let periods = match by {
        By::Month => "months",
        By::Quarter => "quarters",
        By::Year => "years",
    };
    json!({
        periods: by.labels(case.horizon),
        "entries": others.into_iter().map(object).collect::<Value>(),
        "loans": loans.into_iter().map(object).collect::<Value>(),
        "cash": {"certain": amounts(&cash.certain), "all": amounts(&cash.all)},
    })
}

/// The name of a line of an entry's sheet.
pub fn key(label: Label) -> &'static str {
    match label {
        Label::Paid => "cash",
        Label::Cashable => "cashable",
        Label::Depreciation => "depreciation",
        Label::Draw => "draw",
        Label::Interest => "interest",
        Label::Added => "added",
        Label::Principal => "principal",
        Label::Owed => "balance",
        _ => "accrual",
    }
}
