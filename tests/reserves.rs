//! Own money that is set apart: redone by hand in the files (`reserves/`).

use crate::support::bizcase;
use serde_json::Value;

const ROOF: &str = "tests/reserves/roof.toml";

fn json(args: &[&str]) -> Value {
    let output = bizcase(&[args, &["--format", "json"]].concat(), "");
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// A column of a reserve by month, from a month of the horizon on.
fn months(show: &Value, id: &str, column: &str, from: usize, count: usize) -> Vec<String> {
    let reserves = show["reserves"].as_array().unwrap();
    let reserve = reserves.iter().find(|reserve| reserve["id"] == id).unwrap();
    let months = reserve[column].as_array().unwrap()[from..from + count].iter();
    months.map(|amount| amount.as_str().unwrap().to_owned()).collect()
}

/// A figure of the first test of `check` in the run that is certain, and the others.
fn test<'c>(checked: &'c Value, place: usize, key: &str) -> &'c str {
    checked["tests"][place]["certain"][key].as_str().unwrap_or_default()
}

#[test]
fn what_its_costs_come_to_is_taken_from_it_in_the_order_of_the_file() {
    let show = json(&["show", ROOF, "--by", "month"]);
    let roof = |column| months(&show, "reserve.roof", column, 17, 3);
    assert_eq!(roof("set_apart"), ["150.00", "150.00", "150.00"]);
    assert_eq!(roof("released"), ["0.00", "2850.00", "0.00"]);
    assert_eq!(roof("reserved"), ["2700.00", "0.00", "150.00"]);
    let building = |column| months(&show, "reserve.building", column, 17, 3);
    assert_eq!(building("released"), ["0.00", "1400.00", "0.00"]);
    assert_eq!(building("reserved"), ["1400.00", "0.00", "0.00"]);
    // It is no cash: 10,000.00 - 4,000.00 in July, and the paint in September.
    let cash = show["cash"]["certain"].as_array().unwrap();
    assert_eq!(cash[17..21], ["10000.00", "6000.00", "6000.00", "5500.00"]);
}

/// By the end 17 x 150.00 = 2,550.00 is set apart of the 5,500.00 in hand: 50.00 less than is asked.
#[test]
fn the_tests_look_at_what_is_free() {
    let checked = json(&["check", ROOF]);
    assert_eq!(test(&checked, 0, "figure"), "2950.00");
    assert_eq!(test(&checked, 0, "result"), "fail");
    assert_eq!(test(&checked, 0, "below_from"), "2029-12");
    let year = &checked["years"][2]["certain"];
    let told = ["closing", "reserved", "lowest"].map(|key| year[key].as_str().unwrap());
    assert_eq!(told, ["5500.00", "2550.00", "2950.00"]);
    let without = json(&["check", ROOF, "--set", "reserve.*.off=true"]);
    assert_eq!(test(&without, 0, "figure"), "5500.00");
    assert_eq!(test(&without, 0, "result"), "pass");
    // A tenth more a month: 19 x 165.00 = 3,135.00 leaves the other reserve 865.00 of the roof and the paint to
    // pay, so that 35.00 is left in it; at the end 17 x 165.00 = 2,805.00 more.
    let more = json(&["check", ROOF, "--set", "reserve.roof=+10%"]);
    assert_eq!(test(&more, 0, "figure"), "2660.00");
}

#[test]
fn both_stand_in_the_tables() {
    let text = bizcase(&["show", ROOF, "--lang", "en", "--width", "200"], "").stdout;
    let line = |name: &str| {
        let mut lines = text.lines().filter(|line| line.trim_start().starts_with(name));
        let mut next =
            || lines.next().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        [next(), next()].map(Option::unwrap_or_default)
    };
    assert_eq!(
        line("of which set apart"),
        [
            "of which set apart 3,200.00 750.00 2,550.00",
            "of which set apart 0.00 3,200.00 750.00 2,550.00"
        ]
    );
    assert_eq!(line("free to spend")[0], "free to spend 6,800.00 4,750.00 2,950.00");
    let checked = bizcase(&["check", ROOF, "--lang", "nl"], "").stdout;
    assert!(checked.contains("Opzijgezet"), "{checked}");
}

