//! What is asked for, as the file says it.

use crate::calendar::Month;
use crate::case::{
    Achieved, Case, FollowBy, Followed, Form, Funding, Income, Loan, Outcome, Schedule, Stream,
    Timing, Unit,
};
use crate::language::{Language, Promise, Span, Terms};

/// The promises that these places in [`Case::funding`] wait for.
pub fn of<'a>(case: &'a Case, places: &[usize], language: Language) -> Vec<Promise<'a>> {
    let entries = places.iter().filter_map(|&place| case.funding.get(place));
    entries
        .map(|entry| Promise {
            entry: entry.name.to_people(language),
            party: entry
                .what
                .party
                .and_then(|party| case.parties.get(party.0))
                .map(|party| party.name.to_people(language)),
            terms: terms(case, &entry.what, language),
            currency: &case.currency,
        })
        .collect()
}

fn terms<'a>(case: &'a Case, funding: &'a Funding, language: Language) -> Terms<'a> {
    match &funding.form {
        Form::Income(income) => income_terms(case, income, language),
        Form::Outcome(outcome) => outcome_terms(case, outcome, language),
        Form::Equity(equity) => stream(case, &equity.stream),
        Form::InKind(in_kind) => stream(case, &in_kind.stream),
        Form::Loan(Loan { amount, on, terms, .. }) => {
            let interest = terms.interest.iter().map(|rate| rate.0).collect();
            Terms::Loan { amount: amount.0, on: *on, interest, term: terms.term }
        }
    }
}

fn income_terms<'a>(case: &'a Case, income: &'a Income, language: Language) -> Terms<'a> {
    match &income.schedule {
        Schedule::Own(own) => stream(case, own),
        Schedule::Follows(follow) => {
            let name = |of: &Followed| match *of {
                Followed::Cost(place) => Some(&case.costs.get(place)?.name),
                Followed::Funding(place) => Some(&case.funding.get(place)?.name),
            };
            let names = follow.of.iter().filter_map(name);
            let of = names.map(|name| name.to_people(language)).collect();
            match &follow.by {
                FollowBy::Price { price, .. } => Terms::PriceOf { price: price.0, of },
                FollowBy::Share(share) => Terms::ShareOf { share: share.0, of },
            }
        }
    }
}

fn outcome_terms<'a>(case: &'a Case, outcome: &Outcome, language: Language) -> Terms<'a> {
    let of = outcome.of.and_then(|of| of.entry(case));
    Terms::Outcome {
        saved: !matches!(outcome.of, Some(Achieved::Value(_))),
        share: outcome.share.0,
        of: of.map(|achieved| achieved.name.to_people(language)),
        cap: outcome.cap.map(|cap| cap.0),
        span: span(case, outcome.from, outcome.until),
    }
}

fn stream<'a>(case: &Case, stream: &Stream) -> Terms<'a> {
    match &stream.timing {
        Timing::Once { on } => match &stream.unit {
            Unit::Amount(amount) => Terms::Once { amount: amount.0, on: *on },
            Unit::Amounts(amounts) => {
                Terms::Once { amount: amounts.first().copied().unwrap_or_default().0, on: *on }
            }
            Unit::PricedByYear { quantity, prices } => {
                let price = prices.first().copied().unwrap_or_default().0;
                Terms::UnitsOnce { quantity: quantity.0, price, on: *on }
            }
            Unit::Priced { quantity, price } => {
                Terms::UnitsOnce { quantity: quantity.0, price: price.0, on: *on }
            }
        },
        Timing::Dated(dated) => {
            let amounts = match &stream.unit {
                Unit::Amounts(amounts) => amounts.as_slice(),
                _ => &[],
            };
            let coming = dated.coming();
            let dated = coming.filter_map(|(at, month)| Some((amounts.get(at)?.0, month)));
            Terms::Dated { amounts: dated.collect() }
        }
        Timing::Recurring(recurring) => {
            let (per, span) = (recurring.per, span(case, recurring.from, recurring.until));
            match &stream.unit {
                Unit::Amount(amount) => Terms::Each { amount: amount.0, per, span },
                Unit::Amounts(amounts) => {
                    let amounts = amounts.iter().map(|amount| amount.0).collect();
                    Terms::ByYear { amounts, per, span }
                }
                Unit::PricedByYear { quantity, prices } => {
                    let prices = prices.iter().map(|price| price.0).collect();
                    Terms::UnitsByYear { quantity: quantity.0, prices, per, span }
                }
                Unit::Priced { quantity, price } => {
                    Terms::Units { quantity: quantity.0, price: price.0, per, span }
                }
            }
        }
    }
}

fn span(case: &Case, from: Month, until: Month) -> Span {
    Span { from, until: (until < case.horizon.last()).then_some(until) }
}
