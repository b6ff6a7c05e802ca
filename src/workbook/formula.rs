//! Formulas of a workbook: written down for a spreadsheet, and worked out exactly here. One
//! description makes both, so that what is stored beside a formula is what it says.

use super::number::Number;
use crate::money::Cents;
use std::ops::{Add, Div, Mul, Sub};

/// Where a formula may look: a cell that a [`Book`](super::book::Book) handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Its number among all cells of the book.
    pub(super) id: usize,
    /// The number of its sheet.
    pub(super) sheet: usize,
    /// Its row, counted from 0.
    pub(super) row: u32,
    /// Its column, counted from 0.
    pub(super) column: u16,
}

/// What a cell holds, or a formula comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// Nothing that can be reckoned with.
    Wrong,
}

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// What stands in a cell.
    Cell(Cell),
    /// Two formulas taken together.
    Both(Sign, Box<(Formula, Formula)>),
    /// A function of others.
    Call(Function, Vec<Formula>),
}

impl Default for Formula {
    fn default() -> Self {
        Self::ZERO
    }
}

/// What stands between two formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The sum.
    Plus,
    /// The difference.
    Minus,
    /// The product.
    Times,
    /// The quotient.
    Over,
    /// Whether they are equal.
    Equals,
    /// Whether the first is less.
    Below,
    /// Whether the first is no less.
    AtLeast,
}

/// The functions that formulas use: those in which spreadsheets agree on numbers of this size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// The whole number at or below.
    Int,
    /// What is left after dividing.
    Mod,
    /// Rounded, halves away from zero.
    Round,
    /// The least.
    Min,
    /// The most.
    Max,
    /// One of two.
    If,
    /// All together.
    Sum,
    /// Whether all hold.
    And,
    /// Whether any holds.
    Or,
    /// The payment of an annuity, below zero.
    Pmt,
    /// The first one counts which of those after it, from 1.
    Index,
}

/// From here on spreadsheets divide whole numbers wrongly.
pub const REACH: i128 = 100_000_000_000_000;

/// The most arguments that a function takes in every spreadsheet.
const ARGUMENTS: usize = 200;

impl Formula {
    /// Nothing.
    pub const ZERO: Self = Self::Number(Number::ZERO);

    /// Whether it is the number nothing, wherever it stands.
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Number(number) if number.is_zero())
    }

    fn both(self, sign: Sign, other: impl Into<Self>) -> Self {
        Self::Both(sign, Box::new((self, other.into())))
    }

    /// The whole number at or below it.
    #[must_use]
    pub fn int(self) -> Self {
        match self {
            Self::Number(number) => Self::Number(number.floor()),
            other => Self::Call(Function::Int, vec![other]),
        }
    }

    /// What is left of it after dividing.
    #[must_use]
    pub fn modulo(self, by: impl Into<Self>) -> Self {
        Self::Call(Function::Mod, vec![self, by.into()])
    }

    /// It rounded to so many decimals.
    #[must_use]
    pub fn round(self, decimals: i128) -> Self {
        Self::Call(Function::Round, vec![self, decimals.into()])
    }

    /// The lesser of two.
    #[must_use]
    pub fn min(self, other: impl Into<Self>) -> Self {
        Self::Call(Function::Min, vec![self, other.into()])
    }

    /// Whether it is at least so much.
    #[must_use]
    pub fn at_least(self, other: impl Into<Self>) -> Self {
        self.both(Sign::AtLeast, other)
    }

    /// Whether it is less.
    #[must_use]
    pub fn below(self, other: impl Into<Self>) -> Self {
        self.both(Sign::Below, other)
    }

    /// Whether it is the same.
    #[must_use]
    pub fn equals(self, other: impl Into<Self>) -> Self {
        self.both(Sign::Equals, other)
    }

    /// One of two, as this holds or not.
    #[must_use]
    pub fn then(self, yes: impl Into<Self>, no: impl Into<Self>) -> Self {
        Self::Call(Function::If, vec![self, yes.into(), no.into()])
    }

    /// The sum of many.
    pub fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        Self::many(Function::Sum, terms.into_iter().filter(|term| !term.is_zero()).collect())
    }

    /// The least of many.
    pub fn least(of: impl IntoIterator<Item = Self>) -> Self {
        Self::many(Function::Min, of.into_iter().collect())
    }

    /// The most of many.
    pub fn most(of: impl IntoIterator<Item = Self>) -> Self {
        Self::many(Function::Max, of.into_iter().collect())
    }

    /// Whether all hold.
    pub fn all(of: impl IntoIterator<Item = Self>) -> Self {
        Self::many(Function::And, of.into_iter().collect())
    }

    /// Whether any holds.
    pub fn any(of: impl IntoIterator<Item = Self>) -> Self {
        Self::many(Function::Or, of.into_iter().collect())
    }

    /// A function of many, in groups where they are too many for one.
    fn many(function: Function, mut of: Vec<Self>) -> Self {
        match (of.len(), of.pop()) {
            (_, None) => Self::ZERO,
            (1, Some(one)) => one,
            (count, Some(last)) => {
                of.push(last);
                if count <= ARGUMENTS {
                    return Self::Call(function, of);
                }
                let groups = of.chunks(ARGUMENTS);
                let groups = groups.map(|group| Self::Call(function, group.to_vec()));
                Self::many(function, groups.collect())
            }
        }
    }

    /// `round2(whole / over)` in cents, halves up, where `whole` is a whole number and `part` what
    /// of one comes on top of it, rounded to nine decimals.
    pub fn half_up(whole: Self, part: &Self, over: &Self) -> Self {
        if part.is_zero() && *over == Self::from(1) {
            return whole;
        }
        let half = (part.clone() - part.clone().int()) * 2;
        let twice = (whole + part.clone().int()) * 2 + over.clone() + half.int();
        (twice / (over.clone() * 2)).int()
    }
}

