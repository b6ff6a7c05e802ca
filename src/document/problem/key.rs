//! What can be wrong with a key.

use crate::words::{EntryKind, Key};

/// A key is missing, unknown, out of place or of the wrong type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyMistake {
    /// The file does not say in which format it is.
    FormatMissing,
    /// The file is in a format that this version does not know.
    FormatUnsupported {
        /// The number as written.
        written: String,
    },
    /// A table that every case has is missing.
    TableMissing {
        /// Its name.
        table: Key,
    },
    /// A key that its table cannot do without is missing.
    Missing {
        /// The table: `case`, `avoided.day_care`.
        table: String,
        /// The key.
        key: Key,
    },
    /// No table of this sort has such a key.
    Unknown {
        /// The key as written.
        key: String,
        /// The table it stands in; empty for the top of the file.
        table: String,
        /// A key that it resembles.
        near: Option<String>,
        /// The keys that exist there.
        known: Vec<&'static str>,
    },
    /// The key exists, but not for this kind of entry.
    NotHere {
        /// The key as written.
        key: String,
        /// The kind of entry that it stands in.
        kind: EntryKind,
        /// The kinds of entry that take it.
        owners: Vec<EntryKind>,
    },
    /// `status` on an entry that is a forecast by nature.
    StatusNotTaken {
        /// What it is.
        kind: EntryKind,
    },
    /// `structural` on what is not income.
    StructuralNotTaken {
        /// What it is.
        kind: EntryKind,
    },
    /// A value of another type than the key takes.
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        wanted: Wanted,
        /// What stands there.
        found: Shape,
    },
    /// `[[cost]]`: a list of tables where each table has a name.
    ListOfTables {
        /// The table: `cost`, `cost.kitchen`, `case`.
        table: String,
        /// The id that the first may have, where each has one.
        id: Option<String>,
    },
    /// `amount` in `[cost]` itself rather than in an entry of it.
    IdMissing {
        /// The group.
        group: String,
    },
    /// An id with other characters than `a-z`, `0-9` and `_`.
    BadId {
        /// The id as written.
        id: String,
        /// The same within the rules.
        spelled: String,
    },
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A table: `[case]`.
    Table,
    /// An entry of a group: `[cost.kitchen]`.
    Entry,
    /// A string.
    Text,
    /// `true` or `false`.
    Truth,
    /// A list of amounts.
    Amounts,
    /// A table of months with amounts.
    Dated,
    /// A list of percentages.
    Percentages,
    /// A list of twelve weights.
    Weights,
    /// A list of names.
    Names,
    /// A number, or a range of numbers.
    Number,
    /// A whole number.
    Whole,
    /// A percentage.
    Percentage,
    /// The name of a rate, a percentage or a list of them.
    Index,
    /// A month.
    Month,
    /// A duration.
    Duration,
    /// From when on an income becomes less and less, and in how many months.
    Fade,
    /// When something is sold and for how much.
    Sale,
    /// A list of calendar years.
    Years,
    /// By what part something changes: `"-20%"`.
    Change,
    /// What is added to a percentage: `"+2 points"`.
    Points,
    /// A table of years, each with an index figure.
    Factors,
    /// The names of price lists.
    Lists,
    /// A percentage or the name of a bias.
    Bias,
}

/// What stands where something else is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// A date or a time.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
}

codes! {
    KeyMistake:
    Self::FormatMissing => "format_missing",
    Self::FormatUnsupported { .. } => "format_unsupported",
    Self::TableMissing { .. } => "table_required",
    Self::Missing { .. } => "key_required",
    Self::Unknown { .. } => "key_unknown",
    Self::NotHere { .. } => "key_not_here",
    Self::StatusNotTaken { .. } => "status_not_taken",
    Self::StructuralNotTaken { .. } => "structural_not_taken",
    Self::WrongType { .. } => "wrong_type",
    Self::ListOfTables { .. } => "list_of_tables",
    Self::IdMissing { .. } => "id_missing",
    Self::BadId { .. } => "bad_id",
}
