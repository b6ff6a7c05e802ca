//! The report of `stress`: how a case stands each shock, and the choice between cold turkey and a
//! transition.

pub mod csv;
pub mod json;

use super::blocks::{Align, Cell, Column, Report, ReportTable, Role, Row};
use super::subject::Subject;
use crate::case::{Case, PartyIndex, VerdictKind};
use crate::language::{Language, Message, Money, Stress, StressColumn};
use crate::money::Cents;
use crate::verdict::{Figure, Margin};
use crate::whatif::stress::{Choice, Hit, Shock, Shocked, Standing, Stressed, What, Why};

/// The report of a case under stress.
pub fn report(
    subject: Subject<'_>,
    case: &Case,
    stressed: &Stressed,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    report.lead(&say(Stress::Title(case.name.to_people(language))));
    report.say(&say(survives(stressed)));
    report.laid(subject.layers);
    report.say(&Message::Scope {
        from: case.horizon.start,
        until: case.horizon.last(),
        length: case.horizon.end(),
        currency: &case.currency,
    });
    if case.funding.iter().any(|entry| entry.what.is_requested()) {
        report.say(&say(Stress::Counted(stressed.counted)));
    }
    what_happens(&mut report, case, stressed);
    standings(&mut report, stressed);
    if let Some(choice) = &stressed.choice {
        self::choice(&mut report, case, stressed, choice);
    }
    not_applicable(&mut report, case, stressed);
    report
}

fn say(stress: Stress<'_>) -> Message<'_> {
    Message::Stress(stress)
}

fn hits(stressed: &Stressed) -> impl Iterator<Item = (Shock, &Hit)> {
    stressed
        .shocks
        .iter()
        .filter_map(|shocked| Some((shocked.shock, shocked.outcome.as_ref().ok()?)))
}

fn survives(stressed: &Stressed) -> Stress<'static> {
    let verdict = stressed.unshocked.verdict;
    let stands = |hit: &Hit| rank(hit.standing.verdict) <= rank(verdict);
    let same = hits(stressed).filter(|(_, hit)| stands(hit)).count();
    match (hits(stressed).count(), verdict) {
        (0, _) => Stress::NothingApplies,
        // That it is no worse is no praise of a case that does not close to begin with.
        (of, VerdictKind::DoesNotClose) => {
            let better = |hit: &Hit| rank(hit.standing.verdict) < rank(verdict);
            let better = hits(stressed).filter(|(_, hit)| better(hit)).count();
            Stress::DoesNotClose { better, of }
        }
        (of, VerdictKind::Closes | VerdictKind::Conditional) => {
            Stress::Survives { verdict, same, of }
        }
    }
}

/// Verdicts from good to bad.
fn rank(verdict: VerdictKind) -> u8 {
    match verdict {
        VerdictKind::Closes => 0,
        VerdictKind::Conditional => 1,
        VerdictKind::DoesNotClose => 2,
    }
}

fn what_happens(report: &mut Report, case: &Case, stressed: &Stressed) {
    let language = report.language;
    let what = hits(stressed).map(|(shock, hit)| {
        let parties =
            about(&hit.what).iter().filter_map(|party| name(case, *party, language)).collect();
        say(Stress::What { shock, what: &hit.what, parties })
    });
    let what: Vec<_> = what.collect();
    if !what.is_empty() {
        heading(report, Stress::HeadWhat);
        report.list(what);
    }
}

/// The parties that a shock is about.
fn about(what: &What) -> Vec<PartyIndex> {
    match what {
        What::Election { parties, .. } => parties.clone(),
        What::ParentLeaves { party, .. } => vec![*party],
        What::Crisis(_)
        | What::ColdTurkey(_)
        | What::Transition(_)
        | What::Late(_)
        | What::Handover { .. } => Vec::new(),
    }
}

/// Why a shock does not apply, where it does not.
fn why<'a>(case: &'a Case, shocked: &'a Shocked, language: Language) -> Option<Message<'a>> {
    let why = shocked.outcome.as_ref().err()?;
    let parties = concerned(why).iter().filter_map(|party| name(case, *party, language)).collect();
    Some(say(Stress::Why { shock: shocked.shock, why, parties }))
}

/// The parties that the reason is about for which a shock does not apply.
fn concerned(why: &Why) -> Vec<PartyIndex> {
    match why {
        Why::NoTemporaryOfParties(parties) => parties.clone(),
        Why::BringsNothing(party) => vec![*party],
        Why::ChangesNothing(what) => about(what),
        Why::NoTemporary
        | Why::NoElection(_)
        | Why::PastEnd(_)
        | Why::NobodyBrings(_)
        | Why::NothingToDelay
        | Why::NoScenario => Vec::new(),
    }
}

fn name(case: &Case, party: PartyIndex, language: Language) -> Option<&str> {
    case.parties.get(party.0).map(|party| party.name.to_people(language))
}

fn heading(report: &mut Report, words: Stress<'_>) {
    let words = report.language.say(&say(words));
    report.blocks.push(super::blocks::Block::Heading(words));
}

fn words(report: &Report, column: StressColumn) -> Column {
    Column { head: report.language.say(&say(Stress::Column(column))), align: Align::Left }
}

fn figures(report: &Report, column: StressColumn) -> Column {
    Column { align: Align::Right, ..words(report, column) }
}

