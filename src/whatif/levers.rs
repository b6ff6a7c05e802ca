//! The levers that can make a case close, or stop it from closing: what each changes, in which
//! steps and how far (reference, section 6).

use super::edge::{Edge, Range, Turn, edge};
use super::laying::{Given, Laying};
use super::trial::Trial;
use crate::case::{Entry, Form, Funding, IncomeKind};
use crate::document::{Document, Item, Table, Value};
use crate::money::{Cents, Overflow};
use crate::reading::group::{as_table, table_at};
use crate::statements::Counted;
use crate::verdict::{Figure, Margin};
use crate::words::{FundingKind, Key, MOST, Per, Section, Status, Word};
use rayon::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The most that an amount may be, in cents: how far it can go.
const MOST_CENTS: i64 = 100_000_000_000_000;

/// All of a number, in hundredths of a percent: how far it can go down.
const ALL_OF_IT: i64 = 10_000;

/// How far a number can go up at most: beyond this it would be a trillion times itself.
const MOST_TIMES: i64 = 1_000_000_000_000_000;

/// What can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lever {
    /// A structural contribution a year, in cents: committed, paid monthly over the whole horizon,
    /// without index or party. The other way: a cost of the same shape.
    Contribution,
    /// Start capital at once, in cents: committed equity in the first month. The other way: a cost
    /// in that month.
    Capital,
    /// Every amount and price in `[cost]`, in hundredths of a percent.
    Costs,
    /// The price of a sales line, or its amount, in hundredths of a percent.
    Price {
        /// The id of the line.
        line: String,
        /// The key of its price; without one it has an amount, or amounts.
        price: Option<Key>,
    },
    /// The quantity of a sales line, in hundredths of a percent.
    Volume {
        /// The id of the line.
        line: String,
    },
}

/// What a lever is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverUnit {
    /// Cents a year.
    MoneyAYear,
    /// Cents.
    Money,
    /// Hundredths of a percent.
    Percent,
}

/// A lever, and where it turns the verdict.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// The lever.
    pub lever: Lever,
    /// Where it turns the verdict, proven by two runs; nothing where it cannot.
    #[cfg_attr(not(feature = "inside"), allow(dead_code, reason = "tests prove it"))]
    pub edge: Option<Edge>,
    /// What to lay over the case: the smallest change that makes it close, or the largest with
    /// which it still does.
    pub laying: Option<Laying>,
    /// How much that is, in the lever's unit, with the sign that it has for a user.
    pub value: Option<i64>,
}

impl Lever {
    /// The levers of a case, in order.
    pub fn all(trial: &Trial) -> Vec<Self> {
        let mut levers = vec![Self::Contribution, Self::Capital, Self::Costs];
        for entry in trial.case.funding.iter().filter(|entry| is_sales(entry)) {
            let has = |key| numbers(&trial.document, Key::Funding, &entry.id, key).is_some();
            let line = || entry.id.clone();
            let price = [Key::Price, Key::Prices].into_iter().find(|key| has(*key));
            let amount = [Key::Amount, Key::Amounts, Key::At].into_iter().any(has);
            if price.is_some() || amount {
                levers.push(Self::Price { line: line(), price });
            }
            if has(Key::Quantity) {
                levers.push(Self::Volume { line: line() });
            }
        }
        levers
    }

    /// The name that other programs use.
    pub fn id(&self) -> String {
        match self {
            Self::Contribution => "contribution".to_owned(),
            Self::Capital => "capital".to_owned(),
            Self::Costs => "costs".to_owned(),
            Self::Price { line, .. } => format!("price:funding.{line}"),
            Self::Volume { line } => format!("volume:funding.{line}"),
        }
    }

    /// What it is counted in.
    pub fn unit(&self) -> LeverUnit {
        match self {
            Self::Contribution => LeverUnit::MoneyAYear,
            Self::Capital => LeverUnit::Money,
            Self::Costs | Self::Price { .. } | Self::Volume { .. } => LeverUnit::Percent,
        }
    }

    /// So many steps as a figure with its sign: costs go down to make a case close, all else goes
    /// up.
    pub fn value(&self, steps: i64, turn: Turn) -> i64 {
        match (self, turn) {
            (Self::Costs, Turn::Closes) => -steps,
            (Self::Costs, Turn::Fails) | (_, Turn::Closes) => steps,
            (_, Turn::Fails) => -steps,
        }
    }

