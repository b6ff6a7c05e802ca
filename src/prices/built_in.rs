//! The list that comes with the program.

use crate::document::{self, Document, Source};
use std::sync::OnceLock;

/// The names of the lists that come with the program.
pub const BUILT_IN: &[&str] = &["nl"];

/// The file of the Dutch list.
const NL: &str = include_str!("../../cases/prices/nl.toml");

/// The list of that name that comes with the program, read when it is first asked for.
pub fn built_in(name: &str) -> Option<&'static Document> {
    static READ: OnceLock<Option<Document>> = OnceLock::new();
    if !BUILT_IN.contains(&name) {
        return None;
    }
    let read = || document::read(Source { name: "nl.toml".to_owned(), text: NL.to_owned() }).ok();
    READ.get_or_init(read).as_ref()
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, built_in};
    use crate::prices::read;

    #[test]
    fn what_comes_with_the_program_is_right() {
        for name in BUILT_IN {
            let list = read(built_in(name).expect("it is TOML")).expect("it is right");
            assert!(list.prices.len() > 30, "{}", list.prices.len());
        }
        assert!(built_in("uk").is_none());
    }
}
