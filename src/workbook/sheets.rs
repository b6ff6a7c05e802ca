//! The sheets of a case's workbook, in the order in which they are read.

use super::book::{Book, Bounds, Chart, Content, Look, Row, SheetId};
use super::depends::{is_under, roots};
use super::entry::{Maker, Replacement};
use super::formula::{Cell, Formula, Value};
use super::input::{self, Inputs, Placed, Why};
use super::judged::{ASK, FAILS, Found, Judge, PASSES, in_words, threshold};
use super::ledger::Ledger;
use super::number::Number;
use super::stream::{Bench, Running};
use crate::case::{Case, TestId};
use crate::language::{Column, Kept, Language, Message, Tab, Workbook as Say, workbook};
use crate::money::Overflow;
use crate::postings::{Counted, ExactWallet, Granted, Postings, Reserved};
use crate::render::blocks::{Block, Cell as Figured, Report, Role};
use crate::render::page::Manifest;
use crate::render::page::named::{named, named_at};
use crate::render::show::{name, periods};
use crate::render::subject::Subject;
use crate::render::{check, compare};
use crate::statements::{By, Label, Overview, SheetKind, Weight};
use crate::stream::Sharing;
use crate::verdict::{Books, Figure, Finding, Verdict};
use crate::whatif::inputs::every;
use crate::whatif::{CaseFigures, Comparison, Trial};
use crate::words::{Group, Key, NumberKind, Word};
use std::collections::HashMap;

/// What is made into a workbook.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The case, with what was written.
    pub trial: &'a Trial,
    /// Its verdict.
    pub verdict: &'a Verdict,
    /// What it was asked of.
    pub subject: Subject<'a>,
    /// Which funding its tables count.
    pub counted: Counted,
    /// Its scenarios beside it.
    pub scenarios: Option<&'a Comparison<CaseFigures>>,
    /// What it is made from.
    pub manifest: &'a Manifest,
    /// What stands under its title.
    pub notes: &'a [String],
    /// The language that it is written in.
    pub language: Language,
}

/// A case as a workbook, with where its figures stand.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The book.
    pub book: Book,
    /// Every number of the case.
    pub inputs: Vec<Placed>,
    /// The cells in which a requested entry is promised or not, by their places; nothing where that
    /// is fixed.
    pub promised: Vec<(usize, Option<Cell>)>,
    /// The lines of the statements.
    pub lines: Vec<Shown>,
    /// What each test finds: the cell with its words, and the one with its figure.
    pub tests: Vec<(TestId, Counted, Cell, Cell)>,
    /// The answer.
    pub answer: Cell,
    /// The entries that are fixed numbers.
    pub fixed: Vec<(Group, usize)>,
    /// Whether everything is as it was exported.
    pub as_exported: Cell,
}

/// A line of a statement as it stands in the workbook.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The statement.
    pub kind: SheetKind,
    /// By which periods.
    pub by: By,
    /// What the line is.
    pub label: Label,
    /// A cell for each period.
    pub cells: Vec<Cell>,
}

/// The workbook of a case.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn make(told: Told<'_>) -> Result<Workbook, Overflow> {
    let first = Making::of(told, &HashMap::new())?;
    let mut why = HashMap::new();
    let roots = roots(&told.trial.case, &told.trial.document.root, &first.fixed);
    for placed in &first.inputs {
        let path = placed.input.path();
        let changes = !told.trial.document.later.is_empty();
        let found = input::unfit(&placed.input)
            .or((changes || is_under(&path, &roots)).then_some(Why::Entry))
            .or((!first.used.contains(&path)).then(|| unused(&path)));
        why.extend(found.map(|found| (path, found)));
    }
    Ok(Making::of(told, &why)?.workbook)
}

/// Why no formula looks at a number.
fn unused(path: &str) -> Why {
    let group = path.split('.').next().and_then(Group::of);
    let of_effect = matches!(group, Some(Group::Avoided | Group::Value | Group::Burden));
    let key = path.rsplit('.').next().and_then(Key::of);
    let of_worth = matches!(
        key,
        Some(Key::DiscountRate | Key::Inflation | Key::MinPublicReturn | Key::MinSocialReturn)
    );
    match key {
        Some(Key::PricesLater | Key::Spread) => Why::Listed,
        _ if of_effect || of_worth => Why::Worth,
        _ => Why::Unused,
    }
}

/// A workbook with what was learned while making it.
struct Making {
    workbook: Workbook,
    inputs: Vec<Placed>,
    fixed: Vec<(Group, usize)>,
    used: std::collections::HashSet<String>,
}

/// The sheets.
struct Tabs {
    read_me: SheetId,
    verdict: SheetId,
    inputs: SheetId,
    statements: [(SheetKind, SheetId); 5],
    years: SheetId,
    parties: SheetId,
    scenarios: SheetId,
    sources: SheetId,
    hidden: SheetId,
    words: SheetId,
}

