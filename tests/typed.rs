//! Commands that are printed can be typed, whatever a file is called, and carry what was laid over it.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const CASE: &str = "format = 1\n[case]\nname = \"x\"\nstart = \"2027-01\"\nyears = 1\n\
                    [cost.a]\namount = 10\nper = \"month\"\n\
                    [funding.g]\nkind = \"grant\"\nstatus = \"requested\"\namount = 1\non = \"2027-01\"\n\
                    [scenario.more]\ncost.a.amount = 12\n";

/// Names that a shell would read as something else.
const ODD: [&[u8]; 9] = [
    b"plain.toml",
    b"a b.toml",
    b"it's.toml",
    b"a\\b.toml",
    b"~/x.toml",
    b"$HOME.toml",
    b"-x.toml",
    b"a;b&c.toml",
    "caf\u{e9} \u{2018}t Hoekje.toml".as_bytes(),
];

/// Names that nobody can type.
const UNTYPED: [&[u8]; 5] =
    [b"a\nb.toml", b"a\tb.toml", b"a\x1bb.toml", "a\u{202e}b.toml".as_bytes(), b"a\xffb.toml"];

fn run(folder: &Path, shell: bool, arguments: &[&OsStr]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_bizcase"));
    let mut command = if shell { Command::new("sh") } else { Command::new(program) };
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", format!("{}:{path}", program.parent().unwrap().display()));
    command.env("HOME", "/nowhere").args(arguments).current_dir(folder).output().unwrap()
}

/// The commands in a report.
fn commands(output: &Output) -> Vec<String> {
    let shown = String::from_utf8(output.stdout.clone()).unwrap();
    let lines = shown.lines().filter(|line| line.starts_with("  bizcase "));
    lines.map(|line| line.trim().to_owned()).collect()
}

/// What is printed of a file under this name, by every command that advises another.
fn advised(folder: &Path, name: &[u8]) -> Vec<Output> {
    let name = OsStr::from_bytes(name);
    let asked: [&[&str]; 5] =
        [&["check"], &["close"], &["show"], &["explain"], &["explain", "cash.2027-12"]];
    let outputs = asked.map(|words| {
        let (command, after) = words.split_first().unwrap();
        let laid = ["--scenario", "more", "--set", "cost.a.index = \"0%\"", "--lang", "en"];
        let mut arguments: Vec<&OsStr> = vec![command.as_ref()];
        arguments.extend(laid.iter().map(OsStr::new));
        arguments.extend(["--".as_ref(), name]);
        arguments.extend(after.iter().map(OsStr::new));
        let output = run(folder, false, &arguments);
        assert!(output.stderr.is_empty(), "{output:?}");
        output
    });
    outputs.into()
}

/// A folder of cases that goes when the test does.
struct Folder(PathBuf);

impl Folder {
    fn of(test: &str, names: &[&[u8]]) -> Self {
        let path = std::env::temp_dir().join(format!("bizcase-{}-{test}", std::process::id()));
        fs::create_dir_all(path.join("~")).unwrap();
        for name in names {
            fs::write(path.join(OsStr::from_bytes(name)), CASE).unwrap();
        }
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_printed_command_can_be_typed() {
    let folder = Folder::of("typed", &ODD);
    for name in ODD {
        for output in advised(&folder.0, name) {
            let commands = commands(&output);
            assert!(!commands.is_empty(), "{output:?}");
            for command in commands {
                assert!(command.contains("--scenario more"), "{command}");
                assert!(command.contains("'cost.a.index = \"0%\"'"), "{command}");
                let arguments = ["-c", &command].map(OsStr::new);
                let typed = run(&folder.0, true, &arguments);
                let code = typed.status.code();
                let proves = command.contains("extra_contribution") || command.contains("capital");
                let right = if proves { code == Some(0) } else { code != Some(2) };
                assert!(right && typed.stderr.is_empty(), "{command}: {typed:?}");
            }
        }
    }
}

#[test]
fn a_command_goes_on_with_all_that_was_typed() {
    let folder = Folder::of("goes_on", &[b"a b.toml"]);
    let typed = |words: &[&str]| {
        let output = run(&folder.0, false, &words.iter().map(OsStr::new).collect::<Vec<_>>());
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    let shown = typed(&["show", "a b.toml", "--funding", "certain", "--lang", "en"]);
    let next = "bizcase show 'a b.toml' --entry cost.a --by month --funding certain\n";
    assert!(shown.contains(next), "{shown}");
    let all = typed(&["show", "a b.toml", "--lang", "en"]);
    assert!(all.contains("--entry cost.a --by month\n"), "{all}");
    let slip = typed(&["--lang", "en", "a b.toml", "--set", "cost.*=+10%", "--scenario", "more"]);
    let meant = "bizcase check --lang en 'a b.toml' --set 'cost.*=+10%' --scenario more";
    assert!(slip.contains(meant), "{slip}");
    let mixed = typed(&["fund", "a b.toml", "--scenario", "more", "--lang", "en"]);
    assert!(mixed.contains("bizcase check 'a b.toml' --scenario more`"), "{mixed}");
}

#[test]
fn what_cannot_be_typed_is_no_command_but_a_word_why() {
    let folder = Folder::of("untyped", &UNTYPED);
    for name in UNTYPED {
        for output in advised(&folder.0, name) {
            assert_eq!(commands(&output), Vec::<String>::new());
            let shown = String::from_utf8(output.stdout).unwrap();
            let shown = shown.replace('\n', " ");
            assert_eq!(shown.matches("characters that cannot be typed").count(), 1, "{shown}");
        }
    }
}
