//! Whatever a file holds or is called, the program tells what is wrong with it or what is right:
//! it never falls over, never lets a file speak to the terminal, and its exit code is true.

use crate::support::files::toml_files;
use bizcase::cli::{self, Surroundings, World};
use proptest::prelude::*;
use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A right beginning, for what comes after it.
const HEAD: &str = "format = 1\n[case]\nname = \"Tuin\"\nstart = \"2027-01\"\nyears = 1\n";

/// Something to pay, which costs nothing.
const RENT: &str = "[cost.rent]\namount = 0\nper = \"month\"\n";

/// What a run of the program itself leaves.
struct Left {
    code: i32,
    out: String,
    err: String,
}

fn bizcase<A: AsRef<OsStr>>(arguments: &[A]) -> Left {
    let left = Command::new(env!("CARGO_BIN_EXE_bizcase"))
        .args(arguments)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let left = Left {
        code: left.status.code().expect("no signal ended it"),
        out: String::from_utf8(left.stdout).expect("results are UTF-8"),
        err: String::from_utf8(left.stderr).expect("problems are UTF-8"),
    };
    assert!(!left.err.contains("panicked"), "{}", left.err);
    assert_silent(&left.out);
    assert_silent(&left.err);
    left
}

/// No character that a terminal would obey.
fn assert_silent(text: &str) {
    let obeyed = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{200b}\u{2028}".contains(c);
    assert!(!text.contains(obeyed), "{text:?}");
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("malformed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

const COMMANDS: [&[&str]; 5] = [
    &["check"],
    &["check", "--format", "json"],
    &["check", "--lang", "nl"],
    &["show"],
    &["show", "--format", "csv", "--by", "month"],
];

/// Nothing is found: for programs what is wrong, else nothing at all.
fn has_no_results(command: &[&str], out: &str, reason: &str) -> bool {
    if !command.contains(&"json") {
        return out.is_empty();
    }
    let told: serde_json::Value = serde_json::from_str(out).unwrap();
    let problems = told["problems"].as_array().unwrap();
    told.get("verdict").is_none() && problems.iter().any(|problem| problem["code"] == reason)
}

/// Every command calls a file wrong, for this reason, and prints no results.
fn assert_wrong(name: &str, bytes: &[u8], reason: &str) {
    let file = folder(name).join("case.toml");
    fs::write(&file, bytes).unwrap();
    for command in COMMANDS {
        let mut arguments: Vec<&OsStr> = command.iter().map(OsStr::new).collect();
        arguments.push(file.as_os_str());
        let left = bizcase(&arguments);
        assert_eq!(left.code, 2, "{name} {command:?}");
        assert!(has_no_results(command, &left.out, reason), "{name} {command:?}: {}", left.out);
        assert!(left.err.contains(&format!("[{reason}]")), "{name} {command:?}: {}", left.err);
    }
}

#[test]
fn what_is_no_text_is_told_so() {
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: u16| -> Vec<u8> {
        std::iter::once(mark).chain(HEAD.encode_utf16()).flat_map(bytes).collect()
    };
    assert_wrong("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary_file");
    assert_wrong("zip", b"PK\x03\x04\x14\0\x06\0\x08\0", "binary_file");
    assert_wrong("nul", format!("{HEAD}[cost.a]\nname = \"a\0b\"\n").as_bytes(), "binary_file");
    assert_wrong("latin1", b"format = 1\n[case]\nname = \"Caf\xe9\"\n", "not_utf8");
    assert_wrong("cut", b"format = 1\n# \xe2\x82", "not_utf8");
    assert_wrong("surrogate", b"# \xed\xa0\x80", "not_utf8");
    assert_wrong("utf16_le", &utf16(u16::to_le_bytes, 0xfeff), "utf16");
    assert_wrong("utf16_be", &utf16(u16::to_be_bytes, 0xfeff), "utf16");
    assert_wrong("escape", b"format = 1\n\x1b[31m = 2\n", "control_character");
}

#[test]
fn what_is_no_case_is_told_so() {
    assert_wrong("empty", b"", "format_missing");
    assert_wrong("blank", b"\n\n  \r\n\t\n", "format_missing");
    assert_wrong("mark", b"\xef\xbb\xbf", "format_missing");
    assert_wrong("comment", b"# nothing yet", "table_required");
    assert_wrong("other", b"[package]\nname = \"x\"\n", "key_unknown");
    assert_wrong("text", b"Dear reader,\nwe are well.\n", "missing_equals");
    assert_wrong("json", b"{\"format\": 1}\n", "unreadable");
}

#[test]
fn numbers_that_are_none_are_told_so() {
    for (name, written, reason) in [
        ("nan", "nan", "not_plain_number"),
        ("inf", "-inf", "not_plain_number"),
        ("exponent", "1e400", "not_plain_number"),
        ("hexadecimal", "0xff", "not_plain_number"),
        ("digits", "99999999999999999999999999999999999999999", "amount_too_large"),
        ("decimals", "0.0000000000000000000000000000000000001", "too_many_digits"),
        ("large", "1_000_000_000_001", "amount_too_large"),
        ("negative", "-0.01", "negative"),
    ] {
        let text = format!("{HEAD}[cost.a]\nper = \"year\"\namount = {written}\n");
        assert_wrong(name, text.as_bytes(), reason);
    }
}

#[test]
fn deep_nesting_is_told_and_ends() {
    let deep = 100_000;
    let text = |before: &str, opened: &str, closed: &str| {
        format!("{HEAD}{before}{}{}\n", opened.repeat(deep), closed.repeat(deep))
    };
    assert_wrong("lists", text("x = ", "[", "]").as_bytes(), "too_deep");
    assert_wrong("tables", text("x = ", "{a=", "}").as_bytes(), "too_deep");
    assert_wrong("open", text("x = ", "[", "").as_bytes(), "too_deep");
    assert_wrong("header", text("[a", ".a", "").replace(".a\n", ".a]\n").as_bytes(), "too_deep");
    assert_wrong("keys", text("a", ".a", "").replace(".a\n", ".a = 1\n").as_bytes(), "too_deep");
}

#[test]
fn ten_million_bytes_are_read() {
    let file = folder("ten_million").join("case.toml");
    fs::write(&file, format!("{HEAD}{RENT}{}", "# ten bytes\n".repeat(1_000_000))).unwrap();
    assert_eq!(bizcase(&[OsStr::new("check"), file.as_os_str()]).code, 0);
    // One line, and all of it wrong.
    fs::write(&file, "x".repeat(10_000_000)).unwrap();
    let left = bizcase(&[OsStr::new("check"), file.as_os_str()]);
    assert_eq!(left.code, 2);
    assert!(left.err.len() < 10_000, "{} bytes are no sentence", left.err.len());
    // Every line wrong: the first hundred are told, the rest counted.
    fs::write(&file, "wrong = 1,5\n".repeat(100_000)).unwrap();
    let left = bizcase(&[OsStr::new("check"), file.as_os_str()]);
    assert_eq!(left.code, 2);
    assert!(left.err.len() < 100_000, "{} bytes are no help", left.err.len());
}

#[test]
fn a_hundred_thousand_entries_add_up() {
    let mut text = HEAD.replace("Tuin", "Honderdduizend posten");
    for entry in 0..100_000 {
        writeln!(text, "[cost.c{entry}]\namount = 1\non = \"2027-02\"").unwrap();
    }
    let file = folder("entries").join("case.toml");
    fs::write(&file, text).unwrap();
    let left = bizcase(&[OsStr::new("check"), OsStr::new("--format=csv"), file.as_os_str()]);
    assert_eq!(left.code, 1);
    assert!(left.out.contains("liquidity,true,0.00,fail,-100000.00,2027-02"), "{}", left.out);
}

#[test]
fn what_a_file_calls_things_is_shown_and_not_obeyed() {
    let evil = r"\u001b[2J\u001b]0;title\u0007\u202e\u200b\u009b2J\u0000\r";
    let text = HEAD.replace("Tuin", evil)
        + &format!("[party.p]\nname = \"{evil}\"\n")
        + &format!(
            "[cost.a]\nname = \"{evil}\"\namount = 1\nper = \"year\"\nsource = \"{evil}\"\n"
        )
        + &format!("[funding.b]\nname = \"{evil}\"\nkind = \"grant\"\nparty = \"p\"\namount = 1\n")
        + "per = \"year\"\n"
        + &format!(
            "[value.v]\nname = \"{evil}\"\nparty = \"p\"\namount = \"pm\"\nper = \"year\"\n"
        );
    let file = folder("names").join("case.toml");
    fs::write(&file, text).unwrap();
    for command in COMMANDS.iter().copied().chain([
        ["check", "--format", "markdown"].as_slice(),
        &["check", "--format", "csv"],
        &["show", "--format", "json"],
        &["show", "--format", "markdown"],
        &["show", "--entry", "cost.a"],
    ]) {
        let mut arguments: Vec<&OsStr> = command.iter().map(OsStr::new).collect();
        arguments.push(file.as_os_str());
        let left = bizcase(&arguments);
        assert!(left.out.len() > 100, "{command:?}: {}", left.err);
        assert_eq!(left.code, i32::from(command[0] == "check"), "{command:?}");
    }
    // A program that reads JSON gets the very name.
    let left = bizcase(&[OsStr::new("check"), OsStr::new("--format=json"), file.as_os_str()]);
    let json: serde_json::Value = serde_json::from_str(&left.out).unwrap();
    let name = "\u{1b}[2J\u{1b}]0;title\u{7}\u{202e}\u{200b}\u{9b}2J\0\r";
    assert_eq!(json["case"]["name"], name);
    let left = bizcase(&[OsStr::new("show"), file.as_os_str(), OsStr::new("--entry=\u{1b}[2J")]);
    assert_eq!(left.code, 2);
}

#[test]
fn what_a_file_is_called_is_shown_and_not_obeyed() {
    let folder = folder("paths");
    let names: [&[u8]; 3] = [b"\x1b[2Jred.toml", b"line\nbreak\r.toml", b"no \xff text.toml"];
    for name in names {
        let file = folder.join(OsStr::from_bytes(name));
        for (text, code) in [(format!("{HEAD}{RENT}").as_str(), 0), ("format = 1,5", 2)] {
            fs::write(&file, text).unwrap();
            for command in ["check", "show"] {
                assert_eq!(bizcase(&[OsStr::new(command), file.as_os_str()]).code, code);
            }
            for format in ["text", "csv", "json", "markdown"] {
                bizcase(&[
                    OsStr::new("check"),
                    OsStr::new("--format"),
                    OsStr::new(format),
                    folder.as_os_str(),
                ]);
            }
        }
        fs::remove_file(&file).unwrap();
        assert_eq!(bizcase(&[OsStr::new("check"), file.as_os_str()]).code, 2);
    }
    bizcase(&["check", "--\u{1b}[2J"]);
    bizcase(&["\u{1b}[2J"]);
    bizcase(&["check", "--lang", "\u{1b}[2J"]);
}

#[test]
fn what_cannot_be_read_is_told_so() {
    let folder = folder("unreadable");
    let dangling = folder.join("dangling.toml");
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    for file in [folder.join("gone.toml"), folder.join("gone/case.toml"), dangling] {
        for command in COMMANDS {
            let mut arguments: Vec<&OsStr> = command.iter().map(OsStr::new).collect();
            arguments.push(file.as_os_str());
            let left = bizcase(&arguments);
            assert_eq!(left.code, 2, "{}", file.display());
            assert!(has_no_results(command, &left.out, "cannot_open"), "{}", left.out);
            assert!(left.err.starts_with("bizcase: "), "{}", left.err);
        }
    }
    // A folder goes on past what cannot be read in it.
    fs::write(folder.join("right.toml"), format!("{HEAD}{RENT}")).unwrap();
    let left = bizcase(&[OsStr::new("check"), OsStr::new("--format=csv"), folder.as_os_str()]);
    assert_eq!(left.code, 2);
    assert!(left.out.contains("right.toml,closes,liquidity"), "{}", left.out);
}

/// `bizcase ... | head -n 0`: nobody reads what it writes.
#[test]
fn a_closed_pipe_is_no_failure() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let case = cases.join("kamers.toml");
    let (case, cases) = (case.to_str().unwrap(), cases.to_str().unwrap());
    let mut commands = vec![vec!["--help"], vec!["--version"], vec!["help", "check"]];
    for format in ["text", "json", "csv", "markdown"] {
        commands.push(vec!["check", "--format", format, case]);
        commands.push(vec!["check", "--format", format, cases]);
        commands.push(vec!["show", "--format", format, case]);
        commands.push(vec!["show", "--format", format, "--by", "month", case]);
    }
    for command in commands {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let left = Command::new(env!("CARGO_BIN_EXE_bizcase"))
            .args(&command)
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(left.status.code(), Some(0), "{command:?}");
        assert_eq!(String::from_utf8_lossy(&left.stderr), "", "{command:?}");
    }
}

/// What is done to a case.
#[derive(Clone, Debug)]
enum Damage {
    /// A byte becomes another.
    Flip(usize, u8),
    /// A line is left out.
    Cut(usize),
    /// Two lines change what stands after their `=`.
    Swap(usize, usize),
    /// A value becomes something else.
    Become(usize, &'static str),
    /// The file ends here.
    End(usize),
}

const VALUES: [&str; 16] = [
    "0",
    "-1",
    "1_000_000_000_000",
    "9.800",
    "1.234,56",
    "nan",
    "1e400",
    "\"\"",
    "\"pm\"",
    "\"100%\"",
    "\"-99.9%\"",
    "\"2026-12\"",
    "\"600 months\"",
    "[]",
    "{ low = 1, likely = 2 }",
    "true",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<usize>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        at().prop_map(Damage::Cut),
        (at(), at()).prop_map(|(one, other)| Damage::Swap(one, other)),
        (at(), proptest::sample::select(&VALUES[..])).prop_map(|(at, to)| Damage::Become(at, to)),
        at().prop_map(Damage::End),
    ]
}

fn damaged(text: &[u8], damage: &Damage) -> Vec<u8> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Vec<u8>> = text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let values: Vec<usize> =
        (0..lines.len()).filter(|line| lines[*line].windows(3).any(|w| w == b" = ")).collect();
    let value = |at: usize| (!values.is_empty()).then(|| values[at % values.len()]);
    let split = |line: &[u8]| line.windows(3).position(|w| w == b" = ").map_or(0, |at| at + 3);
    match *damage {
        Damage::Flip(at, byte) => {
            let mut text = text.to_vec();
            let at = at % text.len();
            text[at] = byte;
            return text;
        }
        Damage::End(at) => return text[..at % text.len()].to_vec(),
        Damage::Cut(at) => {
            lines.remove(at % lines.len());
        }
        Damage::Swap(one, other) => {
            if let (Some(one), Some(other)) = (value(one), value(other)) {
                let (ours, theirs) = (lines[one].clone(), lines[other].clone());
                lines[one] = [&ours[..split(&ours)], &theirs[split(&theirs)..]].concat();
                lines[other] = [&theirs[..split(&theirs)], &ours[split(&ours)..]].concat();
            }
        }
        Damage::Become(at, to) => {
            if let Some(at) = value(at) {
                let key = split(&lines[at]);
                lines[at].truncate(key);
                lines[at].extend(to.as_bytes());
            }
        }
    }
    lines.join(&b'\n')
}

/// Runs a command on bytes as its standard input, in this process: a panic fails the test.
fn run(command: &[&str], mut bytes: &[u8]) -> Left {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        input: &mut bytes,
        output: &mut out,
        errors: &mut err,
        surroundings: Surroundings::default(),
    };
    let arguments = ["bizcase"].iter().chain(command).chain(&["-"]).map(OsString::from);
    let code = i32::from(cli::run(arguments, &mut world));
    Left { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_it_fall_over(
        which in any::<usize>(),
        damages in prop::collection::vec(damage(), 1..4),
        command in proptest::sample::select(&COMMANDS[..]),
    ) {
        let cases = toml_files("cases");
        let mut text = fs::read(&cases[which % cases.len()]).unwrap();
        for damage in &damages {
            text = damaged(&text, damage);
        }
        let left = run(command, &text);
        assert_silent(&left.out);
        assert_silent(&left.err);
        prop_assert!((0..=3).contains(&left.code));
        let says_problems = left.out.contains("\"problems\": [\n");
        prop_assert_eq!(left.code == 2, left.out.is_empty() || says_problems);
        prop_assert_eq!(left.code == 2, left.err.contains("error[") || left.err.contains("fout["));
    }
}
