//! Sessions: what a user types, and what comes back, in the `console` blocks of a Markdown file.
//!
//! ````text
//! ```console
//! $ bizcase check kitchen.toml          typed in a shell, with a pipe behind it
//! [50]$ bizcase check kitchen.toml      typed in a terminal of 50 columns
//! > and this line belongs to the command above it
//! ...                                   any number of lines, left out here
//! ? 3                                   the exit code, where it is not 0
//! ```
//! ````
//!
//! A block whose fence names a file (`toml kitchen.toml`) is what stands in that file.
//!
//! Each file runs from top to bottom in a folder of its own that holds a copy of `cases/`. Results
//! and problems are shown in the order in which they come; `<ESC>` is a raw escape, and a space may be
//! one that does not break.
//! `UPDATE_EXPECTED=1` writes what came back into the file, for a person to read.

use super::terminal::terminal;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command and what it must bring.
struct Step {
    /// The columns of the terminal that it is typed in; none for a pipe.
    columns: Option<u16>,
    /// The command, of one line or more.
    command: Vec<String>,
    /// What it prints.
    prints: Vec<String>,
    /// Its exit code.
    code: i32,
}

/// A stretch of a file.
enum Part {
    /// A line that is not run.
    Prose(String),
    /// What stands in a file from here on.
    File { name: String, text: String },
    /// A command.
    Step(Step),
}

/// Runs every command of a file and compares.
pub fn holds(file: &Path) {
    let text = fs::read_to_string(file).expect("a session");
    let folder = folder_for(file);
    let mut wrong = String::new();
    let mut now = String::new();
    let mut steps = 0;
    for part in parts(&text) {
        match part {
            Part::Prose(line) => push(&mut now, &line),
            Part::File { name, text } => {
                fs::write(folder.join(name), text).expect("a file that can be written");
            }
            Part::Step(step) => {
                steps += 1;
                let (printed, code) = run(&step, &folder);
                let told = as_told(&step.prints, &printed);
                let silent = step.prints.is_empty() && !printed.is_empty();
                if silent || told < step.prints.len() || code != step.code {
                    let first = step.prints.get(told).map(|line| format!("not here: {line}"));
                    let left_out = leave_out(&step.prints, &printed);
                    let mut found = Step { prints: printed, code, ..step };
                    show(&mut wrong, &found);
                    push(&mut wrong, &first.unwrap_or_default());
                    found.prints = left_out;
                    show(&mut now, &found);
                } else {
                    show(&mut now, &step);
                }
            }
        }
    }
    assert!(steps > 0, "{} has no commands", file.display());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(file, now).expect("a file that can be written");
    } else {
        assert!(wrong.is_empty(), "{}: this is not what it tells:\n{wrong}", file.display());
    }
}

/// What a line stands in.
enum Within {
    Prose,
    Console,
    File { name: String, text: String },
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut within = Within::Prose;
    for line in text.lines() {
        if let Some(fence) = line.strip_prefix("```") {
            end_of_step(&mut parts);
            if let Within::File { name, text } = within {
                parts.push(Part::File { name, text });
            }
            within = match fence.split_once(' ') {
                Some((_, name)) => Within::File { name: name.to_owned(), text: String::new() },
                None if fence == "console" => Within::Console,
                None => Within::Prose,
            };
        } else if let Within::File { text, .. } = &mut within {
            push(text, line);
        } else if matches!(within, Within::Console) && typed_or_printed(&mut parts, line) {
            continue;
        }
        parts.push(Part::Prose(line.to_owned()));
    }
    parts
}

/// Takes a line of a console; none before its first command.
fn typed_or_printed(parts: &mut Vec<Part>, line: &str) -> bool {
    if let Some((columns, command)) = prompt(line) {
        if end_of_step(parts) {
            parts.push(Part::Prose(String::new()));
        }
        let command = vec![command.to_owned()];
        parts.push(Part::Step(Step { columns, command, prints: Vec::new(), code: 0 }));
        return true;
    }
    let Some(Part::Step(step)) = parts.last_mut() else { return false };
    match (line.strip_prefix("> "), line.strip_prefix("? ")) {
        (Some(more), _) if step.prints.is_empty() => step.command.push(more.to_owned()),
        (_, Some(code)) => step.code = code.parse().expect("an exit code"),
        _ => step.prints.push(line.to_owned()),
    }
    true
}

/// Takes the blank lines off a command that has just ended, if one has.
fn end_of_step(parts: &mut [Part]) -> bool {
    let Some(Part::Step(step)) = parts.last_mut() else { return false };
    trim_end(&mut step.prints);
    true
}

/// `$ command`, or `[50]$ command` in a terminal of so many columns.
fn prompt(line: &str) -> Option<(Option<u16>, &str)> {
    if let Some(command) = line.strip_prefix("$ ") {
        return Some((None, command));
    }
    let (columns, command) = line.strip_prefix('[')?.split_once("]$ ")?;
    Some((Some(columns.parse().ok()?), command))
}

