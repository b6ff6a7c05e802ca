//! What is said around the questions of a first case.

/// Something that `new` says.
#[derive(Clone, Debug)]
pub enum New<'a> {
    /// That nobody can be asked where there is no terminal.
    NobodyToAsk,
    /// That there is such a file already, which stays as it is.
    Exists(&'a str),
    /// Whether the file that is there may be written over.
    Overwrite(&'a str),
    /// Under what other name it is written.
    OtherName,
    /// As what an answer was read that could have been meant in another way.
    Read {
        /// The answer.
        written: &'a str,
        /// As what it was read.
        read: &'a str,
    },
    /// Which keys do what.
    Keys,
    /// The choice to answer nothing.
    Skip,
    /// The choice of none of the prices that are offered.
    NoneOfThese,
    /// Yes.
    Yes,
    /// No.
    No,
    /// That the questions were left before their end.
    Stopped,
}