    /// What to lay over a case for a figure.
    pub fn laying(&self, trial: &Trial, value: i64) -> Laying {
        let amount = (Key::Amount, Given::Amount(Cents(value).decimal().abs()));
        let word = |key, word| (key, Given::Word(word));
        let entry =
            |group, id, keys| Laying::Entry { group, id: free(&trial.document, group, id), keys };
        let scaled =
            |group, id: &str, key| Laying::Scaled { group, id: id.to_owned(), key, by: value };
        let committed = word(Key::Status, Status::Committed.spelled());
        match self {
            Self::Contribution if value < 0 => {
                entry(Key::Cost, "extra_cost", vec![amount, word(Key::Per, Per::Year.spelled())])
            }
            Self::Contribution => {
                let kind = word(Key::Kind, FundingKind::Contribution.spelled());
                let keys = vec![kind, committed, amount, word(Key::Per, Per::Year.spelled())];
                entry(Key::Funding, "extra_contribution", keys)
            }
            Self::Capital if value < 0 => entry(
                Key::Cost,
                "setback_at_start",
                vec![amount, word(Key::Per, Per::Once.spelled())],
            ),
            Self::Capital => {
                let kind = word(Key::Kind, FundingKind::Equity.spelled());
                let keys = vec![kind, committed, amount, word(Key::Per, Per::Once.spelled())];
                entry(Key::Funding, "start_capital", keys)
            }
            Self::Costs => scaled(Key::Cost, "*", None),
            Self::Price { line, price } => scaled(Key::Funding, line, *price),
            Self::Volume { line } => scaled(Key::Funding, line, Some(Key::Quantity)),
        }
    }

    /// How many steps it can go, by the bounds of the format.
    pub fn most(&self, trial: &Trial, turn: Turn) -> i64 {
        let up = |group, id: &str, keys: &[Key]| {
            let numbers = keys.iter().filter_map(|key| numbers(&trial.document, group, id, *key));
            let numbers: Vec<_> = numbers.flatten().filter(|number| !number.is_zero()).collect();
            // Nothing to scale, nothing to look for.
            numbers.iter().map(|&number| times(number)).min().unwrap_or(0)
        };
        let costs = || up(Key::Cost, "*", &reckoned_from(Section::Cost));
        let line = |line: &str, keys: &[Key]| up(Key::Funding, line, keys);
        let down = |up: i64| if up == 0 { 0 } else { ALL_OF_IT };
        let (room, goes_up) = match self {
            Self::Contribution | Self::Capital => return MOST_CENTS,
            Self::Costs => (costs(), turn == Turn::Fails),
            Self::Price { line: id, .. } => {
                (line(id, &reckoned_from(Section::Sales)), turn == Turn::Closes)
            }
            Self::Volume { line: id } => (line(id, &[Key::Quantity]), turn == Turn::Closes),
        };
        if goes_up { room } else { down(room) }
    }

    /// How far the margin may be off a line in cents: an entry's last twelve months are its exact
    /// sum to within a cent. What comes in even amounts a year is exact each year.
    fn noise(&self, trial: &Trial) -> i64 {
        let entries = trial.case.costs.len() + trial.case.funding.len();
        match self {
            Self::Contribution | Self::Capital => 0,
            Self::Costs | Self::Price { .. } | Self::Volume { .. } => {
                i64::try_from(entries + 2).unwrap_or(i64::MAX)
            }
        }
    }

    /// A first step to try: what is missing, or left, as far as it is money.
    fn guess(&self, margin: Margin) -> i64 {
        match (self, margin.by) {
            (Self::Contribution | Self::Capital, Figure::Money(amount)) => {
                i64::try_from(amount.0.unsigned_abs()).unwrap_or(i64::MAX)
            }
            (Self::Contribution | Self::Capital, Figure::Ratio(_)) => 1_000_000,
            (Self::Costs | Self::Price { .. } | Self::Volume { .. }, _) => 1_000,
        }
    }

