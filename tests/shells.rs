//! Completion in real shells: what stands on the line after Tab.

use std::path::Path;
use std::process::Command;

const KITCHEN: &str = "cases/buurtkeuken.toml";

fn in_shell(shell: &str, script: &str) -> Vec<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_bizcase")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let output = Command::new(shell).args(["-c", script]).env("PATH", path).output();
    let output = output.unwrap_or_else(|why| panic!("{shell}: {why}"));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.is_empty(), "{shell}: {told}");
    let shown = String::from_utf8(output.stdout).unwrap();
    shown.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

fn in_bash(words: &[&str]) -> Vec<String> {
    let quoted: Vec<_> = words.iter().map(|word| format!("'{word}'")).collect();
    in_shell(
        "bash",
        &format!(
            "source <(bizcase completions bash); COMP_WORDS=(bizcase {}); COMP_CWORD={}; _bizcase; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            quoted.join(" "),
            words.len()
        ),
    )
}

#[test]
fn bash() {
    assert_eq!(in_bash(&["ch"]), ["check"]);
    assert_eq!(in_bash(&["check", KITCHEN, "--scenario", "h"]), ["headwind", "handover"]);
    // It cuts at the sign.
    assert_eq!(in_bash(&["check", KITCHEN, "--scenario", "=", "h"]), ["headwind", "handover"]);
    assert_eq!(in_bash(&["check", KITCHEN, "--scenario", "="]).len(), 4);
    assert_eq!(in_bash(&["check", "cases/buurtk"]), [KITCHEN]);
}

#[test]
fn fish() {
    let offered = |line: &str| {
        in_shell("fish", &format!("bizcase completions fish | source; complete -C '{line}'"))
    };
    assert_eq!(offered("bizcase ch"), ["check"]);
    assert_eq!(offered(&format!("bizcase check {KITCHEN} --scenario he")), ["headwind"]);
    assert_eq!(offered(&format!("bizcase show {KITCHEN} --entry value.")), ["value.wellbeing"]);
    assert_eq!(offered("bizcase check cases/buurtk"), [KITCHEN]);
}

#[test]
fn zsh() {
    // A terminal within zsh, in which somebody presses Tab, and then has the line as it stands printed.
    let line = |typed: &str| {
        let steps = [
            "zmodload zsh/zpty",
            "zpty z zsh -f -i",
            "zpty -w z 'PS1=; autoload -U compinit; compinit -u -D; source <(bizcase completions zsh)'",
            "sleep 3",
            &format!("zpty -n -w z $'{typed}\\t'"),
            "sleep 3",
            "zpty -n -w z $'\\C-aecho \\C-j'",
            "sleep 2",
            "shown= more=",
            "while zpty -r -t z more; do shown+=$more; done",
            "print -r -- $shown",
        ];
        in_shell("zsh", &steps.join("\n")).join("\n")
    };
    let shown = line(&format!("bizcase check {KITCHEN} --scenario head"));
    assert!(shown.contains("--scenario headwind"), "{shown}");
    let shown = line("bizcase che");
    assert!(shown.contains("bizcase check"), "{shown}");
}
