//! What the examples show is what their commands print, and every case among them is what it expects.

use crate::support;
use crate::support::expected::compare;
use crate::support::session;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

#[test]
fn a_nursery_compared() {
    session::holds(&folder().join("kwekerij/README.md"));
}

#[test]
fn every_case_is_what_it_expects() {
    let output = support::bizcase(&["check", folder().to_str().unwrap()], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
}

/// `examples/verdict.rs`, which cargo builds beside the tests, tells what `check` tells.
#[test]
fn a_program_on_the_library_says_what_check_says() {
    let tests = std::env::current_exe().unwrap();
    let example = tests.ancestors().nth(2).unwrap().join("examples/verdict");
    let told = std::process::Command::new(example).arg("cases/buurtkeuken.toml").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let check = support::bizcase(&["check", "cases/buurtkeuken.toml", "--format", "json"], "");
    let check: serde_json::Value = serde_json::from_str(&check.stdout).unwrap();
    assert_eq!(check["verdict"], "conditional");
    let name = check["case"]["name"].as_str().unwrap();
    let mut lines = told.lines();
    assert_eq!(lines.next(), Some(format!("{name} closes on a condition.").as_str()));
    for _ in check["conditions"].as_array().unwrap() {
        assert!(lines.next().unwrap().starts_with("- It needs the promise of "), "{told}");
    }
    for year in check["years"].as_array().unwrap() {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let closing = |run: &str| text(&year[run]["closing"]);
        let (label, certain, all) = (text(&year["label"]), closing("certain"), closing("all"));
        let line = format!("{label}: {certain} in hand, {all} if all goes well");
        assert_eq!(lines.next(), Some(line.as_str()));
    }
    assert_eq!(lines.next(), None);
}

/// The kitchen's reports, as they come out; and the chart that the README shows, on white.
#[test]
fn the_reports_of_the_kitchen_are_as_they_come_out() {
    let kitchen = "cases/buurtkeuken.toml";
    let folder = folder().join("buurtkeuken");
    let made = std::env::temp_dir().join(format!("bizcase-examples-{}", std::process::id()));
    std::fs::create_dir_all(&made).unwrap();
    let report = |name: &str, more: &[&str]| {
        let out = made.join(name);
        let arguments = [&["report", kitchen, "-o", out.to_str().unwrap()], more];
        let output = support::bizcase(&arguments.concat(), "");
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        let page = std::fs::read_to_string(&out).unwrap();
        compare(&folder.join(name), &page);
        page
    };
    let council = report("council.html", &["--lang", "en"]);
    report("gemeente.html", &["--lang", "nl", "--for", "gemeente"]);
    let (_, chart) = council.split_once("<div class=\"wide\">").unwrap();
    let (chart, _) = chart.split_once("</div>").unwrap();
    let (open, rest) = chart.split_once("<title").unwrap();
    let white = "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"></rect>";
    let picture =
        format!("{open}<title{rest}\n").replacen("</desc>", &format!("</desc>{white}"), 1);
    assert!(picture.len() < 100_000);
    compare(&folder.join("cash.svg"), &picture);
    std::fs::remove_dir_all(made).unwrap();
}
