//! The numbers that drive a case: where each stands, what it is, and how far it can go.

use super::change;
use super::change::change_at;
use super::trial::Trial;
use crate::case::Case;
use crate::document::{Document, Node, Number, Place, Problem, Table, Value};
use crate::overlay::lay;
use crate::prices;
use crate::reading::group::{as_table, is_off, table_at, text_at};
use crate::reading::keys::Problems;
use crate::reading::range::likely;
use crate::words::{
    Drives, Group, Key, NumberKind, RangeShape, Section, Takes, Usual, Word, percent,
};
use rust_decimal::Decimal;

/// A number of a case that can be changed by itself.
#[derive(Clone, Debug)]
pub struct Input {
    /// The keys that lead to it: `["cost", "kitchen", "amount"]`.
    pub keys: Vec<String>,
    /// Its place in the list under the last key, where that is one.
    item: Option<Item>,
    /// What sort of number it is.
    pub kind: NumberKind,
    /// Its value; of a percentage the fraction. What stands pro memorie is nothing.
    pub value: Decimal,
    /// The range that the file gives.
    pub range: Option<Range>,
    /// Where it stands, of a range its likely value; nothing where nobody wrote it.
    pub place: Option<Place>,
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
    /// The shape of its distribution.
    pub shape: RangeShape,
    /// What it shares its draws with.
    pub moves_with: Option<String>,
}

/// A number that somebody wrote, as it is come by.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    /// The keys that lead to it.
    pub keys: &'a [&'a str],
    /// Its place in the list under the last key, and that list.
    item: Option<(usize, &'a [Node])>,
    kind: NumberKind,
    node: &'a Node,
}

impl Written<'_> {
    /// Where it stands, of a range its likely value; nothing where it is no number.
    pub fn place(&self) -> Option<Place> {
        is_number(self.kind, self.node).then(|| likely(self.node).place)
    }

    fn input(&self) -> Option<Input> {
        let (value, range) = read(self.kind, self.node)?;
        let item = self.item.map(|(place, list)| Item { place, list: list.to_vec() });
        Some(Input {
            keys: self.keys.iter().map(|&key| key.to_owned()).collect(),
            item,
            kind: self.kind,
            value,
            range,
            place: Some(likely(self.node).place),
        })
    }
}

/// Whoever is shown each number that is come by.
pub(crate) type Visitor<'v> = dyn FnMut(Written<'_>) + 'v;

