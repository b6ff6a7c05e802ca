//! The languages that the program speaks.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A language of the reports.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Default,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    #[default]
    En,
}

impl Language {
    /// The language of a locale such as `nl_NL.UTF-8`: Dutch where it says so, else English.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("nl") { Self::Nl } else { Self::En }
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Nl};

    #[test]
    fn a_locale_is_dutch_when_its_language_is() {
        for dutch in ["nl", "nl_NL.UTF-8", "nl-BE", "NL", "nl@euro"] {
            assert_eq!(Language::from_locale(dutch), Nl, "{dutch}");
        }
        for other in ["", "C", "POSIX", "en_US.UTF-8", "nlx", "fr_FR"] {
            assert_eq!(Language::from_locale(other), En, "{other}");
        }
    }
}
