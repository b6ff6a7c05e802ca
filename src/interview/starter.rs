//! Cases to begin from.

/// A case to begin from.
#[derive(Clone, Copy, Debug)]
pub struct Starter {
    /// What it is called: its file without the ending.
    pub name: &'static str,
    text: &'static str,
}

/// The cases that this program carries.
macro_rules! starters {
    ($($name:literal),* $(,)?) => {
        &[$(Starter { name: $name, text: include_str!(concat!("../../cases/", $name, ".toml")) }),*]
    };
}

/// All of them.
pub const STARTERS: &[Starter] = starters![
    "blijfthuis",
    "boerderij",
    "boodschappendienst",
    "buurthuis",
    "buurtkeuken",
    "dorpshuis",
    "herstelwerkplaats",
    "kamers",
    "taalmaatjes",
    "vastwerk",
    "wijkwasserij",
    "wooncooperatie",
];

/// The one that is called so.
pub fn starter(name: &str) -> Option<&'static Starter> {
    let name = name.strip_suffix(".toml").unwrap_or(name);
    STARTERS.iter().find(|starter| starter.name == name)
}

impl Starter {
    /// The file, without the line that names a schema which stands beside the cases, and with the
    /// commands in it about the file that it becomes, where its name can stand there.
    pub fn file(self, becomes: &str) -> String {
        let (first, rest) = self.text.split_once('\n').unwrap_or_default();
        let text = if first.starts_with("#:schema ") { rest } else { self.text };
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
        if becomes.chars().all(plain) {
            text.replace(&format!("cases/{}.toml", self.name), becomes)
        } else {
            text.to_owned()
        }
    }
}
