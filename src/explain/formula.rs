//! Formulas: how a figure follows from its inputs, in a small language of its own.
//!
//! A formula is made of numbers, words in quotes and names of inputs, with `+ - * / ^`, brackets,
//! `if(a >= b, c, d)` and the functions of [`Function`]. Several inputs may have one name:
//! `sum(month)` adds up all inputs named `month`. Cases/README.md gives the grammar.

use super::name::Name;
use super::value::Value;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use std::fmt;
use std::ops::{Add, Div, Mul, Sub};

/// How a figure follows from its inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number.
    Number(i64),
    /// A word.
    Word(&'static str),
    /// The input of that name.
    Name(Name),
    /// One thing with another.
    Two(Box<Formula>, Operator, Box<Formula>),
    /// A function of other things.
    Call(Function, Vec<Formula>),
    /// One thing or another.
    If {
        /// What decides.
        when: Box<(Formula, Comparison, Formula)>,
        /// When it is so.
        then: Box<Formula>,
        /// When it is not.
        or: Box<Formula>,
    },
}

/// Something that a formula can name.
pub trait Operand {
    /// What the formula calls it; several may share a name.
    fn name(&self) -> Name;

    /// What it comes to.
    fn value(&self) -> &Value;
}

/// What stands between two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `^`, to a whole number not below zero.
    Power,
}

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `=`
    Is,
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Of all inputs with a name the sum; 0 when there is none.
    Sum,
    /// The least of its arguments, a name standing for all inputs that have it.
    Min,
    /// The largest of its arguments, a name standing for all inputs that have it.
    Max,
    /// The product of one plus each input with a name.
    Compound,
    /// How many inputs there are with a name; with a word, how many of those are that word.
    Count,
    /// Rounded to cents, halves away from zero.
    Round2,
    /// Rounded to four decimals, halves away from zero.
    Round4,
    /// The square root.
    Root,
}

impl Function {
    /// Its name in a formula.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Compound => "compound",
            Self::Count => "count",
            Self::Round2 => "round2",
            Self::Round4 => "round4",
            Self::Root => "root",
        }
    }
}

impl Operator {
    /// Its sign in a formula.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
            Self::Power => "^",
        }
    }

    /// The higher, the closer it binds.
    pub fn strength(self) -> u8 {
        match self {
            Self::Plus | Self::Minus => 1,
            Self::Times | Self::Over => 2,
            Self::Power => 3,
        }
    }
}

impl Comparison {
    /// Its sign in a formula.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::Is => "=",
        }
    }
}

/// The input of that name.
pub fn name(name: Name) -> Formula {
    Formula::Name(name)
}

/// The sum of all inputs of that name.
pub fn sum(of: Name) -> Formula {
    Formula::Call(Function::Sum, vec![name(of)])
}

/// Rounded to cents.
pub fn round2(formula: Formula) -> Formula {
    Formula::Call(Function::Round2, vec![formula])
}

/// Rounded to four decimals.
pub fn round4(formula: Formula) -> Formula {
    Formula::Call(Function::Round4, vec![formula])
}

/// The least of these.
pub fn min(of: Vec<Formula>) -> Formula {
    Formula::Call(Function::Min, of)
}

/// The number of inputs of that name that are this word.
pub fn count(of: Name, word: &'static str) -> Formula {
    Formula::Call(Function::Count, vec![name(of), Formula::Word(word)])
}

/// One plus an input.
pub fn more(of: Name) -> Formula {
    Formula::from(1) + name(of)
}

/// One less an input.
pub fn less(of: Name) -> Formula {
    Formula::from(1) - name(of)
}

impl Formula {
    /// The name of which the least counts.
    pub(super) fn least_of(&self) -> Option<Name> {
        match self {
            Self::Call(Function::Min, arguments) => match arguments.as_slice() {
                [Self::Name(name)] => Some(*name),
                _ => None,
            },
            Self::Two(one, ..) => one.least_of(),
            Self::If { or, then, .. } => or.least_of().or_else(|| then.least_of()),
            Self::Call(..) | Self::Number(_) | Self::Word(_) | Self::Name(_) => None,
        }
    }

    /// To a power.
    #[must_use]
    pub fn to(self, power: impl Into<Self>) -> Self {
        Self::Two(Box::new(self), Operator::Power, Box::new(power.into()))
    }

    /// This when one thing compares so to another, and else something else.
    #[must_use]
    pub fn when(self, one: Self, how: Comparison, other: impl Into<Self>, or: Self) -> Self {
        Self::If {
            when: Box::new((one, how, other.into())),
            then: Box::new(self),
            or: Box::new(or),
        }
    }

