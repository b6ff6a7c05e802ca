//! `bizcase`: arguments in, exit code out.

use bizcase::{Surroundings, World, run};
use std::io::{stderr, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut world = World {
        input: &mut stdin(),
        output: &mut stdout().lock(),
        errors: &mut stderr(),
        surroundings: Surroundings::of_this_process(),
    };
    ExitCode::from(run(std::env::args_os(), &mut world))
}
