//! Whether a text is recognisably a case, a fund or a price list, right or wrong.
//!
//! What another file names, or a folder holds, can be anything that the user may read: keys, passwords.
//! Nothing of such a file is shown unless it is what it was taken for.

use crate::words::{Key, Section, Takes, Word};

/// Whether a line of the text can only be of a case, a fund or a price list: the version of the format, what it
/// extends, or the heading of one of its tables.
pub fn is_recognisable(text: &str) -> bool {
    text.lines().any(|line| is_mark(line.trim()))
}

fn is_mark(line: &str) -> bool {
    if let Some(heading) = line.strip_prefix('[') {
        let name = heading.trim_start_matches('[').split([']', '.']).next().unwrap_or_default();
        return Key::of(name.trim()).is_some_and(is_table);
    }
    let Some((key, value)) = line.split_once('=') else { return false };
    let value = value.trim_start();
    match Key::of(key.trim()) {
        Some(Key::Format) => value.starts_with(|c: char| c.is_ascii_digit()),
        Some(Key::Extends) => value.starts_with(['"', '\'']),
        _ => false,
    }
}

/// Whether a text that is recognisable is a price list rather than a case or a fund.
pub fn is_price_list(text: &str) -> bool {
    let heads = |key: Key| {
        text.lines().any(|line| {
            let name = line.trim().strip_prefix('[').and_then(|it| it.split([']', '.']).next());
            name == Some(key.spelled())
        })
    };
    let extends = || text.lines().any(|line| line.trim().starts_with(Key::Extends.spelled()));
    (heads(Key::Prices) || heads(Key::Price))
        && !heads(Key::Case)
        && !heads(Key::Fund)
        && !extends()
}

/// Whether the top of a file holds a table of this name.
fn is_table(key: Key) -> bool {
    [Section::CaseFile, Section::FundFile, Section::PriceFile]
        .into_iter()
        .filter(|file| file.has(key))
        .any(|file| {
            matches!(
                key.facts(file).takes,
                Takes::Table(_) | Takes::Entries(_) | Takes::Rates | Takes::Shocks
            )
        })
}

#[cfg(test)]
mod tests {
    use super::{is_price_list, is_recognisable};

    #[test]
    fn a_case_is_known_however_wrong_it_is() {
        for text in [
            "format = 1\nname = x y",
            "# a kitchen\n\n  [case]\nname = \"K",
            "[fund",
            "extends = 'base.toml'",
            "[cost.rent]\namount = 1,5",
            "[rate]\nwages = 3%",
            "[price.visit]\nvalue = 3,50",
        ] {
            assert!(is_recognisable(text), "{text}");
        }
    }

    #[test]
    fn a_price_list_is_told_from_a_case() {
        assert!(is_price_list("format = 1\n[prices]\nname = x"));
        assert!(is_price_list("[price.visit]\nvalue = 3,50"));
        assert!(!is_price_list("[case]\nprices = \"nl\""));
        assert!(!is_price_list("extends = \"base.toml\"\n[prices]"));
    }

    #[test]
    fn what_only_lies_beside_cases_is_not() {
        for text in [
            "",
            "AWS_SECRET_ACCESS_KEY=s3cr3t",
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb",
            "[project]\nname = \"x\"",
            "[package]\nedition = \"2024\"",
            "[default]\naws_access_key_id = A",
            "format = \"$all\"",
            "[formatter]\n",
        ] {
            assert!(!is_recognisable(text), "{text}");
        }
    }
}