/// The inputs that a walk comes by.
pub(crate) fn collected(walk: impl FnOnce(&mut Visitor<'_>)) -> Vec<Input> {
    let mut inputs = Vec::new();
    walk(&mut |written| inputs.extend(written.input()));
    inputs
}

/// All numbers that drive a case, in the order of the file: those of `[case]`, rates, entry by entry,
/// thresholds. Where a number drives some tests only, one of them is required. What is switched off
/// drives nothing. The usual discount rate counts where the file says none.
pub fn inputs(document: &Document, case: &Case) -> Vec<Input> {
    let mut inputs = collected(|visit| written(document, case, visit));
    if counts(case)(Key::DiscountRate.facts(Section::Case).drives) {
        let of_case = (Key::Case, Section::Case);
        add_usual(&document.root, of_case, Key::DiscountRate, &mut inputs);
    }
    inputs
}

/// Those of them that somebody wrote.
pub(crate) fn written(document: &Document, case: &Case, visit: &mut Visitor<'_>) {
    numbers(document, counts(case), visit);
}

/// Whether a number drives what is required of a case.
fn counts(case: &Case) -> impl Fn(Drives) -> bool {
    |drives| match drives {
        Drives::Always => true,
        Drives::Where(tests) => tests.iter().any(|test| case.is_required(*test)),
        Drives::Never(_) | Drives::NoNumber => false,
    }
}

/// The numbers that the file gives as ranges, in the same order, whatever depends on them.
pub fn ranges(document: &Document) -> Vec<Input> {
    let counts = |drives| match drives {
        Drives::Always | Drives::Where(_) => true,
        Drives::Never(_) | Drives::NoNumber => false,
    };
    let mut inputs = collected(|visit| numbers(document, counts, visit));
    inputs.retain(|input| input.range.is_some());
    inputs
}

/// Every number of a case, in the same order, whether or not a what-if moves it; also those of `[case]`
/// and the thresholds that nobody wrote and that count all the same.
pub fn every(document: &Document) -> Vec<Input> {
    let mut inputs =
        collected(|visit| numbers(document, |drives| drives != Drives::NoNumber, visit));
    for (table, section) in [(Key::Case, Section::Case), (Key::Criteria, Section::Criteria)] {
        for key in section.keys() {
            add_usual(&document.root, (table, section), key, &mut inputs);
        }
    }
    inputs
}

/// The numbers of a case under keys that drive it in some way.
fn numbers(document: &Document, counts: impl Fn(Drives) -> bool, visit: &mut Visitor<'_>) {
    let root = &document.root;
    of_table(root, Key::Case, &driving(Section::Case, &counts), visit);
    of_rates(root, visit);
    of_group(root, Key::Bias, Section::Bias, &counts, visit);
    for group in Group::all() {
        of_group(root, group.key(), group.section(), &counts, visit);
    }
    of_table(root, Key::Criteria, &driving(Section::Criteria, &counts), visit);
}

/// The keys of a table whose numbers drive something, as far as that counts.
pub(crate) fn driving(section: Section, counts: impl Fn(Drives) -> bool) -> Vec<(Key, NumberKind)> {
    let keys = Key::all().filter(|key| section.has(*key));
    let numbers = keys.filter_map(|key| {
        let facts = key.facts(section);
        Some((key, facts.takes.number().filter(|_| counts(facts.drives))?))
    });
    numbers.collect()
}

/// Adds a number that the file does not say, after those of its table: it counts all the same.
fn add_usual(root: &Table, (table, section): (Key, Section), key: Key, inputs: &mut Vec<Input>) {
    let facts = key.facts(section);
    let (Usual::Number(value) | Usual::Percent(value)) = facts.usual else { return };
    let Some(kind) = facts.takes.number() else { return };
    if table_at(root, table.spelled()).is_some_and(|table| table.has(key)) {
        return;
    }
    let of_table = |input: &Input| input.keys.first().is_some_and(|first| first == table.spelled());
    let after = match inputs.iter().rposition(of_table) {
        Some(last) => last + 1,
        // Those of `[case]` stand first, the thresholds last.
        None if table == Key::Case => 0,
        None => inputs.len(),
    };
    let keys = [table, key].map(|key| key.spelled().to_owned()).to_vec();
    inputs.insert(after, Input { keys, item: None, kind, value, range: None, place: None });
}

/// Shows the rates.
pub(crate) fn of_rates(root: &Table, visit: &mut Visitor<'_>) {
    let rate = Key::Rate.spelled();
    for (id, item) in table_at(root, rate).into_iter().flat_map(|table| table.0.iter()) {
        show(&[rate, id], NumberKind::Growth, &item.node, visit);
    }
}

/// Shows the numbers under some keys of a table.
pub(crate) fn of_table(
    root: &Table,
    name: Key,
    keys: &[(Key, NumberKind)],
    visit: &mut Visitor<'_>,
) {
    let name = name.spelled();
    if let Some(table) = table_at(root, name) {
        under(&[name], table, keys, visit);
    }
}

/// Shows the numbers that drive something in every entry of a group that is not switched off, and
/// then those in tables that stand in one.
pub(crate) fn of_group(
    root: &Table,
    group: Key,
    section: Section,
    counts: impl Fn(Drives) -> bool,
    visit: &mut Visitor<'_>,
) {
    of_entries(root, group, None, &driving(section, &counts), visit);
    for (table, inner) in tables(section) {
        of_entries(root, group, Some(table), &driving(inner, &counts), visit);
    }
}

/// The keys of an entry under which a table stands, with what that takes.
fn tables(section: Section) -> impl Iterator<Item = (Key, Section)> {
    section.keys().filter_map(move |key| match key.facts(section).takes {
        Takes::Table(inner) => Some((key, inner)),
        _ => None,
    })
}

/// Shows the numbers under some keys of every entry of a group, or of a table in each.
fn of_entries(
    root: &Table,
    group: Key,
    within: Option<Key>,
    keys: &[(Key, NumberKind)],
    visit: &mut Visitor<'_>,
) {
    let group = group.spelled();
    let entries = table_at(root, group).into_iter().flat_map(|table| table.0.iter());
    for (id, item) in entries.filter(|(_, item)| !is_off(&item.node.value)) {
        let Some(entry) = as_table(&item.node.value) else { continue };
        let Some(key) = within.map(Key::spelled) else {
            under(&[group, id], entry, keys, visit);
            continue;
        };
        if let Some(table) = table_at(entry, key) {
            under(&[group, id, key], table, keys, visit);
        }
    }
}

fn under(path: &[&str], table: &Table, keys: &[(Key, NumberKind)], visit: &mut Visitor<'_>) {
    for (key, kind) in keys {
        let key = key.spelled();
        if let Some(item) = table.0.get(key) {
            show(&[path, &[key]].concat(), *kind, &item.node, visit);
        }
    }
}

/// Shows what stands under a key: a number, or each one of a list. The name of a rate is none.
fn show(keys: &[&str], kind: NumberKind, node: &Node, visit: &mut Visitor<'_>) {
    match &node.value {
        Value::List(list) => {
            for (place, node) in list.iter().enumerate() {
                visit(Written { keys, item: Some((place, list)), kind, node });
            }
        }
        // Amounts by month: each is a number of its own.
        Value::Table(months) if !months.has(Key::Likely) => {
            for (month, item) in months.0.iter() {
                show(&[keys, &[month.as_str()]].concat(), kind, &item.node, visit);
            }
        }
        _ => visit(Written { keys, item: None, kind, node }),
    }
}

/// The overlay that gives several inputs other values, within their bounds and decimals.
pub fn overlay<'a>(values: impl Iterator<Item = (&'a Input, &'a Decimal)>) -> Table {
    let mut table = Table::default();
    for (input, &value) in values {
        let value = input.written(value);
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

    /// A value of it as it stands in a file.
    pub fn written(&self, value: Decimal) -> Value {
        if self.kind.is_percentage() {
            return Value::Text(percent(value));
        }
        let exact = value.normalize();
        Value::Number(Number { written: exact.to_string(), exact: Some(exact), scaled: true })
    }

    /// The overlay that gives it another value, within its bounds and decimals.
    pub fn at(&self, value: Decimal) -> Table {
        let keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        let value = self.written(value);
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
        if prices::touches(&table) {
            prices::settle(&mut document);
        }
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
            Some(node) => read(self.kind, node).is_some_and(|(value, _)| value == self.value),
            // What is nowhere written has its default everywhere.
            None => self.place.is_none(),
        }
    }
}

