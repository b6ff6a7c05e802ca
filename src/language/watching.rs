//! What is said while files are watched.

/// Something that is said while files are watched.
#[derive(Clone, Copy, Debug)]
pub enum Watching {
    /// That standard input cannot be.
    Input,
    /// How many files and folders are.
    Files(usize),
}
