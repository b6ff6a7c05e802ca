//! The tree: nodes, tables and the places they stand.

use super::place::{Place, SourceId};
use super::problem::{PriceMistake, Problem, Shape};
use crate::calendar::Month;
use foldhash::fast::RandomState;
use indexmap::IndexMap;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Something that was read: a file, standard input, or an argument of the command line.
#[derive(Clone, Debug)]
pub struct Source {
    /// What people call it: a path as given, `-`, or `--set`.
    pub name: String,
    /// All of its text.
    pub text: String,
}

/// What was written, with the places where it was.
#[derive(Clone, Debug)]
pub struct Document {
    /// Everything that was read to make it; never empty.
    pub sources: Vec<Source>,
    /// The top table.
    pub root: Table,
    /// What it is from a month on, in the order of those months; mostly nothing.
    pub later: Vec<Later>,
    /// What did not fit when it was put together from several sources; mostly nothing.
    pub problems: Vec<Problem>,
    /// What was laid over it without saying where it comes from; mostly nothing.
    pub unsourced: Vec<Unsourced>,
    /// The files of the price lists that it names; mostly none.
    pub lists: Vec<List>,
}

/// A file of a price list that a document names.
#[derive(Clone, Debug)]
pub struct List {
    /// Its path, as the document has it.
    pub path: String,
    /// Its top table, or why there is none.
    pub found: Result<Table, PriceMistake>,
}

/// A value that was laid over another without its source.
#[derive(Clone, Debug)]
pub struct Unsourced {
    /// The path of its entry; nothing where it belongs to none.
    pub of: String,
    /// Where it stands.
    pub place: Place,
}

/// What a document is from a month on.
#[derive(Clone, Debug)]
pub struct Later {
    /// The month.
    pub from: Month,
    /// The top table from then on, with the same entries in the same order.
    pub root: Table,
}

/// A table: its keys in the order of the file. Copies share their keys until one is edited: a
/// what-if lays a few values over a whole document, again and again.
#[derive(Clone, Debug, Default)]
pub struct Table(pub Arc<Keys>);

/// Keys in the order of the file. They are few and looked up often: the usual hasher took a tenth of
/// a whole run.
pub type Keys = IndexMap<String, Item, RandomState>;

/// A key with what it holds.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where the key itself stands.
    pub key: Place,
    /// What it holds.
    pub node: Node,
}

/// A value and where it stands; of a table that is its header, of a dotted key the key.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// A value as TOML knows them.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string.
    Text(String),
    /// An integer or a float.
    Number(Number),
    /// `true` or `false`.
    Truth(bool),
    /// A date or a time, as written; the format has no use for one.
    Date(String),
    /// An array.
    List(Vec<Node>),
    /// A table, in whichever way it was spelled.
    Table(Table),
    /// A change of what lies beneath: only the program itself lays one, no file holds it.
    Change(Change),
}

/// What becomes of the number beneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is multiplied by this: `"+10%"` is 1.1.
    Scale(Decimal),
    /// So many percentage points are added to it.
    Points(Decimal),
}

impl Change {
    /// The change by a share: 0.1 makes it a tenth more.
    pub fn by(share: Decimal) -> Self {
        Self::Scale(Decimal::ONE.checked_add(share).unwrap_or(Decimal::ONE))
    }
}

