//! The numbers that drive a fund.

use crate::document::Document;
use crate::whatif::inputs::{Input, Visitor, collected, driving, of_group, of_rates, of_table};
use crate::whatif::sources::Tally;
use crate::words::{Drives, Key, Section};

/// All numbers that a fund file itself writes, in the order of its tables; those of the cases that
/// it names are not its own. What is switched off drives nothing.
pub fn inputs(document: &Document) -> Vec<Input> {
    collected(|visit| written(document, visit))
}

fn written(document: &Document, visit: &mut Visitor<'_>) {
    let root = &document.root;
    let counts = |drives| drives == Drives::Always;
    of_table(root, Key::Fund, &driving(Section::Fund, counts), visit);
    of_rates(root, visit);
    let groups = [
        (Key::Bias, Section::Bias),
        (Key::Cost, Section::Cost),
        (Key::Contribution, Section::Contribution),
        (Key::Lending, Section::Lending),
    ];
    for (group, section) in groups {
        of_group(root, group, section, counts, visit);
    }
}

/// How many figures a fund file itself has, and how many of them nobody has confirmed.
pub fn tally(document: &Document) -> Tally {
    Tally::of(document, |visit| written(document, visit))
}