    /// Pulls it until the verdict on certain funding turns.
    fn pull(self, trial: &Trial, start: Margin) -> Pulled {
        let turn = if start.closes() { Turn::Fails } else { Turn::Closes };
        let range = Range {
            start,
            turn,
            guess: self.guess(start),
            most: self.most(trial, turn),
            to_the_bound: false,
            noise: self.noise(trial),
        };
        let edge = edge(range, |steps| {
            let laid = self.laying(trial, self.value(steps, turn)).table();
            trial.with(&laid).ok()?.margin(Counted::Certain).ok()
        });
        let value = edge.map(|edge| {
            let steps = match turn {
                Turn::Closes => edge.at,
                Turn::Fails => edge.before,
            };
            self.value(steps, turn)
        });
        let laying = value.map(|value| self.laying(trial, value));
        Pulled { lever: self, edge, laying, value }
    }
}

/// Where each lever turns the verdict of a case on certain funding, all else equal.
///
/// # Errors
/// [`Overflow`] when a sum of the case itself outgrows what can be posted.
pub fn pull_all(trial: &Trial) -> Result<Vec<Pulled>, Overflow> {
    let start = trial.margin(Counted::Certain)?;
    let levers = Lever::all(trial);
    Ok(levers.into_par_iter().map(|lever| lever.pull(trial, start)).collect())
}

/// The structural contribution a year that it takes to close: nothing where it closes already, and
/// `None` where no contribution makes it close.
///
/// # Errors
/// [`Overflow`] when a sum of the case itself outgrows what can be posted.
pub fn contribution_needed(trial: &Trial) -> Result<Option<Cents>, Overflow> {
    let start = trial.margin(Counted::Certain)?;
    if start.closes() {
        return Ok(Some(Cents::ZERO));
    }
    Ok(Lever::Contribution.pull(trial, start).value.map(Cents))
}

fn is_sales(entry: &Entry<Funding>) -> bool {
    matches!(&entry.what.form, Form::Income(income) if income.kind == IncomeKind::Sales)
}

/// What an entry is scaled by as a whole.
fn reckoned_from(section: Section) -> Vec<Key> {
    section.reckoned_from().collect()
}

/// How many hundredths of a percent a number can go up.
fn times(number: Decimal) -> i64 {
    let more = MOST.checked_div(number).and_then(|times| times.checked_sub(Decimal::ONE));
    let steps = more.and_then(|more| more.checked_mul(Decimal::from(ALL_OF_IT)));
    let steps = steps.and_then(|steps| steps.trunc().to_i64()).unwrap_or(MOST_TIMES);
    steps.clamp(0, MOST_TIMES)
}

/// All numbers under a key of an entry, or of every entry of a group, in every phase of a
/// document; nothing where the key is not there.
fn numbers(document: &Document, group: Key, id: &str, key: Key) -> Option<Vec<Decimal>> {
    let roots = std::iter::once(&document.root).chain(document.later.iter().map(|it| &it.root));
    let mut found = None;
    for entries in roots.filter_map(|root| table_at(root, group)) {
        let chosen = entries.0.iter().filter(|(of, _)| id == "*" || *of == id);
        for value in chosen.filter_map(|(_, entry)| value(entry, key)) {
            add_numbers(value, found.get_or_insert_default());
        }
    }
    found
}

fn value(entry: &Item, key: Key) -> Option<&Value> {
    Some(&as_table(&entry.node.value)?.item(key)?.node.value)
}

fn add_numbers(value: &Value, found: &mut Vec<Decimal>) {
    match value {
        Value::Number(number) => found.extend(number.exact),
        Value::List(nodes) => nodes.iter().for_each(|node| add_numbers(&node.value, found)),
        Value::Table(range) => {
            range.0.values().for_each(|item| add_numbers(&item.node.value, found));
        }
        Value::Text(_) | Value::Truth(_) | Value::Date(_) | Value::Change(_) => {}
    }
}

/// A name that no entry of a group has yet.
fn free(document: &Document, group: Key, name: &str) -> String {
    let taken =
        |id: &str| table_at(&document.root, group).is_some_and(|it: &Table| it.0.contains_key(id));
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_can_go_as_far_as_the_format_allows() {
        assert_eq!(MOST * Decimal::ONE_HUNDRED, Decimal::from(MOST_CENTS));
    }
}
