//! The sheet with the answer, and the tests on both runs.

use super::context::{Context, heading, said};
use super::report::report_rows;
use super::tabs::Tabs;
use crate::case::TestId;
use crate::language::{Column, Message, Workbook as Say};
use crate::postings::Counted;
use crate::render::blocks::Report;
use crate::render::check;
use crate::render::show::periods;
use crate::statements::By;
use crate::verdict::{Figure, Finding};
use crate::words::{Key, NumberKind, Word};
use crate::workbook::book::{Look, Row};
use crate::workbook::formula::{Cell, Formula, Function};
use crate::workbook::input;
use crate::workbook::judged::{ASK, FAILS, Found, Judge, NOTHING, PASSES, in_words, threshold};
use crate::workbook::ledger::Ledger;
use crate::workbook::number::Number;
use crate::workbook::rows::Replacement;
use crate::workbook::stream::Bench;

/// What verdict and tests are.
pub(super) type Judged = (Vec<(TestId, Counted, Cell, Cell)>, Cell);

pub(super) fn verdict_sheet(
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
        TestId::Liquidity | TestId::Structural | TestId::Repayment => {
            Look::Figure(NumberKind::Amount)
        }
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
            Look::Figure(NumberKind::Amount) => found.figure.clone() / 100,
            _ => found.figure.clone(),
        };
        (found.status.clone(), figure)
    } else {
        let status = finding.map_or(NOTHING, |finding| if finding.passes { PASSES } else { FAILS });
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
    let nothing = status.clone().equals(NOTHING);
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
            let label = Formula::Call(Function::Index, arguments);
            bench.book.show(row, label, Look::Note);
        }
        None => row.skip(),
    }
    (words, figure, status)
}
