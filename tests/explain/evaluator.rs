//! Redoes sums from what `explain` says alone: reads a formula as it is written and works it out
//! from the values of its inputs. It shares no code with the program, nor its kind of fractions.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;
use serde_json::Value as Json;
use std::iter::Peekable;
use std::str::Chars;

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(RBig),
    /// A word.
    Word(String),
    /// A number and the root of a square, over which it still has to be divided: the only sum in
    /// which a root occurs is one that is rounded at the end.
    OverRoot {
        /// What is not divided.
        whole: RBig,
        /// What is to be divided.
        over: RBig,
        /// The square of the root.
        square: RBig,
    },
}

impl Value {
    fn number(self) -> RBig {
        match self {
            Self::Number(number) => number,
            other => panic!("{other:?} is no number"),
        }
    }
}

/// A value as it is written: a decimal, a fraction, or a word.
pub fn read(written: &str) -> Value {
    let number = |digits: &str| digits.parse::<IBig>().ok();
    if let Some((over, under)) = written.split_once('/')
        && let (Some(over), Some(under)) = (number(over), number(under))
    {
        return Value::Number(RBig::from(over) / RBig::from(under));
    }
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let Some(digits) = number(&format!("{whole}{decimals}")) else {
        return Value::Word(written.to_owned());
    };
    let under = IBig::from(10).pow(decimals.len());
    Value::Number(RBig::from(digits) / RBig::from(under))
}

/// What the node's formula comes to with its inputs.
pub fn evaluate(node: &Json) -> Value {
    let formula = node["formula"].as_str().expect("a formula");
    let mut inputs = Vec::new();
    for input in node["inputs"].as_array().expect("inputs") {
        let name = input["name"].as_str().expect("a name").to_owned();
        inputs.push((name, read(input["value"].as_str().expect("a value"))));
    }
    let mut parser = Parser { tokens: tokens(formula).into_iter().peekable(), inputs: &inputs };
    let value = parser.sum();
    assert_eq!(parser.tokens.next(), None, "something is left of {formula}");
    value
}

fn take(rest: &mut Peekable<Chars>, wanted: impl Fn(char) -> bool) -> String {
    let mut token = String::new();
    while let Some(next) = rest.next_if(|next| wanted(*next)) {
        token.push(next);
    }
    token
}

fn tokens(formula: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = formula.chars().peekable();
    while let Some(next) = rest.peek().copied() {
        match next {
            ' ' => {
                rest.next();
            }
            '"' => {
                rest.next();
                tokens.push(format!("\"{}", take(&mut rest, |c| c != '"')));
                rest.next();
            }
            'a'..='z' => tokens.push(take(&mut rest, |c| c.is_ascii_alphanumeric() || c == '_')),
            '0'..='9' => tokens.push(take(&mut rest, |c| c.is_ascii_digit())),
            '>' | '<' => tokens.push(take(&mut rest, |c| c == '>' || c == '<' || c == '=')),
            other => {
                rest.next();
                tokens.push(other.to_string());
            }
        }
    }
    tokens
}

struct Parser<'a> {
    tokens: Peekable<std::vec::IntoIter<String>>,
    inputs: &'a [(String, Value)],
}

