//! `bizcase show`: the tables behind the verdict.

use super::Exit;
use super::files::{self, Judged};
use super::options::{Format, Options};
use super::world::World;
use crate::assess::Assessment;
use crate::render::{csv, json};
use crate::statements::{self, By, ClosingCash};
use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The tables: investments and financing, exploitation, cash, balance, loans, present values
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// A case file, or `-` for standard input
    file: PathBuf,
    /// The length of a period
    #[arg(long, value_enum, default_value_t)]
    by: Period,
}

#[derive(ValueEnum, Clone, Copy, Debug, Default)]
enum Period {
    Month,
    Quarter,
    /// Case years
    #[default]
    Year,
}

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let judged = files::judge(&arguments.file, files::open(&arguments.file, world.input));
    if let Judged::Case(found) = &judged {
        let by = match arguments.by {
            Period::Month => By::Month,
            Period::Quarter => By::Quarter,
            Period::Year => By::Year,
        };
        let shown = shown(&found.1, by, options).map_err(|_| anyhow!("the sums are too large"))?;
        write!(world.output, "{shown}")?;
    }
    files::tell(&judged, options, world)?;
    Ok(if matches!(judged, Judged::Case(_)) { Exit::Fine } else { Exit::WrongInput })
}

fn shown(assessment: &Assessment, by: By, options: &Options) -> Result<String> {
    let Assessment { case, postings, .. } = assessment;
    let too_large = |_| anyhow!("the sums are too large");
    let entries = statements::entries(case, postings, by).map_err(too_large)?;
    let cash = ClosingCash::of(case, postings, by).map_err(too_large)?;
    match options.format {
        Format::Json => Ok(format!("{:#}\n", json::show(case, &entries, &cash, by))),
        _ => Ok(csv::show(case, &entries, &cash, by)?),
    }
}
