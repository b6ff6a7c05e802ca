//! What is written off of an investment (reference, section 4.4).

use super::amount::{self, price_before_start};
use super::figure::{EntryColumn, EntryId, Figure, Period};
use super::formula::{Formula, name, round2, sum};
use super::name::Name;
use super::node::{Input, Node, Remark};
use super::tracer::{Tracer, in_month};
use super::value::{Value, ValueUnit};
use crate::case::Life;
use crate::money::Cents;
use crate::stream;

/// What is written off in a month, purchase by purchase.
pub fn depreciation(tracer: &Tracer, id: EntryId, month: i32) -> Node {
    let path = Figure::Entry(id, EntryColumn::Depreciation, Period::Month(month)).path(tracer.case);
    let posting = tracer.run(id.run).postings.costs.get(id.place);
    if posting.and_then(|posting| posting.sold()).is_some_and(|sold| sold.month <= month) {
        return Node::step(path, ValueUnit::Money, Formula::from(0), vec![]).with(Remark::Sold);
    }
    let purchases = purchases(tracer, id, &path).into_iter();
    let parts: Vec<_> = purchases
        .filter_map(|(bought, purchase)| {
            let life = life(tracer, id, bought)?;
            (0..life).contains(&(month - bought)).then_some((bought, life, purchase))
        })
        .map(|(bought, life, purchase)| {
            let age = i64::from(month - bought);
            let [group, key] = tracer.keys(id);
            let life = Value::whole(life);
            let life = (ValueUnit::Months, life);
            let life = tracer.key_at(bought, Name::Life, &[group, key, "life"], life);
            let written_off = |age: i64| round2(name(Name::Purchase) * age / Name::Life);
            let formula =
                if age == 0 { written_off(1) } else { written_off(age + 1) - written_off(age) };
            let path = format!("{path}.{}", tracer.case.horizon.month(bought));
            Node::step(path, ValueUnit::Money, formula, vec![purchase, life])
        })
        .collect();
    if let [part] = parts.as_slice() {
        return Node { path, ..part.clone() };
    }
    let inputs = parts.into_iter().map(|part| Input::step(Name::Part, part)).collect();
    let none = Vec::is_empty(&inputs);
    let node = Node::step(path, ValueUnit::Money, sum(Name::Part), inputs);
    if none { Node { formula: Formula::from(0), ..node }.with(Remark::NotRunning) } else { node }
}

/// The months over which what was bought in a month is written off, if it ever is.
fn life(tracer: &Tracer, id: EntryId, bought: i32) -> Option<i32> {
    let cost = tracer.case.costs.get(id.place)?;
    let investment = cost.versions().at(bought).investment.or(cost.what.investment)?;
    match investment.life {
        Life::Months(life) => Some(life),
        Life::Unlimited => None,
    }
}

/// What each purchase before the start is worth at the start.
pub fn opening_parts(tracer: &Tracer, id: EntryId, path: &str) -> Vec<Node> {
    let bought = purchases(tracer, id, path).into_iter().filter(|(bought, _)| *bought < 0);
    let part = |(bought, purchase): (i32, Input)| {
        let path = format!("{path}.{}", tracer.case.horizon.month(bought));
        let Some(life) = life(tracer, id, bought) else {
            return Node::step(path, ValueUnit::Money, name(Name::Purchase), vec![purchase]);
        };
        let age = i64::from((-bought).min(life));
        let [group, key] = tracer.keys(id);
        let life = (ValueUnit::Months, Value::whole(life));
        let life = tracer.key_at(bought, Name::Life, &[group, key, "life"], life);
        let written_off = round2(name(Name::Purchase) * age / Name::Life);
        let formula = name(Name::Purchase) - written_off;
        Node::step(path, ValueUnit::Money, formula, vec![purchase, life])
    };
    bought.map(part).collect()
}

/// What was bought, with the numbers of the months in which.
pub fn purchases(tracer: &Tracer, id: EntryId, path: &str) -> Vec<(i32, Input)> {
    let before = before_start(tracer, id, path);
    let accrual =
        tracer.run(id.run).postings.costs.get(id.place).map(|cost| &cost.flow.accrual[..]);
    let accrual = accrual.unwrap_or_default();
    let within = (0..tracer.case.horizon.end())
        .filter(|&month| in_month(accrual, month) != Cents::ZERO)
        .map(|month| {
            let figure = Figure::Entry(id, EntryColumn::Accrual, Period::Month(month));
            (month, tracer.figure(Name::Purchase, figure))
        });
    before.into_iter().chain(within).collect()
}

/// What was bought before the start, with the numbers of the months in which; one that follows
/// others was bought when each of these was.
fn before_start(tracer: &Tracer, id: EntryId, path: &str) -> Vec<(i32, Input)> {
    let (case, horizon) = (tracer.case, tracer.case.horizon);
    let schedule = amount::schedule(case, id, amount::FIRST);
    let routes =
        schedule.map(|(own, investment)| stream::routes(case, own, investment, amount::FIRST));
    let routes = routes.unwrap_or_default();
    let mut bought = Vec::new();
    for route in &routes {
        let way = if routes.len() > 1 { amount::way(tracer, route) } else { String::new() };
        let months = route.purchases(horizon).into_iter().flatten();
        for month in months.take_while(|&month| month < 0) {
            let path = format!("{path}.purchase_{}{way}", horizon.month(month));
            let step = price_before_start(tracer, id, route, path);
            bought.push((month, Input::step(Name::Purchase, step)));
        }
    }
    bought
}
