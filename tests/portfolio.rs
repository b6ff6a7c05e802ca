//! Many cases together: sums redone in comments, and what each case brings to them.

use crate::support::bizcase;
use crate::support::expected::compare;
use serde_json::{Value, json};
use std::path::Path;

/// What the cases in `portfolio/` come to, with some arguments.
fn found(arguments: &[&str]) -> Value {
    let output =
        bizcase(&[&["portfolio", "tests/portfolio", "--format", "json"], arguments].concat(), "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    serde_json::from_str(&output.stdout).expect("JSON")
}

/// The item of a list that has this under a key.
fn with<'v>(list: &'v Value, key: &str, is: &str) -> &'v Value {
    let mut items = list.as_array().expect("a list").iter();
    items.find(|item| item[key] == is).unwrap_or_else(|| panic!("{is} in {list}"))
}

fn years(of: &Value, column: &str) -> Vec<(i64, String)> {
    let years = of["years"].as_array().expect("years").iter();
    years
        .map(|it| (it["year"].as_i64().unwrap(), it[column].as_str().unwrap().to_owned()))
        .collect()
}

fn is(years: &[(i64, &str)]) -> Vec<(i64, String)> {
    years.iter().map(|(year, amount)| (*year, (*amount).to_owned())).collect()
}

#[test]
fn cases_are_counted_by_verdict_and_by_what_they_lack() {
    let found = found(&[]);
    assert_eq!(found["cases"], json!({"closes": 2, "conditional": 1, "does_not_close": 1}));
    let euros = with(&found["currencies"], "currency", "EUR");
    let garden = with(&euros["cases"], "name", "Garden");
    assert_eq!(garden["conditions"], json!(["funding.share"]));
    // Of what it costs 60% comes in: cash and the last year both fall short.
    let library = with(&euros["cases"], "name", "Library");
    assert_eq!(library["fails"], json!(["liquidity", "structural"]));
    assert_eq!(with(&euros["cases"], "name", "Kitchen")["fails"], json!([]));
}

#[test]
fn what_a_party_is_asked_and_has_promised_stands_by_calendar_year() {
    let found = found(&[]);
    let euros = with(&found["currencies"], "currency", "EUR");
    let town = with(&euros["parties"], "party", "gemeente");
    assert_eq!((&town["cases"], &town["public"]), (&json!(3), &json!(true)));
    // The garden asks 6 x 150 in each year, the library 12 x 60 in 2028; the kitchen has 12 x 100.
    assert_eq!(years(town, "asked"), is(&[(2027, "900.00"), (2028, "1620.00")]));
    assert_eq!(years(town, "promised"), is(&[(2027, "1200.00"), (2028, "0.00")]));
    assert_eq!(years(town, "paid"), is(&[(2027, "2100.00"), (2028, "1620.00")]));
    assert_eq!((&town["asked"], &town["paid"]), (&json!("2520.00"), &json!("3720.00")));
    // What is bought is paid, and neither asked nor promised: 6 x 50 in each year.
    let corporation = with(&euros["parties"], "party", "corporation");
    assert_eq!(years(corporation, "paid"), is(&[(2027, "300.00"), (2028, "300.00")]));
    assert_eq!((&corporation["asked"], &corporation["promised"]), (&json!("0.00"), &json!("0.00")));
    let insurer = with(&euros["parties"], "party", "insurer");
    assert_eq!((&insurer["saved"], &insurer["cashable"]), (&json!("600.00"), &json!("300.00")));
}

#[test]
fn currencies_are_told_apart_and_loans_come_back() {
    let found = found(&[]);
    let pounds = with(&found["currencies"], "currency", "GBP");
    let bank = with(&pounds["parties"], "party", "bank");
    assert_eq!((&bank["promised"], &bank["repaid"]), (&json!("120.00"), &json!("120.00")));
    // It would close without the loan too.
    assert_eq!(bank["carries"], json!([]));
    let euros = with(&found["currencies"], "currency", "EUR");
    assert!(euros["parties"].as_array().unwrap().iter().all(|party| party["party"] != "bank"));
}

