//! A fund for scripts (reference, section 11).

use crate::fund::{Application, Fate, Fund, FundAssessment, Refusal, Shortage, Stop, Totals};
use crate::money::Cents;
use crate::render::check::json::expect;
use crate::render::json::{FORMAT, amounts, money, problems, ratio, tally};
use crate::render::subject::Subject;
use crate::whatif::sources::Tally;
use serde_json::{Value, json};

/// The object of a fund.
pub fn object(subject: Subject, assessment: &FundAssessment, tally: Tally) -> Value {
    let FundAssessment { fund, run, .. } = assessment;
    let ledger = &run.ledger;
    let months = (0..fund.horizon.end()).map(|number| fund.horizon.month(number).to_string());
    json!({
        "format": FORMAT,
        "fund": head(subject, fund),
        "story": fund.story.as_ref().map(|story| story.to_programs(fund.language)),
        "verdict": assessment.verdict.id(),
        "months": months.collect::<Value>(),
        "additions": amounts(&ledger.additions),
        "lent": amounts(&ledger.lent),
        "idle_interest": amounts(&ledger.idle_interest),
        "interest": amounts(&ledger.interest),
        "principal": amounts(&ledger.principal),
        "losses": amounts(&ledger.losses),
        "costs": amounts(&ledger.costs),
        "cash": amounts(&ledger.cash),
        "set_aside": amounts(&ledger.set_aside),
        "outstanding": amounts(&ledger.outstanding),
        "initiatives": run.applications.iter().map(|asked| initiative(assessment, asked)).collect::<Value>(),
        "lending": fund.lending.iter().zip(&run.lending)
            .map(|(entry, totals)| lending(&entry.id, totals)).collect::<Value>(),
        "measures": measures(assessment),
        "not_counted": not_counted(assessment),
        "assumptions": self::tally(tally),
        "expect": expect(fund.expect, assessment.verdict),
        "warnings": problems::of_all(&assessment.warnings),
    })
}

/// Which fund it is.
pub fn head(subject: Subject, fund: &Fund) -> Value {
    json!({
        "file": subject.file,
        "name": fund.name.to_programs(fund.language),
        "scenario": subject.layers.scenario(),
        "start": fund.horizon.start.to_string(),
        "years": fund.horizon.years,
        "currency": fund.currency,
    })
}

fn initiative(assessment: &FundAssessment, asked: &Application) -> Value {
    let horizon = assessment.fund.horizon;
    let month =
        |number: usize| horizon.month(i32::try_from(number).unwrap_or(i32::MAX)).to_string();
    let (short, short_month) = match asked.fate {
        Fate::Repaid | Fate::Running | Fate::Waiting => (None, None),
        Fate::Lost(Stop { why: Shortage::Cash { short }, .. }) => (Some(short), asked.ended()),
        Fate::Lost(Stop { why: Shortage::Repayment { short, after }, .. }) => {
            (Some(short), asked.own_month(after))
        }
        Fate::Refused(Refusal { there, .. }) => {
            (asked.amount.minus(there.max(Cents::ZERO)).ok(), asked.ended())
        }
    };
    json!({
        "id": name(assessment, asked),
        "amount": money(asked.amount),
        "asked": month(asked.asked),
        "started": asked.started.map(month),
        "fate": asked.fate.id(),
        "principal": money(asked.principal),
        "interest": money(asked.interest),
        "lost": money(asked.lost),
        "ended": asked.ended().map(month),
        "why": asked.fate.why(),
        "short": short.map(money),
        "short_month": short_month.map(month),
    })
}

/// The how manieth of its kind: `kitchen.1`.
pub(super) fn name(assessment: &FundAssessment, asked: &Application) -> String {
    let entry = assessment.fund.initiatives.get(asked.initiative);
    let id = entry.map(|entry| entry.id.as_str()).unwrap_or_default();
    format!("{id}.{}", asked.number)
}

fn lending(id: &str, totals: &Totals) -> Value {
    json!({
        "id": id,
        "asked": totals.asked,
        "served": totals.served,
        "waiting": totals.waiting,
        "refused": totals.refused,
        "lent": money(totals.lent),
        "principal": money(totals.principal),
        "interest": money(totals.interest),
        "lost": money(totals.lost),
    })
}

fn measures(assessment: &FundAssessment) -> Value {
    let FundAssessment { measures, edges, .. } = assessment;
    json!({
        "lent": money(measures.lent),
        "loans": measures.loans,
        "multiplier": measures.multiplier.map(ratio),
        "idle_share": measures.idle_share.map(|share| share.to_string()),
        "put_in": money(measures.put_in),
        "net_worth": money(measures.net_worth),
        "net_worth_real": money(measures.net_worth_real),
        "put_in_real": money(measures.put_in_real),
        "lowest_cash": money(measures.lowest.0),
        "lowest_cash_month": measures.lowest.1.to_string(),
        "below_from": measures.below_zero.map(|month| month.to_string()),
        "edge_interest": edges.interest.map(|rate| rate.to_string()),
        "edge_loss": edges.loss.map(|share| share.to_string()),
    })
}

fn not_counted(assessment: &FundAssessment) -> Value {
    fn named<'a, T>(
        group: &'a str,
        entries: &'a [crate::case::Entry<T>],
    ) -> impl Iterator<Item = Value> + 'a {
        let left_out = entries.iter().filter(|entry| entry.pro_memorie);
        left_out.map(move |entry| format!("{group}.{}", entry.id).into())
    }
    let fund = &assessment.fund;
    named("cost", &fund.costs)
        .chain(named("contribution", &fund.contributions))
        .chain(named("lending", &fund.lending))
        .collect()
}
