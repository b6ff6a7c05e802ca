//! Percentages: shares and rates, written `"2.25%"` and in no other way.

use super::keys::{Problems, Slot};
use super::number::{is_relative, respelled, takes_range};
use super::range::range;
use crate::document::{Jotted, Value, ValueMistake, Wanted, jotted};
use crate::money::{Rate, Share};
use crate::words::{NumberKind, PERCENT_DECIMALS};
use rust_decimal::Decimal;

/// A part of a whole.
pub fn share(slot: Slot<'_>, problems: &mut Problems) -> Option<Share> {
    ranged(slot, NumberKind::Share, problems).map(Share)
}

/// A part of a whole that is no range.
pub fn single_share(slot: Slot<'_>, problems: &mut Problems) -> Option<Share> {
    single(slot, NumberKind::Share, problems).map(Share)
}

/// How much prices or volumes grow in a year.
pub fn growth(slot: Slot<'_>, problems: &mut Problems) -> Option<Rate> {
    ranged(slot, NumberKind::Growth, problems).map(Rate)
}

/// By how much later money counts less.
pub fn discount(slot: Slot<'_>, problems: &mut Problems) -> Option<Rate> {
    ranged(slot, NumberKind::Discount, problems).map(Rate)
}

/// What borrowed money costs a year.
pub fn interest(slot: Slot<'_>, problems: &mut Problems) -> Option<Rate> {
    ranged(slot, NumberKind::Interest, problems).map(Rate)
}

