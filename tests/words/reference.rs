//! `cases/README.md` says of each key what the room says: which tables take it, its type, what it is
//! when it is not said, and what it means.

use super::fixture::all;
use bizcase::words::{
    Changed, Choice, Count, Drives, EntryKind, Facts, Key, Many, Named, Need, NumberKind, Numbers,
    Section, Takes, TestId, Usual, Word,
};
use std::collections::{BTreeMap, BTreeSet};
use strum::VariantArray;

const REFERENCE: &str = include_str!("../../cases/README.md");

/// The text below a heading, up to the next of its depth.
fn part(heading: &str) -> &'static str {
    let (_, below) = REFERENCE.split_once(&format!("\n{heading}")).expect(heading);
    let depth = heading.split(' ').next().expect("a depth");
    below.split(&format!("\n{depth} ")).next().expect("a part")
}

fn cells(row: &str) -> Vec<&str> {
    let row = row.trim().trim_start_matches('|').trim_end_matches('|');
    row.split('|').map(str::trim).collect()
}

/// The rows of the tables of a text that begin with a key, cell by cell.
fn rows(text: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    text.lines().filter_map(|line| {
        let (key, _) = line.strip_prefix("| `")?.split_once('`')?;
        Some((key, cells(line)))
    })
}

#[test]
fn every_kind_of_entry_takes_the_keys_that_its_column_marks() {
    let text = part("### 3.4");
    let head = text.lines().find(|line| line.starts_with("| key | cost |")).expect("a head");
    let columns: Vec<_> = cells(head).into_iter().skip(1).collect();
    assert_eq!(columns.len(), 9);
    let section = |column: &str| match column {
        "cost" => Section::Cost,
        "sales" => Section::Sales,
        "income" => Section::Income,
        "outcome" => Section::Outcome,
        "equity" => Section::Equity,
        "loan" => Section::Loan,
        "in_kind" => Section::InKind,
        "avoided" => Section::Avoided,
        "effect" => Section::Value,
        other => panic!("{other}"),
    };
    let mut marked = BTreeMap::new();
    for (key, row) in rows(text).filter(|(_, row)| row.len() == 10) {
        for (column, mark) in columns.iter().zip(&row[1..]) {
            marked.insert((*column, key), *mark);
        }
    }
    for column in &columns {
        for key in Key::all() {
            let mark = marked.get(&(*column, key.spelled())).copied().unwrap_or_default();
            let expected = match section(column).need(key) {
                Some(Need::Required) => "R",
                Some(Need::Taken) => "+",
                Some(Need::HowMuch) => "u",
                Some(Need::When) => "t",
                Some(Need::Refused) | None => "",
            };
            assert_eq!(mark, expected, "{} of {column}", key.spelled());
        }
    }
    assert!(Section::Value.takes() == Section::Burden.takes(), "one column for both");
}

fn kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Amount => "amount",
        NumberKind::Price => "price",
        NumberKind::Quantity => "quantity",
        NumberKind::Weight => "weight",
        NumberKind::Ratio => "ratio",
        NumberKind::Share => "share",
        NumberKind::Growth => "rate",
        NumberKind::Interest => "interest",
        NumberKind::Discount => "discount rate",
    }
}

