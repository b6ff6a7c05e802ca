//! Figures as people jot them down where one number is wanted: `100k`, `3 * 12`, `100-200`, `ca. 50`.

use super::{grouped_number, one_meaning, one_number, without_currency};
use rust_decimal::Decimal;

/// What was jotted down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jotted {
    /// `100k`, `1.5 mln`: what it comes to.
    Multiple(String),
    /// `3 * 12`: what it comes to, where that is a number of few decimals.
    Sum(Option<String>),
    /// `100-200`, as a range with its middle: `{ low = 100, likely = 150, high = 200 }`.
    Range(String),
    /// `ca. 100`: the number itself.
    About(String),
}

/// The most decimals that a number of the format has.
const MOST_DECIMALS: u32 = 6;

pub(super) const RANGES: [&str; 9] = ["..", "–", "—", " tot ", " t/m ", " to ", " à ", " - ", "-"];

pub(super) const ABOUT: [&str; 22] = [
    "±",
    "~",
    "≈",
    "<",
    ">",
    "≤",
    "≥",
    "+/-",
    "ca.",
    "ca ",
    "circa ",
    "ong.",
    "ongeveer ",
    "plm.",
    "max.",
    "min.",
    "maximaal ",
    "minimaal ",
    "about ",
    "approx.",
    "around ",
    "rond ",
];

/// What a text is as a figure that was jotted down.
pub fn jotted(text: &str) -> Option<Jotted> {
    let text = text.trim();
    let about = || {
        let rest = ABOUT.iter().find_map(|word| text.strip_prefix(word))?.trim_start();
        let number = || number(rest).and_then(shown);
        multiple(rest).or_else(number).map(Jotted::About)
    };
    multiple(text)
        .map(Jotted::Multiple)
        .or_else(|| range(text).map(Jotted::Range))
        .or_else(|| sum(text))
        .or_else(about)
}

/// A number that can be read in one way, with its currency or without.
fn number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let number = one_number(without_currency(text).unwrap_or(text))?;
    Decimal::from_str_exact(&number).ok()
}

/// The same where `1.200` stands between other signs: there it is twelve hundred.
fn operand(text: &str) -> Option<Decimal> {
    number(text).or_else(|| {
        let (whole, thousands) = text.trim().split_once('.')?;
        number(&format!("{whole}{thousands}")).filter(|_| thousands.len() == 3)
    })
}

fn shown(number: Decimal) -> Option<String> {
    let number = number.normalize();
    let digits = one_meaning(number.to_string());
    (number.scale() <= MOST_DECIMALS).then(|| grouped_number(&digits).unwrap_or(digits))
}

/// `1.5 mln` as `1_500_000`.
fn multiple(text: &str) -> Option<String> {
    let bare = without_currency(text).unwrap_or(text);
    let letters = bare.find(char::is_alphabetic)?;
    let (digits, word) = bare.split_at(letters);
    shown(multiplied(number(digits)?, word)?)
}

/// So many thousands, millions or thousands of millions.
pub(super) fn multiplied(number: Decimal, word: &str) -> Option<Decimal> {
    let times = match word.trim_end_matches('.') {
        "k" | "K" | "duizend" | "dzd" | "thousand" => 1_000,
        "ton" => 100_000,
        "M" | "mln" | "Mln" | "mio" | "miljoen" | "million" => 1_000_000,
        "mld" | "mrd" | "miljard" => 1_000_000_000,
        _ => return None,
    };
    number.checked_mul(Decimal::from(times))
}

/// What stands before and after the word or sign of a range, unless that is a date.
pub(super) fn ends(text: &str) -> Option<(&str, &str)> {
    // The first sign may be a minus.
    let after_first = text.chars().next()?.len_utf8();
    let (low, high) = RANGES.iter().find_map(|mark| {
        let at = text.get(after_first..)?.find(mark)? + after_first;
        Some((text.get(..at)?.trim(), text.get(at + mark.len()..)?.trim()))
    })?;
    (!is_date(low, high)).then_some((low, high))
}

/// `100 tot 200` as `{ low = 100, likely = 150, high = 200 }`.
fn range(text: &str) -> Option<String> {
    let (low, high) = ends(text)?;
    let (high, percent) = match high.strip_suffix('%') {
        Some(high) => (high, true),
        None => (high, false),
    };
    let low = operand(low.strip_suffix('%').filter(|_| percent).unwrap_or(low))?;
    let high = operand(high)?;
    let likely = low.checked_add(high)?.checked_div(Decimal::TWO)?;
    let value = |number| {
        let digits = shown(number)?;
        Some(if percent { format!("\"{digits}%\"") } else { digits })
    };
    let (lowest, likely, highest) = (value(low)?, value(likely)?, value(high)?);
    (low < high).then(|| format!("{{ low = {lowest}, likely = {likely}, high = {highest} }}"))
}

/// Whether two numbers with a dash between them may be a month and its year, or two years.
pub(super) fn is_date(first: &str, second: &str) -> bool {
    let year =
        |text: &str| text.len() == 4 && ["19", "20", "21"].iter().any(|c| text.starts_with(c));
    let short = |text: &str| text.len() <= 2 || year(text);
    year(first) && short(second) || short(first) && year(second)
}

