//! Help, and what is said of arguments that are wrong, in Dutch: clap has its words in English, and
//! gets these when somebody who reads Dutch asks for help or makes a slip.

use super::Arguments;
use crate::document::printable;
use crate::language::nl::help as words;
use crate::language::{Label, Language, Slip, label};
use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, Error};
use std::ffi::OsString;

/// The language that `--lang` asks for, before anything else is known of the arguments.
pub(crate) fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    let options: Vec<_> = options.filter_map(|argument| argument.to_str()).collect();
    let after = options.windows(2).filter_map(|pair| match pair {
        ["--lang", language] => Some(*language),
        _ => None,
    });
    let within = options.iter().filter_map(|option| option.strip_prefix("--lang="));
    after.chain(within).find_map(|language| language.parse().ok())
}

/// What clap said of these arguments, as Dutch readers are told it.
pub(crate) fn in_dutch(error: &Error, arguments: &[OsString]) -> String {
    let mut command = Arguments::command();
    command.build();
    let command = dutch(command);
    match error.kind() {
        ErrorKind::DisplayVersion => error.to_string(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            match command.try_get_matches_from(arguments) {
                Ok(_) => String::new(),
                Err(help) => help.to_string(),
            }
        }
        _ => slipped(error, &asked(arguments, &command)),
    }
}

/// A command and all below it in Dutch.
fn dutch(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let about = words::command(&name).unwrap_or_default();
    let usage = usage(&command);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words::USAGE
    );
    let command = command
        .about(about)
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(words::COMMANDS)
        .mut_args(|argument| dutch_argument(&name, argument))
        .mut_subcommands(dutch);
    match words::more(&name) {
        Some(more) => command.long_about(format!("{about}\n\n{more}")),
        None => command.long_about(None),
    }
}

