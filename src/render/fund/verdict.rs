//! Whether the fund keeps its capital, in a sentence, and what must be said beside it.

use crate::case::{Entry, VerdictKind};
use crate::fund::FundAssessment;
use crate::language::{FundSay, Language, Message, Money, Text};
use crate::money::Cents;
use crate::render::blocks::Report;
use crate::render::subject::Subject;

/// The verdict, what was judged, and what is not counted.
pub fn say(report: &mut Report, subject: Subject<'_>, assessment: &FundAssessment) {
    let fund = &assessment.fund;
    report.lead(&Message::Fund(lead(assessment, report.language)));
    let left_out = left_out(assessment, report.language);
    if !left_out.is_empty() {
        report.say(&Message::LeftOut(left_out));
    }
    report.laid(subject.layers);
    report.say(&Message::Scope {
        from: fund.horizon.start,
        until: fund.horizon.last(),
        length: fund.horizon.end(),
        currency: &fund.currency,
    });
    if let Some(expected) = fund.expect {
        report.say(&Message::Expected { expected, met: expected == assessment.verdict });
    }
}

fn lead(assessment: &FundAssessment, language: Language) -> FundSay<'_> {
    let FundAssessment { fund, measures, .. } = assessment;
    let money = |amount: Cents| Money { amount, currency: &fund.currency };
    let name = fund.name.to_people(language);
    match (assessment.verdict, measures.below_zero) {
        (_, Some(month)) => {
            let (lowest, lowest_month) = measures.lowest;
            FundSay::RunsDry { fund: name, month, lowest: money(lowest), lowest_month }
        }
        (VerdictKind::Closes, None) => FundSay::Keeps {
            fund: name,
            worth: money(measures.net_worth_real),
            put_in: money(measures.put_in_real),
            prices_of: (!fund.prices.0.is_empty()).then_some(fund.horizon.start),
        },
        (VerdictKind::Conditional, None) => FundSay::KeepsNominally {
            fund: name,
            worth: money(measures.net_worth),
            put_in: money(measures.put_in),
            worth_real: money(measures.net_worth_real),
            put_in_real: money(measures.put_in_real),
        },
        (VerdictKind::DoesNotClose, None) => FundSay::Shrinks {
            fund: name,
            worth: money(measures.net_worth),
            put_in: money(measures.put_in),
        },
    }
}

/// The entries of the fund itself that stand pro memorie.
fn left_out(assessment: &FundAssessment, language: Language) -> Vec<&str> {
    fn named<T>(entries: &[Entry<T>]) -> impl Iterator<Item = &Text> {
        entries.iter().filter(|entry| entry.pro_memorie).map(|entry| &entry.name)
    }
    let fund = &assessment.fund;
    let names = named(&fund.costs).chain(named(&fund.contributions)).chain(named(&fund.lending));
    names.map(|name| name.to_people(language)).collect()
}

/// At which terms it would only just keep its capital.
pub fn edges(report: &mut Report, assessment: &FundAssessment) {
    let FundAssessment { edges, measures, .. } = assessment;
    if measures.lent == Cents::ZERO {
        let small = assessment.run.lending.iter().map(|lending| lending.asked);
        let asked = small.fold(assessment.initiatives.asked, i64::saturating_add);
        report.say(&Message::Fund(match (measures.loans, usize::try_from(asked)) {
            (1.., _) => FundSay::NothingDrawn,
            (_, Ok(asked @ 1..)) => FundSay::NothingLent(asked),
            _ => FundSay::NobodyAsks,
        }));
        return;
    }
    report.say(&Message::Fund(FundSay::EdgeInterest(edges.interest)));
    if measures.below_zero.is_none() {
        let loss = FundSay::EdgeLoss { can: edges.loss, loses: measures.loss_share };
        report.say(&Message::Fund(loss));
    }
}
