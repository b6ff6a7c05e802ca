//! Draws from ranges: the same on any number of threads, and judged as `check` judges their figures.
#![allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a mean and its error")]

use crate::reference::random::{self, Dice};
use crate::support::bizcase;
use bizcase::document::{self, Value as Node};
use bizcase::money::Cents;
use bizcase::whatif::Trial;
use bizcase::whatif::inputs::overlay;
use bizcase::whatif::simulate::{Draw, DrawOutcome, Simulator, simulate};
use rayon::ThreadPoolBuilder;
use rust_decimal::Decimal;
use serde_json::Value;

const CHANCES: &str = include_str!("simulate/chances.toml");

fn trial(text: &str) -> Trial {
    let source = document::open("case.toml".to_owned(), text.as_bytes().to_vec()).unwrap();
    Trial::of(document::read(source).unwrap()).unwrap()
}

fn json(arguments: &[&str], text: &str) -> Value {
    let output = bizcase(&[arguments, &["-", "--format", "json"]].concat(), text);
    serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{}", output.stderr))
}

/// The text with other values for its ranges: `written` gives that of a path such as
/// `cost.cook.amount`, and what to add to an entry such as `funding.wijkimpuls`.
fn rewritten(
    text: &str,
    value: impl Fn(&str) -> Option<String>,
    added: impl Fn(&str) -> Option<String>,
) -> String {
    let mut table = String::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            line.trim_matches(['[', ']']).clone_into(&mut table);
            lines.push(line.to_owned());
            lines.extend(added(&table));
            continue;
        }
        let key = line.split('=').next().unwrap_or_default().trim();
        match value(&format!("{table}.{key}")) {
            Some(value) if line.contains('{') => lines.push(format!("{key} = {value}")),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}

fn file_of(text: &str, trial: &Trial, simulator: &Simulator, draw: &Draw) -> String {
    let value = |path: &str| {
        let ranges = &simulator.lottery.ranges;
        let at = ranges.iter().position(|drawn| drawn.input.path() == path)?;
        match ranges[at].input.written(draw.values[at]) {
            // A number of three decimals would be taken for thousands.
            Node::Number(number) if number.written.contains('.') => Some(
                format!("{}0000", number.written).chars().take(number.written.len() + 4).collect(),
            ),
            Node::Number(number) => Some(number.written),
            Node::Text(text) => Some(format!("\"{text}\"")),
            other => panic!("{other:?}"),
        }
    };
    let added = |table: &str| {
        let id = table.strip_prefix("funding.")?;
        let chances = simulator.lottery.chances.iter();
        let at = chances.clone().position(|it| trial.case.funding[it.place].id == id)?;
        Some(if draw.granted[at] { "status = \"committed\"" } else { "off = true" }.to_owned())
    };
    rewritten(text, value, added)
}

#[test]
fn a_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let on = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| bizcase(&["simulate", "-", "--draws", "300", "--format", "json"], CHANCES))
    };
    let (one, two) = (on(1), on(2));
    assert_eq!(one.code, 0, "{}", one.stderr);
    assert_eq!(one.stdout, two.stdout);
    let other =
        bizcase(&["simulate", "-", "--draws", "300", "--seed", "2", "--format", "json"], CHANCES);
    assert_ne!(one.stdout, other.stdout);
}

/// The figure of a test in the output of `check`.
fn figure(check: &Value, test: &str) -> Option<String> {
    let tests = check["tests"].as_array().unwrap();
    let test = tests.iter().find(|it| it["id"] == test).unwrap();
    test["certain"]["figure"].as_str().map(str::to_owned)
}

fn assert_is_what_check_finds(outcome: &DrawOutcome, check: &Value, told: &str) {
    let verdict = match (outcome.closes, outcome.conditional) {
        (true, _) => "closes",
        (false, true) => "conditional",
        (false, false) => "does_not_close",
    };
    assert_eq!(check["verdict"], verdict, "{told}");
    let money = |amount: Cents| Some(amount.to_string());
    assert_eq!(money(outcome.lowest_cash), figure(check, "liquidity"), "{told}");
    assert_eq!(money(outcome.structural.unwrap()), figure(check, "structural"), "{told}");
    let returned = outcome.public_return.map(|ratio| ratio.four_decimals().to_string());
    assert_eq!(returned, figure(check, "public_return"), "{told}");
}

