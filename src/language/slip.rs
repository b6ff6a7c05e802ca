//! What can be wrong with the arguments of a command.

/// What is wrong with the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// An option that there is not.
    UnknownOption(String),
    /// One value too many.
    TooMany(String),
    /// A command that there is not.
    UnknownCommand(String),
    /// What must be there is not.
    Missing(Vec<String>),
    /// An option that must have a value has none.
    NoValue(String),
    /// A value that an option or argument can't have.
    NotAValue {
        /// Of what.
        of: String,
        /// What was written.
        written: String,
    },
    /// What can be said once.
    Twice(String),
    /// What does not go together.
    NotTogether(String, Vec<String>),
    /// An argument that is no text.
    NotText,
    /// Something else.
    Other,
}
