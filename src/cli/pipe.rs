//! `bizcase pipe`: a worker for whatever engine hands out work: a line of JSON in, a line out.

mod answer;
mod asked;
mod line;

use super::Exit;
use super::disk::Disk;
use super::files::NotRead;
use super::options::Options;
use super::world::World;
use crate::render::json;
use answer::Worker;
use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use line::Line;
use rayon::prelude::*;
use std::io::{self, BufReader};
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

/// How many lines are answered at once, where as many are waiting: enough for all cores, and no more
/// in memory however many there are.
const AT_ONCE: usize = 64;

/// A worker for an engine that hands out work: a line of JSON in, a line of JSON out
///
/// Each line of standard input is an object with an `id` and a case, as `text` or as a `file` below
/// `--root`; `scenario` and `set` may lay something over it. Each line of standard output answers
/// one, in the same order: what the command prints with `--format json`, or the problems. A line that
/// is wrong costs its own answer and no other. Exit codes: 0, whatever the answers; 2 if it could
/// not begin, or its input broke off.
#[derive(Args, Debug)]
pub(crate) struct PipeArguments {
    /// What is asked of each case
    #[arg(long, value_name = "COMMAND", value_enum, default_value_t)]
    run: Work,
    /// The folder below which files may be read, that lines name or that cases lead to
    #[arg(long, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// Read the scenarios of a case as well, as `check` of a file does
    #[arg(long)]
    lint: bool,
    /// How many bytes a line may have
    #[arg(long, value_name = "NUMBER", default_value_t = 8_000_000, value_parser = clap::value_parser!(u64).range(1..))]
    max_bytes: u64,
}

/// What is asked of each case.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Work {
    /// Does it close?
    #[default]
    Check,
    /// What would close it?
    Close,
    /// The built-in shocks
    Stress,
    /// How sure is it? A line may say `draws` and `seed`
    Simulate,
    /// A revolving fund
    Fund,
    /// What it brings to the sums of many cases
    Portfolio,
}

pub(crate) fn run(arguments: &PipeArguments, options: &Options, world: &mut World) -> Result<Exit> {
    if let Some(useless) = options.one_format("pipe") {
        bail!("{}", options.language(None, &world.surroundings).say(&useless));
    }
    if let Some(root) = &arguments.root
        && let Err(failure) = root.read_dir()
    {
        NotRead::Unreadable { path: root.clone(), failure }.tell(options, world)?;
        return Ok(Exit::WrongInput);
    }
    let disk = Disk::below(arguments.root.as_deref(), options.reach());
    let worker = Worker { arguments, options, disk };
    let (sender, lines) = mpsc::sync_channel(AT_ONCE);
    let World { input, output, .. } = world;
    thread::scope(|scope| {
        scope.spawn(move || hand_over(&mut **input, arguments.max_bytes, &sender));
        while let Ok(first) = lines.recv() {
            let waiting = lines.try_iter().take(AT_ONCE - 1);
            let batch: Vec<Line> =
                std::iter::once(first).chain(waiting).collect::<io::Result<_>>()?;
            let answers: Vec<String> =
                batch.into_par_iter().map(|line| json::line(&worker.answer(&line))).collect();
            answers.iter().try_for_each(|answer| output.write_all(answer.as_bytes()))?;
            output.flush()?;
            // Nobody watches them, and a line may name any number.
            options.seen.forget();
        }
        Ok(Exit::Fine)
    })
}

/// Hands over each line as it comes, until there are no more or nobody takes them.
fn hand_over(input: &mut dyn io::Read, most: u64, sender: &mpsc::SyncSender<io::Result<Line>>) {
    let mut input = BufReader::new(input);
    while let Some(line) = Line::next(&mut input, most).transpose() {
        let broke_off = line.is_err();
        if sender.send(line).is_err() || broke_off {
            return;
        }
    }
}
