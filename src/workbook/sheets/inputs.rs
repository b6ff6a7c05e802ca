//! The sheet with every number of the case, and what may be promised.

use super::context::{Context, heading};
use super::tabs::Tabs;
use crate::case::Case;
use crate::language::{Cause, Kept, Tab, Workbook as Say};
use crate::postings::Counted;
use crate::render::page::named::{named, named_at};
use crate::whatif::inputs::every;
use crate::words::{Group, Key, Word};
use crate::workbook::book::{Bounds, Content, Look};
use crate::workbook::cause::{cause, shares};
use crate::workbook::depends::{rests_on, roots};
use crate::workbook::formula::{Cell, Formula, Value};
use crate::workbook::input::{Inputs, Placed, Why, unfit};
use crate::workbook::settled::{Settled, settled};
use crate::workbook::stream::Bench;

/// The yes or no of each requested entry.
pub(super) struct Promised {
    /// By places in the case's funding: the cell, and one where it is promised.
    all: Vec<(usize, Option<Cell>, Formula)>,
}

impl Promised {
    pub(super) fn unchanged(&self) -> impl Iterator<Item = Formula> + '_ {
        let live = self.all.iter().filter(|(_, cell, _)| cell.is_some());
        live.map(|(_, _, flag)| Formula::from(1) - flag.clone())
    }

    pub(super) fn granted(&self, case: &Case, counted: Counted) -> Vec<Formula> {
        let of = |place: usize| match counted {
            Counted::All => 1.into(),
            Counted::Certain => {
                let found = self.all.iter().find(|(it, ..)| *it == place);
                found.map_or(1.into(), |(_, _, flag)| flag.clone())
            }
        };
        (0..case.funding.len()).map(of).collect()
    }

    pub(super) fn cells(&self) -> Vec<(usize, Option<Cell>)> {
        self.all.iter().map(|(place, cell, _)| (*place, *cell)).collect()
    }
}

/// The sheet, from which everything else follows.
pub(super) fn inputs_sheet(bench: &mut Bench<'_>, tabs: &Tabs, context: &Context<'_>) -> Promised {
    let sheet = tabs.inputs;
    heading(&mut bench.book, sheet, context.words(Say::Tab(Tab::Inputs)), Look::Title);
    heading(&mut bench.book, sheet, context.words(Say::AboutInputs), Look::Paragraph);
    bench.book.row(sheet);
    let mut row = bench.book.row(sheet);
    for head in [Say::What, Say::Path] {
        bench.book.say(&mut row, context.words(head), Look::Head);
    }
    bench.book.say(&mut row, context.words(Say::Value), Look::FigureHead);
    bench.book.say(&mut row, context.words(Say::Live), Look::Head);
    for input in every(&context.told.trial.document) {
        let mut row = bench.book.row(sheet);
        bench.book.say(&mut row, named(context.case, &input, context.language), Look::Words);
        bench.book.say(&mut row, input.path(), Look::Note);
        let beside = (tabs.hidden, context.words(Say::IsLive));
        let beside = (beside.0, beside.1.as_str());
        bench.inputs.put(&mut bench.book, &mut row, beside, &input);
    }
    let promised = promised_rows(bench, tabs, context);
    settled_rows(bench, tabs, context);
    promised
}

/// What decides which formulas there are, each with the words that it is changed in the file.
fn settled_rows(bench: &mut Bench<'_>, tabs: &Tabs, context: &Context<'_>) {
    let (book, sheet) = (&mut bench.book, tabs.inputs);
    book.row(sheet);
    heading(book, sheet, context.words(Say::Settled), Look::Heading);
    for Settled { path, says } in settled(&context.told.trial.document.root) {
        let mut row = book.row(sheet);
        book.say(&mut row, named_at(context.case, &path, context.language), Look::Words);
        book.say(&mut row, path, Look::Note);
        book.say(&mut row, says, Look::Settled);
        book.say(&mut row, context.words(Say::Fixed(Kept::Settled)), Look::Note);
    }
}

/// Fixes the inputs that no formula follows, or not all of them, once all formulas are there.
pub(super) fn fix(bench: &mut Bench<'_>, context: &Context<'_>, fixed: &[(Group, usize)]) {
    let document = &context.told.trial.document;
    let roots = roots(context.case, &document.root, fixed);
    let changes = || (!document.later.is_empty()).then_some(Why::From);
    let entry = |path: &str| rests_on(path, &roots).map(|(group, place)| Why::Entry(group, place));
    let why = |inputs: &Inputs, placed: &Placed| {
        let path = placed.input.path();
        unfit(&placed.input)
            .or_else(changes)
            .or_else(|| entry(&path))
            .or_else(|| (!inputs.uses(&path)).then(|| unused(&path)))
    };
    bench.inputs.fix(&mut bench.book, why, |why| context.words(Say::Fixed(kept(context, why))));
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

fn kept<'c>(context: &Context<'c>, why: Why) -> Kept<'c> {
    match why {
        Why::Entry(group, place) => {
            let name = context
                .case
                .entry(group, place)
                .map_or("", |entry| entry.name.to_people(context.language));
            Kept::Entry { name, cause: cause(context.case, group, place) }
        }
        Why::From => Kept::From,
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
    let (yes, no) = (context.words(Say::Yes), context.words(Say::No));
    for place in requested {
        let Some(entry) = case.funding.get(place) else { continue };
        let name = entry.name.to_people(context.language);
        let mut row = bench.book.row(tabs.inputs);
        bench.book.say(&mut row, context.words(Say::PromisedName(name)), Look::Words);
        let path = format!("funding.{}.promised", entry.id);
        bench.book.say(&mut row, path.clone(), Look::Note);
        let value = Value::Text(no.clone());
        let changes = !context.told.trial.document.later.is_empty();
        if changes || shares(case, place) {
            let why = if changes { Kept::From } else { Kept::Entry { name, cause: Cause::Shared } };
            bench.book.put(&mut row, Content::Fixed(value), Look::Settled);
            bench.book.say(&mut row, context.words(Say::Fixed(why)), Look::Note);
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
