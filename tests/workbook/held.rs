//! What the cells of a workbook come to, held against what bizcase says of a case.

use super::made::{Change, Made};
use bizcase::case::TestId;
use bizcase::language::{Language, Message, Workbook as Say, workbook as words};
use bizcase::statements::{By, Counted, Label, Overview};
use bizcase::verdict::{Figure, Finding};
use bizcase::words::Word;
use bizcase::workbook::{Cell, Number, Value, Workbook};
use std::collections::{BTreeMap, HashMap};

/// What the cells of a workbook come to, some of them changed.
struct Values<'a> {
    held: Vec<Value>,
    cells: HashMap<Cell, usize>,
    workbook: &'a Workbook,
    language: Language,
}

/// How a workbook differs from the case that it is of.
pub fn as_exported(made: &Made) -> Option<String> {
    let values = Values::of(made, &BTreeMap::new());
    values.differs(made).map(|difference| format!("as exported: {difference}"))
}

/// How a workbook with something changed differs from the case in which the file says that: from
/// its statements, tests and answer, and from every figure that its own workbook shows in the same
/// place.
pub fn after(made: &Made, change: &Change) -> Option<String> {
    let values = Values::of(made, &change.cells);
    // Where both runs come to the same there is no line for the other one, and what stood below it
    // stands higher.
    let lines = |workbook: &Workbook| -> Vec<_> {
        workbook.lines.iter().map(|line| (line.kind, line.by, line.label)).collect()
    };
    let same_places = lines(&made.workbook) == lines(&change.made.workbook);
    let figures = || same_places.then(|| values.same_figures(&change.made)).flatten();
    let differs = values.differs(&change.made).or_else(figures);
    let told = *values.at(made.workbook.as_exported) == Value::Truth(false);
    let differs = differs.or_else(|| (!told).then(|| "it seems as exported".to_owned()));
    differs.map(|difference| format!("{}: {difference}", change.says))
}

impl<'a> Values<'a> {
    fn of(made: &'a Made, changes: &BTreeMap<usize, Value>) -> Self {
        let workbook = &made.workbook;
        let cells = workbook.book.cells().iter().enumerate();
        let cells: HashMap<_, _> = cells.map(|(place, placed)| (placed.cell, place)).collect();
        Self { held: workbook.book.with(changes), cells, workbook, language: made.language }
    }

    fn at(&self, cell: Cell) -> &Value {
        &self.held[self.cells[&cell]]
    }

    fn say(&self, say: Say<'_>) -> Value {
        Value::Text(words(self.language, say))
    }

    fn differs(&self, other: &Made) -> Option<String> {
        self.lines(other).or_else(|| self.tests(other)).or_else(|| self.answer(other))
    }

    fn lines(&self, other: &Made) -> Option<String> {
        // Where both runs have come to the same there is no such line.
        let note = |label| label == Label::ClosingOnCertain;
        let mut shown = self.workbook.lines.iter().filter(|line| !note(line.label));
        for by in [By::Month, By::Year] {
            let (case, journal) = (&other.trial.case, &other.trial.journal);
            let overview = Overview::of(case, journal, by, Counted::All).expect("sheets");
            for sheet in &overview.sheets {
                for line in sheet.lines.iter().filter(|line| !note(line.label)) {
                    let what = (sheet.kind, by, line.label);
                    let Some(shown) = shown.next() else { return Some(format!("no {what:?}")) };
                    if (shown.kind, shown.by, shown.label) != what {
                        return Some(format!("{what:?} is {shown:?}"));
                    }
                    for (period, (cell, cents)) in shown.cells.iter().zip(&line.amounts).enumerate()
                    {
                        let found = self.at(*cell);
                        if *found != Value::Number(Number::from(cents.decimal())) {
                            return Some(format!("{what:?}, {period}: {found:?}, and not {cents}"));
                        }
                    }
                }
            }
        }
        shown.next().map(|line| format!("{line:?} is one too many"))
    }

    fn tests(&self, other: &Made) -> Option<String> {
        let ask = self.say(Say::Ask);
        for (id, counted, status, figure) in &self.workbook.tests {
            let test = other.verdict.tests.iter().find(|test| test.id == *id).expect("the test");
            let finding = if *counted == Counted::Certain { test.certain } else { test.all };
            let (status, figure) = (self.at(*status), self.at(*figure));
            if is_of_worth(*id) && *status == ask && *figure == ask {
                continue;
            }
            let expected = self.say(match finding {
                None => Say::Nothing,
                Some(finding) if finding.passes => Say::Passes,
                Some(_) => Say::Fails,
            });
            if *status != expected || !is_figure(figure, finding) {
                return Some(format!(
                    "{id:?} {counted:?}: {status:?} {figure:?}, and not {expected:?} {finding:?}"
                ));
            }
        }
        None
    }

    fn answer(&self, other: &Made) -> Option<String> {
        let found = self.at(self.workbook.answer);
        let fixed =
            |id| is_of_worth(id) && other.verdict.tests.iter().any(|it| it.id == id && it.required);
        if *found == self.say(Say::Ask) && TestId::all().any(fixed) {
            return None;
        }
        let expected = self.language.say(&Message::Verdict(other.verdict.kind));
        (*found != Value::Text(expected.clone()))
            .then(|| format!("the answer is {found:?}, and not {expected}"))
    }

    /// Where another workbook shows something else in the same place, of what is not said to have
    /// changed.
    fn same_figures(&self, other: &Made) -> Option<String> {
        let ask = self.say(Say::Ask);
        let there: HashMap<_, _> = figures(&other.workbook).collect();
        figures(self.workbook).find_map(|(place, cell)| {
            let found = &self.held[cell];
            // Its sentences and present values are not worked out here.
            if *found == ask {
                return None;
            }
            let expected = there.get(&place).map(|&cell| {
                let placed = &other.workbook.book.cells()[cell];
                other.workbook.book.value(placed.cell)
            });
            (expected.is_some_and(|expected| expected != found))
                .then(|| format!("{place:?}: {found:?}, and not {expected:?}"))
        })
    }
}

/// The formulas that people see: sheet and address, and the cell.
fn figures(workbook: &Workbook) -> impl Iterator<Item = ((&str, String), usize)> {
    let shown =
        |sheet: &str| workbook.book.sheets().iter().any(|it| it.name == sheet && !it.hidden);
    let formulas = workbook.book.formulas();
    formulas
        .filter(move |(sheet, ..)| shown(sheet))
        .map(|(sheet, address, cell)| ((sheet, address), cell))
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
