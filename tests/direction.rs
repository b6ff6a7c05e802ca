//! Imports run one way: a room of `src/` knows only the rooms that `lib.rs` names before it, and
//! no files within a room need each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{File, Item, ItemMod, ItemUse, UseTree, Visibility};

/// A module, by the names on the way to it: `case`, `read`, `loan`.
type Module = Vec<String>;

/// The files that may name each other: the words of the format are one vocabulary. A section lists
/// its keys, and a key takes a section.
const VOCABULARY: [&str; 5] = ["choice", "entry", "key", "section", "takes"];

/// What a file names of the crate.
#[derive(Default)]
struct Named {
    /// For itself.
    used: BTreeSet<Module>,
    /// For others.
    passed_on: BTreeSet<Module>,
}

/// All files of `src/` but the program's own.
struct Crate(BTreeMap<Module, Named>);

/// Collects what a file names.
struct Reader<'a> {
    module: &'a [String],
    named: Named,
}

impl Crate {
    fn read() -> Self {
        let mut files = BTreeMap::new();
        add_files(Path::new("src"), &mut files);
        assert!(files.len() > 200, "{} files", files.len());
        let read = |(module, file): (Module, File)| {
            let mut reader = Reader { module: &module, named: Named::default() };
            reader.visit_file(&file);
            let named = reader.named;
            (module, named)
        };
        Self(files.into_iter().map(read).collect())
    }

    /// The file in which something is defined, through what other files pass on.
    fn home(&self, path: &[String], steps: usize) -> Option<Module> {
        let module = (0..=path.len()).rev().find_map(|end| {
            let module = path.get(..end)?;
            self.0.contains_key(module).then(|| module.to_vec())
        })?;
        let Some(name) = path.get(module.len()) else { return Some(module) };
        let passed_on = self.0[&module].passed_on.iter();
        let mut from = passed_on.filter(|passed_on| passed_on.last() == Some(name) && steps > 0);
        Some(from.find_map(|from| self.home(from, steps - 1)).unwrap_or(module))
    }

    /// The files that each file needs; what stands in a folder belongs to the file of its name.
    fn needs(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let of = |(module, named): (&Module, &Named)| {
            let homes = named.used.iter().filter_map(|used| self.home(used, 8));
            let others =
                homes.filter(|home| !home.starts_with(module) && !module.starts_with(home));
            (module.clone(), others.collect())
        };
        self.0.iter().map(of).collect()
    }
}

impl Reader<'_> {
    fn add_tree(&mut self, mut before: Module, tree: &UseTree, passed_on: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add_tree(before, &path.tree, passed_on);
            }
            UseTree::Name(name) => {
                before.push(name.ident.to_string());
                self.add(&before, passed_on);
            }
            UseTree::Rename(name) => {
                before.push(name.ident.to_string());
                self.add(&before, passed_on);
            }
            UseTree::Glob(_) => self.add(&before, passed_on),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_tree(before.clone(), tree, passed_on);
                }
            }
        }
    }

    /// Notes a path of the crate as it is from the top; others are other crates'.
    fn add(&mut self, path: &[String], passed_on: bool) {
        let above = path.iter().take_while(|part| *part == "super").count();
        let (base, rest): (&[String], &[String]) = match path.first().map(String::as_str) {
            Some("crate") => (&[], &path[1..]),
            Some("self") => (self.module, &path[1..]),
            Some("super") => (&self.module[..self.module.len() - above], &path[above..]),
            _ if passed_on => (self.module, path),
            _ => return,
        };
        let whole = base.iter().chain(rest).filter(|part| *part != "self").cloned().collect();
        if passed_on { &mut self.named.passed_on } else { &mut self.named.used }.insert(whole);
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let passed_on = !matches!(item.vis, Visibility::Inherited);
        self.add_tree(Module::new(), &item.tree, passed_on);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        // Tests within a file may look anywhere.
        if item.content.is_none()
            || !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"))
        {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Module = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if parts.len() > 1 && matches!(parts[0].as_str(), "crate" | "super") {
            self.add(&parts, false);
        }
        visit::visit_path(self, path);
    }
}

fn add_files(folder: &Path, files: &mut BTreeMap<Module, File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            add_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && path.file_name().is_some_and(|name| name != "main.rs" && name != "lib.rs")
        {
            let module = path.strip_prefix("src").expect("in src").with_extension("");
            let mut module: Module =
                module.iter().map(|part| part.to_str().expect("a name").to_owned()).collect();
            module.pop_if(|last| last == "mod");
            let text = fs::read_to_string(&path).expect("a file");
            files.insert(module, syn::parse_file(&text).expect("Rust"));
        }
    }
}

/// The rooms in the order in which `lib.rs` names them.
fn rooms() -> Vec<String> {
    let text = fs::read_to_string("src/lib.rs").expect("the top");
    let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
    let numbered = lines.filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    // `12. [`language`] and [`render`]: what was computed ...`
    let before_colon = numbered.map(|line| line.split_once(": ").expect("what the room is").0);
    before_colon.flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn every_room_is_named_in_order() {
    let text = fs::read_to_string("src/lib.rs").expect("the top");
    let file = syn::parse_file(&text).expect("Rust");
    let mut declared: Vec<_> = file
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Mod(module) => Some(module.ident.to_string()),
            _ => None,
        })
        .collect();
    let mut named = rooms();
    declared.sort();
    // Open with a feature, or closed.
    declared.dedup();
    named.sort();
    assert_eq!(declared, named);
}

#[test]
fn a_room_knows_only_the_rooms_before_it() {
    let rooms = rooms();
    let place = |room: &String| rooms.iter().position(|other| other == room).expect(room);
    let mut upward = Vec::new();
    for (module, named) in &Crate::read().0 {
        for used in named.used.iter().chain(&named.passed_on) {
            if let (Some(room), Some(other)) = (module.first(), used.first())
                && place(other) > place(room)
            {
                upward.push(format!("{} uses {}", module.join("/"), used.join("::")));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn no_files_need_each_other() {
    let mut needs = Crate::read().needs();
    for (module, needed) in &mut needs {
        let is_word = |module: &Module| matches!(&module[..], [room, word] if room == "words" && VOCABULARY.contains(&word.as_str()));
        if is_word(module) {
            needed.retain(|other| !is_word(other));
        }
    }
    // What needs nothing that is left is in no circle.
    loop {
        let free: BTreeSet<_> = needs
            .iter()
            .filter(|(_, needed)| !needed.iter().any(|other| needs.contains_key(other)))
            .map(|(module, _)| module.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        needs.retain(|module, _| !free.contains(module));
    }
    let circles: Vec<_> = needs
        .iter()
        .map(|(module, needed)| {
            let needed = needed.iter().filter(|other| needs.contains_key(*other));
            let needed: Vec<_> = needed.map(|other| other.join("/")).collect();
            format!("{} needs {}", module.join("/"), needed.join(", "))
        })
        .collect();
    assert!(circles.is_empty(), "in a circle, or above one: {circles:#?}");
}
