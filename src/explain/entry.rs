//! What an entry posts and pays, in whole cents (reference, sections 4.2 to 4.6).

use super::amount::{self, exact, income, units};
use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, min, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::{Tracer, in_month};
use super::value::{Unit, Value};
use super::{book, loan, worth};
use crate::case::{Advance, Case, Funding, Payment, Timing};
use crate::money::Cents;
use crate::postings::FundingPosting;
use crate::statements::Group;
use std::ops::Range;

/// The numbers of a case year's months.
pub fn months_of(year: usize) -> Range<i32> {
    let first = i32::try_from(year).unwrap_or(0) * 12;
    first..first + 12
}

/// The months that an entry's column posts in cents; `None` of what is exact, and of loans.
fn months<'t>(tracer: &'t Tracer, id: EntryId, column: EntryColumn) -> Option<&'t [Cents]> {
    let postings = &tracer.found.postings;
    let impacts = match id.group {
        Group::Cost => {
            let cost = postings.costs.get(id.place)?;
            return match column {
                EntryColumn::Accrual => Some(&cost.flow.accrual),
                EntryColumn::Cash => Some(&cost.flow.cash),
                EntryColumn::Depreciation => cost.book.as_ref().map(|book| &book.depreciation[..]),
                _ => None,
            };
        }
        Group::Funding => {
            return match (postings.funding.get(id.place)?, column) {
                (FundingPosting::Loan(_), _) => None,
                (
                    FundingPosting::Income(flow)
                    | FundingPosting::Equity(flow)
                    | FundingPosting::InKind(flow),
                    EntryColumn::Accrual,
                ) => Some(&flow.accrual),
                (
                    FundingPosting::Income(flow) | FundingPosting::Equity(flow),
                    EntryColumn::Cash,
                ) => Some(&flow.cash),
                _ => None,
            };
        }
        Group::Avoided => &postings.avoided,
        Group::Value => &postings.values,
        Group::Burden => &postings.burdens,
    };
    match (impacts.get(id.place)?, column) {
        (impact, EntryColumn::Accrual) => Some(&impact.accrual),
        (impact, EntryColumn::Cashable) => Some(&impact.cashable),
        _ => None,
    }
}

/// What the program posts for a figure of an entry, of what it posts.
pub fn posted(tracer: &Tracer, figure: Figure) -> Option<Value> {
    let Figure::Entry(id, column, period) = figure else { return None };
    let total = |months: &[Cents]| Cents::total(months.iter().copied()).ok().map(Value::from);
    if let Some(table) = loan::table(tracer, id) {
        return loan::posted(tracer, table, column, period).map(Value::from);
    }
    let months = months(tracer, id, column)?;
    match period {
        Period::Month(month) => Some(in_month(months, month).into()),
        Period::Year(year) => total(months.chunks(12).nth(year)?),
        Period::Whole => total(months),
        Period::PresentValue => {
            let worth = tracer.worth_of(id)?;
            Some(if column == EntryColumn::Accrual { worth.accrual } else { worth.cash }.into())
        }
    }
}

/// How a figure of an entry came about.
pub fn explain(tracer: &Tracer, id: EntryId, column: EntryColumn, period: Period) -> Node {
    let figure = Figure::Entry(id, column, period);
    let node = match (period, column) {
        (Period::PresentValue, _) => worth::of_entry(tracer, id, column),
        (Period::Whole, EntryColumn::Annuity) => loan::annuity(tracer, id),
        (Period::Year(_) | Period::Whole, EntryColumn::Balance) => {
            let last = match period {
                Period::Year(year) => months_of(year).end - 1,
                _ => tracer.case.horizon.end() - 1,
            };
            let last = Figure::Entry(id, column, Period::Month(last));
            let inputs = vec![tracer.figure(Name::Balance, last)];
            Node::step(figure.path(tracer.case), Unit::Money, name(Name::Balance), inputs)
        }
        (Period::Year(year), _) => {
            let months = months_of(year).map(|m| Figure::Entry(id, column, Period::Month(m)));
            let inputs = tracer.figures(Name::Month, months);
            Node::step(figure.path(tracer.case), unit(column), sum(Name::Month), inputs)
        }
        (Period::Whole, _) => {
            let years = 0..tracer.case.years();
            let years = years.map(|year| Figure::Entry(id, column, Period::Year(year)));
            let inputs = tracer.figures(Name::Year, years);
            Node::step(figure.path(tracer.case), unit(column), sum(Name::Year), inputs)
        }
        (Period::Month(month), EntryColumn::Exact) => exact(tracer, id, month),
        (Period::Month(month), EntryColumn::Units) => units(tracer, id, month),
        (Period::Month(month), EntryColumn::Accrual) => accrual(tracer, id, month),
        (Period::Month(month), EntryColumn::Cashable) => cashable(tracer, id, month),
        (Period::Month(month), EntryColumn::Cash) => cash(tracer, id, month),
        (Period::Month(month), EntryColumn::Depreciation) => book::depreciation(tracer, id, month),
        (Period::Month(month), _) => loan::month(tracer, id, column, month),
    };
    match posted(tracer, figure) {
        Some(value) => node.posted(value),
        None => node,
    }
}

