//! Whether a text is recognisably a case or a fund, right or wrong.
//!
//! What another file names, or a folder holds, can be anything that the user may read: keys, passwords.
//! Nothing of such a file is shown unless it is what it was taken for.

use crate::words::{Key, Section, Takes, Word};

/// Whether a line of the text can only be of a case or a fund: the version of the format, what it
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

/// Whether the top of a file holds a table of this name.
fn is_table(key: Key) -> bool {
    [Section::CaseFile, Section::FundFile].into_iter().filter(|file| file.has(key)).any(|file| {
        matches!(
            key.facts(file).takes,
            Takes::Table(_) | Takes::Entries(_) | Takes::Rates | Takes::Shocks
        )
    })
}

#[cfg(test)]
mod tests {
    use super::is_recognisable;

    #[test]
    fn a_case_is_known_however_wrong_it_is() {
        for text in [
            "format = 1\nname = x y",
            "# a kitchen\n\n  [case]\nname = \"K",
            "[fund",
            "extends = 'base.toml'",
            "[cost.rent]\namount = 1,5",
            "[rate]\nwages = 3%",
        ] {
            assert!(is_recognisable(text), "{text}");
        }
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
