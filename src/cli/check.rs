//! `bizcase check`: does it close?

use super::files::{self, Judged};
use super::options::{Format, Options};
use super::world::World;
use super::Exit;
use crate::assess::Assessment;
use crate::case::VerdictKind;
use crate::document::Document;
use crate::render::{csv, json, markdown, text};
use anyhow::Result;
use clap::Args;
use rayon::prelude::*;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Does it close? The exit code says it too
///
/// Exit codes: 0 it closes (or is what `[expect]` says), 1 it does not close, 3 it closes on a
/// condition, 2 the input is wrong; of several files the worst: 2, then 1, then 3.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Case files, folders of them, or `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// How many files are judged at once before their results are written: enough for all cores, and
/// no more in memory however many files there are.
const AT_ONCE: usize = 64;

pub(crate) fn run(arguments: &Arguments, options: &Options, world: &mut World) -> Result<Exit> {
    let files = files::find(&arguments.files);
    let one = match (arguments.files.as_slice(), files.as_slice()) {
        ([asked], [found]) if asked == found => Some(found),
        _ => None,
    };
    match one {
        Some(file) => check_one(file, options, world),
        None => check_many(&files, options, world),
    }
}

fn check_one(file: &Path, options: &Options, world: &mut World) -> Result<Exit> {
    let read = files::bytes(file, world.input);
    let judged = files::judge(file, read);
    let name = file.display().to_string();
    if let Judged::Case(found) = &judged {
        let (document, assessment) = &**found;
        let page = options.page(assessment.case.language, &world.surroundings);
        let shown = match options.format {
            Format::Text => text::check(&name, assessment, &page),
            Format::Markdown => markdown::check(&name, assessment, &page),
            Format::Csv => csv::check([(name.as_str(), assessment)])?,
            Format::Json => json::pretty(&json::check(json::Subject::file(&name), document, assessment)),
        };
        write!(world.output, "{shown}")?;
    }
    report_problems(&judged, options, world)?;
    Ok(exit(&judged))
}
