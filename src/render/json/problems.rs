//! What is wrong with input, or worth saying of it, as data: in English whatever the language of the
//! reports.

use super::FORMAT;
use crate::document::{Lines, Note, Place, Problem, Severity, Source, Unread};
use crate::language::{Language, note, problem};
use serde_json::{Value, json};

/// The object of a file that could not be judged.
pub fn wrong(file: &str, problems: &[Value]) -> Value {
    json!({"format": FORMAT, "file": file, "problems": problems})
}

/// Everything that is noted about some sources.
pub fn of_all(unread: &[Unread]) -> Vec<Value> {
    unread.iter().flat_map(|unread| told(&unread.sources, &unread.problems)).collect()
}

/// That a file cannot be opened, and why.
pub fn unopened(file: &str, message: &str) -> Value {
    let place = json!({"file": file, "line": null, "column": null, "end": null});
    whole("cannot_open", message, None, &place)
}

/// What is wrong with what is asked, which stands in no file.
pub fn said(code: &str, message: &str, help: &str) -> Value {
    whole(code, message, Some(help), &Value::Null)
}

fn whole(code: &str, message: &str, help: Option<&str>, place: &Value) -> Value {
    json!({
        "code": code,
        "severity": severity(Severity::Error),
        "message": message,
        "help": help,
        "place": place,
        "labels": [],
    })
}

/// Problems with their places.
pub fn told(sources: &[Source], problems: &[Problem]) -> Vec<Value> {
    // Few have any, and finding the lines reads the whole source.
    let lines = if problems.is_empty() {
        Vec::new()
    } else {
        sources.iter().map(|source| (source, Lines::of(source))).collect()
    };
    let teller = Teller { sources: lines };
    problems.iter().map(|problem| teller.problem(problem)).collect()
}

/// Sources, and where the lines of each begin.
struct Teller<'s> {
    sources: Vec<(&'s Source, Lines)>,
}

impl Teller<'_> {
    fn problem(&self, told: &Problem) -> Value {
        let words = problem(Language::En, &told.mistake);
        let labels = told.mistake.also().into_iter().map(|label| self.label(label));
        json!({
            "code": told.mistake.code(),
            "severity": severity(told.mistake.severity()),
            "message": words.what,
            "help": words.mend,
            "place": self.place(told.place),
            "labels": labels.collect::<Value>(),
        })
    }

    /// What is said at another place.
    fn label(&self, (place, said): (Place, Note)) -> Value {
        json!({"message": note(Language::En, said), "place": self.place(place)})
    }

    fn place(&self, place: Place) -> Value {
        let source = self.sources.get(place.source.0);
        let at =
            |offset| source.map_or((1, 1), |(source, lines)| lines.line_column(source, offset));
        let ((line, column), (last, behind)) = (at(place.start), at(place.end));
        json!({
            "file": source.map(|(source, _)| &source.name),
            "line": line,
            "column": column,
            "end": {"line": last, "column": behind},
        })
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
