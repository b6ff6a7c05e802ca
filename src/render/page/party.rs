//! The chapters of a report for one party: the letter, and what is behind it.

use super::findings::Findings;
use super::resting::{Resting, entries, rests, sources};
use super::{Chapter, story};
use crate::case::{Case, VerdictKind};
use crate::language::{ChairSay, Chapter as Head, Language, Message, Money, Page, Promise, Rests};
use crate::money::Cents;
use crate::render::blocks::{Align, Block, Cell, Column, Report, ReportTable, Role, Row};
use crate::render::check::promise;
use crate::statements::Group;
use crate::whatif::{Chair, ChairYear, Saving, Word};

/// The chapters for a party, before those that are for everyone.
pub fn chapters(found: &Findings<'_>, chair: &Chair, language: Language) -> Vec<Chapter> {
    vec![
        years(chair, language),
        word(found, chair, language),
        ends(chair, language),
        own_sources(found.case, chair, language),
    ]
}

fn say(report: &mut Report, say: ChairSay<'_>) {
    report.say(&Message::Page(Page::Chair(say)));
}

fn money(case: &Case, amount: Cents) -> Money<'_> {
    Money { amount, currency: &case.currency }
}

/// The letter to a party.
pub fn letter(found: &Findings<'_>, chair: &Chair, language: Language) -> Chapter {
    let case = found.case;
    let mut chapter = Chapter::new(Head::Letter);
    let mut report = Report::new(language);
    let name = case
        .parties
        .get(chair.party.0)
        .map(|party| party.name.to_people(language))
        .unwrap_or_default();
    say(&mut report, ChairSay::Dear(name));
    say(&mut report, ChairSay::About(case.name.to_people(language)));
    chapter.add(report);
    chapter.parts.extend(story(case.story.as_ref(), language));
    let mut report = Report::new(language);
    saves(&mut report, case, chair);
    promises(&mut report, case, &chair.promised, [ChairSay::Promised, ChairSay::PromisedNothing]);
    promises(&mut report, case, &chair.requested, [ChairSay::Asked, ChairSay::AskedNothing]);
    if !chair.requested.is_empty() {
        say(&mut report, decides(found, chair));
    }
    rests_on(&mut report, case, chair);
    say(&mut report, ChairSay::Close);
    chapter.add(report);
    chapter
}

/// What it saves, each with what that rests on.
fn saves(report: &mut Report, case: &Case, chair: &Chair) {
    let language = report.language;
    let (Some(last), false) = (chair.last(), chair.savings.is_empty()) else {
        return say(report, ChairSay::SavesNothing);
    };
    let rests_on = |saving: &Saving| {
        let source = case.avoided.get(saving.place).and_then(|entry| entry.source.as_ref());
        rests(source, language)
    };
    let assumed = chair.savings.iter().filter(|it| !matches!(rests_on(it), Rests::Named(_)));
    say(
        report,
        ChairSay::Saves {
            year: &last.label,
            saves: money(case, last.saves),
            cashable: money(case, last.cashable),
            assumed: (assumed.count(), chair.savings.len()),
        },
    );
    let saving = |saving: &Saving| {
        let entry = case.avoided.get(saving.place);
        let words = ChairSay::Saving {
            entry: entry.map(|entry| entry.name.to_people(language)).unwrap_or_default(),
            saves: money(case, saving.saves),
            cashable: money(case, saving.cashable),
            from: saving.from.map(|number| case.horizon.month(number)),
            rests: rests_on(saving),
        };
        language.say(&Message::Page(Page::Chair(words)))
    };
    let items = chair.savings.iter().map(saving).collect();
    report.blocks.push(Block::List(items));
}

fn promises(report: &mut Report, case: &Case, places: &[usize], [some, none]: [ChairSay<'_>; 2]) {
    if places.is_empty() {
        return say(report, none);
    }
    say(report, some);
    // Whose promise it is, the letter says already.
    let promises = promise::of(case, places, report.language).into_iter();
    report.list(promises.map(|promise| Message::Promise(Promise { party: None, ..promise })));
}

/// Every assumption that the answer rests on: its own first.
fn rests_on(report: &mut Report, case: &Case, chair: &Chair) {
    let unconfirmed = entries(case, report.language)
        .into_iter()
        .filter(|it| !matches!(it.rests, Rests::Named(_)));
    let (own, others): (Vec<_>, Vec<_>) =
        unconfirmed.partition(|entry| is_about(case, chair, entry));
    if own.is_empty() && others.is_empty() {
        return say(report, ChairSay::RestsOnNone);
    }
    say(report, ChairSay::RestsOn);
    let mut items: Vec<_> = own.iter().map(told).collect();
    if !others.is_empty() {
        items.push(ChairSay::OthersRest(others.iter().map(|entry| entry.name).collect()));
    }
    report.list(items.into_iter().map(|item| Message::Page(Page::Chair(item))));
}

fn told<'a>(entry: &Resting<'a>) -> ChairSay<'a> {
    ChairSay::Assumed { entry: entry.name, rests: entry.rests }
}

