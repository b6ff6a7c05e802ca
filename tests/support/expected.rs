//! What is expected, in files beside the tests.

use std::path::Path;

/// Asserts that a file holds what was found; `UPDATE_EXPECTED=1` writes it instead, for a person to
/// read.
pub fn compare(path: &Path, found: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, found).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == found, "{} is now:\n{found}", path.display());
}
