//! What stands in a case, by the names of its entries.

use crate::case::Case;
use crate::language::{Language, input_name};
use crate::statements::Group;
use crate::whatif::inputs::Input;
use crate::words::{Key, Word};

/// What a number is called: its entry and what it is of it, as `Meals: price`.
pub fn named(case: &Case, input: &Input, language: Language) -> String {
    named_at(case, &input.path(), language)
}

/// What something is called that stands at a path, as `cost.kitchen.amounts.2`: its entry, what it is
/// of it, and of a list its place. What has no name is called by its path.
pub fn named_at(case: &Case, path: &str, language: Language) -> String {
    let keys: Vec<&str> = path.split('.').collect();
    let (entry, rest) = match keys.as_slice() {
        [group, id, rest @ ..] => (entry_name(case, group, id, language), rest),
        _ => (None, [].as_slice()),
    };
    match (entry, rest, keys.as_slice()) {
        (Some(entry), [], _) => entry.to_owned(),
        (Some(entry), [key, rest @ ..], _) => {
            format!("{entry}: {}", with_place(key, rest, language))
        }
        // A rate is called what its file calls it.
        (None, _, [rates, rate]) if *rates == Key::Rate.spelled() => (*rate).to_owned(),
        (None, _, [biases, bias, _]) if *biases == Key::Bias.spelled() => (*bias).to_owned(),
        (None, _, [table, key, rest @ ..]) if Group::of(table).is_none() => {
            with_place(key, rest, language)
        }
        (None, ..) => path.to_owned(),
    }
}

/// A key, with the place in its list behind it.
fn with_place(key: &str, place: &[&str], language: Language) -> String {
    let name = input_name(language, key);
    [&[name.as_str()], place].concat().join(" ")
}

fn entry_name<'c>(case: &'c Case, group: &str, id: &str, language: Language) -> Option<&'c str> {
    let mut entries = case.of_group(Group::of(group)?);
    entries.find(|entry| entry.id == id).map(|entry| entry.name.to_people(language))
}
