//! `explain --format json`: a tree whose every node can be recomputed from its inputs.

use crate::case::Case;
use crate::document::{Document, Lines, Place};
use crate::explain::list::{Askable, askable};
use crate::explain::node::{Given, Input, Node, Origin, What};
use crate::explain::{Unit, Value as Figure};
use crate::statements::By;
use serde_json::{Map, Value, json};

/// Writes nodes with the places of their inputs.
pub struct Writer<'a> {
    document: &'a Document,
    lines: Vec<Lines>,
    currency: &'a str,
}

impl<'a> Writer<'a> {
    /// For the figures of a case and the document that it was read from.
    pub fn of(document: &'a Document, case: &'a Case) -> Self {
        let lines = document.sources.iter().map(Lines::of).collect();
        Self { document, lines, currency: &case.currency }
    }

    /// A figure with its steps.
    pub fn node(&self, node: &Node) -> Value {
        Value::Object(self.of_node(node))
    }

    fn of_node(&self, node: &Node) -> Map<String, Value> {
        let mut object = self.value(&node.path, &node.value, node.unit);
        object.insert("formula".to_owned(), node.formula.to_string().into());
        let inputs = node.inputs.iter().map(|input| self.input(input));
        object.insert("inputs".to_owned(), inputs.collect());
        object
    }

    fn value(&self, path: &str, value: &Figure, unit: Unit) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("path".to_owned(), path.into());
        object.insert("value".to_owned(), value.written(unit).into());
        if let Some(rounded) = value.rounded(unit) {
            object.insert("rounded".to_owned(), rounded.into());
        }
        object.insert("unit".to_owned(), self.unit(unit).into());
        object
    }

    /// What a value counts, in a word.
    pub fn unit(&self, unit: Unit) -> &'a str {
        match unit {
            Unit::Money => self.currency,
            Unit::Ratio => "ratio",
            Unit::Share => "share",
            Unit::Number => "number",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::Month => "month",
            Unit::Result => "result",
            Unit::Verdict => "verdict",
        }
    }

    fn input(&self, input: &Input) -> Value {
        let mut object = Map::new();
        object.insert("name".to_owned(), input.name.id().into());
        object.extend(match &input.what {
            What::Step(node) => self.of_node(node),
            What::Given(given) => self.given(given),
        });
        Value::Object(object)
    }

    fn given(&self, given: &Given) -> Map<String, Value> {
        let mut object = self.value(&given.path, &given.value, given.unit);
        object.insert("from".to_owned(), from(given.origin).into());
        object.insert("place".to_owned(), self.place(given.origin));
        object.insert("source".to_owned(), given.source.clone().into());
        object
    }

    fn place(&self, origin: Origin) -> Value {
        let (Origin::File(place) | Origin::Figure(Some(place))) = origin else {
            return Value::Null;
        };
        match self.line_column(place) {
            Some((file, line, column)) => json!({"file": file, "line": line, "column": column}),
            None => Value::Null,
        }
    }

    /// The name of a place's source, its line and its column.
    pub fn line_column(&self, place: Place) -> Option<(&'a str, usize, usize)> {
        let source = self.document.sources.get(place.source.0)?;
        let (line, column) = self.lines.get(place.source.0)?.line_column(source, place.start);
        Some((&source.name, line, column))
    }
}

/// Where a value comes from, in a word.
pub fn from(origin: Origin) -> &'static str {
    match origin {
        Origin::File(_) => "file",
        Origin::Default => "default",
        Origin::Figure(_) => "figure",
    }
}

/// What can be asked.
pub fn list(case: &Case) -> Value {
    let one = |askable: Askable| {
        json!({
            "path": askable.path(case),
            "periods": askable.periods,
            "present_value": askable.present_value,
        })
    };
    json!({
        "figures": askable(case).into_iter().map(one).collect::<Value>(),
        "years": By::Year.labels(case.horizon),
        "months": By::Month.labels(case.horizon),
    })
}