const BY_MONTH: [u16; 3] = [40, 13, 12];

impl Tabs {
    fn of(book: &mut Book, language: Language) -> (Self, [SheetId; 3]) {
        let mut tab = |tab: Tab, frozen: (u32, u16), widths: &[u16]| {
            book.sheet(&workbook(language, Say::Tab(tab)), frozen, widths)
        };
        let read_me = tab(Tab::ReadMe, (0, 0), &[100]);
        let verdict = tab(Tab::Verdict, (2, 1), &[46, 16, 16, 18, 16, 16, 18, 16]);
        let inputs = tab(Tab::Inputs, (4, 2), &[44, 44, 16, 60]);
        let statements = [
            (SheetKind::Plan, tab(Tab::Plan, (3, 1), &BY_MONTH)),
            (SheetKind::Exploitation, tab(Tab::Exploitation, (3, 1), &BY_MONTH)),
            (SheetKind::Liquidity, tab(Tab::Liquidity, (3, 1), &BY_MONTH)),
            (SheetKind::Balance, tab(Tab::Balance, (3, 1), &BY_MONTH)),
            (SheetKind::Loans, tab(Tab::Loans, (3, 1), &BY_MONTH)),
        ];
        let years = tab(Tab::Years, (2, 1), &[40, 14]);
        let parties = tab(Tab::Parties, (2, 1), &[34, 14]);
        let scenarios = tab(Tab::Scenarios, (2, 1), &[40, 20]);
        let sources = tab(Tab::Sources, (3, 1), &[34, 44, 80]);
        let hidden = book.hidden_sheet("N");
        let words = book.hidden_sheet("W");
        let work = ["M", "Y", "L"].map(|name| book.hidden_sheet(name));
        let tabs = Self {
            read_me,
            verdict,
            inputs,
            statements,
            years,
            parties,
            scenarios,
            sources,
            hidden,
            words,
        };
        (tabs, work)
    }
}

/// What every sheet needs.
struct Context<'a> {
    told: Told<'a>,
    case: &'a Case,
    language: Language,
    /// Whether everything is as it was exported.
    as_exported: Formula,
    ask: String,
    /// The sheet for words that formulas look at.
    hidden: SheetId,
}

impl Context<'_> {
    fn words(&self, say: Say<'_>) -> String {
        workbook(self.language, say)
    }

    fn say(&self, message: &Message<'_>) -> String {
        self.language.say(message)
    }

    /// What is shown while everything is as it was exported.
    fn while_so(&self, what: impl Into<Formula>) -> Formula {
        self.as_exported.clone().then(what, self.ask.as_str())
    }
}

impl Making {
    fn of(told: Told<'_>, why: &HashMap<String, Why>) -> Result<Self, Overflow> {
        let Trial { case, journal, document } = told.trial;
        let mut book = Book::default();
        let (tabs, [months, years, loans]) = Tabs::of(&mut book, told.language);
        let inputs = Inputs::default();
        let root = &document.root;
        let mut bench = Bench {
            book,
            inputs,
            root,
            horizon: case.horizon,
            years,
            months,
            loans,
            hidden: tabs.hidden,
            reach: Vec::new(),
            sound: Formula::ZERO,
        };
        let mut context = Context {
            told,
            case,
            language: told.language,
            as_exported: Formula::ZERO,
            ask: workbook(told.language, Say::Ask),
            hidden: tabs.words,
        };
        let promised = inputs_sheet(&mut bench, &tabs, &context, why);
        let mut row = bench.book.row(tabs.hidden);
        let unchanged = bench.inputs.unchanged().into_iter().chain(promised.unchanged());
        let as_exported = bench.book.show(&mut row, all_of(unchanged), Look::Hidden);
        context.as_exported = as_exported.into();

        let postings = journal.all();
        let wallet = ExactWallet::of(case, &Granted::all(case))?;
        let mut maker = Maker { bench: &mut bench, case, postings, wallet: &wallet };
        let entries = maker.entries();
        let mut fixed = entries.fixed.clone();
        let books = Books::open(case, journal)?;
        let replacement = maker.replacement(&books, &mut fixed)?;
        fixed.extend((0..case.reserves.len()).map(|place| (Group::Reserve, place)));
        let reserved = set_apart(case, postings, &wallet)?;
        let granted = Granted::certain(case);
        let on_certain =
            entries.in_run(&*journal.run(case, &granted)?, &ExactWallet::of(case, &granted)?);
        let ledgers = [(Counted::Certain, &on_certain), (Counted::All, &entries)];
        let ledgers = ledgers.map(|(counted, entries)| {
            let granted = promised.granted(case, counted);
            Ledger::of(&mut bench, case, entries, (granted, reserved.clone()))
        });
        let [certain, all] = &ledgers;
        let mut row = bench.book.row(tabs.hidden);
        let sound = all_of(bench.inputs.fine().into_iter().chain(bench.reach.clone()));
        bench.sound = bench.book.show(&mut row, sound, Look::Hidden).into();
        let runs = if told.counted == Counted::Certain { (certain, all) } else { (all, certain) };
        let (tests, answer) =
            verdict_sheet(&mut bench, &tabs, &context, (certain, all), &replacement);
        let mut lines = Vec::new();
        statement_sheets(&mut bench, &tabs, &context, runs, &mut lines)?;
        values(&mut bench, &tabs, &context)?;
        let used = bench.inputs.used();
        let inputs = bench.inputs.all().to_vec();
        let workbook = Workbook {
            book: bench.book,
            inputs: inputs.clone(),
            promised: promised.cells(),
            lines,
            tests,
            answer,
            fixed: fixed.clone(),
            as_exported,
        };
        Ok(Self { workbook, inputs, fixed, used })
    }
}