impl From<i128> for Formula {
    fn from(whole: i128) -> Self {
        Self::Number(whole.into())
    }
}

impl From<Number> for Formula {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<Cents> for Formula {
    fn from(cents: Cents) -> Self {
        Self::Number(cents.into())
    }
}

impl From<Cell> for Formula {
    fn from(cell: Cell) -> Self {
        Self::Cell(cell)
    }
}

impl From<&str> for Formula {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Formula {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Formula>> Add<T> for Formula {
    type Output = Self;

    fn add(self, other: T) -> Self {
        match (self, other.into()) {
            (Self::Number(one), Self::Number(two)) => Self::Number(one.plus(&two)),
            (one, two) if two.is_zero() => one,
            (one, two) if one.is_zero() => two,
            (one, two) => one.both(Sign::Plus, two),
        }
    }
}

impl<T: Into<Formula>> Sub<T> for Formula {
    type Output = Self;

    fn sub(self, other: T) -> Self {
        match (self, other.into()) {
            (Self::Number(one), Self::Number(two)) => Self::Number(one.minus(&two)),
            (one, two) if two.is_zero() => one,
            (one, two) if one == two => Self::ZERO,
            (one, two) => one.both(Sign::Minus, two),
        }
    }
}

impl<T: Into<Formula>> Mul<T> for Formula {
    type Output = Self;

    fn mul(self, other: T) -> Self {
        let one = Self::from(1);
        match (self, other.into()) {
            (Self::Number(first), Self::Number(two)) => Self::Number(first.times(&two)),
            (first, two) if first.is_zero() || two.is_zero() => Self::ZERO,
            (first, two) if two == one => first,
            (first, two) if first == one => two,
            (first, two) => first.both(Sign::Times, two),
        }
    }
}

impl<T: Into<Formula>> Div<T> for Formula {
    type Output = Self;

    fn div(self, other: T) -> Self {
        match (self, other.into()) {
            (zero, _) if zero.is_zero() => zero,
            (one, two) if two == Self::from(1) => one,
            (one, two) => one.both(Sign::Over, two),
        }
    }
}

impl Sign {
    fn written(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Equals => "=",
            Self::Below => "<",
            Self::AtLeast => ">=",
        }
    }

    /// How tightly it binds.
    fn strength(self) -> u8 {
        match self {
            Self::Equals | Self::Below | Self::AtLeast => 1,
            Self::Plus | Self::Minus => 2,
            Self::Times | Self::Over => 3,
        }
    }

    fn of(self, one: &Value, two: &Value) -> Value {
        if let (Self::Equals, Value::Text(one), Value::Text(two)) = (self, one, two) {
            return Value::Truth(one.to_lowercase() == two.to_lowercase());
        }
        let (Value::Number(one), Value::Number(two)) = (one, two) else { return Value::Wrong };
        match self {
            Self::Plus => Value::Number(one.plus(two)),
            Self::Minus => Value::Number(one.minus(two)),
            Self::Times => Value::Number(one.times(two)),
            Self::Over => one.over(two).map_or(Value::Wrong, Value::Number),
            Self::Equals => Value::Truth(one == two),
            Self::Below => Value::Truth(one < two),
            Self::AtLeast => Value::Truth(one >= two),
        }
    }
}

impl Function {
    fn written(self) -> &'static str {
        match self {
            Self::Int => "INT",
            Self::Mod => "MOD",
            Self::Round => "ROUND",
            Self::Min => "MIN",
            Self::Max => "MAX",
            Self::If => "IF",
            Self::Sum => "SUM",
            Self::And => "AND",
            Self::Or => "OR",
            Self::Pmt => "PMT",
            Self::Index => "INDEX",
        }
    }

