//! The report of `close`: the verdict, each lever with the command that proves it, and the ask.

pub mod csv;
pub mod json;

use self::json::year_of_ask;
use super::blocks::{Align, Block, Cell, Column, Report, ReportTable, Role, Row};
use super::check::{asks, opening};
use super::subject::Subject;
use crate::case::Case;
use crate::language::{AtStart, By, Close, Handle, Language, Message, Money, Said};
use crate::money::Cents;
use crate::overlay::Layers;
use crate::verdict::Verdict;
use crate::whatif::{Ask, Asked, Closing, Laying, Lever, LeverUnit, Pulled, Sums};
use rust_decimal::Decimal;

/// 100% in hundredths of a percent.
const ALL: i64 = 10_000;

/// The report of what would close a case, or of what it can spare.
pub fn report(
    subject: Subject<'_>,
    case: &Case,
    verdict: &Verdict,
    closing: &Closing,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    opening(&mut report, subject, case, verdict);
    levers(&mut report, subject, case, closing);
    if !closing.closes {
        ask(&mut report, case, closing.ask.as_ref());
    }
    report
}

fn levers(report: &mut Report, subject: Subject<'_>, case: &Case, closing: &Closing) {
    let closes = closing.closes;
    heading(report, Close::Levers { closes });
    let (turning, others): (Vec<_>, Vec<_>) =
        closing.levers.iter().partition(|pulled| pulled.value.is_some());
    let (far, turning): (Vec<_>, Vec<_>) = turning.into_iter().partition(|pulled| is_far(pulled));
    if !turning.is_empty() {
        say(report, Close::About { closes, asks: asks(case) });
    }
    let mut untyped = Vec::new();
    for pulled in turning {
        let (Some(value), Some(laying)) = (pulled.value, &pulled.laying) else { continue };
        let lever = handle(case, &pulled.lever, report.language);
        let pulled = Close::Pulled { lever, by: by(case, &pulled.lever, value), closes };
        let words = report.language.say(&Message::Close(pulled));
        match proof(subject, laying) {
            Some(command) => report.blocks.push(Block::Step { words, command }),
            None => untyped.push(words),
        }
    }
    if !far.is_empty() {
        say(report, Close::Far { levers: far.len(), closes });
    }
    if !untyped.is_empty() {
        report.blocks.push(Block::List(untyped));
        report.cannot_be_typed();
    }
    if !others.is_empty() {
        say(report, Close::CannotTurn { closes });
        let language = report.language;
        let handles = others.into_iter().map(|pulled| handle(case, &pulled.lever, language));
        report.list(handles.map(|lever| Message::Close(Close::NoTurn { lever, closes })));
    }
}

/// Whether a lever turns the verdict only where it is pulled by more than all there is: nobody can
/// act on that.
fn is_far(pulled: &Pulled) -> bool {
    let beyond = |value: i64| value.saturating_abs() > ALL;
    pulled.lever.unit() == LeverUnit::Percent && pulled.value.is_some_and(beyond)
}

/// The command that judges a case with something more laid over it.
pub fn proof(subject: Subject<'_>, laying: &Laying) -> Option<String> {
    let mut layers: Layers = subject.layers.clone();
    layers.arguments.extend(laying.arguments());
    Subject { layers: &layers, ..subject }.command(&["check"], &[])
}

fn handle<'a>(case: &'a Case, lever: &'a Lever, language: Language) -> Handle<'a> {
    let name = |line: &'a str| {
        let entry = case.funding.iter().find(|entry| entry.id == line);
        entry.map_or(line, |entry| entry.name.to_people(language))
    };
    match lever {
        Lever::Contribution => Handle::Contribution,
        Lever::Capital => Handle::Capital,
        Lever::Costs => Handle::Costs,
        Lever::Price { line, price: Some(_) } => Handle::Price(name(line)),
        Lever::Price { line, price: None } => Handle::Amount(name(line)),
        Lever::Volume { line } => Handle::Volume(name(line)),
    }
}

fn by<'a>(case: &'a Case, lever: &Lever, value: i64) -> By<'a> {
    let size = value.saturating_abs();
    match lever.unit() {
        LeverUnit::MoneyAYear | LeverUnit::Money => By::Money(money(case, Cents(size))),
        // Hundredths of a percent are ten thousandths.
        LeverUnit::Percent => By::Share(Decimal::new(size, 4)),
    }
}

