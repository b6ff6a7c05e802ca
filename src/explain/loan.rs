//! A loan's instalments (reference, section 4.6).

use super::figure::{EntryColumn, EntryId, Figure, Period, months_of};
use super::formula::{Formula, min, more, name, round2};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use crate::case::{Case, Form, GraceInterest, Loan, Repayment};
use crate::loan::{Instalment, LoanTable};
use crate::money::{Cents, Rate};
use crate::postings::FundingPosting;
use crate::statements::Group;

/// The terms of an entry that is a loan: those on which it was drawn.
pub fn terms_of(case: &Case, id: EntryId) -> Option<&Loan> {
    let entry = case.funding.get(id.place).filter(|_| id.group == Group::Funding)?;
    let Form::Loan(first) = &entry.what.form else { return None };
    match &entry.versions().at(case.horizon.number(first.on)).form {
        Form::Loan(drawn) => Some(drawn),
        _ => Some(first),
    }
}

/// Whether a loan is repaid in payments that are equal to its end, on what is borrowed.
pub fn is_annuity(loan: &Loan) -> bool {
    let terms = &loan.terms;
    is_equal(terms, terms.rate(0))
        && terms.interest.len() == 1
        && terms.grace_interest == GraceInterest::Paid
}

/// Whether interest at a rate and principal are together always so much.
fn is_equal(terms: &crate::case::Terms, rate: Rate) -> bool {
    terms.repayment == Repayment::Annuity && !rate.0.is_zero()
}

/// The table of an entry that is a loan.
pub fn table<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t LoanTable> {
    let postings = &tracer.run(id.run).postings.funding;
    match &**postings.get(id.place).filter(|_| id.group == Group::Funding)? {
        FundingPosting::Loan(table) => Some(table),
        _ => None,
    }
}

/// What a loan's column posts.
pub fn posted(
    tracer: &Tracer,
    table: &LoanTable,
    column: EntryColumn,
    period: Period,
) -> Option<Cents> {
    let (first, end) = match period {
        Period::Month(month) => (month, month + 1),
        Period::Year(year) => (months_of(year).start, months_of(year).end),
        Period::Whole => (0, tracer.case.horizon.end()),
        // Worth is computed for loans as for all others.
        Period::PresentValue => return None,
    };
    let due = table.instalments.iter().filter(|due| (first..end).contains(&due.month));
    let amount: fn(&Instalment) -> Cents = match column {
        EntryColumn::Interest => |due| due.interest,
        EntryColumn::Principal => |due| due.principal,
        EntryColumn::Added => |due| due.added,
        EntryColumn::Instalment => |due| due.paid().unwrap_or_default(),
        EntryColumn::Balance => return Some(table.owed_after(end - 1)),
        EntryColumn::Draw => {
            let drawn = (first..end).contains(&table.drawn);
            return Some(if drawn { table.amount } else { Cents::ZERO });
        }
        _ => return None,
    };
    Cents::total(due.map(amount)).ok()
}

/// A loan of the case with its table, and where its keys stand.
struct Terms<'t, 'a> {
    tracer: &'t Tracer<'a>,
    id: EntryId,
    loan: &'t Loan,
    table: &'t LoanTable,
}

impl<'t, 'a> Terms<'t, 'a> {
    fn of(tracer: &'t Tracer<'a>, id: EntryId) -> Option<Self> {
        let table = table(tracer, id)?;
        Some(Self { tracer, id, loan: terms_of(tracer.case, id)?, table })
    }

    fn key(&self, name: Name, key: &str, unit: ValueUnit, value: impl Into<Value>) -> Input {
        let [group, id] = self.tracer.keys(self.id);
        let drawn = self.table.drawn;
        self.tracer.key_at(drawn, name, &[group, id, key], (unit, value.into()))
    }

    fn amount(&self) -> Input {
        self.key(Name::Amount, "amount", ValueUnit::Money, self.table.amount)
    }

    /// The rate of the instalment of a month.
    fn interest(&self, month: i32) -> Input {
        let since_draw = month - self.table.drawn;
        let [group, id] = self.tracer.keys(self.id);
        let year = usize::try_from(since_draw / 12).unwrap_or(0) + 1;
        let of = (ValueUnit::Share, Value::from(self.loan.terms.rate(since_draw).0));
        self.tracer.item(self.table.drawn, Name::InterestRate, (&[group, id, "interest"], year), of)
    }

    fn figure(&self, name: Name, column: EntryColumn, month: i32) -> Input {
        self.tracer.figure(name, Figure::Entry(self.id, column, Period::Month(month)))
    }

    fn step(&self) -> i32 {
        self.loan.terms.instalments.months()
    }

    /// What is owed before the instalment of a month.
    fn balance_before(&self, month: i32) -> Input {
        if month - self.step() < self.table.drawn {
            Input { name: Name::Balance, ..self.amount() }
        } else {
            self.figure(Name::Balance, EntryColumn::Balance, month - 1)
        }
    }

