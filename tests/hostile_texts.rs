//! No text from outside reaches a reader as a command: every command, in every format and language, on
//! files whose every text is hostile (`hostile_texts/`), on arguments that are, and under such a file name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/hostile_texts";

/// What a text begins with: first what a spreadsheet may take for a formula, then the marks of Markdown and
/// of a terminal.
const STARTS: [&str; 12] = [
    "=cmd|' /c calc'!A0",
    "+1+x",
    "-2-x",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\u{ff1d}1+1",
    "|a|",
    "`b`",
    "<b>",
    "\u{1b}]0;title\u{7}",
];

/// What follows in each: what a terminal obeys, what turns or hides text, and what ends a cell, a
/// line, a string or a word in some format.
const REST: &str = "\u{1b}[31m\u{9b}2J\u{7f}\u{7}\u{8}\u{b}\u{85}\u{2028}\r\nINJECTED\tx\u{202e}\u{2066}\u{200f}\u{ad}\
                    \u{e0001}\u{e0041}\u{e007f}\u{feff}|c|`d`<b>*e*_f_[g](h)\"i'\\j;=1+1;@k,=l";

fn text(start: &str) -> String {
    format!("{start}{REST}")
}

/// A folder with hostile files in it that goes when the test does.
struct Folder {
    path: PathBuf,
    start: &'static str,
}

