//! Values, formulas and figures in words.

use crate::case::Case;
use crate::explain::figure::{Figure, Period, TestPart};
use crate::explain::formula::{Formula, Function, Operator, Spelling};
use crate::explain::node::{Input, Node, What};
use crate::explain::{Name, Value, ValueUnit};
use crate::language::{Explain, ExplainSubject, Language, Message, When, numbers};
use std::cell::Cell;

/// More values than this are not written out in a sum.
const WRITTEN: usize = 3;

fn say(language: Language, explain: Explain<'_>) -> String {
    language.say(&Message::Explain(explain))
}

/// What something comes to, as people read it; with an ellipsis where digits are left out.
pub fn value(language: Language, value: &Value, unit: ValueUnit) -> String {
    let Some((number, shortened)) = value.read(unit) else {
        let written = value.written(unit);
        return match (value, unit) {
            (Value::Word(word), ValueUnit::Month) => {
                word.parse().map_or(written, |month| numbers::short_month(language, month))
            }
            (Value::Word(word), _) => say(language, Explain::Word(word)),
            (Value::Number(_), _) => written,
        };
    };
    let written = match unit {
        ValueUnit::Share => numbers::percentage(language, number),
        _ => numbers::written(language, number),
    };
    if shortened && unit != ValueUnit::Ratio { format!("{written}…") } else { written }
}

/// The same, with the currency of what is money.
pub fn with_currency(language: Language, case: &Case, of: &Value, unit: ValueUnit) -> String {
    match (of.read(unit), unit) {
        (Some((number, false)), ValueUnit::Money) => {
            numbers::price(language, number, &case.currency)
        }
        _ => value(language, of, unit),
    }
}

/// That shares multiply, with what they are and what they leave.
pub fn multiplied(language: Language, node: &Node) -> String {
    let taken = node.inputs.iter().filter(|input| !input.value().is_zero());
    let taken: Vec<_> =
        taken.map(|input| value(language, input.value(), ValueUnit::Share)).collect();
    let left = value(language, &node.value, ValueUnit::Share);
    say(language, Explain::Multiplied { taken: &taken, left: &left })
}

/// A formula in the words of a language.
pub struct Words {
    /// Which.
    pub language: Language,
}

fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Times => "×",
        Operator::Plus | Operator::Minus | Operator::Over | Operator::Power => operator.sign(),
    }
}

impl Spelling for Words {
    fn name(&self, name: Name) -> String {
        say(self.language, Explain::Name(name))
    }

    fn function(&self, function: Function) -> String {
        say(self.language, Explain::Function(function))
    }

    fn operator(&self, operator: Operator) -> &'static str {
        self::operator(operator)
    }

    fn word(&self, word: &'static str) -> String {
        say(self.language, Explain::Word(word))
    }

    fn choice(&self, when: &str, then: &str, or: &str) -> String {
        say(self.language, Explain::Choice { when, then, or })
    }
}

/// A formula with the numbers in it.
pub struct Numbers<'a> {
    language: Language,
    node: &'a Node,
    /// Whether everything could be written out.
    whole: Cell<bool>,
}

impl<'a> Numbers<'a> {
    /// The formula of a node with the numbers in it, where that says more than its inputs do.
    pub fn of(language: Language, node: &'a Node) -> Option<String> {
        if matches!(node.formula, Formula::Name(_) | Formula::If { .. } | Formula::Word(_)) {
            return None;
        }
        if let Formula::Call(Function::Sum | Function::Min | Function::Count, _) = node.formula {
            return None;
        }
        let numbers = Self { language, node, whole: Cell::new(true) };
        let written = node.formula.spelled(&numbers);
        numbers.whole.get().then_some(written)
    }

    fn values(&self, name: Name) -> Vec<String> {
        let named = self.node.inputs.iter().filter(|input| input.name == name);
        named.map(|input| value(self.language, input.value(), unit(input))).collect()
    }
}

fn unit(input: &Input) -> ValueUnit {
    match &input.what {
        What::Step(step) => step.unit,
        What::Given(given) => given.unit,
    }
}

impl Spelling for Numbers<'_> {
    fn name(&self, name: Name) -> String {
        let values = self.values(name);
        if let [one] = values.as_slice() {
            return one.clone();
        }
        self.whole.set(false);
        String::new()
    }

    fn function(&self, function: Function) -> String {
        say(self.language, Explain::Function(function))
    }

    fn operator(&self, operator: Operator) -> &'static str {
        self::operator(operator)
    }

    fn word(&self, word: &'static str) -> String {
        say(self.language, Explain::Word(word))
    }

    fn choice(&self, when: &str, then: &str, or: &str) -> String {
        say(self.language, Explain::Choice { when, then, or })
    }

    fn of_all(&self, function: Function, of: Name) -> Option<String> {
        let values = self.values(of);
        if values.len() > WRITTEN && function == Function::Sum {
            self.whole.set(false);
        }
        match (function, values.as_slice()) {
            (Function::Sum, []) => Some("0".to_owned()),
            (Function::Sum, [one]) => Some(one.clone()),
            (Function::Sum, many) => Some(format!("({})", many.join(" + "))),
            (Function::Compound, many) => {
                let factors: Vec<_> = many.iter().map(|rate| format!("(1 + {rate})")).collect();
                Some(factors.join(" × "))
            }
            _ => None,
        }
    }
}

/// What a figure is.
pub fn subject(case: &Case, figure: Figure, language: Language) -> ExplainSubject<'_> {
    match figure {
        Figure::Verdict => ExplainSubject::Verdict,
        Figure::Measure(measure) => ExplainSubject::Measure(measure),
        Figure::Test(id, part) => match part {
            TestPart::Both => ExplainSubject::Test { id, run: None, figure: false },
            TestPart::Result(run) => ExplainSubject::Test { id, run: Some(run), figure: false },
            TestPart::Figure(run) => ExplainSubject::Test { id, run: Some(run), figure: true },
        },
        Figure::Cash(run, column, period) => ExplainSubject::Cash(run, column, when(case, period)),
        Figure::Party(place, run, column) => {
            let name = case.parties.get(place).map(|party| party.name.to_people(language));
            ExplainSubject::Party { name: name.unwrap_or_default(), run, column }
        }
        Figure::Entry(id, column, period) => {
            let name = case.entry(id.group, id.place).map(|entry| entry.name.to_people(language));
            let name = name.unwrap_or_default();
            let (group, run) = (id.group, id.run);
            ExplainSubject::Entry { name, group, run, column, when: when(case, period) }
        }
    }
}

fn when(case: &Case, period: Period) -> When {
    match period {
        Period::Month(number) => When::Month(case.horizon.month(number)),
        Period::Year(year) => When::Year(case.horizon.label(year)),
        Period::Whole => When::Whole,
        Period::PresentValue => When::PresentValue,
    }
}
