//! What a report is about, and the commands that can be typed about it next.

use super::blocks::{Block, Report};
use crate::document::is_printable;
use crate::language::Message;
use crate::overlay::Layers;
use std::borrow::Cow;

/// What was judged, and how it was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The file as it was given.
    pub file: &'a str,
    /// What was laid over it.
    pub layers: &'a Layers,
    /// Whether it may read files outside its folder or repository.
    pub outside: bool,
}

impl Subject<'_> {
    /// The line to type for a command on the same file, with the same things laid over it: the
    /// command with its options, and what comes after the file. Nothing where a name holds what
    /// cannot be typed.
    pub fn command(&self, command: &[&str], after: &[&str]) -> Option<String> {
        // Without its folder this file would be an option.
        let folder = if self.file.len() > 1 && self.file.starts_with('-') { "./" } else { "" };
        let file = format!("{folder}{}", self.file);
        let mut words = vec!["bizcase"];
        words.extend(command);
        words.push(&file);
        words.extend(after);
        for (option, values) in
            [("--scenario", &self.layers.scenarios), ("--set", &self.layers.arguments)]
        {
            words.extend(values.iter().flat_map(|value| [option, value]));
        }
        if self.layers.plan {
            words.push("--plan");
        }
        if self.outside {
            words.push("--allow-outside");
        }
        let words: Option<Vec<_>> = words.into_iter().map(word).collect();
        words.map(|words| words.join(" "))
    }
}

/// A word as a shell takes it: as it stands where it is plain, else between quotes.
fn word(word: &str) -> Option<Cow<'_, str>> {
    // What is no text has been replaced by a sign that stands for no one character.
    let can_be_typed = |c: char| is_printable(c) && c != char::REPLACEMENT_CHARACTER;
    if !word.chars().all(can_be_typed) {
        return None;
    }
    let is_plain = |c: char| c.is_alphanumeric() || "/._-:".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return Some(word.into());
    }
    shlex::try_quote(word).ok()
}

impl Report {
    /// Adds a command to type, or that there is none.
    pub fn command(&mut self, command: Option<String>) {
        match command {
            Some(command) => self.blocks.push(Block::Command(command)),
            None => self.cannot_be_typed(),
        }
    }

    /// Adds, once, that a command is left out because it cannot be typed.
    pub fn cannot_be_typed(&mut self) {
        let said = Block::Sentence(self.language.say(&Message::CannotBeTyped));
        if !self.blocks.contains(&said) {
            self.blocks.push(said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Subject;
    use crate::overlay::Layers;

    fn command(file: &str) -> Option<String> {
        let layers = Layers::default();
        Subject { file, layers: &layers, outside: false }.command(&["check"], &[])
    }

    #[test]
    fn what_a_shell_would_change_is_quoted() {
        for (file, typed) in [
            ("cases/koffie.toml", "cases/koffie.toml"),
            ("café.toml", "café.toml"),
            ("a b.toml", "'a b.toml'"),
            ("it's.toml", "\"it's.toml\""),
            ("~/x.toml", "'~/x.toml'"),
            (r"a\b.toml", r#""a\\b.toml""#),
            ("$HOME.toml", "'$HOME.toml'"),
            ("", "''"),
            ("-x.toml", "./-x.toml"),
            ("-", "-"),
        ] {
            assert_eq!(command(file), Some(format!("bizcase check {typed}")));
        }
    }

    #[test]
    fn what_nobody_can_type_is_no_command() {
        for file in ["a\nb", "a\tb", "a\u{1b}b", "a\u{202e}b", "a\u{e0041}b", "a\u{fffd}b"] {
            assert_eq!(command(file), None, "{file:?}");
        }
    }
}
