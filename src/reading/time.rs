//! Months and durations.

use super::keys::{Problems, Slot};
use crate::calendar::Month;
use crate::document::{Place, Value, ValueMistake, Wanted};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The longest duration: a hundred years.
const LONGEST: i32 = 1200;

/// A month, written `"2027-01"`.
pub fn month(slot: Slot<'_>, problems: &mut Problems) -> Option<Month> {
    let written = match &slot.node.value {
        Value::Text(text) => match text.parse() {
            Ok(month) => return Some(month),
            Err(crate::calendar::NotAMonth) => text,
        },
        Value::Date(written) => written,
        Value::Number(number) => &number.written,
        _ => return slot.wrong_type(Wanted::Month, problems),
    };
    let (key, written) = (slot.key.to_owned(), written.clone());
    let spelled = month_meant(&written).map(|month| month.to_string());
    slot.wrong(ValueMistake::MonthSpelling { key, written, spelled }, problems)
}

/// What stands under each of some months, and where the month stands.
pub type ByMonth<T> = Vec<(Month, T, Place)>;

/// A table of months, each with something of its own; never empty.
pub fn by_month<T>(
    slot: Slot<'_>,
    problems: &mut Problems,
    read: impl Fn(Slot<'_>, &mut Problems) -> Option<T>,
) -> Option<ByMonth<T>> {
    let Value::Table(table) = &slot.node.value else {
        return slot.wrong_type(Wanted::Dated, problems);
    };
    if table.0.is_empty() {
        return slot.wrong(ValueMistake::EmptyList { key: slot.key.to_owned() }, problems);
    }
    let mut all = Vec::with_capacity(table.0.len());
    for (written, item) in table.0.iter() {
        let key = format!("{}.{written}", slot.key);
        let value = read(Slot { key: &key, node: &item.node }, problems);
        if let Ok(month) = written.parse() {
            all.extend(value.map(|value| (month, value, item.key)));
        } else {
            let spelled = month_meant(written).map(|month| month.to_string());
            let (key, written) = (slot.key.to_owned(), written.clone());
            problems.push(item.key, ValueMistake::MonthSpelling { key, written, spelled });
        }
    }
    (all.len() == table.0.len()).then_some(all)
}

/// A duration that may be nothing.
pub fn delay(slot: Slot<'_>, problems: &mut Problems) -> Option<i32> {
    duration(slot, 0, problems)
}

/// A duration of at least a month.
pub fn life(slot: Slot<'_>, problems: &mut Problems) -> Option<i32> {
    duration(slot, 1, problems)
}

/// A whole number of months, written as a number.
pub fn months(slot: Slot<'_>, problems: &mut Problems) -> Option<i32> {
    let Value::Number(number) = &slot.node.value else {
        return slot.wrong_type(Wanted::Whole, problems);
    };
    let months = number.exact.filter(Decimal::is_integer).and_then(|exact| exact.to_i32());
    months.filter(|months| (0..=LONGEST).contains(months)).or_else(|| {
        let (key, written) = (slot.key.to_owned(), number.written.clone());
        slot.wrong(ValueMistake::MonthsOutOfBounds { key, written, most: LONGEST }, problems)
    })
}

fn duration(slot: Slot<'_>, least: i32, problems: &mut Problems) -> Option<i32> {
    let written = match &slot.node.value {
        Value::Text(text) => text,
        Value::Number(number) => &number.written,
        _ => return slot.wrong_type(Wanted::Duration, problems),
    };
    let key = slot.key.to_owned();
    match months_of(written) {
        Some(months) if (least..=LONGEST).contains(&months) => Some(months),
        Some(_) => {
            let (written, most) = (written.clone(), LONGEST);
            slot.wrong(ValueMistake::DurationOutOfBounds { key, written, least, most }, problems)
        }
        None => {
            let spelled = duration_meant(written);
            let written = written.clone();
            slot.wrong(ValueMistake::DurationSpelling { key, written, spelled }, problems)
        }
    }
}

/// How many years are looked at.
pub fn years(slot: Slot<'_>, problems: &mut Problems) -> Option<u32> {
    let Value::Number(number) = &slot.node.value else {
        return slot.wrong_type(Wanted::Whole, problems);
    };
    let whole = number.exact.filter(Decimal::is_integer).and_then(|value| value.to_u32());
    whole.filter(|years| (1..=50).contains(years)).or_else(|| {
        let written = number.written.clone();
        slot.wrong(ValueMistake::YearsOutOfBounds { written }, problems)
    })
}

/// A calendar year in four digits.
pub fn calendar_year(slot: Slot<'_>, problems: &mut Problems) -> Option<i32> {
    let Value::Number(number) = &slot.node.value else {
        return slot.wrong_type(Wanted::Whole, problems);
    };
    let year = number.exact.filter(Decimal::is_integer).and_then(|exact| exact.to_i32());
    year.filter(|year| (1000..=9999).contains(year)).or_else(|| {
        let (key, written) = (slot.key.to_owned(), number.written.clone());
        slot.wrong(ValueMistake::YearSpelling { key, written }, problems)
    })
}

/// The months of `"18 months"` and `"3 years"`; far more than allowed where they do not fit.
fn months_of(text: &str) -> Option<i32> {
    let (count, unit) = text.split_once(' ')?;
    if count.is_empty() || !count.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let count = count.parse::<i32>().unwrap_or(i32::MAX);
    match unit {
        "month" | "months" => Some(count),
        "year" | "years" => Some(count.saturating_mul(12)),
        _ => None,
    }
}

/// The right spelling of a duration written in another way.
fn duration_meant(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at_checked(digits)?;
    let count = count.parse::<i32>().ok()?;
    let unit = unit.trim().trim_matches(['.', '-', '_']);
    let plural = if count == 1 { "" } else { "s" };
    match unit {
        "" | "m" | "mo" | "mnd" | "maand" | "maanden" | "month" | "months" => {
            Some(format!("{count} month{plural}"))
        }
        "y" | "yr" | "yrs" | "j" | "jr" | "jaar" | "jaren" | "year" | "years" => {
            Some(format!("{count} year{plural}"))
        }
        "q" | "kwartaal" | "kwartalen" | "quarter" | "quarters" => {
            Some(format!("{} months", count.checked_mul(3)?))
        }
        _ => None,
    }
}

/// The month that another spelling probably means: `2027-1`, `01-2027`, `2027-01-15`, `mrt 2027`.
fn month_meant(text: &str) -> Option<Month> {
    let lower = text.trim().to_lowercase();
    let mut parts = lower.split(['-', '/', ' ', '.']).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next(), parts.next());
    match (year(first), second, third) {
        (Some(year), None, _) => Month::new(year, 1),
        (Some(year), Some(month), _) => Month::new(year, month_number(month)?),
        (None, Some(second), None) => Month::new(year(second)?, month_number(first)?),
        // A day, a month and a year, as in 1 maart 2027.
        (None, Some(second), Some(third)) => Month::new(year(third)?, month_number(second)?),
        (None, None, _) => None,
    }
}

