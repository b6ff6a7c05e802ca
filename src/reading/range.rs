//! A number or percentage written as a range: `{ low = 6.50, likely = 7.50, high = 8.50 }`.

use super::choice::word;
use super::keys::{Given, Keys, Problems, Slot};
use super::known::check_keys;
use super::text::text;
use crate::document::{Node, Place, Table, Value, ValueMistake};
use crate::words::{Key, RangeShape, Section};

/// The likely value of a range, which is its value everywhere but in what-if.
pub fn range<'d, T: PartialOrd>(
    slot: Slot<'d>,
    table: &'d Table,
    problems: &mut Problems,
    single: impl Fn(Slot<'d>, &mut Problems) -> Option<T>,
) -> Option<T> {
    let mut keys = Keys { table, place: slot.node.place, problems };
    check_keys(&mut keys, slot.key, Section::Range);
    let mut value = |name: Key| {
        // What is wrong with a value is told by the key that holds the range.
        let read =
            |inner: Slot<'d>, problems: &mut Problems| single(slot.inner(inner.node), problems);
        if !keys.has(name) {
            keys.wrong(ValueMistake::RangeIncomplete { key: slot.key.to_owned(), missing: name });
        }
        keys.get(name, read)
    };
    let (low, likely, high) = (value(Key::Low), value(Key::Likely), value(Key::High));
    keys.get(Key::Shape, word::<RangeShape>);
    keys.get(Key::MovesWith, text);
    note_upside_down(slot.key, &low, &likely, &high, keys.problems);
    likely.right()
}

fn note_upside_down<T: PartialOrd>(
    key: &str,
    low: &Given<T>,
    likely: &Given<T>,
    high: &Given<T>,
    problems: &mut Problems,
) {
    let mut note = |place: Place, lower: Key, higher: Key| {
        let key = key.to_owned();
        problems.push(place, ValueMistake::RangeUpsideDown { key, lower, higher });
    };
    match (low.seen(), likely.seen(), high.seen()) {
        (Some((low, _)), Some((likely, place)), _) if low > likely => {
            note(place, Key::Low, Key::Likely);
        }
        (_, Some((likely, _)), Some((high, place))) if likely > high => {
            note(place, Key::Likely, Key::High);
        }
        (Some((low, _)), None, Some((high, place))) if low > high => {
            note(place, Key::Low, Key::High);
        }
        _ => {}
    }
}

/// The node that counts: of a range its likely value.
pub fn likely(node: &Node) -> &Node {
    match &node.value {
        Value::Table(range) => range.item(Key::Likely).map_or(node, |item| &item.node),
        _ => node,
    }
}