impl Folder {
    fn of(test: &str, start: &'static str, place: usize) -> Self {
        let name = format!("bizcase-{}-{test}-{place}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        let folder = Self { path, start };
        let named = [("case", folder.case()), ("fund", folder.fund())];
        let wrong = ["wrong_case", "wrong_fund"].map(|name| (name, format!("{name}.toml")));
        for (template, name) in named.into_iter().chain(wrong) {
            let template = fs::read_to_string(format!("{FOLDER}/{template}.toml")).unwrap();
            let template = template.replace("FILE", &quoted(&folder.case()));
            fs::write(folder.path.join(name), filled(&template, place)).unwrap();
        }
        let broken = fs::read_to_string(format!("{FOLDER}/broken.toml")).unwrap();
        fs::write(folder.path.join("broken.toml"), broken.replace('@', &text(start))).unwrap();
        folder
    }

    /// A name that holds all that the name of a file can hold.
    fn name(&self, what: &str) -> String {
        format!("{}{what}.toml", text(self.start).replace('/', ""))
    }

    fn case(&self) -> String {
        self.name("case")
    }

    fn fund(&self) -> String {
        self.name("fund")
    }

    fn run(&self, words: &[String]) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_bizcase"));
        let mut command = Command::new(program);
        command.env_remove("COLUMNS").args(words).current_dir(&self.path);
        let output = command.output().unwrap();
        Output {
            code: output.status.code().expect("an exit"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

struct Output {
    code: i32,
    stdout: String,
    stderr: String,
}

/// A template with a hostile text for each `@`, each time another one.
fn filled(template: &str, first: usize) -> String {
    let pieces: Vec<_> = template.split("\"@\"").collect();
    let texts =
        (first..).map(|place| format!("\"{}\"", quoted(&text(STARTS[place % STARTS.len()]))));
    let mut filled = pieces[0].to_owned();
    for (piece, text) in pieces[1..].iter().zip(texts) {
        filled.push_str(&text);
        filled.push_str(piece);
    }
    filled
}

/// A text as it stands between the quotes of TOML, every character that can be hidden spelled out.
fn quoted(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}

/// The commands that there are, as the program itself lists them.
fn commands() -> Vec<String> {
    let help = help(&["-h"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    let names = listed.filter(|line| !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
    let names: Vec<_> = names.filter(|name| name != "help").collect();
    assert!(names.len() > 5, "{help}");
    names
}

/// What only `check` writes.
const OF_CHECK: [&str; 4] = ["ndjson", "sarif", "github", "gitlab"];

/// The formats that there are of a command.
fn formats_of(command: &str) -> Vec<String> {
    let mut formats = formats();
    formats.retain(|format| command == "check" || !OF_CHECK.contains(&format.as_str()));
    formats
}

/// The formats that there are.
fn formats() -> Vec<String> {
    let help = help(&["check", "-h"]);
    let option = help.split("--format").nth(1).unwrap();
    let values = option.split("possible values: ").nth(1).unwrap().split(']').next().unwrap();
    values.split(',').map(|value| value.trim().to_owned()).collect()
}

fn help(words: &[&str]) -> String {
    crate::support::bizcase(words, "").stdout
}

/// What a command is asked of a file: options, and what comes after the file.
type Asked = (&'static [&'static str], &'static [&'static str]);

/// All that a command is asked; a command that takes a file and nothing else has no line here.
fn asked(command: &str) -> &'static [Asked] {
    match command {
        "show" => &[(&[], &[]), (&["--by", "month"], &[]), (&["--entry", "cost.desk"], &[])],
        "explain" => &[
            (&[], &[]),
            (&["--depth", "9"], &["verdict"]),
            (&["--depth", "9"], &["party.city.net"]),
            (&["--depth", "9"], &["cost.extra.2028"]),
        ],
        "sensitivity" => &[
            (&[], &[]),
            (&["--grid", "cost.desk.amount", "--grid", "funding.meals.price.likely"], &[]),
            (&["--grid", "fund.capital", "--grid", "lending.starters.amount"], &[]),
        ],
        "simulate" => &[(&["--draws", "20"], &[])],
        _ => &[(&[], &[])],
    }
}

/// The options without which a command does nothing.
fn needed(command: &str) -> &'static [&'static str] {
    if command == "report" { &["-o", "out.md"] } else { &[] }
}

/// Writes reports, and holds these to what no text may do.
fn reports_hold(folder: &Folder) {
    for (file, party) in
        [(folder.case(), Some("city")), (folder.case(), None), (folder.fund(), None)]
    {
        for language in ["en", "nl"] {
            for out in ["out.md", "out.html"] {
                let mut options = vec!["-o", out, "--lang", language, "--draws", "20"];
                options.extend(party.iter().flat_map(|party| ["--for", party]));
                let output = folder.run(&line("report", &options, &[&file], &[]));
                let told = format!("{}{}", output.stdout, output.stderr);
                assert_eq!(output.code, 0, "{told}");
                seen(&output.stdout, &told);
                seen(&output.stderr, &told);
                let report = fs::read_to_string(folder.path.join(out)).unwrap();
                assert!(report.contains("INJECTED"));
                if out == "out.html" {
                    assert!(!report.contains("<b>"), "{report}");
                    // In a page only the style sheet has lines of its own.
                    let (_, body) = report.split_once("</style>").unwrap();
                    assert_eq!(body.lines().count(), 1, "{report}");
                    seen(body, &report);
                } else {
                    let (text, comment) = report.split_once("<!-- bizcase-manifest ").unwrap();
                    seen(&report, &report);
                    markdown_holds(text, &report);
                    assert_eq!(comment.matches("--").count(), 1, "{comment}");
                    assert!(comment.ends_with(" -->\n"), "{comment}");
                }
            }
        }
    }
}

/// Runs a command in every format and language, and holds what it writes to what no text may do.
fn holds(folder: &Folder, words: &[String]) -> Vec<Output> {
    let mut outputs = Vec::new();
    for format in formats_of(&words[0]) {
        for language in ["en", "nl"] {
            let mut words = words.to_vec();
            let options = ["--format", &format, "--lang", language, "--width", "1000"];
            // What follows `--` is no option.
            let at = words.iter().position(|word| word == "--").unwrap_or(words.len());
            words.splice(at..at, options.map(str::to_owned));
            let output = folder.run(&words);
            let told = format!("{words:?}\n{}\n--\n{}", output.stdout, output.stderr);
            seen(&output.stdout, &told);
            seen(&output.stderr, &told);
            if !output.stdout.is_empty() {
                match format.as_str() {
                    "text" => {}
                    "ndjson" => {
                        for line in output.stdout.lines() {
                            let parsed = serde_json::from_str::<serde_json::Value>(line);
                            parsed.unwrap_or_else(|wrong| panic!("{wrong}: {told}"));
                        }
                    }
                    "github" => workflow_holds(&output.stdout, &told),
                    "json" | "sarif" | "gitlab" => {
                        let parsed = serde_json::from_str::<serde_json::Value>(&output.stdout);
                        parsed.unwrap_or_else(|wrong| panic!("{wrong}: {told}"));
                    }
                    "csv" => csv_holds(&output.stdout, &told),
                    "markdown" => markdown_holds(&output.stdout, &told),
                    _ => panic!("what may no text do in the format {format}?"),
                }
            }
            outputs.push(output);
        }
    }
    outputs
}

/// That every character can be seen, and that no text broke its line.
fn seen(text: &str, told: &str) {
    let hidden = |c: char| {
        c.is_control() && c != '\n'
            || matches!(
                c,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
            )
    };
    if let Some(c) = text.chars().find(|c| hidden(*c)) {
        panic!("{c:?} is there as it is: {told}");
    }
    // A narrow cell of a table may end before the word; then what stands for the break is there.
    let mut broken = false;
    let mut before = "";
    for line in text.lines() {
        broken |= line.trim_start().starts_with("INJECTED") && !before.contains('␊');
        before = line;
    }
    assert!(!broken, "a text breaks its line: {told}");
}

/// That a runner obeys nothing but annotations, outside what is between marks that stop it.
fn workflow_holds(text: &str, told: &str) {
    let mut stopped = None;
    for line in text.lines() {
        match &stopped {
            Some(mark) if line == mark => stopped = None,
            Some(_) => {}
            None => match line.strip_prefix("::stop-commands::") {
                Some(mark) => stopped = Some(format!("::{mark}::")),
                None => assert!(
                    line.starts_with("::error ")
                        || line.starts_with("::warning ")
                        || line.starts_with("::error::")
                        || line.starts_with("::warning::"),
                    "{line}: {told}"
                ),
            },
        }
    }
    assert_eq!(stopped, None, "{told}");
}

fn csv_holds(text: &str, told: &str) {
    // As it is, and as a spreadsheet of Dutch settings cuts it.
    for record in
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records()
    {
        let record = record.unwrap_or_else(|wrong| panic!("{wrong}: {told}"));
        for cell in &record {
            harmless(cell, told);
            cell.split(';').skip(1).for_each(|part| harmless(part, told));
        }
    }
}

fn harmless(cell: &str, told: &str) {
    let begins = cell.trim_start_matches(['"', ' ']);
    let is_number = |text: &str| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text).trim_end_matches('%');
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || ".,/".contains(c))
    };
    let formula = begins.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    assert!(!formula || is_number(begins), "{cell:?} is a formula: {told}");
}

