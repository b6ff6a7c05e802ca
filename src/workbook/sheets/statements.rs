//! The sheets with the statements, by month and by year.

use super::context::{Context, ends, heading};
use super::tabs::Tabs;
use crate::language::{Message, Tab, Workbook as Say};
use crate::money::Overflow;
use crate::postings::Counted;
use crate::render::show::{name, periods};
use crate::statements::{By, Label, Overview, SheetKind, Weight};
use crate::whatif::Trial;
use crate::workbook::book::{Chart, Look, SheetId};
use crate::workbook::formula::Formula;
use crate::workbook::ledger::Ledger;
use crate::workbook::stream::Bench;
use crate::workbook::told::Shown;

pub(super) fn statement_sheets(
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
pub(super) type Runs<'l, 'a> = (&'l Ledger<'a>, &'l Ledger<'a>);

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
