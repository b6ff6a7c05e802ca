//! `bizcase close`: the commands that it prints prove what it says.

use crate::support::bizcase;
use crate::support::files::toml_files;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The exit code of a command typed in a shell.
fn typed(command: &str) -> i32 {
    let program = Path::new(env!("CARGO_BIN_EXE_bizcase")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command).current_dir(env!("CARGO_MANIFEST_DIR"));
    shell.env("PATH", format!("{}:{path}", program.display()));
    shell.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code().unwrap()
}

/// The same command with one step less, or one more: on the last of its figures and all others
/// like it.
fn moved(command: &str, by: i64) -> String {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let last = match command.rfind("amount = ") {
        Some(at) => &command[at + "amount = ".len()..],
        None => &command[command.rfind(['-', '+']).unwrap() + 1..],
    };
    let figure = &last[..last.find(|c| !digits(c)).unwrap()];
    let hundredths: i64 = figure.replace('.', "").parse().unwrap();
    let next = (hundredths + by).abs();
    command.replace(figure, &format!("{}.{:02}", next / 100, next % 100))
}

/// Types every command that `close` prints, and the same with one step less or more.
fn prove(arguments: &[&str]) -> usize {
    let arguments = [&["close"], arguments].concat();
    let shown = bizcase(&arguments, "");
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    let json = bizcase(&[&arguments[..], &["--format", "json"]].concat(), "");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let closes = json["closes"].as_bool().unwrap();
    let commands: Vec<_> =
        shown.stdout.lines().filter(|line| line.starts_with("  bizcase check ")).collect();
    let levers = json["levers"].as_array().unwrap();
    // Those beyond 100% are counted in the report, and not listed.
    let listed = levers.iter().filter(|lever| {
        let figure = &lever[if closes { "limit" } else { "value" }];
        let Some(figure) = figure.as_str() else { return false };
        let hundredths: i64 = figure.replace('.', "").parse().unwrap();
        lever["unit"] != "percent" || hundredths.abs() <= 10_000
    });
    assert_eq!(commands.len(), listed.count());
    for command in &commands {
        assert_eq!(typed(command), 0, "{command}");
        let moved = moved(command, if closes { 1 } else { -1 });
        assert!([1, 3].contains(&typed(&moved)), "{moved}");
    }
    commands.len()
}

#[test]
fn the_commands_prove_what_they_stand_under() {
    let mut proven = 0;
    for folder in ["cases", "tests/close"] {
        // What is printed is typed in another folder.
        for path in toml_files(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            proven += prove(&[path.to_str().unwrap(), "--lang", "nl"]);
        }
    }
    assert!(proven >= 40, "{proven}");
}

#[test]
fn what_is_laid_over_the_case_stays_in_the_commands() {
    let laid = ["--set", "cost.*.amount=+5%", "--set", "case.opening_cash=123.45"];
    assert!(prove(&[&["tests/close/start.toml"][..], &laid].concat()) == 5);
    let shown = bizcase(&[&["close", "tests/close/start.toml"][..], &laid].concat(), "");
    let kept = "--set 'cost.*.amount=+5%' --set 'case.opening_cash=123.45' --set ";
    assert!(shown.stdout.contains(kept), "{}", shown.stdout);
}

#[test]
fn a_free_id_is_found_for_what_comes_in() {
    let text = fs::read_to_string("tests/close/start.toml").unwrap();
    let taken = "\n[funding.start_capital]\nkind = \"equity\"\namount = 1\nper = \"once\"\n";
    let shown = bizcase(&["close", "-"], &format!("{text}{taken}"));
    assert!(shown.stdout.contains("--set 'funding.start_capital_2={ kind = \"equity\""));
}

