//! What can be wrong with a name of something else.

use super::EntryKind;

/// What an entry names does not exist or cannot be used so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceMistake {
    /// No such party.
    UnknownParty {
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// No such rate.
    UnknownRate {
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// No such bias.
    UnknownBias {
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// No such entry.
    UnknownEntry {
        /// What was sought.
        sought: Sought,
        /// As written.
        id: String,
        /// What there is.
        known: Known,
    },
    /// An entry that cannot be followed.
    NotFollowable {
        /// The entry.
        id: String,
        /// What it is.
        kind: EntryKind,
    },
    /// One that comes once and one that recurs, followed together.
    MixedFollowed {
        /// The entry that comes once.
        once: String,
        /// The entry that recurs.
        recurs: String,
    },
    /// What leads to too many entries, or along too many of them.
    OfTooLong,
    /// An entry that is earmarked.
    FollowsCovering {
        /// The entry.
        id: String,
    },
    /// Entries that follow each other round and round.
    OfLoop {
        /// The entries, the first one again at the end.
        path: Vec<String>,
    },
    /// A price for each unit of an entry without units.
    FollowedWithoutUnits {
        /// The entry.
        id: String,
    },
    /// A scenario that should hold from a month on and says no month.
    ScenarioWithoutFrom {
        /// The scenario.
        id: String,
    },
    /// An earmark for something else than a cost.
    CoversNoCost {
        /// As written.
        id: String,
    },
    /// Money set apart for something else than a cost.
    ReservesNoCost {
        /// As written.
        id: String,
    },
}

/// What an entry is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// To be followed by `of`.
    Followed,
    /// To be covered by an earmark.
    Covered,
    /// To have money set apart for it.
    SetApartFor,
    /// To have a share of its saving paid.
    Avoided,
    /// To have a share of it paid.
    Value,
}

/// What exists instead of what was named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The name that resembles it.
    pub near: Option<String>,
    /// The first names of those that exist.
    pub some: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

codes! {
    ReferenceMistake:
    Self::UnknownParty { .. } => "party_unknown",
    Self::UnknownRate { .. } => "rate_unknown",
    Self::UnknownBias { .. } => "bias_unknown",
    Self::UnknownEntry { .. } => "entry_unknown",
    Self::NotFollowable { .. } => "not_followable",
    Self::MixedFollowed { .. } => "mixed_followed",
    Self::OfTooLong => "of_too_long",
    Self::FollowsCovering { .. } => "follows_covering",
    Self::OfLoop { .. } => "of_loop",
    Self::FollowedWithoutUnits { .. } => "followed_without_units",
    Self::ScenarioWithoutFrom { .. } => "scenario_without_from",
    Self::CoversNoCost { .. } => "covers_no_cost",
    Self::ReservesNoCost { .. } => "reserves_no_cost",
}
