//! The verdict in a sentence, and what must be said beside it.

use super::{Subject, asks, left_out, promise};
use crate::case::{Case, Party, PartyIndex, TestId, Unsaid, VerdictKind};
use crate::language::{Failure, Flatters, Language, Message, Money, Owed, Spare};
use crate::money::Cents;
use crate::render::blocks::Report;
use crate::statements::Counted;
use crate::verdict::{Figure, Finding, PartyRow, Test, Verdict};

/// The verdict, what was judged, and what is not counted.
pub fn say(report: &mut Report, subject: Subject<'_>, case: &Case, verdict: &Verdict) {
    match verdict.kind {
        VerdictKind::Closes => closes(report, case, verdict),
        VerdictKind::Conditional => conditional(report, case, verdict),
        VerdictKind::DoesNotClose => does_not_close(report, case, verdict),
    }
    let left_out: Vec<_> =
        left_out(case, report.language).into_iter().map(|(_, entry, _)| entry).collect();
    if !left_out.is_empty() {
        report.say(&Message::LeftOut(left_out));
    }
    report.laid(subject.layers);
    report.say(&Message::Scope {
        from: case.horizon.start,
        until: case.horizon.last(),
        length: case.horizon.end(),
        currency: &case.currency,
    });
}

/// Whether the verdict is what the file expects.
pub fn expected(report: &mut Report, case: &Case, verdict: &Verdict) {
    if let Some(expected) = case.expect {
        report.say(&Message::Expected { expected, met: expected == verdict.kind });
    }
}

fn closes(report: &mut Report, case: &Case, verdict: &Verdict) {
    let lowest = test(verdict, TestId::Liquidity);
    report.lead(&Message::Closes {
        case: case.name.to_people(report.language),
        aside: &aside(case, report.language),
        asks: asks(case),
        apart: !case.reserves.is_empty(),
        lowest: amount(case, lowest),
        month: lowest.and_then(|test| test.certain?.month).unwrap_or(case.horizon.start),
        spare: spare(case, verdict),
    });
    if verdict.closes_without_requests_only {
        let failures = failures(case, verdict, Counted::All, report.language);
        failures.into_iter().take(1).for_each(|failure| {
            report.say(&Message::WouldNotCloseWithAll(failure));
        });
    }
}

/// What there is to spare at the end.
fn spare<'c>(case: &'c Case, verdict: &Verdict) -> Spare<'c> {
    let found = |id| amount(case, test(verdict, id));
    if case.ends {
        let lowest = found(TestId::Repayment);
        return Spare::UntilSettled { last: case.horizon.last(), lowest };
    }
    let year = case.horizon.label(case.years().saturating_sub(1));
    Spare::InLastYear { year, result: found(TestId::Structural) }
}

/// The costs that stand pro memorie: what they will come to may yet turn the verdict.
fn aside(case: &Case, language: Language) -> Vec<&str> {
    let costs = case.costs.iter().filter(|entry| entry.pro_memorie);
    costs.map(|entry| entry.name.to_people(language)).collect()
}

/// What the file leaves to defaults that flatter, if anything.
pub fn flatters(report: &mut Report, case: &Case, verdict: &Verdict) {
    let language = report.language;
    let unsaid = |of: fn(Unsaid) -> bool| -> Vec<_> {
        let entries = case.avoided.iter().filter(|entry| of(entry.last().unsaid));
        entries.map(|entry| entry.name.to_people(language)).collect()
    };
    let rows = case.parties.iter().zip(&verdict.parties);
    let public = rows.filter(|(party, row)| !party.says_public && row.pays > Cents::ZERO);
    let public: Vec<_> = public.map(|(party, _)| party.name.to_people(language)).collect();
    let deadweight = unsaid(|unsaid| unsaid.deadweight);
    let cashable = unsaid(|unsaid| unsaid.cashable);
    if !(deadweight.is_empty() && cashable.is_empty() && public.is_empty()) {
        report.say(&Message::Flatters(Flatters { deadweight, cashable, public }));
    }
}

/// A test; liquidity and result are there in every case.
pub fn test(verdict: &Verdict, id: TestId) -> Option<&Test> {
    verdict.tests.iter().find(|test| test.id == id)
}

