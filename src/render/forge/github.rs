//! Annotations in a workflow of GitHub: lines that its runner obeys.

use super::{Finding, fingerprint};
use crate::document::{Severity, printable};
use crate::language::{Label, Language, Message, label};
use std::borrow::Cow;

/// How many annotations of one severity are made: the runner shows ten of a step, and drops the rest
/// without a word, so the tenth tells how many there are.
const SHOWN: usize = 9;

/// A text for people, in which nothing is obeyed, and an annotation for each finding.
pub fn workflow(text: &str, findings: &[Finding], language: Language) -> String {
    let mut lines = plain(text);
    for severity in [Severity::Error, Severity::Warning] {
        let of_it: Vec<_> = findings.iter().filter(|it| it.severity == severity).collect();
        let shown = of_it.iter().take(SHOWN).map(|finding| annotation(finding, language));
        shown.for_each(|line| lines.push_str(&line));
        let more = of_it.len().saturating_sub(SHOWN);
        if more > 0 {
            let words = language.say(&Message::MoreAbove(more));
            let more = ["::", command(severity), "::", &data(&words), "\n"];
            lines.push_str(&more.concat());
        }
    }
    lines
}

/// A text between marks that make the runner obey nothing. A text cannot hold the mark, which is made
/// from all of it.
fn plain(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mark = fingerprint(text);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    format!("::stop-commands::{mark}\n{text}{end}::{mark}::\n")
}

fn annotation(finding: &Finding, language: Language) -> String {
    let (spot, mut words) = (&finding.spot, finding.what.clone());
    if let Some(mend) = &finding.mend {
        words = format!("{words}\n{}: {mend}", label(language, Label::Help));
    }
    let ((line, column), (last, behind)) = (spot.from, spot.to);
    format!(
        "::{} file={},line={line},endLine={last},col={column},endColumn={behind},title={}::{}\n",
        command(finding.severity),
        property(&spot.path()),
        property(&format!("bizcase: {}", finding.code)),
        data(&words),
    )
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// What stands behind the last `::`.
fn data(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(seen).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind the `=` of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn seen(line: &str) -> Cow<'_, str> {
    printable(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::forge::Spot;

    fn finding(what: &str) -> Finding {
        Finding {
            code: "not_utf8",
            severity: Severity::Error,
            what: what.to_owned(),
            mend: None,
            spot: Spot::top("a,b:c%.toml"),
            also: Vec::new(),
        }
    }

    #[test]
    fn what_the_runner_would_obey_is_escaped() {
        let lines = workflow("", &[finding("100%\n::error::x")], Language::En);
        let expected = "::error file=a%2Cb%3Ac%25.toml,line=1,endLine=1,col=1,endColumn=1,\
                        title=bizcase%3A not_utf8::100%25%0A::error::x\n";
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_text_is_not_obeyed() {
        let lines = workflow("::set-env::x", &[], Language::En);
        let [stop, text, go] = lines.lines().collect::<Vec<_>>()[..] else { panic!("{lines}") };
        let mark = stop.strip_prefix("::stop-commands::").unwrap();
        assert_eq!((text, go), ("::set-env::x", format!("::{mark}::").as_str()));
        assert_eq!(mark.len(), 64);
    }

    #[test]
    fn the_tenth_tells_how_many_there_are() {
        let lines = workflow("", &vec![finding("x"); 12], Language::En);
        assert_eq!(lines.lines().count(), 10);
        assert!(lines.ends_with("::error::and 3 more, told above\n"), "{lines}");
        assert_eq!(workflow("", &vec![finding("x"); 9], Language::En).lines().count(), 9);
    }
}
