//! What an investment cost, and what it costs to buy again (reference, sections 4.4 and 5.1).

use super::{FIRST, Product, Series, Steps, When, followed, series};
use crate::case::{Cost, FollowBy, Investment, Life, Schedule, Stream, Timing};
use crate::explain::figure::EntryId;
use crate::explain::formula::{Formula, round2};
use crate::explain::name::Name;
use crate::explain::node::{Input, Node, Remark};
use crate::explain::tracer::Tracer;
use crate::explain::value::{Value, ValueUnit};
use crate::stream;

/// What an investment costs a year to buy again (reference, section 5.1).
pub fn replacement(tracer: &Tracer, id: EntryId) -> Option<Node> {
    let versions = tracer.case.costs.get(id.place)?.versions();
    let bought = stream::last_bought(tracer.case, &versions)?;
    let cost = versions.at(bought);
    let Some(Investment { life: Life::Months(life), .. }) = cost.investment else { return None };
    Some(replaced(tracer, id, cost, (bought, life)))
}

fn replaced(tracer: &Tracer, id: EntryId, cost: &Cost, (bought, life): (i32, i32)) -> Node {
    let last = tracer.case.horizon.end() - 1;
    let path = format!("replacement.{}", tracer.keys(id)[1]);
    let steps = Steps { tracer, id, path, month: last, version: bought };
    let mut product = Product::default();
    let once = |stream: &Stream| match stream.timing {
        Timing::Once { on } => on <= tracer.case.horizon.last(),
        Timing::Dated(_) | Timing::Recurring(_) => false,
    };
    match &cost.schedule {
        Schedule::Own(stream) if once(stream) => {
            steps.money(&mut product, &stream.unit, &When::Once, steps.month);
            steps.bias(&mut product, stream.bias.0);
            steps.index(&mut product, &stream.index);
        }
        Schedule::Own(_) => return steps.nothing(None).with(Remark::NotRunning),
        Schedule::Follows(follow) => {
            let Some((of, stream)) =
                followed(follow).and_then(|of| match series(tracer.case, of, bought) {
                    Series::Own(stream, _) if once(stream) => Some((of, stream)),
                    _ => None,
                })
            else {
                return steps.nothing(None).with(Remark::FollowsNothing);
            };
            let path = steps.path.clone();
            let theirs = Steps { tracer, id: of, path, month: last, version: bought };
            match &follow.by {
                FollowBy::Share(share) => {
                    let input = steps.key(Name::Share, "share", ValueUnit::Share, share.0);
                    product.times(Name::Share, [input]);
                    let step = followed_purchase(&theirs, stream);
                    product.times(Name::Followed, [Input::step(Name::Followed, step)]);
                    theirs.index(&mut product, &stream.index);
                }
                FollowBy::Price { price, index } => {
                    let input = steps.key(Name::Price, "price", ValueUnit::Money, price.0);
                    product.times(Name::Price, [input]);
                    theirs.quantity(&mut product, &stream.unit);
                    steps.index(&mut product, index);
                }
            }
            steps.bias(&mut product, follow.bias.0);
        }
    }
    product.times(12, []);
    let input = steps.key(Name::Life, "life", ValueUnit::Months, Value::whole(life));
    product.over(Name::Life, [input]);
    product.step(steps.path, ValueUnit::Money)
}

/// What an investment that is followed costs at the prices of the start, its bias included: a step
/// of its own, for the bias of what follows has the same name.
fn followed_purchase(theirs: &Steps, stream: &Stream) -> Node {
    let mut product = Product::default();
    theirs.money(&mut product, &stream.unit, &When::Once, theirs.month);
    theirs.bias(&mut product, stream.bias.0);
    product.step(theirs.below("followed"), ValueUnit::Money)
}

/// What an investment of the opening balance had cost: `round2(unit x (1 + optimism_bias))`, or
/// what follows makes of it.
pub fn price_before_start(tracer: &Tracer, id: EntryId, cost: &Cost, path: String) -> Node {
    let steps = Steps { tracer, id, path, month: 0, version: FIRST };
    let mut product = Product::default();
    match &cost.schedule {
        Schedule::Own(stream) => {
            steps.money(&mut product, &stream.unit, &When::Once, steps.month);
            steps.bias(&mut product, stream.bias.0);
        }
        Schedule::Follows(follow) => {
            let of = followed(follow);
            let stream = of.and_then(|of| match series(tracer.case, of, FIRST) {
                Series::Own(stream, _) => Some((of, stream)),
                _ => None,
            });
            let Some((of, stream)) = stream else { return steps.nothing(None) };
            let path = steps.path.clone();
            let theirs = Steps { tracer, id: of, path, month: 0, version: FIRST };
            match &follow.by {
                FollowBy::Share(share) => {
                    let step = followed_purchase(&theirs, stream);
                    product.times(Name::Followed, [Input::step(Name::Followed, step)]);
                    let input = steps.key(Name::Share, "share", ValueUnit::Share, share.0);
                    product.times(Name::Share, [input]);
                }
                FollowBy::Price { price, .. } => {
                    theirs.quantity(&mut product, &stream.unit);
                    let input = steps.key(Name::Price, "price", ValueUnit::Money, price.0);
                    product.times(Name::Price, [input]);
                }
            }
            steps.bias(&mut product, follow.bias.0);
        }
    }
    let formula = product.formula.unwrap_or(Formula::from(0));
    let rounded = round2(formula);
    Node::step(steps.path, ValueUnit::Money, rounded, product.inputs).with(Remark::BeforeStart)
}
