//! Which keys each table takes.

use crate::case::IncomeKind;
use crate::document::{EntryKind, Item, KeyMistake};
use crate::reading::keys::Keys;
use crate::reading::known::unknown;

/// The top of a file.
pub const TOP: &[&str] = &[
    "format", "extends", "case", "rate", "party", "cost", "avoided", "funding", "value", "burden",
    "criteria", "expect", "scenario", "stress",
];

/// `[case]`.
pub const CASE: &[&str] = &[
    "name",
    "start",
    "years",
    "currency",
    "opening_cash",
    "discount_rate",
    "discounting",
    "language",
    "story",
];

/// `[party.ID]`.
pub const PARTY: &[&str] = &["name", "public", "source"];

/// `[criteria]`.
pub const CRITERIA: &[&str] = &[
    "min_cash",
    "min_dscr",
    "max_dependence",
    "min_public_return",
    "min_social_return",
    "require",
];

/// `[expect]`.
pub const EXPECT: &[&str] = &["verdict"];

const COST: &[&str] = &[
    "name",
    "source",
    "amount",
    "amounts",
    "quantity",
    "price",
    "of",
    "share",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "delay",
    "paid",
    "life",
    "renew",
    "optimism_bias",
    "off",
];

const SALES: &[&str] = &[
    "kind",
    "name",
    "source",
    "party",
    "amount",
    "amounts",
    "quantity",
    "price",
    "of",
    "share",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "paid",
    "delay",
    "advance",
    "settlement",
    "covers",
    "fade",
    "structural",
    "off",
];

const INCOME: &[&str] = &[
    "kind",
    "name",
    "source",
    "party",
    "amount",
    "amounts",
    "quantity",
    "price",
    "of",
    "share",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "paid",
    "delay",
    "advance",
    "settlement",
    "covers",
    "fade",
    "structural",
    "status",
    "chance",
    "off",
];

const OUTCOME: &[&str] = &[
    "kind",
    "name",
    "source",
    "party",
    "of",
    "share",
    "cap",
    "from",
    "until",
    "fade",
    "delay",
    "structural",
    "status",
    "chance",
    "off",
];

const EQUITY: &[&str] = &[
    "kind", "name", "source", "party", "amount", "amounts", "quantity", "price", "per", "on",
    "from", "until", "ramp", "growth", "season", "index", "paid", "delay", "status", "chance",
    "off",
];

const LOAN: &[&str] = &[
    "kind",
    "name",
    "source",
    "party",
    "amount",
    "on",
    "interest",
    "repayment",
    "term",
    "grace",
    "instalments",
    "amortised_over",
    "grace_interest",
    "revolving",
    "status",
    "chance",
    "off",
];

const IN_KIND: &[&str] = &[
    "kind", "name", "source", "party", "amount", "amounts", "quantity", "price", "per", "on",
    "from", "until", "ramp", "growth", "season", "index", "off",
];

const AVOIDED: &[&str] = &[
    "name",
    "source",
    "party",
    "amount",
    "amounts",
    "quantity",
    "price",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "deadweight",
    "displacement",
    "attribution",
    "cashable",
    "optimism_bias",
    "lag",
    "lasts",
    "drop_off",
    "off",
];

const EFFECT: &[&str] = &[
    "name",
    "source",
    "party",
    "amount",
    "amounts",
    "quantity",
    "price",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "deadweight",
    "displacement",
    "attribution",
    "optimism_bias",
    "lag",
    "lasts",
    "drop_off",
    "off",
];

/// All that one or another kind of funding takes.
pub const FUNDING: &[&str] = &[
    "kind",
    "name",
    "source",
    "party",
    "amount",
    "amounts",
    "quantity",
    "price",
    "of",
    "share",
    "cap",
    "per",
    "on",
    "from",
    "until",
    "ramp",
    "growth",
    "season",
    "index",
    "paid",
    "delay",
    "advance",
    "settlement",
    "covers",
    "fade",
    "interest",
    "repayment",
    "term",
    "grace",
    "instalments",
    "amortised_over",
    "grace_interest",
    "revolving",
    "structural",
    "status",
    "chance",
    "off",
];

const KINDS: [EntryKind; 10] = [
    EntryKind::Cost,
    EntryKind::Sales,
    EntryKind::Income,
    EntryKind::Outcome,
    EntryKind::Equity,
    EntryKind::Loan,
    EntryKind::InKind,
    EntryKind::Avoided,
    EntryKind::Value,
    EntryKind::Burden,
];

/// The keys that a kind of entry takes.
pub fn keys_of(kind: EntryKind) -> &'static [&'static str] {
    match kind {
        EntryKind::Cost => COST,
        EntryKind::Sales => SALES,
        EntryKind::Income => INCOME,
        EntryKind::Outcome => OUTCOME,
        EntryKind::Equity => EQUITY,
        EntryKind::Loan => LOAN,
        EntryKind::InKind => IN_KIND,
        EntryKind::Avoided => AVOIDED,
        EntryKind::Value | EntryKind::Burden => EFFECT,
    }
}

/// As what kind of entry an income takes keys.
pub fn kind_of_income(kind: IncomeKind) -> EntryKind {
    match kind {
        IncomeKind::Sales => EntryKind::Sales,
        IncomeKind::Contract
        | IncomeKind::Contribution
        | IncomeKind::Subsidy
        | IncomeKind::Grant
        | IncomeKind::Donation => EntryKind::Income,
    }
}

/// Notes each key of an entry that its kind does not take.
pub fn check_entry_keys(keys: &mut Keys<'_, '_>, table: &str, kind: EntryKind) {
    let known = keys_of(kind);
    for (key, item) in keys.table.0.iter() {
        if !known.contains(&key.as_str()) {
            note_foreign(keys, (key, item), table, kind);
        }
    }
}

fn note_foreign(keys: &mut Keys<'_, '_>, (key, item): (&str, &Item), table: &str, kind: EntryKind) {
    let owners = owners(key);
    let mistake = match key {
        "status" => KeyMistake::StatusNotTaken { kind },
        "structural" => KeyMistake::StructuralNotTaken { kind },
        _ if owners.is_empty() => unknown(key, table, keys_of(kind)),
        _ => KeyMistake::NotHere { key: key.to_owned(), kind, owners },
    };
    keys.problems.push(item.key, mistake);
}

fn owners(key: &str) -> Vec<EntryKind> {
    KINDS.into_iter().filter(|kind| keys_of(*kind).contains(&key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_kind_of_funding_takes_is_a_key_of_funding() {
        let kinds = [
            EntryKind::Sales,
            EntryKind::Income,
            EntryKind::Outcome,
            EntryKind::Equity,
            EntryKind::Loan,
            EntryKind::InKind,
        ];
        for kind in kinds {
            for key in keys_of(kind) {
                assert!(FUNDING.contains(key), "{key} of {kind:?}");
            }
        }
    }
}
