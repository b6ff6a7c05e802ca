//! One number, tried at one value or another.

use super::Hinged;
use crate::whatif::inputs::Input;
use crate::whatif::leeway::Leeway;
use crate::words::NumberKind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::HashMap;

/// One number with the values that have been tried.
pub struct Probe<'a, H: Hinged> {
    hinged: &'a H,
    /// The number.
    pub input: &'a Input,
    /// The margin at today's value.
    pub margin: H::Margin,
    /// The step in which a switching value is looked for.
    pub step: Decimal,
    tried: HashMap<Decimal, Option<H::Margin>>,
}

impl<'a, H: Hinged> Probe<'a, H> {
    /// Nothing but today's value has been tried.
    pub(super) fn new(hinged: &'a H, margin: H::Margin, input: &'a Input) -> Self {
        let tried = HashMap::from([(input.value, Some(margin))]);
        Self { hinged, input, margin, step: step(input), tried }
    }

    /// The margin at a value; nothing where that cannot be computed.
    pub fn margin_at(&mut self, value: Decimal) -> Option<H::Margin> {
        let run = || self.hinged.margin_at(self.input, value);
        *self.tried.entry(value).or_insert_with(run)
    }

    /// Whether the verdict closes as things stand.
    pub fn closes(&self) -> bool {
        self.margin.closes()
    }

    /// The value so many steps away on a side.
    pub fn value(&self, side: Side, steps: i64) -> Option<Decimal> {
        let way = self.step.checked_mul(Decimal::from(steps))?;
        match side {
            Side::Down => self.input.value.checked_sub(way),
            Side::Up => self.input.value.checked_add(way),
        }
        .map(|value| value.normalize())
    }

    /// The whole steps from today's value to another.
    pub fn steps_to(&self, value: Decimal) -> Option<i64> {
        let way = self.input.value.checked_sub(value)?.abs();
        way.checked_div(self.step)?.trunc().to_i64()
    }

    /// How many steps to look on a side, at last up to the bounds of the format. What grows year
    /// after year is looked at nearby first: long before its bound sums outgrow what can be
    /// computed.
    pub fn stages(&self, side: Side) -> Vec<i64> {
        let Input { value, kind, .. } = *self.input;
        let (least, most) = kind.bounds().ends();
        let steps = |bound| self.steps_to(bound).unwrap_or(0);
        let nearby = [Decimal::new(25, 2), Decimal::ONE];
        match (side, kind) {
            (Side::Down, _) => vec![steps(least)],
            (Side::Up, NumberKind::Growth) => {
                let nearby = nearby.into_iter().filter(|&bound| bound > value);
                nearby.map(steps).chain([steps(most)]).collect()
            }
            (Side::Up, _) => vec![steps(most)],
        }
    }
}

/// Up or down from today's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Lower values.
    Down,
    /// Higher ones.
    Up,
}

/// The step in which a switching value is looked for: a hundredth, of a percentage a hundredth of a
/// percent, or the last decimal that the number is written with.
fn step(input: &Input) -> Decimal {
    let usual = if input.kind.is_percentage() { 4 } else { 2 };
    let written = input.value.normalize().scale();
    Decimal::new(1, written.max(usual).min(input.kind.decimals()))
}
