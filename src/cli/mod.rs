//! The command line: one file a command, each a call into the rooms before it and a rendering.

mod asked;
#[cfg_attr(target_family = "wasm", path = "plain_bar.rs")]
mod bar;
mod check;
mod close;
mod compare;
mod completions;
mod disk;
mod explain;
mod files;
mod folder;
mod fund;
mod help;
mod hinged;
mod many;
mod named;
mod new;
mod one_case;
mod options;
mod pipe;
mod place;
mod portfolio;
mod prices;
mod report;
mod schema;
mod seen;
mod sensitivity;
mod show;
mod shown;
mod simulate;
mod sources;
mod stress;
mod values;
mod watch;
mod world;

pub use world::{Surroundings, World};

use crate::case::VerdictKind;
use crate::document::printable;
use crate::language::{Language, Message, trouble};
use crate::overlay::Layers;
use crate::render::subject::Subject;
use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, Parser, Subcommand};
use options::Options;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

/// Does a social initiative's business case close?
///
/// Reads cases from TOML files, computes them to the cent and says whether they close, why, and on
/// which promises. The format is described in cases/README.md of the project.
#[derive(Parser, Debug)]
#[command(name = "bizcase", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    options: Options,
}

#[derive(Subcommand, Debug)]
enum Command {
    New(new::NewArguments),
    Check(check::CheckArguments),
    Show(show::ShowArguments),
    Compare(compare::CompareArguments),
    Close(close::CloseArguments),
    Sensitivity(sensitivity::SensitivityArguments),
    Sources(sources::SourcesArguments),
    Stress(stress::StressArguments),
    Simulate(simulate::SimulateArguments),
    Fund(fund::FundArguments),
    Explain(explain::ExplainArguments),
    Report(report::ReportArguments),
    Portfolio(portfolio::PortfolioArguments),
    Pipe(pipe::PipeArguments),
    Prices(prices::PricesArguments),
    Schema(schema::SchemaArguments),
    Completions(completions::CompletionsArguments),
    #[command(hide = true)]
    Complete(completions::CompleteArguments),
}

/// The command line as a whole, with all that it takes.
pub fn command() -> clap::Command {
    let mut command = Arguments::command();
    command.build();
    command
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// It closes, or is what was expected.
    Fine,
    /// It closes on a condition.
    Conditional,
    /// It does not close.
    DoesNotClose,
    /// The input is wrong.
    WrongInput,
}

impl Exit {
    /// The exit of a verdict, unless this is what was expected.
    fn of(found: VerdictKind, expected: Option<VerdictKind>) -> Self {
        match found {
            found if expected == Some(found) => Self::Fine,
            // It closes where something else was expected: good news, but not what CI counts on.
            VerdictKind::Closes if expected.is_some() => Self::DoesNotClose,
            VerdictKind::Closes => Self::Fine,
            VerdictKind::Conditional => Self::Conditional,
            VerdictKind::DoesNotClose => Self::DoesNotClose,
        }
    }

    fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::DoesNotClose => 1,
            Self::WrongInput => 2,
            Self::Conditional => 3,
        }
    }
}

/// Runs the program on its arguments, the first being its own name, and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, world: &mut World) -> u8 {
    let world = &mut World {
        input: world.input,
        output: &mut ToWhoeverReads(world.output),
        errors: world.errors,
        surroundings: world.surroundings.clone(),
    };
    let typed: Vec<_> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&typed) {
        Ok(arguments) => arguments,
        Err(usage) => return tell_usage(&usage, &typed, world),
    };
    let only_of_check = arguments.options.asked.only_of_check();
    if let (Some(format), false) = (only_of_check, matches!(arguments.command, Command::Check(_))) {
        let say = Message::OnlyOfCheck { format: &format };
        return tell_slip(&language(&typed, world).say(&say), world);
    }
    let done = match &arguments.command {
        Command::New(command) => new::run(command, &arguments.options, world),
        Command::Check(command) => check::run(command, &arguments.options, world),
        Command::Show(command) => show::run(command, &arguments.options, world),
        Command::Compare(command) => compare::run(command, &arguments.options, world),
        Command::Close(command) => close::run(command, &arguments.options, world),
        Command::Sensitivity(command) => sensitivity::run(command, &arguments.options, world),
        Command::Sources(command) => sources::run(command, &arguments.options, world),
        Command::Stress(command) => stress::run(command, &arguments.options, world),
        Command::Simulate(command) => simulate::run(command, &arguments.options, world),
        Command::Fund(command) => fund::run(command, &arguments.options, world),
        Command::Explain(command) => explain::run(command, &arguments.options, world),
        Command::Report(command) => report::run(command, &arguments.options, world),
        Command::Portfolio(command) => portfolio::run(command, &arguments.options, world),
        Command::Pipe(command) => pipe::run(command, &arguments.options, world),
        Command::Prices(command) => prices::run(command, &arguments.options, world),
        Command::Schema(command) => schema::run(command, &arguments.options, world),
        Command::Completions(command) => completions::script(command, &arguments.options, world),
        Command::Complete(command) => completions::complete(command, world),
    };
    match done.and_then(|exit| world.output.flush().map(|()| exit).map_err(Into::into)) {
        Ok(exit) => exit.code(),
        Err(failure) => tell_failure(&failure, &typed, world),
    }
}

