//! The report of `check`: the verdict, why, on what condition, with which cash, and for whom.

mod cash;
mod conditions;
pub mod csv;
pub mod json;
mod parties;
pub(super) mod promise;
mod tests;
mod verdict;

pub(crate) use cash::add as cash_by_year;
pub(crate) use conditions::add as conditions_of;
pub(crate) use parties::{add as parties_of, measures as measures_table, values as measures_of};
pub(crate) use tests::{add as tests_of, rounding};
pub(super) use verdict::{flatters, test};

use super::blocks::Report;
use super::sources;
use super::subject::Subject;
use crate::case::{Case, VerdictKind};
use crate::language::{Heading, Language, Message, Next};
use crate::statements::Group;
use crate::verdict::Verdict;
use crate::whatif::sources::Tally;

/// The report of a case and its verdict.
pub fn report(
    subject: Subject<'_>,
    case: &Case,
    verdict: &Verdict,
    tally: Tally,
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    opening(&mut report, subject, case, verdict);
    report.story(case.story.as_ref());
    verdict::flatters(&mut report, case, verdict);
    verdict::expected(&mut report, case, verdict);
    tests::add(&mut report, case, verdict);
    conditions::add(&mut report, case, verdict);
    cash::add(&mut report, verdict);
    parties::add(&mut report, case, verdict);
    parties::measures(&mut report, case, verdict);
    not_counted(&mut report, case);
    next(&mut report, subject, verdict);
    sources::listed(&mut report, subject, tally);
    report
}

/// The verdict in a sentence, what was judged, and what is not counted.
pub(crate) fn opening(report: &mut Report, subject: Subject<'_>, case: &Case, verdict: &Verdict) {
    verdict::say(report, subject, case, verdict);
}

/// The verdict in a sentence.
pub fn answer(subject: Subject<'_>, case: &Case, verdict: &Verdict, language: Language) -> String {
    let mut report = Report::new(language);
    opening(&mut report, subject, case, verdict);
    report.led_by().to_owned()
}

/// Whether funding is asked for and not promised, so that there are two runs to tell apart.
pub(super) fn asks(case: &Case) -> bool {
    case.funding.iter().any(|entry| entry.what.is_requested())
}

/// The entries that stand pro memorie, with their group and party.
fn left_out(case: &Case, language: Language) -> Vec<(Group, &str, Option<&str>)> {
    let left_out = case.entries().filter(|entry| entry.pro_memorie);
    left_out
        .map(|entry| {
            let party = entry.party.and_then(|party| case.parties.get(party.0));
            let party = party.map(|party| party.name.to_people(language));
            (entry.group, entry.name.to_people(language), party)
        })
        .collect()
}

pub(super) fn not_counted(report: &mut Report, case: &Case) {
    let left_out = left_out(case, report.language);
    if left_out.is_empty() {
        return;
    }
    report.heading(Heading::NotCounted);
    let entry = |(group, entry, party)| Message::ProMemorie { group, entry, party };
    report.list(left_out.into_iter().map(entry));
}

/// What to do next, with the command for it.
fn next(report: &mut Report, subject: Subject<'_>, verdict: &Verdict) {
    report.heading(Heading::Next);
    let steps: &[(Next, &[&str])] = match verdict.kind {
        VerdictKind::Closes => &[(Next::AllTables, &["show"])],
        VerdictKind::Conditional => {
            report.say(&Message::Next(Next::GetPromises { promises: verdict.conditions.len() }));
            &[(Next::WithoutPromises, &["close"])]
        }
        VerdictKind::DoesNotClose => &[
            (Next::WhatWouldClose, &["close"]),
            (Next::WhereItGoesWrong, &["show", "--by", "month"]),
        ],
    };
    for (step, command) in steps {
        report.say(&Message::Next(*step));
        report.command(subject.command(command, &[]));
    }
}
