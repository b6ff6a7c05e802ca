//! The register of assumptions: which figures nobody has confirmed, and how far the margin moves with
//! each.

use crate::support::bizcase;
use crate::support::files::toml_files;
use rayon::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

fn json(arguments: &[&str], stdin: &str) -> Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    let output = bizcase(&arguments, stdin);
    assert!(output.code != 2, "{arguments:?} {}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} of {value}"))
}

const HEAD: &str = "format = 1\n[case]\nname = \"K\"\nstart = \"2027-01\"\nyears = 1\n";

/// 100 meals x 10.00 = 1,000 a month, rent 950: January's 50.00 is the lowest cash and the margin. At
/// 9.00 a meal, or 90 meals, each month is 50 short: -600.00 in December; at 11.00, or 110, January
/// has 150.00. The margin moves by 750.00. At a rent of 855 January has 145.00, at 1,045 the year is
/// 12 x 45 = 540.00 short: 685.00.
#[test]
fn what_nobody_has_confirmed_comes_first_with_what_hangs_on_it() {
    let case = format!(
        "{HEAD}[cost.rent]\namount = 950\nper = \"month\"\nsource = \"Lease, article 4\"\n\
         [funding.meals]\nkind = \"sales\"\nquantity = 100\nprice = 10\nper = \"month\"\nsource = \
         \"Assumption: as in Breda\"\n"
    );
    let found = json(&["sources", "-"], &case);
    assert_eq!(found["margin"]["figure"], "50.00");
    assert_eq!(found["assumptions"], serde_json::json!({"figures": 3, "unconfirmed": 2}));
    let row = |figure: &Value| {
        let source = figure["source"].as_str().map(str::to_owned);
        let place = &figure["place"];
        assert_eq!(place["file"], "-");
        (
            text(figure, "path").to_owned(),
            text(figure, "value").to_owned(),
            [&place["line"], &place["column"]].map(|it| it.as_u64().expect("a number")),
            source.expect("a source"),
            figure["confirmed"].as_bool().expect("a truth"),
            text(figure, "swing").to_owned(),
        )
    };
    let is = |path: &str, value: &str, place: [u64; 2], source: &str, confirmed, swing: &str| {
        let [path, value, source, swing] = [path, value, source, swing].map(str::to_owned);
        (path, value, place, source, confirmed, swing)
    };
    let breda = "Assumption: as in Breda";
    assert_eq!(
        list(&found, "figures").iter().map(row).collect::<Vec<_>>(),
        [
            is("funding.meals.quantity", "100", [12, 12], breda, false, "750.00"),
            is("funding.meals.price", "10", [13, 9], breda, false, "750.00"),
            is("cost.rent.amount", "950", [7, 10], "Lease, article 4", true, "685.00"),
        ]
    );
}

/// What each figure says of where it comes from, whether it is confirmed, by path.
fn said(found: &Value) -> BTreeMap<&str, (Option<&str>, bool)> {
    let figures = list(found, "figures").iter();
    figures
        .map(|figure| {
            let confirmed = figure["confirmed"].as_bool().expect("a truth");
            (text(figure, "path"), (figure["source"].as_str(), confirmed))
        })
        .collect()
}

#[test]
fn the_source_of_the_case_is_that_of_rates_and_thresholds_and_of_no_entry() {
    let case = format!(
        "{HEAD}opening_cash = 500\nsource = \"Annual accounts 2025\"\n[rate]\nwages = [\"3%\", \
         \"2%\"]\n[cost.rent]\namount = 40\nper = \"month\"\n[cost.power]\namount = 1\nper = \
         \"month\"\nsource = \" \"\n[criteria]\nmin_cash = 10\n"
    );
    let found = json(&["sources", "-"], &case);
    let accounts = (Some("Annual accounts 2025"), true);
    assert_eq!(
        said(&found),
        BTreeMap::from([
            ("case.opening_cash", accounts),
            ("rate.wages.1", accounts),
            ("rate.wages.2", accounts),
            ("criteria.min_cash", accounts),
            ("cost.rent.amount", (None, false)),
            // A source without a word in it is none.
            ("cost.power.amount", (None, false)),
        ])
    );
    // `explain` tells the same of the same figure.
    let told = bizcase(&["explain", "-", "test.liquidity.certain", "--depth", "9"], &case);
    let source = "source: Annual accounts 2025";
    assert!(told.stdout.lines().any(|line| line.contains(source)), "{}", told.stdout);
}