/// What is set apart at the end of each month, as it was.
fn set_apart(case: &Case, postings: &Postings, wallet: &ExactWallet) -> Result<Running, Overflow> {
    let cents: Vec<_> = Reserved::together(case, postings)?.into_iter().map(Number::from).collect();
    let exactly = wallet.reserved(case)?.into_iter().map(Number::from);
    let hundredfold = exactly.map(|euros| euros.times(&Number::Whole(100)));
    let beside = hundredfold.zip(&cents).map(|(exact, cents)| exact.minus(cents).into());
    Ok(Running { beside: beside.collect(), cents: cents.into_iter().map(Formula::from).collect() })
}

/// The yes or no of each requested entry.
struct Promised {
    /// By places in the case's funding: the cell, and one where it is promised.
    all: Vec<(usize, Option<Cell>, Formula)>,
}

impl Promised {
    fn unchanged(&self) -> impl Iterator<Item = Formula> + '_ {
        let live = self.all.iter().filter(|(_, cell, _)| cell.is_some());
        live.map(|(_, _, flag)| Formula::from(1) - flag.clone())
    }

    fn granted(&self, case: &Case, counted: Counted) -> Vec<Formula> {
        let of = |place: usize| match counted {
            Counted::All => 1.into(),
            Counted::Certain => {
                let found = self.all.iter().find(|(it, ..)| *it == place);
                found.map_or(1.into(), |(_, _, flag)| flag.clone())
            }
        };
        (0..case.funding.len()).map(of).collect()
    }

    fn cells(&self) -> Vec<(usize, Option<Cell>)> {
        self.all.iter().map(|(place, cell, _)| (*place, *cell)).collect()
    }
}

/// Whether each of some cells is one.
fn all_of(ones: impl Iterator<Item = Formula>) -> Formula {
    let ones: Vec<_> = ones.collect();
    let count = i128::try_from(ones.len()).unwrap_or(i128::MAX);
    Formula::sum(ones).equals(count)
}

fn heading(book: &mut Book, sheet: SheetId, words: impl Into<String>, look: Look) {
    let mut row = book.row(sheet);
    book.say(&mut row, words, look);
}

fn inputs_sheet(
    bench: &mut Bench<'_>,
    tabs: &Tabs,
    context: &Context<'_>,
    why: &HashMap<String, Why>,
) -> Promised {
    let sheet = tabs.inputs;
    heading(&mut bench.book, sheet, context.words(Say::Tab(Tab::Inputs)), Look::Title);
    heading(&mut bench.book, sheet, context.words(Say::AboutInputs), Look::Words);
    bench.book.row(sheet);
    let mut row = bench.book.row(sheet);
    for head in [Say::What, Say::Path] {
        bench.book.say(&mut row, context.words(head), Look::Head);
    }
    bench.book.say(&mut row, context.words(Say::Value), Look::FigureHead);
    bench.book.say(&mut row, context.words(Say::Live), Look::Head);
    for input in every(&context.told.trial.document) {
        let path = input.path();
        let why = why.get(&path).copied();
        let mut row = bench.book.row(sheet);
        bench.book.say(&mut row, named(context.case, &input, context.language), Look::Words);
        bench.book.say(&mut row, path, Look::Note);
        bench.inputs.put(&mut bench.book, &mut row, tabs.hidden, &input, why);
        let live = why.map_or(Say::IsLive, |why| Say::Fixed(kept(why)));
        bench.book.say(&mut row, context.words(live), Look::Note);
    }
    promised_rows(bench, tabs, context)
}

fn kept(why: Why) -> Kept {
    match why {
        Why::Entry => Kept::Entry,
        Why::Worth => Kept::Worth,
        Why::Decimals => Kept::Decimals,
        Why::Listed => Kept::Listed,
        Why::Unused => Kept::Unused,
    }
}

