//! Values as people write them, and how TOML knows them.

use super::fault::{Fault, Spelling};

/// What kind of misspelling a value is, with its right spelling; `None` when it is none that is
/// known here. The value stands alone: without its key, comma or remark.
pub(super) fn recognise(written: &str) -> Option<Fault> {
    let spelling = |right: String| Spelling { written: written.to_owned(), right };
    if let Some(text) = typographic(written) {
        return Some(Fault::TypographicQuotes(spelling(quoted(text))));
    }
    if let Some(right) = truth(written) {
        return Some(Fault::TruthWord(spelling(right.to_owned())));
    }
    if let Some(right) = month(written) {
        return Some(Fault::BareMonth(spelling(quoted(&right))));
    }
    if let Some(number) = written.strip_suffix('%').and_then(|number| number_of(number.trim())) {
        let right = match number {
            Number::Plain(right) | Number::Other(_, right) => right,
            Number::Ambiguous { decimals, .. } => decimals,
        };
        return Some(Fault::BarePercentage(spelling(quoted(&format!("{right}%")))));
    }
    if let Some(number) = without_currency(written).and_then(number_of) {
        let right = match number {
            // No amount has tenths of cents: `€ 1.200` is twelve hundred.
            Number::Plain(right) => match right.split_once('.') {
                Some((whole, decimals)) if decimals.len() == 3 => format!("{whole}{decimals}"),
                _ => right,
            },
            Number::Other(_, right) => one_meaning(right),
            Number::Ambiguous { thousands, .. } => thousands,
        };
        return Some(Fault::CurrencySign(spelling(right)));
    }
    if let Some(number) = number_of(written) {
        return match number {
            Number::Plain(right) if right == written.replace('_', "").trim_start_matches('+') => {
                None
            }
            Number::Plain(right) => Some(Fault::BadNumber(spelling(right))),
            Number::Other(fault, right) => Some(fault(spelling(one_meaning(right)))),
            Number::Ambiguous { thousands, decimals } => {
                let decimals = one_meaning(decimals);
                Some(Fault::AmbiguousComma { written: written.to_owned(), thousands, decimals })
            }
        };
    }
    if let Some(right) = tidied(written) {
        return Some(Fault::BadNumber(spelling(one_meaning(right))));
    }
    if let Some(right) = list(written) {
        return Some(Fault::BareList(spelling(right)));
    }
    if let Some(right) = duration(written) {
        return Some(Fault::UnquotedText(spelling(quoted(&right))));
    }
    // Text begins with a letter; what begins with a digit is a number with something behind it.
    let text = written.chars().next().is_some_and(char::is_alphabetic)
        && !written.contains(['"', '=', '[', ']', '{', '}']);
    text.then(|| Fault::UnquotedText(spelling(quoted(written))))
}

/// The same number with other than three decimals: with exactly three, the validator would ask
/// whether they are thousands.
fn one_meaning(number: String) -> String {
    match number.split_once('.') {
        Some((whole, decimals)) if decimals.len() == 3 => match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            digits if digits.len() < 3 => format!("{whole}.{digits}"),
            _ => format!("{number}0"),
        },
        _ => number,
    }
}

/// How a value is written rightly: what is recognised as misspelled in its right spelling, anything
/// else as it is.
pub(super) fn right_spelling(written: &str) -> String {
    match recognise(written) {
        Some(
            Fault::TypographicQuotes(spelling)
            | Fault::TruthWord(spelling)
            | Fault::BareMonth(spelling)
            | Fault::BarePercentage(spelling)
            | Fault::CurrencySign(spelling)
            | Fault::DutchNumber(spelling)
            | Fault::DecimalComma(spelling)
            | Fault::ThousandsPoints(spelling)
            | Fault::ThousandsSpaces(spelling)
            | Fault::BadNumber(spelling)
            | Fault::BareList(spelling)
            | Fault::UnquotedText(spelling),
        ) => spelling.right,
        Some(Fault::AmbiguousComma { thousands, .. }) => thousands,
        _ => written.to_owned(),
    }
}

/// A text between the quotes that need the least escaping.
pub(super) fn quoted(text: &str) -> String {
    if (text.contains('"') || text.contains('\\')) && !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// A name that the format can take: `Day care` becomes `day_care`.
pub(super) fn id(written: &str) -> String {
    let mut id = String::new();
    for letter in written.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'à'..='å' => id.push('a'),
            'ç' => id.push('c'),
            'è'..='ë' => id.push('e'),
            'ì'..='ï' => id.push('i'),
            'ò'..='ö' => id.push('o'),
            'ù'..='ü' => id.push('u'),
            '"' | '\'' => {}
            _ if id.ends_with('_') || id.is_empty() => {}
            _ => id.push('_'),
        }
    }
    let id = id.trim_end_matches('_');
    if id.is_empty() { "name".to_owned() } else { id.to_owned() }
}

