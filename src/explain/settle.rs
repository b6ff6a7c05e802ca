//! What falls due after the horizon of a case that ends (reference, section 5.2).

use super::cash::{funded, loans};
use super::entry::last_paid;
use super::figure::{CashColumn, EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, min, name, sum};
use super::loan;
use super::name::Name;
use super::node::{Input, Node};
use super::opening;
use super::tracer::Tracer;
use super::value::ValueUnit;
use super::worth::amount_of_case;
use crate::case::{Form, OpeningKind};
use crate::statements::{Counted, Group};

/// The lowest cash from the last month of the horizon to the last month in which anything falls
/// due, less what it may not be below.
pub fn repayment(tracer: &Tracer, run: Counted, path: String) -> Node {
    let end = tracer.case.horizon.end();
    let cash = |column| Figure::Cash(run, column, Period::Month(end - 1));
    let (closes, spendable) = (cash(CashColumn::Closing), CashColumn::spendable(tracer.case));
    let mut inputs = vec![amount_of_case(
        tracer,
        Name::MinCash,
        &["criteria", "min_cash"],
        tracer.books.min_cash,
    )];
    let opening = vec![tracer.figure(Name::Opening, cash(spendable))];
    let mut closing = step(tracer, &path, end - 1, name(Name::Opening), opening);
    for month in end..=last_due(tracer, run) {
        // What was set apart is free after the horizon.
        let before = if month == end && spendable == CashColumn::Free {
            tracer.figure(Name::Opening, closes)
        } else {
            Input::given_by(Name::Opening, &closing)
        };
        let mut of_month = vec![before];
        of_month.extend(tracer.figures(Name::Receipt, receipts(tracer, run, month)));
        of_month.extend(tracer.figures(Name::Payment, payments(tracer, run, month)));
        inputs.push(Input::step(Name::Closing, closing));
        let formula = name(Name::Opening) + sum(Name::Receipt) - sum(Name::Payment);
        closing = step(tracer, &path, month, formula, of_month);
    }
    inputs.push(Input::step(Name::Closing, closing));
    Node::step(path, ValueUnit::Money, min(vec![name(Name::Closing)]) - Name::MinCash, inputs)
}

fn step(tracer: &Tracer, path: &str, month: i32, formula: Formula, inputs: Vec<Input>) -> Node {
    let path = format!("{path}.{}", tracer.case.horizon.month(month));
    Node::step(path, ValueUnit::Money, formula, inputs)
}

/// The income and equity of a run.
fn incomes(tracer: &Tracer, run: Counted) -> impl Iterator<Item = EntryId> {
    let is_income = |id: &EntryId| {
        let form = tracer.case.funding.get(id.place).map(|entry| &entry.what.form);
        matches!(form, Some(Form::Income(_) | Form::Outcome(_) | Form::Equity(_)))
    };
    funded(tracer, run).into_iter().filter(is_income)
}

fn receipts(tracer: &Tracer, run: Counted, month: i32) -> Vec<Figure> {
    let cash = |id| Figure::Entry(id, EntryColumn::Cash, Period::Month(month));
    incomes(tracer, run)
        .chain(opening::of_kind(tracer, OpeningKind::Receivable))
        .map(cash)
        .collect()
}

fn payments(tracer: &Tracer, run: Counted, month: i32) -> Vec<Figure> {
    let of = |column| move |id| Figure::Entry(id, column, Period::Month(month));
    let costs = tracer.entries(Group::Cost).map(of(EntryColumn::Cash));
    let open = opening::of_kind(tracer, OpeningKind::Payable).map(of(EntryColumn::Cash));
    let service = drawn(tracer, run).map(of(EntryColumn::Instalment));
    costs.chain(service).chain(open).collect()
}

/// The loans of a run that are drawn before the end.
fn drawn(tracer: &Tracer, run: Counted) -> impl Iterator<Item = EntryId> {
    let end = tracer.case.horizon.end();
    let drawn = move |id: &EntryId| loan::table(tracer, *id).is_some_and(|it| it.drawn < end);
    loans(tracer, run).into_iter().filter(drawn)
}

/// The number of the last month in which anything falls due; before the end where nothing does.
fn last_due(tracer: &Tracer, run: Counted) -> i32 {
    let paid = tracer.entries(Group::Cost).chain(incomes(tracer, run));
    let paid = paid.chain(tracer.entries(Group::Opening));
    let paid = paid.filter_map(|id| last_paid(tracer.case, id));
    let due = drawn(tracer, run).filter_map(|id| {
        loan::table(tracer, id)?.instalments.last().map(|instalment| instalment.month)
    });
    paid.chain(due).max().unwrap_or(-1)
}
