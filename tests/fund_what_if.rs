//! What if, of a fund: what is compared and swung is what `fund` and `check` say by themselves.

use crate::support::bizcase;
use rayon::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

const FUNDS: [&str; 2] = ["cases/funds/wijkfonds.toml", "cases/funds/lochem.toml"];

/// Small ones: a queue, losses, prices, an initiative that stops, and costs that it cannot pay.
const SMALL: [&str; 3] = [
    "format = 1\n[fund]\nname = \"Queue\"\nstart = \"2027-01\"\nyears = 3\ncapital = 2_000\n\
     prices = \"1%\"\nidle_interest = \"1%\"\nreserve = 50\n[rate]\nwages = [\"2%\", \"3%\"]\n\
     [cost.c]\namount = 3\nper = \"month\"\nindex = \"wages\"\n[contribution.gift]\namount = 300\non \
     = \"2028-03\"\n[initiative.a]\ncase = \"tests/fund/plain.toml\"\nevery = \"5 months\"\n\
     [lending.l]\namount = 250\nquantity = [5, 9]\ninterest = \"8%\"\nloss = \"3%\"\nterm = \"9 \
     months\"\n",
    "format = 1\n[fund]\nname = \"Stops\"\nstart = \"2027-01\"\nyears = 2\ncapital = 2_000\n\
     [initiative.a]\ncase = \"tests/fund/stops.toml\"\n[lending.l]\namount = 100\nquantity = 6\n\
     interest = \"30%\"\nterm = \"6 months\"\n",
    "format = 1\n[fund]\nname = \"Dry\"\nstart = \"2027-01\"\nyears = 1\ncapital = 100\n[cost.c]\n\
     amount = 60\nper = \"month\"\n[contribution.gift]\namount = 700\non = \"2027-09\"\n",
];

/// Of the funds that ship so many numbers are tried by hand: a run with its edges takes long in a
/// test.
const FEW: usize = 2;

fn json(arguments: &[&str], stdin: &str) -> Value {
    let arguments = [arguments, &["--format", "json"]].concat();
    let output = bizcase(&arguments, stdin);
    assert!(output.code != 2, "{arguments:?} {}", output.stderr);
    serde_json::from_str(&output.stdout).expect("JSON")
}

/// Each fund: what to call it on the command line, and its standard input.
fn funds() -> impl ParallelIterator<Item = (&'static str, &'static str)> {
    let files = FUNDS.map(|file| (file, ""));
    let small = SMALL.map(|text| ("-", text));
    files.into_par_iter().chain(small)
}

fn number(value: &Value) -> Decimal {
    Decimal::from_str_exact(value.as_str().expect("a text")).expect("a number")
}

fn cents(value: &Value) -> Decimal {
    number(value) * Decimal::ONE_HUNDRED
}

/// The margin of a fund as the reference has it, from what `fund` says of it.
fn margin(found: &Value) -> (String, Decimal) {
    let measures = &found["measures"];
    let mut capital = cents(&measures["net_worth_real"]) - cents(&measures["put_in_real"]);
    let lowest = cents(&measures["lowest_cash"]);
    let closes = found["verdict"] == "closes";
    if !closes && lowest >= Decimal::ZERO {
        capital = capital.min(-Decimal::ONE);
    }
    if lowest < Decimal::ZERO && lowest <= capital {
        return ("liquidity".to_owned(), lowest);
    }
    ("capital".to_owned(), capital)
}

fn told(margin: &Value) -> (String, Decimal) {
    (margin["test"].as_str().expect("a limit").to_owned(), cents(&margin["figure"]))
}