#[test]
fn a_case_hangs_on_whoever_it_does_not_close_without() {
    let found = found(&[]);
    let euros = with(&found["currencies"], "currency", "EUR");
    let carries = |party| with(&euros["parties"], "party", party)["carries"].clone();
    // The kitchen without its contract; the garden without the share, or without what is bought, even
    // when the other is there. The library closes with nobody.
    let [garden, kitchen] = ["garden", "kitchen"].map(|it| format!("tests/portfolio/{it}.toml"));
    assert_eq!(carries("gemeente"), json!([garden, kitchen]));
    assert_eq!(carries("corporation"), json!([garden]));
    assert_eq!(carries("insurer"), json!([]));
}

/// What the municipality has paid it has paid; what it will pay from July on is what the kitchen hangs on.
#[test]
fn a_case_under_way_hangs_on_what_is_still_to_come() {
    let kitchen = std::fs::read_to_string("tests/portfolio/kitchen.toml").unwrap();
    let actual = "\n[actual]\nuntil = \"2027-06\"\n[actual.funding.contract]\nrest = \"plan\"\n";
    let arguments = ["portfolio", "-", "--format", "json"];
    let output = bizcase(&arguments, &format!("{kitchen}{actual}"));
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let town = with(&found["currencies"][0]["parties"], "party", "gemeente");
    assert_eq!((&town["carries"], &town["promised"]), (&json!(["-"]), &json!("1200.00")));
}

#[test]
fn cash_is_needed_when_it_first_falls_short() {
    let found = found(&[]);
    let euros = with(&found["currencies"], "currency", "EUR");
    let run = |run: &str| {
        let years = euros["years"].as_array().unwrap().iter();
        let amounts =
            years.map(|it| ["receipts", "payments", "need"].map(|of| it[run][of].clone()));
        amounts.collect::<Vec<_>>()
    };
    // Certain: the kitchen is even; the garden falls 150 short each month of its year; the library 100.
    // 2027: 1,200 + 300 in, 1,200 + 1,200 out. 2028: 300 in, 1,200 + 1,200 out.
    assert_eq!(
        run("certain"),
        [["1500.00", "2400.00", "900.00"], ["300.00", "2400.00", "2100.00"]]
    );
    // With all that is asked the garden is even and the library falls 40 short each month.
    assert_eq!(run("all"), [["2400.00", "2400.00", "0.00"], ["1920.00", "2400.00", "480.00"]]);
}

#[test]
fn a_request_is_held_against_what_it_makes_stand_and_a_budget() {
    let found = found(&["--budget", "gemeente:2028=1_000", "--budget", "gemeente:2027=1000.50"]);
    let euros = with(&found["currencies"], "currency", "EUR");
    let share = with(&euros["requests"], "entry", "funding.share");
    assert_eq!((&share["party"], &share["makes_stand"]), (&json!("gemeente"), &json!(1)));
    assert_eq!(years(share, "asked"), is(&[(2027, "900.00"), (2028, "1620.00")]));
    let garden = with(&share["cases"], "file", "tests/portfolio/garden.toml");
    assert_eq!(years(garden, "asked"), is(&[(2027, "900.00"), (2028, "900.00")]));
    assert_eq!((&garden["makes_stand"], &garden["indispensable"]), (&json!(true), &json!(true)));
    // Of 2028 the garden's 900 would make it stand; the library's 720 makes nothing stand.
    assert_eq!(
        euros["budgets"],
        json!([
            {
                "party": "gemeente", "year": 2028, "budget": "1000.00", "promised": "0.00",
                "asked": "1620.00", "makes_stand": "900.00", "over": "620.00",
            },
            {
                "party": "gemeente", "year": 2027, "budget": "1000.50", "promised": "1200.00",
                "asked": "900.00", "makes_stand": "900.00", "over": "0.00",
            },
        ])
    );
}

#[test]
fn who_saves_and_pays_nothing_is_a_wrong_pocket() {
    let found = found(&[]);
    let euros = with(&found["currencies"], "currency", "EUR");
    let pocket = json!({"party": "insurer", "cases": 1, "saved": "600.00", "cashable": "300.00"});
    assert_eq!(euros["wrong_pockets"], json!([pocket]));
}

