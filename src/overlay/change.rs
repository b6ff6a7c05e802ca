//! `"+10%"` and `"+2 points"`: a number made from the one that lies beneath.

use crate::document::{Change, Node, Number, Place, Table, Value};
use crate::reading::percent::written;
use crate::words::{Changed, Key, Word};
use rust_decimal::Decimal;

/// Why a change cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is no number beneath.
    Nothing,
    /// The result has more digits than can be computed with.
    TooManyDigits,
}

impl Change {
    /// The change that a text stands for on a key that takes this; `None` when it is a value.
    pub(super) fn of(text: &str, changed: Changed) -> Option<Self> {
        let (signed, points) = match text.strip_suffix(" points").or(text.strip_suffix(" point")) {
            Some(signed) => (signed, true),
            None => (text.strip_suffix('%')?, false),
        };
        let number = signed_number(signed)?;
        match changed {
            Changed::Not => None,
            _ if points => Some(Self::Points(number)),
            // Of a percentage `"-2%"` is a value.
            Changed::Points if number.is_sign_negative() => None,
            Changed::Points | Changed::Part => {
                Decimal::ONE.checked_add(number.checked_div(Decimal::ONE_HUNDRED)?).map(Self::Scale)
            }
        }
    }

    /// Changes a value: a number, a percentage, every one of a list or of a range. What stands pro
    /// memorie stays so.
    pub(super) fn apply(self, node: &mut Node, place: Place) -> Result<(), Refusal> {
        match &mut node.value {
            Value::Number(number) => *number = self.number(number)?,
            Value::Text(text) if text == "pm" => {}
            Value::Text(text) => *text = self.percentage(text)?,
            Value::List(nodes) => {
                nodes.iter_mut().try_for_each(|node| self.apply(node, place))?;
            }
            Value::Table(range) => self.range(range, place)?,
            Value::Truth(_) | Value::Date(_) | Value::Change(_) => return Err(Refusal::Nothing),
        }
        node.place = place;
        Ok(())
    }

    fn range(self, range: &mut Table, place: Place) -> Result<(), Refusal> {
        if !range.has(Key::Likely) {
            // Amounts by month.
            let mut months = range.edit().values_mut();
            return months.try_for_each(|item| self.apply(&mut item.node, place));
        }
        for key in [Key::Low, Key::Likely, Key::High] {
            if let Some(item) = range.edit().get_mut(key.spelled()) {
                self.apply(&mut item.node, place)?;
            }
        }
        Ok(())
    }

    fn number(self, number: &Number) -> Result<Number, Refusal> {
        let Self::Scale(factor) = self else { return Err(Refusal::Nothing) };
        // What is no plain number is told by its reader, at the place of the number itself.
        let Some(exact) = number.exact else { return Ok(number.clone()) };
        let exact = product(exact, factor).ok_or(Refusal::TooManyDigits)?;
        Ok(Number { written: exact.to_string(), exact: Some(exact), scaled: true })
    }

    fn percentage(self, text: &str) -> Result<String, Refusal> {
        let Self::Points(points) = self else { return Err(Refusal::Nothing) };
        let percentage = written(text).ok_or(Refusal::Nothing)?;
        let sum = percentage.checked_add(points).ok_or(Refusal::TooManyDigits)?;
        Ok(format!("{}%", sum.normalize()))
    }
}

/// The product with all its decimals; `None` where they are more than a decimal holds.
fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let digits = one.mantissa().checked_mul(other.mantissa())?;
    Decimal::try_from_i128_with_scale(digits, one.scale() + other.scale()).ok()
}

/// A number with a sign before it, in plain digits.
fn signed_number(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix(['+', '-'])?;
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    Decimal::from_str_exact(text.strip_prefix('+').unwrap_or(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, changed: Changed) -> Option<Change> {
        Change::of(text, changed)
    }

    #[test]
    fn a_signed_percentage_scales_a_number() {
        assert_eq!(of("+10%", Changed::Part), Some(Change::Scale(Decimal::new(110, 2))));
        assert_eq!(of("-2.5%", Changed::Part), Some(Change::Scale(Decimal::new(975, 3))));
        assert_eq!(of("10%", Changed::Part), None);
        assert_eq!(of("+ten%", Changed::Part), None);
        assert_eq!(of("+10%", Changed::Not), None);
    }

    #[test]
    fn of_a_percentage_a_negative_one_is_a_value() {
        assert_eq!(of("-2%", Changed::Points), None);
        assert_eq!(of("+2 points", Changed::Points), Some(Change::Points(Decimal::TWO)));
        assert_eq!(of("-1 point", Changed::Points), Some(Change::Points(Decimal::NEGATIVE_ONE)));
    }

    #[test]
    fn a_product_keeps_every_decimal_or_is_none() {
        let third = Decimal::from_str_exact("0.333333333333333").unwrap();
        assert_eq!(product(third, Decimal::new(11, 1)).unwrap().to_string(), "0.3666666666666663");
        assert_eq!(product(third, third), None);
    }
}