fn unit(column: EntryColumn) -> Unit {
    if column == EntryColumn::Units { Unit::Number } else { Unit::Money }
}

/// The exact total of an entry up to and with a month, its earmark observed.
fn running(tracer: &Tracer, id: EntryId, month: i32, path: String) -> Node {
    let Some(covers) = income(tracer.case, id).and_then(|income| income.covers.as_ref()) else {
        let (formula, inputs) = so_far(tracer, id, month);
        return Node::step(path, Unit::Money, formula, inputs);
    };
    // After its last month nothing of an earmark comes any more.
    let month = month.min(last_of_earmark(tracer.case, id));
    let (formula, inputs) = so_far(tracer, id, month);
    let own = Node::step(format!("{path}.own"), Unit::Money, formula, inputs);
    let costs = covers.iter().map(|&place| EntryId { group: Group::Cost, place });
    let covered: Vec<_> = costs.flat_map(|cost| so_far(tracer, cost, month).1).collect();
    let formula = added(&covered);
    let covered = Node::step(format!("{path}.covered"), Unit::Money, formula, covered);
    let earmarked = own.value != covered.value && covered.value.number() < own.value.number();
    let inputs = vec![Input::step(Name::Own, own), Input::step(Name::Covered, covered)];
    let formula = min(vec![name(Name::Own), name(Name::Covered)]);
    let node = Node::step(path, Unit::Money, formula, inputs);
    if earmarked { node.with(Remark::Earmarked) } else { node }
}

/// The exact amounts up to and with a month, whole case years together.
fn so_far(tracer: &Tracer, id: EntryId, month: i32) -> (Formula, Vec<Input>) {
    let count = usize::try_from(month + 1).unwrap_or(0);
    let exact = |period| Figure::Entry(id, EntryColumn::Exact, period);
    let years = (0..count / 12).map(|year| exact(Period::Year(year)));
    let mut inputs = tracer.figures(Name::Year, years);
    let months = months_of(count / 12).take(count % 12);
    let months = tracer.figures(Name::Month, months.map(|month| exact(Period::Month(month))));
    inputs.extend(months);
    (added(&inputs), inputs)
}

/// Years and months together, as far as there are any.
fn added(inputs: &[Input]) -> Formula {
    let any = |name: Name| inputs.iter().any(|input| input.name == name);
    match (any(Name::Year), any(Name::Month)) {
        (true, true) => sum(Name::Year) + sum(Name::Month),
        (true, false) => sum(Name::Year),
        (false, _) => sum(Name::Month),
    }
}

/// The number of the last month in which an earmarked entry can post: what comes once waits for
/// its costs to the end of the horizon.
fn last_of_earmark(case: &Case, id: EntryId) -> i32 {
    match amount::stream(case, id).map(|(stream, _)| &stream.timing) {
        Some(Timing::Recurring(recurring)) => case.horizon.number(recurring.until),
        Some(Timing::Once { .. }) | None => case.horizon.end() - 1,
    }
}

/// What is posted in a month: the step of the rounded running total.
fn accrual(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Accrual, Period::Month(month)).path(tracer.case);
    let covers = income(tracer.case, id).is_some_and(|income| income.covers.is_some());
    if covers && month > last_of_earmark(tracer.case, id) {
        return Node::step(path, Unit::Money, 0.into(), vec![]).with(Remark::EarmarkOver);
    }
    let before = running(tracer, id, month - 1, format!("{path}.before"));
    if covers {
        let total = running(tracer, id, month, format!("{path}.total"));
        let inputs = vec![Input::step(Name::Before, before), Input::step(Name::Total, total)];
        let formula = round2(name(Name::Total)) - round2(name(Name::Before));
        return Node::step(path, Unit::Money, formula, inputs);
    }
    let this = Input::step(Name::Month, exact(tracer, id, month));
    if before.value.is_zero() {
        return Node::step(path, Unit::Money, round2(name(Name::Month)), vec![this]);
    }
    let formula = round2(name(Name::Before) + Name::Month) - round2(name(Name::Before));
    let inputs = vec![Input::step(Name::Before, before), this];
    Node::step(path, Unit::Money, formula, inputs).with(Remark::RunningTotal)
}

/// What a party can take out of a budget in a month.
fn cashable(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Cashable, Period::Month(month)).path(tracer.case);
    let share = tracer.case.avoided.get(id.place).map(|entry| entry.what.cashable);
    let [group, key] = tracer.keys(id);
    let share = Value::from(share.unwrap_or_default().0);
    let share = tracer.key(Name::Cashable, &[group, key, "cashable"], Unit::Share, share);
    let this = Input::step(Name::Month, exact(tracer, id, month));
    let before = running(tracer, id, month - 1, format!("{path}.before"));
    if before.value.is_zero() {
        let formula = round2(name(Name::Cashable) * Name::Month);
        return Node::step(path, Unit::Money, formula, vec![share, this]);
    }
    let formula = round2(name(Name::Cashable) * (name(Name::Before) + Name::Month))
        - round2(name(Name::Cashable) * Name::Before);
    let inputs = vec![share, Input::step(Name::Before, before), this];
    Node::step(path, Unit::Money, formula, inputs).with(Remark::RunningTotal)
}

