//! A loan's instalments (reference, section 4.6).

use super::entry::months_of;
use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, min, more, name, round2};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::Tracer;
use super::value::{Unit, Value};
use crate::case::{Case, Funding, Loan, Repayment};
use crate::loan::{Instalment, Table};
use crate::money::Cents;
use crate::postings::FundingPosting;
use crate::statements::Group;

/// The terms of an entry that is a loan: those on which it was drawn.
pub fn terms_of(case: &Case, id: EntryId) -> Option<&Loan> {
    let entry = case.funding.get(id.place).filter(|_| id.group == Group::Funding)?;
    let Funding::Loan(first) = &entry.what else { return None };
    match entry.versions().at(case.horizon.number(first.on)) {
        Funding::Loan(drawn) => Some(drawn),
        _ => Some(first),
    }
}

/// Whether a loan is repaid in equal payments.
pub fn is_annuity(loan: &Loan) -> bool {
    loan.repayment == Repayment::Annuity && !loan.interest.0.is_zero()
}

/// The table of an entry that is a loan.
pub fn table<'t>(tracer: &'t Tracer, id: EntryId) -> Option<&'t Table> {
    let postings = &tracer.found.journal.all().funding;
    match &**postings.get(id.place).filter(|_| id.group == Group::Funding)? {
        FundingPosting::Loan(table) => Some(table),
        _ => None,
    }
}

/// What a loan's column posts.
pub fn posted(
    tracer: &Tracer,
    table: &Table,
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
        EntryColumn::Instalment => |due| due.interest.plus(due.principal).unwrap_or_default(),
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
    table: &'t Table,
}

impl<'t, 'a> Terms<'t, 'a> {
    fn of(tracer: &'t Tracer<'a>, id: EntryId) -> Option<Self> {
        let table = table(tracer, id)?;
        Some(Self { tracer, id, loan: terms_of(tracer.case, id)?, table })
    }

    fn key(&self, name: Name, key: &str, unit: Unit, value: impl Into<Value>) -> Input {
        let [group, id] = self.tracer.keys(self.id);
        let drawn = self.table.drawn;
        self.tracer.key_at(drawn, name, &[group, id, key], (unit, value.into()))
    }

    fn amount(&self) -> Input {
        self.key(Name::Amount, "amount", Unit::Money, self.table.amount)
    }

    fn interest(&self) -> Input {
        self.key(Name::InterestRate, "interest", Unit::Share, self.loan.interest.0)
    }

    fn figure(&self, name: Name, column: EntryColumn, month: i32) -> Input {
        self.tracer.figure(name, Figure::Entry(self.id, column, Period::Month(month)))
    }

