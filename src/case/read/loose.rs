//! Funding whose kind is unknown: its values are read, so that what is wrong with them is told too.

use super::entry::Scope;
use super::promise::fade;
use super::register::Register;
use super::stream::season;
use crate::document::{Value, Wanted};
use crate::reading::choice::one_of;
use crate::reading::keys::{Problems, Slot};
use crate::reading::number::{amount, counted, ranged};
use crate::reading::percent;
use crate::reading::text::{list, truth};
use crate::reading::time::{by_month, delay, life, month};
use crate::words::{Choice, Many, Named, Numbers, Section, Takes};

/// Reads the values that mean the same whatever the kind.
pub fn read_loosely(scope: &mut Scope<'_, '_>, register: &Register<'_>) {
    let kinds = Section::Funding.kinds();
    for take in Section::Funding.takes() {
        let taking = kinds.iter().filter(|(_, kind)| kind.has(take.key));
        let mut takes = taking.map(|(_, kind)| take.key.facts(*kind).takes);
        let Some(first) = takes.next() else { continue };
        if takes.all(|other| other == first) {
            scope.keys.get(take.key, |slot, problems| read(slot, first, register, problems));
        }
    }
}

/// Reads a value for what is wrong with it. What names something of the file may name it in another
/// way for another kind.
fn read(
    slot: Slot<'_>,
    takes: Takes,
    register: &Register<'_>,
    problems: &mut Problems,
) -> Option<()> {
    match takes {
        Takes::Numbers(Numbers { many: Many::Twelve, .. }) => season(slot, problems).map(drop),
        Takes::Numbers(Numbers { many: Many::ByMonth, .. }) => {
            by_month(slot, problems, amount).map(drop)
        }
        Takes::Numbers(numbers) => read_numbers(slot, numbers, problems),
        Takes::Index => register.index(slot, problems).map(drop),
        Takes::Payments => match &slot.node.value {
            Value::Table(_) => by_month(slot, problems, percent::single_share).map(drop),
            _ => one_of(slot, Choice::Rhythm.words(), problems).map(drop),
        },
        Takes::Month => month(slot, problems).map(drop),
        Takes::Duration { least: 0, .. } => delay(slot, problems).map(drop),
        Takes::Duration { .. } => life(slot, problems).map(drop),
        Takes::Truth => truth(slot, problems).map(drop),
        Takes::Word(choice) => one_of(slot, choice.words(), problems).map(drop),
        Takes::Id(Named::Party) => register.party(slot, problems).map(drop),
        Takes::Table(Section::Fade) => fade(slot, problems).map(drop),
        _ => None,
    }
}

fn read_numbers(slot: Slot<'_>, numbers: Numbers, problems: &mut Problems) -> Option<()> {
    let Numbers { kind, many, pro_memorie, range } = numbers;
    let one = |slot: Slot<'_>, problems: &mut Problems| match (kind.is_percentage(), range) {
        (true, true) => percent::ranged(slot, kind, problems),
        (true, false) => percent::single(slot, kind, problems),
        (false, _) if pro_memorie => counted(slot, kind, problems),
        (false, _) => ranged(slot, kind, problems),
    };
    match many {
        Many::One => one(slot, problems).map(drop),
        _ if kind.is_percentage() => list(slot, Wanted::Percentages, problems, one).map(drop),
        _ => list(slot, Wanted::Amounts, problems, one).map(drop),
    }
}
