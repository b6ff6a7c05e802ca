//! The workbook against the program itself: what its formulas come to, worked out exactly, is what
//! bizcase says of the case, as it was exported and after each input is changed in a cell.

use crate::support::bizcase;
use crate::support::files::toml_files;
use bizcase::case::TestId;
use bizcase::document::{self, Document, Source, Value as Written};
use bizcase::language::{Language, Workbook as Say, workbook as words};
use bizcase::overlay::Layers;
use bizcase::render::page::{Manifest, Paper};
use bizcase::render::subject::Subject;
use bizcase::statements::{By, Counted, Label, Overview};
use bizcase::verdict::{Figure, Finding, Verdict};
use bizcase::whatif::inputs::Input;
use bizcase::whatif::{Trial, change};
use bizcase::words::Word;
use bizcase::workbook::{Cell, Number, PlacedInput, Told, Value, Workbook, bytes, make};
use rust_decimal::Decimal;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Of each case so many inputs are changed.
const INPUTS: usize = 6;

fn read(name: &str, text: String) -> Document {
    document::read(Source { name: name.to_owned(), text }).expect("TOML")
}

/// What is made of a case, with the case.
struct Made {
    trial: Trial,
    verdict: Verdict,
    workbook: Workbook,
}

fn made(trial: Trial) -> Made {
    let verdict = trial.verdict().expect("a verdict");
    let asked = Paper {
        scenarios: Vec::new(),
        arguments: Vec::new(),
        language: "en".to_owned(),
        funding: "all".to_owned(),
        draws: 1,
        seed: 1,
        date: None,
        draft: false,
        party: None,
    };
    let manifest = Manifest { version: "0".to_owned(), files: Vec::new(), asked };
    let layers = Layers::default();
    let workbook = make(Told {
        trial: &trial,
        verdict: &verdict,
        subject: Subject { file: "case.toml", layers: &layers, outside: false },
        counted: Counted::All,
        scenarios: None,
        manifest: &manifest,
        notes: &[],
        language: Language::En,
    })
    .expect("a workbook");
    Made { trial, verdict, workbook }
}