/// How the case stands without a shock and with each.
fn standings(report: &mut Report, stressed: &Stressed) {
    heading(report, Stress::HeadStanding);
    let columns = [StressColumn::Shock, StressColumn::Closes].map(|column| words(report, column));
    let amounts = [
        StressColumn::Margin,
        StressColumn::Lowest,
        StressColumn::Month,
        StressColumn::RunsOut,
        StressColumn::Contribution,
    ];
    let amounts = amounts.map(|column| figures(report, column));
    let first = standing(report, Stress::Unshocked, &stressed.unshocked);
    let rest = stressed.shocks.iter().map(|shocked| match &shocked.outcome {
        Ok(hit) => standing(report, Stress::Name(shocked.shock), &hit.standing),
        Err(_) => {
            Row::plain(vec![report.cell(&say(Stress::Name(shocked.shock))), Cell::NotApplicable])
        }
    });
    let rows: Vec<_> = std::iter::once(first).chain(rest).collect();
    let columns = columns.into_iter().chain(amounts).collect();
    let table = ReportTable { columns, rows, ..ReportTable::default() };
    report.table(table.without_columns(Cell::is_nothing));
    report.say(&say(Stress::Columns));
}

fn standing(report: &Report, name: Stress<'_>, standing: &Standing) -> Row {
    Row::plain(vec![
        report.cell(&say(name)),
        report.cell(&Message::Verdict(standing.verdict)),
        margin(standing.margin),
        Cell::Money(standing.lowest),
        Cell::Month(standing.month),
        runs_out(standing),
        contribution(report, standing),
    ])
}

fn margin(margin: Margin) -> Cell {
    match margin.by {
        Figure::Money(amount) => Cell::Money(amount),
        Figure::Ratio(ratio) => Cell::Ratio(ratio, 2),
    }
}

fn runs_out(standing: &Standing) -> Cell {
    standing.runs_out.map_or(Cell::Nothing, Cell::Month)
}

fn contribution(report: &Report, standing: &Standing) -> Cell {
    match standing.contribution {
        Some(Cents::ZERO) => Cell::NoMoney,
        Some(amount) => Cell::Money(amount),
        None => report.cell(&say(Stress::NoContribution)),
    }
}

/// Cold turkey beside a transition, and who pays for the difference.
fn choice(report: &mut Report, case: &Case, stressed: &Stressed, choice: &Choice) {
    let standing =
        |shock| hits(stressed).find(|(other, _)| *other == shock).map(|(_, hit)| hit.standing);
    let both = standing(Shock::ColdTurkey).zip(standing(Shock::Transition));
    let Some((cold, slow)) = both else { return };
    heading(report, Stress::HeadChoice);
    let money = |amount| Money { amount, currency: &case.currency };
    report.say(&say(Stress::Choice {
        lowest: money(choice.lowest),
        paid: money(choice.paid),
        present: money(choice.present),
    }));
    let table = side_by_side(report, [&cold, &slow], choice.lowest);
    report.table(table);
    if !choice.payers.is_empty() {
        let table = payers(report, case, choice);
        report.table(table);
    }
}

fn side_by_side(report: &Report, [cold, slow]: [&Standing; 2], lowest: Cents) -> ReportTable {
    let head = |words| Column { head: report.language.say(&say(words)), align: Align::Right };
    let columns = vec![
        Column { head: String::new(), align: Align::Left },
        head(Stress::Name(Shock::ColdTurkey)),
        head(Stress::Name(Shock::Transition)),
        head(Stress::Difference),
    ];
    let row = |column, cell: &dyn Fn(&Standing) -> Cell, difference| {
        let name = report.cell(&say(Stress::Column(column)));
        Row::plain(vec![name, cell(cold), cell(slow), difference])
    };
    let verdict = |it: &Standing| report.cell(&Message::Verdict(it.verdict));
    let rows = vec![
        row(StressColumn::Closes, &verdict, Cell::Nothing),
        row(StressColumn::Margin, &|it| margin(it.margin), Cell::Nothing),
        row(StressColumn::Lowest, &|it| Cell::Money(it.lowest), Cell::Money(lowest)),
        Row {
            role: Role::Detail,
            ..row(StressColumn::Month, &|it| Cell::Month(it.month), Cell::Nothing)
        },
        row(StressColumn::RunsOut, &runs_out, Cell::Nothing),
        row(StressColumn::Contribution, &|it| contribution(report, it), Cell::Nothing),
    ];
    ReportTable { columns, rows, ..ReportTable::default() }
}

fn payers(report: &Report, case: &Case, choice: &Choice) -> ReportTable {
    let columns = vec![
        words(report, StressColumn::Payer),
        figures(report, StressColumn::Paid),
        figures(report, StressColumn::Present),
    ];
    let mut rows: Vec<_> = choice
        .payers
        .iter()
        .map(|payer| {
            let name = payer.party.and_then(|party| name(case, party, report.language));
            let name = match name {
                Some(name) => Cell::Text(name.to_owned()),
                None => report.cell(&say(Stress::NoParty)),
            };
            Row::plain(vec![name, Cell::Money(payer.paid), Cell::Money(payer.present)])
        })
        .collect();
    rows.push(Row {
        role: Role::Total,
        cells: vec![
            report.cell(&say(Stress::All)),
            Cell::Money(choice.paid),
            Cell::Money(choice.present),
        ],
    });
    ReportTable { columns, rows, ..ReportTable::default() }
}

fn not_applicable(report: &mut Report, case: &Case, stressed: &Stressed) {
    let language = report.language;
    let reasons: Vec<_> =
        stressed.shocks.iter().filter_map(|shocked| why(case, shocked, language)).collect();
    if !reasons.is_empty() {
        heading(report, Stress::HeadWhy);
        report.list(reasons);
    }
}
