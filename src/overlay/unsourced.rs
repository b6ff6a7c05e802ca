//! What is laid over a document without saying where it comes from.

use crate::document::{Document, Node, Place, Table, Unsourced, Value};
use crate::reading::group::as_table;
use crate::reading::source;
use crate::words::{Key, Word};

/// What the numbers belong to that belong to no entry.
const HEAD: &str = "";

impl Document {
    /// Notes what a table lays without its source: what lies beneath may have one, but that is the
    /// source of another number. A source that it does give speaks for the whole entry as it then
    /// is.
    pub(super) fn note_unsourced(&mut self, over: &Table) {
        for (name, item) in over.0.iter() {
            if Key::of(name).and_then(Key::entries).is_none() {
                self.note(HEAD, source::of_head(over).is_some(), &item.node);
                continue;
            }
            for (id, entry) in as_table(&item.node.value).into_iter().flat_map(|it| it.0.iter()) {
                let said = source::of_entry(over, name, id).is_some();
                self.note(&format!("{name}.{id}"), said, &entry.node);
            }
        }
    }

    fn note(&mut self, of: &str, said: bool, node: &Node) {
        if said {
            self.unsourced.retain(|it| it.of != of);
            return;
        }
        let laid = places(node).into_iter();
        self.unsourced.extend(laid.map(|place| Unsourced { of: of.to_owned(), place }));
    }
}

/// Where the values stand that are in a node.
fn places(node: &Node) -> Vec<Place> {
    match &node.value {
        Value::Table(table) => table.0.values().flat_map(|item| places(&item.node)).collect(),
        Value::List(nodes) => nodes.iter().flat_map(places).collect(),
        Value::Text(_) | Value::Number(_) | Value::Truth(_) | Value::Date(_) | Value::Change(_) => {
            vec![node.place]
        }
    }
}