#[test]
fn the_source_of_a_fund_is_that_of_its_own_numbers() {
    let fund = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 2\ncapital = 1_000\n\
                prices = \"2%\"\nsource = \"Council decision 2026-114\"\n[contribution.gift]\namount \
                = 10\nsource = \"verzonnen\"\n";
    let found = json(&["sources", "-"], fund);
    let council = (Some("Council decision 2026-114"), true);
    assert_eq!(
        said(&found),
        BTreeMap::from([
            ("fund.capital", council),
            ("fund.prices", council),
            ("contribution.gift.amount", (Some("verzonnen"), false)),
        ])
    );
    assert_eq!(json(&["check", "-"], fund)["assumptions"], found["assumptions"]);
    assert_eq!(json(&["fund", "-"], fund)["assumptions"], found["assumptions"]);
}

/// Every case and fund that ships, and those of the tests.
fn files() -> Vec<PathBuf> {
    let folders = ["cases", "cases/funds", "examples/kwekerij", "tests/reports", "tests/fund"];
    folders.into_iter().flat_map(toml_files).collect()
}

/// The number that stands at a place; nothing where what stands there changes another.
fn written_at(place: &Value) -> Option<Decimal> {
    let file = fs::read_to_string(text(place, "file")).expect("a file");
    let number = |key: &str| place[key].as_u64().and_then(|it| usize::try_from(it).ok());
    let (line, column) = (number("line").expect("a line"), number("column").expect("a column"));
    let line = file.lines().nth(line - 1).expect("a line");
    let from: String = line.chars().skip(column - 1).collect();
    let quoted = from.starts_with(['"', '\'']);
    let from = from.trim_start_matches(['"', '\'']);
    if from.starts_with("pm") {
        return Some(Decimal::ZERO);
    }
    if from.starts_with(['+', '-']) {
        return None;
    }
    // A price of a list stands where its name does.
    if from.starts_with(char::is_alphabetic) {
        return None;
    }
    let end = from.find(|c: char| !c.is_ascii_digit() && !"._".contains(c)).unwrap_or(from.len());
    let number = Decimal::from_str_exact(&from[..end].replace('_', "")).expect(from);
    Some(if quoted { number / Decimal::ONE_HUNDRED } else { number })
}

#[test]
fn the_register_has_what_is_swung_and_written() {
    let files = files();
    assert!(files.len() > 15, "{files:?}");
    files.par_iter().for_each(|path| {
        let name = path.to_str().expect("a name");
        let (swung, found) = (json(&["sensitivity", name], ""), json(&["sources", name], ""));
        assert_eq!(swung["margin"], found["margin"]);
        let figures = list(&found, "figures");
        let texts: BTreeSet<_> = figures.iter().map(|it| text(&it["place"], "file")).collect();
        let texts: Vec<_> =
            texts.into_iter().map(|it| fs::read_to_string(it).expect("a file")).collect();
        // What holds by default is nobody's figure. In a file it stands at the begin of a line.
        let mut lines = texts.iter().flat_map(|text| text.lines());
        let discounts = lines.any(|line| line.starts_with("discount_rate"));
        let swung: BTreeMap<_, _> = list(&swung, "inputs")
            .iter()
            .filter(|input| discounts || text(input, "path") != "case.discount_rate")
            .map(|input| (text(input, "path"), [&input["kind"], &input["value"], &input["swing"]]))
            .collect();
        let registered: BTreeMap<_, _> = figures
            .iter()
            .map(|it| (text(it, "path"), [&it["kind"], &it["value"], &it["swing"]]))
            .collect();
        assert_eq!(swung, registered, "{name}");
        for figure in figures {
            let value = Decimal::from_str_exact(text(figure, "value")).expect("a number");
            let written = written_at(&figure["place"]);
            assert!(written.is_none_or(|it| it == value), "{name}: {figure}: {written:?}");
        }
        let confirmed: Vec<_> = figures.iter().map(|it| it["confirmed"] == true).collect();
        assert!(confirmed.is_sorted(), "{name}");
        let unconfirmed = confirmed.iter().filter(|confirmed| !**confirmed).count();
        let tally = serde_json::json!({"figures": figures.len(), "unconfirmed": unconfirmed});
        assert_eq!(found["assumptions"], tally, "{name}");
        assert_eq!(json(&["check", name], "")["assumptions"], tally, "{name}");
        let rows = bizcase(&["sources", name, "--format", "csv"], "").stdout;
        assert_eq!(rows.lines().count(), figures.len() + 1, "{name}");
    });
}

