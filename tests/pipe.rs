//! `bizcase pipe` answers what the commands answer, whatever stands on the other lines.

use crate::support::{bizcase, bizcase_on_bytes, files::toml_files};
use serde_json::{Value, json};
use std::fs;

/// The answers to some lines.
fn answers(arguments: &[&str], lines: &[String]) -> Vec<Value> {
    let output = bizcase(&[&["pipe"], arguments].concat(), &lines.join("\n"));
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a command prints for programs of a case on standard input.
fn printed(command: &[&str], text: &str) -> Value {
    let output = bizcase(&[command, &["-", "--format", "json"]].concat(), text);
    serde_json::from_str(&output.stdout).unwrap()
}

#[test]
fn it_answers_what_the_commands_print() {
    for (run, command) in [
        ("check", &["check"][..]),
        ("close", &["close"]),
        ("stress", &["stress"]),
        ("simulate", &["simulate", "--draws", "50", "--seed", "3"]),
    ] {
        let texts: Vec<_> =
            toml_files("cases").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
        let lines: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(id, text)| {
                let mut line = json!({"id": id, "text": text});
                if run == "simulate" {
                    line["draws"] = json!(50);
                    line["seed"] = json!(3);
                }
                line.to_string()
            })
            .collect();
        let answers = answers(&["--run", run, "--lint"], &lines);
        assert_eq!(answers.len(), texts.len());
        for (id, (answer, text)) in answers.iter().zip(&texts).enumerate() {
            let printed = printed(command, text);
            let answered = match printed.get("problems") {
                Some(problems) if printed.get("case").is_none() && run != "close" => {
                    json!({"id": id, "ok": false, "format": 1, "problems": problems})
                }
                _ => json!({"id": id, "ok": true, "format": 1, "result": printed}),
            };
            assert_eq!(*answer, answered, "{run} {id}");
        }
    }
}

#[test]
fn a_line_costs_its_own_answer_and_no_other() {
    let kitchen = fs::read_to_string("cases/buurtkeuken.toml").unwrap();
    let alone = answers(&[], &[json!({"id": "a", "text": kitchen}).to_string()]);
    let good = json!({"id": "a", "text": kitchen}).to_string();
    let bad = [
        String::new(),
        "[".repeat(100_000),
        format!("{{\"id\": 1, \"text\": \"{}\"}}", "x".repeat(9_000_000)),
        json!({"id": 1, "text": "[".repeat(100_000)}).to_string(),
        json!({"id": {"a": 1}, "text": ""}).to_string(),
        json!({"id": "a", "text": kitchen, "file": "cases/buurtkeuken.toml"}).to_string(),
        "\u{9b}31m".to_owned(),
    ];
    for bad in bad {
        let all = answers(&[], &[good.clone(), bad, good.clone()]);
        assert_eq!(all.len(), 3);
        assert_eq!([&all[0], &all[2]], [&alone[0], &alone[0]]);
        assert_eq!(all[1]["ok"], json!(false));
        assert!(all[1]["problems"][0]["message"].is_string());
    }
}

#[test]
fn bytes_that_are_no_text_cost_their_own_answer() {
    let good = json!({"id": 1, "text": "format = 1"}).to_string();
    let alone = answers(&[], std::slice::from_ref(&good));
    let bad = [&b"{\"id\": 2, \"text\": \"\xff\xfe\"}"[..], b"\xc3\x28", b"\0"];
    for bad in bad {
        let input = [good.as_bytes(), bad, good.as_bytes()].join(&b'\n');
        let output = bizcase_on_bytes(&["pipe"], &input);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        let all: Vec<Value> =
            output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!([&all[0], &all[2]], [&alone[0], &alone[0]]);
        assert_eq!(all[1]["problems"][0]["code"], "not_a_question");
    }
}

/// As large as a case may be by its horizon, and larger than people write by its entries.
#[test]
fn a_case_of_fifty_years_and_ten_thousand_entries_is_answered() {
    let head = "format = 1\n[case]\nname = \"Large\"\nstart = \"2027-01\"\nyears = 50\n";
    let sales = "[funding.x]\nkind = \"sales\"\namount = 9_999\nper = \"month\"\n";
    let costs = (1..10_000).map(|id| format!("[cost.c{id}]\namount = 1\nper = \"month\"\n"));
    let text = [head, sales, &costs.collect::<String>()].concat();
    let good = json!({"id": "a", "text": "format = 1"}).to_string();
    let all = answers(&[], &[good.clone(), json!({"id": "b", "text": text}).to_string(), good]);
    assert_eq!((&all[0]["ok"], &all[2]["ok"]), (&json!(false), &json!(false)));
    assert_eq!(all[1]["result"]["verdict"], "closes");
    // 9,999 costs of 1 a month, for 12 months.
    assert_eq!(all[1]["result"]["years"][49]["all"]["payments"], "119988.00");
}

#[test]
fn answers_come_in_the_order_of_the_lines() {
    let lines: Vec<_> =
        (0..500).map(|id| json!({"id": id, "text": "format = 1"}).to_string()).collect();
    let ids: Vec<_> = answers(&[], &lines).iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, (0..500).map(|id| json!(id)).collect::<Vec<_>>());
}

#[test]
fn nothing_in_a_line_reaches_a_terminal_as_a_command() {
    let line = json!({"id": "\u{9b}31m\u{202e}", "text": "\u{9b}31m = \u{1b}\u{202e}"}).to_string();
    let output = bizcase(&["pipe"], &line);
    let raw =
        output.stdout.trim_end_matches('\n').chars().find(|c| c.is_control() || *c == '\u{202e}');
    assert_eq!(raw, None, "{}", output.stdout);
}
