//! What a file is about.

/// What a file is about, where the same is said of both in other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A case.
    Case,
    /// A revolving fund.
    Fund,
}