/// Shares of the first, second ... year.
pub fn shares(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<Share>> {
    super::text::list(slot, Wanted::Percentages, problems, share)
}

/// A list of rates, or one that stands for a list of one.
pub fn growths(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<Rate>> {
    one_or_list(slot, problems, growth)
}

/// What borrowed money costs in its first, second ... year, or always.
pub fn interests(slot: Slot<'_>, problems: &mut Problems) -> Option<Vec<Rate>> {
    one_or_list(slot, problems, interest)
}

/// A list, or one that stands for a list of one.
fn one_or_list<T>(
    slot: Slot<'_>,
    problems: &mut Problems,
    one: fn(Slot<'_>, &mut Problems) -> Option<T>,
) -> Option<Vec<T>> {
    match &slot.node.value {
        Value::List(_) => super::text::list(slot, Wanted::Percentages, problems, one),
        _ => one(slot, problems).map(|single| vec![single]),
    }
}

/// The fraction that a percentage of a kind stands for; of a range that which is likely.
pub fn ranged(slot: Slot<'_>, kind: NumberKind, problems: &mut Problems) -> Option<Decimal> {
    match &slot.node.value {
        Value::Table(table) => {
            range(slot, table, problems, |slot, problems| single(slot, kind, problems))
        }
        _ => single(slot, kind, problems),
    }
}

/// The fraction that a percentage of a kind stands for.
pub fn single(slot: Slot<'_>, kind: NumberKind, problems: &mut Problems) -> Option<Decimal> {
    let value = percent(slot, Wanted::Percentage, problems)?;
    let bounds = kind.bounds();
    if bounds.contain(value) {
        return Some(value);
    }
    let (key, written) = (slot.key.to_owned(), as_text(slot));
    let mistake = match kind {
        NumberKind::Share => ValueMistake::ShareOutOfBounds { key, written },
        _ => ValueMistake::RateOutOfBounds { key, written, bounds },
    };
    slot.wrong(mistake, problems)
}

fn as_text(slot: Slot<'_>) -> String {
    match &slot.node.value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// The fraction that a percentage stands for.
fn percent(slot: Slot<'_>, wanted: Wanted, problems: &mut Problems) -> Option<Decimal> {
    let mistake = match &slot.node.value {
        Value::Text(text) => match written(text) {
            Some(value) if value.scale() <= PERCENT_DECIMALS => return fraction(value),
            Some(_) => ValueMistake::TooManyDecimals {
                key: slot.key.to_owned(),
                written: text.clone(),
                most: PERCENT_DECIMALS,
            },
            None => misspelled(slot.key, text),
        },
        Value::Number(number) => without_sign(slot.key, &number.written, number.exact),
        _ => return slot.wrong_type(wanted, problems),
    };
    slot.wrong(mistake, problems)
}

fn fraction(mut value: Decimal) -> Option<Decimal> {
    value.set_scale(value.scale() + 2).ok()?;
    // A shorter fraction keeps the sums that it goes into short, and so fast.
    let value = value.normalize();
    Some(if value.is_zero() { Decimal::ZERO } else { value })
}

/// The number before the sign of a percentage, as far as it is written with plain digits.
pub fn written(text: &str) -> Option<Decimal> {
    let digits = text.strip_suffix('%')?;
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    Decimal::from_str_exact(digits).ok()
}

/// What is wrong with a text that is no percentage.
fn misspelled(key: &str, text: &str) -> ValueMistake {
    let (key, written) = (key.to_owned(), text.to_owned());
    if is_relative(text) && text.contains("point") {
        return ValueMistake::RelativeHere { key, written };
    }
    if too_many_digits(text) {
        return ValueMistake::TooManyDigits { key };
    }
    if let Ok(number) = Decimal::from_str_exact(&text.replacen(',', ".", 1)) {
        return without_sign(&key, text, Some(number));
    }
    if let Some(Jotted::Range(range)) = jotted(text)
        && text.contains('%')
        && takes_range(&key)
    {
        return ValueMistake::PercentSpelling { key, written, spelled: Some(range) };
    }
    let bare: String = text
        .trim()
        .trim_start_matches('+')
        .trim_end_matches("procent")
        .trim_end_matches("percent")
        .trim_end_matches('%')
        .trim()
        .replace(',', ".");
    let (sign, unsigned) = bare.strip_prefix('-').map_or(("", bare.as_str()), |rest| ("-", rest));
    let spelled = format!("{sign}{}%", unsigned.trim());
    let spelled = self::written(&spelled).map(|_| format!("\"{spelled}\""));
    ValueMistake::PercentSpelling { key, written, spelled }
}

/// Whether a text is a number, but for its digits being more than can be computed with.
fn too_many_digits(text: &str) -> bool {
    let digits = text.trim_end_matches('%').trim_start_matches('-');
    digits.len() > 28 && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// What a bare number probably means: `0.3` and `30` are both 30%.
fn without_sign(key: &str, written: &str, exact: Option<Decimal>) -> ValueMistake {
    let key = key.to_owned();
    let Some(exact) = exact else {
        return ValueMistake::PercentSpelling { key, written: written.to_owned(), spelled: None };
    };
    let as_percent = |value: Decimal| format!("{}%", value.normalize());
    let hundredfold = exact.checked_mul(Decimal::ONE_HUNDRED);
    let (spelled, other) = match hundredfold {
        Some(hundredfold) if exact.abs() < Decimal::ONE && !exact.is_zero() => {
            (as_percent(hundredfold), Some(as_percent(exact)))
        }
        _ => (as_percent(exact), None),
    };
    ValueMistake::PercentMissing { key, written: written.to_owned(), spelled, other }
}

/// Whether a text looks like a percentage or a number rather than a name.
pub fn looks_like_percentage(text: &str) -> bool {
    text.contains('%')
        || is_relative(text)
        || respelled(text.trim_start_matches(['+', '-'])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> String {
        match misspelled("share", text) {
            ValueMistake::PercentSpelling { spelled, .. } => spelled.unwrap_or_default(),
            ValueMistake::PercentMissing { spelled, .. } => spelled,
            other => other.code().to_owned(),
        }
    }

    #[test]
    fn other_spellings_are_put_right() {
        assert_eq!(spelled("30"), "30%");
        assert_eq!(spelled("0.3"), "30%");
        assert_eq!(spelled("2,25%"), "\"2.25%\"");
        assert_eq!(spelled("2.25 %"), "\"2.25%\"");
        assert_eq!(spelled("+3%"), "\"3%\"");
        assert_eq!(spelled("- 2 procent"), "\"-2%\"");
        let range = "{ low = \"2%\", likely = \"2.5%\", high = \"3%\" }";
        assert_eq!(spelled("2-3%"), range);
        assert_eq!(spelled("2% tot 3%"), range);
        assert_eq!(spelled("+2 points"), "relative_here");
        assert_eq!(spelled("a third"), "");
    }

    #[test]
    fn a_percentage_is_a_fraction_without_trailing_zeros() {
        let value = |text: &str| written(text).and_then(fraction).unwrap_or(Decimal::MAX);
        assert_eq!(value("2.250%").to_string(), "0.0225");
        assert_eq!(value("-2%").to_string(), "-0.02");
        assert_eq!(value("100%").to_string(), "1");
        assert_eq!(value("-0%").to_string(), "0");
    }
}
