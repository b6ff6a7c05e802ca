//! Prices of lists: brought to the level of a case, and from there on prices like any other.

use crate::support::bizcase;
use serde_json::Value;
use std::fs;

const SHELTER: &str = "tests/prices/shelter.toml";

fn json(args: &[&str]) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), "");
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// What the price of an entry comes to in March 2027.
fn price(entry: &str, laid: &[&str]) -> Value {
    let path = format!("{entry}.exact.2027-03");
    let told = json(&[&["explain", SHELTER, &path], laid].concat());
    let inputs = told["inputs"].as_array().expect("inputs").clone();
    inputs.into_iter().find(|input| input["name"] == "price").expect("a price")
}

fn value(entry: &str, laid: &[&str]) -> String {
    price(entry, laid)["value"].as_str().expect("a value").to_owned()
}

#[test]
fn a_price_is_brought_to_the_year_before_the_start_by_the_index_of_its_list() {
    // 258 x 1.073 / 1 to 2024, and 1.025 twice to 2026: 290.848... .
    assert_eq!(value("avoided.emergency", &[]), "290.85");
    // 12.50 x 1.02 / 1: its own list goes up to 2026.
    assert_eq!(value("cost.beds", &[]), "12.75");
    // Of 2026, the year before the start.
    assert_eq!(value("avoided.benefits", &[]), "15000.00");
    // From 2024 on the level is that of 2023: 258 x 1.073 / 1.033 = 267.990... .
    let earlier = ["--set", "case.start=2024-01"];
    let told =
        json(&[&["explain", SHELTER, "avoided.emergency.exact.2024-03"], &earlier[..]].concat());
    let inputs = told["inputs"].as_array().expect("inputs");
    let price = inputs.iter().find(|input| input["name"] == "price").expect("a price");
    assert_eq!(price["value"], "267.99");
    // Without a word on what comes after 2024 the last figure holds: 258 x 1.073 = 276.834.
    let output = bizcase(&["check", SHELTER, "--set", "case.prices_later=0%"], "");
    assert!(!output.stderr.contains("price_level_ends"), "{}", output.stderr);
    assert_eq!(value("avoided.emergency", &["--set", "case.prices_later=0%"]), "276.83");
}

#[test]
fn a_controller_sees_the_published_price_and_both_index_figures() {
    let price = price("avoided.emergency", &[]);
    assert_eq!(price["formula"], "round2(published * index_then / index_now * (1 + rate)^2)");
    let inputs = price["inputs"].as_array().expect("inputs");
    let of = |name: &str| inputs.iter().find(|input| input["name"] == name).expect(name);
    assert_eq!(of("published")["value"], "258.00");
    assert_eq!(of("published")["path"], "nl.emergency.value");
    assert!(of("published")["source"].as_str().unwrap().starts_with("Kostenhandleiding 2024"));
    assert_eq!(of("index_then")["path"], "nl.cpi.factors.2022");
    assert_eq!(of("index_then")["value"], "1.073");
    assert_eq!(of("index_now")["path"], "nl.cpi.factors.2024");
    assert_eq!(of("rate")["value"], "0.025");
}

#[test]
fn a_price_of_a_list_is_laid_over_swung_and_drawn_like_any_other() {
    assert_eq!(value("avoided.emergency", &["--set", "avoided.emergency.price=300"]), "300.00");
    // 290.85 x 1.1 = 319.935, with every decimal.
    assert_eq!(value("avoided.emergency", &["--scenario", "dearer"]), "319.935");
    // 657 x 1.073 x 1.025^2 = 740.65...
    assert_eq!(value("avoided.emergency", &["--scenario", "other"]), "740.65");
    // What was laid over a price stays when prices go on in another way, and what is laid later lies on top.
    let both = ["--set", "avoided.emergency.price=300", "--set", "case.prices_later=1%"];
    assert_eq!(value("avoided.emergency", &both), "300.00");
    let named = ["--set", "avoided.emergency.price=300", "--scenario", "other"];
    assert_eq!(value("avoided.emergency", &named), "300.00");
    // A price is brought up to what was laid before more is laid over it: 276.83 x 1.1.
    let then = ["--set", "case.prices_later=0%", "--set", "avoided.emergency.price=+10%"];
    assert_eq!(value("avoided.emergency", &then), "304.513");
    let found = json(&["sensitivity", SHELTER]);
    let inputs = found["inputs"].as_array().expect("inputs");
    let swung = |path: &str| inputs.iter().find(|input| input["path"] == path);
    // 20% less and more, to cents: 232.68 and 349.02.
    let emergency = swung("avoided.emergency.price").expect("it is swung");
    assert_eq!(
        (&emergency["low"]["value"], &emergency["high"]["value"]),
        (&"232.68".into(), &"349.02".into())
    );
    // One bias, swung once.
    assert!(swung("bias.quotes.share").is_some() && swung("cost.room.optimism_bias").is_none());
    assert!(swung("case.prices_later").is_some());
    let drawn = json(&["simulate", SHELTER, "--draws", "20"]);
    let drawn = drawn["inputs"].as_array().expect("inputs");
    assert!(drawn.iter().any(|input| input["id"] == "avoided.emergency.price"));
}

