//! Bare words of `sources`.

use super::of;
use crate::language::{Language, SourcesColumn};

pub fn column(language: Language, column: SourcesColumn) -> &'static str {
    let words = match column {
        SourcesColumn::Input => ["Getal", "Number"],
        SourcesColumn::Now => ["Nu", "Now"],
        SourcesColumn::Range => ["Van – tot", "From – to"],
        SourcesColumn::Moves => ["Effect op marge", "Margin moves by"],
        SourcesColumn::Place => ["Regel", "Line"],
        SourcesColumn::Ground => ["Berust op", "Rests on"],
        SourcesColumn::Entries => ["Posten", "Entries"],
        SourcesColumn::Cashable => ["Verzilverbaar", "Cashable"],
        SourcesColumn::Part => ["Deel", "Share"],
    };
    of(language, words)
}
