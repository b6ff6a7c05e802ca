//! `--watch`: a command is run again when one of the files that it read changes.

use super::Exit;
use super::disk::is_input;
use super::options::Options;
use super::world::World;
use crate::document::printable;
use crate::language::{Message, Watching};
use anyhow::Result;
use std::path::PathBuf;

/// Runs a command, and again whenever one of the files that it read changes, until it is stopped.
pub(crate) fn watch(
    named: &[PathBuf],
    options: &Options,
    world: &mut World,
    mut run: impl FnMut(&mut World) -> Result<Exit>,
) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    if named.iter().any(|path| is_input(path)) {
        let words = language.say(&Message::Watching(Watching::Input));
        writeln!(world.errors, "bizcase: {words}")?;
        return Ok(Exit::WrongInput);
    }
    loop {
        options.seen.forget();
        for path in named {
            options.seen.note(path);
        }
        if world.surroundings.output_is_terminal {
            // The screen and what was scrolled off it are emptied.
            write!(world.output, "\u{1b}[2J\u{1b}[3J\u{1b}[H")?;
        }
        if let Err(failure) = run(world) {
            writeln!(world.errors, "bizcase: {}", printable(&format!("{failure:#}")))?;
        }
        let files = options.seen.count();
        let words = language.say(&Message::Watching(Watching::Files(files)));
        world.output.flush()?;
        writeln!(world.errors, "\n{words}")?;
        world.errors.flush()?;
        options.seen.wait();
    }
}