#[test]
fn a_margin_is_what_is_kept_or_the_lowest_cash() {
    let of = |fund: &str| {
        let text =
            format!("format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 2\n{fund}");
        told(&json(&["sensitivity", "-"], &text)["margin"])
    };
    let is = |limit: &str, cents: i64| (limit.to_owned(), Decimal::from(cents));
    // 1,000 stays 1,000.
    assert_eq!(of("capital = 1_000\n"), is("capital", 0));
    // It stays 1,000, and in prices of 2027 that is 1,000 / 1.02 = 980.39.
    assert_eq!(of("capital = 1_000\nprices = \"2%\"\n"), is("capital", -1961));
    // 0.02 / 1.02 = 0.0196: it is a little short, and rounded it is not. A cent then.
    assert_eq!(of("capital = 0.02\nprices = \"2%\"\n"), is("capital", -1));
    // 100 - 24 x 60 = -1,340 in hand, and 1,440 less than was put in: the worse of both.
    let costs = "[cost.c]\namount = 60\nper = \"month\"\n";
    assert_eq!(of(&format!("capital = 100\n{costs}")), is("capital", -144_000));
    // A gift in December 2028 pays for all costs, but is put in too; until then at the lowest 60 -
    // 23 x 60 = -1,320 in hand.
    let gift = "[contribution.c]\namount = 2_000\non = \"2028-12\"\n";
    assert_eq!(of(&format!("capital = 60\n{gift}{costs}")), is("capital", -144_000));
    // Where interest on a later gift makes up for all costs, only the months before it are short.
    let lends = "idle_interest = \"100%\"\n[contribution.c]\namount = 9_000\non = \"2027-07\"\n";
    assert_eq!(of(&format!("capital = 60\n{lends}{costs}")).0, "liquidity");
}

#[test]
fn the_first_column_is_the_fund_and_each_scenario_is_that_scenario() {
    funds().for_each(|(file, text)| {
        let columns = json(&["compare", file], text)["columns"].clone();
        for column in columns.as_array().expect("columns") {
            let scenario = column["fund"]["scenario"].as_str();
            let over = scenario.map(|id| vec!["--scenario", id]).unwrap_or_default();
            let found = json(&[&["fund", file], over.as_slice()].concat(), text);
            is_the_same(column, &found);
            assert_eq!(column["difference"].is_null(), scenario.is_none());
        }
    });
}

/// Every figure of a column is that of the fund itself.
fn is_the_same(column: &Value, found: &Value) {
    assert_eq!(column["verdict"], found["verdict"]);
    assert_eq!(told(&column["margin"]), margin(found));
    let sum = |flow: &str| found[flow].as_array().expect("a flow").iter().map(number).sum();
    for (figure, value) in column["measures"].as_object().expect("measures") {
        match figure.as_str() {
            "principal" | "interest" | "idle_interest" | "costs" => {
                assert_eq!(number(value), sum(figure), "{figure}");
            }
            "lost" => assert_eq!(number(value), sum("losses")),
            _ => assert_eq!(value, &found["measures"][figure], "{figure}"),
        }
    }
    let [cash, owed] = ["cash", "outstanding"].map(|stock| found[stock].as_array().expect("it"));
    for (place, year) in column["years"].as_array().expect("years").iter().enumerate() {
        let last = place * 12 + 11;
        assert_eq!(number(&year["net_worth"]), number(&cash[last]) + number(&owed[last]));
    }
    let asked = found["initiatives"].as_array().expect("initiatives");
    let fate = |fate: &str| asked.iter().filter(|one| one["fate"] == fate).count();
    assert_eq!(column["initiatives"]["asked"], asked.len());
    assert_eq!(column["initiatives"]["waiting"], fate("waiting"));
    assert_eq!(column["initiatives"]["refused"], fate("refused"));
    let lending = found["lending"].as_array().expect("lending");
    for came in ["asked", "served", "waiting", "refused"] {
        let all: i64 = lending.iter().map(|one| one[came].as_i64().expect("a number")).sum();
        assert_eq!(column["lending"][came], all, "{came}");
        let of_initiatives = column["initiatives"][came].as_i64().expect("a number");
        if came == "served" {
            assert_eq!(column["measures"]["loans"], of_initiatives + all);
        }
    }
}

/// What differs is the one column less the other, of every figure.
#[test]
fn differences_add_up() {
    let columns = json(&["compare", FUNDS[0]], "")["columns"].clone();
    let columns = columns.as_array().expect("columns");
    for column in &columns[1..] {
        let (first, difference) = (&columns[0], &column["difference"]);
        let less = |value: &Value, of: &Value| number(value) - number(of);
        let margin = less(&column["margin"]["figure"], &first["margin"]["figure"]);
        assert_eq!(number(&difference["margin"]), margin);
        for (figure, found) in difference["measures"].as_object().expect("measures") {
            let (value, of) = (&column["measures"][figure], &first["measures"][figure]);
            match figure.as_str() {
                _ if value.is_null() || of.is_null() => assert!(found.is_null(), "{figure}"),
                "loans" => {
                    let count = |value: &Value| value.as_i64().expect("a number");
                    assert_eq!(count(found), count(value) - count(of));
                }
                _ => assert_eq!(number(found), less(value, of), "{figure}"),
            }
        }
        for (year, worth) in column["years"].as_array().expect("years").iter().enumerate() {
            let found = number(&difference["years"][year]["net_worth"]);
            assert_eq!(found, less(&worth["net_worth"], &first["years"][year]["net_worth"]));
        }
    }
}

