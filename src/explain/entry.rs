//! What an entry posts and pays, in whole cents (reference, sections 4.2 to 4.6).

use super::amount::{self, exact, income, units};
use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, min, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::{Tracer, in_month, sum_of_periods};
use super::value::{Value, ValueUnit};
use super::{book, claim, loan, milestones, opening, reserve, sale, worth};
use crate::case::{Advance, Case, Effect, Entry, Form, Funding, Payment, Settled};
use crate::money::{Cents, Share};
use crate::postings::FundingPosting;
use crate::statements::Group;
use crate::stream::terms;
use crate::words::{Key, Word};
use std::ops::Range;

/// The months that an entry's column posts in cents; `None` of what is exact, and of loans.
fn months<'t>(tracer: &'t Tracer, id: EntryId, column: EntryColumn) -> Option<&'t [Cents]> {
    let postings = &*tracer.run(id.run).postings;
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
            return match (&**postings.funding.get(id.place)?, column) {
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
        Group::Opening => return None,
        Group::Reserve => {
            let reserved = reserve::posting(tracer, id)?;
            return match column {
                EntryColumn::SetApart => postings.reserves.get(id.place).map(|months| &months[..]),
                EntryColumn::Released => Some(&reserved.released),
                EntryColumn::Reserved => Some(&reserved.standing),
                _ => None,
            };
        }
    };
    match (impacts.get(id.place)?, column) {
        (impact, EntryColumn::Accrual) => Some(&impact.accrual),
        (impact, EntryColumn::Cashable) => Some(&impact.cashable),
        (impact, EntryColumn::Transfer) => Some(&impact.transfer),
        _ => None,
    }
}

/// What is paid of an entry in the months after the horizon of a case that ends.
fn after_horizon<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t [Cents]> {
    let postings = &*tracer.run(id.run).postings;
    match id.group {
        Group::Cost => postings.costs.get(id.place).map(|cost| &cost.flow.after[..]),
        Group::Funding => match &**postings.funding.get(id.place)? {
            FundingPosting::Income(flow) | FundingPosting::Equity(flow) => Some(&flow.after),
            FundingPosting::Loan(_) | FundingPosting::InKind(_) => None,
        },
        Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => None,
    }
}

/// The number of the last month after the horizon of a case that ends in which something of an
/// entry may be paid.
pub fn last_paid(case: &Case, id: EntryId) -> Option<i32> {
    let end = case.horizon.end();
    if id.group == Group::Opening {
        let on = case.openings.get(id.place).map(|entry| case.horizon.number(entry.what.on));
        return on.filter(|&on| case.ends && on >= end);
    }
    let first = amount::first_month(case, id);
    let paid = (0..end).map(|month| month_paid(case, id, first, month));
    let income = case.funding.get(id.place).filter(|_| id.group == Group::Funding);
    let settled = income.and_then(Entry::income).and_then(|income| {
        let settlements = terms::settlements(case, &income, income.last().advance?);
        settlements.into_iter().map(|settlement| settlement.paid).max()
    });
    let parts = milestones::of(case, id).and_then(|all| Some(all.coming().last()?.month));
    let parts = parts.map(|month| case.horizon.number(month));
    paid.chain(settled).chain(parts).max().filter(|&last| case.ends && last >= end)
}

