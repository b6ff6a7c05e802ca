//! Bare words of `compare`.

use super::of;
use crate::case::TestId;
use crate::language::compare::Section;
use crate::language::{Kind, Language};

pub fn horizons(language: Language, kind: Kind) -> &'static str {
    let words = match kind {
        Kind::Case => [
            "Let op: deze businesscases beslaan niet dezelfde maanden. De kas aan het einde van het jaar is vergeleken waar jaren dezelfde naam hebben; alle andere cijfers gaan over de eigen maanden van elke businesscase.",
            "Mind: these cases do not look at the same months. Closing cash is compared where years have the same name; all other figures are each about a case's own months.",
        ],
        Kind::Fund => [
            "Let op: deze fondsen beslaan niet dezelfde maanden. Het vermogen per jaar is vergeleken waar jaren dezelfde naam hebben; alle andere cijfers gaan over de eigen maanden van elk fonds.",
            "Mind: these funds do not look at the same months. Net worth by year is compared where years have the same name; all other figures are each about a fund's own months.",
        ],
    };
    of(language, words)
}

pub fn heading(language: Language, section: Section) -> &'static str {
    let words = match section {
        Section::Tests => ["Toetsen", "Tests"],
        Section::Cash => ["Kas aan het einde van het jaar", "Cash at the end of the year"],
        Section::Changes => ["Wat er verandert", "What changes"],
        Section::Measures => ["Uitkomsten", "What it comes to"],
        Section::Worth => {
            ["Vermogen aan het einde van het jaar", "Net worth at the end of the year"]
        }
    };
    of(language, words)
}

pub fn short(language: Language, test: TestId) -> &'static str {
    let words = match test {
        TestId::Liquidity => ["kas", "cash"],
        TestId::Structural => ["laatste jaar", "last year"],
        TestId::Repayment => ["aflossing", "repaying"],
        TestId::Dscr => ["DSCR", "DSCR"],
        TestId::Dependence => ["één financier", "one party"],
        TestId::Payers => ["betalers", "payers"],
        TestId::PublicReturn => ["publiek", "public"],
        TestId::SocialReturn => ["samenleving", "social"],
    };
    of(language, words)
}