#[test]
fn a_lever_without_anything_to_pull_closes_nothing() {
    // A cost of nothing, sales without a quantity.
    let case = "format = 1\n[case]\nname = \"A\"\nstart = \"2027-01\"\nyears = 1\n\
                [criteria]\nmin_cash = 10\n\
                [cost.space]\namount = \"pm\"\nper = \"year\"\n\
                [funding.gifts]\nkind = \"sales\"\namount = 0\nper = \"year\"\n";
    let shown = bizcase(&["close", "-", "--format", "csv"], case);
    let rows: Vec<_> = shown.stdout.lines().skip(1).collect();
    // 120.00 a year is 10.00 in the first month; so is 119.94, 9.995 rounded.
    assert_eq!(
        rows,
        [
            "lever,contribution,EUR a year,119.94,,,,,,,,",
            "lever,capital,EUR,10.00,,,,,,,,",
            "lever,costs,percent,,,,,,,,,",
            "lever,price:funding.gifts,percent,,,,,,,,,",
        ]
    );
}

#[test]
fn the_ask_adds_up() {
    for path in toml_files("cases") {
        let json = bizcase(&["close", path.to_str().unwrap(), "--format", "json"], "").stdout;
        let ask = &serde_json::from_str::<serde_json::Value>(&json).unwrap()["ask"];
        let Some(parties) = ask["parties"].as_array() else { continue };
        let cents = |value: &serde_json::Value| -> i64 {
            value.as_str().unwrap().replace('.', "").parse().unwrap()
        };
        let mut asked = 0;
        for party in parties {
            let [saves, pays, more, keeps] =
                ["saves", "pays", "asked", "keeps"].map(|column| cents(&party[column]));
            assert_eq!(saves - pays - more, keeps, "{json}");
            assert!(more >= 0 && (more == 0 || keeps >= 0), "{json}");
            let [saves_then, asked_then] =
                ["saves_at_start", "asked_at_start"].map(|column| cents(&party[column]));
            // The same part of the saving, but for half a cent.
            assert!(2 * (asked_then * saves - more * saves_then).abs() <= saves, "{json}");
            asked += more;
        }
        let needed = cents(&ask["needed"]);
        assert_eq!(asked == needed, ask["covered"].as_bool().unwrap(), "{json}");
        assert!(asked <= needed, "{json}");
    }
}

/// 1,200 less 1,000 is 200 short a year. The town saves 1,000, in 2028 10% more: 1,100. It is asked
/// 200 of that: in prices of 2027 200 x 1,000 / 1,100 = 181.82. The club saves what it did, 300 of
/// 1,400 together: 200 x 1,100 / 1,400 = 157.14 and 42.86; 157.14 x 1,000 / 1,100 = 142.85.
#[test]
fn the_ask_is_told_in_prices_of_the_start() {
    let case = |club: &str| {
        format!(
            "format = 1\n[case]\nname = 'A'\nstart = '2027-01'\nyears = 2\n\
             [party.town]\n[party.club]\n[cost.space]\namount = 1_200\nper = 'year'\n\
             [funding.sales]\nkind = 'sales'\namount = 1_000\nper = 'year'\n\
             [avoided.upkeep]\nparty = 'town'\namount = 1_000\nper = 'year'\nindex = '10%'\n{club}"
        )
    };
    let rows = |case: &str| -> Vec<String> {
        let shown = bizcase(&["close", "-", "--format", "csv"], case);
        let parties = shown.stdout.lines().filter(|row| row.starts_with("party"));
        parties.map(str::to_owned).collect()
    };
    let town = "party,town,,,,1100.00,0.00,200.00,900.00,2028,1000.00,181.82";
    assert_eq!(rows(&case("")), [town]);
    let club = "[avoided.repairs]\nparty = 'club'\namount = 300\nper = 'year'\n";
    assert_eq!(
        rows(&case(club)),
        [
            "party,town,,,,1100.00,0.00,157.14,942.86,2028,1000.00,142.85",
            "party,club,,,,300.00,0.00,42.86,257.14,2028,300.00,42.86",
        ]
    );
}
