//! A case with its workbook, and what can be changed in a cell of that.

use crate::support::files::toml_files;
use bizcase::document::{self, Document, Source, Value as Written};
use bizcase::language::{Language, Workbook as Say, workbook as words};
use bizcase::overlay::Layers;
use bizcase::render::page::{Manifest, Paper};
use bizcase::render::subject::Subject;
use bizcase::statements::Counted;
use bizcase::verdict::Verdict;
use bizcase::whatif::{Trial, change};
use bizcase::workbook::{PlacedInput, Told, Value, Workbook, make};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is made of a case, with the case.
pub struct Made {
    pub trial: Trial,
    pub verdict: Verdict,
    pub workbook: Workbook,
    pub language: Language,
}

/// A cell that holds something else than it was exported with.
pub struct Change {
    /// What is changed, and into what.
    pub says: String,
    /// The cell, among all cells, and what it holds now.
    pub cells: BTreeMap<usize, Value>,
    /// The case in which the file says that, with its own workbook.
    pub made: Made,
}

fn read(name: &str, text: String) -> Document {
    document::read(Source { name: name.to_owned(), text }).expect("TOML")
}

impl Made {
    /// The workbook of a case.
    pub fn of(trial: Trial, language: Language) -> Self {
        let verdict = trial.verdict().expect("a verdict");
        let asked = Paper {
            scenarios: Vec::new(),
            arguments: Vec::new(),
            plan: false,
            language: <&str>::from(language).to_owned(),
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
            language,
        })
        .expect("a workbook");
        Self { trial, verdict, workbook, language }
    }

    /// That of a case that is written in a text; nothing where the text is none.
    pub fn of_text(text: String, language: Language) -> Option<Self> {
        Some(Self::of(Trial::of(read("case.toml", text)).ok()?, language))
    }

    /// That of a file.
    pub fn of_file(path: &Path, language: Language) -> Self {
        let text = fs::read_to_string(path).expect("a file");
        Self::of_text(text, language).unwrap_or_else(|| panic!("{} is no case", path.display()))
    }

    /// Those of the cases in a folder, with their names.
    pub fn of_folder(folder: &str, language: Language) -> impl Iterator<Item = (String, Self)> {
        toml_files(folder).into_iter().filter_map(move |path| {
            let text = fs::read_to_string(&path).expect("a file");
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some((name, Self::of_text(text, language)?))
        })
    }

    /// The inputs that can be changed in the workbook.
    pub fn live(&self) -> Vec<&PlacedInput> {
        self.workbook.inputs.iter().filter(|placed| placed.why.is_none()).collect()
    }

    /// How many things can be changed: live inputs, and then requested entries that may be promised.
    pub fn count(&self) -> usize {
        let promised = self.workbook.promised.iter();
        self.live().len() + promised.filter(|(_, cell)| cell.is_some()).count()
    }

    /// One of those, changed: a number by an odd cent or a hundredth of a percent, and what is
    /// requested into what is promised. Nothing where the file may not say that.
    pub fn changed(&self, which: usize) -> Option<Change> {
        let live = self.live();
        if let Some(placed) = live.get(which) {
            let value = moved(placed);
            let trial = placed.input.laid(&self.trial, value).ok()?;
            return Some(Change {
                says: format!("{} = {value}", placed.input.path()),
                cells: self.holding([(placed.cell, Value::Number(value.into()))]),
                made: Self::of(trial, self.language),
            });
        }
        let mut promised =
            self.workbook.promised.iter().filter_map(|(place, cell)| Some((place, (*cell)?)));
        let (place, cell) = promised.nth(which - live.len())?;
        let path = ["funding", &self.trial.case.funding[*place].id, "status"];
        let trial = self.trial.with(&change(&path, Written::Text("committed".to_owned()))).ok()?;
        Some(Change {
            says: format!("{} promised", path[1]),
            cells: self.holding([(cell, Value::Text(words(self.language, Say::Yes)))]),
            made: Self::of(trial, self.language),
        })
    }

    fn holding<const N: usize>(
        &self,
        cells: [(bizcase::workbook::Cell, Value); N],
    ) -> BTreeMap<usize, Value> {
        let all = self.workbook.book.cells();
        let place = |cell| all.iter().position(|placed| placed.cell == cell).expect("the cell");
        cells.into_iter().map(|(cell, value)| (place(cell), value)).collect()
    }
}

/// Another value for an input: an odd cent, or a hundredth of a percent, more; less where it can be
/// no more.
fn moved(placed: &PlacedInput) -> Decimal {
    let step = Decimal::new(1, placed.scale);
    let more = placed.input.value + step;
    if placed.input.kind.bounds().contain(more) { more } else { placed.input.value - step }
}
