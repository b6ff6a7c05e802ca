//! The output that others script against: the same in every language (reference, section 11).

pub mod problems;

use super::subject::Subject;
use crate::assess::Assessment;
use crate::case::{Case, TestId, VerdictKind};
use crate::document::{Document, Place, Places, is_printable};
use crate::measures::Ratio;
use crate::money::Cents;
use crate::statements::{By, ClosingCash, EntrySheet, Group, Label};
use crate::verdict::{Figure, Finding, PartyRow, Test, Verdict, Year, YearCash};
use crate::whatif::sources::Tally;
use crate::whatif::{Ask, Asked, Closing, LeverUnit, Pulled, Sums};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};
use std::io;

/// A value as text, on lines of its own.
pub fn text(value: &Value) -> String {
    let mut text = Vec::new();
    // Writing to memory never fails, and keys of values are texts.
    let _ = write(value, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Writes a value, on lines of its own, as it goes: the one way out for JSON.
///
/// # Errors
/// When it cannot be written.
pub fn write(value: &impl Serialize, output: impl io::Write) -> io::Result<()> {
    let formatter = Harmless { pretty: PrettyFormatter::new() };
    value.serialize(&mut Serializer::with_formatter(output, formatter)).map_err(io::Error::from)
}

/// A value as one line: how a result is written among others, a line each.
pub fn line(value: &Value) -> String {
    let mut line = Vec::new();
    // Writing to memory never fails, and keys of values are texts.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut line, HarmlessLine));
    line.push(b'\n');
    String::from_utf8(line).unwrap_or_default()
}

/// JSON lets a name's characters stand as they are; those that a terminal would obey are written as
/// `\u009b`, which a program reads as the same name.
fn harmless<W: io::Write + ?Sized>(writer: &mut W, mut fragment: &str) -> io::Result<()> {
    while let Some((at, found)) = fragment.char_indices().find(|(_, c)| !is_printable(*c)) {
        writer.write_all(fragment.get(..at).unwrap_or_default().as_bytes())?;
        for unit in found.encode_utf16(&mut [0; 2]) {
            write!(writer, "\\u{unit:04x}")?;
        }
        fragment = fragment.get(at + found.len_utf8()..).unwrap_or_default();
    }
    writer.write_all(fragment.as_bytes())
}

/// All on one line.
struct HarmlessLine;

impl Formatter for HarmlessLine {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        harmless(writer, fragment)
    }
}

/// On lines of its own.
struct Harmless {
    pretty: PrettyFormatter<'static>,
}

impl Formatter for Harmless {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        harmless(writer, fragment)
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_array(writer)
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array(writer)
    }

    fn begin_array_value<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.pretty.begin_array_value(writer, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_array_value(writer)
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object(writer)
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object(writer)
    }

    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.pretty.begin_object_key(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(writer)
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.pretty.end_object_value(writer)
    }
}

/// The number of the output's format; its shape changes only with this.
pub const FORMAT: u32 = 1;

/// The object of `check`.
pub fn check(
    subject: Subject,
    document: &Document,
    assessment: &Assessment,
    tally: Tally,
) -> Value {
    let Assessment { case, verdict, warnings, .. } = assessment;
    let funding = |places: &[usize]| -> Value {
        places.iter().filter_map(|&place| path(case, Group::Funding, place)).collect()
    };
    json!({
        "format": FORMAT,
        "case": head(subject, case),
        "story": case.story.as_ref().map(|story| story.to_programs(case.language)),
        "verdict": verdict.kind.id(),
        "conditions": funding(&verdict.conditions),
        "indispensable": funding(&verdict.indispensable),
        "tests": verdict.tests.iter().map(|it| test_of(case, verdict, it)).collect::<Value>(),
        "years": verdict.years.iter().zip(1..).map(year).collect::<Value>(),
        "parties": parties(case, verdict),
        "measures": measures(verdict),
        "not_counted": not_counted(case),
        "assumptions": self::tally(tally),
        "expect": expect(case.expect, verdict.kind),
        "warnings": problems::told(&document.sources, warnings),
    })
}

/// What a file expects of itself, and whether that is so; null where it does not say.
pub(super) fn expect(expected: Option<VerdictKind>, found: VerdictKind) -> Value {
    match expected {
        Some(expected) => json!({"verdict": expected.id(), "met": expected == found}),
        None => Value::Null,
    }
}