/// Prints help where it was asked for, and what is wrong with the arguments otherwise.
fn tell_usage(usage: &clap::Error, typed: &[OsString], world: &mut World) -> u8 {
    let language = language(typed, world);
    if let Some((file, command)) = file_for_command(usage, typed) {
        let say = Message::MeantCheck { file: &file, command: &command };
        return tell_slip(&language.say(&say), world);
    }
    let text = match language {
        Language::Nl => help::in_dutch(usage, typed),
        Language::En => in_english(usage, typed),
    };
    let (stream, code): (&mut dyn Write, _) = if usage.use_stderr() {
        (world.errors, Exit::WrongInput)
    } else {
        (world.output, Exit::Fine)
    };
    // Nobody is left to tell when this fails too.
    let _ = write!(stream, "{text}").and_then(|()| stream.flush());
    code.code()
}

/// Says what is wrong with the arguments.
fn tell_slip(words: &str, world: &mut World) -> u8 {
    let told = writeln!(world.errors, "bizcase: {}", printable(words));
    // Nobody is left to tell when this fails too.
    let _ = told.and_then(|()| world.errors.flush());
    Exit::WrongInput.code()
}

/// The language in which what was typed is spoken of, before anything else is known.
fn language(typed: &[OsString], world: &World) -> Language {
    let of_locale = || world.surroundings.locale.as_deref().map(Language::from_locale);
    help::asked_language(typed).or_else(of_locale).unwrap_or_default()
}

/// What clap says of these arguments. They may hold what a terminal would obey or what breaks a line,
/// so it is said of arguments in which every character can be seen.
fn in_english(usage: &clap::Error, typed: &[OsString]) -> String {
    let seen = typed.iter().map(|word| printable(&word.to_string_lossy()).into_owned());
    let said = Arguments::try_parse_from(seen).err();
    let text = said.as_ref().unwrap_or(usage).render().to_string();
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// The file or folder that was typed where the name of a command is wanted, and what to type: the
/// same line, with `check` before the file.
fn file_for_command(usage: &clap::Error, typed: &[OsString]) -> Option<(String, String)> {
    let ContextValue::String(word) = usage.get(ContextKind::InvalidSubcommand)? else {
        return None;
    };
    let path = Path::new(word);
    let is_file = path.exists() || path.extension().is_some_and(|it| it == "toml");
    let typed: Vec<_> = typed.iter().skip(1).map(|word| word.to_string_lossy()).collect();
    let typed: Vec<&str> = typed.iter().map(AsRef::as_ref).collect();
    let at = typed.iter().position(|typed| typed == word).filter(|_| is_file)?;
    let (before, after) = typed.split_at(at);
    let subject = Subject { file: word, layers: &Layers::default(), outside: false };
    let command = subject.command(&[&["check"], before].concat(), after.get(1..)?)?;
    Some((word.clone(), command))
}

/// Results for a reader who may go away (`bizcase ... | head`): that is no failure, and the exit
/// code stays that of the verdict.
struct ToWhoeverReads<'a>(&'a mut dyn Write);

impl Write for ToWhoeverReads<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(failure) if failure.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(failure) if failure.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

fn tell_failure(failure: &anyhow::Error, typed: &[OsString], world: &mut World) -> u8 {
    let cause = match failure.downcast_ref() {
        Some(failure) => trouble(failure, language(typed, world)),
        None => format!("{failure:#}"),
    };
    let _ = writeln!(world.errors, "bizcase: {cause}");
    Exit::WrongInput.code()
}
