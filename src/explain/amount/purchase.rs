//! What an investment cost, and what it costs to buy again (reference, sections 4.4 and 5.1).

use super::{FIRST, Product, Steps, When, followed};
use crate::case::{FollowBy, Followed, Investment, Life, Stream, Timing};
use crate::explain::figure::EntryId;
use crate::explain::formula::{Formula, round2};
use crate::explain::name::Name;
use crate::explain::node::{Input, Node, Remark};
use crate::explain::tracer::Tracer;
use crate::explain::value::{Value, ValueUnit};
use crate::stream::{self, Bought, Link, Route};

/// What an investment costs a year to buy again (reference, section 5.1); where it follows several,
/// with each of them.
pub fn replacements(tracer: &Tracer, id: EntryId) -> Vec<Node> {
    let Some(entry) = tracer.case.costs.get(id.place) else { return Vec::new() };
    let versions = entry.versions();
    let path = format!("replacement.{}", tracer.keys(id)[1]);
    let all = stream::last_bought(tracer.case, &versions);
    let several = all.len() > 1;
    let replaced = all.iter().filter_map(|bought| {
        let cost = versions.at(bought.month);
        let Some(Investment { life: Life::Months(life), .. }) = cost.investment else {
            return None;
        };
        let way = if several { way(tracer, &bought.route) } else { String::new() };
        Some(replaced(tracer, id, bought, life, format!("{path}{way}")))
    });
    replaced.collect()
}

/// Along which entries something is followed: `_with_van_with_fleet`.
pub fn way(tracer: &Tracer, route: &Route) -> String {
    let links = route.links.iter();
    links.flat_map(|link| ["_with_", tracer.keys(followed(link.to))[1]]).collect()
}

fn replaced(tracer: &Tracer, id: EntryId, bought: &Bought, life: i32, path: String) -> Node {
    let Bought { month, route } = bought;
    let last = tracer.case.horizon.end() - 1;
    let steps = Steps { tracer, id, path, month: last, version: *month };
    match route.stream.timing {
        Timing::Once { on } if on <= tracer.case.horizon.last() => {}
        Timing::Once { .. } | Timing::Dated(_) | Timing::Recurring(_) => {
            return steps.nothing(None).with(Remark::NotRunning);
        }
    }
    let mut product = Product::default();
    paid(&mut product, &steps, &route.links, route.stream);
    indexed(&mut product, &steps, route);
    product.times(12, []);
    let input = steps.key(Name::Life, "life", ValueUnit::Months, Value::whole(life));
    product.over(Name::Life, [input]);
    product.step(steps.path, ValueUnit::Money)
}

/// What an investment costs at the prices of the start, every bias along the way included. What is
/// followed by a share is a step of its own, for its keys have the same names.
fn paid(product: &mut Product, steps: &Steps, links: &[Link], stream: &Stream) {
    let Some((link, rest)) = links.split_first() else {
        steps.money(product, &stream.unit, &When::Once, steps.month);
        steps.bias(product, stream.bias.0);
        return;
    };
    match &link.follow.by {
        FollowBy::Share(share) => {
            let input = steps.key(Name::Share, "share", ValueUnit::Share, share.0);
            product.times(Name::Share, [input]);
            let theirs = of(steps, link.to, steps.below("followed"));
            let mut step = Product::default();
            paid(&mut step, &theirs, rest, stream);
            let step = step.step(theirs.path, ValueUnit::Money);
            product.times(Name::Followed, [Input::step(Name::Followed, step)]);
        }
        FollowBy::Price { price, .. } => {
            let input = steps.price(*price);
            product.times(Name::Price, [input]);
            let end = links.last().map_or(link.to, |link| link.to);
            of(steps, end, steps.path.clone()).quantity(product, &stream.unit);
        }
    }
    steps.bias(product, link.follow.bias.0);
}

/// The level of prices that it goes along with: its own, or that of who pays a price for each unit.
fn indexed(product: &mut Product, steps: &Steps, route: &Route) {
    let mut payer = steps.id;
    for link in &route.links {
        if let FollowBy::Price { index, .. } = &link.follow.by {
            of_entry(steps, payer, steps.path.clone()).index(product, index);
            return;
        }
        payer = followed(link.to);
    }
    of_entry(steps, payer, steps.path.clone()).index(product, &route.stream.index);
}

/// The same month of an entry that is followed.
fn of<'t, 'a>(steps: &Steps<'t, 'a>, entry: Followed, path: String) -> Steps<'t, 'a> {
    of_entry(steps, followed(entry), path)
}

fn of_entry<'t, 'a>(steps: &Steps<'t, 'a>, id: EntryId, path: String) -> Steps<'t, 'a> {
    Steps { tracer: steps.tracer, id, path, month: steps.month, version: steps.version }
}

/// What an investment of the opening balance had cost: `round2(unit x (1 + optimism_bias))`, or
/// what follows makes of it.
pub fn price_before_start(tracer: &Tracer, id: EntryId, route: &Route, path: String) -> Node {
    let steps = Steps { tracer, id, path, month: 0, version: FIRST };
    let mut product = Product::default();
    paid(&mut product, &steps, &route.links, route.stream);
    let rounded = round2(product.formula.unwrap_or(Formula::from(0)));
    Node::step(steps.path, ValueUnit::Money, rounded, product.inputs).with(Remark::BeforeStart)
}
