//! The measures over the whole horizon (reference, section 5.4).

use super::amount;
use super::figure::{EntryColumn, Figure, Measure, PartyColumn, Period};
use super::formula::{Comparison, Formula, count, min, round2, round4, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::party;
use super::sale::sold;
use super::tracer::Tracer;
use super::value::{Value, ValueUnit};
use super::worth::{Column, present_value};
use crate::case::{Form, TestId};
use crate::statements::{Counted, Group};

/// What a measure counts.
pub fn unit(measure: Measure) -> ValueUnit {
    match measure {
        Measure::Npv | Measure::SocialBalance | Measure::Replacement => ValueUnit::Money,
        Measure::PublicReturn | Measure::SocialReturn => ValueUnit::Ratio,
        Measure::PublicPayback => ValueUnit::Years,
    }
}

/// How a measure came about.
pub fn explain(tracer: &Tracer, measure: Measure) -> Node {
    let path = measure.id().to_owned();
    let measures = &tracer.found.verdict.measures;
    let node = match measure {
        Measure::Npv => npv(tracer, path).posted(measures.npv.into()),
        Measure::SocialBalance => {
            let SocietySums { inputs, kept, put_in, .. } = society(tracer);
            let node = Node::step(path, ValueUnit::Money, kept - put_in, inputs);
            node.posted(measures.social_balance.into())
        }
        Measure::PublicReturn => {
            if nobody_saves(tracer) {
                return without_savings(tracer, path, TestId::PublicReturn);
            }
            let (inputs, cashable, paid) = public(tracer, Counted::All);
            let ratio = round4(cashable / paid.clone());
            Node::step(path, ValueUnit::Ratio, applicable(ratio, paid), inputs)
        }
        Measure::SocialReturn => {
            let SocietySums { inputs, gained, kept, put_in } = society(tracer);
            let ratio = round4(kept / put_in.clone());
            let formula = applicable(ratio, min(vec![gained, put_in]));
            Node::step(path, ValueUnit::Ratio, formula, inputs)
        }
        Measure::PublicPayback => payback(tracer, &path),
        Measure::Replacement => replacements(tracer, path),
    };
    match measure {
        Measure::Npv | Measure::PublicReturn | Measure::PublicPayback
            if !tracer.case.requested().is_empty() =>
        {
            node.with(Remark::CountsAll)
        }
        _ => node,
    }
}

/// A ratio, where what it is over is above zero.
pub fn applicable(ratio: Formula, above_zero: Formula) -> Formula {
    ratio.when(above_zero, Comparison::Above, 0, Formula::from("not_applicable"))
}

fn npv(tracer: &Tracer, path: String) -> Node {
    let paid = |id| Column::of(tracer, id, EntryColumn::Cash);
    let income = super::cash::incomes(tracer, Counted::All).into_iter().map(|(id, _)| paid(id));
    let costs = tracer.entries(Group::Cost).map(|id| paid(id).off());
    let sold = tracer.entries(Group::Cost).filter(|id| sold(tracer, *id).is_some());
    let sales = sold.map(|id| Column::of(tracer, id, EntryColumn::Sale));
    let columns: Vec<_> = income.chain(costs).chain(sales).collect();
    present_value(tracer, path, &columns, tracer.case.years())
}

/// Whether no party saves anything.
pub fn nobody_saves(tracer: &Tracer) -> bool {
    // What has been judged can be computed.
    tracer.books.nobody_saves() == Ok(true)
}

/// A return where no party saves anything: nothing to measure, or nothing where it is required.
pub fn without_savings(tracer: &Tracer, path: String, test: TestId) -> Node {
    let saves = |place| Figure::Party(place, Counted::All, PartyColumn::Saves);
    let inputs = tracer.figures(Name::Saves, (0..tracer.case.parties.len()).map(saves));
    let value = if tracer.case.is_required(test) {
        Formula::from(0)
    } else {
        Formula::from("not_applicable")
    };
    Node::step(path, ValueUnit::Ratio, value, inputs).with(Remark::NobodySaves)
}

/// What society gets and what it puts in.
pub struct SocietySums {
    /// What both are made of.
    pub inputs: Vec<Input>,
    /// What all parties save and gain.
    pub gained: Formula,
    /// The same less what somebody else no longer gets of it.
    pub kept: Formula,
    /// Costs, in kind and burdens.
    pub put_in: Formula,
}

/// What society gets and what it puts in.
pub fn society(tracer: &Tracer) -> SocietySums {
    let mut inputs = Vec::new();
    let parties = 0..tracer.case.parties.len();
    for (name, column) in [
        (Name::Saves, PartyColumn::Saves),
        (Name::Gains, PartyColumn::Gains),
        (Name::Transfer, PartyColumn::Transfer),
        (Name::Bears, PartyColumn::Bears),
    ] {
        let figures = parties.clone().map(|place| Figure::Party(place, Counted::All, column));
        inputs.extend(tracer.figures(name, figures));
    }
    let worth = |id| Figure::Entry(id, EntryColumn::Accrual, Period::PresentValue);
    inputs.extend(tracer.figures(Name::Cost, tracer.entries(Group::Cost).map(worth)));
    let in_kind = tracer.entries(Group::Funding).filter(|id| {
        let entry = tracer.case.funding.get(id.place);
        entry.is_some_and(|entry| matches!(entry.what.form, Form::InKind(_)))
    });
    inputs.extend(tracer.figures(Name::InKind, in_kind.map(worth)));
    let gained = sum(Name::Saves) + sum(Name::Gains);
    let put_in = sum(Name::Cost) + sum(Name::InKind) + sum(Name::Bears);
    let kept = if inputs.iter().any(|input| input.name == Name::Transfer) {
        gained.clone() - sum(Name::Transfer)
    } else {
        gained.clone()
    };
    SocietySums { inputs, gained, kept, put_in }
}

/// What public parties can take out of their budgets, and what they pay net.
pub fn public(tracer: &Tracer, run: Counted) -> (Vec<Input>, Formula, Formula) {
    let mut inputs = Vec::new();
    for (name, column) in [
        (Name::Cashable, PartyColumn::Cashable),
        (Name::Pays, PartyColumn::Pays),
        (Name::Repaid, PartyColumn::Repaid),
    ] {
        let figures = public_parties(tracer).map(|place| Figure::Party(place, run, column));
        inputs.extend(tracer.figures(name, figures));
    }
    (inputs, sum(Name::Cashable), sum(Name::Pays) - sum(Name::Repaid))
}

fn public_parties<'t>(tracer: &'t Tracer) -> impl Iterator<Item = usize> + 't {
    let parties = tracer.case.parties.iter().enumerate();
    parties.filter(|(_, party)| party.public).map(|(place, _)| place)
}