#[test]
fn from_a_month_on_it_is_less_or_stops_and_what_is_there_stays() {
    let show = |scenario| json(&["show", ROOF, "--by", "month", "--scenario", scenario]);
    // 5 x 150.00 by the end of 2028, then 100.00 a month.
    let leaner = months(&show("leaner"), "reserve.roof", "reserved", 23, 3);
    assert_eq!(leaner, ["750.00", "850.00", "950.00"]);
    let stopped = show("stopped");
    assert_eq!(months(&stopped, "reserve.roof", "set_apart", 23, 2), ["150.00", "0.00"]);
    assert_eq!(months(&stopped, "reserve.roof", "reserved", 23, 2), ["750.00", "750.00"]);
    assert_eq!(months(&stopped, "reserve.roof", "reserved", 35, 1), ["750.00"]);
}

#[test]
fn a_cent_of_rounding_is_no_reason() {
    let checked = json(&["check", "tests/reserves/cent.toml"]);
    let liquidity = &checked["tests"][0]["certain"];
    assert_eq!((&liquidity["figure"], &liquidity["result"]), (&"-0.01".into(), &"pass".into()));
    assert_eq!(liquidity["rounding"], true);
    assert_eq!(checked["verdict"], "closes");
    // A cent more a year is really too much.
    let more =
        json(&["check", "tests/reserves/cent.toml", "--set", "reserve.buffer.amount=100.01"]);
    assert_eq!(test(&more, 0, "result"), "fail");
}

#[test]
fn what_was_set_apart_is_free_when_the_case_has_ended() {
    let checked = json(&["check", "tests/reserves/ends.toml"]);
    // 1,000.00 - 950.00.
    assert_eq!(test(&checked, 2, "figure"), "50.00");
    assert_eq!(test(&checked, 2, "month"), "2028-02");
    // 1,000.00 - 960.00 in its last month.
    let more = json(&["check", "tests/reserves/ends.toml", "--set", "reserve.buffer=\"+6.7%\""]);
    assert_eq!(test(&more, 2, "figure"), "39.70");
    assert_eq!(test(&more, 2, "month"), "2027-12");
}

#[test]
fn it_is_swung_and_drawn() {
    let swung = json(&["sensitivity", ROOF]);
    let inputs = swung["inputs"].as_array().unwrap();
    let paths: Vec<_> = inputs.iter().map(|input| input["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"reserve.roof.amount"), "{paths:?}");
    assert!(paths.contains(&"reserve.building.at.2027-06"), "{paths:?}");
    // 1.00 more a month is 17.00 less at the end.
    let range = "reserve.roof.amount={ low = 149, likely = 150, high = 151, shape = \"uniform\" }";
    let drawn = json(&["simulate", ROOF, "--set", range, "--draws", "400"]);
    assert_eq!(drawn["inputs"][0]["id"], "reserve.roof.amount", "{drawn}");
    // A cost that is drawn takes as much from it: of 1,500.00 for the roof and p for the paint, in hand are 10,000.00
    // - 1,500.00 - p, of which 1,350.00 + 2,550.00 and 1,400.00 - p are set apart, whatever p is.
    let paint = "cost.paint.amount={ low = 100, likely = 200, high = 300, shape = \"uniform\" }";
    let args =
        ["simulate", ROOF, "--set", "cost.roof.amount=1500", "--set", paint, "--draws", "400"];
    let drawn = json(&args);
    let lowest = drawn["spread"]["lowest_cash"].as_object().unwrap();
    assert!(lowest.values().all(|figure| *figure == "3200.00"), "{lowest:?}");
}