fn of_file(path: &Path) -> Made {
    let text = fs::read_to_string(path).expect("a file");
    made(Trial::of(read("case.toml", text)).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// What cells hold, some of them changed.
struct Values<'a> {
    held: Vec<Value>,
    cells: HashMap<Cell, usize>,
    workbook: &'a Workbook,
}

impl<'a> Values<'a> {
    fn of(workbook: &'a Workbook, changes: &[(Cell, Value)]) -> Self {
        let cells = workbook.book.cells().iter().enumerate();
        let cells: HashMap<_, _> = cells.map(|(place, placed)| (placed.cell, place)).collect();
        let changes = changes.iter().map(|(cell, value)| (cells[cell], value.clone())).collect();
        Self { held: workbook.book.with(&changes), cells, workbook }
    }

    fn at(&self, cell: Cell) -> &Value {
        &self.held[self.cells[&cell]]
    }

    /// How the statements, the tests and the answer differ from those of a case.
    fn differs(&self, trial: &Trial, verdict: &Verdict) -> Option<String> {
        self.lines(trial).or_else(|| self.tests(verdict)).or_else(|| self.answer(verdict))
    }

    fn lines(&self, trial: &Trial) -> Option<String> {
        let Trial { case, journal, .. } = trial;
        let mut lines = self.workbook.lines.iter();
        for by in [By::Month, By::Year] {
            let overview = Overview::of(case, journal, by, Counted::All).expect("sheets");
            for sheet in &overview.sheets {
                for line in &sheet.lines {
                    // Where both runs have come to the same there is no such line.
                    let note = matches!(line.label, Label::ClosingOnCertain);
                    let Some(shown) = lines.next() else {
                        return (!note).then(|| format!("no {:?} {:?}", sheet.kind, line.label));
                    };
                    if (shown.kind, shown.by, shown.label) != (sheet.kind, by, line.label) {
                        return Some(format!("{:?} {:?} is {shown:?}", sheet.kind, line.label));
                    }
                    for (period, (cell, cents)) in shown.cells.iter().zip(&line.amounts).enumerate()
                    {
                        let found = self.at(*cell);
                        if *found != Value::Number(Number::from(cents.decimal())) {
                            let what = (sheet.kind, by, line.label, period);
                            return Some(format!("{what:?}: {found:?}, and not {cents}"));
                        }
                    }
                }
            }
        }
        None
    }

    fn tests(&self, verdict: &Verdict) -> Option<String> {
        let say = |say| words(Language::En, say);
        for (id, counted, status, figure) in &self.workbook.tests {
            let test = verdict.tests.iter().find(|test| test.id == *id).expect("the test");
            let finding = if *counted == Counted::Certain { test.certain } else { test.all };
            let (status, figure) = (self.at(*status), self.at(*figure));
            let ask = Value::Text(say(Say::Ask));
            if is_of_worth(*id) && *status == ask && *figure == ask {
                continue;
            }
            let expected = match finding {
                None => say(Say::Nothing),
                Some(finding) if finding.passes => say(Say::Passes),
                Some(_) => say(Say::Fails),
            };
            if *status != Value::Text(expected.clone()) || !is_figure(figure, finding) {
                return Some(format!(
                    "{id:?} {counted:?}: {status:?} {figure:?}, and not {expected} {finding:?}"
                ));
            }
        }
        None
    }

    fn answer(&self, verdict: &Verdict) -> Option<String> {
        let say = words(Language::En, Say::Ask);
        let found = self.at(self.workbook.answer);
        let asks = *found == Value::Text(say);
        let fixed =
            |id| is_of_worth(id) && verdict.tests.iter().any(|it| it.id == id && it.required);
        if asks && TestId::all().any(fixed) {
            return None;
        }
        let message = bizcase::language::Message::Verdict(verdict.kind);
        let expected = Language::En.say(&message);
        (*found != Value::Text(expected.clone()))
            .then(|| format!("the answer is {found:?}, and not {expected}"))
    }
}

/// Tests of present values, which are fixed numbers.
fn is_of_worth(id: TestId) -> bool {
    matches!(id, TestId::Payers | TestId::PublicReturn | TestId::SocialReturn)
}

fn is_figure(found: &Value, finding: Option<Finding>) -> bool {
    match finding.map(|finding| finding.figure) {
        None => *found == Value::Text("–".to_owned()),
        Some(Figure::Money(cents)) => *found == Value::Number(Number::from(cents.decimal())),
        Some(Figure::Ratio(ratio)) => {
            let near = found.number().map(|number| number.round(9));
            near == Some(Number::from(ratio.rounded(9)))
        }
    }
}

/// Another value for an input: an odd cent, or a hundredth of a percent, more; less where it can be
/// no more.
fn moved(placed: &PlacedInput) -> Decimal {
    let step = Decimal::new(1, placed.scale);
    let more = placed.input.value + step;
    if placed.input.kind.bounds().contain(more) { more } else { placed.input.value - step }
}

/// How the workbook of a case differs from bizcase when inputs are changed one by one.
fn first_difference(made: &Made, inputs: usize) -> Option<String> {
    let Made { trial, verdict, workbook } = made;
    let as_exported = Values::of(workbook, &[]);
    if let Some(difference) = as_exported.differs(trial, verdict) {
        return Some(format!("as exported: {difference}"));
    }
    let live: Vec<_> = workbook.inputs.iter().filter(|placed| placed.why.is_none()).collect();
    let step = live.len().div_ceil(inputs.max(1)).max(1);
    for placed in live.into_iter().step_by(step) {
        let value = moved(placed);
        let Ok(changed) = placed.input.laid(trial, value) else { continue };
        let verdict = changed.verdict().expect("a verdict");
        let values = Values::of(workbook, &[(placed.cell, Value::Number(value.into()))]);
        if let Some(difference) = values.differs(&changed, &verdict) {
            return Some(format!("{} = {value}: {difference}", placed.input.path()));
        }
        if *values.at(workbook.as_exported) != Value::Truth(false) {
            return Some(format!("{} = {value}: seems as exported", placed.input.path()));
        }
    }
    for (place, cell) in &workbook.promised {
        let Some(cell) = cell else { continue };
        let path = ["funding", &trial.case.funding[*place].id, "status"];
        let promised = change(&path, Written::Text("committed".to_owned()));
        let changed = trial.with(&promised).expect("a case");
        let yes = words(Language::En, Say::Yes);
        let values = Values::of(workbook, &[(*cell, Value::Text(yes))]);
        let verdict = changed.verdict().expect("a verdict");
        if let Some(difference) = values.tests(&verdict).or_else(|| values.answer(&verdict)) {
            return Some(format!("{} promised: {difference}", path[1]));
        }
    }
    None
}

#[test]
fn the_workbook_of_each_case_comes_to_what_bizcase_says_also_after_a_change() {
    for path in toml_files("cases") {
        if let Some(difference) = first_difference(&of_file(&path), INPUTS) {
            panic!("{}: {difference}", path.display());
        }
    }
}

#[test]
fn so_does_that_of_cases_that_pass_by_rounding_only() {
    for path in toml_files("tests/rounding") {
        let text = fs::read_to_string(&path).expect("a file");
        let Ok(trial) = Trial::of(read("case.toml", text)) else { continue };
        if let Some(difference) = first_difference(&made(trial), INPUTS) {
            panic!("{}: {difference}", path.display());
        }
    }
}

#[test]
fn every_input_of_every_case_is_live_or_fixed_for_a_reason() {
    for path in toml_files("cases") {
        let made = of_file(&path);
        let every = bizcase::whatif::inputs::every(&made.trial.document);
        let paths: Vec<_> = every.iter().map(Input::path).collect();
        let placed: Vec<_> = made.workbook.inputs.iter().map(|it| it.input.path()).collect();
        assert_eq!(paths, placed, "{}", path.display());
        // What goes through the wallet of a case is live for the most part.
        assert!(made.workbook.inputs.iter().any(|it| it.why.is_none()), "{}", path.display());
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let path = Path::new("cases/buurtkeuken.toml");
    let one = bytes(&of_file(path).workbook.book).expect("bytes");
    assert!(one == bytes(&of_file(path).workbook.book).expect("bytes"));
    assert!(one.len() < 1_000_000, "{} bytes", one.len());
}

#[test]
fn a_workbook_is_written_where_it_is_asked_for_and_of_a_case_only() {
    let folder = std::env::temp_dir().join(format!("bizcase-workbook-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let out = folder.join("case.xlsx");
    let written = out.to_str().expect("a path");
    let output = bizcase(&["report", "cases/buurthuis.toml", "-o", written, "--lang", "en"], "");
    assert_eq!((output.code, output.stdout), (0, format!("{written} is written.\n")));
    let before = fs::read(&out).expect("a workbook");
    assert!(before.starts_with(b"PK"), "an .xlsx is a zip");
    for (arguments, says) in [
        (["report", "cases/funds/wijkfonds.toml", "-o", written, "--lang", "en"], "a fund has no"),
        (["report", "cases/buurthuis.toml", "-o", written, "--for", "gemeente"], "is for everyone"),
    ] {
        let output = bizcase(&arguments, "");
        assert_eq!(output.code, 2, "{arguments:?}");
        assert!(output.stderr.contains(says) || !says.is_ascii(), "{}", output.stderr);
    }
    assert!(before == fs::read(&out).expect("a workbook"), "what was there is still there");
    fs::remove_dir_all(&folder).expect("gone");
}
