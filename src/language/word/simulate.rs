//! Bare words of `simulate`.

use super::of;
use crate::language::{Language, SimulateFigure, SimulatePart};

pub fn heading(language: Language, part: SimulatePart) -> &'static str {
    let words = match part {
        SimulatePart::Drawn => ["Wat onzeker is", "What is drawn"],
        SimulatePart::Spread => ["Spreiding van de uitkomsten", "How far figures spread"],
        SimulatePart::Histogram => ["Laagste kassaldo", "Lowest cash"],
        SimulatePart::Requests => ["Wat elke aanvraag uitmaakt", "What each request does"],
        SimulatePart::Drivers => ["Waar de uitkomst van afhangt", "What it hangs on"],
    };
    of(language, words)
}

pub fn figure(language: Language, figure: SimulateFigure) -> &'static str {
    let words = match figure {
        SimulateFigure::LowestCash => ["Laagste kassaldo", "Lowest cash"],
        SimulateFigure::Structural => {
            ["Structureel resultaat in het laatste jaar", "Structural result, last year"]
        }
        SimulateFigure::PublicReturn => ["Publiek rendement", "Public return"],
    };
    of(language, words)
}