/// What the program posts for a figure of an entry, of what it posts.
pub fn posted(tracer: &Tracer, figure: Figure) -> Option<Value> {
    let Figure::Entry(id, column, period) = figure else { return None };
    let total = |months: &[Cents]| Cents::total(months.iter().copied()).ok().map(Value::from);
    if let Some(table) = loan::table(tracer, id) {
        return loan::posted(tracer, table, column, period).map(Value::from);
    }
    if let Some(opening) = opening::posting(tracer, id) {
        return opening::posted(tracer, opening, period).map(Value::from);
    }
    if let Some(cents) = sale::posted(tracer, id, column, period) {
        return Some(cents.into());
    }
    let months = months(tracer, id, column)?;
    let after = |month: i32| month.checked_sub(tracer.case.horizon.end()).filter(|it| *it >= 0);
    match period {
        Period::Month(month) if column == EntryColumn::Cash && after(month).is_some() => {
            Some(in_month(after_horizon(tracer, id)?, after(month)?).into())
        }
        Period::Month(month) => Some(in_month(months, month).into()),
        Period::Year(year) if !column.adds_up() => {
            months.chunks(12).nth(year)?.last().copied().map(Value::from)
        }
        Period::Year(year) => total(months.chunks(12).nth(year)?),
        Period::Whole if !column.adds_up() => months.last().copied().map(Value::from),
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
        (Period::Year(_) | Period::Whole, EntryColumn::Balance | EntryColumn::Reserved) => {
            let last = match period {
                Period::Year(year) => months_of(year).end - 1,
                _ => tracer.case.horizon.end() - 1,
            };
            let last = Figure::Entry(id, column, Period::Month(last));
            let stock = if column == EntryColumn::Balance { Name::Balance } else { Name::Reserved };
            let inputs = vec![tracer.figure(stock, last)];
            Node::step(figure.path(tracer.case), ValueUnit::Money, name(stock), inputs)
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
        (Period::Month(month), _) if id.group == Group::Opening => {
            opening::month(tracer, id, month)
        }
        (Period::Month(month), EntryColumn::Exact) => exact(tracer, id, month),
        (Period::Month(month), EntryColumn::Units) => units(tracer, id, month),
        (Period::Month(month), EntryColumn::Claimed) => claim::claimed(tracer, id, month),
        (Period::Month(month), EntryColumn::Kept) => claim::kept(tracer, id, month),
        (Period::Month(month), EntryColumn::Accrual | EntryColumn::SetApart) => {
            accrual(tracer, id, column, month)
        }
        (Period::Month(month), EntryColumn::Released) => reserve::released(tracer, id, month),
        (Period::Month(month), EntryColumn::Reserved) => reserve::reserved(tracer, id, month),
        (Period::Month(month), EntryColumn::Cashable) => part(tracer, id, Part::CASHABLE, month),
        (Period::Month(month), EntryColumn::Transfer) => part(tracer, id, Part::TRANSFER, month),
        (Period::Month(month), EntryColumn::Cash) => cash(tracer, id, month),
        (Period::Month(month), EntryColumn::Sale) => sale::sale(tracer, id, month),
        (Period::Month(month), EntryColumn::Gain) => sale::gain(tracer, id, month),
        (Period::Month(month), EntryColumn::Depreciation) => book::depreciation(tracer, id, month),
        (Period::Month(month), _) => loan::month(tracer, id, column, month),
    };
    match posted(tracer, figure) {
        Some(value) => node.posted(value),
        None => node,
    }
}

fn unit(column: EntryColumn) -> ValueUnit {
    if column == EntryColumn::Units { ValueUnit::Number } else { ValueUnit::Money }
}

/// Whether an entry is earmarked in any month.
fn is_earmarked(case: &Case, id: EntryId) -> bool {
    let Some(entry) = case.funding.get(id.place).filter(|_| id.group == Group::Funding) else {
        return false;
    };
    let covers = |funding: &Funding| match &funding.form {
        Form::Income(income) => income.covers.is_some(),
        _ => false,
    };
    !entry.versions().all(|funding| !covers(funding))
}

/// The exact total of an entry up to and with a month, its earmark observed.
fn running(tracer: &Tracer, id: EntryId, month: i32, path: String) -> Node {
    if let Some(column) = summed(tracer, id) {
        let (formula, inputs) = tracer.so_far(id, column, month);
        return Node::step(path, ValueUnit::Money, formula, inputs);
    }
    // After its last month nothing of an earmark comes any more.
    let month = month.min(last_of_earmark(tracer.case, id));
    let (formula, inputs) = tracer.so_far(id.on_all(), EntryColumn::Exact, month);
    let own = Node::step(format!("{path}.own"), ValueUnit::Money, formula, inputs);
    let covered = covered(tracer, id, month);
    let formula = sum_of_periods(&covered);
    let covered = Node::step(format!("{path}.covered"), ValueUnit::Money, formula, covered);
    let earmarked = own.value != covered.value && covered.value.number() < own.value.number();
    let inputs = vec![Input::step(Name::Own, own), Input::step(Name::Covered, covered)];
    let formula = min(vec![name(Name::Own), name(Name::Covered)]);
    let node = Node::step(path, ValueUnit::Money, formula, inputs);
    if earmarked { node.with(Remark::Earmarked) } else { node }
}

/// What the costs that an entry covers come to, up to and with a month; where what it covers
/// changes from a month on, month by month.
fn covered(tracer: &Tracer, id: EntryId, month: i32) -> Vec<Input> {
    let cost = |&place: &usize| EntryId::of(Group::Cost, place);
    let entry = tracer.case.funding.get(id.place);
    if entry.is_some_and(|entry| entry.later.is_empty()) {
        let covers = income(tracer.case, id, 0).and_then(|income| income.covers.as_deref());
        let costs = covers.unwrap_or_default().iter().map(cost);
        let so_far = |cost| tracer.so_far(cost, EntryColumn::Exact, month).1;
        return costs.flat_map(so_far).collect();
    }
    let figures = (0..=month).flat_map(|month| {
        let exact = |id| Figure::Entry(id, EntryColumn::Exact, Period::Month(month));
        match income(tracer.case, id, month).map(|income| &income.covers) {
            Some(Some(covers)) => covers.iter().map(cost).map(exact).collect(),
            // While it is not earmarked it is not held back.
            Some(None) | None => vec![exact(id.on_all())],
        }
    });
    tracer.figures(Name::Month, figures)
}

/// The column of an entry whose running total is posted; none where an earmark that claims alone is
/// held to what its costs come to.
fn summed(tracer: &Tracer, id: EntryId) -> Option<EntryColumn> {
    let exact = (!is_earmarked(tracer.case, id)).then_some(EntryColumn::Exact);
    exact.or_else(|| claim::posted(tracer, id))
}

/// The number of the last month in which an earmarked entry can post: what comes once waits for
/// its costs to the end of the horizon.
fn last_of_earmark(case: &Case, id: EntryId) -> i32 {
    let income = case.funding.get(id.place).and_then(Entry::income);
    income.and_then(|income| terms::last_month(case, &income)).unwrap_or(-1)
}

/// What is posted in a month: the step of the rounded running total.
fn accrual(tracer: &Tracer, id: EntryId, column: EntryColumn, month: i32) -> Node {
    let path = Figure::Entry(id, column, Period::Month(month)).path(tracer.case);
    let covers = is_earmarked(tracer.case, id);
    if covers && month > last_of_earmark(tracer.case, id) {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]).with(Remark::EarmarkOver);
    }
    let before = running(tracer, id, month - 1, format!("{path}.before"));
    let Some(column) = summed(tracer, id) else {
        let total = running(tracer, id, month, format!("{path}.total"));
        let inputs = vec![Input::step(Name::Before, before), Input::step(Name::Total, total)];
        let formula = round2(name(Name::Total)) - round2(name(Name::Before));
        return Node::step(path, ValueUnit::Money, formula, inputs);
    };
    let this = match column {
        EntryColumn::Claimed => claim::claimed(tracer, id, month),
        EntryColumn::Kept => claim::kept(tracer, id, month),
        _ => exact(tracer, id, month),
    };
    let this = Input::step(Name::Month, this);
    if before.value.is_zero() {
        return Node::step(path, ValueUnit::Money, round2(name(Name::Month)), vec![this]);
    }
    let formula = round2(name(Name::Before) + Name::Month) - round2(name(Name::Before));
    let inputs = vec![Input::step(Name::Before, before), this];
    Node::step(path, ValueUnit::Money, formula, inputs).with(Remark::RunningTotal)
}

