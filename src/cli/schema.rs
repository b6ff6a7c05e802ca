//! `bizcase schema`: the format itself, for editors.

use super::Exit;
use super::options::Options;
use super::world::World;
use crate::render::json;
use crate::schema::{Of, portfolio, schema};
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

/// The format of a file as a JSON Schema, for an editor
///
/// Who writes `#:schema case.schema.json` above a file is offered its keys with what they mean, in an
/// editor that reads that, and sees what may not stand there. It tells each key in English and in
/// Dutch.
#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    /// Of what the schema is
    #[arg(value_enum, default_value_t)]
    of: AskedOf,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default)]
enum AskedOf {
    /// A business case
    #[default]
    Case,
    /// A revolving fund
    Fund,
    /// A price list
    Prices,
    /// What `portfolio --format json` writes
    Portfolio,
}

pub(crate) fn run(
    arguments: &SchemaArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    if let Some(useless) = options.useless("schema") {
        bail!("{}", options.language(None, &world.surroundings).say(&useless));
    }
    let schema = match arguments.of {
        AskedOf::Case => schema(Of::Case),
        AskedOf::Fund => schema(Of::Fund),
        AskedOf::Prices => schema(Of::Prices),
        AskedOf::Portfolio => portfolio(),
    };
    writeln!(world.output, "{}", json::text(&schema))?;
    Ok(Exit::Fine)
}
