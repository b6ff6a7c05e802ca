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
    };
    of(language, words)
}