/// Which case it is about.
pub(super) fn head(subject: Subject, case: &Case) -> Value {
    json!({
        "file": subject.file,
        "name": case.name.to_programs(case.language),
        "scenario": subject.layers.scenario(),
        "start": case.horizon.start.to_string(),
        "years": case.horizon.years,
        "currency": case.currency,
    })
}

/// A test of a case, with the party whose figure it is where it is about one.
fn test_of(case: &Case, verdict: &Verdict, of: &Test) -> Value {
    let mut object = test(verdict, of);
    if let TestId::Dependence | TestId::Payers = of.id {
        for (run, finding) in [("certain", of.certain), ("all", of.all)] {
            let party = finding.and_then(|finding| case.parties.get(finding.party?.0));
            if let Some(Value::Object(run)) = object.get_mut(run) {
                run.insert("party".to_owned(), party.map(|party| party.id.as_str()).into());
            }
        }
    }
    object
}

/// A test, with the case year whose figure it is where it is about one.
pub(super) fn test(verdict: &Verdict, test: &Test) -> Value {
    let run = |finding: Option<Finding>| {
        let month = finding.and_then(|finding| finding.month).map(|month| month.to_string());
        let mut run = json!({
            "result": result(finding),
            "figure": finding.map(|finding| figure(finding.figure)),
            "threshold": figure(test.threshold),
            "month": month,
        });
        if let (true, Value::Object(run)) = (finding.is_some_and(|it| it.rounding), &mut run) {
            run.insert("rounding".to_owned(), true.into());
        }
        let below = finding.and_then(|finding| finding.below_from);
        if let (TestId::Liquidity, Value::Object(run)) = (test.id, &mut run) {
            run.insert("below_from".to_owned(), below.map(|month| month.to_string()).into());
        }
        if let TestId::Structural | TestId::Dscr | TestId::Dependence = test.id {
            let year = finding.and_then(|finding| verdict.years.get(finding.year?));
            if let Value::Object(run) = &mut run {
                run.insert("year".to_owned(), year.map(|year| year.label.as_str()).into());
            }
        }
        run
    };
    json!({
        "id": test.id.id(),
        "required": test.required,
        "certain": run(test.certain),
        "all": run(test.all),
    })
}

/// The name of what a test found.
pub fn result(finding: Option<Finding>) -> &'static str {
    match finding {
        None => "not_applicable",
        Some(Finding { passes: true, .. }) => "pass",
        Some(Finding { passes: false, .. }) => "fail",
    }
}

/// Money with the currency's decimals, a ratio with four.
pub fn figure(figure: Figure) -> String {
    match figure {
        Figure::Money(cents) => cents.to_string(),
        Figure::Ratio(ratio) => ratio.four_decimals().to_string(),
    }
}

fn year((year, number): (&Year, usize)) -> Value {
    let cash = |cash: &YearCash| {
        json!({
            "opening": money(cash.opening),
            "receipts": money(cash.receipts),
            "payments": money(cash.payments),
            "closing": money(cash.closing),
            "lowest": money(cash.lowest),
        })
    };
    json!({
        "year": number,
        "label": year.label,
        "certain": cash(&year.certain),
        "all": cash(&year.all),
    })
}

fn parties(case: &Case, verdict: &Verdict) -> Value {
    let row = |(place, row): (usize, &PartyRow)| {
        let party = case.parties.get(place)?;
        Some(json!({
            "id": party.id,
            "name": party.name.to_programs(case.language),
            "public": party.public,
            "pays": money(row.pays),
            "repaid": money(row.repaid),
            "saves": money(row.benefits.saves),
            "cashable": money(row.benefits.cashable),
            "gains": money(row.benefits.gains),
            "bears": money(row.benefits.bears),
            "net": money(row.net),
            "ratio": row.ratio.map(ratio),
        }))
    };
    verdict.parties.iter().enumerate().filter_map(row).collect()
}

fn measures(verdict: &Verdict) -> Value {
    let measures = &verdict.measures;
    let payback = measures.public_payback.and_then(|year| verdict.years.get(year.checked_sub(1)?));
    json!({
        "npv": money(measures.npv),
        "social_balance": money(measures.social_balance),
        "public_return": measures.public_return.map(ratio),
        "social_return": measures.social_return.map(ratio),
        "public_payback": measures.public_payback,
        "public_payback_year": payback.map(|year| year.label.as_str()),
    })
}

fn not_counted(case: &Case) -> Value {
    let left_out = case.entries().filter(|entry| entry.pro_memorie);
    left_out.map(|entry| entry.path()).collect()
}