/// What `3 * 12` comes to: numbers with signs between them.
fn sum(text: &str) -> Option<Jotted> {
    let text = text.trim_start_matches('=').trim();
    let is_sign = |(at, c): &(usize, char)| *at > 0 && "+-*x×·/÷".contains(*c);
    let signs: Vec<_> = text.char_indices().filter(is_sign).collect();
    let (first, rest) = text.split_at(signs.first()?.0);
    let operands: Vec<_> = std::iter::once(first)
        .chain(rest.split(|c| "+-*x×·/÷".contains(c)).skip(1))
        .map(str::trim)
        .collect();
    let is_number = |operand: &&str| {
        let bare = operand.trim_matches(['(', ')', ' ', '€', '-']);
        bare.starts_with(|c: char| c.is_ascii_digit())
            && bare.chars().all(|c| c.is_ascii_digit() || ".,_' ".contains(c))
    };
    // Digits with dashes between them are a day, or a telephone number.
    let dashes = signs.iter().all(|(_, sign)| *sign == '-');
    let dates = matches!(*operands, [first, second] if dashes && is_date(first, second));
    if dates || dashes && operands.len() > 2 || !operands.iter().all(is_number) {
        return None;
    }
    let signs: Vec<_> = signs.into_iter().map(|(_, sign)| sign).collect();
    Some(Jotted::Sum(total(&operands, &signs).and_then(shown)))
}

/// The sum of products that numbers make with the signs between them; `None` where one of them
/// has brackets or the sum does not come out even.
fn total(operands: &[&str], signs: &[char]) -> Option<Decimal> {
    let (first, rest) = operands.split_first()?;
    let (mut sum, mut product) = (Decimal::ZERO, operand(first)?);
    for (sign, next) in signs.iter().zip(rest) {
        let next = operand(next)?;
        match sign {
            '+' | '-' => {
                sum = sum.checked_add(product)?;
                product = if *sign == '-' { -next } else { next };
            }
            '/' | '÷' => {
                let part = product.checked_div(next)?;
                // What does not come out even is for its author to round.
                if part.checked_mul(next)? != product {
                    return None;
                }
                product = part;
            }
            _ => product = product.checked_mul(next)?,
        }
    }
    sum.checked_add(product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_millions_in_letters() {
        let right = |text: &str| match jotted(text) {
            Some(Jotted::Multiple(right)) => right,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(right("100k"), "100_000");
        assert_eq!(right("25 K"), "25_000");
        assert_eq!(right("1.5M"), "1_500_000");
        assert_eq!(right("1,5 mln."), "1_500_000");
        assert_eq!(right("1mln"), "1_000_000");
        assert_eq!(right("€5k"), "5_000");
        assert_eq!(right("100K€"), "100_000");
        assert_eq!(right("2 ton"), "200_000");
        assert_eq!(right("1,5 miljoen euro"), "1_500_000");
        for text in ["5a", "12e", "5m", "1.234k", "1,234k", "k", "12 uur", "1e5k"] {
            assert_eq!(jotted(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_calculated() {
        let comes_to = |text: &str| match jotted(text) {
            Some(Jotted::Sum(right)) => right.unwrap_or_default(),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(comes_to("3*12"), "36");
        assert_eq!(comes_to("12 x 450"), "5_400");
        assert_eq!(comes_to("=100*2"), "200");
        assert_eq!(comes_to("100+50"), "150");
        assert_eq!(comes_to("2 + 3*4 - 1"), "13");
        assert_eq!(comes_to("200 - 150"), "50");
        assert_eq!(comes_to("1200/12"), "100");
        assert_eq!(comes_to("1.200 x 12"), "14_400");
        assert_eq!(comes_to("€ 12,50 * 4"), "50");
        // A third cannot be written out; brackets are for their author.
        for text in ["100/3", "1/0", "(3+4)*2", "0.0000001*1.5"] {
            assert_eq!(comes_to(text), "", "{text}");
        }
        for text in
            ["5", "-5", "5-", "2027-01", "2027-13-01", "13-2027", "06-123-45", "a*b", "12 x"]
        {
            assert_eq!(jotted(text), None, "{text}");
        }
    }

    #[test]
    fn what_lies_between_two_numbers() {
        let between = |text: &str| match jotted(text) {
            Some(Jotted::Range(right)) => right,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(between("100-200"), "{ low = 100, likely = 150, high = 200 }");
        assert_eq!(
            between("1.500 tot 2.000,50"),
            "{ low = 1_500, likely = 1_750.25, high = 2_000.5 }"
        );
        assert_eq!(between("2-3%"), "{ low = \"2%\", likely = \"2.5%\", high = \"3%\" }");
        assert_eq!(between("2% – 3%"), "{ low = \"2%\", likely = \"2.5%\", high = \"3%\" }");
        assert_eq!(between("10..20"), "{ low = 10, likely = 15, high = 20 }");
        for text in ["2027-2030", "12-2027", "100-", "1-2-3"] {
            assert_eq!(jotted(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_quite_sure() {
        for text in ["ca. 1200", "± 1.200,00", "~1200", "ongeveer € 1200", "ca. 1,2k"] {
            assert_eq!(jotted(text), Some(Jotted::About("1_200".to_owned())), "{text}");
        }
    }
}