/// A number with underscores between its thousands, when it has thousands.
pub fn grouped_number(number: &str) -> Option<String> {
    let size = number.trim_start_matches(['-', '+']);
    let sign = number.get(..number.len() - size.len()).unwrap_or_default();
    let (whole, decimals) = match size.find('.') {
        Some(point) => size.split_at(point),
        None => (size, ""),
    };
    if whole.len() < 4 {
        return None;
    }
    let mut grouped = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped.push_str(decimals);
    Some(grouped)
}

/// What a text that consists of digits and separators can be.
enum Number {
    /// A number that TOML knows.
    Plain(String),
    /// One that it does not know, with what is said about it and the right spelling.
    Other(fn(Spelling) -> Fault, String),
    /// Either of two.
    Ambiguous { thousands: String, decimals: String },
}

/// Spaces that stand between thousands: also the ones that do not break a line.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{2009}', '\u{202f}'];

fn number_of(written: &str) -> Option<Number> {
    let (sign, size) = match written.strip_prefix('-') {
        Some(size) => ("-", size.trim_start()),
        None => ("", written.strip_prefix('+').unwrap_or(written).trim_start()),
    };
    // `1.200,-` is how a price tag says that there are no cents.
    let (size, tag) = match [",--", ",-", ".--", ".-"].iter().find_map(|t| size.strip_suffix(t)) {
        Some(rest) => (rest, true),
        None => (size, false),
    };
    let known = |c: char| c.is_ascii_digit() || ".,_'’".contains(c) || SPACES.contains(&c);
    if !size.chars().all(known) || !size.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let signed = |size: &str| format!("{sign}{size}");
    let points = size.matches('.').count();
    let commas = size.matches(',').count();
    let spaced = size.contains(SPACES) || size.contains(['\'', '’']);
    // The separator that stands last and once begins the decimals.
    let decimal = match (size.rfind('.'), size.rfind(',')) {
        _ if tag => None,
        (Some(point), Some(comma)) if comma > point && commas == 1 => Some(','),
        (Some(point), Some(comma)) if point > comma && points == 1 => Some('.'),
        (Some(_), None) if points == 1 => Some('.'),
        (None, Some(_)) if commas == 1 => Some(','),
        (_, None) | (None, _) => None,
        _ => return None,
    };
    let (whole, decimals) = match decimal.and_then(|mark| size.rsplit_once(mark)) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (size, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let separators = |c: char| ".,'’_".contains(c) || SPACES.contains(&c);
    let groups: Vec<&str> = whole.split(separators).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = digits(first) && rest.iter().all(|group| group.len() == 3 && digits(group));
    if !grouped || decimals.is_some_and(|decimals| !digits(decimals)) {
        return None;
    }
    let whole = groups.concat();
    let leading = whole.trim_start_matches('0');
    let whole = if leading.is_empty() { "0" } else { leading };
    let right = match decimals {
        Some(decimals) => signed(&format!("{whole}.{decimals}")),
        None => signed(whole),
    };
    if spaced {
        return Some(Number::Other(Fault::ThousandsSpaces, right));
    }
    if tag {
        return Some(Number::Other(Fault::DutchNumber, right));
    }
    Some(match (decimal, points, commas) {
        (Some(','), 0, _) if decimals.is_some_and(|d| d.len() == 3) && first.len() <= 3 => {
            let joined = signed(&format!("{whole}{}", decimals.unwrap_or_default()));
            let thousands = grouped_number(&joined).unwrap_or(joined);
            Number::Ambiguous { thousands, decimals: right }
        }
        (Some(','), 0, _) => Number::Other(Fault::DecimalComma, right),
        (Some(_), 1.., 1..) => Number::Other(Fault::DutchNumber, right),
        (None, 2.., _) | (None, _, 2..) => Number::Other(Fault::ThousandsPoints, right),
        _ => Number::Plain(right),
    })
}

/// Numbers that TOML does not know for their zeros, points or underscores.
fn tidied(written: &str) -> Option<String> {
    let size = written.trim_start_matches(['-', '+']);
    let sign = if written.starts_with('-') { "-" } else { "" };
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if !plain(whole) || !plain(decimals) || !size.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole = whole.replace('_', "");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let decimals = decimals.replace('_', "");
    Some(if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{decimals}")
    })
}