fn markdown_holds(text: &str, told: &str) {
    let mut columns = None;
    for line in text.lines() {
        let bare = unescaped(line);
        let is_command = line.starts_with("    bizcase ");
        if !is_command {
            for mark in ["<b>", "`", "*e*", "_f_", "[g]"] {
                assert!(!bare.contains(mark), "{mark} in {line}: {told}");
            }
        }
        if line.starts_with("| ") {
            let here = bare.matches('|').count();
            assert_eq!(*columns.get_or_insert(here), here, "{line}: {told}");
        } else {
            columns = None;
        }
    }
}

/// A line without what a backslash makes plain.
fn unescaped(line: &str) -> String {
    let mut bare = String::new();
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        if c == '\\' {
            characters.next();
        } else {
            bare.push(c);
        }
    }
    bare
}

/// A command on files, with options before them, which may begin with a dash, and words behind.
fn line(command: &str, options: &[&str], files: &[&str], after: &[&str]) -> Vec<String> {
    let list = files.iter().map(|file| format!("--list={file}"));
    if command == "prices" {
        return [command.to_owned()].into_iter().chain(list).collect();
    }
    let words = [&[command], options, &["--"], files, after].concat();
    words.into_iter().map(str::to_owned).collect()
}

/// Looks at a folder for each of some places in [`STARTS`], on both cores.
fn for_starts(test: &str, places: &[usize], holds: impl Fn(&Folder) + Sync) {
    let holds = &holds;
    std::thread::scope(|scope| {
        for half in places.chunks(places.len().div_ceil(2)) {
            scope.spawn(move || {
                for &place in half {
                    holds(&Folder::of(test, STARTS[place], place));
                }
            });
        }
    });
}

