//! The numbers that drive a case: where each stands, what it is, and how far it can go.

use super::change;
use super::change::change_at;
use super::trial::Trial;
use crate::case::{Case, TestId};
use crate::document::{Document, Node, Number, Problem, Table, Value};
use crate::overlay::lay;
use crate::reading::group::{as_table, is_off, table_at, text_at};
use crate::reading::keys::Problems;
use rust_decimal::Decimal;

/// A number of a case that can be changed by itself.
#[derive(Clone, Debug)]
pub struct Input {
    /// The keys that lead to it: `["cost", "kitchen", "amount"]`.
    pub keys: Vec<String>,
    /// Its place in the list under the last key, where that is one.
    item: Option<Item>,
    /// What sort of number it is.
    pub kind: InputKind,
    /// Its value; of a percentage the fraction. What stands pro memorie is nothing.
    pub value: Decimal,
    /// The range that the file gives.
    pub range: Option<Range>,
}

/// A place in a list, and the whole list.
#[derive(Clone, Debug)]
struct Item {
    place: usize,
    list: Vec<Node>,
}

/// Between which values the file says that a number lies; of percentages the fractions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest.
    pub low: Decimal,
    /// The highest.
    pub high: Decimal,
    /// The shape of its distribution, as written.
    pub shape: Option<String>,
    /// What it shares its draws with.
    pub moves_with: Option<String>,
}

/// What sort of number an input is: that decides its bounds, its decimals and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// Money in whole cents.
    Amount,
    /// The price of a unit.
    Price,
    /// A number of units.
    Quantity,
    /// A part of a whole.
    Share,
    /// How much prices or volumes grow in a year.
    Growth,
    /// What borrowed money costs a year.
    Interest,
    /// By how much later money counts less.
    Discount,
}

/// The keys of an entry of a case that hold numbers, in the order in which they are listed.
pub(crate) const KEYS: &[(&str, InputKind)] = &[
    ("amount", InputKind::Amount),
    ("amounts", InputKind::Amount),
    ("quantity", InputKind::Quantity),
    ("price", InputKind::Price),
    ("share", InputKind::Share),
    ("cap", InputKind::Amount),
    ("ramp", InputKind::Share),
    ("growth", InputKind::Growth),
    ("index", InputKind::Growth),
    ("advance", InputKind::Share),
    ("interest", InputKind::Interest),
    ("deadweight", InputKind::Share),
    ("displacement", InputKind::Share),
    ("attribution", InputKind::Share),
    ("cashable", InputKind::Share),
    ("drop_off", InputKind::Share),
    ("optimism_bias", InputKind::Share),
];

const GROUPS: &[&str] = &["cost", "funding", "avoided", "value", "burden"];

/// The most that an amount, a price or a quantity may be.
const MOST: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);

/// A hundred-millionth of a percent, the last decimal of a percentage.
const LAST_DECIMAL: Decimal = Decimal::from_parts(1, 0, 0, false, 10);

/// All numbers that drive a case, in the order of the file: opening cash, the discount rate where a
/// required test depends on it, rates, then entry by entry. What is switched off drives nothing.
pub fn inputs(document: &Document, case: &Case) -> Vec<Input> {
    let mut inputs = Vec::new();
    of_case(&document.root, case, &mut inputs);
    below(document, inputs)
}

/// The numbers that the file gives as ranges, in the same order; the discount rate among them
/// whatever depends on it.
pub fn ranges(document: &Document, case: &Case) -> Vec<Input> {
    let mut inputs = Vec::new();
    of_case(&document.root, case, &mut inputs);
    let discount = ["case", "discount_rate"];
    if let (false, Some(node)) = (depends_on_discounting(case), document.at(&discount)) {
        add(&discount, InputKind::Discount, node, &mut inputs);
    }
    inputs = below(document, inputs);
    inputs.retain(|input| input.range.is_some());
    inputs
}

/// Adds the numbers below `[case]`.
fn below(document: &Document, mut inputs: Vec<Input>) -> Vec<Input> {
    of_rates(&document.root, &mut inputs);
    for group in GROUPS {
        of_group(&document.root, group, KEYS, &mut inputs);
    }
    inputs
}