/// The text between quotes of which at least the first is typographic.
fn typographic(written: &str) -> Option<&str> {
    const CURLY: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '″'];
    let rest = written.strip_prefix(CURLY)?;
    Some(rest.strip_suffix(CURLY).or_else(|| rest.strip_suffix(['"', '\''])).unwrap_or(rest))
}

fn truth(written: &str) -> Option<&'static str> {
    match written.to_lowercase().as_str() {
        "ja" | "yes" | "waar" | "true" => Some("true"),
        "nee" | "neen" | "no" | "onwaar" | "false" => Some("false"),
        _ => None,
    }
}

/// An amount without the sign, code or name of its currency; `None` when it has none.
fn without_currency(written: &str) -> Option<&str> {
    const SIGNS: [&str; 9] = ["€", "$", "£", "EUR", "eur", "Eur", "euro", "Euro", "euro's"];
    let before = SIGNS.iter().find_map(|sign| written.strip_prefix(sign));
    let rest = before.unwrap_or(written);
    let after = SIGNS.iter().rev().find_map(|sign| rest.strip_suffix(sign));
    (before.is_some() || after.is_some())
        .then(|| after.unwrap_or(rest).trim_matches(|c: char| c.is_whitespace()))
}

/// `2027-01` of a month in whatever order or words.
fn month(written: &str) -> Option<String> {
    const NAMES: [(&str, usize); 24] = [
        ("januari", 1),
        ("februari", 2),
        ("maart", 3),
        ("april", 4),
        ("mei", 5),
        ("juni", 6),
        ("juli", 7),
        ("augustus", 8),
        ("september", 9),
        ("oktober", 10),
        ("november", 11),
        ("december", 12),
        ("january", 1),
        ("february", 2),
        ("march", 3),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("october", 10),
        ("sept", 9),
        ("mrt", 3),
        ("okt", 10),
        ("oct", 10),
    ];
    let parts: Vec<&str> = written.split(['-', '/', ' ', '.']).collect();
    let number = |text: &str| {
        (!text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<usize>().ok())
            .flatten()
    };
    let year = |text: &str| number(text).filter(|_| text.len() == 4);
    let month = |text: &str| {
        number(text).filter(|m| text.len() <= 2 && (1..=12).contains(m)).or_else(|| {
            let name = text.to_lowercase();
            NAMES
                .iter()
                .find(|(long, _)| *long == name || (name.len() == 3 && long.starts_with(&name)))
                .map(|(_, month)| *month)
        })
    };
    let day = |text: &str| number(text).filter(|d| text.len() <= 2 && (1..=31).contains(d));
    let (year, month) = match parts.as_slice() {
        [first, second] => match (year(first), month(second)) {
            (Some(year), Some(month)) => (year, month),
            _ => (year(second)?, month(first)?),
        },
        [first, second, third] if day(first).is_some() => (year(third)?, month(second)?),
        [first, second, third] if day(third).is_some() => (year(first)?, month(second)?),
        _ => return None,
    };
    Some(format!("{year:04}-{month:02}"))
}

/// `18 months` of a duration in Dutch or English words.
fn duration(written: &str) -> Option<String> {
    let (count, unit) = written.split_once(' ')?;
    if count.is_empty() || !count.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let one = count == "1";
    Some(match unit.trim() {
        "month" | "months" | "maand" | "maanden" if one => "1 month".to_owned(),
        "year" | "years" | "jaar" | "jaren" if one => "1 year".to_owned(),
        "month" | "months" | "maand" | "maanden" => format!("{count} months"),
        "year" | "years" | "jaar" | "jaren" => format!("{count} years"),
        _ => return None,
    })
}

/// Values with a comma and a space between them are a list.
fn list(written: &str) -> Option<String> {
    let written = written.strip_suffix(']').unwrap_or(written);
    if written.contains(['[', ']', '{', '}', '=', '"', '\'']) {
        return None;
    }
    let values: Vec<&str> = written.split(", ").map(str::trim).collect();
    let digit = |text: &&str| text.contains(|c: char| c.is_ascii_digit());
    if values.len() < 2 || !values.iter().all(digit) {
        return None;
    }
    let right: Vec<String> = values.into_iter().map(right_spelling).collect();
    Some(format!("[{}]", right.join(", ")))
}
