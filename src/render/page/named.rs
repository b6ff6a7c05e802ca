//! Numbers of a case by the names of their entries.

use crate::case::Case;
use crate::language::{Language, input_name};
use crate::statements::Group;
use crate::whatif::inputs::Input;
use crate::words::{Key, Word};

/// What a number is called: its entry and what it is of it, as `Meals: price`.
pub fn named(case: &Case, input: &Input, language: Language) -> String {
    let keys: Vec<&str> = input.keys.iter().map(String::as_str).collect();
    // A number of a list has its place behind its path.
    let path = input.path();
    let place = path.strip_prefix(&format!("{}.", keys.join("."))).map(|place| format!(" {place}"));
    let place = place.unwrap_or_default();
    let entry = match keys.as_slice() {
        [group, id, _] => entry_name(case, group, id, language),
        _ => None,
    };
    let key = match keys.as_slice() {
        // A rate is called what its file calls it.
        [group, rate] if *group == Key::Rate.spelled() => (*rate).to_owned(),
        keys => keys.last().map(|key| input_name(language, key)).unwrap_or_default(),
    };
    match entry {
        Some(entry) => format!("{entry}: {key}{place}"),
        None => format!("{key}{place}"),
    }
}

fn entry_name<'c>(case: &'c Case, group: &str, id: &str, language: Language) -> Option<&'c str> {
    let mut entries = case.of_group(Group::of(group)?);
    entries.find(|entry| entry.id == id).map(|entry| entry.name.to_people(language))
}
