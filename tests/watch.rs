//! `--watch`: the screen shows what the files are now, however they are saved.

use crate::support::terminal::{Typist, empty_folder};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const WAITS: &str = "Ctrl-C stops.";

/// A case that tells by its name how it was saved.
fn case(name: &str) -> String {
    format!(
        "format = 1\n[case]\nname = \"{name}\"\nstart = \"2027-01\"\nyears = 1\n[cost.y]\namount = 1\n\
         per = \"month\"\n[funding.x]\nkind = \"sales\"\namount = 10\nper = \"month\"\n"
    )
}

fn begin(folder: &Path, words: &[&str]) -> Typist {
    let mut typist = Typist::begin(words, folder);
    typist.see(WAITS);
    typist
}

fn with_case(name: &str) -> (PathBuf, PathBuf) {
    let folder = empty_folder(name);
    let file = folder.join("case.toml");
    fs::write(&file, case("First")).unwrap();
    (folder, file)
}

#[test]
fn each_way_of_saving_is_seen() {
    let (folder, file) = with_case("watch-saved");
    let mut screen = begin(&folder, &["check", "--watch", "--quiet", "case.toml"]);
    // As most editors do: the same file, written anew.
    fs::write(&file, case("Second")).unwrap();
    screen.see("The case of Second closes").see(WAITS);
    // In two parts, with time between them.
    let text = case("Third");
    let (one, other) = text.split_at(40);
    fs::write(&file, one).unwrap();
    thread::sleep(Duration::from_millis(50));
    fs::write(&file, format!("{one}{other}")).unwrap();
    screen.see("The case of Third closes").see(WAITS);
    // As vim does: the old one away, a new one in its place, the old one removed.
    let old = folder.join("case.toml~");
    fs::rename(&file, &old).unwrap();
    fs::write(&file, case("Fourth")).unwrap();
    fs::remove_file(&old).unwrap();
    screen.see("The case of Fourth closes").see(WAITS);
    // A whole one renamed over it, of the same length and the same time.
    let new = folder.join("new");
    fs::write(&new, case("Fifths")).unwrap();
    let time = file.metadata().unwrap().modified().unwrap();
    fs::File::options().write(true).open(&new).unwrap().set_modified(time).unwrap();
    fs::rename(&new, &file).unwrap();
    screen.see("The case of Fifths closes").see(WAITS);
    // Five times a second: what is shown last is the last.
    for save in 1..=8 {
        fs::write(&file, case(&format!("Save {save}"))).unwrap();
        thread::sleep(Duration::from_millis(200));
    }
    fs::write(&file, case("Last")).unwrap();
    screen.see("The case of Last closes").see(WAITS);
}

#[test]
fn what_is_wrong_or_gone_is_shown_until_it_is_mended() {
    let (folder, file) = with_case("watch-broken");
    let mut screen = begin(&folder, &["check", "--watch", "--quiet", "case.toml"]);
    fs::write(&file, case("Broken").replace("sales", "sale")).unwrap();
    screen.see("error[").see(WAITS);
    fs::write(&file, case("Mended")).unwrap();
    screen.see("The case of Mended closes").see(WAITS);
    fs::remove_file(&file).unwrap();
    screen.see("case.toml: No such file").see(WAITS);
    fs::write(&file, case("Back")).unwrap();
    screen.see("The case of Back closes").see(WAITS);
}

#[test]
fn what_a_file_leads_to_is_watched_too() {
    let (folder, _) = with_case("watch-beneath");
    fs::write(folder.join("over.toml"), "extends = \"case.toml\"\n").unwrap();
    let mut screen = begin(&folder, &["check", "--watch", "--quiet", "over.toml"]);
    fs::write(folder.join("case.toml"), case("Beneath")).unwrap();
    screen.see("The case of Beneath closes").see(WAITS);
    // Also what is not there.
    fs::write(folder.join("over.toml"), "extends = \"later.toml\"\n").unwrap();
    screen.see("error[").see(WAITS);
    fs::write(folder.join("later.toml"), case("Later")).unwrap();
    screen.see("The case of Later closes").see(WAITS);
}

#[test]
fn the_cases_of_a_fund_are_watched_too() {
    let folder = empty_folder("watch-fund");
    let (file, fund) = (folder.join("case.toml"), folder.join("fund.toml"));
    let borrower = |sales: u32| {
        format!(
            "{}[party.fund]\n[funding.loan]\nkind = \"loan\"\nparty = \"fund\"\nrevolving = true\n\
             amount = 1200\nrepayment = \"linear\"\nterm = \"12 months\"\n",
            case("One").replace("amount = 10\n", &format!("amount = {sales}\n"))
        )
    };
    fs::write(&file, borrower(10)).unwrap();
    fs::write(
        &fund,
        "format = 1\n[fund]\nname = \"Fund\"\nstart = \"2027-01\"\nyears = 2\ncapital = 5000\n\
         [initiative.one]\ncase = \"case.toml\"\n",
    )
    .unwrap();
    let mut screen = begin(&folder, &["check", "--watch", "--quiet", "fund.toml"]);
    // It can repay, then cannot, and then can again.
    fs::write(&file, borrower(0)).unwrap();
    screen.see("Fund does not keep").see(WAITS);
    fs::write(&file, borrower(20)).unwrap();
    screen.see("Fund keeps").see(WAITS);
}

#[test]
fn a_file_that_comes_into_a_folder_is_seen() {
    let (folder, _) = with_case("watch-folder");
    let mut screen = begin(&folder, &["check", "--watch", "--quiet", "."]);
    fs::write(folder.join("other.toml"), case("Other")).unwrap();
    screen.see("The case of Other closes").see(WAITS);
    fs::write(folder.join("other.toml"), case("Same")).unwrap();
    screen.see("The case of Same closes").see(WAITS);
}

#[test]
fn a_report_is_written_again() {
    let (folder, file) = with_case("watch-report");
    let mut screen =
        begin(&folder, &["report", "case.toml", "--draws", "10", "-o", "out.md", "--watch"]);
    fs::write(&file, case("Second")).unwrap();
    screen.see("out.md is written.").see(WAITS);
    assert!(fs::read_to_string(folder.join("out.md")).unwrap().contains("Second"));
}

#[test]
fn standard_input_is_not_watched() {
    let output = crate::support::bizcase(&["check", "--watch", "-"], "");
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("standard input cannot be watched"), "{}", output.stderr);
}
