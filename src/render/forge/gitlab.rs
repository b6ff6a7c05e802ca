//! A code quality report, as GitLab shows it beside a merge request.

use super::{Finding, marks};
use crate::document::Severity;
use serde_json::{Value, json};

/// The report.
pub fn quality(findings: &[Finding]) -> Value {
    findings.iter().zip(marks(findings)).map(|(finding, mark)| issue(finding, &mark)).collect()
}

fn issue(finding: &Finding, mark: &str) -> Value {
    let mend = finding.mend.as_ref().map(|mend| format!("; help: {mend}")).unwrap_or_default();
    let place = |(line, column): (usize, usize)| json!({"line": line, "column": column});
    let spot = &finding.spot;
    json!({
        "description": format!("{}{mend}", finding.what),
        "check_name": finding.code,
        "fingerprint": mark,
        "severity": match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        "location": {
            "path": spot.path(),
            "lines": {"begin": spot.from.0, "end": spot.to.0},
            "positions": {"begin": place(spot.from), "end": place(spot.to)},
        },
    })
}