/// The first case year by whose end the cashable savings have reached what was paid net.
fn payback(tracer: &Tracer, path: &str) -> Node {
    let found = tracer.found.verdict.measures.public_payback;
    let applies = tracer.found.verdict.measures.public_return.is_some();
    let years = if applies { found.unwrap_or(tracer.case.years()) } else { 0 };
    let steps =
        (1..=years).map(|year| Input::step(Name::Year, until(tracer, path, year))).collect();
    let reached = Formula::from(1) + count(Name::Year, "not_yet");
    let never = count(Name::Year, "reached");
    let formula = Formula::from("never").when(never, Comparison::Is, 0, reached);
    let value = found.map_or(Value::word("never"), Value::whole);
    Node::step(path.to_owned(), ValueUnit::Years, formula, steps).posted(value)
}

/// Whether public money is back by the end of so many years.
fn until(tracer: &Tracer, path: &str, years: usize) -> Node {
    let path = format!("{path}.{}", tracer.case.horizon.label(years - 1));
    let mut inputs = Vec::new();
    for (name, column) in [
        (Name::Cashable, PartyColumn::Cashable),
        (Name::Pays, PartyColumn::Pays),
        (Name::Repaid, PartyColumn::Repaid),
    ] {
        for place in public_parties(tracer) {
            let id = tracer.case.parties.get(place).map(|party| party.id.as_str());
            let path = format!("{path}.{}.{}", name.id(), id.unwrap_or_default());
            let step = party::over(tracer, place, Counted::All, column, path, years);
            if !step.value.is_zero() {
                inputs.push(Input::step(name, step));
            }
        }
    }
    let paid = sum(Name::Pays) - sum(Name::Repaid);
    let formula = Formula::from("reached").when(
        sum(Name::Cashable),
        Comparison::AtLeast,
        paid,
        Formula::from("not_yet"),
    );
    Node::step(path, ValueUnit::Result, formula, inputs)
}

/// What it takes a year to buy the investments again, rounded once.
fn replacements(tracer: &Tracer, path: String) -> Node {
    let investments = tracer.entries(Group::Cost).flat_map(|id| amount::replacements(tracer, id));
    let counting = investments.filter(|step| !step.value.is_zero());
    let inputs: Vec<_> = counting.map(|step| Input::step(Name::Investment, step)).collect();
    let node = Node::step(path, ValueUnit::Money, round2(sum(Name::Investment)), inputs);
    node.posted(tracer.books.replacement.into())
}