    fn of(self, values: &[Value]) -> Value {
        match self {
            Self::If => match values {
                [Value::Truth(true), yes, _] => yes.clone(),
                [Value::Truth(false), _, no] => no.clone(),
                _ => Value::Wrong,
            },
            Self::Index => {
                let which = values.first().and_then(Value::number).and_then(Number::whole);
                let which = which.and_then(|which| usize::try_from(which).ok());
                let found = which.filter(|which| *which > 0).and_then(|which| values.get(which));
                found.cloned().unwrap_or(Value::Wrong)
            }
            Self::And | Self::Or => truths(values).map_or(Value::Wrong, |truths| {
                Value::Truth(if self == Self::And {
                    truths.iter().all(|truth| *truth)
                } else {
                    truths.contains(&true)
                })
            }),
            _ => numbers(values)
                .and_then(|numbers| self.of_numbers(&numbers))
                .map_or(Value::Wrong, Value::Number),
        }
    }

    fn of_numbers(self, numbers: &[&Number]) -> Option<Number> {
        let in_reach = |number: &&Number| number.is_within(REACH);
        match (self, numbers) {
            (Self::Int, [one]) => Some(*one).filter(in_reach).map(Number::floor),
            (Self::Mod, [one, by]) => Some(*one).filter(in_reach)?.modulo(by),
            (Self::Round, [one, decimals]) => {
                Some(one.round(u32::try_from(decimals.whole()?).ok()?))
            }
            (Self::Min, all) => all.iter().min().map(|least| (*least).clone()),
            (Self::Max, all) => all.iter().max().map(|most| (*most).clone()),
            (Self::Sum, all) => Some(all.iter().fold(Number::ZERO, |sum, number| sum.plus(number))),
            (Self::Pmt, [rate, count, owed]) => payment(rate, count, owed),
            _ => None,
        }
    }
}

/// `-P i / (1 - (1 + i)^-n)`, or `-P / n` without interest.
fn payment(rate: &Number, count: &Number, owed: &Number) -> Option<Number> {
    let negative = Number::ZERO.minus(owed);
    if rate.is_zero() {
        return negative.over(count);
    }
    let one = Number::Whole(1);
    let grown = one.plus(rate).power(-i32::try_from(count.whole()?).ok()?)?;
    negative.times(rate).over(&one.minus(&grown))
}

fn numbers(values: &[Value]) -> Option<Vec<&Number>> {
    values.iter().map(Value::number).collect()
}

fn truths(values: &[Value]) -> Option<Vec<bool>> {
    let truth = |value: &Value| match value {
        Value::Truth(truth) => Some(*truth),
        _ => None,
    };
    values.iter().map(truth).collect()
}

impl Formula {
    /// What it comes to.
    pub(super) fn value<'v>(&self, of: &impl Fn(Cell) -> &'v Value) -> Value {
        match self {
            Self::Number(number) => Value::Number(number.clone()),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Cell(cell) => of(*cell).clone(),
            Self::Both(sign, both) => {
                let (one, two) = &**both;
                match (one, two) {
                    (Self::Cell(one), Self::Cell(two)) => sign.of(of(*one), of(*two)),
                    (Self::Cell(one), two) => sign.of(of(*one), &two.value(of)),
                    (one, Self::Cell(two)) => sign.of(&one.value(of), of(*two)),
                    (one, two) => sign.of(&one.value(of), &two.value(of)),
                }
            }
            Self::Call(function, arguments) => {
                let values: Vec<_> = arguments.iter().map(|it| it.value(of)).collect();
                function.of(&values)
            }
        }
    }

    /// Whether it looks at any cell.
    pub fn looks_somewhere(&self) -> bool {
        let mut looks = false;
        self.cells(&mut |_| looks = true);
        looks
    }

    /// The cells that it looks at.
    pub(super) fn cells(&self, each: &mut impl FnMut(Cell)) {
        match self {
            Self::Number(_) | Self::Text(_) => {}
            Self::Cell(cell) => each(*cell),
            Self::Both(_, both) => {
                both.0.cells(each);
                both.1.cells(each);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|it| it.cells(each)),
        }
    }

    /// As a spreadsheet has it, without the equals sign before it, seen from a sheet.
    pub(super) fn written(&self, from: usize, sheets: &impl Fn(usize) -> String) -> String {
        let mut text = String::new();
        self.write(&mut text, 0, from, sheets);
        text
    }