fn promised_rows(bench: &mut Bench<'_>, tabs: &Tabs, context: &Context<'_>) -> Promised {
    let case = context.case;
    let requested = case.requested();
    let mut all = Vec::new();
    if requested.is_empty() {
        return Promised { all };
    }
    bench.book.row(tabs.inputs);
    heading(&mut bench.book, tabs.inputs, context.words(Say::Promised), Look::Heading);
    let sharing = Sharing::all(case);
    let shares = |place: usize| {
        sharing.iter().any(|sharing| {
            sharing.alone().is_none() && sharing.claimants().iter().any(|it| it.place == place)
        })
    };
    let (yes, no) = (context.words(Say::Yes), context.words(Say::No));
    for place in requested {
        let Some(entry) = case.funding.get(place) else { continue };
        let name = entry.name.to_people(context.language);
        let mut row = bench.book.row(tabs.inputs);
        bench.book.say(&mut row, context.words(Say::PromisedName(name)), Look::Words);
        let path = format!("funding.{}.promised", entry.id);
        bench.book.say(&mut row, path.clone(), Look::Note);
        let value = Value::Text(no.clone());
        if shares(place) || !context.told.trial.document.later.is_empty() {
            bench.book.put(&mut row, Content::Fixed(value), Look::Note);
            bench.book.say(&mut row, context.words(Say::Fixed(Kept::Entry)), Look::Note);
            all.push((place, None, Formula::ZERO));
            continue;
        }
        let bounds = Bounds::Words(vec![yes.clone(), no.clone()]);
        let cell = bench.book.put(&mut row, Content::Input(value, bounds), Look::Choice);
        bench.book.say(&mut row, context.words(Say::IsLive), Look::Note);
        bench.book.name(&path, cell);
        let mut row = bench.book.row(tabs.hidden);
        let is = Formula::from(cell).equals(yes.as_str()).then(1, 0);
        let flag = bench.book.keep(&mut row, is);
        all.push((place, Some(cell), flag));
    }
    Promised { all }
}

/// What verdict and tests are.
type Judged = (Vec<(TestId, Counted, Cell, Cell)>, Cell);

fn verdict_sheet(
    bench: &mut Bench<'_>,
    tabs: &Tabs,
    context: &Context<'_>,
    (certain, all): (&Ledger<'_>, &Ledger<'_>),
    replacement: &Replacement,
) -> Judged {
    let (case, verdict) = (context.case, context.told.verdict);
    let sheet = tabs.verdict;
    let title = case.name.to_people(context.language);
    heading(&mut bench.book, sheet, title, Look::Title);
    let min_cash = case.criteria.min_cash.0;
    let min_cash = threshold(bench, Key::MinCash, NumberKind::Amount, min_cash).whole;
    let mut found = Vec::new();
    for id in TestId::all() {
        let mut both = Vec::new();
        for ledger in [certain, all] {
            let min_cash = min_cash.clone();
            let judge = Judge { case, ledger, replacement, min_cash };
            both.push(judge.test(bench, id));
        }
        found.push((id, both));
    }
    // Room for the answer, which rests on all of them.
    let mut answer_row = bench.book.row(sheet);
    let sentence = check::answer(context.told.subject, case, verdict, context.language);
    said(&mut bench.book, sheet, context, &sentence);
    for note in context.told.notes {
        heading(&mut bench.book, sheet, note.as_str(), Look::Note);
    }
    bench.book.row(sheet);
    let mut row = bench.book.row(sheet);
    bench.book.say(&mut row, context.say(&Message::Column(Column::Test)), Look::Head);
    bench.book.say(&mut row, context.say(&Message::Column(Column::Threshold)), Look::FigureHead);
    for run in [Column::OnCertain, Column::OnAll] {
        bench.book.say(&mut row, context.say(&Message::Column(run)), Look::FigureHead);
        bench.book.say(&mut row, context.say(&Message::Column(Column::Passes)), Look::Head);
        bench.book.say(&mut row, context.words(Say::When), Look::Head);
    }
    let mut tests = Vec::new();
    let mut required = [Vec::new(), Vec::new()];
    for is_required in [true, false] {
        let words = context.say(&Message::Tests { required: is_required });
        heading(&mut bench.book, sheet, words, Look::Heading);
        for test in verdict.tests.iter().filter(|test| test.required == is_required) {
            let mut row = bench.book.row(sheet);
            bench.book.say(&mut row, context.say(&Message::Test(test.id)), Look::Words);
            let asked = asks(bench, context, test.id, &min_cash);
            let look = look_of(test.id);
            bench.book.show(&mut row, asked, look);
            let both = found.iter().find(|(id, _)| *id == test.id).map(|(_, both)| both);
            let runs = [(Counted::Certain, test.certain), (Counted::All, test.all)];
            for (at, (counted, finding)) in runs.into_iter().enumerate() {
                let found = both.and_then(|both| both.get(at)).cloned().flatten();
                let (words, figure, status) =
                    shown(bench, context, &mut row, (test.id, found, finding));
                if is_required && let Some(statuses) = required.get_mut(at) {
                    statuses.push(status);
                }
                tests.push((test.id, counted, words, figure));
            }
        }
    }
    let answer = answer(bench, context, &mut answer_row, &required);
    let mut report = Report::new(context.language);
    check::conditions_of(&mut report, case, verdict);
    check::measures_table(&mut report, case, verdict);
    report_rows(&mut bench.book, sheet, context, &report);
    (tests, answer)
}