impl Value {
    /// What it is, as far as that can be wrong.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            // A change that found no number is told where it was laid.
            Self::Number(_) | Self::Change(_) => Shape::Number,
            Self::Truth(_) => Shape::Truth,
            Self::Date(_) => Shape::Date,
            Self::List(_) => Shape::List,
            Self::Table(_) => Shape::Table,
        }
    }

    /// Whether another value says the same, wherever either stands. Of a table: whether all that the
    /// other one holds stands in this one.
    pub fn says(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) | (Self::Date(one), Self::Date(other)) => {
                one == other
            }
            (Self::Number(one), Self::Number(other)) => {
                one.exact.zip(other.exact).map_or(one == other, |(one, other)| one == other)
            }
            (Self::Truth(one), Self::Truth(other)) => one == other,
            (Self::List(one), Self::List(other)) => {
                let mut both = one.iter().zip(other);
                one.len() == other.len() && both.all(|(one, other)| one.value.says(&other.value))
            }
            (Self::Table(one), Self::Table(other)) => other.0.iter().all(|(key, item)| {
                one.0.get(key).is_some_and(|there| there.node.value.says(&item.node.value))
            }),
            _ => false,
        }
    }
}

/// A number, digit for digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As it stands in the source: `1_234.50`, `0x10`, `1e3`, `inf`.
    pub written: String,
    /// Its exact value; `None` for what is no plain decimal number of at most 28 digits (exponents,
    /// hexadecimals, `inf`, `nan`).
    pub exact: Option<Decimal>,
    /// Whether an overlay made it from another number ("+10%"): then the limit on decimals does
    /// not hold for it.
    pub scaled: bool,
}

impl Document {
    /// Takes over another document's sources, and what is told of them, and gives its tree with places
    /// in them.
    pub fn adopt(&mut self, other: Self) -> Table {
        let by = self.sources.len();
        self.sources.extend(other.sources);
        self.unsourced.extend(other.unsourced.into_iter().map(|mut laid| {
            laid.place.source.0 += by;
            laid
        }));
        self.problems.extend(other.problems.into_iter().map(|mut problem| {
            problem.place.source.0 += by;
            problem
        }));
        self.lists.extend(other.lists.into_iter().map(|mut list| {
            if let Ok(root) = &mut list.found {
                root.move_sources(by);
            }
            list
        }));
        let mut root = other.root;
        root.move_sources(by);
        root
    }

    /// Takes up one more source, and gives the place of all of it.
    pub fn add_source(&mut self, source: Source) -> Place {
        let place =
            Place { source: SourceId(self.sources.len()), start: 0, end: source.text.len() };
        self.sources.push(source);
        place
    }

    /// The node at a path such as `["cost", "kitchen", "amount"]`.
    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        self.item(path).map(|item| &item.node)
    }

    /// Where the last key of a path stands.
    pub fn key_at(&self, path: &[&str]) -> Option<Place> {
        self.item(path).map(|item| item.key)
    }

    fn item(&self, path: &[&str]) -> Option<&Item> {
        let (last, tables) = path.split_last()?;
        let mut table = &self.root;
        for key in tables {
            match &table.0.get(*key)?.node.value {
                Value::Table(inner) => table = inner,
                _ => return None,
            }
        }
        table.0.get(*last)
    }
}

impl Table {
    /// A key with what it holds.
    pub fn item(&self, key: impl AsRef<str>) -> Option<&Item> {
        self.0.get(key.as_ref())
    }

    /// Whether a key is there, whatever it holds.
    pub fn has(&self, key: impl AsRef<str>) -> bool {
        self.0.contains_key(key.as_ref())
    }

    /// Its keys, to be changed; what shares them keeps them as they are.
    pub fn edit(&mut self) -> &mut Keys {
        Arc::make_mut(&mut self.0)
    }

    /// Says of all places that their source comes so many later.
    fn move_sources(&mut self, by: usize) {
        for item in self.edit().values_mut() {
            item.key.source.0 += by;
            item.node.move_sources(by);
        }
    }
}

impl Node {
    fn move_sources(&mut self, by: usize) {
        self.place.source.0 += by;
        match &mut self.value {
            Value::List(nodes) => nodes.iter_mut().for_each(|node| node.move_sources(by)),
            Value::Table(table) => table.move_sources(by),
            Value::Text(_)
            | Value::Number(_)
            | Value::Truth(_)
            | Value::Date(_)
            | Value::Change(_) => {}
        }
    }
}