/// A part of an avoided cost that is posted beside it.
#[derive(Clone, Copy)]
struct Part {
    column: EntryColumn,
    name: Name,
    key: Key,
    share: fn(&Effect) -> Share,
}

impl Part {
    /// What its party can take out of a budget.
    const CASHABLE: Self = Self {
        column: EntryColumn::Cashable,
        name: Name::Cashable,
        key: Key::Cashable,
        share: |avoided| avoided.cashable,
    };

    /// What somebody else no longer gets.
    const TRANSFER: Self = Self {
        column: EntryColumn::Transfer,
        name: Name::Transfer,
        key: Key::Transfer,
        share: |avoided| avoided.transfer,
    };
}

/// A part of an avoided cost in a month.
fn part(tracer: &Tracer, id: EntryId, part: Part, month: i32) -> Node {
    let Part { column, name: part, key: part_key, share: of } = part;
    let path = Figure::Entry(id, column, Period::Month(month)).path(tracer.case);
    let Some(entry) = tracer.case.avoided.get(id.place) else {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]);
    };
    let [group, key] = tracer.keys(id);
    let share = |month| {
        let share = (ValueUnit::Share, Value::from(of(entry.versions().at(month)).0));
        tracer.key_at(month, part, &[group, key, part_key.spelled()], share)
    };
    let this = Input::step(Name::Month, exact(tracer, id, month));
    let before_path = format!("{path}.before");
    if entry.versions().all(|effect| of(effect) == of(&entry.what)) {
        let before = running(tracer, id, month - 1, before_path);
        if before.value.is_zero() {
            let formula = round2(name(part) * Name::Month);
            return Node::step(path, ValueUnit::Money, formula, vec![share(month), this]);
        }
        let formula = round2(name(part) * (name(Name::Before) + Name::Month))
            - round2(name(part) * Name::Before);
        let inputs = vec![share(month), Input::step(Name::Before, before), this];
        return Node::step(path, ValueUnit::Money, formula, inputs).with(Remark::RunningTotal);
    }
    // The share changes from a month on: each month before counts with its own.
    let parts = (0..month).filter_map(|month| {
        let figure = Figure::Entry(id, EntryColumn::Exact, Period::Month(month));
        let value = tracer.figure(Name::Value, figure);
        if value.value().is_zero() {
            return None;
        }
        let path = format!("{before_path}.{}", tracer.case.horizon.month(month));
        let formula = name(part) * Name::Value;
        Some(Input::step(
            Name::Part,
            Node::step(path, ValueUnit::Money, formula, vec![share(month), value]),
        ))
    });
    let before =
        Node::step(before_path.clone(), ValueUnit::Money, sum(Name::Part), parts.collect());
    let formula =
        round2(name(Name::Before) + name(part) * Name::Month) - round2(name(Name::Before));
    let inputs = vec![share(month), Input::step(Name::Before, before), this];
    Node::step(path, ValueUnit::Money, formula, inputs).with(Remark::RunningTotal)
}

