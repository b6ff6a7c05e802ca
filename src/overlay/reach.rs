//! What of a file an overlay can reach.

use crate::words::{Key, Section, Word};

/// The tables that an argument can reach, of a case or of a fund.
pub fn settable() -> Vec<&'static str> {
    let of_case = Section::CaseFile.keys();
    let of_fund = Section::FundFile.keys().filter(|key| !Section::CaseFile.has(*key));
    let tables = of_case.chain(of_fund).filter(|key| {
        let takes = key.facts(Section::CaseFile).takes;
        takes.is_table() && ![Key::Scenario, Key::Actual].contains(key)
    });
    tables.map(Key::spelled).collect()
}

/// Whether a key of a scenario says something about it rather than about the case.
pub fn is_about(key: &str) -> bool {
    let key = Section::Scenario.key(key);
    key.is_some_and(|key| !key.facts(Section::Scenario).takes.is_table())
}

/// Whether a key of a file says what it is, which no scenario changes.
pub fn is_of_file(key: &str) -> bool {
    Section::CaseFile.key(key).is_some_and(|key| !Section::Scenario.has(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_a_scenario_or_a_file_is_not_laid() {
        let all = || Key::spellings().iter().copied();
        assert_eq!(all().filter(|key| is_about(key)).collect::<Vec<_>>(), ["name", "from"]);
        let of_file = ["format", "extends", "scenario", "stress", "actual"];
        assert_eq!(all().filter(|key| is_of_file(key)).collect::<Vec<_>>(), of_file);
        assert!(settable().iter().all(|table| !is_about(table)));
        assert!(settable().contains(&"stress") && !settable().contains(&"format"));
    }
}