    /// The part of a year that an instalment is for, as a factor: 1/12, 3/12 or 12/12.
    fn part_of_year(&self, product: Formula) -> Formula {
        match self.step() {
            12 => product,
            1 => product / 12,
            months => product * i64::from(months) / 12,
        }
    }

    /// The instalments from one on, counted from 1 after the grace period, to the last of a loan of
    /// that length.
    fn repaying(&self, path: &str, first: i32) -> Node {
        let months =
            |name, key, months: i32| self.key(name, key, ValueUnit::Months, Value::whole(months));
        let terms = &self.loan.terms;
        let mut inputs = vec![if terms.amortised_over == terms.term {
            months(Name::Term, "term", terms.term)
        } else {
            months(Name::Term, "amortised_over", terms.amortised_over)
        }];
        let mut formula = name(Name::Term);
        if terms.grace != 0 {
            inputs.push(months(Name::Grace, "grace", terms.grace));
            formula = formula - Name::Grace;
        }
        if self.step() != 1 {
            inputs.push(months(Name::Months, "instalments", self.step()));
            formula = formula / Name::Months;
        }
        if first != 1 {
            formula = formula - i64::from(first - 1);
        }
        Node::step(format!("{path}.instalments"), ValueUnit::Number, formula, inputs)
    }

    /// The number of the instalment of a month, counted from 1 after the grace period.
    fn number(&self, month: i32) -> i32 {
        (month + 1 - self.table.drawn - self.loan.terms.grace) / self.step()
    }

    /// The month of the instalment with a number, counted so.
    fn month_of(&self, number: i32) -> i32 {
        self.table.drawn + self.loan.terms.grace + number * self.step() - 1
    }

    /// The instalment at which the principal of another one was worked out: the first, or of an
    /// annuity the last one with another rate than the one before.
    fn worked_out_at(&self, number: i32) -> i32 {
        let terms = &self.loan.terms;
        if terms.repayment != Repayment::Annuity {
            return 1;
        }
        let rate = |number| terms.rate(self.month_of(number) - self.table.drawn);
        (2..=number).rev().find(|&number| rate(number) != rate(number - 1)).unwrap_or(1)
    }

    /// What is owed before the instalment from which principal is worked out.
    fn owed_before(&self, first: i32) -> Input {
        if first == 1 && self.loan.terms.grace_interest == GraceInterest::Paid {
            return self.amount();
        }
        Input { name: Name::Amount, ..self.balance_before(self.month_of(first)) }
    }

    fn has_instalment(&self, month: i32) -> bool {
        self.table.instalments.iter().any(|due| due.month == month)
    }
}

/// How a loan's column came about in a month.
pub fn month(tracer: &Tracer, id: EntryId, column: EntryColumn, month: i32) -> Node {
    let path = Figure::Entry(id, column, Period::Month(month)).path(tracer.case);
    let Some(terms) = Terms::of(tracer, id) else {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]);
    };
    match column {
        EntryColumn::Balance => balance(&terms, month, path),
        EntryColumn::Draw => {
            let on = Value::word(terms.loan.on);
            let on = terms.key(Name::On, "on", ValueUnit::Month, on);
            let amount = terms.amount();
            if terms.table.drawn == month {
                Node::step(path, ValueUnit::Money, name(Name::Amount), vec![amount, on])
            } else {
                Node::step(path, ValueUnit::Money, 0.into(), vec![on]).with(Remark::NotRunning)
            }
        }
        _ if !terms.has_instalment(month) => {
            Node::step(path, ValueUnit::Money, 0.into(), vec![]).with(Remark::NoInstalment)
        }
        EntryColumn::Interest => interest(&terms, month, path),
        EntryColumn::Added => added(&terms, month, path),
        EntryColumn::Principal => principal(&terms, month, path),
        _ => {
            let explained = |name, column| {
                let figure = Figure::Entry(id, column, Period::Month(month));
                Input::step(name, tracer.explain(figure))
            };
            let mut formula = name(Name::Interest);
            let mut inputs = vec![explained(Name::Interest, EntryColumn::Interest)];
            if terms.loan.terms.grace_interest == GraceInterest::Added {
                formula = formula - Name::Added;
                inputs.push(explained(Name::Added, EntryColumn::Added));
            }
            inputs.push(explained(Name::Principal, EntryColumn::Principal));
            Node::step(path, ValueUnit::Money, formula + Name::Principal, inputs)
        }
    }
}

/// The interest of an instalment during grace, where it is added.
fn added(terms: &Terms, month: i32, path: String) -> Node {
    if terms.loan.terms.grace_interest == GraceInterest::Paid {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]);
    }
    if terms.number(month) < 1 {
        let figure = terms.figure(Name::Interest, EntryColumn::Interest, month);
        return Node::step(path, ValueUnit::Money, name(Name::Interest), vec![figure]);
    }
    let grace = Value::whole(terms.loan.terms.grace);
    let grace = terms.key(Name::Grace, "grace", ValueUnit::Months, grace);
    Node::step(path, ValueUnit::Money, 0.into(), vec![grace])
}

