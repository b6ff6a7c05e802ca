//! The numbers that drive a fund.

use crate::document::Document;
use crate::reading::group::table_at;
use crate::whatif::inputs::{Input, InputKind, KEYS, of_group, of_rates, of_table};

/// The keys of `[fund]` that hold numbers.
const FUND: &[(&str, InputKind)] = &[
    ("capital", InputKind::Amount),
    ("reserve", InputKind::Amount),
    ("idle_interest", InputKind::Interest),
    ("prices", InputKind::Growth),
];

/// Those of `[contribution.ID]`.
const CONTRIBUTION: &[(&str, InputKind)] = &[("amount", InputKind::Amount)];

/// Those of `[lending.ID]`.
const LENDING: &[(&str, InputKind)] = &[
    ("amount", InputKind::Amount),
    ("quantity", InputKind::Quantity),
    ("interest", InputKind::Interest),
    ("loss", InputKind::Share),
];

/// All numbers that a fund file itself writes, in the order of its tables; those of the cases that
/// it names are not its own. What is switched off drives nothing.
pub fn inputs(document: &Document) -> Vec<Input> {
    let (root, mut inputs) = (&document.root, Vec::new());
    if let Some(fund) = table_at(root, "fund") {
        of_table(&["fund"], fund, FUND, &mut inputs);
    }
    of_rates(root, &mut inputs);
    of_group(root, "cost", KEYS, &mut inputs);
    of_group(root, "contribution", CONTRIBUTION, &mut inputs);
    of_group(root, "lending", LENDING, &mut inputs);
    inputs
}
