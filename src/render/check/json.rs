//! The object of `check`.

use crate::assess::Assessment;
use crate::case::{Case, TestId, VerdictKind};
use crate::document::Document;
use crate::render::json::{
    FORMAT, figure, head, money, object, path, problems, ratio, tally as tally_of,
};
use crate::render::subject::Subject;
use crate::statements::Group;
use crate::verdict::{Finding, PartyRow, Test, Verdict, Year, YearCash};
use crate::whatif::sources::Tally;
use serde_json::Value;

/// The verdict of a case, and what it rests on.
pub fn object(
    subject: Subject,
    document: &Document,
    assessment: &Assessment,
    tally: Tally,
) -> Value {
    let Assessment { case, verdict, warnings, .. } = assessment;
    let funding = |places: &[usize]| -> Value {
        places.iter().filter_map(|&place| path(case, Group::Funding, place)).collect()
    };
    object!({
        "format": FORMAT,
        "case": head(subject, case),
        "story": case.story.as_ref().map(|story| story.to_programs(case.language)),
        "verdict": verdict.kind.id(),
        "conditions": funding(&verdict.conditions),
        "indispensable": funding(&verdict.indispensable),
        "tests": verdict.tests.iter().map(|it| test_of(case, verdict, it)).collect::<Value>(),
        "years": verdict.years.iter().zip(1..).map(year).collect::<Value>(),
        "parties": parties(case, verdict),
        "measures": measures(verdict),
        "not_counted": not_counted(case),
        "assumptions": tally_of(tally),
        "expect": expect(case.expect, verdict.kind),
        "warnings": problems::told(&document.sources, warnings),
    })
}

/// A test of a case, with the party whose figure it is where it is about one.
fn test_of(case: &Case, verdict: &Verdict, of: &Test) -> Value {
    let mut object = test(verdict, of);
    if let TestId::Dependence | TestId::Payers = of.id {
        for (run, finding) in [("certain", of.certain), ("all", of.all)] {
            let party = finding.and_then(|finding| case.parties.get(finding.party?.0));
            if let Some(Value::Object(run)) = object.get_mut(run) {
                run.insert("party".to_owned(), party.map(|party| party.id.as_str()).into());
            }
        }
    }
    object
}

/// A test, with the case year whose figure it is where it is about one.
pub fn test(verdict: &Verdict, test: &Test) -> Value {
    let run = |finding: Option<Finding>| {
        let month = finding.and_then(|finding| finding.month).map(|month| month.to_string());
        let mut run = object!({
            "result": result(finding),
            "figure": finding.map(|finding| figure(finding.figure)),
            "threshold": figure(test.threshold),
            "month": month,
        });
        if let (true, Value::Object(run)) = (finding.is_some_and(|it| it.rounding), &mut run) {
            run.insert("rounding".to_owned(), true.into());
        }
        let below = finding.and_then(|finding| finding.below_from);
        if let (TestId::Liquidity, Value::Object(run)) = (test.id, &mut run) {
            run.insert("below_from".to_owned(), below.map(|month| month.to_string()).into());
        }
        if let TestId::Structural | TestId::Dscr | TestId::Dependence = test.id {
            let year = finding.and_then(|finding| verdict.years.get(finding.year?));
            if let Value::Object(run) = &mut run {
                run.insert("year".to_owned(), year.map(|year| year.label.as_str()).into());
            }
        }
        run
    };
    object!({
        "id": test.id.id(),
        "required": test.required,
        "certain": run(test.certain),
        "all": run(test.all),
    })
}

/// The name of what a test found.
pub fn result(finding: Option<Finding>) -> &'static str {
    match finding {
        None => "not_applicable",
        Some(Finding { passes: true, .. }) => "pass",
        Some(Finding { passes: false, .. }) => "fail",
    }
}

fn year((year, number): (&Year, usize)) -> Value {
    let cash = |cash: &YearCash| {
        object!({
            "opening": money(cash.opening),
            "receipts": money(cash.receipts),
            "payments": money(cash.payments),
            "closing": money(cash.closing),
            "reserved": money(cash.reserved),
            "lowest": money(cash.lowest),
        })
    };
    object!({
        "year": number,
        "label": year.label.as_str(),
        "certain": cash(&year.certain),
        "all": cash(&year.all),
    })
}

fn parties(case: &Case, verdict: &Verdict) -> Value {
    let row = |(place, row): (usize, &PartyRow)| {
        let party = case.parties.get(place)?;
        Some(object!({
            "id": party.id.as_str(),
            "name": party.name.to_programs(case.language),
            "public": party.public,
            "pays": money(row.pays),
            "repaid": money(row.repaid),
            "saves": money(row.benefits.saves),
            "cashable": money(row.benefits.cashable),
            "transfer": money(row.benefits.transfer),
            "gains": money(row.benefits.gains),
            "bears": money(row.benefits.bears),
            "net": money(row.net),
            "ratio": row.ratio.map(ratio),
        }))
    };
    verdict.parties.iter().enumerate().filter_map(row).collect()
}

fn measures(verdict: &Verdict) -> Value {
    let measures = &verdict.measures;
    let payback = measures.public_payback.and_then(|year| verdict.years.get(year.checked_sub(1)?));
    object!({
        "npv": money(measures.npv),
        "social_balance": money(measures.social_balance),
        "public_return": measures.public_return.map(ratio),
        "social_return": measures.social_return.map(ratio),
        "public_payback": measures.public_payback,
        "public_payback_year": payback.map(|year| year.label.as_str()),
    })
}

fn not_counted(case: &Case) -> Value {
    let left_out = case.entries().filter(|entry| entry.pro_memorie);
    left_out.map(|entry| entry.path()).collect()
}

/// What a file expects of itself, and whether that is so; null where it does not say.
pub fn expect(expected: Option<VerdictKind>, found: VerdictKind) -> Value {
    match expected {
        Some(expected) => object!({"verdict": expected.id(), "met": expected == found}),
        None => Value::Null,
    }
}
