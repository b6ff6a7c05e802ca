//! Which numbers the verdict hangs on: sums on paper, and a plain scan beside the search.

use crate::support::files::toml_files;
use bizcase::document::{self, Document, Source};
use bizcase::money::Cents;
use bizcase::overlay::Layers;
use bizcase::statements::Counted;
use bizcase::verdict::Figure;
use bizcase::whatif::Trial;
use bizcase::whatif::inputs::inputs;
use bizcase::whatif::sensitivity::{OfCase, Sensitivity, Swing, grid, sensitivity};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::fs;

fn document(text: &str) -> Document {
    document::read(Source { name: "case.toml".to_owned(), text: text.to_owned() }).expect("TOML")
}

fn trial_of(document: Document) -> Trial {
    Trial::of(document).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn one_year(entries: &str) -> Trial {
    trial_of(document(&format!(
        "format = 1\n[case]\nname = 'K'\nstart = '2027-01'\nyears = 1\n{entries}"
    )))
}

fn swings(trial: &Trial) -> Sensitivity {
    sensitivity(&OfCase { trial, counted: Counted::Certain }, |_| {}).expect("sums that fit")
}

fn swing<'s>(sensitivity: &'s Sensitivity, path: &str) -> &'s Swing {
    let found = sensitivity.swings.iter().find(|swing| swing.input.path() == path);
    found.unwrap_or_else(|| panic!("{path}"))
}

fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}

fn money(swing: &Swing) -> [Option<i64>; 2] {
    [swing.low, swing.high].map(|end| match end.margin.expect("sums that fit").by {
        Figure::Money(amount) => Some(amount.0),
        Figure::Ratio(_) => None,
    })
}

/// 100 meals x 10.00 = 1,000 a month, rent 950: 50 to spare each month, 600 in the year. Lowest cash
/// is January's 50.00: the margin. At 9.00 a meal each month is 50 short and the year 600; at 11.00
/// January has 150. Cash stays at zero from 9.50 a meal down to the first cent below: 9.49.
#[test]
fn a_price_is_swung_by_a_tenth_and_turns_where_nothing_is_left() {
    let trial = one_year(
        "[cost.rent]\namount = 950\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\nquantity = 100\nprice = 10\nper = 'month'\n",
    );
    let sensitivity = swings(&trial);
    assert_eq!(sensitivity.margin.by, Figure::Money(Cents(5_000)));
    let price = swing(&sensitivity, "funding.meals.price");
    assert_eq!((price.low.value, price.high.value), (number("9"), number("11")));
    assert_eq!(money(price), [Some(-60_000), Some(15_000)]);
    assert_eq!(price.size, Some(Figure::Money(Cents(75_000))));
    assert_eq!(price.turns_at, Some(number("9.49")));
    // 950 + 50 is spent in full; a cent more is too much.
    assert_eq!(swing(&sensitivity, "cost.rent.amount").turns_at, Some(number("1000.01")));
    // 95 meals pay the rent, and 94.99 do not.
    assert_eq!(swing(&sensitivity, "funding.meals.quantity").turns_at, Some(number("94.99")));
    // The quantity moves it as much as the price, and stands before it in the list of numbers; the
    // rent moves it less: -95 or +95 a month.
    let order: Vec<_> = sensitivity.swings.iter().map(|swing| swing.input.path()).collect();
    assert_eq!(order, ["funding.meals.quantity", "funding.meals.price", "cost.rent.amount"]);
}