/// When an entry is paid.
struct Terms {
    payment: Payment,
    /// The number of the month from which payment blocks are counted.
    first: i32,
}

fn terms(case: &Case, id: EntryId) -> Terms {
    let first = amount::stream(case, id).map_or(0, |(stream, _)| match &stream.timing {
        Timing::Once { on } => case.horizon.number(*on),
        Timing::Recurring(recurring) => case.horizon.number(recurring.from),
    });
    let payment = match id.group {
        Group::Cost => case.costs.get(id.place).map(|entry| entry.what.payment),
        _ => match case.funding.get(id.place).map(|entry| &entry.what) {
            Some(Funding::Income(income)) => Some(income.payment),
            Some(Funding::Equity(equity)) => Some(equity.payment),
            Some(Funding::Outcome(outcome)) => {
                Some(Payment { delay: outcome.delay, ..Payment::default() })
            }
            _ => None,
        },
    };
    Terms { payment: payment.unwrap_or_default(), first }
}

impl Terms {
    /// The months whose accruals are paid in a month.
    fn paid_in(&self, case: &Case, month: i32) -> Range<i32> {
        let (block, first) = (self.payment.rhythm.months(), month - self.payment.delay);
        if (first - self.first).rem_euclid(block) == 0 {
            let within = |month: i32| month.clamp(0, case.horizon.end());
            within(first)..within(first + block)
        } else {
            0..0
        }
    }
}

/// What is paid in a month.
fn cash(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Cash, Period::Month(month)).path(tracer.case);
    let paid = terms(tracer.case, id).paid_in(tracer.case, month);
    if let Some(income) = income(tracer.case, id)
        && let Some(advance) = income.advance
    {
        return advanced(&Advanced { tracer, id, advance, path }, paid, month);
    }
    let accrual = |month| Figure::Entry(id, EntryColumn::Accrual, Period::Month(month));
    if paid.len() == 1 {
        let inputs = vec![Input::step(Name::Accrual, tracer.explain(accrual(paid.start)))];
        return Node::step(path, Unit::Money, name(Name::Accrual), inputs);
    }
    let nothing = paid.is_empty();
    let inputs = tracer.figures(Name::Accrual, paid.map(accrual));
    if nothing {
        return Node::step(path, Unit::Money, 0.into(), inputs).with(Remark::NothingPaid);
    }
    Node::step(path, Unit::Money, sum(Name::Accrual), inputs)
}

/// An income of which a part goes ahead.
struct Advanced<'t, 'a> {
    tracer: &'t Tracer<'a>,
    id: EntryId,
    advance: Advance,
    path: String,
}

/// What is paid in a month of what goes ahead, and of the rest when it is settled.
fn advanced(of: &Advanced, paid: Range<i32>, month: i32) -> Node {
    let Advanced { tracer, id, advance, path } = of;
    let [group, key] = tracer.keys(*id);
    let ahead = |total: Name| round2(name(Name::Advance) * total);
    let share = Value::from(advance.share.0);
    let share = tracer.key(Name::Advance, &[group, key, "advance"], Unit::Share, share);
    let mut inputs = vec![share];
    let mut formula = None;
    let total = |name: Name, month: i32| {
        let step = running(tracer, *id, month, format!("{path}.{}", name.id()));
        Input::step(name, step)
    };
    if !paid.is_empty() {
        inputs.push(total(Name::Total, paid.end - 1));
        inputs.push(total(Name::Before, paid.start - 1));
        formula = Some(ahead(Name::Total) - ahead(Name::Before));
    }
    if settled_in(tracer, *id, *advance) == Some(month) {
        let accrued = Figure::Entry(*id, EntryColumn::Accrual, Period::Whole);
        inputs.push(tracer.figure(Name::Accrual, accrued));
        inputs.push(total(Name::Whole, tracer.case.horizon.end() - 1));
        let rest = name(Name::Accrual) - ahead(Name::Whole);
        formula = Some(match formula {
            Some(formula) => formula + rest,
            None => rest,
        });
    }
    match formula {
        Some(formula) => Node::step(path.clone(), Unit::Money, formula, inputs),
        None => Node::step(path.clone(), Unit::Money, 0.into(), vec![]).with(Remark::NothingPaid),
    }
}

/// The number of the month in which the rest of an advance is paid.
fn settled_in(tracer: &Tracer, id: EntryId, advance: Advance) -> Option<i32> {
    let accrual = months(tracer, id, EntryColumn::Accrual)?;
    let last = accrual.iter().rposition(|&posted| posted != Cents::ZERO)?;
    Some(i32::try_from(last).ok()?.saturating_add(advance.settlement))
}