#[test]
fn laying_nothing_changes_nothing() {
    funds().filter(|(file, _)| *file == "-").for_each(|(file, text)| {
        let text = format!("{text}[scenario.nothing]\nname = \"Nothing\"\n");
        let columns = json(&["compare", file], &text)["columns"].clone();
        let (first, second) = (&columns[0], &columns[1]);
        for same in ["verdict", "margin", "measures", "initiatives", "lending", "years"] {
            assert_eq!(first[same], second[same]);
        }
        assert_eq!(second["changes"].as_array().expect("changes").len(), 0);
    });
}

/// `--set` for one number, or for several of one list.
fn set(inputs: &[Value], values: &BTreeMap<String, Decimal>) -> Vec<String> {
    let written = |input: &Value| {
        let path = input["path"].as_str().expect("a path");
        let value = values.get(path).copied().unwrap_or_else(|| number(&input["value"]));
        let percentage =
            ["share", "growth", "interest"].contains(&input["kind"].as_str().expect("it"));
        if percentage {
            format!("\"{}%\"", (value * Decimal::ONE_HUNDRED).normalize())
        } else {
            // 1.125 could be read in two ways, so it is written 1.1250.
            let mut value = value.normalize();
            if value.scale() == 3 {
                value.rescale(4);
            }
            value.to_string()
        }
    };
    let mut lists: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    let mut arguments = Vec::new();
    for input in inputs {
        let path = input["path"].as_str().expect("a path");
        let (list, place) = path.rsplit_once('.').expect("a path");
        match place.parse() {
            Ok(place) => {
                lists.entry(list.to_owned()).or_default().insert(place, written(input));
            }
            Err(_) if values.contains_key(path) => {
                arguments.push(format!("{path}={}", written(input)));
            }
            Err(_) => {}
        }
    }
    for (list, items) in lists {
        if values.keys().any(|path| path.starts_with(&format!("{list}."))) {
            let items: Vec<_> = items.into_values().collect();
            arguments.push(format!("{list}=[{}]", items.join(", ")));
        }
    }
    arguments
}

fn with(fund: (&str, &str), inputs: &[Value], values: &[(&str, Decimal)]) -> Value {
    let values = values.iter().map(|(path, value)| ((*path).to_owned(), *value)).collect();
    let set = set(inputs, &values);
    assert!(!set.is_empty(), "{values:?}");
    let over: Vec<_> = set.iter().flat_map(|set| ["--set", set.as_str()]).collect();
    json(&[&["fund", fund.0], over.as_slice()].concat(), fund.1)
}

#[test]
fn every_margin_of_the_tornado_is_that_of_the_fund_with_that_value() {
    funds().for_each(|(file, text)| {
        let found = json(&["sensitivity", file], text);
        let inputs = found["inputs"].as_array().expect("inputs");
        let fund = json(&["fund", file], text);
        assert_eq!(told(&found["margin"]), margin(&fund));
        assert_eq!(found["closes"], fund["verdict"] == "closes");
        let shown = if text.is_empty() { FEW } else { inputs.len() };
        inputs.par_iter().take(shown).for_each(|input| {
            let path = input["path"].as_str().expect("a path");
            for end in ["low", "high"] {
                let laid = with((file, text), inputs, &[(path, number(&input[end]["value"]))]);
                assert_eq!(told(&input[end]["margin"]), margin(&laid), "{file} {path} {end}");
            }
        });
    });
}