#[test]
fn what_an_entry_does_not_say_comes_from_the_list() {
    let found = json(&["check", SHELTER]);
    let municipality = found["parties"].as_array().expect("parties")[1].clone();
    // 2 x 15,000 x 2 years, of which 90% is a transfer; and 500 x 2.
    assert_eq!(municipality["saves"], "61000.00");
    assert_eq!(municipality["transfer"], "54000.00");
    // A named bias adds to a cost: 10 x 1,000 x 1.1 x 2 years; beds 10 x 12.75 x 2.
    let show = json(&["explain", SHELTER, "cost.room"]);
    assert_eq!(show["value"], "22000.00");
    assert_eq!(json(&["explain", SHELTER, "cost.beds"])["value"], "255.00");
}

#[test]
fn a_source_of_a_list_speaks_for_the_price_alone() {
    let found = json(&["sources", SHELTER]);
    let figures = found["figures"].as_array().expect("figures");
    let of = |path: &str| figures.iter().find(|figure| figure["path"] == path).expect(path);
    assert_eq!(of("avoided.emergency.price")["confirmed"], true);
    assert_eq!(of("avoided.emergency.quantity")["confirmed"], false);
    assert_eq!(of("avoided.emergency.quantity")["source"], Value::Null);
    assert_eq!(of("avoided.benefits.price")["source"], "Published research");
    assert_eq!(of("avoided.benefits.quantity")["source"], "assumption: two people");
    assert_eq!(of("cost.beds.price")["source"], "Accounts of the shelter, p. 4");
    assert_eq!(of("bias.quotes.share")["source"], "Evaluation of 40 works, 2024");
    // A price laid over one of a list has no source of its own.
    let laid = json(&["sources", SHELTER, "--set", "avoided.emergency.price=300"]);
    let figures = laid["figures"].as_array().expect("figures");
    let price = figures.iter().find(|figure| figure["path"] == "avoided.emergency.price");
    assert_eq!(price.expect("it")["confirmed"], false);
}

#[test]
fn the_public_return_rests_on_grades() {
    let evidence = json(&["sources", SHELTER])["evidence"].clone();
    let rows = evidence.as_array().expect("evidence");
    let row = |at: usize| (&rows[at]["ground"], &rows[at]["grade"], &rows[at]["cashable"]);
    // 12 x 290.85 x 2; 2 x 15,000 x 2; 500 x 2.
    assert_eq!(row(0), (&"listed".into(), &"A".into(), &"6980.40".into()));
    assert_eq!(row(1), (&"listed".into(), &"B".into(), &"60000.00".into()));
    assert_eq!(row(2), (&"unconfirmed".into(), &Value::Null, &"1000.00".into()));
    // A case that takes no price from a list has no such table.
    assert_eq!(json(&["sources", "cases/kamers.toml"]).get("evidence"), None);
}

#[test]
fn a_saving_in_another_pocket_is_told_before_the_council_finds_it() {
    let text = fs::read_to_string(SHELTER).expect("the case");
    let told = |text: &str| {
        let file = std::env::temp_dir().join(format!("bizcase-pocket-{}.toml", std::process::id()));
        fs::write(&file, text.replace("[\"nl\", \"own.toml\"]", "\"nl\"")).expect("written");
        let output = bizcase(&["check", &file.display().to_string()], "");
        fs::remove_file(&file).expect("removed");
        output.stderr
    };
    let only = text.replace("own.benefit", "nl.social_work").replace("own.bed", "nl.gp");
    let right = told(&only);
    assert!(!right.contains("other_pocket") && right.contains("inferred_role"), "{right}");
    let wrong = told(&only.replacen("party = \"insurer\"", "party = \"municipality\"", 1));
    assert!(wrong.contains("other_pocket"), "{wrong}");
}

