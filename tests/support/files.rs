//! Files that tests read.

use std::path::{Path, PathBuf};

/// The TOML files in a folder, in the order of their names.
pub fn toml_files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|it| it == "toml")).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}