/// There it is turned, and one step nearer to today's value it is not.
#[test]
fn switching_values_are_proven() {
    funds().for_each(|(file, text)| {
        let found = json(&["sensitivity", file], text);
        let inputs = found["inputs"].as_array().expect("inputs");
        let mut turns = 0;
        let turning = inputs.iter().filter(|input| !input["turns_at"].is_null());
        let shown = if text.is_empty() { FEW } else { inputs.len() };
        for input in turning.take(shown) {
            turns += 1;
            let path = input["path"].as_str().expect("a path");
            let (today, at) = (number(&input["value"]), number(&input["turns_at"]));
            let money =
                ["amount", "price", "quantity"].contains(&input["kind"].as_str().expect("it"));
            let usual = if money { 2 } else { 4 };
            let step = Decimal::new(1, today.normalize().scale().max(usual));
            let nearer = if at < today { at + step } else { at - step };
            let closes = |value| {
                let laid = with((file, text), inputs, &[(path, value)]);
                laid["verdict"] == "closes"
            };
            assert_eq!(closes(at), found["closes"] == false, "{file} {path} {at}");
            assert_eq!(closes(nearer), found["closes"] == true, "{file} {path} {nearer}");
        }
        assert!(turns > 0, "{file} {text}");
    });
}

/// No end of a swing has another verdict while nothing is said to turn it, or only further on.
#[test]
fn what_is_shown_of_a_number_does_not_contradict_itself() {
    funds().for_each(|(file, text)| {
        let found = json(&["sensitivity", file], text);
        for input in found["inputs"].as_array().expect("inputs") {
            let today = number(&input["value"]);
            for end in ["low", "high"] {
                let closes = !number(&input[end]["margin"]["figure"]).is_sign_negative();
                if found["closes"] != closes {
                    let away = (number(&input[end]["value"]) - today).abs();
                    let at = (number(&input["turns_at"]) - today).abs();
                    assert!(at <= away, "{file} {input}");
                }
            }
        }
    });
}

#[test]
fn the_corners_of_a_grid_are_runs() {
    let fund = ("-", SMALL[0]);
    let inputs = json(&["sensitivity", "-"], fund.1)["inputs"].clone();
    let inputs = inputs.as_array().expect("inputs");
    for [rows, columns] in [
        ["fund.capital", "lending.l.interest"],
        ["lending.l.quantity.1", "lending.l.quantity.2"],
        ["rate.wages.2", "cost.c.amount"],
    ] {
        let grid = json(&["sensitivity", "-", "--grid", rows, "--grid", columns], fund.1);
        let axis = |axis: &str| grid[axis]["values"].as_array().expect("values").clone();
        let (down, across) = (axis("rows"), axis("columns"));
        for row in [0, down.len() - 1] {
            for column in [0, across.len() - 1] {
                let values = [(rows, number(&down[row])), (columns, number(&across[column]))];
                let laid = with(fund, inputs, &values);
                assert_eq!(told(&grid["margins"][row][column]), margin(&laid), "{values:?}");
            }
        }
    }
}

/// Every number of a fund file can be a range, and is swung over it.
#[test]
fn every_number_of_a_fund_can_be_a_range() {
    let range = |low: &str, likely: &str, high: &str| {
        format!("{{ low = {low}, likely = {likely}, high = {high} }}")
    };
    let money = range("10", "20", "40");
    let percent = range("\"1%\"", "\"2%\"", "\"4%\"");
    let text = format!(
        "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 2\ncapital = {money}\n\
         reserve = {money}\nidle_interest = {percent}\nprices = [{percent}]\n[rate]\nr = {percent}\n\
         [cost.c]\nquantity = {money}\nprice = {money}\nper = \"year\"\nindex = {percent}\n\
         optimism_bias = {percent}\n[cost.v]\namount = {money}\non = \"2027-01\"\nlife = \"1 year\"\n\
         sold = {{ on = \"2027-02\", price = {money} }}\n[contribution.g]\namount = {money}\n[lending.l]\namount = {money}\n\
         quantity = [{money}, 3]\ninterest = {percent}\nloss = {percent}\nterm = \"1 year\"\n"
    );
    let found = json(&["sensitivity", "-"], &text);
    let inputs = found["inputs"].as_array().expect("inputs");
    let mut paths: Vec<_> = inputs.iter().map(|it| it["path"].as_str().expect("a path")).collect();
    paths.sort_unstable();
    let all = [
        "contribution.g.amount",
        "cost.c.index",
        "cost.c.optimism_bias",
        "cost.c.price",
        "cost.c.quantity",
        "cost.v.amount",
        "cost.v.sold.price",
        "fund.capital",
        "fund.idle_interest",
        "fund.prices.1",
        "fund.reserve",
        "lending.l.amount",
        "lending.l.interest",
        "lending.l.loss",
        "lending.l.quantity.1",
        "lending.l.quantity.2",
        "rate.r",
    ];
    assert_eq!(paths, all);
    for input in inputs.iter().filter(|input| input["path"] != "lending.l.quantity.2") {
        let low = number(&input["low"]["value"]);
        let (value, high) = (number(&input["value"]), number(&input["high"]["value"]));
        assert_eq!((low * Decimal::TWO, high), (value, value * Decimal::TWO), "{input}");
    }
}

