//! Plain numbers: money, prices, quantities, weights and ratios, digit for digit.

use super::keys::{Problems, Slot};
use super::range::range;
use crate::document::{Jotted, Number, PriceMistake, Value, ValueMistake, Wanted, jotted};
use crate::money::{self, Amount, Quantity};
use crate::words::{Key, NumberKind, Takes, Word};
use rust_decimal::Decimal;

/// The largest index figure.
const LARGEST_FACTOR: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The decimals of an index figure.
const FACTOR_DECIMALS: u32 = 10;

/// The digits before the point of the largest number that is taken.
const MOST_WHOLE_DIGITS: usize = 13;

/// An amount of money that may be `"pm"`.
pub fn amount(slot: Slot<'_>, problems: &mut Problems) -> Option<Amount> {
    counted(slot, NumberKind::Amount, problems).map(Amount)
}

/// A price of a unit that may be `"pm"`.
pub fn price(slot: Slot<'_>, problems: &mut Problems) -> Option<Amount> {
    counted(slot, NumberKind::Price, problems).map(Amount)
}

/// A quantity that may be `"pm"`.
pub fn quantity(slot: Slot<'_>, problems: &mut Problems) -> Option<Quantity> {
    counted(slot, NumberKind::Quantity, problems).map(Quantity)
}

/// A price of a unit that is neither `"pm"` nor a range.
pub fn single_price(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    single(slot, NumberKind::Price, problems)
}

/// An index figure: a plain number above zero, of which three decimals are no thousands.
pub fn factor(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    let Value::Number(number) = &slot.node.value else {
        return slot.wrong_type(Wanted::Number, problems);
    };
    let factor = number.exact.filter(|exact| {
        *exact > Decimal::ZERO && *exact <= LARGEST_FACTOR && exact.scale() <= FACTOR_DECIMALS
    });
    factor
        .or_else(|| slot.wrong(PriceMistake::Factor { written: number.written.clone() }, problems))
}

/// An amount of money that is neither `"pm"` nor a range.
pub fn single_amount(slot: Slot<'_>, problems: &mut Problems) -> Option<Amount> {
    single(slot, NumberKind::Amount, problems).map(Amount)
}

/// An amount of money that cannot be `"pm"`.
pub fn cash(slot: Slot<'_>, problems: &mut Problems) -> Option<Amount> {
    ranged(slot, NumberKind::Amount, problems).map(Amount)
}

/// How many times one thing is another.
pub fn ratio(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    ranged(slot, NumberKind::Ratio, problems)
}

/// How much a month counts against the others.
pub fn weight(slot: Slot<'_>, problems: &mut Problems) -> Option<Decimal> {
    ranged(slot, NumberKind::Weight, problems)
}

/// Whether a value is `"pm"`, pro memorie: named and not counted.
pub fn is_pro_memorie(value: &Value) -> bool {
    match value {
        Value::Text(text) => text == "pm",
        Value::List(items) => items.iter().any(|item| is_pro_memorie(&item.value)),
        // Amounts by month; a range has none.
        Value::Table(table) if !table.has(Key::Likely) => {
            table.0.values().any(|item| is_pro_memorie(&item.node.value))
        }
        Value::Number(_)
        | Value::Truth(_)
        | Value::Date(_)
        | Value::Table(_)
        | Value::Change(_) => false,
    }
}

/// A number of a kind, or `"pm"`.
pub fn counted(slot: Slot<'_>, kind: NumberKind, problems: &mut Problems) -> Option<Decimal> {
    if matches!(&slot.node.value, Value::Text(text) if text == "pm") {
        return Some(Decimal::ZERO);
    }
    ranged(slot, kind, problems)
}

/// A number of a kind; of a range that which is likely.
pub fn ranged(slot: Slot<'_>, kind: NumberKind, problems: &mut Problems) -> Option<Decimal> {
    let single = |slot: Slot<'_>, problems: &mut Problems| single(slot, kind, problems);
    match &slot.node.value {
        Value::Table(table) => range(slot, table, problems, single),
        _ => single(slot, problems),
    }
}

