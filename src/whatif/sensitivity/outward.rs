//! Where the verdict turns, of something whose margin may go up and down in a number: a queue, and
//! who is served in it, jumps. So nothing is concluded from a slope: it is looked for from today's
//! value outward in growing steps, and then halved.

use super::probe::Side;
use super::{Hinged, Probe};
use crate::whatif::Leeway;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A value at which the verdict is another, while one step nearer to today's it is as it stands.
/// Looked at are growing distances on both sides, and the ends of the swing; where the verdict is
/// first another, the nearer side counts, of two as near the lower. What turns and turns back
/// between two values that were looked at stays unseen.
pub fn outward<H: Hinged>(probe: &mut Probe<'_, H>, ends: [Decimal; 2]) -> Option<Decimal> {
    let mut walks = [Side::Down, Side::Up].map(|side| Walk::new(probe, side));
    for distance in distances(probe, ends) {
        let turned = walks.iter_mut().filter_map(|walk| {
            let steps = walk.on_to(probe, distance)?;
            Some((steps, walk.side))
        });
        let nearest = turned.min_by_key(|&(steps, side)| (steps, side == Side::Up));
        if let Some((steps, side)) = nearest {
            return probe.value(side, steps);
        }
    }
    None
}

/// The distances to look at, in steps, growing; the last is as far as there is.
fn distances<H: Hinged>(probe: &Probe<'_, H>, ends: [Decimal; 2]) -> BTreeSet<i64> {
    let today = probe.steps_to(Decimal::ZERO).unwrap_or(0);
    // About nothing there are no parts of itself: as if it were a hundred steps.
    let today = if today == 0 { 100 } else { today };
    // A hundredth of it, and each next a tenth further.
    let further = |&steps: &i64| steps.checked_add((steps / 10).max(1));
    let distances = std::iter::successors(Some((today / 100).max(1)), further);
    let furthest = [Side::Down, Side::Up].map(|side| furthest(probe, side)).into_iter().max();
    let furthest = furthest.unwrap_or(0);
    let within = distances.take_while(|&steps| steps < furthest);
    // An end may lie between two steps: it is looked at on both sides of it.
    let ends = ends.into_iter().filter_map(|end| probe.steps_to(end));
    let ends = ends.filter(|&steps| steps > 0).flat_map(|steps| [steps, steps.saturating_add(1)]);
    within.chain(ends).chain([furthest]).collect()
}

/// How many steps there are to the bound of the format.
fn furthest<H: Hinged>(probe: &Probe<'_, H>, side: Side) -> i64 {
    probe.stages(side).last().copied().unwrap_or(0)
}

/// A walk away from today's value, as long as the verdict stays what it is.
struct Walk {
    side: Side,
    /// The furthest step at which the verdict was seen to be as it stands.
    at: i64,
    /// The furthest step that there is, or that can be computed.
    most: i64,
}

impl Walk {
    fn new<H: Hinged>(probe: &Probe<'_, H>, side: Side) -> Self {
        Self { side, at: 0, most: furthest(probe, side) }
    }

    /// Walks on to a distance; if the verdict is another there, the step at which it has turned
    /// with the step before it not.
    fn on_to<H: Hinged>(&mut self, probe: &mut Probe<'_, H>, distance: i64) -> Option<i64> {
        let mut to = distance.min(self.most);
        if to <= self.at {
            return None;
        }
        let Some(turned) = self.turned(probe, to) else {
            self.most = self.at;
            return None;
        };
        if !turned {
            self.at = to;
            return None;
        }
        while to - self.at > 1 {
            let middle = self.at + (to - self.at) / 2;
            if self.turned(probe, middle)? { to = middle } else { self.at = middle }
        }
        Some(to)
    }

    fn turned<H: Hinged>(&self, probe: &mut Probe<'_, H>, steps: i64) -> Option<bool> {
        let margin = probe.margin_at(probe.value(self.side, steps)?)?;
        Some(margin.closes() != probe.closes())
    }
}
