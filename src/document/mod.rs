//! TOML text as a tree that remembers where everything stands.
//!
//! A [`Document`] is what was written, not what it means: `case::read` gives it meaning. Overlays
//! (scenarios, `--set`, stresses, levers) are laid over documents, so each node knows the
//! [`Source`] that it came from: a file, or an argument on the command line.

mod fault;
mod layout;
mod lines;
mod open;
mod place;
mod printable;
mod problem;
mod read;
mod recognise;
mod remark;
mod spelling;
mod split;
mod syntax;
mod tree;

pub use fault::{Fault, Spelling};
pub use lines::{Lines, Places, line_column};
pub use open::{LIMIT, Unread, open, open_from};
pub use place::{Note, Place, SourceId};
pub(crate) use printable::push_printable;
pub use printable::{is_printable, printable};
pub use problem::{
    ActualMistake, AnswerKind, AskedMistake, EntryKind, EntryMistake, FundMistake, KeyMistake,
    Known, Mistake, OverlayMistake, PathMistake, PathPart, PriceMistake, Problem, ReferenceMistake,
    Severity, Shape, Sought, Unreadable, ValueMistake, Wanted, WholeMistake,
};
pub use read::read;
pub use recognise::{is_price_list, is_recognisable};
pub use spelling::{
    Jotted, Said, grouped_number, jotted, said_duration, said_month, said_months, said_number,
    said_range, said_truth, spelled_number, without_sign,
};
pub use tree::{
    Change, Document, Item, Later, List, Node, Number, Source, Table, Unsourced, Value,
};