/// The answer, from the statuses of what is required on both runs.
fn answer(
    bench: &mut Bench<'_>,
    context: &Context<'_>,
    row: &mut Row,
    [certain, all]: &[Vec<Formula>; 2],
) -> Cell {
    use crate::case::VerdictKind::{Closes, Conditional, DoesNotClose};
    let any = |statuses: &[Formula], what: i128| {
        Formula::any(statuses.iter().map(|status| status.clone().equals(what)))
    };
    let word = |kind| context.say(&Message::Verdict(kind));
    let unknown = Formula::any([any(certain, ASK), any(all, ASK)]);
    let kinds = any(certain, FAILS)
        .then(any(all, FAILS).then(word(DoesNotClose), word(Conditional)), word(Closes));
    let sound = bench.sound.clone();
    let known = sound.then(unknown.then(context.ask.as_str(), kinds), context.ask.as_str());
    bench.book.say(row, context.words(Say::Answer), Look::Strong);
    let cell = bench.book.show(row, known, Look::Strong);
    bench.book.name("verdict", cell);
    cell
}

/// What a test asks.
fn asks(bench: &mut Bench<'_>, context: &Context<'_>, test: TestId, min_cash: &Formula) -> Formula {
    let criteria = &context.case.criteria;
    let mut ratio = |key, kind, value| {
        let scaled = threshold(bench, key, kind, value);
        scaled.whole / Formula::from(input::power_of(scaled.decimals))
    };
    match test {
        TestId::Liquidity => min_cash.clone() / 100,
        TestId::Structural | TestId::Repayment => Formula::ZERO,
        TestId::Dscr => ratio(Key::MinDscr, NumberKind::Ratio, criteria.min_dscr),
        TestId::Dependence => {
            ratio(Key::MaxDependence, NumberKind::Share, criteria.max_dependence.0)
        }
        TestId::Payers => 1.into(),
        // What they are held against is fixed, and so are they.
        TestId::PublicReturn => Number::from(criteria.min_public_return).into(),
        TestId::SocialReturn => Number::from(criteria.min_social_return).into(),
    }
}

fn look_of(test: TestId) -> Look {
    match test {
        TestId::Liquidity | TestId::Structural | TestId::Repayment => Look::Money,
        TestId::Dependence => Look::Figure(NumberKind::Share),
        TestId::Dscr | TestId::Payers | TestId::PublicReturn | TestId::SocialReturn => {
            Look::Figure(NumberKind::Ratio)
        }
    }
}

/// What stands where there is nothing to measure.
const NONE: &str = "–";

/// The figure of a test, its words and its status; of one that formulas do not make what it was.
fn shown(
    bench: &mut Bench<'_>,
    context: &Context<'_>,
    row: &mut Row,
    (test, found, finding): (TestId, Option<Found>, Option<Finding>),
) -> (Cell, Cell, Formula) {
    let look = look_of(test);
    let mut hidden = bench.book.row(bench.years);
    let (status, figure) = if let Some(found) = &found {
        let figure = match look {
            Look::Money => found.figure.clone() / 100,
            _ => found.figure.clone(),
        };
        (found.status.clone(), figure)
    } else {
        let status = finding
            .map_or(super::judged::NOTHING, |finding| if finding.passes { PASSES } else { FAILS });
        let figure = finding.map_or(Formula::from(NONE), |finding| match finding.figure {
            Figure::Money(cents) => Formula::from(cents) / 100,
            Figure::Ratio(ratio) => Number::from(ratio.rounded(12)).into(),
        });
        let status = context.as_exported.clone().then(status, ASK);
        (status, context.while_so(figure))
    };
    let status = bench.book.keep(&mut hidden, status);
    let words = [Say::Fails, Say::Passes, Say::Nothing, Say::Ask].map(|say| context.words(say));
    let words = words.each_ref().map(String::as_str);
    let nothing = status.clone().equals(super::judged::NOTHING);
    let figure = match &found {
        Some(_) => nothing.then(NONE, figure),
        None => figure,
    };
    let figure = bench.book.show(row, figure, look);
    let words = bench.book.show(row, in_words(&status, words), Look::Words);
    match found.and_then(|found| found.when).filter(|_| test == TestId::Liquidity) {
        Some(when) => {
            let mut labels = bench.book.row(bench.months);
            let all = periods(context.language, context.case, By::Month);
            let all: Vec<_> = all
                .into_iter()
                .map(|label| bench.book.say(&mut labels, label, Look::Hidden).into())
                .collect();
            let arguments = [vec![when], all].concat();
            let label = Formula::Call(super::formula::Function::Index, arguments);
            bench.book.show(row, label, Look::Note);
        }
        None => row.skip(),
    }
    (words, figure, status)
}