#[test]
fn a_draw_written_out_as_a_case_file_is_judged_the_same() {
    let trial = trial(CHANCES);
    let simulator = Simulator::of(&trial, 7).unwrap();
    let mut desk = simulator.desk();
    for number in 0..60 {
        let (draw, outcome) = simulator.judge(&mut desk, number).unwrap();
        let file = file_of(CHANCES, &trial, &simulator, &draw);
        assert_is_what_check_finds(&outcome, &json(&["check"], &file), &file);
    }
}

/// Its thresholds and two months of its season are ranges; in July hardly any meals are sold.
const THRESHOLDS: &str = r#"
format = 1
[case]
name = "K"
start = "2027-01"
years = 2
opening_cash = 900
[party.gemeente]
public = true
[criteria]
min_cash = { low = 0, likely = 400, high = 900 }
min_dscr = { low = 0.5, likely = 1.2, high = 3 }
max_dependence = { low = "20%", likely = "50%", high = "80%", shape = "uniform" }
min_public_return = { low = 0.5, likely = 1, high = 2 }
min_social_return = { low = 0.1, likely = 0.5, high = 1 }
require = ["dscr", "dependence", "public_return", "social_return"]
[cost.cook]
amount = 1_000
per = "month"
[funding.meals]
kind = "sales"
quantity = 1_200
price = 7.50
per = "year"
season = [8, 8, { low = 2, likely = 8, high = 12 }, 8, 8, 8, { low = 0, likely = 1, high = 8 }, 8, 8, 8, 8, 8]
[funding.help]
kind = "contract"
party = "gemeente"
amount = 450
per = "month"
status = "committed"
[funding.bank]
kind = "loan"
amount = 1_000
term = "1 year"
interest = "3%"
status = "committed"
[avoided.care]
party = "gemeente"
amount = 9_000
per = "year"
"#;

/// The arguments that lay what was drawn over a case: of a list all of it.
fn laid(trial: &Trial, simulator: &Simulator, draw: &Draw) -> Vec<String> {
    let values = simulator.lottery.ranges.iter().map(|drawn| &drawn.input).zip(&draw.values);
    let table = overlay(values);
    let mut arguments = Vec::new();
    for drawn in &simulator.lottery.ranges {
        let path: Vec<&str> = drawn.input.keys.iter().map(String::as_str).collect();
        let (last, tables) = path.split_last().unwrap();
        let within = tables.iter().fold(&table, |table, key| match &table.0[*key].node.value {
            Node::Table(inner) => inner,
            other => panic!("{other:?}"),
        });
        let written = |node: &Node| match node {
            Node::Number(number) => {
                // A number of three decimals would be taken for thousands.
                let point = if number.written.contains('.') { "0000" } else { "" };
                let digits = format!("{}{point}", number.written);
                let decimals = digits.find('.').map_or(0, |at| digits.len() - at - 1);
                digits[..digits.len() - decimals.saturating_sub(6)].to_owned()
            }
            Node::Text(text) => format!("\"{text}\""),
            other => panic!("{other:?}"),
        };
        let value = match &within.0[*last].node.value {
            Node::List(nodes) => {
                let items: Vec<_> = nodes.iter().map(|node| written(&node.value)).collect();
                format!("[{}]", items.join(", "))
            }
            other => written(other),
        };
        arguments.push(format!("{}={value}", path.join(".")));
    }
    assert!(trial.with(&table).is_ok());
    arguments
}

#[test]
fn thresholds_and_months_of_a_season_are_drawn_and_judged_as_check_does() {
    let trial = trial(THRESHOLDS);
    let simulator = Simulator::of(&trial, 1).unwrap();
    assert_eq!(simulator.lottery.ranges.len(), 7);
    let mut desk = simulator.desk();
    let mut closed = 0;
    for number in 0..40 {
        let (draw, outcome) = simulator.judge(&mut desk, number).unwrap();
        let laid = laid(&trial, &simulator, &draw);
        let sets = laid.iter().flat_map(|it| ["--set", it]);
        let arguments: Vec<_> = ["check"].into_iter().chain(sets).collect();
        assert_is_what_check_finds(&outcome, &json(&arguments, THRESHOLDS), &laid.join(" "));
        closed += u32::from(outcome.closes);
    }
    assert!((1..40).contains(&closed), "{closed}");
}