#[test]
fn parties_are_one_by_their_key_or_by_their_name() {
    let garden = std::fs::read_to_string("tests/portfolio/garden.toml").unwrap();
    let garden =
        garden.replace("gemeente", "town").replace("\"Corporation\"", "\"Gemeente Tilburg\"");
    let run = |more: &[&str]| -> Value {
        let arguments = ["portfolio", "-", "tests/portfolio/kitchen.toml", "--format", "json"];
        let output = bizcase(&[&arguments, more].concat(), &garden);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        serde_json::from_str(&output.stdout).expect("JSON")
    };
    let parties = |found: &Value| {
        let parties = found["currencies"][0]["parties"].as_array().unwrap().iter();
        let told = parties.map(|it| (it["party"].clone(), it["cases"].clone(), it["paid"].clone()));
        told.collect::<Vec<_>>()
    };
    let row = |party: &str, cases: usize, paid: &str| (json!(party), json!(cases), json!(paid));
    assert_eq!(
        parties(&run(&[])),
        [
            row("town", 1, "1800.00"),
            row("corporation", 1, "600.00"),
            row("gemeente", 1, "1200.00"),
            row("insurer", 1, "0.00"),
        ]
    );
    // Two of one name in one case are one too: 1,800 + 600 of the garden, 1,200 of the kitchen.
    let by_name = run(&["--by-name"]);
    assert_eq!(
        parties(&by_name),
        [row("Gemeente Tilburg", 2, "3600.00"), row("Insurer", 1, "0.00")]
    );
    assert_eq!(
        by_name["currencies"][0]["parties"][0]["carries"],
        json!(["-", "tests/portfolio/kitchen.toml"])
    );
}

#[test]
fn what_pipe_answers_of_each_case_adds_up_to_the_portfolio() {
    let files = ["garden", "kitchen", "library"].map(|it| format!("tests/portfolio/{it}.toml"));
    let lines = files.iter().map(|file| json!({"id": file, "file": file}).to_string());
    let input = lines.collect::<Vec<_>>().join("\n");
    let output = bizcase(&["pipe", "--run", "portfolio", "--root", "."], &input);
    let answers: Vec<Value> =
        output.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let cents = |amount: &Value| amount.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
    let found = found(&[]);
    let euros = with(&found["currencies"], "currency", "EUR");
    for party in euros["parties"].as_array().unwrap() {
        for year in party["years"].as_array().unwrap() {
            for column in ["asked", "promised", "paid", "repaid", "saved", "cashable"] {
                let of_case = |answer: &Value| -> i64 {
                    let parties = answer["result"]["parties"].as_array().unwrap().iter();
                    let theirs = parties.filter(|it| it["party"] == party["party"]);
                    let years = theirs.flat_map(|it| it["years"].as_array().unwrap());
                    let years = years.filter(|it| it["year"] == year["year"]);
                    years.map(|year| cents(&year[column])).sum()
                };
                let sum: i64 = answers.iter().map(of_case).sum();
                assert_eq!(sum, cents(&year[column]), "{party} {column}");
            }
        }
    }
    for (answer, name) in answers.iter().zip(["Garden", "Kitchen", "Library"]) {
        let case = with(&euros["cases"], "name", name);
        assert_eq!(answer["result"]["verdict"], case["verdict"]);
        assert_eq!(answer["result"]["conditions"], case["conditions"]);
        assert_eq!(answer["result"]["fails"], case["fails"]);
    }
}