fn statement_sheets(
    bench: &mut Bench<'_>,
    tabs: &Tabs,
    context: &Context<'_>,
    runs: Runs<'_, '_>,
    lines: &mut Vec<Shown>,
) -> Result<(), Overflow> {
    let Trial { case, journal, .. } = context.told.trial;
    // All lines are there, also of what is only counted once it is promised.
    let overview = |by| Overview::of(case, journal, by, Counted::All);
    let (by_month, by_year) = (overview(By::Month)?, overview(By::Year)?);
    for (kind, sheet) in tabs.statements {
        let Some(found) = by_month.sheets.iter().find(|it| it.kind == kind) else { continue };
        let tab = bench.book.sheets().get(sheet.index()).map(|sheet| sheet.name.clone());
        heading(&mut bench.book, sheet, tab.unwrap_or_default(), Look::Title);
        warned(bench, context, sheet);
        statement(bench, sheet, context, (runs, found, By::Month), lines);
    }
    let sheet = tabs.years;
    heading(&mut bench.book, sheet, context.words(Say::Years), Look::Title);
    warned(bench, context, sheet);
    for found in &by_year.sheets {
        let heading_words = statement_name(context, found.kind);
        heading(&mut bench.book, sheet, heading_words, Look::Heading);
        statement(bench, sheet, context, (runs, found, By::Year), lines);
        bench.book.row(sheet);
    }
    Ok(())
}

/// The run that the tables show, and the other one.
type Runs<'l, 'a> = (&'l Ledger<'a>, &'l Ledger<'a>);

fn statement_name(context: &Context<'_>, kind: SheetKind) -> String {
    let tab = match kind {
        SheetKind::Plan => Tab::Plan,
        SheetKind::Exploitation => Tab::Exploitation,
        SheetKind::Liquidity => Tab::Liquidity,
        SheetKind::Balance => Tab::Balance,
        SheetKind::Loans | SheetKind::Entry => Tab::Loans,
    };
    context.words(Say::Tab(tab))
}

/// A line that is empty as long as formulas can reckon with what stands on the inputs.
fn warned(bench: &mut Bench<'_>, context: &Context<'_>, sheet: SheetId) {
    let mut row = bench.book.row(sheet);
    let sound = bench.sound.clone();
    let counted = context.words(Say::Run(context.told.counted == Counted::Certain));
    bench.book.show(&mut row, sound.then(counted, context.ask.as_str()), Look::Note);
}

