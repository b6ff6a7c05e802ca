//! A file in which any key can stand: what else its table needs is taken from the room itself.

use bizcase::words::{Choice, FundingKind, Key, Need, Once, Section, Takes, Word};
use std::collections::BTreeSet;
use strum::VariantArray;
use toml::{Table, Value};

const CASE: &str = r#"
format = 1
[case]
name = "K"
start = "2027-01"
years = 5
prices = "nl"
[rate]
prices = "2%"
[bias.quotes]
share = "10%"
[party.gemeente]
[cost.coordinator]
quantity = 10
price = 100
per = "year"
[cost.oven]
amount = 8_000
on = "2027-01"
life = "10 years"
[avoided.day_care]
party = "gemeente"
amount = 4_000
per = "year"
[funding.gemeente]
kind = "contribution"
party = "gemeente"
amount = 1_500
per = "year"
status = "committed"
[scenario.handover]
from = "2028-01"
[scenario.handover.cost.coordinator]
price = 110
"#;

/// The same case with facts, and something in each group that they can be of.
const FACTS: &str = r#"
[actual]
until = "2028-06"
[cost.another]
amount = 5
on = "2027-03"
[funding.another]
kind = "sales"
amount = 5
on = "2027-03"
[avoided.another]
party = "gemeente"
amount = 5
on = "2027-03"
[value.another]
party = "gemeente"
amount = 5
on = "2027-03"
[burden.another]
party = "gemeente"
amount = 5
on = "2027-03"
"#;

const FUND: &str = r#"
format = 1
[fund]
name = "F"
start = "2027-01"
years = 5
capital = 20_000
[rate]
prices = "2%"
[cost.coordinator]
quantity = 10
price = 10
per = "year"
[lending.small]
amount = 2_000
quantity = 2
term = "3 years"
"#;

/// A value as it stands in a file.
pub fn value(written: &str) -> Value {
    let document: Table = format!("it = {written}").parse().expect(written);
    document["it"].clone()
}

/// A table of some sort, in a file.
#[derive(Clone)]
pub struct Fixture {
    section: Section,
    document: Table,
    path: Vec<&'static str>,
}

/// All sorts of tables in which a key can stand by itself; of funding each kind.
pub fn all() -> impl Iterator<Item = Fixture> {
    Section::VARIANTS.iter().filter_map(|section| Fixture::of(*section))
}

impl Fixture {
    fn of(section: Section) -> Option<Self> {
        use Section as S;
        let (file, path) = match section {
            S::CaseFile => (CASE, vec![]),
            S::FundFile => (FUND, vec![]),
            S::Case => (CASE, vec!["case"]),
            S::Fund => (FUND, vec!["fund"]),
            S::Party => (CASE, vec!["party", "subject"]),
            S::Cost => (CASE, vec!["cost", "subject"]),
            S::Sales | S::Income | S::Outcome | S::Equity | S::Loan | S::InKind => {
                (CASE, vec!["funding", "subject"])
            }
            // It is none of the kinds in particular; and a price list is no part of a case.
            S::Funding | S::PriceFile | S::PriceHead | S::Cpi | S::ListedPrice => return None,
            S::Avoided => (CASE, vec!["avoided", "subject"]),
            S::Value => (CASE, vec!["value", "subject"]),
            S::Burden => (CASE, vec!["burden", "subject"]),
            S::Opening => (CASE, vec!["opening", "subject"]),
            S::Reserve => (CASE, vec!["reserve", "subject"]),
            S::Contribution => (FUND, vec!["contribution", "subject"]),
            S::Initiative => (FUND, vec!["initiative", "subject"]),
            S::Lending => (FUND, vec!["lending", "subject"]),
            S::Criteria => (CASE, vec!["criteria"]),
            S::Expect => (CASE, vec!["expect"]),
            S::Scenario => (CASE, vec!["scenario", "subject"]),
            S::FundScenario => (FUND, vec!["scenario", "subject"]),
            S::Crisis => (CASE, vec!["stress", "crisis"]),
            S::Election => (CASE, vec!["stress", "election"]),
            S::ColdTurkey => (CASE, vec!["stress", "cold_turkey"]),
            S::Transition => (CASE, vec!["stress", "transition"]),
            S::ParentLeaves => (CASE, vec!["stress", "parent_leaves"]),
            S::Late => (CASE, vec!["stress", "late"]),
            S::Handover => (CASE, vec!["stress", "handover"]),
            S::Actual => (CASE, vec!["actual"]),
            S::Happened => (CASE, vec!["actual", "cost", "another"]),
            S::Fade => (CASE, vec!["funding", "gemeente", "fade"]),
            S::Sold => (CASE, vec!["cost", "oven", "sold"]),
            S::Range => (CASE, vec!["cost", "coordinator", "price"]),
            S::Bias => (CASE, vec!["bias", "quotes"]),
        };
        let facts = matches!(section, S::Actual | S::Happened);
        let text = [file, if facts { FACTS } else { "" }].concat();
        Some(Self { section, document: text.parse().expect("TOML"), path })
    }

