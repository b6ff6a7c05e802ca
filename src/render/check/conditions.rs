//! On what promises it waits, in plain words.

use super::promise;
use crate::case::{Case, VerdictKind};
use crate::language::{Heading, Message};
use crate::render::blocks::Report;
use crate::verdict::Verdict;

/// The conditions, and what it cannot do without.
pub fn add(report: &mut Report, case: &Case, verdict: &Verdict) {
    if verdict.kind != VerdictKind::Conditional {
        return;
    }
    report.heading(Heading::Conditions);
    let (conditions, indispensable) = (&verdict.conditions, &verdict.indispensable);
    report.say(&Message::ConditionsAre(conditions.len()));
    add_promises(report, case, conditions);
    if conditions == indispensable {
        report.say(&Message::ConditionsAreIndispensable(conditions.len()));
    } else if indispensable.is_empty() {
        report.say(&Message::NothingIndispensable);
    } else {
        report.say(&Message::IndispensableAre(indispensable.len()));
        add_promises(report, case, indispensable);
    }
}

fn add_promises(report: &mut Report, case: &Case, places: &[usize]) {
    report.list(promise::of(case, places, report.language).into_iter().map(Message::Promise));
}
