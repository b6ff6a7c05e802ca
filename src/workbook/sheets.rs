//! The sheets of a case's workbook, in the order in which they are read.

mod context;
mod inputs;
mod report;
mod statements;
mod tabs;
mod values;
mod verdict;

use super::book::{Book, Look};
use super::entry::Maker;
use super::formula::Formula;
use super::input::Inputs;
use super::ledger::Ledger;
use super::number::Number;
use super::stream::{Bench, Running};
use super::told::{Told, Workbook};
use crate::case::Case;
use crate::language::{Workbook as Say, workbook};
use crate::money::Overflow;
use crate::postings::{Counted, ExactWallet, Granted, Postings, Reserved};
use crate::verdict::Books;
use crate::whatif::Trial;
use crate::words::Group;
use context::{Context, all_of};
use inputs::{fix, inputs_sheet};
use statements::statement_sheets;
use tabs::Tabs;
use values::values;
use verdict::verdict_sheet;

/// The workbook of a case.
///
/// # Errors
/// [`Overflow`] when a sum outgrows what can be posted.
pub fn make(told: Told<'_>) -> Result<Workbook, Overflow> {
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
    let promised = inputs_sheet(&mut bench, &tabs, &context);
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
    let (tests, answer) = verdict_sheet(&mut bench, &tabs, &context, (certain, all), &replacement);
    let mut lines = Vec::new();
    statement_sheets(&mut bench, &tabs, &context, runs, &mut lines)?;
    values(&mut bench, &tabs, &context)?;
    fix(&mut bench, &context, &fixed);
    Ok(Workbook {
        inputs: bench.inputs.all().to_vec(),
        book: bench.book,
        promised: promised.cells(),
        lines,
        tests,
        answer,
        fixed,
        as_exported,
    })
}

/// What is set apart at the end of each month, as it was.
fn set_apart(case: &Case, postings: &Postings, wallet: &ExactWallet) -> Result<Running, Overflow> {
    let cents: Vec<_> = Reserved::together(case, postings)?.into_iter().map(Number::from).collect();
    let exactly = wallet.reserved(case)?.into_iter().map(Number::from);
    let hundredfold = exactly.map(|euros| euros.times(&Number::Whole(100)));
    let beside = hundredfold.zip(&cents).map(|(exact, cents)| exact.minus(cents).into());
    Ok(Running { beside: beside.collect(), cents: cents.into_iter().map(Formula::from).collect() })
}