#[test]
fn a_range_of_no_width_gives_what_check_gives_in_every_draw() {
    let narrow = rewritten(
        CHANCES,
        |path| {
            let trial = trial(CHANCES);
            let simulator = Simulator::of(&trial, 1).unwrap();
            let drawn = simulator.lottery.ranges.iter().find(|it| it.input.path() == path)?;
            let value = match drawn.input.written(drawn.input.value) {
                Node::Number(number) => number.written,
                Node::Text(text) => format!("\"{text}\""),
                other => panic!("{other:?}"),
            };
            Some(format!("{{ low = {value}, likely = {value}, high = {value}, shape = \"pert\" }}"))
        },
        |_| None,
    );
    let narrow = narrow.replace("chance = \"60%\"", "");
    let check = json(&["check"], &narrow);
    let trial = trial(&narrow);
    let simulator = Simulator::of(&trial, 3).unwrap();
    let mut desk = simulator.desk();
    for number in 0..20 {
        assert_is_what_check_finds(&simulator.judge(&mut desk, number).unwrap().1, &check, &narrow);
    }
}

/// Where draws only scale streams they go a quick road: the same draws written out as files are
/// judged the same, halves of cents and all.
#[test]
fn a_draw_on_the_quick_road_is_judged_the_same() {
    let text = include_str!("../benches/twelve_streams.toml");
    let trial = trial(text);
    let simulator = Simulator::of(&trial, 7).unwrap();
    let mut desk = simulator.desk();
    assert!(simulator.only_scales());
    for number in 0..60 {
        let (draw, outcome) = simulator.judge(&mut desk, number).unwrap();
        let file = file_of(text, &trial, &simulator, &draw);
        assert_is_what_check_finds(&outcome, &json(&["check"], &file), &file);
    }
    for number in 0..300 {
        let draw = simulator.lottery.draw(number);
        let ordinary = simulator.judge_ordinarily(draw).unwrap();
        assert_eq!(simulator.judge(&mut desk, number).unwrap().1, ordinary.1, "draw {number}");
    }
}

/// What follows, is paid late, in blocks or in kind, and outcome payments: all that can be scaled.
#[test]
fn whatever_is_scaled_is_what_it_would_be() {
    let text = include_str!("simulate/scaled.toml");
    let trial = trial(text);
    let simulator = Simulator::of(&trial, 3).unwrap();
    let mut desk = simulator.desk();
    assert!(simulator.only_scales());
    for number in 0..400 {
        let (draw, quick) = simulator.judge(&mut desk, number).unwrap();
        assert_eq!(quick, simulator.judge_ordinarily(draw).unwrap().1, "draw {number}");
    }
    // An earmark is no product, nor is a loan: those draws go the ordinary road.
    let ordinary = self::trial(CHANCES);
    assert!(!Simulator::of(&ordinary, 3).unwrap().only_scales());
}

/// Ranges in random cases, on numbers that scale a stream and on such that do more: a draw posted
/// in part by the quick road comes to what the same draw comes to as a document.
#[test]
fn random_draws_come_to_what_they_come_to_as_documents() {
    let (mut only_scale, mut do_more) = (0, 0);
    for seed in 0..200 {
        let text = with_ranges(&random::case(seed), &mut Dice::of(seed));
        let source = document::open("case.toml".to_owned(), text.clone().into_bytes()).unwrap();
        // A range may make a case wrong, such as a growth of less than nothing at its low end.
        let Ok(trial) = Trial::of(document::read(source).unwrap()) else { continue };
        let simulator = Simulator::of(&trial, seed).unwrap();
        if simulator.lottery.ranges.is_empty() {
            continue;
        }
        *(if simulator.only_scales() { &mut only_scale } else { &mut do_more }) += 1;
        let mut desk = simulator.desk();
        for number in 0..4 {
            let Ok((draw, outcome)) = simulator.judge(&mut desk, number) else { continue };
            let ordinary = simulator.judge_ordinarily(draw).unwrap().1;
            assert_eq!(outcome, ordinary, "seed {seed}, draw {number}\n{text}");
        }
    }
    assert!(only_scale >= 10 && do_more >= 50, "{only_scale} {do_more}");
}

