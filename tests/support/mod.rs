//! What the tests share.

pub mod expected;
pub mod files;
#[cfg(unix)]
pub mod session;
#[cfg(unix)]
pub mod terminal;
pub mod written;

use bizcase::cli::{self, Surroundings, World};
use std::ffi::OsString;

/// What a run of the program leaves.
pub struct Output {
    /// Its exit code.
    pub code: u8,
    /// What it wrote as results.
    pub stdout: String,
    /// What it wrote about its input.
    pub stderr: String,
}

/// Runs the whole program on arguments and a standard input, in this process: no terminal, no
/// locale, so that a test finds the same bytes on every machine.
pub fn bizcase(args: &[&str], stdin: &str) -> Output {
    bizcase_on_bytes(args, stdin.as_bytes())
}

/// The same on a standard input that need be no text.
pub fn bizcase_on_bytes(args: &[&str], mut stdin: &[u8]) -> Output {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let mut world = World {
        input: &mut stdin,
        output: &mut output,
        errors: &mut errors,
        surroundings: Surroundings::default(),
    };
    let arguments = ["bizcase"].iter().chain(args).map(OsString::from);
    let code = cli::run(arguments, &mut world);
    Output {
        code,
        stdout: String::from_utf8(output).expect("results are UTF-8"),
        stderr: String::from_utf8(errors).expect("problems are UTF-8"),
    }
}