fn year(text: &str) -> Option<i32> {
    if text.len() == 4 { text.parse().ok() } else { None }
}

fn month_number(text: &str) -> Option<i32> {
    const NAMES: [&[&str]; 12] = [
        &["jan"],
        &["feb"],
        &["mar", "mrt", "maa"],
        &["apr"],
        &["may", "mei"],
        &["jun"],
        &["jul"],
        &["aug"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec"],
    ];
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let named = |names: &&[&str]| names.iter().any(|name| text.starts_with(name));
    NAMES.iter().position(named).and_then(|at| i32::try_from(at + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_months_or_years() {
        assert_eq!(months_of("18 months"), Some(18));
        assert_eq!(months_of("1 month"), Some(1));
        assert_eq!(months_of("3 years"), Some(36));
        assert_eq!(months_of("18months"), None);
        assert_eq!(months_of("18 maanden"), None);
        assert_eq!(months_of("-1 months"), None);
        assert!(months_of("99999999999999 years").is_some_and(|months| months > LONGEST));
    }

    #[test]
    fn other_durations_are_put_right() {
        let meant = |text: &str| duration_meant(text).unwrap_or_default();
        assert_eq!(meant("18"), "18 months");
        assert_eq!(meant("1 jaar"), "1 year");
        assert_eq!(meant("3jr"), "3 years");
        assert_eq!(meant("18 maanden"), "18 months");
        assert_eq!(meant("2 kwartalen"), "6 months");
        assert_eq!(duration_meant("soon"), None);
    }

    #[test]
    fn other_months_are_put_right() {
        let meant = |text: &str| month_meant(text).map(|m| m.to_string()).unwrap_or_default();
        assert_eq!(meant("2027-1"), "2027-01");
        assert_eq!(meant("01-2027"), "2027-01");
        assert_eq!(meant("2027-03-15"), "2027-03");
        assert_eq!(meant("15-03-2027"), "2027-03");
        assert_eq!(meant("maart 2027"), "2027-03");
        assert_eq!(meant("2027"), "2027-01");
        assert_eq!(month_meant("2027-13"), None);
        assert_eq!(month_meant("later"), None);
    }
}
