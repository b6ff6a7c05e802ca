//! `bizcase explain`: every figure of every case is recomputed from what is said of it, in fractions
//! of another make, and is what the other commands say.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "explain/evaluator.rs"]
mod evaluator;
mod support;

use bizcase::assess::{Assessment, assess};
use bizcase::document::{self, Document, Source};
use bizcase::explain::{Tracer, ask, list};
use bizcase::render::explain::json::Writer;
use evaluator::{evaluate, read};
use serde_json::Value as Json;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::bizcase;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn judged(path: &Path) -> (Document, Assessment) {
    let text = fs::read_to_string(path).unwrap();
    let source = Source { name: path.display().to_string(), text };
    let document = document::read(source).unwrap_or_else(|unread| panic!("{unread:?}"));
    let assessment = assess(&document).unwrap_or_else(|problems| panic!("{problems:?}"));
    (document, assessment)
}

/// Recomputes a node and all below it; notes what each figure within it is said to come to.
fn recompute(node: &Json, said: &mut HashMap<String, String>) {
    let path = node["path"].as_str().unwrap();
    let value = node["value"].as_str().unwrap();
    assert_eq!(evaluate(node), read(value), "{path}: {node:#}");
    for input in node["inputs"].as_array().unwrap() {
        if input.get("formula").is_some() {
            recompute(input, said);
        } else if input["from"] == "figure" {
            let (path, value) = (&input["path"], &input["value"]);
            said.insert(path.as_str().unwrap().to_owned(), value.as_str().unwrap().to_owned());
        } else {
            assert_eq!(input["place"].is_null(), input["from"] == "default", "{input:#}");
        }
    }
}

/// Every figure of a case, by its path, after it was recomputed.
fn recomputed(path: &Path) -> HashMap<String, String> {
    let (document, assessment) = judged(path);
    let tracer = Tracer::of(&document, &assessment).unwrap();
    let writer = Writer::of(&document, &assessment.case);
    let mut found = HashMap::new();
    let mut said = HashMap::new();
    let mut explain = |path: &str| {
        let asked = ask::asked(&assessment.case, &document, path);
        let asked = asked.unwrap_or_else(|wrong| panic!("{path}: {wrong:?}"));
        let node = writer.node(&tracer.explain(asked.figure));
        recompute(&node, &mut said);
        node["value"].as_str().unwrap().to_owned()
    };
    for path in list::every_path(&assessment.case) {
        let value = explain(&path);
        found.insert(path, value);
    }
    // What a figure is said to be where another one is made of it, is what it is.
    for (path, value) in said {
        let there = found.get(&path).cloned().or_else(|| {
            let asked = ask::asked(&assessment.case, &document, &path).ok()?;
            let node = tracer.explain(asked.figure);
            match asked.step {
                None => Some(node.value.written(node.unit)),
                Some(_) => node.find(&path).map(|input| input.value().written(bizcase::explain::Unit::Money)),
            }
        });
        let same = there.as_deref().map(read) == Some(read(&value));
        assert!(same, "{path} is {there:?} and not {value}");
    }
    found
}

#[test]
fn every_figure_of_every_case_can_be_recomputed_from_its_inputs() {
    for folder in ["cases", "tests/show", "tests/reports"] {
        for path in files(folder) {
            let found = recomputed(&path);
            assert!(found.len() > 100, "{}", path.display());
        }
    }
}