/// A type as the reference calls it.
fn type_of(takes: Takes) -> String {
    let choice = |choice: Choice| {
        let words: Vec<_> = choice.words().iter().map(|word| format!("`\"{word}\"`")).collect();
        words.join(", ")
    };
    match takes {
        Takes::Numbers(Numbers { kind: of, many, range, .. }) => match many {
            Many::One if !range => format!("{}, never a range", kind(of)),
            Many::One => kind(of).to_owned(),
            Many::OneOrList => format!("{}, or a list of them", kind(of)),
            Many::List => format!("list of {}s", kind(of)),
            Many::ByMonth => format!("table of {}s by month", kind(of)),
            Many::Twelve => "12 weights, January first, not all zero".to_owned(),
        },
        Takes::Index => "index".to_owned(),
        Takes::Bias => "share, or the name of a `[bias]`".to_owned(),
        Takes::Year => "calendar year".to_owned(),
        Takes::Factors => "table: year = factor".to_owned(),
        Takes::Lists => "name of a list, path of a file, or a list of these, each once".to_owned(),
        Takes::Whole(Count { least, most: Some(most) }) => {
            format!("whole number, {least} to {most}")
        }
        Takes::Whole(Count { least, most: None }) => format!("whole number from {least}"),
        Takes::CalendarYears => "list of years, each once".to_owned(),
        Takes::Change => "change in percent".to_owned(),
        Takes::Points => "change in points".to_owned(),
        Takes::Month => "month".to_owned(),
        Takes::Duration { least: 0, .. } => "duration".to_owned(),
        Takes::Duration { unlimited: true, .. } => "length, or `\"unlimited\"`".to_owned(),
        Takes::Duration { .. } => "length".to_owned(),
        Takes::Text | Takes::Mark => "text".to_owned(),
        Takes::Marks => "list of texts, each once".to_owned(),
        Takes::Name => "name".to_owned(),
        Takes::Truth => "truth".to_owned(),
        Takes::Currency => "ISO 4217 code of a currency with two decimals".to_owned(),
        Takes::Word(Choice::FundingKind) => "see below".to_owned(),
        Takes::Word(of) => choice(of),
        Takes::Words(Choice::Test) => "list of tests of section 5, each once".to_owned(),
        Takes::Words(of) => format!("list of {}, each once", choice(of)),
        Takes::Id(named) => match named {
            Named::Party | Named::PartyOfCase => "id of a party",
            Named::Achieved => "id of an avoided cost, or path of one or of a value",
            Named::Followed => "the path of an entry, `\"cost.coordinator\"`",
            Named::Cost => "the path of a cost",
            Named::Listed => "list and id of a price, `\"nl.emergency\"`",
            Named::Price => "id of a price of the list",
            Named::Scenario => "id of a scenario that has `from`",
        }
        .to_owned(),
        Takes::Ids(Named::Cost) => "list of paths of costs, each once".to_owned(),
        Takes::Ids(Named::Party) => "list of ids of parties, each once".to_owned(),
        Takes::Ids(_) => panic!("no key takes a list of these"),
        Takes::IdOrIds(named) => {
            format!("{}, or a list of these, each once", type_of(Takes::Id(named)))
        }
        Takes::File => "path of a file".to_owned(),
        Takes::Table(Section::Fade) => {
            "table: `from`, a month, and `months`, a whole number".to_owned()
        }
        Takes::Table(Section::Sold) => "table: `on`, a month, and `price`, an amount".to_owned(),
        Takes::Table(_) | Takes::Entries(_) | Takes::Rates | Takes::Shocks => "table".to_owned(),
        Takes::Payments => {
            format!("{}, or a table of shares by month", choice(Choice::Rhythm))
        }
        Takes::Ranged => "as the key takes".to_owned(),
    }
}

/// What a key is when it is not said, as the reference has it.
fn default_of(facts: &Facts, need: Need) -> String {
    let written = facts.usual.written();
    match (facts.usual, need, written) {
        (_, Need::Required, _) => "required".to_owned(),
        (Usual::Nothing, Need::HowMuch, _) => String::new(),
        (Usual::Nothing, ..) => "none".to_owned(),
        (Usual::Told(told), ..) => told.en.to_owned(),
        (Usual::AtOnce, ..) => "0".to_owned(),
        (Usual::Number(_) | Usual::Whole(_), _, Some(written)) => written,
        (_, _, Some(written)) => format!("`{written}`"),
        (_, _, None) => String::new(),
    }
}

/// A row of the reference for a key of a table.
fn row(section: Section, key: Key) -> String {
    let facts = key.facts(section);
    let need = section.need(key).unwrap_or_else(|| panic!("{key:?} of {section:?}"));
    let (takes, usual) = (type_of(facts.takes), default_of(&facts, need));
    let usual = if usual.is_empty() { String::new() } else { format!("{usual} ") };
    format!("| `{}` | {takes} | {usual}| {} |", key.spelled(), key.about(section).en)
}

/// The keys that a part of the reference tells about, each held to the first of some tables that
/// takes it.
fn held(text: &str, sections: &[Section]) -> BTreeSet<Key> {
    let mut told = BTreeSet::new();
    for (name, cells) in rows(text).filter(|(_, cells)| cells.len() == 4) {
        let Some(key) = Key::of(name) else { continue };
        let Some(section) = sections.iter().find(|section| section.has(key)) else { continue };
        let written = cells.join(" | ").replace(" |  | ", " | | ");
        assert_eq!(format!("| {written} |"), row(*section, key), "{section:?}");
        assert!(told.insert(key), "{name} stands twice among {told:?}");
    }
    told
}

