//! What CI shows of files: in SARIF, in GitLab's report, and in a workflow of GitHub.

use super::result::CheckedFile;
use super::{many, told};
use crate::case::VerdictKind;
use crate::cli::Exit;
use crate::cli::files::{self, Judged, NotRead};
use crate::cli::named::Named;
use crate::cli::options::{AskedFormat, Options};
use crate::cli::world::World;
use crate::document::{Document, Severity, Unread};
use crate::language::{Language, trouble};
use crate::render::forge::{self, Finding, Spot, github, gitlab, sarif};
use crate::render::json;
use anyhow::Result;
use std::cell::RefCell;
use std::io::{self, Write};

/// Writes all that is found in files as one document, in English.
pub(super) fn log(named: &Named, options: &Options, world: &mut World) -> Result<Exit> {
    let mut findings = Vec::new();
    let exit = many::judge_all(named, options, world, |name, judged, world| {
        findings.extend(found(name, judged, options, Language::En));
        files::tell(judged, options, world).map(|_| ())
    })?;
    let document = match options.asked {
        AskedFormat::Gitlab => gitlab::quality(&findings),
        _ => sarif::log(&findings),
    };
    writeln!(world.output, "{}", json::text(&document))?;
    Ok(exit)
}

/// Tells people of files as ever, and then GitHub's runner, which reads the same lines.
pub(super) fn workflow(named: &Named, options: &Options, world: &mut World) -> Result<Exit> {
    let language = options.language(None, &world.surroundings);
    let text = RefCell::new(Vec::new());
    let mut findings = Vec::new();
    // What is wrong goes with the rest: the runner obeys both streams, and in no order.
    let mut of_people = World {
        input: world.input,
        output: &mut Into(&text),
        errors: &mut Into(&text),
        surroundings: world.surroundings.clone(),
    };
    let mut note = |name: &str, judged: &Judged| {
        let language = options.language(files::language(judged), &world.surroundings);
        findings.extend(found(name, judged, options, language));
    };
    let exit = told(named, options, &mut note, &mut of_people)?;
    let text = String::from_utf8(text.into_inner())?;
    write!(world.output, "{}", github::workflow(&text, &findings, language))?;
    Ok(exit)
}

/// One text that several write into.
struct Into<'a>(&'a RefCell<Vec<u8>>);

impl Write for Into<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// All that is found in a file: what is noted of it, and a verdict that nobody counts on.
fn found(name: &str, judged: &Judged, options: &Options, language: Language) -> Vec<Finding> {
    let (document, noted, verdict) = match judged {
        Judged::NotRead(NotRead::Wrong(unread, _)) => return forge::noted(unread, name, language),
        Judged::NotRead(NotRead::Unreadable { failure, .. }) => {
            return vec![unopened(name, failure, language)];
        }
        // What is right with a list is no news to a forge.
        Judged::Prices(_) => return Vec::new(),
        Judged::Case(found) => {
            let (document, assessment) = &**found;
            let sources = document.sources.clone();
            let warnings = vec![Unread { sources, problems: assessment.warnings.clone() }];
            (document, warnings, (assessment.verdict.kind, assessment.case.expect))
        }
        Judged::Fund(found) => {
            let (document, assessment) = &**found;
            let verdict = (assessment.verdict, assessment.fund.expect);
            (document, assessment.warnings.clone(), verdict)
        }
    };
    let mut findings = forge::noted(&noted, name, language);
    findings.extend(uncounted(verdict, document, name).map(|(code, severity, spot)| {
        let layers = options.laid.layers();
        let file = CheckedFile::of(name, judged, (options, &layers));
        let what = file.verdict(language).unwrap_or_default();
        Finding { code, severity, what, mend: None, spot, also: Vec::new() }
    }));
    findings
}

/// That a file cannot be opened, and why.
fn unopened(name: &str, failure: &io::Error, language: Language) -> Finding {
    Finding {
        code: "cannot_open",
        severity: Severity::Error,
        what: trouble(failure, language),
        mend: None,
        spot: Spot::top(name),
        also: Vec::new(),
    }
}

/// What a verdict is called that is not what was hoped for, or not what the file expects; and where
/// that stands.
fn uncounted(
    (verdict, expected): (VerdictKind, Option<VerdictKind>),
    document: &Document,
    name: &str,
) -> Option<(&'static str, Severity, Spot)> {
    let (code, severity, paths): (_, _, &[&[&str]]) = match (verdict, expected) {
        (verdict, Some(expected)) if verdict == expected => return None,
        (VerdictKind::Closes, None) => return None,
        (_, Some(_)) => ("unexpected_verdict", Severity::Error, &[&["expect", "verdict"]]),
        (VerdictKind::Conditional, None) => ("conditional", Severity::Warning, HEAD),
        (VerdictKind::DoesNotClose, None) => ("does_not_close", Severity::Error, HEAD),
    };
    let place = paths.iter().find_map(|path| document.at(path)).map(|node| node.place);
    let top = || Spot::top(name);
    let spot = place.map_or_else(top, |place| Spot::of(place, &document.sources, name));
    Some((code, severity, spot))
}

/// What a verdict is about: the name of the case or the fund.
const HEAD: &[&[&str]] = &[&["case", "name"], &["fund", "name"]];