/// When what an entry accrues in a month is paid.
fn payment(case: &Case, id: EntryId, month: i32) -> Payment {
    let payment = match id.group {
        Group::Cost => case.costs.get(id.place).map(|entry| entry.versions().at(month).payment),
        _ => match case.funding.get(id.place).map(|entry| &entry.versions().at(month).form) {
            Some(Form::Income(income)) => Some(income.payment),
            Some(Form::Equity(equity)) => Some(equity.payment),
            Some(Form::Outcome(outcome)) => {
                Some(Payment { delay: outcome.delay, ..Payment::default() })
            }
            _ => None,
        },
    };
    payment.unwrap_or_default()
}

/// In which month is paid what an entry accrues in one.
fn month_paid(case: &Case, id: EntryId, first: i32, accrued: i32) -> i32 {
    let Payment { rhythm, delay } = payment(case, id, accrued);
    let into_block = (accrued - first).rem_euclid(rhythm.months());
    accrued - into_block + delay
}

/// The months whose accruals are paid in a month, as stretches of months in a row.
fn paid_in(case: &Case, id: EntryId, month: i32) -> Vec<Range<i32>> {
    let first = amount::first_month(case, id);
    let mut stretches: Vec<Range<i32>> = Vec::new();
    for accrued in 0..case.horizon.end() {
        if month_paid(case, id, first, accrued) == month {
            match stretches.last_mut() {
                Some(last) if last.end == accrued => last.end += 1,
                _ => stretches.push(accrued..accrued + 1),
            }
        }
    }
    stretches
}

/// What is paid in a month.
fn cash(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Cash, Period::Month(month)).path(tracer.case);
    if let Some(milestones) = milestones::of(tracer.case, id) {
        let whole = |path| running(tracer, id, tracer.case.horizon.end() - 1, path);
        return milestones::cash(tracer, (id, milestones), (month, path), &whole);
    }
    let paid = paid_in(tracer.case, id, month);
    let advance = |month| income(tracer.case, id, month)?.advance;
    if let (Some(first), Some(last)) = (advance(amount::FIRST), advance(amount::LAST)) {
        let advance = Advance { share: first.share, ..last };
        return advanced(&Advanced { tracer, id, advance, path }, &paid, month);
    }
    let accrual = |month| Figure::Entry(id, EntryColumn::Accrual, Period::Month(month));
    let months: Vec<_> = paid.into_iter().flatten().collect();
    match months.as_slice() {
        [] => Node::step(path, ValueUnit::Money, 0.into(), vec![]).with(Remark::NothingPaid),
        [month] => {
            let inputs = vec![Input::step(Name::Accrual, tracer.explain(accrual(*month)))];
            Node::step(path, ValueUnit::Money, name(Name::Accrual), inputs)
        }
        many => {
            let inputs = tracer.figures(Name::Accrual, many.iter().copied().map(accrual));
            Node::step(path, ValueUnit::Money, sum(Name::Accrual), inputs)
        }
    }
}