/// Adds the numbers under some keys of every entry of a group that is not switched off.
pub(crate) fn of_group(
    root: &Table,
    group: &str,
    keys: &[(&str, InputKind)],
    inputs: &mut Vec<Input>,
) {
    let entries = table_at(root, group).into_iter().flat_map(|table| table.0.iter());
    for (id, item) in entries.filter(|(_, item)| !is_off(&item.node.value)) {
        if let Some(entry) = as_table(&item.node.value) {
            of_table(&[group, id], entry, keys, inputs);
        }
    }
}

fn of_case(root: &Table, case: &Case, inputs: &mut Vec<Input>) {
    let Some(table) = table_at(root, "case") else { return };
    if let Some(item) = table.0.get("opening_cash") {
        add(&["case", "opening_cash"], InputKind::Amount, &item.node, inputs);
    }
    if !depends_on_discounting(case) {
        return;
    }
    match table.0.get("discount_rate") {
        Some(item) => {
            add(&["case", "discount_rate"], InputKind::Discount, &item.node, inputs);
        }
        None => inputs.push(Input {
            keys: vec!["case".to_owned(), "discount_rate".to_owned()],
            item: None,
            kind: InputKind::Discount,
            value: case.discount_rate.0,
            range: None,
        }),
    }
}

/// Whether a required test is about present values.
fn depends_on_discounting(case: &Case) -> bool {
    [TestId::Payers, TestId::PublicReturn, TestId::SocialReturn]
        .into_iter()
        .any(|test| case.is_required(test))
}

/// Adds the rates.
pub(crate) fn of_rates(root: &Table, inputs: &mut Vec<Input>) {
    let rates = table_at(root, "rate").into_iter().flat_map(|table| table.0.iter());
    for (id, item) in rates {
        add(&["rate", id], InputKind::Growth, &item.node, inputs);
    }
}

/// Adds the numbers under some keys of the table at a path.
pub(crate) fn of_table(
    path: &[&str],
    table: &Table,
    keys: &[(&str, InputKind)],
    inputs: &mut Vec<Input>,
) {
    for (key, kind) in keys {
        if let Some(item) = table.0.get(*key) {
            add(&[path, &[key]].concat(), *kind, &item.node, inputs);
        }
    }
}

/// Adds what stands under a key: a number, or each one of a list. The name of a rate is none.
fn add(keys: &[&str], kind: InputKind, node: &Node, inputs: &mut Vec<Input>) {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    let input = |item, node| {
        let (value, range) = kind.read(node)?;
        Some(Input { keys: keys.clone(), item, kind, value, range })
    };
    match &node.value {
        Value::List(list) => inputs.extend(
            list.iter()
                .enumerate()
                .filter_map(|(place, node)| input(Some(Item { place, list: list.clone() }), node)),
        ),
        _ => inputs.extend(input(None, node)),
    }
}

/// The overlay that gives several inputs other values, within their bounds and decimals.
pub fn overlay<'a>(values: impl Iterator<Item = (&'a Input, &'a Decimal)>) -> Table {
    let mut table = Table::default();
    for (input, &value) in values {
        let value = input.kind.written(value);
        change_at(&mut table, &input.keys, |there| match &input.item {
            None => *there = value,
            Some(item) => {
                if !matches!(there, Value::List(_)) {
                    *there = Value::List(item.list.clone());
                }
                if let Value::List(list) = there
                    && let Some(node) = list.get_mut(item.place)
                {
                    node.value = value;
                }
            }
        });
    }
    table
}

impl Input {
    /// What it is called: `cost.kitchen.amount`, and of a list `rate.wages.1` for the first.
    pub fn path(&self) -> String {
        let path = self.keys.join(".");
        match &self.item {
            Some(item) => format!("{path}.{}", item.place + 1),
            None => path,
        }
    }

    /// The overlay that gives it another value, within its bounds and decimals.
    pub fn at(&self, value: Decimal) -> Table {
        let keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        let value = self.kind.written(value);
        match &self.item {
            None => change(&keys, value),
            Some(item) => {
                let mut list = item.list.clone();
                if let Some(node) = list.get_mut(item.place) {
                    node.value = value;
                }
                change(&keys, Value::List(list))
            }
        }
    }
}