/// Whether a number stands somewhere, or a range of them.
fn is_number(kind: NumberKind, node: &Node) -> bool {
    let Value::Table(table) = &node.value else { return number(kind, node).is_some() };
    let all = [Key::Low, Key::Likely, Key::High];
    let is = |key: &Key| {
        table.0.get(key.spelled()).is_some_and(|item| number(kind, &item.node).is_some())
    };
    all.iter().all(is)
}

/// The value that stands somewhere, and its range.
fn read(kind: NumberKind, node: &Node) -> Option<(Decimal, Option<Range>)> {
    let Value::Table(table) = &node.value else { return Some((number(kind, node)?, None)) };
    let value = |key: Key| number(kind, &table.0.get(key.spelled())?.node);
    let word = |key: Key| text_at(table, key.spelled());
    let range = Range {
        low: value(Key::Low)?,
        high: value(Key::High)?,
        shape: word(Key::Shape).and_then(RangeShape::of).unwrap_or_default(),
        moves_with: word(Key::MovesWith).map(str::to_owned),
    };
    Some((value(Key::Likely)?, Some(range)))
}

fn number(kind: NumberKind, node: &Node) -> Option<Decimal> {
    match &node.value {
        Value::Number(number) if !kind.is_percentage() => number.exact,
        Value::Text(text) if text == "pm" => Some(Decimal::ZERO),
        Value::Text(text) if kind.is_percentage() => {
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