    /// What it comes to with these inputs; `None` where that is no exact number: a root, a
    /// division by zero, an input that is not there.
    pub fn value(&self, inputs: &[impl Operand]) -> Option<Value> {
        match self {
            Self::Number(number) => Some(Value::whole(*number)),
            Self::Word(word) => Some(Value::word(word)),
            Self::Name(name) => named(*name, inputs).next().cloned(),
            Self::Two(one, operator, other) => {
                let (one, other) = (one.number(inputs)?, other.number(inputs)?);
                operate(&one, *operator, &other).map(Value::Number)
            }
            Self::Call(function, arguments) => call(*function, arguments, inputs),
            Self::If { when, then, or } => {
                let (one, how, other) = &**when;
                let so = compare(&one.value(inputs)?, *how, &other.value(inputs)?)?;
                if so { then.value(inputs) } else { or.value(inputs) }
            }
        }
    }

    fn number(&self, inputs: &[impl Operand]) -> Option<BigRational> {
        self.value(inputs)?.number().cloned()
    }
}

fn named<O: Operand>(name: Name, inputs: &[O]) -> impl Iterator<Item = &Value> {
    inputs.iter().filter(move |input| input.name() == name).map(O::value)
}

fn operate(one: &BigRational, operator: Operator, other: &BigRational) -> Option<BigRational> {
    match operator {
        Operator::Plus => Some(one + other),
        Operator::Minus => Some(one - other),
        Operator::Times => Some(one * other),
        Operator::Over => (!other.is_zero()).then(|| one / other),
        Operator::Power => {
            let power = other.is_integer().then(|| other.to_integer().to_i32())??;
            (power >= 0).then(|| one.pow(power))
        }
    }
}

fn compare(one: &Value, how: Comparison, other: &Value) -> Option<bool> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => Some(match how {
            Comparison::AtLeast => one >= other,
            Comparison::AtMost => one <= other,
            Comparison::Above => one > other,
            Comparison::Is => one == other,
        }),
        _ => (how == Comparison::Is).then(|| one == other),
    }
}

fn call(function: Function, arguments: &[Formula], inputs: &[impl Operand]) -> Option<Value> {
    let hundred = |decimals: u32| BigRational::from_integer(10_u32.pow(decimals).into());
    let rounded = |decimals| {
        let scaled = arguments.first()?.number(inputs)? * hundred(decimals);
        Some(Value::Number(scaled.round() / hundred(decimals)))
    };
    match function {
        Function::Sum => all(arguments, inputs).map(|all| Value::Number(added(all))),
        Function::Min => all(arguments, inputs)?.into_iter().min().map(Value::Number),
        Function::Max => all(arguments, inputs)?.into_iter().max().map(Value::Number),
        Function::Compound => all(arguments, inputs).map(|all| {
            let grown = all.into_iter().map(|rate| rate + BigRational::one());
            Value::Number(grown.fold(BigRational::one(), |product, factor| product * factor))
        }),
        Function::Count => match arguments {
            [Formula::Name(of), Formula::Word(word)] => {
                let found = named(*of, inputs).filter(|value| **value == Value::word(word));
                Some(Value::whole(found.count()))
            }
            [Formula::Name(of)] => Some(Value::whole(named(*of, inputs).count())),
            _ => None,
        },
        Function::Round2 => rounded(2),
        Function::Round4 => rounded(4),
        // A root is no exact number.
        Function::Root => None,
    }
}

/// The sum. Most of what is added has one of few denominators: those are added as whole numbers,
/// for bringing a fraction to its lowest terms takes longer than all else.
pub fn added(numbers: impl IntoIterator<Item = BigRational>) -> BigRational {
    let mut sums: Vec<(BigInt, BigInt)> = Vec::new();
    for number in numbers {
        let (over, under) = number.into_raw();
        match sums.iter_mut().find(|(_, same)| *same == under) {
            Some((sum, _)) => *sum += over,
            None => sums.push((over, under)),
        }
    }
    sums.into_iter().map(|(over, under)| BigRational::new(over, under)).sum()
}

/// The numbers that arguments stand for, a name standing for all inputs that have it.
fn all(arguments: &[Formula], inputs: &[impl Operand]) -> Option<Vec<BigRational>> {
    let mut numbers = Vec::new();
    for argument in arguments {
        match argument {
            Formula::Name(of) => {
                for value in named(*of, inputs) {
                    numbers.push(value.number()?.clone());
                }
            }
            other => numbers.push(other.number(inputs)?),
        }
    }
    Some(numbers)
}

impl From<i64> for Formula {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Name> for Formula {
    fn from(name: Name) -> Self {
        Self::Name(name)
    }
}

impl From<&'static str> for Formula {
    fn from(word: &'static str) -> Self {
        Self::Word(word)
    }
}