    fn step(&self) -> i32 {
        self.loan.instalments.months()
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

    /// The instalments that repay, after the grace period.
    fn repaying(&self, path: &str) -> Node {
        let months =
            |name, key, months: i32| self.key(name, key, Unit::Months, Value::whole(months));
        let mut inputs = vec![months(Name::Term, "term", self.loan.term)];
        let mut formula = name(Name::Term);
        if self.loan.grace != 0 {
            inputs.push(months(Name::Grace, "grace", self.loan.grace));
            formula = formula - Name::Grace;
        }
        if self.step() != 1 {
            inputs.push(months(Name::Months, "instalments", self.step()));
            formula = formula / Name::Months;
        }
        Node::step(format!("{path}.instalments"), Unit::Number, formula, inputs)
    }

    /// The number of the instalment of a month, counted from 1 after the grace period.
    fn number(&self, month: i32) -> i32 {
        (month + 1 - self.table.drawn - self.loan.grace) / self.step()
    }

    fn has_instalment(&self, month: i32) -> bool {
        self.table.instalments.iter().any(|due| due.month == month)
    }
}

/// How a loan's column came about in a month.
pub fn month(tracer: &Tracer, id: EntryId, column: EntryColumn, month: i32) -> Node {
    let path = Figure::Entry(id, column, Period::Month(month)).path(tracer.case);
    let Some(terms) = Terms::of(tracer, id) else {
        return Node::step(path, Unit::Money, 0.into(), vec![]);
    };
    match column {
        EntryColumn::Balance => balance(&terms, month, path),
        EntryColumn::Draw => {
            let on = Value::word(terms.loan.on);
            let on = terms.key(Name::On, "on", Unit::Month, on);
            let amount = terms.amount();
            if terms.table.drawn == month {
                Node::step(path, Unit::Money, name(Name::Amount), vec![amount, on])
            } else {
                Node::step(path, Unit::Money, 0.into(), vec![on]).with(Remark::NotRunning)
            }
        }
        _ if !terms.has_instalment(month) => {
            Node::step(path, Unit::Money, 0.into(), vec![]).with(Remark::NoInstalment)
        }
        EntryColumn::Interest => interest(&terms, month, path),
        EntryColumn::Principal => principal(&terms, month, path),
        _ => {
            let explained = |name, column| {
                let figure = Figure::Entry(id, column, Period::Month(month));
                Input::step(name, tracer.explain(figure))
            };
            let inputs = vec![
                explained(Name::Interest, EntryColumn::Interest),
                explained(Name::Principal, EntryColumn::Principal),
            ];
            Node::step(path, Unit::Money, name(Name::Interest) + Name::Principal, inputs)
        }
    }
}

/// `round2(balance x rate x months / 12)`.
fn interest(terms: &Terms, month: i32, path: String) -> Node {
    let formula = round2(terms.part_of_year(name(Name::Balance) * Name::InterestRate));
    let inputs = vec![terms.balance_before(month), terms.interest()];
    Node::step(path, Unit::Money, formula, inputs)
}

fn principal(terms: &Terms, month: i32, path: String) -> Node {
    let number = terms.number(month);
    let repaying = (terms.loan.term - terms.loan.grace) / terms.step();
    if number < 1 {
        let grace = Value::whole(terms.loan.grace);
        let grace = terms.key(Name::Grace, "grace", Unit::Months, grace);
        return Node::step(path, Unit::Money, 0.into(), vec![grace]).with(Remark::Grace);
    }
    // The last one pays whatever is left.
    if number >= repaying {
        let inputs = vec![terms.balance_before(month)];
        return Node::step(path, Unit::Money, name(Name::Balance), inputs);
    }
    match terms.loan.repayment {
        Repayment::Bullet => {
            let term = Value::whole(terms.loan.term);
            let term = terms.key(Name::Term, "term", Unit::Months, term);
            Node::step(path, Unit::Money, 0.into(), vec![term])
        }
        Repayment::Annuity if is_annuity(terms.loan) => {
            let annuity = Figure::Entry(terms.id, EntryColumn::Annuity, Period::Whole);
            let inputs = vec![
                terms.tracer.figure(Name::Annuity, annuity),
                terms.figure(Name::Interest, EntryColumn::Interest, month),
                terms.balance_before(month),
            ];
            let formula = min(vec![name(Name::Annuity) - Name::Interest, name(Name::Balance)]);
            Node::step(path, Unit::Money, formula, inputs)
        }
        Repayment::Annuity | Repayment::Linear => {
            let instalments = terms.repaying(&path);
            let inputs = vec![terms.amount(), Input::step(Name::Instalments, instalments)];
            let repaid =
                |count: i32| round2(name(Name::Amount) * i64::from(count) / Name::Instalments);
            let formula = if number == 1 { repaid(1) } else { repaid(number) - repaid(number - 1) };
            Node::step(path, Unit::Money, formula, inputs)
        }
    }
}

fn balance(terms: &Terms, month: i32, path: String) -> Node {
    let due = terms.has_instalment(month);
    if month < terms.table.drawn {
        let on = terms.key(Name::On, "on", Unit::Month, Value::word(terms.loan.on));
        return Node::step(path, Unit::Money, 0.into(), vec![on]).with(Remark::NotRunning);
    }
    let before = if month == terms.table.drawn {
        Input { name: Name::Balance, ..terms.amount() }
    } else {
        terms.figure(Name::Balance, EntryColumn::Balance, month - 1)
    };
    if !due {
        let node = Node::step(path, Unit::Money, name(Name::Balance), vec![before]);
        return node.with(Remark::NoInstalment);
    }
    let principal = Figure::Entry(terms.id, EntryColumn::Principal, Period::Month(month));
    let principal = Input::step(Name::Principal, terms.tracer.explain(principal));
    let formula = name(Name::Balance) - Name::Principal;
    Node::step(path, Unit::Money, formula, vec![before, principal])
}

/// `A = round2(P i / (1 - (1 + i)^-n))`.
pub fn annuity(tracer: &Tracer, id: EntryId) -> Node {
    let path = Figure::Entry(id, EntryColumn::Annuity, Period::Whole).path(tracer.case);
    let Some(terms) = Terms::of(tracer, id) else {
        return Node::step(path, Unit::Money, 0.into(), vec![]);
    };
    let rate = terms.part_of_year(name(Name::Interest));
    let interest = Input { name: Name::Interest, ..terms.interest() };
    let rate = Node::step(format!("{path}.rate"), Unit::Share, rate, vec![interest]);
    let instalments = terms.repaying(&path);
    let inputs = vec![
        terms.amount(),
        Input::step(Name::InterestRate, rate),
        Input::step(Name::Instalments, instalments),
    ];
    let grown = more(Name::InterestRate).to(Name::Instalments);
    let parts = Formula::from(1) - Formula::from(1) / grown;
    let formula = round2(name(Name::Amount) * Name::InterestRate / parts);
    Node::step(path, Unit::Money, formula, inputs)
}