fn single(slot: Slot<'_>, kind: NumberKind, problems: &mut Problems) -> Option<Decimal> {
    match &slot.node.value {
        Value::Number(number) => match plain(slot.key, number, kind) {
            Ok(value) => Some(value),
            Err(mistake) => slot.wrong(mistake, problems),
        },
        Value::Text(text) => slot.wrong(number_as_text(slot.key, text), problems),
        _ => slot.wrong_type(Wanted::Number, problems),
    }
}

/// The value of a number within what the format allows.
fn plain(key: &str, number: &Number, kind: NumberKind) -> Result<Decimal, ValueMistake> {
    let (key, written) = (key.to_owned(), number.written.clone());
    let Some(exact) = number.exact else { return Err(unreadable(key, written)) };
    if exact.is_zero() {
        return Ok(Decimal::ZERO);
    }
    if exact.is_sign_negative() {
        let spelled = written.trim_start_matches('-').to_owned();
        return Err(ValueMistake::Negative { key, written, spelled });
    }
    if exact > kind.bounds().most {
        return Err(ValueMistake::AmountTooLarge { key, written });
    }
    if number.scaled {
        return Ok(exact);
    }
    let most = kind.written_decimals();
    if let Some((thousands, decimals)) = both_readings(&written, most) {
        return Err(ValueMistake::ThousandsPoint { key, written, thousands, decimals });
    }
    if exact.normalize().scale() > most {
        return Err(ValueMistake::TooManyDecimals { key, written, most });
    }
    Ok(exact)
}

fn unreadable(key: String, written: String) -> ValueMistake {
    let digits: String = written.chars().filter(|c| *c != '_').collect();
    if digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '+' | '-')) {
        let whole = digits.trim_start_matches(['+', '-']).split('.').next().unwrap_or_default();
        // Before the point all digits matter.
        return if whole.trim_start_matches('0').len() > MOST_WHOLE_DIGITS {
            ValueMistake::AmountTooLarge { key, written }
        } else {
            ValueMistake::TooManyDigits { key }
        };
    }
    let spelled = written_out(&digits);
    ValueMistake::NotPlainNumber { key, written, spelled }
}

/// What an exponent or another base than ten comes to.
fn written_out(digits: &str) -> Option<String> {
    let radix = |prefix: &str, radix: u32| {
        digits.strip_prefix(prefix).and_then(|rest| i64::from_str_radix(rest, radix).ok())
    };
    let whole = radix("0x", 16).or_else(|| radix("0o", 8)).or_else(|| radix("0b", 2));
    whole.map(|value| value.to_string()).or_else(|| {
        let value = Decimal::from_scientific(digits).ok()?;
        Some(value.normalize().to_string())
    })
}

/// `9.800` as nine thousand eight hundred and as nine and eight tenths.
fn both_readings(written: &str, most_decimals: u32) -> Option<(String, String)> {
    let (whole, fraction) = written.trim_start_matches('+').split_once('.')?;
    let fraction = &fraction.replace('_', "");
    if fraction.len() != 3 || whole.chars().all(|c| matches!(c, '0' | '_')) {
        return None;
    }
    let short = fraction.trim_end_matches('0');
    let decimals = match short.len() {
        0 => whole.to_owned(),
        1 => format!("{whole}.{short}0"),
        2 => format!("{whole}.{short}"),
        // A fourth decimal makes it certain that the point stands before decimals.
        _ if most_decimals > 3 => format!("{whole}.{fraction}0"),
        _ => rounded(whole, fraction, most_decimals)?,
    };
    Some((format!("{whole}_{fraction}"), decimals))
}

fn rounded(whole: &str, fraction: &str, decimals: u32) -> Option<String> {
    let digits: String = whole.chars().filter(|c| *c != '_').collect();
    let value = Decimal::from_str_exact(&format!("{digits}.{fraction}")).ok()?;
    Some(money::rounded(value, decimals).to_string())
}