#[test]
fn only_cases_with_all_tags_are_looked_at() {
    let names = |tags: &[&str]| {
        let found = found(tags);
        let sums = found["currencies"].as_array().unwrap().iter();
        let cases = sums.flat_map(|sums| sums["cases"].as_array().unwrap());
        cases.map(|case| case["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["--where", "tag=Noord"]), ["Garden", "Kitchen"]);
    assert_eq!(names(&["--where", "tag=Noord", "--where", "tag=care"]), ["Kitchen"]);
    let check = |tag: &str| bizcase(&["check", "tests/portfolio", "--where", tag, "-q"], "");
    let kitchen = check("tag=care");
    assert!(kitchen.stdout.starts_with("tests/portfolio/kitchen.toml: "), "{}", kitchen.stdout);
    assert_eq!((kitchen.code, kitchen.stdout.lines().count()), (0, 1));
    // Nobody reads that all is well where nothing was looked at.
    let none = check("tag=noord");
    assert_eq!((none.code, none.stdout.as_str()), (2, ""));
    assert_eq!(none.stderr, "bizcase: no case here has `noord` among its `tags`\n");
    let wrong = check("verdict=closes");
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    assert!(wrong.stderr.contains("`--where verdict=closes` chooses nothing"), "{}", wrong.stderr);
}

#[test]
fn a_file_that_is_wrong_is_told_and_counts_in_no_sum() {
    let arguments =
        ["portfolio", "tests/portfolio/kitchen.toml", "-", "cases/funds/wijkfonds.toml"];
    let output = bizcase(&[&arguments[..], &["--format", "json"]].concat(), "format = 1\n[case]\n");
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("error[key_required]"), "{}", output.stderr);
    let found: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(found["cases"], json!({"closes": 1, "conditional": 0, "does_not_close": 0}));
    assert_eq!((&found["no_case"], &found["wrong"][0]["file"]), (&json!(1), &json!("-")));
}

#[test]
fn a_budget_that_holds_nothing_is_told() {
    let told = |budgets: &[&str]| {
        let budgets = budgets.iter().flat_map(|budget| ["--budget", budget]);
        let arguments: Vec<_> =
            ["portfolio", "tests/portfolio"].into_iter().chain(budgets).collect();
        let output = bizcase(&arguments, "");
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        output.stderr
    };
    assert!(told(&["gemeente:2028"]).contains("`gemeente:2028` is no budget"));
    assert!(told(&["town:2028=1"]).contains("no case here has the party `town`"));
    let twice = told(&["gemeente:2028=1", "gemeente:2028=2"]);
    assert!(twice.contains("two budgets for `gemeente:2028`"), "{twice}");
}

#[test]
fn the_report_reads_so_in_both_languages() {
    let budget = ["--budget", "gemeente:2028=1_000"];
    for language in ["en", "nl"] {
        let arguments = ["portfolio", "tests/portfolio", "--lang", language];
        let output = bizcase(&[&arguments[..], &budget].concat(), "");
        assert_eq!((output.code, output.stderr.as_str()), (0, ""));
        compare(Path::new(&format!("tests/portfolio/report.{language}.out")), &output.stdout);
    }
    let csv = bizcase(&["portfolio", "tests/portfolio", "--format", "csv"], "");
    compare(Path::new("tests/portfolio/sums.csv.out"), &csv.stdout);
}

#[test]
fn what_programs_are_told_is_as_its_schema_says() {
    let text = bizcase(&["schema", "portfolio"], "").stdout;
    compare(Path::new("cases/portfolio.schema.json"), &text);
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    let schema = serde_json::from_str(&text).expect("JSON");
    compiler.add_resource("portfolio.json", schema).expect("a schema");
    let index = compiler.compile("portfolio.json", &mut schemas).expect("a schema");
    let validate = |value: &Value| schemas.validate(value, index).is_ok();
    let budget = ["--budget", "gemeente:2028=1"];
    for arguments in [&[][..], &["--by-name"], &budget] {
        let found = found(arguments);
        assert!(validate(&found), "{:#}", schemas.validate(&found, index).unwrap_err());
    }
    let output = bizcase(&["portfolio", "cases", "-", "--format", "json"], "format = 1");
    let all: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert!(validate(&all), "{:#}", schemas.validate(&all, index).unwrap_err());
    // It holds to it: nothing may be left out, or added.
    let mut less = found(&budget);
    less["currencies"][0]["budgets"][0].as_object_mut().unwrap().remove("over");
    assert!(!validate(&less));
    let mut more = found(&[]);
    more["currencies"][0]["cases"][0]["more"] = json!(1);
    assert!(!validate(&more));
}