/// Whether an entry is about the party: it pays it, saves by it, gains or bears.
fn is_about(case: &Case, chair: &Chair, entry: &Resting<'_>) -> bool {
    let effects = match entry.group {
        Group::Cost | Group::Reserve => return false,
        Group::Funding => {
            let funding = case.funding.get(entry.place);
            return funding.is_some_and(|it| it.what.party == Some(chair.party));
        }
        Group::Avoided => &case.avoided,
        Group::Value => &case.values,
        Group::Burden => &case.burdens,
        Group::Opening => {
            let opening = case.openings.get(entry.place);
            return opening.is_some_and(|it| it.what.party == Some(chair.party));
        }
    };
    effects.get(entry.place).is_some_and(|effect| effect.what.party == chair.party)
}

fn column(language: Language, say: ChairSay<'_>, align: Align) -> Column {
    Column { head: language.say(&Message::Page(Page::Chair(say))), align }
}

fn years(chair: &Chair, language: Language) -> Chapter {
    let mut report = Report::new(language);
    let mut columns = vec![column(language, ChairSay::Year, Align::Left)];
    columns.extend(
        [
            ChairSay::YearSaves,
            ChairSay::YearCashable,
            ChairSay::YearPays,
            ChairSay::YearAsked,
            ChairSay::YearRepaid,
            ChairSay::YearKeeps,
        ]
        .map(|head| column(language, head, Align::Right)),
    );
    let row = |year: &ChairYear| {
        let ChairYear { label, saves, cashable, pays, asked, repaid, keeps } = year;
        let amounts = [saves, cashable, pays, asked, repaid, keeps].map(|it| Cell::Money(*it));
        Row::plain([vec![Cell::Text(label.clone())], amounts.to_vec()].concat())
    };
    let table = ReportTable {
        columns,
        rows: chair.years.iter().map(row).collect(),
        ..ReportTable::default()
    };
    report.table(table.without_columns(Cell::is_nothing_or_zero));
    let mut chapter = Chapter::new(Head::Yours);
    chapter.add(report);
    chapter
}

fn word(found: &Findings<'_>, chair: &Chair, language: Language) -> Chapter {
    let mut report = Report::new(language);
    if chair.requested.is_empty() {
        say(&mut report, ChairSay::NoWord);
    } else {
        let columns = vec![
            column(language, ChairSay::WordWho, Align::Left),
            column(language, ChairSay::WordCloses, Align::Left),
        ];
        let Word { only_it, all, all_but_it, nobody } = chair.word;
        let others = others_are_asked(found, chair);
        let rows = [
            (ChairSay::WordNobody, nobody, true),
            (ChairSay::WordOnlyIt, only_it, true),
            (ChairSay::WordAllButIt, all_but_it, others),
            (ChairSay::WordAll, all, others),
        ];
        let row = |(who, closes, _): (ChairSay<'_>, bool, bool)| {
            Row::plain(vec![
                report.cell(&Message::Page(Page::Chair(who))),
                report.cell(&Message::Page(Page::Chair(ChairSay::Closes(closes)))),
            ])
        };
        let rows = rows.into_iter().filter(|(_, _, applies)| *applies).map(row).collect();
        report.table(ReportTable { columns, rows, ..ReportTable::default() });
        if found.verdict.kind != VerdictKind::Closes {
            say(&mut report, decides(found, chair));
        }
    }
    let mut chapter = Chapter::new(Head::Word);
    chapter.add(report);
    chapter
}

/// What hangs on the party's word.
fn decides(found: &Findings<'_>, chair: &Chair) -> ChairSay<'static> {
    let Word { only_it, all, all_but_it, .. } = chair.word;
    let others = others_are_asked(found, chair);
    ChairSay::Decides { verdict: found.verdict.kind, all, all_but_it, only_it, others }
}

fn others_are_asked(found: &Findings<'_>, chair: &Chair) -> bool {
    found.case.requested().len() > chair.requested.len()
}

fn ends(chair: &Chair, language: Language) -> Chapter {
    let mut report = Report::new(language);
    if chair.savings.is_empty() {
        say(&mut report, ChairSay::NoSaving);
    } else if chair.ends.is_empty() {
        say(&mut report, ChairSay::EndsNowhere);
    } else {
        let columns = vec![
            column(language, ChairSay::EndsShock, Align::Left),
            column(language, ChairSay::EndsMonth, Align::Right),
            column(language, ChairSay::EndsSaves, Align::Right),
            column(language, ChairSay::EndsCashable, Align::Right),
        ];
        let rows = chair.ends.iter().map(|ends| Row {
            role: Role::Plain,
            cells: vec![
                report.cell(&Message::Page(Page::Chair(ChairSay::Shock(ends.shock)))),
                Cell::Month(ends.month),
                Cell::Money(ends.saves),
                Cell::Money(ends.cashable),
            ],
        });
        let rows = rows.collect();
        report.table(ReportTable { columns, rows, ..ReportTable::default() });
    }
    let mut chapter = Chapter::new(Head::Ends);
    chapter.add(report);
    chapter
}

/// Where the figures about the party come from.
fn own_sources(case: &Case, chair: &Chair, language: Language) -> Chapter {
    let mut report = Report::new(language);
    let own = entries(case, language).into_iter().filter(|entry| is_about(case, chair, entry));
    let own: Vec<_> = own.map(|entry| (entry.name, entry.rests)).collect();
    if own.is_empty() {
        say(&mut report, ChairSay::NoFigures);
    } else {
        sources(&mut report, &own);
    }
    let mut chapter = Chapter::new(Head::YourSources);
    chapter.add(report);
    chapter
}