/// A case that does not close: 1,000 a month is needed and 900 comes. The share of a cost that
/// follows turns it from 10% to 0%: 900 = 818.18... x 1.1 does not, so the cost itself must fall.
#[test]
fn a_case_that_does_not_close_is_told_where_it_does() {
    let trial = one_year(
        "[cost.rent]\namount = 880\nper = 'month'\n\
         [cost.service]\nof = 'cost.rent'\nshare = '10%'\n\
         [funding.meals]\nkind = 'sales'\namount = 900\nper = 'month'\n\
         [funding.grant]\nkind = 'grant'\namount = 500\nper = 'month'\n",
    );
    let sensitivity = swings(&trial);
    // 880 x 1.1 = 968; 68 short a month, 816 a year.
    assert_eq!(sensitivity.margin.by, Figure::Money(Cents(-81_600)));
    let turns = |path| swing(&sensitivity, path).turns_at;
    assert_eq!(turns("funding.meals.amount"), Some(number("968")));
    // 900 / 1.1 = 818.1818: 818.18 x 1.1 = 899.998.
    assert_eq!(turns("cost.rent.amount"), Some(number("818.18")));
    // 20 / 880 = 2.2727...%: 2.27% is 19.976, 2.28% is 20.064.
    assert_eq!(turns("cost.service.share"), Some(number("0.0227")));
    // What is only requested does not count on certain funding, whatever its amount.
    let grant = swing(&sensitivity, "funding.grant.amount");
    assert!(!grant.moves() && grant.turns_at.is_none());
    // On all funding it would: 68 a month will do, but a grant is never structural.
    let all = self::sensitivity(&OfCase { trial: &trial, counted: Counted::All }, |_| {})
        .expect("sums that fit");
    assert!(swing(&all, "funding.grant.amount").turns_at.is_none());
}

#[test]
fn a_range_is_swung_from_end_to_end_and_one_without_width_not_at_all() {
    let trial = one_year(
        "[cost.rent]\namount = { low = 900, likely = 900, high = 900 }\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\nper = 'month'\n\
         amount = { low = 800, likely = 1_000, high = 1_100 }\n",
    );
    let sensitivity = swings(&trial);
    let rent = swing(&sensitivity, "cost.rent.amount");
    assert!(!rent.moves());
    assert_eq!(rent.size, Some(Figure::Money(Cents(0))));
    assert_eq!(rent.turns_at, Some(number("1000.01")));
    let meals = swing(&sensitivity, "funding.meals.amount");
    assert_eq!((meals.low.value, meals.high.value), (number("800"), number("1100")));
    assert_eq!(money(meals), [Some(-120_000), Some(20_000)]);
}

#[test]
fn a_swing_stays_within_the_bounds_of_its_number() {
    let trial = one_year(
        "[party.g]\n[criteria]\nrequire = ['social_return']\n\
         [cost.rent]\namount = 900\nper = 'month'\nindex = '-2%'\n\
         [funding.meals]\nkind = 'sales'\nper = 'month'\namount = 1000\n\
         [avoided.care]\nparty = 'g'\namount = 900\nper = 'month'\ndeadweight = '95%'\n",
    );
    let sensitivity = swings(&trial);
    let deadweight = swing(&sensitivity, "avoided.care.deadweight");
    assert_eq!((deadweight.low.value, deadweight.high.value), (number("0.855"), number("1")));
    // Saved is 5% of 10,800 = 540; costs are 10,800: a return of 0.05, 0.95 short. With a deadweight
    // of 0% it would be 1. Nearer lies 100%: where nothing is saved there is no return to measure.
    assert_eq!(deadweight.turns_at, Some(number("1")));
    let index = swing(&sensitivity, "cost.rent.index");
    assert_eq!((index.low.value, index.high.value), (number("-0.022"), number("-0.018")));
    // The discount rate counts, since a present value is required; of one year it moves nothing.
    assert!(!swing(&sensitivity, "case.discount_rate").moves());
}

