//! What the README and the Dutch guide show is what their commands print; their commands exist.

use crate::support::session;
use std::fs;
use std::path::{Path, PathBuf};

fn ours(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn its_commands_print_what_it_shows() {
    session::holds(&ours("README.md"));
}

#[test]
fn the_commands_of_the_dutch_guide_print_what_it_shows() {
    session::holds(&ours("cases/LEESMIJ.md"));
}

/// The two commands of the first screen are run from a clean clone by `.ci/run`, as they stand.
#[test]
fn its_first_commands_are_those_that_are_run_for_every_change() {
    let readme = fs::read_to_string(ours("README.md")).unwrap();
    let run = fs::read_to_string(ours(".ci/run")).unwrap();
    let (_, block) = readme.split_once("```sh\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    let commands: Vec<_> =
        block.lines().map(|line| line.split(" #").next().unwrap().trim_end()).collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        assert!(run.lines().any(|line| line == format!("step {command}")), "{command}");
    }
}

#[test]
fn links_lead_somewhere() {
    lead_somewhere("", "README.md");
    lead_somewhere("cases/", "LEESMIJ.md");
}

/// The links of a file, seen from its folder.
fn lead_somewhere(folder: &str, name: &str) {
    let ours = |path: &str| ours(&format!("{folder}{path}"));
    let readme = fs::read_to_string(ours(name)).unwrap();
    let links: Vec<_> = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.starts_with("http"))
        .collect();
    assert!(!links.is_empty());
    for link in links {
        let (file, heading) = link.split_once('#').unwrap_or((link, ""));
        let text = fs::read_to_string(ours(if file.is_empty() { name } else { file }));
        if heading.is_empty() {
            assert!(ours(file).exists(), "{link}");
        } else {
            assert!(headings(&text.expect(link)).contains(&heading.to_owned()), "{link}");
        }
    }
}

/// The headings of a Markdown text as its links name them.
fn headings(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
            words.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect()
        })
        .collect()
}
