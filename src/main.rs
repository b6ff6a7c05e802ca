//! `bizcase`: arguments in, exit code out.

use bizcase::cli::{self, Surroundings, World};
use std::io::{stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut world = World {
        input: &mut stdin(),
        output: &mut stdout().lock(),
        errors: &mut stderr(),
        surroundings: Surroundings::of_this_process(),
    };
    ExitCode::from(cli::run(std::env::args_os(), &mut world))
}