/// The text with ranges in the place of about one in `few` of its numbers.
fn with_ranges(text: &str, dice: &mut Dice) -> String {
    let few = dice.pick(&[2, 10]);
    let ranged = |line: &str, dice: &mut Dice| {
        let (key, value) = line.split_once(" = ")?;
        let percent = value.strip_prefix('"').and_then(|value| value.strip_suffix("%\""));
        let likely: Decimal = percent.unwrap_or(value).replace('_', "").parse().ok()?;
        let (low, high) = (likely * Decimal::new(75, 2), likely * Decimal::new(125, 2));
        let decimals = likely.scale().min(2);
        let (low, high) = (low.trunc_with_scale(decimals), high.trunc_with_scale(decimals));
        let drawn = ["amount", "quantity", "price", "share", "cashable", "growth", "interest"];
        let fits = Decimal::ZERO <= low && low <= likely && likely <= high;
        let written = |value: Decimal| match percent {
            Some(_) => format!("\"{value}%\""),
            None => value.to_string(),
        };
        (drawn.contains(&key) && fits && dice.between(1, few) == 1).then(|| {
            let [low, likely, high] = [low, likely, high].map(written);
            format!("{key} = {{ low = {low}, likely = {likely}, high = {high} }}")
        })
    };
    let lines = text.lines().map(|line| ranged(line, dice).unwrap_or_else(|| line.to_owned()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The structural result is linear in a yearly amount: its expectation is that at the amount's own
/// mean, (50,000 + 52,000 + 60,000) / 3 = 54,000 for a triangular range, and (0 + 4 x 30 + 60) / 6 =
/// 30 for a PERT one of a quantity.
#[test]
fn the_mean_of_a_linear_figure_is_its_expectation() {
    let text = |amount: &str, quantity: &str| {
        format!(
            "format = 1\n[case]\nname = \"Mean\"\nstart = \"2027-01\"\nyears = 1\n\
             [cost.cook]\namount = {amount}\nper = \"year\"\n\
             [funding.meals]\nkind = \"sales\"\nquantity = {quantity}\nprice = 150\nper = \"month\"\n"
        )
    };
    let drawn = text(
        "{ low = 50_000, likely = 52_000, high = 60_000 }",
        "{ low = 0, likely = 30, high = 60, shape = \"pert\" }",
    );
    let expected: f64 =
        figure(&json(&["check"], &text("54_000", "30")), "structural").unwrap().parse().unwrap();
    let trial = trial(&drawn);
    let simulator = Simulator::of(&trial, 11).unwrap();
    let mut desk = simulator.desk();
    let figures: Vec<f64> = (0..4_000)
        .map(|number| {
            simulator.judge(&mut desk, number).unwrap().1.structural.unwrap().0 as f64 / 100.0
        })
        .collect();
    let count = figures.len() as f64;
    let mean = figures.iter().sum::<f64>() / count;
    let variance = figures.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let error = (variance / count).sqrt();
    assert!((mean - expected).abs() < 2.0 * error, "{mean} is not {expected} +/- {error}");
}

#[test]
fn ranges_that_move_together_are_low_and_high_together() {
    let trial = trial(CHANCES);
    let simulator = Simulator::of(&trial, 5).unwrap();
    let at = |path: &str| {
        simulator.lottery.ranges.iter().position(|drawn| drawn.input.path() == path).unwrap()
    };
    let (food, meals) = (at("cost.food.price"), at("funding.meals.price"));
    let mut prices: Vec<_> = (0..200)
        .map(|number| simulator.lottery.draw(number))
        .map(|draw| (draw.values[food], draw.values[meals]))
        .collect();
    prices.sort_unstable();
    assert!(prices.is_sorted_by_key(|(_, meals)| *meals));
}

#[test]
fn a_request_is_granted_as_often_as_its_chance_says() {
    let found = simulate(&trial(CHANCES), 2_000, 1, |_| {}).unwrap();
    let trial = trial(CHANCES);
    let simulator = Simulator::of(&trial, 1).unwrap();
    let granted = (0..2_000).filter(|&number| simulator.lottery.draw(number).granted[0]).count();
    // 60% of 2,000 is 1,200, with a standard deviation of 21.9.
    assert!((1_134..=1_266).contains(&granted), "{granted}");
    // With it the case closes at least as often as in all draws, and without it at most as often.
    let request = found.requests[0];
    assert!(request.with.times >= found.closes.times);
    assert!(request.without.times <= found.closes.times);
}

#[test]
fn the_report_is_told_in_both_languages_and_every_format() {
    for (lang, words) in [("en", "closes in"), ("nl", "is sluitend in")] {
        let output = bizcase(&["simulate", "-", "--draws", "200", "--lang", lang], CHANCES);
        assert!(output.stdout.contains(words), "{}", output.stdout);
        assert!(output.stdout.lines().all(|line| line.chars().count() <= 80), "{}", output.stdout);
    }
    let output = bizcase(&["simulate", "-", "--draws", "200", "--format", "csv"], CHANCES);
    assert!(output.stdout.starts_with("of,figure,value\nsimulation,draws,200\n"));
    let output = bizcase(&["simulate", "-", "--draws", "200", "--format", "markdown"], CHANCES);
    assert!(output.stdout.contains("| cost.cook.amount"), "{}", output.stdout);
}
