//! `bizcase completions`: what a shell offers when somebody presses Tab.
//!
//! A shell is given a few lines that ask the program itself: so it offers the scenarios, entries and
//! parties of the file that stands on the line.

use super::options::Options;
use super::world::World;
use super::{Exit, command};
use crate::document::{self, Document, Table, Value, is_printable};
use crate::reading::group::{as_table, table_at};
use crate::words::{Group, Key, TestId, Word};
use anyhow::{Result, bail};
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Args, Command, ValueEnum};
use std::fs::File;
use std::path::Path;

/// What a shell must know to complete commands, options and what is in files
///
/// Bash: `source <(bizcase completions bash)` in ~/.bashrc. Zsh: the same with zsh in ~/.zshrc, below
/// `compinit`. Fish: `bizcase completions fish > ~/.config/fish/completions/bizcase.fish`. PowerShell:
/// `bizcase completions powershell | Out-String | Invoke-Expression` in `$PROFILE`.
#[derive(Args, Debug)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

/// What may come next on a line, a word on each line
#[derive(Args, Debug)]
pub(crate) struct CompleteArguments {
    /// The words so far, the last one unfinished
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

pub(crate) fn script(
    arguments: &CompletionsArguments,
    options: &Options,
    world: &mut World,
) -> Result<Exit> {
    if let Some(useless) = options.useless("completions") {
        bail!("{}", options.language(None, &world.surroundings).say(&useless));
    }
    let script = match arguments.shell {
        Shell::Bash => include_str!("completions/bizcase.bash"),
        Shell::Zsh => include_str!("completions/bizcase.zsh"),
        Shell::Fish => include_str!("completions/bizcase.fish"),
        Shell::Powershell => include_str!("completions/bizcase.ps1"),
    };
    write!(world.output, "{script}")?;
    Ok(Exit::Fine)
}

pub(crate) fn complete(arguments: &CompleteArguments, world: &mut World) -> Result<Exit> {
    for word in offered(&arguments.words) {
        // What a shell might take for something else is typed by hand.
        if word.chars().all(is_printable) {
            writeln!(world.output, "{word}")?;
        }
    }
    Ok(Exit::Fine)
}

/// The words that may stand in the place of the last one.
fn offered(words: &[String]) -> Vec<String> {
    // Bash cuts `--scenario=x` in three.
    let words: Vec<_> = words.iter().map(String::as_str).filter(|word| *word != "=").collect();
    let Some((last, before)) = words.split_last() else { return Vec::new() };
    let program = command();
    let line = Line::read(&program, before);
    let (begins, offered) = match last.split_once('=').filter(|_| last.starts_with("--")) {
        Some((option, value)) if line.waits_for.is_none() => {
            let Some(argument) = option_of(line.command, option) else { return Vec::new() };
            let offered = line.values(argument, value);
            (*last, offered.into_iter().map(|word| format!("{option}={word}")).collect())
        }
        _ => (*last, line.next(last)),
    };
    offered.into_iter().filter(|word| word.starts_with(begins)).collect()
}

/// A line as far as it is typed.
struct Line<'a> {
    /// The command that it is about.
    command: &'a Command,
    /// The option that takes the next word.
    waits_for: Option<&'a Arg>,
    /// How many words were given by their place.
    placed: usize,
    /// Whether only such words follow.
    no_options: bool,
    /// The file at hand.
    file: Option<Document>,
}

impl<'a> Line<'a> {
    fn read(program: &'a Command, words: &[&str]) -> Self {
        let mut line =
            Self { command: program, waits_for: None, placed: 0, no_options: false, file: None };
        for word in words {
            if line.waits_for.take().is_some() {
                continue;
            }
            if *word == "--" {
                line.no_options = true;
            } else if word.starts_with('-') && word.len() > 1 && !line.no_options {
                let takes = |argument: &&Arg| argument.get_action().takes_values();
                let option = option_of(line.command, word);
                line.waits_for = option.filter(takes).filter(|_| !word.contains('='));
            } else if let Some(below) = line.command.find_subcommand(word) {
                line.command = below;
            } else {
                line.placed += 1;
                line.file = line.file.take().or_else(|| read(Path::new(word)));
            }
        }
        line
    }

    /// What may come next.
    fn next(&self, begins: &str) -> Vec<String> {
        if let Some(option) = self.waits_for {
            return self.values(option, begins);
        }
        if begins.starts_with('-') && !self.no_options {
            let long = self.command.get_arguments().filter_map(Arg::get_long);
            return long.map(|long| format!("--{long}")).collect();
        }
        let commands = self.command.get_subcommands().filter(|it| !it.is_hide_set());
        let commands: Vec<_> = commands.map(|it| it.get_name().to_owned()).collect();
        if !commands.is_empty() {
            return commands;
        }
        let placed: Vec<_> = self.command.get_positionals().collect();
        let many = |argument: &&&Arg| matches!(argument.get_action(), ArgAction::Append);
        let here = placed.get(self.placed).or_else(|| placed.iter().find(many));
        here.map(|argument| self.values(argument, begins)).unwrap_or_default()
    }

