//! SARIF 2.1.0, which GitHub's code scanning and editors read.

use super::{Finding, Spot, marks};
use crate::document::Severity;
use serde_json::{Value, json};

/// What each code stands for, a line each, as the reference has it.
const RULES: &str = include_str!("sarif/rules.tsv");

/// The schema that a log is written by.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log with one run.
pub fn log(findings: &[Finding]) -> Value {
    let mut codes: Vec<&str> = Vec::new();
    for finding in findings {
        if !codes.contains(&finding.code) {
            codes.push(finding.code);
        }
    }
    let results = findings.iter().zip(marks(findings)).map(|(finding, mark)| {
        let rule = codes.iter().position(|code| *code == finding.code);
        result(finding, rule, &mark)
    });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "bizcase",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(code)).collect::<Value>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Value>(),
        }],
    })
}

fn rule(code: &str) -> Value {
    let mut rules = RULES.lines().filter_map(|line| line.split_once('\t'));
    let about = rules.find(|(of, _)| *of == code).map_or(code, |(_, about)| about);
    json!({
        "id": code,
        "shortDescription": {"text": bare(about)},
        "fullDescription": {"text": bare(about)},
        "help": {"text": bare(about), "markdown": about},
    })
}

/// What a line says, without the marks of Markdown.
fn bare(about: &str) -> String {
    about.replace("**", "").replace('`', "")
}

fn result(finding: &Finding, rule: Option<usize>, mark: &str) -> Value {
    let mend = finding.mend.as_ref().map(|mend| format!("\nhelp: {mend}")).unwrap_or_default();
    let also = finding.also.iter().enumerate();
    let related = also.map(|(place, (said, spot))| {
        json!({
            "id": place,
            "message": {"text": said},
            "physicalLocation": location(spot),
        })
    });
    json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": {"text": format!("{}{mend}", finding.what)},
        "locations": [{"physicalLocation": location(&finding.spot)}],
        "relatedLocations": related.collect::<Value>(),
        "partialFingerprints": {"bizcase/v1": mark},
    })
}

fn location(spot: &Spot) -> Value {
    let ((line, column), (last, behind)) = (spot.from, spot.to);
    let mut region =
        json!({"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind});
    if let (Some(text), Some(region)) = (&spot.text, region.as_object_mut()) {
        region.insert("snippet".to_owned(), json!({"text": text}));
    }
    json!({"artifactLocation": artifact(&spot.path()), "region": region})
}

/// A file: as seen from the root of what was checked, or by its whole path.
fn artifact(path: &str) -> Value {
    let uri: String = path.bytes().map(part).collect();
    if path.starts_with('/') {
        json!({"uri": format!("file://{uri}")})
    } else {
        json!({"uri": uri, "uriBaseId": "%SRCROOT%"})
    }
}

/// A byte of a path in a URI.
fn part(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
