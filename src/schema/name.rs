//! What the definition of a table is called.

use crate::words::Section;

/// `fund_scenario`, of [`Section::FundScenario`].
pub(super) fn of(section: Section) -> String {
    let variant = format!("{section:?}");
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