    /// What an argument may be.
    fn values(&self, argument: &Arg, begins: &str) -> Vec<String> {
        let possible = argument.get_possible_values();
        if !possible.is_empty() {
            let shown = possible.iter().filter(|value| !value.is_hide_set());
            return shown.map(|value: &PossibleValue| value.get_name().to_owned()).collect();
        }
        let of_file = |list: fn(&Document) -> Vec<String>| self.file.as_ref().map(list);
        let listed = match argument.get_id().as_str() {
            "file" | "files" | "files_from" | "answers" | "output" | "check" | "browser" => {
                return files(begins);
            }
            "scenario" => of_file(|document| ids(&document.root, Key::Scenario.spelled())),
            "party" => of_file(|document| ids(&document.root, Key::Party.spelled())),
            "entries" => of_file(entries),
            "grid" => of_file(|document| keys(document, "")),
            "set" => of_file(|document| keys(document, "=")),
            "path" => of_file(figures),
            _ => None,
        };
        listed.unwrap_or_default()
    }
}

/// An option of a command, as it is typed.
fn option_of<'a>(command: &'a Command, word: &str) -> Option<&'a Arg> {
    let name = word.split('=').next().unwrap_or(word);
    command.get_arguments().find(|argument| match name.strip_prefix("--") {
        Some(long) => argument.get_long() == Some(long),
        None => argument.get_short().is_some_and(|short| name == format!("-{short}")),
    })
}

/// What stands in a file, where it is one to read.
fn read(file: &Path) -> Option<Document> {
    let is_file = file.metadata().is_ok_and(|found| found.is_file());
    let source = document::open_from(String::new(), File::open(file).ok().filter(|_| is_file)?);
    document::read(source.ok()?.ok()?).ok()
}

/// The files and folders that a path begins.
fn files(begins: &str) -> Vec<String> {
    let (folder, _) = begins.rsplit_once('/').map_or(("", begins), |(folder, name)| (folder, name));
    let before = if begins.contains('/') { format!("{folder}/") } else { String::new() };
    let look = if before.is_empty() { "." } else { &before };
    let Ok(entries) = Path::new(look).read_dir() else { return Vec::new() };
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?;
            let hidden = name.starts_with('.') && !begins.ends_with('.');
            let is_case = path.extension().is_some_and(|ending| ending == "toml");
            let end = if path.is_dir() { "/" } else { "" };
            (!hidden && (is_case || path.is_dir())).then(|| format!("{before}{name}{end}"))
        })
        .collect();
    found.sort();
    found
}

/// The names of the tables in a table.
fn ids(root: &Table, group: &str) -> Vec<String> {
    table_at(root, group).map(|table| table.0.keys().cloned().collect()).unwrap_or_default()
}

/// The entries of a case: `cost.rent`.
fn entries(document: &Document) -> Vec<String> {
    let of = |group: Group| {
        let ids = ids(&document.root, group.spelled()).into_iter();
        ids.map(move |id| format!("{group}.{id}", group = group.spelled()))
    };
    Group::all().flat_map(of).collect()
}

/// The figures that can be explained of a case, but for those of a month or a year.
fn figures(document: &Document) -> Vec<String> {
    let tests = TestId::all().map(|test| format!("test.{}", test.spelled()));
    let parties = ids(&document.root, Key::Party.spelled()).into_iter();
    let parties = parties.map(|party| format!("party.{party}.net"));
    let verdict = std::iter::once("verdict".to_owned());
    verdict.chain(tests).chain(parties).chain(entries(document)).collect()
}

/// The paths of what stands in a file, but for scenarios and shocks: `cost.rent.amount`.
fn keys(document: &Document, end: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (key, item) in document.root.0.iter() {
        let laid =
            [Key::Scenario, Key::Stress, Key::Expect].map(Key::spelled).contains(&key.as_str());
        if let Some(table) = as_table(&item.node.value).filter(|_| !laid) {
            add_keys(table, key, end, &mut found);
        }
    }
    found
}

fn add_keys(table: &Table, path: &str, end: &str, found: &mut Vec<String>) {
    for (key, item) in table.0.iter() {
        let path = format!("{path}.{key}");
        match &item.node.value {
            Value::Table(below) => add_keys(below, &path, end, found),
            _ => found.push(format!("{path}{end}")),
        }
    }
}
