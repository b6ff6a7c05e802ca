//! Cash: what was in hand, what came in and went out, and what is left.

use super::claims::in_run;
use super::figure::{CashColumn, EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, min, name, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::opening;
use super::sale::sold;
use super::tracer::{Tracer, in_month};
use super::value::{Value, ValueUnit};
use super::worth::amount_of_case;
use crate::case::{Form, Funding, OpeningKind};
use crate::money::Cents;
use crate::statements::{Counted, Granted, Group};

/// The funding entries that count in a run.
pub fn funded(tracer: &Tracer, run: Counted) -> Vec<EntryId> {
    let granted = Granted::counting(tracer.case, run);
    let funding = tracer.entries(Group::Funding).filter(|id| granted.has(id.place));
    funding.map(|id| in_run(tracer.case, id, run)).collect()
}

/// How a figure of the cash statement came about.
pub fn explain(tracer: &Tracer, run: Counted, column: CashColumn, period: Period) -> Node {
    let path = Figure::Cash(run, column, period).path(tracer.case);
    let (formula, inputs) = match column {
        CashColumn::Opening => opening(tracer, run, period),
        CashColumn::Receipts => (sum(Name::Receipt), receipts(tracer, run, period)),
        CashColumn::Payments => (sum(Name::Payment), payments(tracer, run, period)),
        CashColumn::Closing => closing(tracer, run, period),
        CashColumn::Reserved => (sum(Name::Reserved), reserved(tracer, period)),
        CashColumn::Free => {
            let of = |column| Figure::Cash(run, column, period);
            let inputs = vec![
                tracer.figure(Name::Closing, of(CashColumn::Closing)),
                tracer.figure(Name::Reserved, of(CashColumn::Reserved)),
            ];
            (name(Name::Closing) - Name::Reserved, inputs)
        }
        CashColumn::Lowest => lowest(tracer, run, months(period)),
    };
    let node = Node::step(path, ValueUnit::Money, formula, inputs)
        .posted(posted(tracer, run, column, period));
    match run {
        _ if tracer.case.requested().is_empty() => node,
        Counted::Certain => node.with(Remark::CountsCertain),
        Counted::All => node.with(Remark::CountsAll),
    }
}

/// The lowest cash of some months, less what is set apart.
pub fn lowest(
    tracer: &Tracer,
    run: Counted,
    months: std::ops::Range<i32>,
) -> (Formula, Vec<Input>) {
    let column = CashColumn::spendable(tracer.case);
    let of = if column == CashColumn::Free { Name::Free } else { Name::Closing };
    let months = months.map(|month| Figure::Cash(run, column, Period::Month(month)));
    (min(vec![name(of)]), months.map(|figure| tracer.figure(of, figure)).collect())
}

/// What stands apart at the end of a period, in each reserve.
fn reserved(tracer: &Tracer, period: Period) -> Vec<Input> {
    let reserves = tracer.entries(Group::Reserve);
    let figures = reserves.map(|id| Figure::Entry(id, EntryColumn::Reserved, period));
    tracer.figures(Name::Reserved, figures)
}

fn months(period: Period) -> std::ops::Range<i32> {
    match period {
        Period::Month(month) => month..month + 1,
        Period::Year(year) => months_of(year),
        Period::Whole | Period::PresentValue => 0..0,
    }
}

fn posted(tracer: &Tracer, run: Counted, column: CashColumn, period: Period) -> Value {
    let cash = &tracer.run(run).cash;
    let months = months(period);
    let total = |amounts: &[Cents]| {
        Cents::total(months.clone().map(|month| in_month(amounts, month))).unwrap_or_default()
    };
    let closing = |month: i32| {
        if month < 0 { cash.opening } else { in_month(&cash.closing, month) }
    };
    Value::from(match column {
        CashColumn::Opening => closing(months.start - 1),
        CashColumn::Receipts => total(&cash.receipts),
        CashColumn::Payments => total(&cash.payments),
        CashColumn::Closing => closing(months.end - 1),
        CashColumn::Reserved => in_month(cash.reserved(), months.end - 1),
        CashColumn::Free => in_month(cash.free(), months.end - 1),
        CashColumn::Lowest => {
            months.map(|month| in_month(cash.free(), month)).min().unwrap_or_default()
        }
    })
}

/// Cash before the first month, or what the month or year before closed with.
fn before(tracer: &Tracer, run: Counted, period: Period, name: Name) -> Input {
    let earlier = match period {
        Period::Month(month) if month > 0 => Some(Period::Month(month - 1)),
        Period::Year(year) => year.checked_sub(1).map(Period::Year),
        _ => None,
    };
    match earlier {
        Some(earlier) => tracer.figure(name, Figure::Cash(run, CashColumn::Closing, earlier)),
        None => amount_of_case(tracer, name, &["case", "opening_cash"], tracer.books.opening),
    }
}

fn opening(tracer: &Tracer, run: Counted, period: Period) -> (Formula, Vec<Input>) {
    (name(Name::Closing), vec![before(tracer, run, period, Name::Closing)])
}

fn closing(tracer: &Tracer, run: Counted, period: Period) -> (Formula, Vec<Input>) {
    let mut inputs = vec![before(tracer, run, period, Name::Opening)];
    inputs.extend(receipts(tracer, run, period));
    inputs.extend(payments(tracer, run, period));
    (name(Name::Opening) + sum(Name::Receipt) - sum(Name::Payment), inputs)
}

fn receipts(tracer: &Tracer, run: Counted, period: Period) -> Vec<Input> {
    let figures = funded(tracer, run).into_iter().filter_map(|id| {
        let column = match &tracer.case.funding.get(id.place)?.what.form {
            Form::Income(_) | Form::Outcome(_) | Form::Equity(_) => EntryColumn::Cash,
            Form::Loan(_) => EntryColumn::Draw,
            Form::InKind(_) => return None,
        };
        Some(Figure::Entry(id, column, period))
    });
    let open = opening::of_kind(tracer, OpeningKind::Receivable);
    let open = open.map(|id| Figure::Entry(id, EntryColumn::Cash, period));
    let sales = tracer.entries(Group::Cost).filter(|id| sold(tracer, *id).is_some());
    let sales = sales.map(|id| Figure::Entry(id, EntryColumn::Sale, period));
    tracer.figures(Name::Receipt, figures.chain(open).chain(sales))
}

fn payments(tracer: &Tracer, run: Counted, period: Period) -> Vec<Input> {
    let costs = tracer.entries(Group::Cost).map(|id| Figure::Entry(id, EntryColumn::Cash, period));
    let loans = loans(tracer, run).into_iter();
    let service = loans.map(|id| Figure::Entry(id, EntryColumn::Instalment, period));
    let open = opening::of_kind(tracer, OpeningKind::Payable);
    let open = open.map(|id| Figure::Entry(id, EntryColumn::Cash, period));
    tracer.figures(Name::Payment, costs.chain(service).chain(open))
}

/// The loans that count in a run.
pub fn loans(tracer: &Tracer, run: Counted) -> Vec<EntryId> {
    let is_loan = |id: &EntryId| {
        let entry = tracer.case.funding.get(id.place);
        entry.is_some_and(|entry| matches!(entry.what.form, Form::Loan(_)))
    };
    funded(tracer, run).into_iter().filter(is_loan).collect()
}

/// The funding of a run that is income, and whether each comes once.
pub fn incomes<'a>(tracer: &Tracer<'a>, run: Counted) -> Vec<(EntryId, &'a Funding)> {
    let income = |id: EntryId| {
        let entry = tracer.case.funding.get(id.place)?;
        matches!(entry.what.form, Form::Income(_) | Form::Outcome(_)).then_some((id, &entry.what))
    };
    funded(tracer, run).into_iter().filter_map(income).collect()
}
