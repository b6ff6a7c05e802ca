//! `kind = "loan"`.

use super::entry::Scope;
use super::promise::promise;
use super::register::Register;
use super::stream::{note_past_end, principal};
use crate::calendar::{Month, Rhythm};
use crate::case::{Form, Funding, GraceInterest, Loan, Repayment, Terms};
use crate::document::EntryMistake;
use crate::money::Rate;
use crate::reading::choice::word;
use crate::reading::keys::Given;
use crate::reading::percent::interests;
use crate::reading::text::truth;
use crate::reading::time::{delay, life, month};
use crate::words::{Key, Word};

/// Reads borrowed capital.
pub fn loan(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Funding> {
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let amount = principal(scope);
    let on = draw(scope, register);
    let terms = terms(scope);
    let revolving = scope.keys.get(Key::Revolving, truth).or(false);
    let promise = promise(scope);
    let (terms, promise) = (terms?, promise?);
    let form = Form::Loan(Loan { amount: amount?, on: on?, terms, revolving: revolving? });
    Some(Funding { party: party.optional()?, promise, form })
}

fn draw(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Month> {
    let on = scope.keys.get(Key::On, month);
    if let Some((month, place)) = on.seen() {
        note_past_end(scope, register, (*month, place));
    }
    match on {
        Given::Absent => register.start,
        given => given.right(),
    }
}

/// Reads on which terms money is borrowed: of a loan, and of many small ones.
pub fn terms(scope: &mut Scope<'_, '_>) -> Option<Terms> {
    let interest = scope.keys.get(Key::Interest, interests).or(vec![Rate::default()]);
    let repayment = scope.keys.get(Key::Repayment, word).or(Repayment::default());
    let grace_interest = scope.keys.get(Key::GraceInterest, word);
    if !scope.keys.has(Key::Term) {
        let entry = scope.path();
        scope.keys.wrong(EntryMistake::LoanWithoutTerm { entry });
    }
    let term = scope.keys.get(Key::Term, life);
    let grace = scope.keys.get(Key::Grace, delay);
    let amortised_over = scope.keys.get(Key::AmortisedOver, life);
    let instalments = scope.keys.get(Key::Instalments, word).or(Rhythm::default());
    if let Some(rhythm) = instalments {
        note_part_of_instalment(scope, Key::Term, &term, rhythm);
        note_part_of_instalment(scope, Key::Grace, &grace, rhythm);
        note_part_of_instalment(scope, Key::AmortisedOver, &amortised_over, rhythm);
    }
    if let (Some((term, _)), Some((grace, place))) = (term.seen(), grace.seen())
        && grace >= term
    {
        let (grace, term) = (*grace, *term);
        scope.keys.problems.push(place, EntryMistake::GraceNotShorter { grace, term });
    }
    note_amortised(scope, &term, &amortised_over, repayment);
    let term = term.right()?;
    Some(Terms {
        interest: interest?,
        repayment: repayment?,
        term,
        amortised_over: amortised_over.or(term)?,
        grace: grace.or(0)?,
        grace_interest: grace_interest.or(GraceInterest::default())?,
        instalments: instalments?,
    })
}

fn note_amortised(
    scope: &mut Scope<'_, '_>,
    term: &Given<i32>,
    amortised_over: &Given<i32>,
    repayment: Option<Repayment>,
) {
    let Some((&months, place)) = amortised_over.seen() else { return };
    if repayment == Some(Repayment::Bullet) {
        scope.keys.wrong_at(Key::AmortisedOver, EntryMistake::AmortisedBullet);
    } else if let Some((&term, _)) = term.seen()
        && months < term
    {
        let mistake = EntryMistake::AmortisedTooShort { amortised_over: months, term };
        scope.keys.problems.push(place, mistake);
    }
}

fn note_part_of_instalment(
    scope: &mut Scope<'_, '_>,
    key: Key,
    months: &Given<i32>,
    rhythm: Rhythm,
) {
    let block = rhythm.months();
    if let Some((months, place)) = months.seen()
        && months % block != 0
    {
        let (months, instalments) = (*months, rhythm.spelled());
        let mistake = EntryMistake::NotWholeInstalments { key, months, instalments, block };
        scope.keys.problems.push(place, mistake);
    }
}