/// What is switched off is no number of the fund, nor is what is not written, nor what a scenario
/// says; `"pm"` is nothing.
#[test]
fn only_what_is_written_and_counts_is_swung() {
    let text = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\nyears = 1\ncapital = 100\n\
                [contribution.a]\namount = 5\noff = true\n[contribution.b]\namount = \"pm\"\n\
                [scenario.s]\nfund.reserve = 10\n";
    let found = json(&["sensitivity", "-"], text);
    let inputs = found["inputs"].as_array().expect("inputs");
    let paths: Vec<_> = inputs.iter().map(|it| (&it["path"], &it["value"])).collect();
    let is = |path: &str, value: &str| (Value::from(path), Value::from(value));
    let all = [is("fund.capital", "100"), is("contribution.b.amount", "0")];
    assert_eq!(paths, all.iter().map(|(path, value)| (path, value)).collect::<Vec<_>>());
    let laid = json(&["sensitivity", "-", "--scenario", "s"], text);
    let inputs = laid["inputs"].as_array().expect("inputs");
    assert!(inputs.iter().any(|input| input["path"] == "fund.reserve"), "{laid}");
}

#[test]
fn funds_in_two_currencies_have_amounts_that_are_not_compared() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("two_currencies");
    std::fs::create_dir_all(&folder).expect("a folder");
    let fund = |currency: &str, years: u32| {
        let file = folder.join(format!("{currency}.toml"));
        let text = format!(
            "format = 1\n[fund]\nname = \"{currency}\"\nstart = \"2027-01\"\nyears = {years}\ncurrency \
             = \"{currency}\"\ncapital = 100\n[lending.l]\namount = 10\nquantity = {years}\nterm = \
             \"1 year\"\n"
        );
        std::fs::write(&file, text).expect("a file");
        file.display().to_string()
    };
    let (euros, dollars) = (fund("EUR", 1), fund("USD", 2));
    let found = json(&["compare", &euros, &dollars], "");
    assert_eq!(found["unlike"]["currencies"], serde_json::json!(["EUR", "USD"]));
    assert_eq!(found["unlike"]["horizons"], true);
    let difference = &found["columns"][1]["difference"];
    assert!(difference["margin"].is_null() && difference["measures"]["lent"].is_null());
    assert!(difference["years"][0]["net_worth"].is_null());
    assert_eq!(difference["lending"]["asked"], 3);
    for (language, words) in
        [("en", "these funds are in different"), ("nl", "deze fondsen rekenen in")]
    {
        let told = bizcase(&["compare", &euros, &dollars, "--lang", language], "").stdout;
        assert!(told.contains(words), "{told}");
    }
    // A folder of nothing but funds is compared too.
    let folder = folder.display().to_string();
    assert_eq!(json(&["compare", &folder], "")["columns"].as_array().expect("columns").len(), 2);
}

/// What is wrong with the fund is told once, and what is wrong with a case in that case's own file.
#[test]
fn what_is_wrong_is_told_once() {
    let text = "format = 1\n[fund]\nname = \"F\"\nstart = \"2027-01\"\ncapital = -1\n\
                [initiative.a]\ncase = \"tests/problems/fund/cases/wrong.toml\"\n[scenario.s]\nfund.reserve = 1\n\
                [scenario.t]\nfund.reserve = \"one\"\nfund.colour = 1\n";
    let output = bizcase(&["compare", "-", "--lang", "en"], text);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    assert_eq!(
        output.stderr.matches("`capital` can't be below zero").count(),
        1,
        "{}",
        output.stderr
    );
    assert_eq!(output.stderr.matches("has no key `colour`").count(), 1, "{}", output.stderr);
    assert_eq!(output.stderr.matches("[number_as_text]").count(), 1, "{}", output.stderr);
    assert_eq!(output.stderr.matches("wrong.toml:").count(), 3, "{}", output.stderr);
    let output = bizcase(&["sensitivity", "-", "--lang", "en"], text);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""));
    assert_eq!(output.stderr.matches("wrong.toml:").count(), 3, "{}", output.stderr);
}
