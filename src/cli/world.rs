//! What a run touches outside itself: so that a test can hand it a world of its own.

use std::io::{IsTerminal, Read, Write, stderr, stdin, stdout};
use std::time::{SystemTime, UNIX_EPOCH};
use terminal_size::{Height, Width, terminal_size_of};

/// A page in a browser has no terminal: it says by `COLUMNS` how wide it is.
#[cfg(target_family = "wasm")]
mod terminal_size {
    pub(super) struct Width(pub u16);
    pub(super) struct Height;

    pub(super) fn terminal_size_of<T>(_stream: T) -> Option<(Width, Height)> {
        None
    }
}

/// The streams and the surroundings of a run.
pub struct World<'a> {
    /// Standard input.
    pub input: &'a mut (dyn Read + Send),
    /// Standard output: results.
    pub output: &'a mut dyn Write,
    /// Standard error: what is wrong with the input.
    pub errors: &'a mut dyn Write,
    /// What else it depends on.
    pub surroundings: Surroundings,
}

/// What a run depends on besides its arguments and its files.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each stream is a terminal or none")]
pub struct Surroundings {
    /// The columns of the terminal that results go to, when it is one.
    pub width: Option<usize>,
    /// The columns of the terminal that problems go to, when it is one.
    pub errors_width: Option<usize>,
    /// The columns that the user wants of what goes to no terminal (`COLUMNS`), where that is a
    /// width to write in.
    pub columns: Option<usize>,
    /// Whether somebody can type.
    pub input_is_terminal: bool,
    /// Whether results go to a terminal.
    pub output_is_terminal: bool,
    /// Whether problems go to a terminal.
    pub errors_are_terminal: bool,
    /// Whether the user wants no colours, anywhere (`NO_COLOR`).
    pub no_color: bool,
    /// The user's locale, such as `nl_NL`.
    pub locale: Option<String>,
    /// The day, counted from 1 January 1970.
    pub today: u32,
}

impl Surroundings {
    /// Those of the process itself.
    pub fn of_this_process() -> Self {
        Self {
            width: columns(terminal_size_of(stdout())),
            errors_width: columns(terminal_size_of(stderr())),
            columns: std::env::var("COLUMNS").ok().as_deref().and_then(wanted),
            input_is_terminal: stdin().is_terminal(),
            output_is_terminal: stdout().is_terminal(),
            errors_are_terminal: stderr().is_terminal(),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            locale: sys_locale::get_locale(),
            today: today(),
        }
    }
}

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

/// The day by the clock; one that stands before 1970 tells nothing.
fn today() -> u32 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u32::try_from(since.as_secs() / SECONDS_OF_A_DAY).unwrap_or_default()
}

/// A width as `COLUMNS` says it; what is no width says nothing.
fn wanted(columns: &str) -> Option<usize> {
    columns.parse().ok().filter(|columns| (20..=1000).contains(columns))
}

fn columns(size: Option<(Width, Height)>) -> Option<usize> {
    size.map(|(width, _)| usize::from(width.0))
}
