//! What is said of where figures come from.

use crate::whatif::Ground;
use crate::whatif::sources::Tally;

/// Something to say of where figures come from.
#[derive(Clone, Copy, Debug)]
pub enum Sources<'a> {
    /// Over all: the name of the case or fund.
    Title(&'a str),
    /// How many nobody has confirmed.
    Tally(Tally),
    /// The same, before the command that lists them.
    Listed(Tally),
    /// That there is no figure.
    NoFigures,
    /// How to read how far the margin moves.
    Moves,
    /// Over the figures that nobody has confirmed.
    HeadUnconfirmed,
    /// Over those with a source.
    HeadNamed,
    /// Over figures of which the file does not say where they come from.
    Unsaid,
    /// Over what the public return rests on.
    HeadEvidence,
    /// What a price rests on.
    Ground(Ground),
    /// Over a column.
    Column(SourcesColumn),
}

/// A column of the tables of `sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourcesColumn {
    /// Paths of numbers.
    Input,
    /// Today's value.
    Now,
    /// Between which values the file says that it lies.
    Range,
    /// How far the margin moves.
    Moves,
    /// Where it stands.
    Place,
    /// What prices rest on.
    Ground,
    /// How many avoided costs.
    Entries,
    /// What can be taken out of budgets.
    Cashable,
    /// How much of it all.
    Part,
}