impl Input {
    /// The case with another value for it. What the number becomes from a month on stays as it is.
    ///
    /// # Errors
    /// What the value makes wrong, or the sum that outgrew what can be computed.
    pub fn laid(&self, trial: &Trial, value: Decimal) -> Result<Trial, Vec<Problem>> {
        let table = self.at(value);
        if trial.document.later.iter().all(|later| self.is_in(&later.root)) {
            return trial.with(&table);
        }
        let mut document = trial.document.clone();
        let mut problems = Problems::default();
        lay(&mut document.root, &table, &mut problems);
        for later in document.later.iter_mut().filter(|later| self.is_in(&later.root)) {
            lay(&mut later.root, &table, &mut problems);
        }
        document.problems.extend(problems.0);
        Trial::of(document)
    }

    /// Whether it is the same number in another phase of its document.
    fn is_in(&self, root: &Table) -> bool {
        let Some((last, tables)) = self.keys.split_last() else { return false };
        let table = tables.iter().try_fold(root, |table, key| table_at(table, key));
        let node = table.and_then(|table| table.0.get(last)).map(|item| &item.node);
        let place = self.item.as_ref().map(|item| item.place);
        let node = match (node.map(|node| &node.value), place) {
            (Some(Value::List(list)), Some(place)) => list.get(place),
            (_, None) => node,
            (_, Some(_)) => None,
        };
        match node {
            Some(node) => self.kind.read(node).is_some_and(|(value, _)| value == self.value),
            // What is nowhere written has its default everywhere.
            None => self.keys.last().is_some_and(|key| key == "discount_rate"),
        }
    }
}

impl InputKind {
    /// The name that other programs use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Price => "price",
            Self::Quantity => "quantity",
            Self::Share => "share",
            Self::Growth => "growth",
            Self::Interest => "interest",
            Self::Discount => "discount",
        }
    }

    /// Whether it is written as a percentage.
    pub fn is_percentage(self) -> bool {
        match self {
            Self::Amount | Self::Price | Self::Quantity => false,
            Self::Share | Self::Growth | Self::Interest | Self::Discount => true,
        }
    }

    /// The least and the most that the format allows.
    pub fn bounds(self) -> (Decimal, Decimal) {
        match self {
            Self::Amount | Self::Price | Self::Quantity => (Decimal::ZERO, MOST),
            Self::Share | Self::Interest => (Decimal::ZERO, Decimal::ONE),
            Self::Growth => (LAST_DECIMAL - Decimal::ONE, Decimal::TEN),
            Self::Discount => (LAST_DECIMAL - Decimal::new(5, 1), Decimal::ONE),
        }
    }

    /// The decimals that the format allows; of a percentage those of the fraction.
    pub fn decimals(self) -> u32 {
        match self {
            Self::Amount => 2,
            Self::Price | Self::Quantity => 6,
            Self::Share | Self::Growth | Self::Interest | Self::Discount => 10,
        }
    }

    /// A value as it stands in a file.
    pub fn written(self, value: Decimal) -> Value {
        let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
        if self.is_percentage() {
            return Value::Text(format!("{}%", hundredfold.normalize()));
        }
        let exact = value.normalize();
        Value::Number(Number { written: exact.to_string(), exact: Some(exact), scaled: true })
    }

    /// The value that stands somewhere, and its range.
    fn read(self, node: &Node) -> Option<(Decimal, Option<Range>)> {
        let Value::Table(table) = &node.value else { return Some((self.number(node)?, None)) };
        let value = |key: &str| self.number(&table.0.get(key)?.node);
        let words = |key| text_at(table, key).map(str::to_owned);
        let range = Range {
            low: value("low")?,
            high: value("high")?,
            shape: words("shape"),
            moves_with: words("moves_with"),
        };
        Some((value("likely")?, Some(range)))
    }

    fn number(self, node: &Node) -> Option<Decimal> {
        match &node.value {
            Value::Number(number) if !self.is_percentage() => number.exact,
            Value::Text(text) if text == "pm" => Some(Decimal::ZERO),
            Value::Text(text) if self.is_percentage() => {
                let percent = Decimal::from_str_exact(text.strip_suffix('%')?).ok()?;
                percent.checked_div(Decimal::ONE_HUNDRED)
            }
            Value::Text(_)
            | Value::Number(_)
            | Value::Truth(_)
            | Value::Date(_)
            | Value::Change(_)
            | Value::List(_)
            | Value::Table(_) => None,
        }
    }
}
