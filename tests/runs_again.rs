//! A case run again after a change: what is taken over from before, and how much room there is.

use crate::reference::random;
use bizcase::case::{self, Case, TestId};
use bizcase::document;
use bizcase::money::Cents;
use bizcase::postings::Journal;
use bizcase::statements::Granted;
use bizcase::verdict::{Books, Figure, Margin, Run, judge};
use std::sync::Arc;

/// Random cases that are changed, each in several places.
const CASES: u64 = 40;

fn read(text: &str) -> Option<Case> {
    let source = document::open("case.toml".to_owned(), text.as_bytes().to_vec()).ok()?;
    Some(case::read(&document::read(source).ok()?).ok()?.case)
}

/// The text with one line changed, in every way that may still be a case.
fn changed(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().collect();
    let with = |at: usize, line: String| {
        let mut changed = lines.clone();
        changed[at] = &line;
        changed.join("\n")
    };
    let mut texts = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let key = line.split('=').next().unwrap_or_default().trim();
        match key {
            "amount" | "price" | "quantity" => texts.push(with(at, format!("{key} = 3.14"))),
            "share" | "growth" | "interest" | "drop_off" | "cashable" | "bias" => {
                texts.push(with(at, format!("{key} = \"7%\"")));
            }
            "years" => texts.push(with(at, "years = 3".to_owned())),
            _ if line.starts_with("[cost.") || line.starts_with("[funding.") => {
                texts.push(with(at, format!("{line}\noff = true")));
                texts.push(with(
                    at,
                    format!("[cost.before_it]\namount = 5\nper = \"year\"\n{line}"),
                ));
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn what_is_taken_over_is_what_would_be_posted() {
    let (mut changes, mut shared) = (0, 0);
    for seed in 0..CASES {
        let text = random::case(seed);
        let case = read(&text).unwrap();
        let Ok(journal) = Journal::of(&case) else { continue };
        for text in changed(&text) {
            let Some(then) = read(&text) else { continue };
            let Ok(anew) = Journal::of(&then) else { continue };
            let after = Journal::after(&journal, &case, &then).unwrap();
            assert_eq!(after, anew, "seed {seed}:\n{text}");
            let certain = Granted::certain(&then);
            let run = |journal: &Journal| journal.run(&then, &certain).unwrap().into_owned();
            assert_eq!(run(&after), run(&anew), "seed {seed}, certain:\n{text}");
            changes += 1;
            shared += usize::from(
                after
                    .all()
                    .costs
                    .iter()
                    .any(|now| journal.all().costs.iter().any(|was| Arc::ptr_eq(now, was))),
            );
        }
    }
    // Otherwise nothing was tried, or nothing is ever taken over.
    assert!(changes > 300 && shared > changes / 2, "{shared} of {changes}");
}

#[test]
fn there_is_room_exactly_where_no_required_test_fails() {
    for seed in 0..CASES {
        let Some(case) = read(&random::case(seed)) else { continue };
        let Ok(journal) = Journal::of(&case) else { continue };
        let Ok(books) = Books::open(&case, &journal) else { continue };
        for granted in [Granted::certain(&case), Granted::all(&case)] {
            let run = Run::of(&books, granted).unwrap();
            assert_eq!(run.margin().unwrap().closes(), run.closes().unwrap(), "seed {seed}");
        }
    }
}

fn margin(text: &str) -> Margin {
    let case = read(text).unwrap();
    let journal = Journal::of(&case).unwrap();
    let books = Books::open(&case, &journal).unwrap();
    judge(&books).unwrap();
    Run::of(&books, Granted::certain(&case)).unwrap().margin().unwrap()
}

/// 1,000.00 a year comes in and 900.00 goes out, monthly: the lowest cash is that of the first
/// month, 83.33 - 75.00 = 8.33, and that is less than the structural result, 100.00.
const ROOM: &str = r#"
format = 1
[case]
name = "Room"
start = "2027-01"
years = 1
[party.gemeente]
[cost.rent]
amount = 900
per = "year"
[funding.care]
kind = "contract"
party = "gemeente"
status = "committed"
amount = 1_000
per = "year"
"#;

#[test]
fn the_margin_is_the_least_room_of_the_required_tests() {
    let found = margin(ROOM);
    assert_eq!((found.test, found.by), (TestId::Liquidity, Figure::Money(Cents(833))));
}

#[test]
fn of_dependence_the_room_is_below_the_threshold() {
    // One party brings all: 50% less 100% is -0.5, and less than 8.33 euros.
    let found = margin(&format!("{ROOM}[criteria]\nrequire = [\"dependence\"]\n"));
    let Figure::Ratio(room) = found.by else { panic!("a ratio") };
    assert_eq!(
        (found.test, room.four_decimals().to_string()),
        (TestId::Dependence, "-0.5000".into())
    );
    assert!(!found.closes());
}