/// Starts of all sorts; with each, the texts in a file begin with another part of them all.
const SOME: [usize; 3] = [0, 4, 8];

#[test]
fn in_what_is_right() {
    for_starts("right", &SOME, |folder| {
        for command in commands() {
            if command == "report" {
                reports_hold(folder);
                continue;
            }
            // It reads no case that is named.
            if ["schema", "new", "completions", "pipe", "prices"].contains(&command.as_str()) {
                continue;
            }
            let mut done = false;
            for (options, after) in asked(&command) {
                for file in [folder.case(), folder.fund()] {
                    let outputs = holds(folder, &line(&command, options, &[&file], after));
                    done |= outputs.iter().all(|output| output.code != 2);
                }
            }
            assert!(done, "how is `{command}` asked of a file?");
        }
    });
}

#[test]
fn in_what_is_wrong() {
    for_starts("wrong", &SOME, |folder| {
        for command in commands() {
            for file in ["wrong_case.toml", "wrong_fund.toml", "broken.toml"] {
                for output in holds(folder, &line(&command, needed(&command), &[file], &[])) {
                    let told = !output.stderr.is_empty() || output.stdout.contains("::error ");
                    assert!(output.code == 2 && told, "{command} {file}");
                }
            }
        }
    });
}

#[test]
fn in_names_of_files() {
    let all: Vec<_> = (0..STARTS.len()).collect();
    for_starts("names", &all, |folder| {
        let (case, fund) = (folder.case(), folder.fund());
        for command in ["check", "compare"] {
            for files in [&[case.as_str(), "./broken.toml", &case][..], &[&fund, &case], &["."]] {
                holds(folder, &line(command, &[], files, &[]));
            }
        }
    });
}

#[test]
fn in_arguments() {
    for_starts("arguments", &SOME, |folder| {
        let text = text(folder.start);
        let named = format!("cost.desk.name={text}");
        let added = format!("--set=cost.{text}.amount={text}");
        for command in commands() {
            let case = folder.case();
            let set = format!("--set={text}");
            let scenario = format!("--scenario={text}");
            for option in [&format!("--set={named}"), &set, &added, &scenario] {
                holds(folder, &line(&command, &[option], &[&case], &[]));
            }
            // What no command takes, and a file that there is not.
            let unknown = format!("--{text}");
            holds(folder, &line(&command, &[&unknown], &[&case], &[]));
            holds(folder, &line(&command, &["--width", &text], &[&case], &[]));
            holds(folder, &line(&command, &[], &[&format!("{text}away")], &[]));
            holds(folder, &line(&command, &[], &[&case, &text, &text], &[]));
        }
        let case = folder.case();
        holds(folder, &line("show", &[&format!("--entry={text}")], &[&case], &[]));
        holds(folder, &line("explain", &[], &[&case], &[&text]));
        let grid = format!("--grid={text}");
        holds(folder, &line("sensitivity", &[&grid, "--grid=cost.desk.amount"], &[&case], &[]));
        holds(folder, std::slice::from_ref(&text));
        holds(folder, &[folder.case()]);
    });
}

/// The texts do reach the reports: what is looked for is there to be found.
#[test]
fn what_can_be_seen_of_a_text_is_shown() {
    let folder = Folder::of("shown", STARTS[0], 0);
    for output in holds(&folder, &line("check", &[], &[&folder.case()], &[])) {
        let shown = output.stdout.contains("INJECTED");
        assert!(shown && output.code != 2, "{}{}", output.stdout, output.stderr);
    }
}
