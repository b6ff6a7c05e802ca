//! The workbook in spreadsheet programs: LibreOffice, Gnumeric and IronCalc come to the same cents.
//!
//! `BIZCASE_WORKBOOKS=all` changes every input of every case, and tries more random cases; a number there
//! draws another sample.

use super::halves;
use crate::reference::random;
use crate::support::files::toml_files;
use std::fs;
use std::process::Command;

#[test]
fn spreadsheets_come_to_the_same_cents() {
    let sample = std::env::var("BIZCASE_WORKBOOKS").unwrap_or_else(|_| "1".to_owned());
    let folder = std::env::temp_dir().join(format!("bizcase-engines-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("halves.toml"), halves::case()).expect("written");
    let random = if sample == "all" { 30 } else { 6 };
    for seed in 0..random {
        fs::write(folder.join(format!("random_{seed}.toml")), random::case(seed)).expect("written");
    }
    let files = ["cases", "tests/rounding"].into_iter().flat_map(toml_files);
    let python = std::env::var("BIZCASE_PYTHON").expect("BIZCASE_PYTHON names a Python");
    let done = Command::new(python)
        .args(["tests/workbook/engines.py", env!("CARGO_BIN_EXE_bizcase"), sample.as_str()])
        .args(files.chain(toml_files(&folder)))
        .status();
    assert!(done.expect("Python runs").success());
    fs::remove_dir_all(&folder).expect("gone");
}