macro_rules! operators {
    ($($operation:ident, $method:ident, $operator:ident;)*) => {
        $(
            impl<T: Into<Formula>> $operation<T> for Formula {
                type Output = Self;

                fn $method(self, other: T) -> Self {
                    Self::Two(Box::new(self), Operator::$operator, Box::new(other.into()))
                }
            }
        )*
    };
}

operators! {
    Add, add, Plus;
    Sub, sub, Minus;
    Mul, mul, Times;
    Div, div, Over;
}

/// How the parts of a formula are written.
pub trait Spelling {
    /// The name of an input.
    fn name(&self, name: Name) -> String;
    /// The name of a function.
    fn function(&self, function: Function) -> String;
    /// What stands between two things.
    fn operator(&self, operator: Operator) -> &'static str;
    /// A word.
    fn word(&self, word: &'static str) -> String;
    /// A choice; `when`, `then` and `or` are written already.
    fn choice(&self, when: &str, then: &str, or: &str) -> String;
    /// A function of a name, when it is not written as any other.
    fn of_all(&self, _function: Function, _of: Name) -> Option<String> {
        None
    }
}

/// As programs read it.
struct Plain;

impl Spelling for Plain {
    fn name(&self, name: Name) -> String {
        name.id().to_owned()
    }

    fn function(&self, function: Function) -> String {
        function.id().to_owned()
    }

    fn operator(&self, operator: Operator) -> &'static str {
        operator.sign()
    }

    fn word(&self, word: &'static str) -> String {
        format!("\"{word}\"")
    }

    fn choice(&self, when: &str, then: &str, or: &str) -> String {
        format!("if({when}, {then}, {or})")
    }
}

impl Formula {
    /// The formula as it is spelled.
    pub fn spelled(&self, spelling: &impl Spelling) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Word(word) => spelling.word(word),
            Self::Name(name) => spelling.name(*name),
            Self::Two(one, operator, other) => {
                let strength = operator.strength();
                let one = one.within(spelling, strength + u8::from(*operator == Operator::Power));
                // What stands behind a minus or a stroke goes together; a + (b + c) does not occur.
                let other = other.within(spelling, strength + 1);
                let sign = spelling.operator(*operator);
                match operator {
                    Operator::Power => format!("{one}{sign}{other}"),
                    _ => format!("{one} {sign} {other}"),
                }
            }
            Self::Call(function, arguments) => {
                if let [Self::Name(of)] = arguments.as_slice()
                    && let Some(written) = spelling.of_all(*function, *of)
                {
                    return written;
                }
                let written: Vec<_> = arguments.iter().map(|one| one.alone(spelling)).collect();
                format!("{}({})", spelling.function(*function), written.join(", "))
            }
            Self::If { when, then, or } => {
                let (one, how, other) = &**when;
                let (one, other) = (one.spelled(spelling), other.spelled(spelling));
                let when = format!("{one} {} {other}", how.sign());
                spelling.choice(&when, &then.spelled(spelling), &or.spelled(spelling))
            }
        }
    }

    /// By itself between the brackets of a function: it needs none of its own.
    fn alone(&self, spelling: &impl Spelling) -> String {
        let written = self.spelled(spelling);
        let bare = || written.strip_prefix('(')?.strip_suffix(')');
        match (self, bare()) {
            (Self::Call(Function::Sum, _), Some(bare)) => bare.to_owned(),
            _ => written,
        }
    }

    /// In brackets when it would fall apart beside an operator of this strength.
    fn within(&self, spelling: &impl Spelling, strength: u8) -> String {
        let written = self.spelled(spelling);
        match self {
            Self::Two(_, operator, _) if operator.strength() < strength => format!("({written})"),
            _ => written,
        }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.spelled(&Plain))
    }
}

#[cfg(test)]
mod tests {
    use super::super::name::Name;
    use super::{Comparison, Formula, more, name, round2, sum};

    #[test]
    fn brackets_stand_where_they_are_needed() {
        let grown = more(Name::Growth).to(3);
        assert_eq!((name(Name::Price) * grown).to_string(), "price * (1 + growth)^3");
        let annuity = round2(
            name(Name::Amount) * name(Name::InterestRate)
                / (Formula::from(1)
                    - Formula::from(1) / more(Name::InterestRate).to(Name::Instalments)),
        );
        let written = "round2(amount * rate / (1 - 1 / (1 + rate)^instalments))";
        assert_eq!(annuity.to_string(), written);
        let left = name(Name::Before) - (sum(Name::Cost) - 1);
        assert_eq!(left.to_string(), "before - (sum(cost) - 1)");
        let result = Formula::Word("pass");
        let result = result.when(name(Name::Figure), Comparison::AtLeast, 0, Formula::Word("fail"));
        assert_eq!(result.to_string(), "if(figure >= 0, \"pass\", \"fail\")");
    }
}