/// An income of which a part goes ahead.
struct Advanced<'t, 'a> {
    tracer: &'t Tracer<'a>,
    id: EntryId,
    advance: Advance,
    path: String,
}

impl Advanced<'_, '_> {
    fn share(&self) -> Input {
        let [group, key] = self.tracer.keys(self.id);
        let share = Value::from(self.advance.share.0);
        self.tracer.key(Name::Advance, &[group, key, "advance"], ValueUnit::Share, share)
    }

    fn total(&self, name: Name, path: &str, month: i32) -> Input {
        let step = running(self.tracer, self.id, month, format!("{path}.{}", name.id()));
        Input::step(name, step)
    }

    /// What goes ahead of some months in a row.
    fn ahead(&self, path: &str, months: &Range<i32>) -> (Formula, Vec<Input>) {
        let inputs = vec![
            self.share(),
            self.total(Name::Total, path, months.end - 1),
            self.total(Name::Before, path, months.start - 1),
        ];
        (ahead_of(Name::Total) - ahead_of(Name::Before), inputs)
    }
}

impl Advanced<'_, '_> {
    /// What was accrued in a calendar year and has not gone ahead.
    fn rest(&self, months: &Range<i32>) -> Node {
        let path = format!("{}.{}", self.path, Name::Rest.id());
        let (ahead, mut inputs) = self.ahead(&path, months);
        let accrual = |month| Figure::Entry(self.id, EntryColumn::Accrual, Period::Month(month));
        inputs.extend(self.tracer.figures(Name::Accrual, months.clone().map(accrual)));
        Node::step(path, ValueUnit::Money, sum(Name::Accrual) - ahead, inputs)
    }
}

/// What has gone ahead of a total.
fn ahead_of(total: Name) -> Formula {
    round2(name(Name::Advance) * total)
}

/// What is paid in a month of what goes ahead, and of the rest when it is settled.
fn advanced(of: &Advanced, paid: &[Range<i32>], month: i32) -> Node {
    let Advanced { tracer, id, advance, path } = of;
    let (mut formula, mut inputs) = (None, Vec::new());
    match paid {
        [] => {}
        [months] => {
            let (ahead, of_months) = of.ahead(path, months);
            (formula, inputs) = (Some(ahead), of_months);
        }
        // A rhythm or a delay that changes from a month on.
        many => {
            for months in many {
                let path = format!("{path}.{}", tracer.case.horizon.month(months.start));
                let (ahead, of_months) = of.ahead(&path, months);
                inputs.push(Input::step(
                    Name::Part,
                    Node::step(path, ValueUnit::Money, ahead, of_months),
                ));
            }
            formula = Some(sum(Name::Part));
        }
    }
    let settlement = settled_in(tracer, *id, *advance, month);
    let yearly = settlement.as_ref().filter(|_| advance.settled == Settled::Yearly);
    if let Some(months) = yearly {
        inputs.push(Input::step(Name::Rest, of.rest(months)));
        formula = Some(match formula {
            Some(formula) => formula + Name::Rest,
            None => name(Name::Rest),
        });
    } else if settlement.is_some() {
        if !inputs.iter().any(|input| input.name == Name::Advance) {
            inputs.push(of.share());
        }
        let accrued = Figure::Entry(*id, EntryColumn::Accrual, Period::Whole);
        inputs.push(tracer.figure(Name::Accrual, accrued));
        inputs.push(of.total(Name::Whole, path, tracer.case.horizon.end() - 1));
        let rest = name(Name::Accrual) - ahead_of(Name::Whole);
        formula = Some(match formula {
            Some(formula) => formula + rest,
            None => rest,
        });
    }
    match formula {
        Some(formula) => Node::step(path.clone(), ValueUnit::Money, formula, inputs),
        None => {
            Node::step(path.clone(), ValueUnit::Money, 0.into(), vec![]).with(Remark::NothingPaid)
        }
    }
}

/// The months of which the rest is paid in a month.
fn settled_in(tracer: &Tracer, id: EntryId, advance: Advance, month: i32) -> Option<Range<i32>> {
    let income = tracer.case.funding.get(id.place)?.income()?;
    let settlements = terms::settlements(tracer.case, &income, advance).into_iter();
    let months = settlements.into_iter().find(|settlement| settlement.paid == month)?.months;
    Some(i32::try_from(months.start).ok()?..i32::try_from(months.end).ok()?)
}