#[test]
fn the_list_that_ships_is_searched_in_both_languages() {
    let paths = |args: &[&str]| -> Vec<String> {
        let found = json(&[&["prices"], args].concat());
        let prices = found["prices"].as_array().expect("prices").clone();
        prices.iter().map(|price| price["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(paths(&["ziekenhuis", "dag"]), ["nl.ward_day"]);
    assert_eq!(paths(&["hospital", "day"]), ["nl.ward_day"]);
    assert_eq!(paths(&["eviction"]).len(), 2);
    assert_eq!(paths(&["zzz"]), Vec::<String>::new());
    assert_eq!(paths(&[]).len(), 38);
    let gp = json(&["prices", "huisarts"])["prices"][0].clone();
    // 30.87 x 1.073 = 33.123...
    assert_eq!((&gp["price"], &gp["level_year"]), (&"33.12".into(), &2024.into()));
    let then = json(&["prices", "huisarts", "--year", "2022"])["prices"][0].clone();
    assert_eq!((&then["price"], &then["level_year"]), (&"30.87".into(), &2022.into()));
    // What has no index figure stays as it is.
    let old = json(&["prices", "schuldhulp"])["prices"][0].clone();
    assert_eq!((&old["price"], &old["level_year"]), (&"1500".into(), &2005.into()));
    for format in ["text", "markdown", "csv"] {
        for language in ["nl", "en"] {
            let output = bizcase(&["prices", "--format", format, "--lang", language], "");
            assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{format}");
            assert!(output.stdout.contains("nl.emergency"), "{format}");
        }
    }
    let own = json(&["prices", "--list", "tests/prices/own.toml"]);
    assert_eq!(own["prices"][0]["path"], "own.bed");
}

#[test]
fn a_list_is_checked_by_itself_and_passed_by_in_a_folder() {
    let output = bizcase(&["check", "cases/prices/nl.toml"], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    assert!(
        output.stdout.contains("38 prices, with index figures of 2012 to"),
        "{}",
        output.stdout
    );
    let output = bizcase(&["check", "tests/prices"], "");
    assert!(!output.stderr.contains("own.toml"), "{}", output.stderr);
    assert!(!output.stdout.contains("own.toml"), "{}", output.stdout);
    assert!(output.stdout.contains("shelter.toml"), "{}", output.stdout);
    let output = bizcase(&["check", SHELTER, "tests/prices/own.toml", "--format", "json"], "");
    let told: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(told[1]["prices"], 2);
}

#[test]
fn no_text_of_a_list_reaches_a_reader_as_a_command() {
    let list = fs::read_to_string("tests/prices/own.toml").expect("the list");
    let list = list.replace("A bed, washed and made", "=A bed\\u001b[2J");
    assert!(list.contains("u001b"));
    for format in ["text", "markdown", "csv"] {
        let output = bizcase(&["prices", "--list", "-", "--format", format], &list);
        assert_eq!(output.code, 0, "{}", output.stderr);
        assert!(output.stdout.contains("A bed") && !output.stdout.contains('\u{1b}'), "{format}");
        assert!(format != "csv" || output.stdout.contains(",'=A bed"), "{}", output.stdout);
    }
}

#[test]
fn whoever_writes_both_a_price_and_a_list_is_asked_which() {
    let text =
        fs::read_to_string(SHELTER).expect("the case").replace("[\"nl\", \"own.toml\"]", "\"nl\"");
    let both = text
        .replace("own.bed", "nl.gp")
        .replace("own.benefit", "nl.social_work")
        .replace("price_from = \"nl.emergency\"", "price_from = \"nl.emergency\"\nprice = 300");
    let output = bizcase(&["check", "-"], &both);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("two_units"), "{}", output.stderr);
}

#[test]
fn a_price_of_a_year_fits_only_units_that_are_for_a_year() {
    // Its units are those of the room: ten a year, and then ten a month.
    let follows = ["check", SHELTER, "--set", "cost.beds.price_from=own.benefit"];
    let fits = bizcase(&follows, "");
    assert!(!fits.stderr.contains("price_per"), "{}", fits.stderr);
    let other = bizcase(&[&follows[..], &["--set", "cost.room.per=month"]].concat(), "");
    assert!(other.code == 2 && other.stderr.contains("error[price_per]"), "{}", other.stderr);
}

#[test]
fn what_counts_twice_from_a_month_on_only_is_told_too() {
    let scenario = ["--scenario", "twice_from_a_month_on"];
    let told = |args: &[&str]| {
        let output =
            bizcase(&[&["check", "tests/prices/twice.toml"], &scenario[..], args].concat(), "");
        output.stderr.matches("counted_twice").count()
    };
    let same_party = ["--set", "avoided.benefits.party=insurer"];
    assert_eq!(told(&same_party), 1);
    assert_eq!(told(&[]), 0);
    // Gone before that month, it is counted once.
    let gone = ["--set", "avoided.emergency.until=2027-12"];
    assert_eq!(told(&[&same_party[..], &gone].concat()), 0);
}