/// The object of `show`: what every entry posts and pays by period, loans apart, and closing cash.
pub fn show(case: &Case, entries: &[EntrySheet], cash: &ClosingCash, by: By) -> Value {
    let object = |sheet: &EntrySheet| {
        let mut object = Map::new();
        object.insert("id".to_owned(), path(case, sheet.group, sheet.place).into());
        for line in &sheet.sheet.lines {
            object.insert(key(line.label).to_owned(), amounts(&line.amounts));
        }
        Value::Object(object)
    };
    let (loans, others): (Vec<_>, Vec<_>) = entries.iter().partition(|sheet| sheet.is_loan(case));
    let periods = match by {
        By::Month => "months",
        By::Quarter => "quarters",
        By::Year => "years",
    };
    json!({
        periods: by.labels(case.horizon),
        "entries": others.into_iter().map(object).collect::<Value>(),
        "loans": loans.into_iter().map(object).collect::<Value>(),
        "cash": {"certain": amounts(&cash.certain), "all": amounts(&cash.all)},
    })
}

/// The object of `close`: each lever with what closes the case, or how far it can go before the
/// case no longer closes; and the ask.
pub fn close(case: &Case, closing: &Closing) -> Value {
    json!({
        "closes": closing.closes,
        "levers": closing.levers.iter().map(|it| lever(case, closing, it)).collect::<Value>(),
        "ask": closing.ask.as_ref().map(|it| ask(case, it)),
    })
}

fn lever(case: &Case, closing: &Closing, pulled: &Pulled) -> Value {
    let figure = pulled.value.map(hundredths);
    let (value, limit) = if closing.closes { (None, figure) } else { (figure, None) };
    json!({
        "id": pulled.lever.id(),
        "unit": unit(case, pulled.lever.unit()),
        "value": value,
        "limit": limit,
    })
}

/// Two decimals: euros of cents, percents of hundredths of a percent.
pub fn hundredths(value: i64) -> String {
    Cents(value).to_string()
}

/// What a lever is counted in.
pub fn unit(case: &Case, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::MoneyAYear => format!("{} a year", case.currency),
        LeverUnit::Money => case.currency.clone(),
        LeverUnit::Percent => "percent".to_owned(),
    }
}

fn ask(case: &Case, ask: &Ask) -> Value {
    let party = |asked: &Asked| {
        let Sums { saves, pays, asked: more, keeps, at_start } = asked.sums;
        let party = case.parties.get(asked.party.0)?;
        Some(json!({
            "id": party.id,
            "saves": money(saves),
            "pays": money(pays),
            "asked": money(more),
            "keeps": money(keeps),
            "saves_at_start": money(at_start.saves),
            "asked_at_start": money(at_start.asked),
        }))
    };
    json!({
        "year": case.horizon.label(case.years().saturating_sub(1)),
        "needed": money(ask.needed),
        "covered": ask.is_covered(),
        "missing": money(ask.missing()),
        "parties": ask.parties.iter().filter_map(party).collect::<Value>(),
    })
}

/// The name of a line of an entry's sheet.
pub fn key(label: Label) -> &'static str {
    match label {
        Label::Paid => "cash",
        Label::Cashable => "cashable",
        Label::Depreciation => "depreciation",
        Label::Draw => "draw",
        Label::Interest => "interest",
        Label::Added => "added",
        Label::Principal => "principal",
        Label::Owed => "balance",
        _ => "accrual",
    }
}

/// The path of an entry: `cost.kitchen`.
pub fn path(case: &Case, group: Group, place: usize) -> Option<String> {
    case.entry(group, place).map(|entry| entry.path())
}

/// Where something stands; null where that is nowhere.
pub(super) fn place(places: &Places<'_>, place: Place) -> Value {
    match places.told(place) {
        Some((file, line, column)) => json!({"file": file, "line": line, "column": column}),
        None => Value::Null,
    }
}

/// How many figures there are, and how many nobody has confirmed.
pub(super) fn tally(tally: Tally) -> Value {
    json!({"figures": tally.figures, "unconfirmed": tally.unconfirmed})
}

/// Amounts, each as a text.
pub fn amounts(amounts: &[Cents]) -> Value {
    amounts.iter().copied().map(money).collect()
}

/// An amount as a text.
pub fn money(cents: Cents) -> Value {
    cents.to_string().into()
}

/// A ratio with four decimals.
pub fn ratio(ratio: Ratio) -> Value {
    ratio.four_decimals().to_string().into()
}
