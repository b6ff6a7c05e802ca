//! `kind = "loan"`.

use super::entry::Scope;
use super::funding::promise;
use super::register::Register;
use super::stream::{note_past_end, principal};
use crate::calendar::{Month, Rhythm};
use crate::case::{Loan, Repayment};
use crate::document::EntryMistake;
use crate::money::Rate;
use crate::reading::choice::word;
use crate::reading::keys::Given;
use crate::reading::percent::interest;
use crate::reading::text::truth;
use crate::reading::time::{delay, life, month};
use crate::words::{Key, Word};

/// Reads borrowed capital.
pub fn loan(scope: &mut Scope<'_, '_>, register: &Register<'_>) -> Option<Loan> {
    let party = scope.keys.get(Key::Party, |slot, problems| register.party(slot, problems));
    let amount = principal(scope);
    let on = draw(scope, register);
    let interest = scope.keys.get(Key::Interest, interest).or(Rate::default());
    let repayment = scope.keys.get(Key::Repayment, word).or(Repayment::default());
    let span = span(scope);
    let revolving = scope.keys.get(Key::Revolving, truth).or(false);
    let promise = promise(scope);
    let (span, promise) = (span?, promise?);
    Some(Loan {
        party: party.optional()?,
        amount: amount?,
        on: on?,
        interest: interest?,
        repayment: repayment?,
        term: span.term,
        grace: span.grace,
        instalments: span.instalments,
        revolving: revolving?,
        status: promise.status,
        chance: promise.chance,
    })
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

/// How long a loan runs, in whole instalments.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// Months from the draw to the last instalment.
    pub term: i32,
    /// Months of interest only.
    pub grace: i32,
    /// How often an instalment is paid.
    pub instalments: Rhythm,
}

/// Reads how long a loan runs and in which steps it is repaid.
pub fn span(scope: &mut Scope<'_, '_>) -> Option<Span> {
    if !scope.keys.has(Key::Term) {
        let entry = scope.path();
        scope.keys.wrong(EntryMistake::LoanWithoutTerm { entry });
    }
    let term = scope.keys.get(Key::Term, life);
    let grace = scope.keys.get(Key::Grace, delay);
    let instalments = scope.keys.get(Key::Instalments, word).or(Rhythm::default());
    if let Some(rhythm) = instalments {
        note_part_of_instalment(scope, Key::Term, &term, rhythm);
        note_part_of_instalment(scope, Key::Grace, &grace, rhythm);
    }
    if let (Some((term, _)), Some((grace, place))) = (term.seen(), grace.seen())
        && grace >= term
    {
        let (grace, term) = (*grace, *term);
        scope.keys.problems.push(place, EntryMistake::GraceNotShorter { grace, term });
    }
    Some(Span { term: term.right()?, grace: grace.or(0)?, instalments: instalments? })
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
