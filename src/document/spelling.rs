//! Values as people write them, and how TOML knows them.

mod jotted;
mod said;

pub use self::jotted::{Jotted, jotted};
pub use self::said::{
    Said, said_duration, said_month, said_months, said_number, said_range, said_truth,
    spelled_number, without_sign,
};
use super::fault::{Fault, Spelling};
use crate::words::{Key, Takes, Word};

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
    if let Some(number) = without_percent(written).and_then(|number| number_of(number.trim())) {
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

/// The same of the value of a key, which tells more of what was meant.
pub(super) fn recognise_under(key: &str, written: &str) -> Option<Fault> {
    let key = key.rsplit('.').next().unwrap_or(key).trim();
    let takes = Key::of(key).map(Key::usually);
    let text = || written.to_owned();
    match takes {
        Some(Takes::Text | Takes::Name | Takes::Mark) if typographic(written).is_none() => {
            let plain = !written.contains(['"', '[', ']', '{', '}', '=', '\n']);
            let spelling = Spelling { written: text(), right: quoted(written) };
            plain.then_some(Fault::UnquotedText(spelling)).or_else(|| recognise(written))
        }
        Some(Takes::Word(choice)) if truth(written).is_some() => {
            let key = key.to_owned();
            Some(Fault::TruthForWord { written: text(), key, words: choice.words() })
        }
        Some(takes @ (Takes::Numbers(_) | Takes::Ranged | Takes::Whole(_))) => {
            number_under(key, takes, written)
        }
        _ if is_nothing(written) => Some(Fault::NoValue { written: text() }),
        _ => recognise(written).or_else(|| figure(written)),
    }
}

/// How the value of a key is written rightly, a number without quotes.
pub(super) fn spelled_under(key: &str, written: &str) -> String {
    let inner = written.strip_prefix(['"', '\'']).and_then(|text| text.strip_suffix(['"', '\'']));
    if let Some(number) = inner.and_then(one_number)
        && no_number(key, number.as_str()).is_some()
    {
        return number;
    }
    match recognise_under(key, written) {
        Some(Fault::UnquotedText(spelling)) => spelling.right,
        _ => right_spelling(written),
    }
}

/// What kind of misspelling the value of a key is that takes a number.
fn number_under(key: &str, takes: Takes, written: &str) -> Option<Fault> {
    let spelling = |right: String| Spelling { written: written.to_owned(), right };
    let pro_memorie = matches!(takes, Takes::Numbers(numbers) if numbers.pro_memorie);
    if pro_memorie && written.replace('.', "").eq_ignore_ascii_case("pm") {
        return Some(Fault::UnquotedText(spelling(quoted("pm"))));
    }
    if let Some(whole) = duration(written).filter(|_| matches!(takes, Takes::Whole(_))) {
        let years = whole.contains("year");
        let count = whole.split(' ').next().unwrap_or_default().to_owned();
        if years == (key == Key::Years.spelled()) {
            return Some(Fault::BadNumber(spelling(count)));
        }
    }
    if typographic(written).is_none()
        && let Some(fault) = figure(written)
    {
        return Some(fault);
    }
    match recognise(written) {
        Some(Fault::UnquotedText(_) | Fault::TruthWord(_)) => no_number(key, written),
        None if is_nothing(written) => no_number(key, written),
        found => found,
    }
}

/// That the value of a key which takes a number is none; `None` of a key that takes something else.
pub(super) fn no_number(key: &str, written: &str) -> Option<Fault> {
    let key = key.rsplit('.').next().unwrap_or(key).trim();
    let takes = Key::of(key)?.usually();
    let right = match jotted(written) {
        Some(Jotted::About(right)) => Some(right),
        _ => None,
    };
    let (key, written) = (key.to_owned(), written.to_owned());
    match takes {
        Takes::Numbers(numbers) => {
            let (example, pro_memorie) = (takes.example(), numbers.pro_memorie);
            Some(Fault::NoNumber { key, written, right, example, pro_memorie })
        }
        Takes::Whole(_) | Takes::Ranged => {
            let example = takes.example();
            Some(Fault::NoNumber { key, written, right, example, pro_memorie: false })
        }
        _ => None,
    }
}

/// What a calculation comes to, where that can be told.
pub(super) fn comes_to(written: &str) -> Option<String> {
    match jotted(written) {
        Some(Jotted::Sum(right)) => right,
        _ => None,
    }
}

/// A figure that was jotted down.
fn figure(written: &str) -> Option<Fault> {
    let spelling = |right| Spelling { written: written.to_owned(), right };
    Some(match jotted(written)? {
        Jotted::Multiple(right) => Fault::NumberInLetters(spelling(right)),
        Jotted::Range(right) => Fault::BareRange(spelling(right)),
        Jotted::Sum(right) => Fault::Calculation { written: written.to_owned(), right },
        Jotted::About(_) => return None,
    })
}

/// Whether a value is a sign or an abbreviation for what is not known, or not there.
fn is_nothing(written: &str) -> bool {
    const WORDS: [&str; 8] = ["nvt", "ntb", "nnb", "tbd", "tba", "na", "null", "none"];
    let letters = written.replace(['.', '/'], "").to_lowercase();
    WORDS.contains(&letters.as_str()) || written.chars().all(|c| "?!.-–—_…*".contains(c))
}

/// Digits with letters right behind them.
pub(super) fn letters_in_number(written: &str) -> Option<Fault> {
    let digits = without_currency(written).unwrap_or(written).trim_start_matches(['-', '+']);
    let letters = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.contains(char::is_alphabetic)
        && digits.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '_'));
    letters.then(|| Fault::LettersInNumber { written: written.to_owned() })
}

/// The number of a percentage.
fn without_percent(written: &str) -> Option<&str> {
    ["%", "procent", "percent", "pct", "pct."].iter().find_map(|sign| written.strip_suffix(sign))
}

/// A number in its right spelling, if its digits can be read in one way.
pub(super) fn one_number(written: &str) -> Option<String> {
    match number_of(written)? {
        Number::Plain(right) | Number::Other(_, right) => {
            let three = right.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
            (!three || right.trim_start_matches('-').starts_with("0.")).then_some(right)
        }
        Number::Ambiguous { .. } => None,
    }
}

/// The same number with other than three decimals: with exactly three, the validator would ask
/// whether they are thousands.
pub(super) fn one_meaning(number: String) -> String {
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
            | Fault::NumberInLetters(spelling)
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
pub(super) fn without_currency(written: &str) -> Option<&str> {
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
    let (count, unit) = written.split_at(written.find(|c: char| !c.is_ascii_digit())?);
    if count.is_empty() {
        return None;
    }
    let unit = match unit.trim().trim_end_matches('.') {
        "month" | "months" | "maand" | "maanden" | "mnd" | "mo" => "month",
        "year" | "years" | "jaar" | "jaren" | "jr" | "yr" | "yrs" => "year",
        _ => return None,
    };
    Some(if count == "1" { format!("1 {unit}") } else { format!("{count} {unit}s") })
}

/// `year` of `per jaar`: how often an amount comes.
pub(super) fn rhythm(written: &str) -> Option<&'static str> {
    let unit = written.strip_prefix("per ").or_else(|| written.strip_prefix("p/"))?;
    match unit.trim().trim_end_matches('.') {
        "month" | "maand" | "mnd" | "m" => Some("month"),
        "quarter" | "kwartaal" | "kw" => Some("quarter"),
        "year" | "jaar" | "jr" | "j" => Some("year"),
        _ => None,
    }
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