/// `round2(balance x rate x months / 12)`.
fn interest(terms: &Terms, month: i32, path: String) -> Node {
    let formula = round2(terms.part_of_year(name(Name::Balance) * Name::InterestRate));
    let inputs = vec![terms.balance_before(month), terms.interest(month)];
    Node::step(path, ValueUnit::Money, formula, inputs)
}

fn principal(terms: &Terms, month: i32, path: String) -> Node {
    let number = terms.number(month);
    let on = &terms.loan.terms;
    if number < 1 {
        let grace = terms.key(Name::Grace, "grace", ValueUnit::Months, Value::whole(on.grace));
        return Node::step(path, ValueUnit::Money, 0.into(), vec![grace]).with(Remark::Grace);
    }
    // The last one pays whatever is left.
    if number >= (on.term - on.grace) / terms.step() {
        let inputs = vec![terms.balance_before(month)];
        return Node::step(path, ValueUnit::Money, name(Name::Balance), inputs);
    }
    let first = terms.worked_out_at(number);
    match on.repayment {
        Repayment::Bullet => {
            let term = terms.key(Name::Term, "term", ValueUnit::Months, Value::whole(on.term));
            Node::step(path, ValueUnit::Money, 0.into(), vec![term])
        }
        Repayment::Annuity if is_equal(on, on.rate(month - terms.table.drawn)) => {
            let annuity = if is_annuity(terms.loan) {
                let annuity = Figure::Entry(terms.id, EntryColumn::Annuity, Period::Whole);
                terms.tracer.figure(Name::Annuity, annuity)
            } else {
                Input::step(Name::Annuity, equal_payment(terms, format!("{path}.annuity"), first))
            };
            let inputs = vec![
                annuity,
                terms.figure(Name::Interest, EntryColumn::Interest, month),
                terms.balance_before(month),
            ];
            let formula = min(vec![name(Name::Annuity) - Name::Interest, name(Name::Balance)]);
            Node::step(path, ValueUnit::Money, formula, inputs)
        }
        Repayment::Annuity | Repayment::Linear => {
            let instalments = terms.repaying(&path, first);
            let inputs =
                vec![terms.owed_before(first), Input::step(Name::Instalments, instalments)];
            let repaid =
                |count: i32| round2(name(Name::Amount) * i64::from(count) / Name::Instalments);
            let count = number - first + 1;
            let formula = if count == 1 { repaid(1) } else { repaid(count) - repaid(count - 1) };
            Node::step(path, ValueUnit::Money, formula, inputs)
        }
    }
}

fn balance(terms: &Terms, month: i32, path: String) -> Node {
    let due = terms.has_instalment(month);
    if month < terms.table.drawn {
        let on = terms.key(Name::On, "on", ValueUnit::Month, Value::word(terms.loan.on));
        return Node::step(path, ValueUnit::Money, 0.into(), vec![on]).with(Remark::NotRunning);
    }
    let before = if month == terms.table.drawn {
        Input { name: Name::Balance, ..terms.amount() }
    } else {
        terms.figure(Name::Balance, EntryColumn::Balance, month - 1)
    };
    if !due {
        let node = Node::step(path, ValueUnit::Money, name(Name::Balance), vec![before]);
        return node.with(Remark::NoInstalment);
    }
    let explained = |name, column| {
        let figure = Figure::Entry(terms.id, column, Period::Month(month));
        Input::step(name, terms.tracer.explain(figure))
    };
    let (mut formula, mut inputs) = (name(Name::Balance), vec![before]);
    if terms.loan.terms.grace_interest == GraceInterest::Added {
        formula = formula + Name::Added;
        inputs.push(explained(Name::Added, EntryColumn::Added));
    }
    inputs.push(explained(Name::Principal, EntryColumn::Principal));
    Node::step(path, ValueUnit::Money, formula - Name::Principal, inputs)
}

/// `A = round2(P i / (1 - (1 + i)^-n))`.
pub fn annuity(tracer: &Tracer, id: EntryId) -> Node {
    let path = Figure::Entry(id, EntryColumn::Annuity, Period::Whole).path(tracer.case);
    let Some(terms) = Terms::of(tracer, id) else {
        return Node::step(path, ValueUnit::Money, 0.into(), vec![]);
    };
    equal_payment(&terms, path, 1)
}

/// The payment that is worked out at an instalment, over what is owed then.
fn equal_payment(terms: &Terms, path: String, first: i32) -> Node {
    let rate = terms.part_of_year(name(Name::Interest));
    let interest = Input { name: Name::Interest, ..terms.interest(terms.month_of(first)) };
    let rate = Node::step(format!("{path}.rate"), ValueUnit::Share, rate, vec![interest]);
    let instalments = terms.repaying(&path, first);
    let inputs = vec![
        terms.owed_before(first),
        Input::step(Name::InterestRate, rate),
        Input::step(Name::Instalments, instalments),
    ];
    let grown = more(Name::InterestRate).to(Name::Instalments);
    let parts = Formula::from(1) - Formula::from(1) / grown;
    let formula = round2(name(Name::Amount) * Name::InterestRate / parts);
    Node::step(path, ValueUnit::Money, formula, inputs)
}