fn show(text: &mut String, step: &Step) {
    let prompt = step.columns.map_or("$ ".to_owned(), |columns| format!("[{columns}]$ "));
    for (line, typed) in step.command.iter().enumerate() {
        push(text, &format!("{}{typed}", if line == 0 { &prompt } else { "> " }));
    }
    for line in &step.prints {
        push(text, line);
    }
    if step.code != 0 {
        push(text, &format!("? {}", step.code));
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn trim_end(lines: &mut Vec<String>) {
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
}

/// How many lines are as told, up to the first that is not; `...` stands for any number of them.
fn as_told(told: &[String], found: &[String]) -> usize {
    match told {
        [left_out] if left_out == "..." => 1,
        [left_out, told @ ..] if left_out == "..." => {
            let froms = 0..=found.len();
            1 + froms.map(|from| as_told(told, &found[from..])).max().unwrap_or_default()
        }
        [line] => usize::from(found == [line.as_str()]),
        [line, told @ ..] if found.first() == Some(line) => 1 + as_told(told, &found[1..]),
        [] | [_, ..] => 0,
    }
}

/// What was found, without what was left out of what was told: the lines between those nearest to
/// each `...` that are still as told.
fn leave_out(told: &[String], found: &[String]) -> Vec<String> {
    let pieces: Vec<_> = told.split(|line| line == "...").collect();
    let (mut shown, mut from, mut before) = (Vec::new(), 0, 0);
    let same = common(told, found);
    for (number, piece) in pieces.iter().enumerate() {
        let within = before..before + piece.len();
        let mut anchors = same.iter().filter(|(told, _)| within.contains(told));
        let first = anchors.clone().next().map(|(told, found)| found.saturating_sub(told - before));
        let last = anchors.next_back().map(|(told, found)| found + within.end - told);
        let begins = match first {
            _ if number == 0 => 0,
            None if number + 1 == pieces.len() => found.len().saturating_sub(piece.len()),
            None => from,
            Some(first) => first,
        };
        if begins > from {
            shown.push("...".to_owned());
        }
        let begins = begins.max(from);
        let ends = match last {
            _ if number + 1 == pieces.len() => found.len(),
            Some(last) => last,
            None => begins + piece.len(),
        };
        from = ends.clamp(begins, found.len());
        shown.extend_from_slice(&found[begins..from]);
        before = within.end + 1;
    }
    shown
}

/// The places of lines that two texts have in common, in the order of both; blank lines and rules
/// are alike everywhere and tell nothing.
fn common(told: &[String], found: &[String]) -> Vec<(usize, usize)> {
    let tells = |line: &str| line.chars().any(char::is_alphanumeric);
    let mut longest = vec![vec![0; found.len() + 1]; told.len() + 1];
    for (t, line) in told.iter().enumerate().rev() {
        for f in (0..found.len()).rev() {
            longest[t][f] = if *line == found[f] && tells(line) {
                longest[t + 1][f + 1] + 1
            } else {
                longest[t + 1][f].max(longest[t][f + 1])
            };
        }
    }
    let (mut t, mut f, mut same) = (0, 0, Vec::new());
    while longest[t][f] > 0 {
        if told[t] == found[f] && tells(&told[t]) {
            same.push((t, f));
            (t, f) = (t + 1, f + 1);
        } else if longest[t + 1][f] == longest[t][f] {
            t += 1;
        } else {
            f += 1;
        }
    }
    same
}

/// A new folder with the cases in it; of an example also the files beside it.
fn folder_for(session: &Path) -> PathBuf {
    let name = session.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("a session of ours");
    let name = name.with_extension("").display().to_string().replace('/', "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sessions").join(name);
    let _ = fs::remove_dir_all(&folder);
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
    for with_cases in ["cases", "cases/funds"] {
        copy(&ours.join(with_cases), &folder.join(with_cases));
    }
    let beside = session.parent().expect("a folder");
    if beside.starts_with(ours.join("examples")) {
        copy(beside, &folder);
    }
    folder
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a folder") {
        let file = file.expect("a file").path();
        if file.is_file() {
            fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("a copy");
        }
    }
}

/// Runs a command in a shell that knows nothing of the machine but its programs.
fn run(step: &Step, folder: &Path) -> (Vec<String>, i32) {
    let program = Path::new(env!("CARGO_BIN_EXE_bizcase")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    // A release build in a test would take minutes; it is the same program.
    let typed = step.command.join("\n").replace("cargo run --release -- ", "bizcase ");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(typed).current_dir(folder).env_clear();
    shell.env("PATH", format!("{}:{path}", program.display())).stdin(Stdio::null());
    let (bytes, code) = match step.columns {
        None => in_pipe(shell),
        Some(columns) => in_terminal(shell, columns),
    };
    let text = String::from_utf8(bytes).expect("UTF-8");
    let text = text.replace("\r\n", "\n").replace('\u{1b}', "<ESC>").replace('\u{a0}', " ");
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    trim_end(&mut lines);
    (lines, code)
}

fn in_pipe(mut shell: Command) -> (Vec<u8>, i32) {
    let (mut reader, writer) = std::io::pipe().expect("a pipe");
    shell.stdout(writer.try_clone().expect("its end")).stderr(writer);
    let mut child = shell.spawn().expect("a shell");
    // The reader comes to an end only when nobody can write any more.
    drop(shell);
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).expect("what it prints");
    (bytes, child.wait().expect("an end").code().expect("an exit code"))
}

fn in_terminal(mut shell: Command, columns: u16) -> (Vec<u8>, i32) {
    let (ours, theirs) = terminal(columns);
    shell.stdout(theirs.try_clone().expect("its end")).stderr(theirs);
    let mut child = shell.spawn().expect("a shell");
    drop(shell);
    let (mut reader, mut bytes) = (ours, Vec::new());
    // A terminal that nobody writes to any more is an error to its reader on Linux.
    let _ = reader.read_to_end(&mut bytes);
    (bytes, child.wait().expect("an end").code().expect("an exit code"))
}

#[test]
fn what_was_left_out_is_left_out_again() {
    let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let again = |told, found| leave_out(&lines(told), &lines(found)).join(" ");
    assert_eq!(again("a b ... y z", "A b c d y Z"), "A b ... y Z");
    assert_eq!(again("... y", "a b y2"), "... y2");
    assert_eq!(again("a ...", "a2 b c"), "a2 ...");
    assert_eq!(again("a ... m ... z", "a b m2 m y z"), "a ... m ... z");
}
