//! All words for people, in Dutch and English.
//!
//! Other rooms make messages with their facts; here each becomes a sentence, in one `match` a
//! language, so that the compiler finds what has not been said.

mod close;
mod compare;
pub mod en;
mod explain;
mod fund;
mod kind;
mod label;
mod message;
pub mod nl;
pub mod numbers;
mod problem;
mod sensitivity;
mod show;
mod simulate;
mod slip;
mod sources;
mod spelled;
mod stress;
mod text;

pub use close::{By, Close, Handle, Said};
pub use compare::{Compare, Section as Compared};
pub use explain::{AskPart, Explain, Subject, When};
pub use fund::{FundColumn, FundMeasure, FundPart, FundSay};
pub use kind::Kind;
pub use label::{Label, label};
pub use message::{
    Column, Counts, Failure, Flatters, Heading, Measure, Message, Money, Next, Owed, Promise, Span,
    Terms, decimals,
};
pub use problem::{Words, note, problem};
pub use sensitivity::{Room, Sensitivity, SensitivityColumn};
pub use show::{Counted, Part, Section, Show};
pub use simulate::{Simulate, SimulateColumn, SimulateFigure, SimulatePart};
pub use slip::Slip;
pub use sources::{Sources, SourcesColumn};
pub use stress::{Stress, StressColumn};
pub use text::Text;

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// Why the machine does not do what is asked.
pub fn trouble(failure: &std::io::Error, language: Language) -> String {
    match language {
        Language::Nl => nl::help::trouble(failure),
        Language::En => failure.to_string(),
    }
}

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

    /// The words of a message.
    pub fn say(self, message: &Message<'_>) -> String {
        match self {
            Self::Nl => nl::report::message(message),
            Self::En => en::report::message(message),
        }
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