    /// Its sort.
    pub fn section(&self) -> Section {
        self.section
    }

    /// Whether it is a part of a fund.
    pub fn is_fund(&self) -> bool {
        self.document.contains_key("fund")
    }

    /// The keys that it takes.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        let takes = self.section.takes().iter();
        takes.filter(|take| take.need != Need::Refused).map(|take| take.key)
    }

    /// The path of a key in it.
    pub fn path(&self, key: Key) -> String {
        self.path.iter().copied().chain([key.spelled()]).collect::<Vec<_>>().join(".")
    }

    /// The file with a key in it, and all that the key needs.
    pub fn with(&self, key: Key, value: Value) -> Table {
        self.with_others(key, Some(value))
    }

    /// The same file without the key.
    pub fn without(&self, key: Key) -> Table {
        self.with_others(key, None)
    }

    fn with_others(&self, key: Key, value: Option<Value>) -> Table {
        let mut document = self.document.clone();
        let table = self.path.iter().fold(&mut document, |table, step| {
            let there = table.entry(*step).or_insert(Value::Table(Table::new()));
            if !there.is_table() {
                *there = Value::Table(Table::new());
            }
            there.as_table_mut().expect("a table")
        });
        for (key, value) in filled(self.section, key) {
            table.entry(key).or_insert(value);
        }
        match (value, table.get_mut(key.spelled())) {
            // What else stands in a group is named elsewhere.
            (Some(Value::Table(more)), Some(Value::Table(there))) => there.extend(more),
            (Some(value), _) => {
                table.insert(key.spelled().to_owned(), value);
            }
            (None, _) => {
                table.remove(key.spelled());
            }
        }
        document
    }
}

/// What a table holds beside a key: all that it cannot do without, and all that the key cannot.
fn filled(section: Section, key: Key) -> Table {
    let mut wanted = BTreeSet::from([key]);
    let mut needed = vec![key];
    while let Some(key) = needed.pop() {
        let more = key.facts(section).needs.iter().filter(|key| wanted.insert(**key));
        needed.extend(more.filter(|key| section.has(**key)));
    }
    wanted.retain(|key| section.has(*key));
    let of_way = |key: &&Key| section.need(**key) == Some(Need::HowMuch);
    let ways = section.ways().into_iter();
    let mut fitting = ways.filter(|way| wanted.iter().filter(of_way).all(|key| way.contains(key)));
    let way = fitting.next().unwrap_or_default();
    let once = wanted.iter().any(|key| key.facts(section).once == Once::Only);
    let mut table = Table::new();
    for take in section.takes() {
        let there = match take.need {
            Need::Required => true,
            Need::HowMuch => way.contains(&take.key),
            Need::When => {
                take.key == Key::Per && !way.contains(&Key::Of) && !way.contains(&Key::At)
            }
            Need::Taken | Need::Refused => false,
        };
        if there || wanted.contains(&take.key) {
            table.insert(take.key.spelled().to_owned(), example(take.key, section));
        }
    }
    if once && table.contains_key(Key::Per.spelled()) {
        table.insert(Key::Per.spelled().to_owned(), Value::from("once"));
    }
    table
}

/// A value that a key may have in a file of these.
pub fn example(key: Key, section: Section) -> Value {
    match key.facts(section).takes {
        Takes::Word(Choice::FundingKind) => Value::from(kind(section).spelled()),
        Takes::Id(_) if key == Key::Of && section == Section::Outcome => Value::from("day_care"),
        Takes::File if key == Key::Case => Value::from("tests/fund/plain.toml"),
        Takes::File if section == Section::FundFile => Value::from("cases/funds/lochem.toml"),
        Takes::File => Value::from("cases/kamers.toml"),
        Takes::Table(inner) => Value::Table(filled_by_itself(inner)),
        Takes::Entries(inner) => {
            let inner = if inner == Section::Funding { Section::Sales } else { inner };
            Value::Table(Table::from_iter([(
                "another".to_owned(),
                Value::Table(filled_by_itself(inner)),
            )]))
        }
        Takes::Rates => value("{ wages = \"3%\" }"),
        Takes::Shocks => value("{ late = { months = 3 } }"),
        Takes::Ranged => Value::from(100),
        _ => value(key.example(section)),
    }
}

fn filled_by_itself(section: Section) -> Table {
    match section.takes().first() {
        Some(first) if section != Section::Criteria => filled(section, first.key),
        _ => Table::new(),
    }
}

fn kind(section: Section) -> FundingKind {
    let kinds = FundingKind::VARIANTS.iter().copied();
    let mut of_section = kinds.filter(|kind| kind.entry().section() == section);
    of_section.next().unwrap_or(FundingKind::Sales)
}