    fn write(
        &self,
        text: &mut String,
        outside: u8,
        from: usize,
        sheets: &impl Fn(usize) -> String,
    ) {
        match self {
            Self::Number(number) => text.push_str(&number.text()),
            Self::Text(words) => {
                text.push('"');
                text.push_str(&words.replace('"', "\"\""));
                text.push('"');
            }
            Self::Cell(cell) => {
                if cell.sheet != from {
                    text.push_str(&sheets(cell.sheet));
                    text.push('!');
                }
                text.push_str(&cell.address());
            }
            Self::Both(sign, both) => {
                let strength = sign.strength();
                if strength < outside {
                    text.push('(');
                }
                both.0.write(text, strength, from, sheets);
                text.push_str(sign.written());
                // What is taken off, or divided by, is one thing.
                both.1.write(text, strength + 1, from, sheets);
                if strength < outside {
                    text.push(')');
                }
            }
            Self::Call(function, arguments) => {
                text.push_str(function.written());
                text.push('(');
                let first_row = Self::from(1);
                let arguments: Vec<_> = match (function, arguments.split_first()) {
                    // It counts within a row, and the row stands first.
                    (Function::Index, Some((which, all))) => {
                        all.iter().chain([&first_row, which]).collect()
                    }
                    _ => arguments.iter().collect(),
                };
                for (place, run) in runs(&arguments).into_iter().enumerate() {
                    if place > 0 {
                        text.push(',');
                    }
                    write_run(run, text, from, sheets);
                }
                text.push(')');
            }
        }
    }
}

/// Arguments in runs: cells beside each other are one range.
fn runs<'f>(arguments: &[&'f Formula]) -> Vec<(&'f Formula, Option<Cell>)> {
    let mut runs: Vec<(&Formula, Option<Cell>)> = Vec::new();
    for argument in arguments {
        if let (Some((first, last)), Formula::Cell(cell)) = (runs.last_mut(), argument)
            && let Formula::Cell(begins) = first
            && cell.follows(last.unwrap_or(*begins), *begins)
        {
            *last = Some(*cell);
            continue;
        }
        runs.push((argument, None));
    }
    runs
}

fn write_run(
    (first, last): (&Formula, Option<Cell>),
    text: &mut String,
    from: usize,
    sheets: &impl Fn(usize) -> String,
) {
    first.write(text, 0, from, sheets);
    if let Some(last) = last {
        text.push(':');
        text.push_str(&last.address());
    }
}

impl Cell {
    /// Whether it stands right after another, in the row or the column that begins with a third.
    fn follows(self, last: Self, first: Self) -> bool {
        let beside =
            last.row == self.row && last.column + 1 == self.column && first.row == self.row;
        let below =
            last.column == self.column && last.row + 1 == self.row && first.column == self.column;
        last.sheet == self.sheet && (beside || below)
    }

    /// Its address within its sheet: `$B$12` is never needed, for nobody copies these formulas.
    pub(super) fn address(self) -> String {
        format!("{}{}", column(self.column), self.row + 1)
    }
}

/// The letters of a column.
pub(super) fn column(number: u16) -> String {
    let (mut left, mut letters) = (u32::from(number) + 1, Vec::new());
    while left > 0 {
        letters.push(char::from_digit((left - 1) % 26 + 10, 36).unwrap_or('?'));
        left = (left - 1) / 26;
    }
    letters.iter().rev().map(char::to_ascii_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(formula: &Formula) -> String {
        formula.written(0, &|sheet| format!("S{sheet}"))
    }

    fn cell(sheet: usize, column: u16) -> Formula {
        Cell { id: 0, sheet, row: 4, column }.into()
    }

    #[test]
    fn formulas_are_written_with_the_brackets_that_they_need() {
        let sum = cell(0, 0) + cell(1, 27);
        assert_eq!(written(&sum), "A5+S1!AB5");
        assert_eq!(written(&(sum.clone() * 2 - (cell(0, 1) - 1))), "(A5+S1!AB5)*2-(B5-1)");
        assert_eq!(written(&(cell(0, 1) / (sum * 2)).int()), "INT(B5/((A5+S1!AB5)*2))");
        assert_eq!(written(&"a\"b".into()), "\"a\"\"b\"");
    }

    #[test]
    fn half_a_cent_is_rounded_up() {
        let nothing = |_| &Value::Wrong;
        let total = |whole: i128, over: i128| {
            Formula::half_up(whole.into(), &Formula::ZERO, &over.into()).value(&nothing)
        };
        // 6 / 12 is half a cent, 5 / 12 is less.
        assert_eq!(total(6, 12), Value::Number(1.into()));
        assert_eq!(total(5, 12), Value::Number(0.into()));
    }

    #[test]
    fn what_is_out_of_reach_is_wrong() {
        let nothing = |_| &Value::Wrong;
        let int = Formula::Call(Function::Int, vec![Formula::from(REACH)]);
        assert_eq!(int.value(&nothing), Value::Wrong);
    }
}