fn statement(
    bench: &mut Bench<'_>,
    sheet: SheetId,
    context: &Context<'_>,
    ((ledger, other), found, by): (Runs<'_, '_>, &crate::statements::Sheet, By),
    lines: &mut Vec<Shown>,
) {
    let case = context.case;
    let other_run = match context.told.counted {
        Counted::All => Label::ClosingOnCertain,
        Counted::Certain => Label::ClosingOnAll,
    };
    let mut row = bench.book.row(sheet);
    bench.book.say(&mut row, "", Look::Head);
    bench.book.say(&mut row, context.words(Say::AtStart), Look::FigureHead);
    let heads: Vec<_> = periods(context.language, case, by)
        .into_iter()
        .map(|label| bench.book.say(&mut row, label, Look::FigureHead))
        .collect();
    let (mut loan, mut drawn) = (None, Vec::new());
    for line in &found.lines {
        let on_other = matches!(line.label, Label::ClosingOnCertain | Label::ClosingOnAll);
        let words = match line.label {
            Label::Entry(group, place) => {
                if found.kind == SheetKind::Loans {
                    loan = Some(place);
                }
                name(context.language, case, group, place)
            }
            label => {
                let label = if on_other { other_run } else { label };
                context.say(&Message::Show(crate::language::Show::Line(label)))
            }
        };
        if line.weight == Weight::Total && found.kind == SheetKind::Loans {
            loan = None;
        }
        let (look, words_look) = match line.weight {
            Weight::Item | Weight::Note => (Look::Money, Look::Words),
            Weight::Total => (Look::Total, Look::Strong),
            Weight::Result => (Look::Outcome, Look::Strong),
        };
        let mut row = bench.book.row(sheet);
        bench.book.say(&mut row, words.as_str(), words_look);
        let (series, opening) = if on_other {
            other.line(SheetKind::Liquidity, Label::ClosingCash, None)
        } else {
            ledger.line(found.kind, line.label, loan)
        };
        if line.opening.is_some() && line.label != Label::LowestCash {
            bench.book.show(&mut row, opening / 100, look);
        } else {
            row.skip();
        }
        let months = by.months();
        let mut cells = Vec::new();
        for period in 0..case.horizon.months() / months {
            let range = period * months..(period + 1) * months;
            let cents = match (line.label, by) {
                (Label::OpeningCash, _) => series.over(range.start..range.start + 1),
                (Label::LowestCash, _) => {
                    Formula::least(range.map(|month| series.over(month..month + 1)))
                }
                _ => series.over(range),
            };
            cells.push(bench.book.show(&mut row, cents / 100, look));
        }
        if on_other || line.label == Label::ClosingCash {
            drawn.extend(ends(&cells).map(|(first, last)| (words, first, last)));
        }
        lines.push(Shown { kind: found.kind, by, label: line.label, cells });
    }
    if let (SheetKind::Liquidity, By::Month, Some(categories)) = (found.kind, by, ends(&heads)) {
        bench.book.row(sheet);
        let mut row = bench.book.row(sheet);
        let title = context.words(Say::ChartCash);
        let at = bench.book.say(&mut row, title.as_str(), Look::Heading);
        bench.book.chart(Chart { at, line: true, title, categories, series: drawn });
    }
}

/// The first and the last of some cells.
fn ends(cells: &[Cell]) -> Option<(Cell, Cell)> {
    Some((*cells.first()?, *cells.last()?))
}

/// What each party pays, and what it gets back, as a chart.
fn parties_chart(book: &mut Book, sheet: SheetId, context: &Context<'_>) -> Result<(), Overflow> {
    let rows = context.told.verdict.parties.iter().zip(&context.case.parties);
    let (mut names, mut pays, mut gets) = (Vec::new(), Vec::new(), Vec::new());
    book.row(sheet);
    let mut head = book.row(sheet);
    let title = context.words(Say::ChartParties);
    book.say(&mut head, title.as_str(), Look::Head);
    let heads = [Say::Pays, Say::GetsBack].map(|say| context.words(say));
    for words in &heads {
        book.say(&mut head, words.as_str(), Look::FigureHead);
    }
    for (party, of) in rows {
        let mut row = book.row(sheet);
        names.push(book.say(&mut row, of.name.to_people(context.language), Look::Words));
        for (cells, cents) in [(&mut pays, party.pays), (&mut gets, party.back()?)] {
            let euros = Formula::Number(Number::from(cents.decimal()));
            cells.push(book.show(&mut row, context.while_so(euros), Look::Money));
        }
    }
    if let (Some(categories), Some(pays), Some(gets)) = (ends(&names), ends(&pays), ends(&gets)) {
        book.row(sheet);
        let mut row = book.row(sheet);
        let at = book.say(&mut row, "", Look::Words);
        let [paid, got] = heads;
        let series = vec![(paid, pays.0, pays.1), (got, gets.0, gets.1)];
        book.chart(Chart { at, line: false, title, categories, series });
    }
    Ok(())
}

/// The sheets whose figures are what they were.
fn values(bench: &mut Bench<'_>, tabs: &Tabs, context: &Context<'_>) -> Result<(), Overflow> {
    let (case, language, told) = (context.case, context.language, context.told);
    let book = &mut bench.book;
    heading(book, tabs.parties, context.words(Say::Tab(Tab::Parties)), Look::Title);
    book.row(tabs.parties);
    let mut report = Report::new(language);
    check::parties_of(&mut report, case, told.verdict);
    report_rows(book, tabs.parties, context, &report);
    parties_chart(book, tabs.parties, context)?;

    heading(book, tabs.scenarios, context.words(Say::Tab(Tab::Scenarios)), Look::Title);
    book.row(tabs.scenarios);
    match told.scenarios {
        Some(scenarios) => {
            let mut report = Report::new(language);
            compare::side_by_side(&mut report, scenarios, &|path| named_at(case, path, language));
            report_rows(book, tabs.scenarios, context, &report);
        }
        None => heading(book, tabs.scenarios, context.words(Say::NoScenarios), Look::Words),
    }
    sources_sheet(book, tabs.sources, context);
    read_me(book, tabs.read_me, context);
    Ok(())
}

