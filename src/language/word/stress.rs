//! Bare words of `stress`.

use super::of;
use crate::language::{Language, StressColumn};
use crate::whatif::stress::Shock;

pub fn name(language: Language, shock: Shock) -> &'static str {
    let words = match shock {
        Shock::Crisis => ["Crisis", "Crisis"],
        Shock::Election => ["Verkiezingen", "Election"],
        Shock::ColdTurkey => ["In één keer stoppen", "Cold turkey"],
        Shock::Transition => ["Overgangsperiode", "Transition"],
        Shock::ParentLeaves => ["Financier valt weg", "Funder leaves"],
        Shock::Late => ["Vertraagde start", "Late start"],
        Shock::Handover => ["Overdracht aan bewoners of anderen", "Handover"],
    };
    of(language, words)
}

pub fn column(language: Language, column: StressColumn) -> &'static str {
    let words = match column {
        StressColumn::Shock => ["Schok", "Shock"],
        StressColumn::Closes => ["Sluitend", "Closes"],
        StressColumn::Margin => ["Marge", "Margin"],
        StressColumn::Lowest => ["Laagste kassaldo", "Lowest cash"],
        StressColumn::Month => ["in", "in"],
        StressColumn::RunsOut => ["Kas leeg in", "Runs out in"],
        StressColumn::Contribution => ["Structureel nodig per jaar", "To close, a year"],
        StressColumn::Payer => ["Wie betaalt", "Who funds it"],
        StressColumn::Paid => ["Betaalt extra", "Pays more"],
        StressColumn::Present => ["Contante waarde", "Present value"],
    };
    of(language, words)
}
