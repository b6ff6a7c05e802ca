//! The schema of a case and of a fund: what `check` takes it takes, and what `check` refuses for its shape it
//! refuses; so say a validator and, with programs of others, a second one and two language servers.

use crate::reference::random;
use crate::support::bizcase;
use crate::support::expected::compare;
use crate::support::files::toml_files;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What is wrong with the shape of a file: with its keys, their kinds, and what a whole file needs.
const OF_SHAPE: &[&str] = &["entry_incomplete"];

/// The schemas of a case and of a fund, ready to validate.
struct Both {
    schemas: Schemas,
    case: SchemaIndex,
    fund: SchemaIndex,
}

impl Both {
    fn read() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let mut index = |of: &str| {
            let file = format!("{of}.json");
            let schema = serde_json::from_str(&schema(of)).expect("JSON");
            compiler.add_resource(&file, schema).expect("a schema");
            compiler.compile(&file, &mut schemas).unwrap_or_else(|wrong| panic!("{wrong:#}"))
        };
        let (case, fund) = (index("case"), index("fund"));
        Self { schemas, case, fund }
    }

    /// Why a file is not as its schema has it; nothing where it is.
    fn refuses(&self, file: &Value) -> Option<String> {
        let of = if file.get("fund").is_some() { self.fund } else { self.case };
        self.schemas.validate(file, of).err().map(|wrong| format!("{wrong:#}"))
    }
}

fn schema(of: &str) -> String {
    let output = bizcase(&["schema", of], "");
    assert_eq!((output.code, output.stderr.as_str()), (0, ""));
    output.stdout
}

/// A file as JSON has it; nothing where it is no TOML.
fn read(text: &str) -> Option<Value> {
    let table: toml::Table = text.parse().ok()?;
    serde_json::to_value(table).ok()
}

/// Every case and fund of the project that is right.
fn right() -> Vec<PathBuf> {
    let folders = ["cases", "cases/funds", "examples/kwekerij", "tests/loans", "tests/claims"];
    let files = folders.into_iter().filter(|it| Path::new(it).is_dir()).flat_map(toml_files);
    files.filter(|path| bizcase(&["check", &path.display().to_string()], "").code != 2).collect()
}

#[test]
fn those_that_ship_are_as_the_program_writes_them() {
    compare(Path::new("cases/case.schema.json"), &schema("case"));
    compare(Path::new("cases/fund.schema.json"), &schema("fund"));
}

#[test]
fn what_is_right_is_taken() {
    let both = Both::read();
    let files = right();
    assert!(files.len() > 10);
    for path in files {
        let file = read(&fs::read_to_string(&path).unwrap()).unwrap();
        let refused = both.refuses(&file);
        assert_eq!(refused, None, "{}", path.display());
    }
    for seed in 0..300 {
        let case = random::case(seed);
        let refused = both.refuses(&read(&case).unwrap());
        assert_eq!(refused, None, "{case}");
    }
}

/// The codes of what is wrong with a file.
fn codes(path: &Path) -> BTreeSet<String> {
    let output = bizcase(&["check", &path.display().to_string(), "--format", "json"], "");
    let told: Value = serde_json::from_str(&output.stdout).unwrap();
    let problems = told["problems"].as_array().cloned().unwrap_or_default();
    problems.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_wrong_in_its_shape_is_refused() {
    let both = Both::read();
    let folders = ["tests/problems/case", "tests/problems/fund", "tests/problems/overlay"];
    let (mut refused, mut taken) = (BTreeMap::new(), BTreeMap::new());
    for path in folders.into_iter().flat_map(toml_files) {
        let text = fs::read_to_string(&path).unwrap();
        let Some(file) = read(&text) else { continue };
        let codes = codes(&path);
        let why = both.refuses(&file);
        let told = (path.display().to_string(), why.clone().unwrap_or_default());
        if codes.is_empty() {
            assert_eq!(why, None, "{}", path.display());
        }
        let into = if why.is_some() { &mut refused } else { &mut taken };
        for code in codes {
            into.entry(code).or_insert_with(Vec::new).push(told.clone());
        }
    }
    eprintln!("REFUSED {:#?}", refused.keys().collect::<Vec<_>>());
    eprintln!("TAKEN {:#?}", taken.keys().collect::<Vec<_>>());
    let missed: Vec<_> = OF_SHAPE.iter().filter(|code| taken.contains_key(**code)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}