impl Parser<'_> {
    fn next_is(&mut self, token: &str) -> bool {
        self.tokens.next_if(|next| next == token).is_some()
    }

    fn expect(&mut self, token: &str) {
        let next = self.tokens.next();
        assert_eq!(next.as_deref(), Some(token));
    }

    fn sum(&mut self) -> Value {
        let mut sum = self.product();
        loop {
            let sign = if self.next_is("+") {
                RBig::ONE
            } else if self.next_is("-") {
                RBig::ZERO - RBig::ONE
            } else {
                return sum;
            };
            sum = match (sum, self.product()) {
                (Value::Number(one), Value::Number(other)) => Value::Number(one + other * sign),
                (Value::Number(whole), Value::OverRoot { whole: more, over, square }) => {
                    Value::OverRoot { whole: whole + more, over: over * sign, square }
                }
                (one, other) => panic!("{one:?} and {other:?}"),
            };
        }
    }

    fn product(&mut self) -> Value {
        let mut product = self.power();
        loop {
            if self.next_is("*") {
                product = Value::Number(product.number() * self.power().number());
            } else if self.next_is("/") {
                product = match (product, self.power()) {
                    (Value::Number(one), Value::Number(other)) => Value::Number(one / other),
                    (Value::Number(one), Value::OverRoot { square, .. }) => {
                        Value::OverRoot { whole: RBig::ZERO, over: one, square }
                    }
                    (one, other) => panic!("{one:?} over {other:?}"),
                };
            } else {
                return product;
            }
        }
    }

    fn power(&mut self) -> Value {
        let base = self.atom();
        if !self.next_is("^") {
            return base;
        }
        let exponent = self.atom().number();
        let exponent: isize = exponent.to_string().parse().expect("a whole power");
        Value::Number(base.number().pow(exponent))
    }

    fn atom(&mut self) -> Value {
        let token = self.tokens.next().expect("something");
        if token == "(" {
            let value = self.sum();
            self.expect(")");
            return value;
        }
        if let Some(word) = token.strip_prefix('"') {
            return Value::Word(word.to_owned());
        }
        if token.starts_with(|c: char| c.is_ascii_digit()) {
            return read(&token);
        }
        if self.next_is("(") {
            let value = self.call(&token);
            self.expect(")");
            return value;
        }
        let mut named = self.inputs.iter().filter(|(name, _)| *name == token);
        let value = named.next().unwrap_or_else(|| panic!("there is no input {token}"));
        assert!(named.next().is_none(), "{token} is not one input");
        value.1.clone()
    }

    fn call(&mut self, function: &str) -> Value {
        match function {
            "if" => self.choice(),
            "count" => {
                let named = self.named().expect("a name");
                let word = self.next_is(",").then(|| self.atom());
                let count = named.iter().filter(|value| word.as_ref().is_none_or(|w| w == *value));
                Value::Number(RBig::from(UBig::from(count.count())))
            }
            "sum" => {
                let all = self.all().into_iter();
                Value::Number(all.fold(RBig::ZERO, |sum, number| sum + number))
            }
            "min" => Value::Number(self.all().into_iter().min().expect("one at least")),
            "max" => Value::Number(self.all().into_iter().max().expect("one at least")),
            "compound" => {
                let factors = self.all().into_iter().map(|rate| rate + RBig::ONE);
                Value::Number(factors.fold(RBig::ONE, |product, factor| product * factor))
            }
            "round2" => rounded(self.sum(), 2),
            "round4" => rounded(self.sum(), 4),
            "root" => {
                Value::OverRoot { whole: RBig::ZERO, over: RBig::ZERO, square: self.sum().number() }
            }
            other => panic!("there is no function {other}"),
        }
    }

    /// All inputs with the name that comes next, if it is a name by itself.
    fn named(&mut self) -> Option<Vec<Value>> {
        let mut ahead = self.tokens.clone();
        let name = ahead.next()?;
        let alone = matches!(ahead.next().as_deref(), Some("," | ")"));
        if !alone || !name.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        self.tokens = ahead_of(&self.tokens);
        let named = self.inputs.iter().filter(|(other, _)| *other == name);
        Some(named.map(|(_, value)| value.clone()).collect())
    }

    /// The numbers that arguments stand for.
    fn all(&mut self) -> Vec<RBig> {
        let mut numbers = Vec::new();
        loop {
            match self.named() {
                Some(named) => numbers.extend(named.into_iter().map(Value::number)),
                None => numbers.push(self.sum().number()),
            }
            if !self.next_is(",") {
                return numbers;
            }
        }
    }

    /// Both branches are read, and only the one that counts need come to anything: a division by
    /// zero stands in the other.
    fn choice(&mut self) -> Value {
        let one = self.sum();
        let how = self.tokens.next().expect("a comparison");
        let other = self.sum();
        let so = match (how.as_str(), one, other) {
            ("=", one, other) => one == other,
            (">=", Value::Number(one), Value::Number(other)) => one >= other,
            ("<=", Value::Number(one), Value::Number(other)) => one <= other,
            (">", Value::Number(one), Value::Number(other)) => one > other,
            (how, one, other) => panic!("{one:?} {how} {other:?}"),
        };
        self.expect(",");
        if so {
            let value = self.sum();
            self.expect(",");
            self.skip();
            value
        } else {
            self.skip();
            self.expect(",");
            self.sum()
        }
    }

    /// Passes over one argument.
    fn skip(&mut self) {
        let mut depth = 0;
        while let Some(token) = self.tokens.peek() {
            match token.as_str() {
                "(" => depth += 1,
                ")" | "," if depth == 0 => return,
                ")" => depth -= 1,
                _ => {}
            }
            self.tokens.next();
        }
    }
}

fn ahead_of(tokens: &Peekable<std::vec::IntoIter<String>>) -> Peekable<std::vec::IntoIter<String>> {
    let mut ahead = tokens.clone();
    ahead.next();
    ahead
}

/// Rounded to so many decimals, halves away from zero.
fn rounded(value: Value, decimals: usize) -> Value {
    let unit = RBig::from(IBig::from(10).pow(decimals));
    let nearest = |number: RBig| {
        let half = RBig::from(IBig::ONE) / RBig::from(IBig::from(2));
        let size = if number < RBig::ZERO { RBig::ZERO - &number } else { number.clone() };
        let rounded = RBig::from((size * &unit + half).floor());
        let rounded = if number < RBig::ZERO { RBig::ZERO - rounded } else { rounded };
        rounded / &unit
    };
    match value {
        Value::Number(number) => Value::Number(nearest(number)),
        Value::OverRoot { whole, over, square } => {
            // Forty digits of the root, once too low and once too high, must round alike.
            let scale = UBig::from(10_u32).pow(40);
            let scaled = square * RBig::from(&scale * &scale);
            let low = root(&scaled.floor());
            let [low, high] = [low.clone(), low + UBig::ONE].map(|root| {
                let root = RBig::from(root) / RBig::from(scale.clone());
                nearest(&whole + &over / root)
            });
            assert_eq!(low, high, "forty digits of a root do not decide");
            Value::Number(low)
        }
        Value::Word(word) => panic!("{word} can't be rounded"),
    }
}

/// The whole part of a square root, by Newton's method.
fn root(square: &IBig) -> UBig {
    let square = UBig::try_from(square.clone()).expect("nothing below zero has a root");
    let mut guess = UBig::ONE << (square.to_string().len() * 2);
    loop {
        let next = (&guess + &square / &guess) >> 1;
        if next >= guess {
            return guess;
        }
        guess = next;
    }
}
