//! All words for people, in Dutch and English.
//!
//! Other rooms make messages with their facts; here each becomes a sentence, in one `match` a
//! language, so that the compiler finds what has not been said.

mod close;
mod compare;
pub mod en;
mod explain;
mod fund;
mod input;
mod kind;
mod label;
mod message;
mod money;
mod new;
pub mod nl;
pub mod numbers;
mod page;
mod portfolio;
mod prices;
mod problem;
mod sensitivity;
mod show;
mod simulate;
mod slip;
mod sources;
mod spelled;
mod stress;
mod watching;
mod word;
mod workbook;

pub use close::{AtStart, By, Close, Handle, Said};
pub use compare::{Compare, Section as Compared};
pub use explain::{AskPart, Explain, ExplainSubject, When};
pub use fund::{Fell, FundColumn, FundMeasure, FundPart, FundSay, How};
pub use input::input_name;
pub use kind::Kind;
pub use label::{Label, label};
pub use message::{
    Column, Counts, Failure, Flatters, Heading, Measure, Message, Next, Owed, Promise, Span, Spare,
    Terms, decimals,
};
pub use money::Money;
pub use new::New;
pub use page::{ChairSay, Chapter, ChartSay, Flow, Held, Page, Rests, Stride};
pub use portfolio::{PortfolioColumn, PortfolioPart, PortfolioSay};
pub use prices::{Prices, PricesColumn};
pub use problem::{Words, note, problem};
pub use sensitivity::{Room, Sensitivity, SensitivityColumn};
pub use show::{Basis, Part, Section, Show};
pub use simulate::{Simulate, SimulateColumn, SimulateFigure, SimulatePart};
pub use slip::Slip;
pub use sources::{Sources, SourcesColumn};
pub use stress::{Stress, StressColumn};
pub use watching::Watching;
pub use workbook::{Cause, Kept, Tab, Workbook, workbook};

pub use crate::words::{Language, Text};

/// Why the machine does not do what is asked.
pub fn trouble(failure: &std::io::Error, language: Language) -> String {
    match language {
        Language::Nl => nl::help::trouble(failure),
        Language::En => failure.to_string(),
    }
}

impl Language {
    /// The words of a message.
    pub fn say(self, message: &Message<'_>) -> String {
        match self {
            Self::Nl => nl::report::message(message),
            Self::En => en::report::message(message),
        }
    }
}