fn money(case: &Case, amount: Cents) -> Money<'_> {
    Money { amount, currency: &case.currency }
}

/// Whom to ask, for how much.
pub(super) fn ask(report: &mut Report, case: &Case, ask: Option<&Ask>) {
    heading(report, Close::Ask);
    let Some(ask) = ask else { return say(report, Close::NothingToAsk) };
    let needed = money(case, ask.needed);
    if ask.parties.is_empty() && case.ends {
        return say(report, Close::NobodyEverSaves { needed });
    }
    let year = &match year_of_ask(case) {
        Some(year) => year,
        None => report.language.say(&Message::Close(Close::AverageYear)),
    };
    if ask.parties.is_empty() {
        return say(report, Close::NobodySaves { needed, year });
    }
    say(report, Close::Divided { needed, during: case.horizon, year, asks: asks(case) });
    if !ask.is_covered() {
        let (asked, missing) = (money(case, ask.total.asked), money(case, ask.missing()));
        say(report, Close::NotCovered { asked, missing });
    }
    let table = table(report, case, ask);
    report.table(table);
    if ask.has_price_rises() {
        say(report, Close::AtStart { start: case.horizon.start.year(), year });
    }
    // What cannot make it close is nothing to say at the table.
    if ask.is_covered() {
        to_each(report, case, ask, year);
    }
}

/// What to say to each party.
fn to_each(report: &mut Report, case: &Case, ask: &Ask, year: &str) {
    say(report, Close::SayToEach);
    let language = report.language;
    let to = |asked: &Asked| {
        let sums = &asked.sums;
        let at_start = AtStart {
            year: case.horizon.start.year(),
            saves: money(case, sums.at_start.saves),
            asked: money(case, sums.at_start.asked),
        };
        let said = Said {
            year,
            during: case.horizon,
            saves: money(case, sums.saves),
            at_start: (sums.at_start.saves != sums.saves).then_some(at_start),
            pays: money(case, sums.pays),
            requested: is_requested(case, asked),
            asked: money(case, sums.asked),
            keeps: money(case, sums.keeps),
        };
        Message::Close(Close::To { party: name(case, asked, language), said })
    };
    report.list(ask.parties.iter().map(to));
}

fn name<'a>(case: &'a Case, asked: &Asked, language: Language) -> &'a str {
    let party = case.parties.get(asked.party.0);
    party.map(|party| party.name.to_people(language)).unwrap_or_default()
}

/// Whether some of what the party pays is only requested.
fn is_requested(case: &Case, asked: &Asked) -> bool {
    let mut its = case.funding.iter().filter(|entry| entry.what.party == Some(asked.party));
    its.any(|entry| entry.what.is_requested())
}

fn table(report: &Report, case: &Case, ask: &Ask) -> ReportTable {
    let mut columns = vec![report.words(crate::language::Column::Party)];
    let at_start = ask.has_price_rises();
    let asked = if ask.is_covered() { Close::Asked } else { Close::AtMost };
    let mut heads = vec![Close::Saves, Close::Pays, asked];
    heads.extend(at_start.then(|| Close::InPricesOf(case.horizon.start.year())));
    heads.push(Close::Keeps);
    columns.extend(heads.into_iter().map(|head| Column {
        head: report.language.say(&Message::Close(head)),
        align: Align::Right,
    }));
    let cells = |name: Cell, sums: &Sums| {
        let mut amounts = vec![sums.saves, sums.pays, sums.asked];
        amounts.extend(at_start.then_some(sums.at_start.asked));
        amounts.push(sums.keeps);
        std::iter::once(name).chain(amounts.into_iter().map(Cell::Money)).collect::<Vec<_>>()
    };
    let row = |asked: &Asked| {
        let name = name(case, asked, report.language);
        Row::plain(cells(Cell::Text(name.to_owned()), &asked.sums))
    };
    let mut rows: Vec<_> = ask.parties.iter().map(row).collect();
    if rows.len() > 1 {
        let cells = cells(report.cell(&Message::Total), &ask.total);
        rows.push(Row { role: Role::Total, cells });
    }
    ReportTable { columns, rows, ..ReportTable::default() }
}

fn say(report: &mut Report, close: Close<'_>) {
    report.say(&Message::Close(close));
}

fn heading(report: &mut Report, close: Close<'_>) {
    let words = report.language.say(&Message::Close(close));
    report.blocks.push(Block::Heading(words));
}
