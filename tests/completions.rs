//! What a shell is offered: commands, options, values, files, and what stands in the file at hand.

use crate::support::bizcase;

fn offered(words: &[&str]) -> Vec<String> {
    let output = bizcase(&[&["complete", "--"], words].concat(), "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    output.stdout.lines().map(str::to_owned).collect()
}

const KITCHEN: &str = "cases/buurtkeuken.toml";

#[test]
fn commands_options_and_their_values() {
    assert_eq!(offered(&["ch"]), ["check"]);
    assert_eq!(offered(&["s"]), ["show", "sensitivity", "sources", "stress", "simulate", "schema"]);
    assert!(offered(&[""]).contains(&"completions".to_owned()));
    assert!(!offered(&[""]).contains(&"complete".to_owned()));
    assert_eq!(offered(&["check", "--qu"]), ["--quiet"]);
    assert_eq!(offered(&["check", "--format", "s"]), ["sarif"]);
    assert_eq!(offered(&["check", "--format=s"]), ["--format=sarif"]);
    assert_eq!(offered(&["check", "--format", "=", "s"]), ["sarif"]);
    assert_eq!(offered(&["schema", ""]), ["case", "fund", "prices", "portfolio"]);
    assert_eq!(offered(&["new", "--from", "buurt"]), ["buurthuis", "buurtkeuken"]);
    assert_eq!(offered(&["completions", "z"]), ["zsh"]);
    assert_eq!(offered(&["nothing", ""]), offered(&[""]));
    assert!(offered(&[]).is_empty());
}

#[test]
fn files_and_folders() {
    assert_eq!(offered(&["check", "cases/buurt"]), ["cases/buurthuis.toml", KITCHEN]);
    assert_eq!(offered(&["check", "cas"]), ["cases/"]);
    assert_eq!(offered(&["check", KITCHEN, "cases/f"]), ["cases/funds/"]);
    assert!(offered(&["check", "no/such/"]).is_empty());
}

#[test]
fn what_stands_in_the_file_at_hand() {
    assert_eq!(
        offered(&["check", KITCHEN, "--scenario", ""]),
        ["headwind", "price_rise", "less_saved", "handover"]
    );
    assert_eq!(offered(&["check", "--quiet", KITCHEN, "--scenario", "he"]), ["headwind"]);
    assert_eq!(
        offered(&["check", KITCHEN, "--set", "cost.housing."]),
        [
            "cost.housing.name.en=",
            "cost.housing.name.nl=",
            "cost.housing.amount=",
            "cost.housing.per=",
            "cost.housing.index=",
            "cost.housing.source.en=",
            "cost.housing.source.nl=",
        ]
    );
    assert_eq!(offered(&["show", KITCHEN, "--entry", "value."]), ["value.wellbeing"]);
    assert_eq!(offered(&["report", KITCHEN, "--for", "g"]), ["gemeente"]);
    assert_eq!(offered(&["explain", KITCHEN, "test.l"]), ["test.liquidity"]);
    assert_eq!(
        offered(&["sensitivity", KITCHEN, "--grid", "funding.meals.q"]),
        ["funding.meals.quantity"]
    );
    // Without a file, or with one that is none, there is nothing to offer.
    assert!(offered(&["check", "--scenario", ""]).is_empty());
    assert!(offered(&["check", "cases/README.md", "--scenario", ""]).is_empty());
}

#[test]
fn each_shell_has_its_script() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = bizcase(&["completions", shell], "");
        assert!(output.stdout.contains("bizcase complete -- "), "{}", output.stdout);
    }
}