fn keys(section: Section) -> impl Iterator<Item = Key> {
    section.takes().iter().filter(|take| take.need != Need::Refused).map(|take| take.key)
}

#[test]
fn every_key_of_an_entry_is_told_as_the_room_has_it() {
    use Section as S;
    let mut told = held(part("### 3.4"), &[S::Cost]);
    told.extend(held(part("### 3.5"), &[S::Cost, S::Sales, S::Outcome]));
    told.extend(held(part("### 3.6"), &[S::Cost, S::Sales, S::Avoided]));
    told.extend(held(part("### 3.7"), &[S::Loan, S::Income, S::Outcome]));
    told.extend(held(part("### 3.8"), &[S::Avoided]));
    let of_entries = EntryKind::VARIANTS.iter().flat_map(|kind| keys(kind.section()));
    assert_eq!(told, of_entries.collect());
}

#[test]
fn every_key_of_other_tables_is_told_as_the_room_has_it() {
    use Section as S;
    for (table, section) in [
        ("[case]", S::Case),
        ("[party.ID]", S::Party),
        ("[bias.ID]", S::Bias),
        ("[prices]", S::PriceHead),
        ("[cpi]", S::Cpi),
        ("[price.ID]", S::ListedPrice),
        ("[criteria]", S::Criteria),
        ("[expect]", S::Expect),
        ("[fund]", S::Fund),
        ("[contribution.ID]", S::Contribution),
        ("[initiative.ID]", S::Initiative),
        ("[lending.ID]", S::Lending),
    ] {
        let head = format!("\n| key of `{table}` | type | default | meaning |\n");
        let (_, below) = REFERENCE.split_once(&head).expect(table);
        let rows = below.split("\n\n").next().expect("rows");
        assert_eq!(held(rows, &[section]), keys(section).collect(), "{table}");
    }
}

/// The keys between backticks in the sentence that begins so.
fn named(from: &str, to: &str) -> BTreeSet<Key> {
    let words: Vec<_> = REFERENCE.split_whitespace().collect();
    let text = words.join(" ");
    let (_, after) = text.split_once(from).expect(from);
    let (within, _) = after.split_once(to).expect(to);
    let words = within.split('`').skip(1).step_by(2);
    words.filter_map(|word| Key::of(word.trim_matches(['[', ']']))).collect()
}

/// The keys of what can be laid over a case or a fund.
fn laid(holds: impl Fn(&Facts) -> bool) -> BTreeSet<Key> {
    let sections = all().map(|fixture| fixture.section());
    let keys = sections.flat_map(|section| keys(section).map(move |key| (section, key)));
    keys.filter(|(section, key)| holds(&key.facts(*section))).map(|(_, key)| key).collect()
}

#[test]
fn what_an_overlay_changes_is_named() {
    let parts = laid(|facts| facts.changed() == Changed::Part);
    assert_eq!(parts, named("`\"+10%\"` works on", "On a key that takes a percentage"));
    let points = laid(|facts| facts.changed() == Changed::Points);
    assert_eq!(points, named("Points work on", "Where there is nothing beneath"));
}

#[test]
fn the_numbers_that_are_swung_are_named() {
    let entries = EntryKind::VARIANTS.iter().map(|kind| kind.section());
    let sections = entries.chain([Section::Case, Section::Criteria]);
    let keys = sections.flat_map(|section| keys(section).map(move |key| (section, key)));
    let drives = keys.filter(|(section, key)| {
        matches!(key.facts(*section).drives, Drives::Always | Drives::Where(_))
    });
    let mut driving: BTreeSet<_> = drives.map(|(_, key)| key).collect();
    // It stands before what is read.
    assert!(driving.remove(&Key::OpeningCash));
    let mut named = named("- *The numbers* are `opening_cash`", "`\"pm\"` is nothing");
    named.retain(|key| TestId::of(key.spelled()).is_none() && *key != Key::Off);
    assert_eq!(driving, named);
}
