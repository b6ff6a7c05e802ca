//! Numbers, amounts, months and lists as each language writes them; exact, from whole cents and
//! decimals.

use super::Language;
use crate::calendar::Month;
use crate::measures::Ratio;
use crate::money::Cents;
use rust_decimal::Decimal;

/// Keeps a currency and its amount on one line.
const NO_BREAK: char = '\u{a0}';

/// An amount with its currency: `€ 1.234,56`, `€1,234.56`, and with another currency's code `USD
/// 1,234.56`.
pub fn money(language: Language, amount: Cents, currency: &str) -> String {
    with_currency(language, &plain(language, amount), currency)
}

/// A price or amount with its currency, exactly as in the file: at least two decimals, more where
/// it has them.
pub fn price(language: Language, price: Decimal, currency: &str) -> String {
    with_currency(language, &at_least(language, price, 2), currency)
}

/// A price or amount exactly as in the file, without its currency: at least two decimals.
pub fn amount(language: Language, amount: Decimal) -> String {
    at_least(language, amount, 2)
}

/// An amount for a table, without its currency: `-1.234,56`.
pub fn plain(language: Language, amount: Cents) -> String {
    written(language, amount.decimal())
}

/// An amount without its sign and with its currency, for a sentence that says which way it goes.
pub fn size(language: Language, amount: Cents, currency: &str) -> String {
    with_currency(language, &written(language, amount.decimal().abs()), currency)
}

/// A number as it stands, with as many decimals as it has beyond trailing zeros: `12,5`.
pub fn number(language: Language, number: Decimal) -> String {
    at_least(language, number, 0)
}

/// A number with the decimals that it carries: a ratio rounded to two is `1,20`.
pub fn written(language: Language, number: Decimal) -> String {
    grouped(language, &number.abs().to_string(), number.is_sign_negative() && !number.is_zero())
}

/// A fraction as a percentage, without trailing zeros: 0.0225 is `2,25%`.
pub fn percentage(language: Language, fraction: Decimal) -> String {
    // The file's own limits keep a fraction far below where this can overflow; the fraction itself
    // is then better than nothing.
    match fraction.checked_mul(Decimal::ONE_HUNDRED) {
        Some(hundredths) => format!("{}%", number(language, hundredths)),
        None => number(language, fraction),
    }
}

/// A ratio as a percentage, rounded to so many decimals of the ratio: `52%`, `52,34%`.
pub fn share(language: Language, ratio: Ratio, decimals: u32) -> String {
    percentage(language, ratio.rounded(decimals))
}

/// A whole number: `1.234`.
pub fn count(language: Language, count: usize) -> String {
    grouped(language, &count.to_string(), false)
}