/// What it found on certain funding.
fn amount<'c>(case: &'c Case, test: Option<&Test>) -> Money<'c> {
    let amount = match test.and_then(|test| Some(test.certain?.reached(test.threshold))) {
        Some(Figure::Money(amount)) => amount,
        Some(Figure::Ratio(_)) | None => Cents::ZERO,
    };
    Money { amount, currency: &case.currency }
}

fn conditional(report: &mut Report, case: &Case, verdict: &Verdict) {
    let places = &verdict.conditions;
    report.lead(&Message::Conditional {
        case: case.name.to_people(report.language),
        aside: &aside(case, report.language),
        promises: promise::of(case, places, report.language),
        ends: case.ends,
    });
    let failures = failures(case, verdict, Counted::Certain, report.language);
    let mut failures = failures.into_iter();
    if let Some(failure) = failures.next() {
        report.say(&Message::Until { promises: places.len(), failure });
    }
    failures.for_each(|failure| report.say(&Message::FailsToo(failure)));
}

fn does_not_close(report: &mut Report, case: &Case, verdict: &Verdict) {
    let mut failures = failures(case, verdict, Counted::All, report.language).into_iter();
    if let Some(failure) = failures.next() {
        let (name, aside) = (case.name.to_people(report.language), &aside(case, report.language));
        report.lead(&Message::DoesNotClose { case: name, aside, asks: asks(case), failure });
    }
    failures.for_each(|failure| report.say(&Message::FailsToo(failure)));
}

/// The required tests that fail in a run, in their order.
fn failures<'a>(
    case: &'a Case,
    verdict: &Verdict,
    run: Counted,
    language: Language,
) -> Vec<Failure<'a>> {
    let required = verdict.tests.iter().filter(|test| test.required);
    required.filter_map(|test| failure(case, verdict, (test, run), language)).collect()
}

/// A test's failure in a run, if it fails there.
pub fn failure<'a>(
    case: &'a Case,
    verdict: &Verdict,
    (test, run): (&Test, Counted),
    language: Language,
) -> Option<Failure<'a>> {
    let (finding, owed) = match run {
        Counted::Certain => (test.certain, &verdict.owed_certain),
        Counted::All => (test.all, &verdict.owed_all),
    };
    let finding = finding.filter(|finding| !finding.passes)?;
    Some(Failure {
        test: test.id,
        finding,
        threshold: test.threshold,
        parties: concerned(case, verdict, (test.id, finding), language),
        owed: owed.iter().filter_map(|&place| self::owed(case, place, language)).collect(),
        ends: case.ends,
        apart: !case.reserves.is_empty(),
        during: case.horizon,
        currency: &case.currency,
    })
}

/// The names of the parties that a failure concerns.
fn concerned<'a>(
    case: &'a Case,
    verdict: &Verdict,
    (test, finding): (TestId, Finding),
    language: Language,
) -> Vec<&'a str> {
    let rows = || case.parties.iter().zip(&verdict.parties);
    let those = |holds: fn(&Party, &PartyRow) -> bool| -> Vec<_> {
        let those = rows().filter(|(party, row)| holds(party, row));
        those.map(|(party, _)| party.name.to_people(language)).collect()
    };
    match (test, finding.party) {
        (_, Some(party)) => name(case, party, language).into_iter().collect(),
        (TestId::Payers, None) => those(|_, row| row.pays > Cents::ZERO),
        (TestId::PublicReturn, None) => {
            those(|party, row| party.public && (row.pays, row.benefits.saves) != NOTHING)
        }
        (
            TestId::Liquidity
            | TestId::Structural
            | TestId::Repayment
            | TestId::Dscr
            | TestId::Dependence
            | TestId::SocialReturn,
            None,
        ) => Vec::new(),
    }
}

/// That a party neither pays nor saves.
const NOTHING: (Cents, Cents) = (Cents::ZERO, Cents::ZERO);

fn name(case: &Case, party: PartyIndex, language: Language) -> Option<&str> {
    case.parties.get(party.0).map(|party| party.name.to_people(language))
}

/// A loan with who lent it.
fn owed(case: &Case, place: usize, language: Language) -> Option<Owed<'_>> {
    let entry = case.funding.get(place)?;
    let lender = entry.what.party.and_then(|party| name(case, party, language));
    Some(Owed { loan: entry.name.to_people(language), lender })
}
