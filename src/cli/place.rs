//! A file is written beside where it goes, and takes its place when it is whole.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Puts a file in its place when all of it is written: a failure leaves what was there.
///
/// # Errors
/// The system's own.
pub(crate) fn put(out: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = beside(out);
    let done = fs::write(&part, bytes).and_then(|()| fs::rename(&part, out));
    if done.is_err() {
        // What was begun is of no use; that it cannot be removed is no news.
        let _ = fs::remove_file(&part);
    }
    done
}

/// A name beside a file for what is not whole yet.
fn beside(out: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(out.file_name().unwrap_or_default());
    name.push(format!(".{}.part", process()));
    out.with_file_name(name)
}

/// What tells this run from others that write at the same time.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn process() -> u32 {
    std::process::id()
}

/// A page in a browser has a store for each run.
#[cfg(target_family = "wasm")]
pub(crate) fn process() -> u32 {
    0
}
