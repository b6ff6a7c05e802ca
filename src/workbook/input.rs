//! The inputs: every number of a case, live where formulas follow it and fixed where they do not.

use super::book::{Book, Bounds, Content, Look, Row, SheetId};
use super::formula::{Cell, Formula, Value};
use super::number::Number;
use crate::whatif::inputs::Input;
use crate::words::{Group, Key, NumberKind, Word};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// Why an input is changed in the file, and not in the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// An entry that depends on it is not reckoned by formulas.
    Entry(Group, usize),
    /// A scenario changes what there is from a month on.
    From,
    /// What depends on it is a search, a simulation or a present value.
    Worth,
    /// It has more decimals than formulas reckon with.
    Decimals,
    /// It says how a price comes from a list.
    Listed,
    /// Nothing that is shown depends on it.
    Unused,
}

/// An input as it stands in the workbook.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The number in the file.
    pub input: Input,
    /// Why it is fixed; nothing where it is live.
    pub why: Option<Why>,
    /// Its cell.
    pub cell: Cell,
    /// The cell that says whether it is live.
    says: Cell,
    /// The cell with its whole number of smallest parts.
    pub whole: Cell,
    /// How many decimals one of those has.
    pub scale: u32,
    /// One where it is as it was exported.
    unchanged: Cell,
    /// One where it has no more decimals than that.
    fine: Cell,
}

/// The inputs of a workbook, by their paths.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    by_path: HashMap<String, usize>,
    all: Vec<Placed>,
    used: HashSet<String>,
}

/// A number that formulas reckon with: a whole number of smallest parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaled {
    /// How many of them.
    pub whole: Formula,
    /// The decimals of one: `10^-decimals`.
    pub decimals: u32,
}

/// The most decimals that a percentage can have and still be reckoned with.
const MOST_DECIMALS: u32 = 6;

/// How many decimals an input is reckoned with; of a percentage those of its fraction.
pub fn decimals(kind: NumberKind, value: Decimal) -> u32 {
    let least = match kind {
        NumberKind::Amount | NumberKind::Price | NumberKind::Quantity | NumberKind::Ratio => 2,
        NumberKind::Weight => 1,
        NumberKind::Share | NumberKind::Growth | NumberKind::Interest | NumberKind::Discount => 4,
    };
    value.normalize().scale().max(least)
}

/// Why an input cannot be live whatever depends on it.
pub fn unfit(input: &Input) -> Option<Why> {
    let most = if input.kind == NumberKind::Amount { 2 } else { MOST_DECIMALS };
    (input.value.normalize().scale() > most).then_some(Why::Decimals)
}

impl Inputs {
    /// Puts an input in a row, with what is said of it while it is live, and hidden cells beside it.
    pub fn put(
        &mut self,
        book: &mut Book,
        row: &mut Row,
        (hidden, is_live): (SheetId, &str),
        input: &Input,
    ) {
        let scale = decimals(input.kind, input.value);
        let value = Value::Number(input.value.into());
        let content = Content::Input(value, Bounds::Number(input.kind, scale));
        let cell = book.put(row, content, Look::Live(input.kind));
        let says = book.say(row, is_live, Look::Note);
        let mut beside = book.row(hidden);
        let exactly = Formula::from(cell) * power_of(scale);
        let whole = exactly.clone().round(0);
        let whole = book.put(&mut beside, Content::Formula(whole), Look::Hidden);
        let exported = Number::from(input.value).times(&power_of(scale));
        let unchanged = Formula::from(whole).equals(exported).then(1, 0);
        let unchanged = book.put(&mut beside, Content::Formula(unchanged), Look::Hidden);
        let tiny = Formula::from(Number::from(Decimal::new(1, 6)));
        let over = (exactly.clone() - whole).below(tiny.clone());
        let under = (Formula::from(whole) - exactly).below(tiny);
        let fine = Formula::all([over, under]).then(1, 0);
        let fine = book.put(&mut beside, Content::Formula(fine), Look::Hidden);
        let path = input.path();
        book.name(&path, cell);
        self.by_path.insert(path, self.all.len());
        let input = input.clone();
        let placed = Placed { input, why: None, cell, says, whole, scale, unchanged, fine };
        self.all.push(placed);
    }

    /// Fixes the inputs for which there is a reason, and says it beside each.
    pub fn fix(
        &mut self,
        book: &mut Book,
        why: impl Fn(&Self, &Placed) -> Option<Why>,
        words: impl Fn(Why) -> String,
    ) {
        let found: Vec<_> = self.all.iter().map(|placed| why(self, placed)).collect();
        for (placed, found) in self.all.iter_mut().zip(found) {
            placed.why = found;
            if let Some(why) = found {
                let value = Value::Number(placed.input.value.into());
                book.amend(placed.cell, value, Look::Kept(placed.input.kind));
                book.amend(placed.says, Value::Text(words(why)), Look::Note);
            }
        }
    }

    /// The inputs in their order.
    pub fn all(&self) -> &[Placed] {
        &self.all
    }

    /// The number at a path, as a whole number of its smallest parts, where it is what is reckoned
    /// with; else that number itself.
    pub fn scaled(&mut self, path: &str, kind: NumberKind, value: Decimal) -> Scaled {
        let found = self.by_path.get(path).and_then(|place| self.all.get(*place));
        if let Some(placed) = found.filter(|placed| placed.input.value == value) {
            self.used.insert(path.to_owned());
            return Scaled { whole: placed.whole.into(), decimals: placed.scale };
        }
        let decimals = decimals(kind, value);
        let whole = Number::from(value).times(&power_of(decimals));
        Scaled { whole: whole.into(), decimals }
    }

    /// The most decimals of a factor: of a percentage, as a fraction.
    pub fn finest(&self) -> u32 {
        let factors = self.all.iter().filter(|placed| placed.input.kind.is_percentage());
        factors.map(|placed| placed.scale).max().unwrap_or(0).clamp(4, MOST_DECIMALS)
    }

    /// Whether there is a number at a path.
    pub fn has(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// Whether formulas look at the number at a path.
    pub fn uses(&self, path: &str) -> bool {
        self.used.contains(path)
    }

    /// For each input one where it is as it was exported.
    pub fn unchanged(&self) -> Vec<Formula> {
        self.all.iter().map(|placed| placed.unchanged.into()).collect()
    }

    /// For each input one where it has no more decimals than formulas reckon with.
    pub fn fine(&self) -> Vec<Formula> {
        self.all.iter().map(|placed| placed.fine.into()).collect()
    }
}

/// `10^decimals`.
pub fn power_of(decimals: u32) -> Number {
    Number::Whole(10_i128.checked_pow(decimals).unwrap_or(1))
}

/// The path of a number under a key of an entry.
pub fn under(entry: &str, key: Key) -> String {
    format!("{entry}.{}", key.spelled())
}

/// The path of an item of a list under a key.
pub fn item(entry: &str, key: Key, place: usize) -> String {
    format!("{entry}.{}.{}", key.spelled(), place + 1)
}
