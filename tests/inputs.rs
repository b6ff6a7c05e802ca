//! The numbers that drive a case.

use crate::support::files::toml_files;
use bizcase::document::{self, Document, Source};
use bizcase::money::Cents;
use bizcase::statements::Counted;
use bizcase::whatif::Trial;
use bizcase::whatif::inputs::{Input, Range, inputs};
use bizcase::words::{NumberKind, RangeShape};
use rust_decimal::Decimal;
use std::fs;

fn document(text: &str) -> Document {
    document::read(Source { name: "case.toml".to_owned(), text: text.to_owned() }).expect("TOML")
}

fn trial(text: &str) -> Trial {
    Trial::of(document(text)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn inputs_of(text: &str) -> Vec<Input> {
    let trial = trial(text);
    inputs(&trial.document, &trial.case)
}

fn paths(text: &str) -> Vec<String> {
    inputs_of(text).iter().map(Input::path).collect()
}

const HEAD: &str = "format = 1\n[case]\nname = 'K'\nstart = '2027-01'\nyears = 2\n";

#[test]
fn every_number_is_named_by_its_path_in_the_order_of_the_file() {
    let text = format!(
        "{HEAD}opening_cash = 500\n[rate]\nwages = ['3%', '2%']\nprices = '2%'\n[party.g]\n\
         [cost.a]\namounts = [100, 200]\nper = 'year'\nindex = 'wages'\noptimism_bias = '5%'\n\
         [cost.off]\namount = 5\nper = 'year'\noff = true\n\
         [funding.s]\nkind = 'sales'\nquantity = 5\nprice = 'pm'\nper = 'month'\nramp = ['50%']\n\
         growth = '1%'\nindex = '2%'\nseason = [1,1,1,1,1,1,1,1,1,1,1,1]\n\
         [funding.l]\nkind = 'loan'\namount = 100\nterm = '2 years'\ninterest = '3%'\n\
         [avoided.v]\nparty = 'g'\namount = 10\nper = 'year'\ncashable = '50%'"
    );
    assert_eq!(
        paths(&text),
        [
            "case.opening_cash",
            "rate.wages.1",
            "rate.wages.2",
            "rate.prices",
            "cost.a.amounts.1",
            "cost.a.amounts.2",
            "cost.a.optimism_bias",
            "funding.s.quantity",
            "funding.s.price",
            "funding.s.ramp.1",
            "funding.s.growth",
            "funding.s.season.1",
            "funding.s.season.2",
            "funding.s.season.3",
            "funding.s.season.4",
            "funding.s.season.5",
            "funding.s.season.6",
            "funding.s.season.7",
            "funding.s.season.8",
            "funding.s.season.9",
            "funding.s.season.10",
            "funding.s.season.11",
            "funding.s.season.12",
            "funding.s.index",
            "funding.l.amount",
            "funding.l.interest",
            "avoided.v.amount",
            "avoided.v.cashable",
        ]
    );
}

#[test]
fn the_discount_rate_drives_only_what_a_required_test_makes_of_it() {
    let head = format!("{HEAD}[cost.a]\namount = 5\nper = 'month'\n");
    assert_eq!(paths(&head), ["cost.a.amount"]);
    let required = format!("{head}[criteria]\nrequire = ['public_return']");
    assert_eq!(paths(&required), ["case.discount_rate", "cost.a.amount"]);
    assert_eq!(inputs_of(&required)[0].value, Decimal::new(225, 4));
    let liquid = format!("{head}[criteria]\nrequire = ['dscr']");
    assert_eq!(paths(&liquid), ["cost.a.amount"]);
}

#[test]
fn a_range_counts_as_its_likely_value_and_is_kept() {
    let text = format!(
        "{HEAD}[cost.a]\namount = 'pm'\nper = 'month'\n[funding.s]\nkind = 'sales'\nquantity = 5\nper = 'month'\n\
         price = {{ low = 6.50, likely = 7.50, high = 8, shape = 'pert', moves_with = 'food' }}"
    );
    let price = &inputs_of(&text)[2];
    assert_eq!((price.kind, price.value), (NumberKind::Price, Decimal::new(75, 1)));
    let range = Range {
        low: Decimal::new(65, 1),
        high: Decimal::from(8),
        shape: RangeShape::Pert,
        moves_with: Some("food".to_owned()),
    };
    assert_eq!(price.range, Some(range));
}

/// 600 a year x 2 years at 100%, of which the second year is laid at 50%: 600 + 300 = 900.
#[test]
fn one_number_of_a_list_can_be_changed_by_itself() {
    let text = format!("{HEAD}[cost.a]\namounts = [600, 600]\nper = 'year'\n");
    let trial = trial(&text);
    let second = &inputs(&trial.document, &trial.case)[1];
    let laid = trial.with(&second.at(Decimal::from(300))).expect("a case");
    let costs = &laid.journal.all().costs[0].flow.accrual;
    assert_eq!(Cents::total(costs.iter().copied()), Ok(Cents(90_000)));
}

#[test]
fn every_number_of_every_case_can_be_laid_as_it_is_and_at_its_bounds() {
    for path in toml_files("cases") {
        let trial = trial(&fs::read_to_string(&path).expect("a text"));
        let margin = trial.margin(Counted::Certain).expect("a margin");
        let inputs = inputs(&trial.document, &trial.case);
        assert!(inputs.len() > 10, "{}", path.display());
        for input in inputs {
            let laid = trial.with(&input.at(input.value)).expect("the same case");
            assert_eq!(laid.margin(Counted::Certain), Ok(margin), "{}", input.path());
            let (least, most) = input.kind.bounds().ends();
            assert!((least..=most).contains(&input.value), "{}", input.path());
            for bound in [least, most] {
                trial.with(&input.at(bound)).unwrap_or_else(|problems| {
                    let codes: Vec<_> =
                        problems.iter().map(|problem| problem.mistake.code()).collect();
                    // Only a sum may be too large, never the value itself.
                    assert_eq!(codes, ["too_large"], "{}", input.path());
                    trial.clone()
                });
            }
        }
    }
}