fn sources_sheet(book: &mut Book, sheet: SheetId, context: &Context<'_>) {
    heading(book, sheet, context.words(Say::Tab(Tab::Sources)), Look::Title);
    book.row(sheet);
    let mut row = book.row(sheet);
    for head in [Say::Path, Say::What, Say::Tab(Tab::Sources)] {
        book.say(&mut row, context.words(head), Look::Head);
    }
    for entry in context.case.entries() {
        let mut row = book.row(sheet);
        book.say(&mut row, entry.path(), Look::Note);
        book.say(&mut row, entry.name.to_people(context.language), Look::Words);
        let source = entry.source.map(|source| source.to_people(context.language));
        book.say(&mut row, source.unwrap_or("–"), Look::Words);
    }
}

fn read_me(book: &mut Book, sheet: SheetId, context: &Context<'_>) {
    let title = context.case.name.to_people(context.language);
    heading(book, sheet, title, Look::Title);
    for note in context.told.notes {
        heading(book, sheet, note.as_str(), Look::Note);
    }
    for paragraph in 0..4 {
        heading(book, sheet, context.words(Say::About(paragraph)), Look::Words);
    }
    heading(book, sheet, context.words(Say::Engines), Look::Words);
    book.row(sheet);
    heading(book, sheet, context.words(Say::Files), Look::Heading);
    let manifest = context.told.manifest;
    for read in &manifest.files {
        heading(book, sheet, format!("{}  SHA-256 {}", read.name, read.sha256), Look::Note);
    }
    for laid in manifest.asked.scenarios.iter().chain(&manifest.asked.arguments) {
        heading(book, sheet, laid.as_str(), Look::Note);
    }
    heading(book, sheet, context.words(Say::Version(&manifest.version)), Look::Note);
}

/// What a report says, with its figures as they were.
fn report_rows(book: &mut Book, sheet: SheetId, context: &Context<'_>, report: &Report) {
    for block in &report.blocks {
        match block {
            Block::Heading(words) => {
                book.row(sheet);
                heading(book, sheet, words.as_str(), Look::Heading);
            }
            Block::Lead(words) | Block::Sentence(words) => {
                said(book, sheet, context, words);
            }
            Block::List(all) | Block::Quote(all) => {
                for words in all {
                    said(book, sheet, context, words);
                }
            }
            Block::Table(table) => {
                let mut row = book.row(sheet);
                for column in &table.columns {
                    let figure = column.align == crate::render::blocks::Align::Right;
                    let look = if figure { Look::FigureHead } else { Look::Head };
                    book.say(&mut row, column.head.as_str(), look);
                }
                for line in &table.rows {
                    let mut row = book.row(sheet);
                    let strong = !matches!(line.role, Role::Plain | Role::Detail);
                    for (place, cell) in line.cells.iter().enumerate() {
                        put(book, &mut row, context, cell, strong, place == 0);
                    }
                }
            }
            Block::Command(_) | Block::Step { .. } | Block::Tree(_) => {}
        }
    }
}

fn said(book: &mut Book, sheet: SheetId, context: &Context<'_>, words: &str) {
    let words = aside(book, context, words);
    let mut row = book.row(sheet);
    book.show(&mut row, context.while_so(words), Look::Words);
}

/// Words in a hidden cell: a formula cannot hold long ones.
fn aside(book: &mut Book, context: &Context<'_>, words: &str) -> Cell {
    let mut row = book.row(context.hidden);
    book.say(&mut row, words, Look::Hidden)
}

/// A cell that is a number, and how that looks.
fn figure(cell: &Figured, strong: bool) -> Option<(Number, Look)> {
    Some(match cell {
        Figured::Money(cents) => {
            let look = if strong { Look::Total } else { Look::Money };
            (Number::from(cents.decimal()), look)
        }
        Figured::Ratio(ratio, decimals) => {
            (Number::from(ratio.rounded(*decimals)), Look::Figure(NumberKind::Ratio))
        }
        Figured::Share(ratio, decimals) => {
            (Number::from(ratio.rounded(*decimals)), Look::Figure(NumberKind::Share))
        }
        Figured::Count(count) => {
            (Number::from(i128::try_from(*count).ok()?), Look::Figure(NumberKind::Weight))
        }
        Figured::Difference(of) => return figure(of, strong),
        _ => return None,
    })
}

fn put(
    book: &mut Book,
    row: &mut Row,
    context: &Context<'_>,
    cell: &Figured,
    strong: bool,
    first: bool,
) {
    let look = if strong { Look::Strong } else { Look::Words };
    match (cell, figure(cell, strong)) {
        (Figured::Nothing, _) => row.skip(),
        (Figured::Text(words), _) if first => {
            book.say(row, words.as_str(), look);
        }
        (_, Some((number, look))) => {
            book.show(row, context.while_so(Formula::Number(number)), look);
        }
        (other, None) => {
            let words = aside(book, context, &other.text(context.language));
            book.show(row, context.while_so(words), Look::Words);
        }
    }
}
