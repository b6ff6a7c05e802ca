//! What the examples show is what their commands print, and every case among them is what it expects.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/session.rs"]
mod session;
mod support;

use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

#[test]
fn a_nursery_compared() {
    session::holds(&folder().join("kwekerij/README.md"));
}

#[test]
fn every_case_is_what_it_expects() {
    let output = support::bizcase(&["check", folder().to_str().unwrap()], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
}
