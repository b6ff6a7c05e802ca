//! Answers as people say them, where somebody has asked: `1.250,50`, `€ 3k`, `maart 2027`, `10 jaar`.
//!
//! A file has one spelling for each of these, and shows it where another stands. Who asks a question
//! takes what is said.

use super::jotted::{ABOUT, ends, multiplied};
use super::{
    Jotted, Number, duration, grouped_number, jotted, month, number_of, one_meaning, tidied, truth,
    without_currency, without_percent,
};
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// A number as somebody said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The number.
    pub number: Decimal,
    /// Whether it could have been meant in another way: then who said it is told.
    pub either: bool,
}

/// A number, in which `thousands` stands between thousands for who says it: a point in Dutch, a comma
/// in English.
pub fn said_number(text: &str, thousands: char) -> Option<Said> {
    let text = text.trim();
    let about = || ABOUT.iter().find_map(|word| text.strip_prefix(word));
    plain(text, thousands).or_else(|| plain(about()?.trim(), thousands)).or_else(|| {
        let Jotted::Sum(Some(number)) = jotted(text)? else { return None };
        let number = Decimal::from_str_exact(&number.replace('_', "")).ok()?;
        Some(Said { number, either: true })
    })
}

/// The two ends of `100 tot 200`.
pub fn said_range(text: &str, thousands: char) -> Option<(Said, Said)> {
    let (low, high) = ends(text.trim())?;
    let (low, high) = (plain(low, thousands)?, plain(high, thousands)?);
    (low.number < high.number).then_some((low, high))
}

/// A percentage without its sign, and whether it had one.
pub fn without_sign(text: &str) -> (&str, bool) {
    let text = text.trim();
    without_percent(text).map_or((text, false), |number| (number.trim_end(), true))
}

/// A month; of a year alone its first.
pub fn said_month(text: &str) -> Option<String> {
    let text = text.trim();
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { Some(format!("{text}-01")) } else { month(text) }
}

/// A duration, or a bare number of years.
pub fn said_duration(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if bare { duration(&format!("{text} years")) } else { duration(text) }
}

/// Yes or no.
pub fn said_truth(text: &str) -> Option<bool> {
    truth(text.trim()).map(|word| word == "true")
}

/// Months of the year, the first being 1: `april t/m september`, `jan, feb`, `9-6`.
pub fn said_months(text: &str) -> Option<[bool; 12]> {
    let mut months = [false; 12];
    for part in text.to_lowercase().split([',', ';', '+']) {
        let between = ["t/m", " tot en met ", " to ", " through ", " tot ", "-", "–"];
        let ends = between.iter().find_map(|mark| part.split_once(mark));
        let (first, last) = match ends {
            Some((first, last)) => (of_year(first)?, of_year(last)?),
            None => (of_year(part)?, of_year(part)?),
        };
        let mark = |range: RangeInclusive<usize>, months: &mut [bool; 12]| {
            for (place, month) in months.iter_mut().enumerate() {
                *month |= range.contains(&(place + 1));
            }
        };
        if first <= last {
            mark(first..=last, &mut months);
        } else {
            mark(first..=12, &mut months);
            mark(1..=last, &mut months);
        }
    }
    Some(months)
}

fn of_year(text: &str) -> Option<usize> {
    // A year beside it makes it a month that is read as any other.
    let month = month(&format!("{} 2000", text.trim()))?;
    month.rsplit('-').next()?.parse().ok()
}

/// A number as a file spells it.
pub fn spelled_number(number: Decimal) -> String {
    let digits = one_meaning(number.to_string());
    grouped_number(&digits).unwrap_or(digits)
}

/// One number, without sums and words before it.
fn plain(text: &str, thousands: char) -> Option<Said> {
    let bare = without_currency(text).unwrap_or(text);
    match bare.find(char::is_alphabetic) {
        None => digits(bare, thousands),
        Some(letters) => {
            let (number, word) = bare.split_at(letters);
            let Said { number, either } = digits(number.trim(), thousands)?;
            Some(Said { number: multiplied(number, word)?, either })
        }
    }
}

fn digits(text: &str, thousands: char) -> Option<Said> {
    let either = has_two_readings(text);
    let spelled = if either {
        if text.contains(thousands) { text.replace(thousands, "") } else { text.replace(',', ".") }
    } else {
        match number_of(text) {
            Some(Number::Plain(right) | Number::Other(_, right)) => right,
            Some(Number::Ambiguous { decimals, .. }) => decimals,
            None => tidied(text)?,
        }
    };
    let number = Decimal::from_str_exact(&spelled).ok()?;
    Some(Said { number, either })
}

/// Whether a number is one to three digits, a point or a comma, and three more: those may be
/// thousands, and decimals.
fn has_two_readings(text: &str) -> bool {
    let size = text.trim_start_matches(['-', '+']).trim_start();
    let Some((whole, rest)) = size.split_once(['.', ',']) else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && rest.len() == 3
        && digits(whole)
        && digits(rest)
        && !whole.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str, thousands: char) -> String {
        said_number(text, thousands).map_or_else(String::new, |said| said.number.to_string())
    }

    #[test]
    fn numbers_as_they_are_said() {
        for (text, is) in [
            ("1.250,50", "1250.50"),
            ("1,250.50", "1250.50"),
            ("€ 3k", "3000"),
            ("3,5k", "3500"),
            ("1.200,-", "1200"),
            ("€1200,00", "1200.00"),
            ("1 200", "1200"),
            ("ca. 50", "50"),
            ("3 x 12,50", "37.5"),
            ("0,125", "0.125"),
            ("2 ton", "200000"),
            ("12.50 euro", "12.50"),
            ("07", "7"),
        ] {
            assert_eq!(number(text, '.').parse::<Decimal>(), is.parse(), "{text}");
            assert_eq!(number(text, ',').parse::<Decimal>(), is.parse(), "{text}");
        }
        for text in ["", "veel", "1.2.3", "12 uur", "--", "1,2,3", "1e5", "inf"] {
            assert_eq!(said_number(text, '.'), None, "{text}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_is_the_one_of_the_language() {
        assert_eq!((number("1.250", '.'), number("1.250", ',')), ("1250".into(), "1.250".into()));
        assert_eq!((number("1,250", '.'), number("1,250", ',')), ("1.250".into(), "1250".into()));
        assert_eq!(number("€ 1.250k", '.'), "1250000");
        assert!(said_number("1.250", '.').unwrap().either);
        assert!(!said_number("1.25", '.').unwrap().either);
        assert!(!said_number("1.250.000", '.').unwrap().either);
        assert!(!said_number("0.250", '.').unwrap().either);
    }

    #[test]
    fn months_and_durations() {
        for text in ["maart 2027", "mrt 2027", "2027-03", "3/2027", "1 maart 2027", "March 2027"] {
            assert_eq!(said_month(text).as_deref(), Some("2027-03"), "{text}");
        }
        assert_eq!(said_month("2027").as_deref(), Some("2027-01"));
        assert_eq!(said_month("ooit"), None);
        assert_eq!(said_duration("10").as_deref(), Some("10 years"));
        assert_eq!(said_duration("18 maanden").as_deref(), Some("18 months"));
        let open = |text| said_months(text).map(|months| months.map(u8::from));
        assert_eq!(open("april t/m september"), Some([0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0]));
        assert_eq!(open("sep-feb, juni"), Some([1, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1]));
        assert_eq!(open("zomer"), None);
    }
}
