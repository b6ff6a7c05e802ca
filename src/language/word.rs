//! Bare words, Dutch and English side by side.

pub mod compare;
pub mod explain;
pub mod fund;
pub mod portfolio;
pub mod prices;
pub mod report;
pub mod sensitivity;
pub mod show;
pub mod simulate;
pub mod sources;
pub mod stress;

use super::Language;
use crate::case::{TestId, VerdictKind};

/// One of two words.
const fn of(language: Language, [nl, en]: [&'static str; 2]) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// What a test measures.
pub(super) fn test(language: Language, test: TestId) -> &'static str {
    let words = match test {
        TestId::Liquidity => ["Laagste kassaldo", "Lowest cash in hand"],
        TestId::Structural => [
            "Structureel resultaat in het laatste jaar",
            "Last year's result without temporary money",
        ],
        TestId::Repayment => [
            "Laagste kassaldo tijdens de aflossing na afloop",
            "Tightest cash while repaying after the period",
        ],
        TestId::Dscr => [
            "Dekking van rente en aflossing (DSCR), slechtste jaar",
            "Cover of interest and repayment (DSCR), worst year",
        ],
        TestId::Dependence => {
            ["Afhankelijkheid van de grootste financier", "Largest share of income from one party"]
        }
        TestId::Payers => {
            ["Laagste terugverdienratio van een betalende partij", "Worst ratio of back to paid"]
        }
        TestId::PublicReturn => ["Publiek rendement", "Public return"],
        TestId::SocialReturn => ["Maatschappelijk rendement", "Social return"],
    };
    of(language, words)
}

/// A verdict.
pub(super) fn verdict(language: Language, verdict: VerdictKind) -> &'static str {
    let words = match verdict {
        VerdictKind::Closes => ["sluitend", "closes"],
        VerdictKind::Conditional => ["sluitend onder voorwaarde", "closes on a condition"],
        VerdictKind::DoesNotClose => ["niet sluitend", "does not close"],
    };
    of(language, words)
}
