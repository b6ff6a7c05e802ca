//! The numbers of a case. Its margin is one hill in nearly each of them, so where the verdict turns
//! is found by following it.

use super::probe::Side;
use super::{End, Hinged, Probe};
use crate::document::Document;
use crate::money::Overflow;
use crate::statements::Counted;
use crate::verdict::Margin;
use crate::whatif::Trial;
use crate::whatif::edge::{Range, Turn, edge};
use crate::whatif::evidence::{Evidence, evidence};
use crate::whatif::inputs::{Input, inputs};
use rust_decimal::Decimal;

/// A case, on certain funding or on all.
#[derive(Clone, Copy, Debug)]
pub struct OfCase<'a> {
    /// The case.
    pub trial: &'a Trial,
    /// On which funding its margin is.
    pub counted: Counted,
}

impl Hinged for OfCase<'_> {
    type Margin = Margin;

    fn document(&self) -> &Document {
        &self.trial.document
    }

    fn inputs(&self) -> Vec<Input> {
        inputs(&self.trial.document, &self.trial.case)
    }

    fn evidence(&self) -> Result<Vec<Evidence>, Overflow> {
        evidence(self.trial)
    }

    fn margin(&self) -> Result<Margin, Overflow> {
        self.trial.margin(self.counted)
    }

    fn margin_at(&self, input: &Input, value: Decimal) -> Option<Margin> {
        input.laid(self.trial, value).ok()?.margin(self.counted).ok()
    }

    fn margins_at(
        &self,
        (fixed, at): (&Input, Decimal),
        input: &Input,
        values: &[Decimal],
    ) -> Vec<Option<Margin>> {
        let laid = fixed.laid(self.trial, at).ok();
        // Both may stand in one list, so the other is found again.
        let laid = laid.as_ref().map(|trial| OfCase { trial, ..*self });
        let again = laid
            .and_then(|laid| laid.inputs().into_iter().find(|found| found.path() == input.path()));
        let margin = |&value| laid?.margin_at(again.as_ref()?, value);
        values.iter().map(margin).collect()
    }

    /// Looks on both sides, and takes what lies nearer; of two as near the lower. The side that
    /// leads to the turn is looked at first: the other then needs to be looked at no further.
    fn turns_at(probe: &mut Probe<'_, Self>, low: End, high: End) -> Option<Decimal> {
        let turn = if probe.closes() { Turn::Fails } else { Turn::Closes };
        let exact = |end: End| end.margin.map(Margin::exact);
        let down_first = (exact(low) > exact(high)) == (turn == Turn::Closes);
        let (down, up) = ((Side::Down, low), (Side::Up, high));
        let (first, second) = if down_first { (down, up) } else { (up, down) };
        let one = side(probe, turn, first, i64::MAX);
        let other = side(probe, turn, second, one.unwrap_or(i64::MAX));
        let steps = one.map(|steps| (steps, first.0)).into_iter();
        let steps = steps.chain(other.map(|steps| (steps, second.0)));
        let (steps, side) = steps.min_by_key(|(steps, side)| (*steps, *side == Side::Up))?;
        probe.value(side, steps)
    }
}

/// The first step on one side at which the verdict turns, no further than `most` of them.
fn side(
    probe: &mut Probe<'_, OfCase<'_>>,
    turn: Turn,
    (side, end): (Side, End),
    most: i64,
) -> Option<i64> {
    let start = probe.margin;
    let guess = probe.steps_to(end.value).unwrap_or(0).max(1);
    probe.stages(side).into_iter().find_map(|stage| {
        let to_the_bound = stage <= most;
        let range = Range { start, turn, guess, most: stage.min(most), to_the_bound, noise: 1 };
        let found = edge(range, |steps| probe.margin_at(probe.value(side, steps)?))?;
        Some(found.at)
    })
}