#[test]
fn a_grid_holds_the_margin_over_two_numbers() {
    let trial = one_year(
        "[rate]\nwages = ['0%', '10%']\n[cost.rent]\namount = 950\nper = 'month'\n\
         [funding.meals]\nkind = 'sales'\nquantity = 100\nprice = 10\nper = 'month'\n",
    );
    let all = inputs(&trial.document, &trial.case);
    let input = |path: &str| all.iter().find(|it| it.path() == path).expect("a number").clone();
    let of_case = OfCase { trial: &trial, counted: Counted::Certain };
    let grid = grid(&of_case, input("funding.meals.price"), input("cost.rent.amount"));
    let values = |texts: [&str; 5]| texts.map(number).to_vec();
    assert_eq!(grid.rows.values, values(["9", "9.5", "10", "10.5", "11"]));
    assert_eq!(grid.columns.values, values(["855", "902.5", "950", "997.5", "1045"]));
    let by = |row: usize, column: usize| grid.margins[row][column].expect("sums that fit").by;
    assert_eq!(by(2, 2), Figure::Money(Cents(5_000)));
    // 900 - 855 = 45 in January; 1,100 - 1,045 = 55; 12 x (900 - 1,045) = -1,740.
    assert_eq!(by(0, 0), Figure::Money(Cents(4_500)));
    assert_eq!(by(4, 4), Figure::Money(Cents(5_500)));
    assert_eq!(by(0, 4), Figure::Money(Cents(-174_000)));
    // Two numbers of one list; nothing to swing about zero.
    let rates =
        bizcase::whatif::sensitivity::grid(&of_case, input("rate.wages.1"), input("rate.wages.2"));
    assert_eq!((rates.rows.values.len(), rates.columns.values.len()), (1, 5));
}

/// The cases that ship, and one with residents taking it over.
fn cases() -> Vec<(String, Trial)> {
    let mut cases = Vec::new();
    for path in toml_files("cases") {
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).expect("a text");
        if name.contains("buurtkeuken") {
            let layers = Layers { scenarios: vec!["handover".to_owned()], ..Layers::default() };
            let laid = layers.over(document(&text)).unwrap_or_else(|wrong| panic!("{wrong:?}"));
            cases.push((format!("{name} handed over"), trial_of(laid)));
        }
        cases.push((name, trial_of(document(&text))));
    }
    cases
}

fn closes(trial: &Trial, swing: &Swing, value: Decimal) -> Option<bool> {
    let laid = swing.input.laid(trial, value).ok()?;
    laid.margin(Counted::Certain).ok().map(bizcase::verdict::Margin::closes)
}

/// Where it turns it has turned, one step nearer it has not, and no point of a plain scan that has
/// turned lies nearer. The scan goes to three times the number, and of a percentage to its bounds.
#[test]
fn switching_values_are_proven_and_agree_with_a_plain_scan() {
    for (name, trial) in cases() {
        let sensitivity = swings(&trial);
        let now = sensitivity.margin.closes();
        sensitivity.swings.par_iter().for_each(|swing| {
            let path = format!("{name} {}", swing.input.path());
            let today = swing.input.value;
            let found = swing.turns_at.map(|value| (value - today).abs());
            if let Some(value) = swing.turns_at {
                assert_eq!(closes(&trial, swing, value), Some(!now), "{path} at {value}");
                let usual = if swing.input.kind.is_percentage() { 4 } else { 2 };
                let scale = today.normalize().scale().max(usual).min(swing.input.kind.decimals());
                let step = Decimal::new(1, scale);
                let nearer = if value < today { value + step } else { value - step };
                assert_eq!(closes(&trial, swing, nearer), Some(now), "{path} at {nearer}");
            }
            for value in scanned(swing) {
                if closes(&trial, swing, value) == Some(!now) {
                    let distance = (value - today).abs();
                    assert!(found.is_some_and(|found| found <= distance), "{path} scanned {value}");
                }
            }
        });
    }
}

fn scanned(swing: &Swing) -> Vec<Decimal> {
    let (least, most) = swing.input.kind.bounds().ends();
    let today = swing.input.value;
    let points = Decimal::from(12);
    let (low, high) = if swing.input.kind.is_percentage() {
        (least, most.min(Decimal::ONE))
    } else {
        (Decimal::ZERO, today * Decimal::from(3))
    };
    let down = (1..=12).map(|k| today - (today - low) * Decimal::from(k) / points);
    let up = (1..=12).map(|k| today + (high - today) * Decimal::from(k) / points);
    let decimals = swing.input.kind.decimals();
    down.chain(up).map(|value| value.round_dp(decimals).clamp(least, most)).collect()
}
