//! `explain --format json`: a tree whose every node can be recomputed from its inputs.

use crate::case::Case;
use crate::document::{Document, Place, Places};
use crate::explain::list::{Askable, askable};
use crate::explain::node::{Given, Input, Node, Origin, What};
use crate::explain::{Name, Value as Figure, ValueUnit};
use crate::language::Language;
use crate::statements::By;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value, json};

/// Writes nodes with the places of their inputs.
pub struct Writer<'a> {
    places: Places<'a>,
    currency: &'a str,
    language: Option<Language>,
}

impl<'a> Writer<'a> {
    /// For the figures of a case and the document that it was read from.
    pub fn of(document: &'a Document, case: &'a Case) -> Self {
        let places = Places::of(&document.sources);
        Self { places, currency: &case.currency, language: case.language }
    }

    /// A figure with its steps, written as they are met: there may be very many.
    pub fn steps<'n>(&'n self, node: &'n Node) -> Steps<'n> {
        Steps { writer: self, name: None, node }
    }

    fn value(&self, path: &str, value: &Figure, unit: ValueUnit) -> Map<String, Value> {
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
    pub fn unit(&self, unit: ValueUnit) -> &'a str {
        match unit {
            ValueUnit::Money => self.currency,
            ValueUnit::Ratio => "ratio",
            ValueUnit::Share => "share",
            ValueUnit::Number => "number",
            ValueUnit::Months => "months",
            ValueUnit::Years => "years",
            ValueUnit::Month => "month",
            ValueUnit::Result => "result",
            ValueUnit::Verdict => "verdict",
        }
    }

    fn given(&self, name: Name, given: &Given) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("name".to_owned(), name.id().into());
        object.append(&mut self.value(&given.path, &given.value, given.unit));
        object.insert("from".to_owned(), from(given.origin).into());
        object.insert("place".to_owned(), self.place(given.origin));
        object.insert("source".to_owned(), self.source(given).into());
        object
    }

    fn place(&self, origin: Origin) -> Value {
        let (Origin::File(place) | Origin::Figure(Some(place)) | Origin::Above(Some(place))) =
            origin
        else {
            return Value::Null;
        };
        crate::render::json::place(&self.places, place)
    }

    /// Where an input says that it comes from.
    pub fn source<'g>(&self, given: &'g Given) -> Option<&'g str> {
        given.source.as_ref().map(|source| source.to_programs(self.language))
    }

    /// The name of a place's source, its line and its column.
    pub fn line_column(&self, place: Place) -> Option<(&'a str, usize, usize)> {
        self.places.told(place)
    }
}

/// A figure with its steps, as JSON.
pub struct Steps<'n> {
    writer: &'n Writer<'n>,
    /// What the step that it is an input of calls it.
    name: Option<Name>,
    node: &'n Node,
}

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { writer, name, node } = *self;
        let mut object = serializer.serialize_map(None)?;
        if let Some(name) = name {
            object.serialize_entry("name", name.id())?;
        }
        for (key, value) in writer.value(&node.path, &node.value, node.unit) {
            object.serialize_entry(&key, &value)?;
        }
        object.serialize_entry("formula", &node.formula.to_string())?;
        object.serialize_entry("inputs", &Inputs { writer, inputs: &node.inputs })?;
        object.end()
    }
}

struct Inputs<'n> {
    writer: &'n Writer<'n>,
    inputs: &'n [Input],
}

impl Serialize for Inputs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut inputs = serializer.serialize_seq(Some(self.inputs.len()))?;
        for Input { name, what } in self.inputs {
            match what {
                What::Step(node) => inputs.serialize_element(&Steps {
                    writer: self.writer,
                    name: Some(*name),
                    node,
                })?,
                What::Given(given) => inputs.serialize_element(&self.writer.given(*name, given))?,
            }
        }
        inputs.end()
    }
}

/// Where a value comes from, in a word.
pub fn from(origin: Origin) -> &'static str {
    match origin {
        Origin::File(_) => "file",
        Origin::Default => "default",
        Origin::Figure(_) => "figure",
        Origin::Above(_) => "above",
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