/// A month in a sentence: `maart 2028`, `March 2028`.
pub fn month(language: Language, month: Month) -> String {
    let names = match language {
        Language::Nl => [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    format!("{} {}", of_year(names, month), month.year())
}

/// A month in a table: `mrt 2028`, `Mar 2028`.
pub fn short_month(language: Language, month: Month) -> String {
    format!("{} {}", short_name(language, month), month.year())
}

fn short_name(language: Language, month: Month) -> &'static str {
    let names = match language {
        Language::Nl => {
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        }
        Language::En => {
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        }
    };
    of_year(names, month)
}

fn of_year(names: [&'static str; 12], month: Month) -> &'static str {
    let place = usize::try_from(month.of_year() - 1).ok();
    place.and_then(|place| names.get(place)).copied().unwrap_or_default()
}

/// From one month through another less than a year later: `jan-mrt 2027`, and over a New Year
/// `nov-jan 2027/28`, as case years are written.
pub fn stretch(language: Language, from: Month, until: Month) -> String {
    let months = format!("{}-{}", short_name(language, from), short_name(language, until));
    if from.year() == until.year() {
        format!("{months} {}", from.year())
    } else {
        format!("{months} {}/{:02}", from.year(), until.year().rem_euclid(100))
    }
}

/// A stretch of time in months: `18 maanden`, `3 jaar`.
pub fn duration(language: Language, months: i32) -> String {
    let years = months / 12;
    match (language, months % 12 == 0 && months > 0) {
        (Language::Nl, true) => format!("{years} jaar"),
        (Language::En, true) if years == 1 => "1 year".to_owned(),
        (Language::En, true) => format!("{years} years"),
        (Language::Nl, false) if months == 1 => "1 maand".to_owned(),
        (Language::Nl, false) => format!("{months} maanden"),
        (Language::En, false) if months == 1 => "1 month".to_owned(),
        (Language::En, false) => format!("{months} months"),
    }
}

/// Things in a row: `a, b en c`.
pub fn list<T: AsRef<str>>(language: Language, things: &[T]) -> String {
    let and = match language {
        Language::Nl => " en ",
        Language::En => " and ",
    };
    let mut text = String::new();
    for (place, thing) in things.iter().enumerate() {
        match things.len() - place {
            _ if place == 0 => {}
            1 => text.push_str(and),
            _ => text.push_str(", "),
        }
        text.push_str(thing.as_ref());
    }
    text
}

fn with_currency(language: Language, number: &str, currency: &str) -> String {
    match (language, currency) {
        (Language::Nl, "EUR") => format!("€{NO_BREAK}{number}"),
        (Language::En, "EUR") => match number.strip_prefix('-') {
            Some(size) => format!("-€{size}"),
            None => format!("€{number}"),
        },
        (_, code) => format!("{code}{NO_BREAK}{number}"),
    }
}

/// Round amounts beside a chart, short: `20,000`, `15 m`, `2 bn`; cents where one of them has any.
pub fn axis(language: Language, amounts: &[Cents]) -> Vec<String> {
    let largest = amounts.iter().map(|amount| amount.0.unsigned_abs()).max().unwrap_or_default();
    let whole = |of: i64| amounts.iter().all(|amount| amount.0 % of == 0);
    let (million, billion) = match language {
        Language::Nl => ("mln", "mld"),
        Language::En => ("m", "bn"),
    };
    let (of, unit) = match largest {
        1_000_000_000_000.. if whole(100_000_000_000) => (100_000_000_000, billion),
        1_000_000_000.. if whole(100_000_000) => (100_000_000, million),
        _ if whole(100) => (100, ""),
        _ => return amounts.iter().map(|&amount| plain(language, amount)).collect(),
    };
    let short = |amount: &Cents| {
        let number = grouped(language, &(amount.0 / of).unsigned_abs().to_string(), amount.0 < 0);
        // Nothing is nothing in any unit.
        if amount.0 == 0 || unit.is_empty() { number } else { format!("{number}{NO_BREAK}{unit}") }
    };
    amounts.iter().map(short).collect()
}

/// A number without trailing zeros, but with so many decimals.
fn at_least(language: Language, number: Decimal, decimals: u32) -> String {
    let mut number = number.normalize();
    if number.scale() < decimals {
        // Leaves the number as it is where 28 digits would not hold the zeros.
        number.rescale(decimals);
    }
    written(language, number)
}

/// Digits with a point for their decimals, as the language writes them.
fn grouped(language: Language, digits: &str, negative: bool) -> String {
    let (thousands, decimal) = match language {
        Language::Nl => ('.', ','),
        Language::En => (',', '.'),
    };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::new();
    if negative {
        text.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push(decimal);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Nl};

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn money_stands_with_its_currency() {
        assert_eq!(money(Nl, Cents(123_456), "EUR"), "€\u{a0}1.234,56");
        assert_eq!(money(En, Cents(123_456), "EUR"), "€1,234.56");
        assert_eq!(money(Nl, Cents(-123_456), "EUR"), "€\u{a0}-1.234,56");
        assert_eq!(money(En, Cents(-123_456), "EUR"), "-€1,234.56");
        assert_eq!(money(Nl, Cents(5), "USD"), "USD\u{a0}0,05");
        assert_eq!(money(En, Cents(-5), "USD"), "USD\u{a0}-0.05");
        assert_eq!(size(Nl, Cents(-123_456), "EUR"), "€\u{a0}1.234,56");
    }

    #[test]
    fn tables_have_bare_amounts_in_thousands() {
        for (cents, dutch, english) in [
            (0, "0,00", "0.00"),
            (-5, "-0,05", "-0.05"),
            (99_999, "999,99", "999.99"),
            (100_000, "1.000,00", "1,000.00"),
            (-123_456_789, "-1.234.567,89", "-1,234,567.89"),
            (i64::MAX, "92.233.720.368.547.758,07", "92,233,720,368,547,758.07"),
            (i64::MIN, "-92.233.720.368.547.758,08", "-92,233,720,368,547,758.08"),
        ] {
            assert_eq!(plain(Nl, Cents(cents)), dutch);
            assert_eq!(plain(En, Cents(cents)), english);
        }
    }

    #[test]
    fn a_price_keeps_all_its_decimals() {
        assert_eq!(price(Nl, decimal("3.1"), "EUR"), "€\u{a0}3,10");
        assert_eq!(price(Nl, decimal("1.1250"), "EUR"), "€\u{a0}1,125");
        assert_eq!(price(En, decimal("0.000001"), "EUR"), "€0.000001");
        assert_eq!(price(En, decimal("58000"), "EUR"), "€58,000.00");
    }

    #[test]
    fn a_percentage_is_as_long_as_it_is_exact() {
        assert_eq!(percentage(Nl, decimal("0.0225")), "2,25%");
        assert_eq!(percentage(En, decimal("0.0225")), "2.25%");
        assert_eq!(percentage(Nl, decimal("0.50")), "50%");
        assert_eq!(percentage(Nl, decimal("-0.1")), "-10%");
        assert_eq!(percentage(Nl, decimal("10")), "1.000%");
        assert_eq!(percentage(Nl, Decimal::ZERO), "0%");
    }

    #[test]
    fn a_ratio_keeps_the_zeros_it_was_rounded_to() {
        assert_eq!(written(Nl, decimal("1.20")), "1,20");
        assert_eq!(written(En, decimal("-0.00")), "0.00");
    }

    #[test]
    fn months_and_durations() {
        let march = Month::new(2028, 3).unwrap();
        assert_eq!(month(Nl, march), "maart 2028");
        assert_eq!(month(En, march), "March 2028");
        assert_eq!(short_month(Nl, march), "mrt 2028");
        assert_eq!(short_month(En, march), "Mar 2028");
        assert_eq!(stretch(Nl, march, march.plus(2)), "mrt-mei 2028");
        assert_eq!(stretch(En, march.plus(8), march.plus(10)), "Nov-Jan 2028/29");
        let said = |months| [duration(Nl, months), duration(En, months)];
        assert_eq!(said(0), ["0 maanden", "0 months"]);
        assert_eq!(said(1), ["1 maand", "1 month"]);
        assert_eq!(said(12), ["1 jaar", "1 year"]);
        assert_eq!(said(18), ["18 maanden", "18 months"]);
        assert_eq!(said(36), ["3 jaar", "3 years"]);
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list::<&str>(Nl, &[]), "");
        assert_eq!(list(Nl, &["a"]), "a");
        assert_eq!(list(Nl, &["a", "b"]), "a en b");
        assert_eq!(list(En, &["a", "b", "c"]), "a, b and c");
    }
}
