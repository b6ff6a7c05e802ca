//! Man pages of all commands, made when a release is made: `cargo run --example man -- FOLDER`.

use clap_mangen::Man;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).unwrap_or_else(|| "target/man".into());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let program = bizcase::cli::command();
    write(&program, program.get_name(), folder)?;
    let shown = |command: &&clap::Command| !command.is_hide_set() && command.get_name() != "help";
    for command in program.get_subcommands().filter(shown) {
        write(command, &format!("{}-{}", program.get_name(), command.get_name()), folder)?;
    }
    Ok(())
}

/// Writes the page of a command.
fn write(command: &clap::Command, name: &str, folder: &Path) -> io::Result<()> {
    let versioned = command.clone().version(env!("CARGO_PKG_VERSION"));
    let mut page = Vec::new();
    let source = concat!("bizcase ", env!("CARGO_PKG_VERSION"));
    Man::new(versioned).title(name).source(source).render(&mut page)?;
    fs::write(folder.join(format!("{name}.1")), page)
}