fn dutch_argument(command: &str, argument: Arg) -> Arg {
    let id = argument.get_id().as_str().to_owned();
    let help = words::argument(command, &id).unwrap_or_default();
    let usual = argument.get_default_values().iter().map(|value| value.to_string_lossy());
    let usual = usual.filter(|_| argument.get_action().takes_values());
    let usual = usual.collect::<Vec<_>>().join(", ");
    let usual = if usual.is_empty() { usual } else { format!(" [{}: {usual}]", words::DEFAULT) };
    let possible = argument.get_possible_values();
    let (short, long) = if possible.is_empty() {
        (String::new(), String::new())
    } else {
        let names: Vec<_> = possible.iter().map(PossibleValue::get_name).collect();
        let values: Vec<_> = possible.iter().map(|value| described(&id, value)).collect();
        (
            format!(" [{}: {}]", words::POSSIBLE_VALUES, names.join(", ")),
            format!("\n\n{}:\n{}", words::POSSIBLE_VALUES, values.join("\n")),
        )
    };
    let heading = if argument.is_positional() { words::ARGUMENTS } else { words::OPTIONS };
    let named = placeholder(&argument);
    let argument = argument
        .help(format!("{help}{usual}{short}"))
        .long_help(format!("{help}{usual}{long}"))
        .help_heading(heading)
        .hide_default_value(true)
        .hide_possible_values(true);
    match named {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

fn described(id: &str, value: &PossibleValue) -> String {
    match words::value(id, value.get_name()) {
        Some(means) => format!("- {}: {means}", value.get_name()),
        None => format!("- {}", value.get_name()),
    }
}

/// `bizcase check [OPTIES] <BESTANDEN>...`
fn usage(command: &Command) -> String {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let options = command.get_opts().next().map(|_| format!("[{}]", words::SOME_OPTIONS));
    let below = command.has_subcommands().then(|| format!("<{}>", words::COMMAND));
    let positionals = command.get_positionals().map(|argument| {
        let name = placeholder(argument).unwrap_or_default();
        let many = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
        if argument.is_required_set() {
            format!("<{name}>{many}")
        } else {
            format!("[{name}]{many}")
        }
    });
    let words = std::iter::once(name).chain(options).chain(positionals).chain(below);
    words.collect::<Vec<_>>().join(" ")
}

/// What stands for a value, where one is taken.
fn placeholder(argument: &Arg) -> Option<&'static str> {
    if !argument.get_action().takes_values() {
        return None;
    }
    words::placeholder(argument.get_id().as_str())
}

/// The command that is asked for, as it is typed.
fn asked(arguments: &[OsString], command: &Command) -> String {
    let mut named = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let below = named.find_map(|name| command.find_subcommand(name)).unwrap_or(command);
    below.get_bin_name().unwrap_or(below.get_name()).to_owned()
}

/// What is wrong with the arguments, how to mend it, and where more is told.
fn slipped(error: &Error, command: &str) -> String {
    let (slip, mend) = slip(error);
    let mut lines = vec![format!("{}: {}", label(Language::Nl, Label::Error), words::slip(&slip))];
    lines.extend(mend.map(|mend| format!("{}: {mend}", label(Language::Nl, Label::Help))));
    lines.push(String::new());
    lines.push(words::all_of_it(command));
    let lines: Vec<_> = lines.iter().map(|line| printable(line)).collect();
    lines.join("\n") + "\n"
}

fn slip(error: &Error) -> (Slip, Option<String>) {
    let texts = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let text = |kind| texts(kind).into_iter().next().unwrap_or_default();
    // The nearest comes last.
    let near = |kind| texts(kind).last().map(|near| words::near(near));
    let of = named(&text(ContextKind::InvalidArg));
    let written = text(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if of.starts_with('-') => {
            (Slip::UnknownOption(of), near(ContextKind::SuggestedArg))
        }
        ErrorKind::UnknownArgument => (Slip::TooMany(of), None),
        ErrorKind::TooManyValues => (Slip::TooMany(written), None),
        ErrorKind::InvalidSubcommand => {
            let command = text(ContextKind::InvalidSubcommand);
            (Slip::UnknownCommand(command), near(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingSubcommand => (Slip::Missing(vec![words::COMMAND.to_owned()]), None),
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(ContextKind::InvalidArg);
            (Slip::Missing(missing.iter().map(|argument| named(argument)).collect()), None)
        }
        ErrorKind::InvalidValue if written.is_empty() => (Slip::NoValue(of), None),
        ErrorKind::InvalidValue => {
            let possible = texts(ContextKind::ValidValue);
            let possible = (!possible.is_empty()).then(|| words::one_of(&possible));
            (Slip::NotAValue { of, written }, near(ContextKind::SuggestedValue).or(possible))
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            (Slip::NoValue(of), None)
        }
        ErrorKind::ValueValidation => {
            (Slip::NotAValue { of, written }, Some(words::whole_number().to_owned()))
        }
        ErrorKind::ArgumentConflict => {
            let others = texts(ContextKind::PriorArg);
            let twice = others.first().is_none_or(|other| *other == of);
            (if twice { Slip::Twice(of) } else { Slip::NotTogether(of, others) }, None)
        }
        ErrorKind::InvalidUtf8 => (Slip::NotText, None),
        _ => (Slip::Other, None),
    }
}

/// What clap calls `--by <BY>` or `<FILES>...`, as it is called in Dutch.
fn named(argument: &str) -> String {
    if argument.starts_with('-') {
        return argument.split(' ').next().unwrap_or_default().to_owned();
    }
    let id = argument.trim_matches(['<', '>', '[', ']', '.']).to_lowercase();
    words::placeholder(&id).map_or_else(|| argument.to_owned(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_clap_says_is_said_in_dutch() {
        let mut command = Arguments::command();
        command.build();
        let all: Vec<_> = command.get_subcommands().chain([&command]).collect();
        for command in all {
            let name = command.get_name();
            assert!(words::command(name).is_some(), "{name}");
            let more = command.get_long_about().map(ToString::to_string);
            let about = command.get_about().map(ToString::to_string);
            let says_more = name != "help" && more.is_some() && more != about;
            assert_eq!(words::more(name).is_some(), says_more, "{name}");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(words::argument(name, id).is_some(), "{name} {id}");
                let takes = argument.get_action().takes_values();
                assert_eq!(placeholder(argument).is_some(), takes, "{name} {id}");
                for value in argument.get_possible_values() {
                    let (told, english) = (words::value(id, value.get_name()), value.get_help());
                    assert!(told.is_some() || english.is_none(), "{name} {id} {value:?}");
                }
            }
        }
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let asked =
            |line: &str| asked_language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("bizcase check --lang nl"), Some(Language::Nl));
        assert_eq!(asked("bizcase --lang=en --help"), Some(Language::En));
        assert_eq!(asked("bizcase --lang de"), None);
        assert_eq!(asked("bizcase check -- --lang nl"), None);
    }
}