/// What is wrong with a text that stands where a number is wanted.
fn number_as_text(key: &str, text: &str) -> ValueMistake {
    let (key, written) = (key.to_owned(), text.to_owned());
    if is_relative(text) {
        return ValueMistake::RelativeHere { key, written };
    }
    let spelled = match jotted(text) {
        Some(Jotted::Multiple(right) | Jotted::About(right)) => Some(right),
        Some(Jotted::Sum(right)) => right,
        Some(Jotted::Range(range)) => Some(range).filter(|_| takes_range(&key)),
        None => respelled(text),
    };
    ValueMistake::NumberAsText { key, written, spelled }
}

/// Whether the numbers under a key may be ranges.
pub(super) fn takes_range(key: &str) -> bool {
    let takes = Key::of(key).map(Key::usually);
    matches!(takes, Some(Takes::Numbers(numbers)) if numbers.range)
}

/// Whether a text changes another value, which only an overlay can do.
pub fn is_relative(text: &str) -> bool {
    let signed = text.starts_with(['+', '-']);
    signed && (text.ends_with('%') || text.ends_with("points") || text.ends_with("point"))
}

/// `€ 1.234,56` as `1_234.56`, as far as its digits can be read in one way.
pub fn respelled(text: &str) -> Option<String> {
    let bare: String = text
        .trim()
        .trim_start_matches(['€', '$', '£'])
        .trim_start_matches("EUR")
        .trim_end_matches("EUR")
        .trim_end_matches('€')
        .trim_end_matches(",-")
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\'' && *c != '_')
        .collect();
    let (whole, fraction) = whole_and_fraction(&bare)?;
    if whole.is_empty() || whole.len() > 13 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let grouped = grouped(&whole);
    Some(if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") })
}

/// Splits digits at their decimal mark, a comma or a point, and drops what groups thousands.
fn whole_and_fraction(bare: &str) -> Option<(String, &str)> {
    let mark = bare.rfind([',', '.']);
    let Some((whole, fraction)) = mark.and_then(|at| Some((bare.get(..at)?, bare.get(at + 1..)?)))
    else {
        return Some((bare.to_owned(), ""));
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let strip = |text: &str| text.replace([',', '.'], "");
    // Three digits after the last mark are a group of thousands, as in 1.234 and 1,234,567.
    if fraction.len() == 3 {
        return Some((strip(bare), ""));
    }
    Some((strip(whole), fraction))
}

fn grouped(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    let digits = if trimmed.is_empty() { "0" } else { trimmed };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_spellings_are_put_right() {
        let right = |text: &str| respelled(text).unwrap_or_default();
        assert_eq!(right("1.234,56"), "1_234.56");
        assert_eq!(right("€ 1200"), "1_200");
        assert_eq!(right("€ 1.200,-"), "1_200");
        assert_eq!(right("1 200"), "1_200");
        assert_eq!(right("9.800"), "9_800");
        assert_eq!(right("7,50"), "7.50");
        assert_eq!(right("1,234,567.8"), "1_234_567.8");
        assert_eq!(right("12"), "12");
        assert_eq!(respelled("twelve"), None);
        assert_eq!(respelled(""), None);
    }

    #[test]
    fn three_decimals_have_two_readings() {
        let both = |written| both_readings(written, NumberKind::Price.written_decimals());
        let readings = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(both("9.800"), readings("9_800", "9.80"));
        assert_eq!(both("1.125"), readings("1_125", "1.1250"));
        assert_eq!(both("12.000"), readings("12_000", "12"));
        assert_eq!(
            both_readings("1.125", NumberKind::Amount.written_decimals()),
            readings("1_125", "1.13")
        );
        assert_eq!(both("0.125"), None);
        assert_eq!(both("9.80"), None);
        // An underscore is no digit.
        assert_eq!(both("1_000.5_0"), None);
        assert_eq!(both("1.12_5"), readings("1_125", "1.1250"));
        assert_eq!(both("9.8000"), None);
    }

    #[test]
    fn exponents_and_other_bases_are_written_out() {
        assert_eq!(written_out("1e3").as_deref(), Some("1000"));
        assert_eq!(written_out("2.5e-1").as_deref(), Some("0.25"));
        assert_eq!(written_out("0x10").as_deref(), Some("16"));
        assert_eq!(written_out("0b11").as_deref(), Some("3"));
        assert_eq!(written_out("inf"), None);
        assert_eq!(written_out("1e400"), None);
    }
}
