//! The bars of a tornado: how far a number moves the margin, beside the others.

use super::{Sensitivity, Swing};
use crate::measures::Ratio;
use crate::whatif::leeway::Leeway;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A bar, in whole cells: so far below the margin as it is, and so far above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Cells below.
    pub below: usize,
    /// Cells above.
    pub above: usize,
}

impl<M: Leeway> Sensitivity<M> {
    /// The bars of the swings, the longest side of all of them so many cells. What moves the margin
    /// at all has a cell.
    pub fn bars(&self, cells: u32) -> Vec<Bar> {
        let sides: Vec<[Decimal; 2]> =
            self.swings.iter().map(|swing| sides(self.margin, swing)).collect();
        let longest = sides.iter().flatten().copied().max().unwrap_or_default();
        let length = |side: Decimal| {
            let part =
                side.checked_mul(Decimal::from(cells)).and_then(|of| of.checked_div(longest));
            let length = part.map_or(Decimal::ZERO, |part| part.round());
            length.to_usize().unwrap_or(0).max(usize::from(side > Decimal::ZERO))
        };
        sides
            .iter()
            .map(|&[below, above]| Bar { below: length(below), above: length(above) })
            .collect()
    }
}

/// How far a swing goes below the margin as it is, and above.
fn sides<M: Leeway>(margin: M, swing: &Swing<M>) -> [Decimal; 2] {
    let ends = [swing.low.margin, swing.high.margin].into_iter().flatten();
    let ends: Vec<Ratio> = ends.map(Leeway::exact).collect();
    let base = margin.exact();
    let distance = |one: Ratio, other: Ratio| {
        one.minus(other).filter(|gap| gap.is_above_zero()).map(|gap| gap.rounded(4))
    };
    let below = ends.iter().filter_map(|&end| distance(base, end)).max();
    let above = ends.iter().filter_map(|&end| distance(end, base)).max();
    [below.unwrap_or_default(), above.unwrap_or_default()]
}
