//! The ids that things get after what they are called.

use crate::reading::group::plain_id;
use crate::words::{Key, Word};
use std::collections::BTreeSet;

/// Parties, each by the id that it gets and its name.
pub(super) fn of_parties<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut taken = BTreeSet::new();
    let mut own = |name: &str| own_id(Key::Party.spelled(), name, &mut taken);
    names.map(|name| (own(name), name.to_owned())).collect()
}

/// An id after a name that no other entry of its group has.
pub(super) fn own_id(group: &str, name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = plain_id(name);
    let numbered = (2_usize..).map(|number| format!("{plain}_{number}"));
    let mut ids = std::iter::once(plain.clone()).chain(numbered);
    ids.find(|id| taken.insert(format!("{group}.{id}"))).unwrap_or(plain)
}

/// A name for the file of what is called so.
pub fn plain_name(name: &str) -> String {
    format!("{}.toml", plain_id(name))
}
