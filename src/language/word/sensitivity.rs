//! Bare words of `sensitivity`.

use super::of;
use crate::language::{Language, SensitivityColumn};

pub fn column(language: Language, column: SensitivityColumn) -> &'static str {
    let words = match column {
        SensitivityColumn::Input => ["Getal", "Number"],
        SensitivityColumn::AtLow => ["Bij laag", "At its low"],
        SensitivityColumn::Bar => ["Marge", "Margin"],
        SensitivityColumn::AtHigh => ["Bij hoog", "At its high"],
        SensitivityColumn::Now => ["Nu", "Now"],
        SensitivityColumn::Low => ["Laag", "Low"],
        SensitivityColumn::High => ["Hoog", "High"],
        SensitivityColumn::TurnsAt => ["Slaat om bij", "Turns at"],
    };
    of(language, words)
}