#[test]
fn a_summary_of_many_files_leaves_the_register_out() {
    let one = bizcase(&["check", "cases/buurtkeuken.toml", "--lang", "en"], "").stdout;
    assert!(one.contains("bizcase sources cases/buurtkeuken.toml"), "{one}");
    let many = bizcase(&["check", "cases", "--lang", "en"], "").stdout;
    assert!(many.contains("buurtkeuken") && !many.contains("sources"), "{many}");
}

/// What the rent of 40 is said to rest on, with something laid over it: 44 is not what the lease says.
#[test]
fn a_source_does_not_speak_for_what_is_laid_over_its_figure() {
    let case = format!(
        "{HEAD}opening_cash = 500\nsource = \"Annual accounts 2025\"\n[cost.rent]\namount = \
         40\nper = \"month\"\nindex = \"2%\"\nsource = \"Lease, article 4\"\n[scenario.dear]\n\
         cost.rent.amount = 44\n[scenario.offered]\ncost.rent = {{ amount = 44, source = \"Offer \
         of 3 May\" }}\n[scenario.all]\ncost.\"*\" = \"+10%\"\n[scenario.rich]\n\
         case.opening_cash = 5_000\n"
    );
    let lease = Some("Lease, article 4");
    let offer = Some("Offer of 3 May");
    let rent = |options: &[&str]| {
        let found = json(&[&["sources", "-"], options].concat(), &case);
        let told = json(&[&["check", "-"], options].concat(), &case);
        assert_eq!(told["assumptions"], found["assumptions"], "{options:?}");
        let said = said(&found);
        ["cost.rent.amount", "cost.rent.index", "case.opening_cash"]
            .map(|path| said[path].0.map(str::to_owned))
    };
    let is = |said: [Option<&str>; 3]| said.map(|said| said.map(str::to_owned));
    let accounts = Some("Annual accounts 2025");
    assert_eq!(rent(&[]), is([lease, lease, accounts]));
    assert_eq!(rent(&["--scenario", "dear"]), is([None, lease, accounts]));
    assert_eq!(rent(&["--scenario", "offered"]), is([offer, offer, accounts]));
    assert_eq!(rent(&["--scenario", "all"]), is([None, lease, accounts]));
    assert_eq!(rent(&["--scenario", "rich"]), is([lease, lease, None]));
    let amount = ["--set", "cost.rent.amount=44"];
    let source = ["--set", "cost.rent.source=\"Offer of 3 May\""];
    assert_eq!(rent(&amount), is([None, lease, accounts]));
    assert_eq!(rent(&[amount, source].concat()), is([offer, offer, accounts]));
    assert_eq!(rent(&[source, amount].concat()), is([None, offer, accounts]));
    // `explain` claims no more.
    let explained = |options: &[&str]| {
        let arguments = [&["explain", "-", "cost.rent.2027-01", "--depth", "9"], options].concat();
        bizcase(&arguments, &case).stdout
    };
    let is_amount = |line: &&str| line.contains("amount (");
    let line = |told: &str| told.lines().find(is_amount).expect("an amount").to_owned();
    assert!(line(&explained(&[])).contains("Lease"));
    assert!(!line(&explained(&amount)).contains("Lease"), "{}", explained(&amount));
}

/// Two files, of which the upper one raises the rent, and of which a third names a new source.
#[test]
fn a_source_does_not_speak_for_what_a_file_lays_over_it() {
    let folder = std::env::temp_dir().join(format!("bizcase-sources-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).expect("a file that can be written");
        path.to_str().expect("a name").to_owned()
    };
    let base = format!(
        "{HEAD}[cost.rent]\namount = 40\nper = \"month\"\nindex = \"2%\"\nsource = \"Lease, \
         article 4\"\n"
    );
    write("base.toml", &base);
    let dear = write("dear.toml", "extends = \"base.toml\"\n[cost.rent]\namount = 44\n");
    let offered = write(
        "offered.toml",
        "extends = \"dear.toml\"\n[cost.rent]\nsource = \"Offer of 3 May\"\n",
    );
    let found = json(&["sources", &dear], "");
    let lease = (Some("Lease, article 4"), true);
    assert_eq!(said(&found)["cost.rent.amount"], (None, false));
    assert_eq!(said(&found)["cost.rent.index"], lease);
    let found = json(&["sources", &offered], "");
    let offer = (Some("Offer of 3 May"), true);
    assert_eq!(said(&found)["cost.rent.amount"], offer);
    assert_eq!(said(&found)["cost.rent.index"], offer);
    fs::remove_dir_all(&folder).expect("a folder that can go");
}
