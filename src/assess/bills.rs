//! Bills that several pay: shares that are more than all of it, and earmarks that leave each other
//! less.

use crate::case::{Achieved, Case, FollowBy, Followed, Form, Funding, IncomeKind, Schedule};
use crate::document::WholeMistake;
use crate::exact::{Exactly, Number, Trouble, round_half_away, rounded_quotient};
use crate::money::Cents;
use crate::stream::{Brought, Claimant, Series, Sharing, Standing, terms};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};
use rust_decimal::Decimal;

/// Something to say about a funding entry, by its place in the case.
pub type Noted = (usize, WholeMistake);

/// What is worth saying about who pays for what, all that is requested counted.
pub fn noted(case: &Case) -> Vec<Noted> {
    // What cannot be computed has been told of the entry itself.
    let costs = (0..case.costs.len()).filter_map(|cost| of_cost(case, cost).ok()?);
    let avoided = (0..case.avoided.len()).map(Achieved::Avoided);
    let achieved = avoided.chain((0..case.values.len()).map(Achieved::Value));
    let achieved = achieved.filter_map(|of| of_achieved(case, of).ok()?);
    let sharing = Sharing::all(case);
    let earmarks = sharing.iter().filter_map(|sharing| left_with_less(case, sharing).ok());
    costs.chain(achieved).chain(earmarks.flatten()).collect()
}

/// The places of the funding entries that are so.
fn places(case: &Case, is: impl Fn(&Funding) -> bool) -> Vec<usize> {
    let places = case.funding.iter().enumerate().filter(|(_, entry)| is(&entry.what));
    places.map(|(place, _)| place).collect()
}

/// Shares of a cost that are more than all of it.
fn of_cost(case: &Case, cost: usize) -> Result<Option<Noted>, Trouble> {
    let shares = places(case, |funding| match &funding.form {
        Form::Income(income) => {
            let is_share = matches!(
                &income.schedule,
                Schedule::Follows(follow)
                    if follow.of.contains(&Followed::Cost(cost))
                        && matches!(follow.by, FollowBy::Share(_))
            );
            is_share && income.kind != IncomeKind::Sales && income.covers.is_none()
        }
        _ => false,
    });
    let Some(entry) = case.costs.get(cost).filter(|_| shares.len() > 1) else { return Ok(None) };
    let whole = terms::cost(case, &entry.versions())?;
    let parts = shares.iter().filter_map(|&place| case.funding.get(place)?.income());
    let parts = parts.map(|income| terms::share_of(case, &income, cost));
    more_than_all(
        case,
        &format!("cost.{}", entry.id),
        whole,
        parts.collect::<Result<_, _>>()?,
        &shares,
    )
}

/// Outcome payments that are more than all of what can be taken out of a budget, or of a value.
fn of_achieved(case: &Case, of: Achieved) -> Result<Option<Noted>, Trouble> {
    let shares = places(
        case,
        |funding| matches!(&funding.form, Form::Outcome(outcome) if outcome.of == Some(of)),
    );
    let Some(entry) = of.entry(case).filter(|_| shares.len() > 1) else { return Ok(None) };
    let whole = terms::achieved(case, of)?;
    let parts = shares.iter().filter_map(|&place| case.funding.get(place)?.outcome());
    let parts = parts.map(|outcome| terms::outcome(case, &outcome));
    let of = format!("{}.{}", of.spot().0.id(), entry.id);
    more_than_all(case, &of, whole, parts.collect::<Result<_, _>>()?, &shares)
}

/// The first month in which parts are more than the whole, told of the last of those who bring them.
fn more_than_all(
    case: &Case,
    of: &str,
    whole: Series<Exactly>,
    parts: Vec<Series<Exactly>>,
    shares: &[usize],
) -> Result<Option<Noted>, Trouble> {
    let (_, months) = Series::abreast([vec![whole], parts].concat())?;
    let Some((whole, parts)) = months.split_first() else { return Ok(None) };
    // What was paid twice in a month that is fact was paid.
    let judged_from = usize::try_from(case.judged_from()).unwrap_or(0);
    for (at, (month, whole)) in (0..).zip(whole).enumerate().skip(judged_from) {
        let brought = shares.iter().zip(parts.iter().filter_map(|part| part.get(at)));
        let brought: Vec<_> = brought.filter(|(_, amount)| !amount.is_zero()).collect();
        let mut together = Exactly::zero();
        for (_, amount) in &brought {
            together = together.plus(amount)?;
        }
        if !whole.is_zero() && whole.order(&together)?.is_lt() {
            let places: Vec<_> = brought.iter().map(|(place, _)| **place).collect();
            let share = together.fraction() / whole.fraction();
            let mistake = WholeMistake::PaidTwice {
                of: of.to_owned(),
                entries: paths(case, &places),
                month: case.horizon.month(month),
                share: in_hundredths_of_percent(&share).ok_or(Trouble::Overflow)?,
            };
            return Ok(places.last().map(|&place| (place, mistake)));
        }
    }
    Ok(None)
}

fn in_hundredths_of_percent(share: &BigRational) -> Option<Decimal> {
    let rounded = rounded_quotient(&(share.numer() * 10_000), share.denom());
    Decimal::try_from_i128_with_scale(rounded.to_i128()?, 4).ok()
}

fn path(case: &Case, place: usize) -> Option<String> {
    case.funding.get(place).map(|entry| format!("funding.{}", entry.id))
}

fn paths(case: &Case, places: &[usize]) -> Vec<String> {
    places.iter().filter_map(|&place| path(case, place)).collect()
}

/// The earmarks that would claim more if nothing else claimed.
fn left_with_less(case: &Case, sharing: &Sharing) -> Result<Vec<Noted>, Trouble> {
    if sharing.claimants().len() < 2 {
        return Ok(Vec::new());
    }
    let all = sharing.brought::<Exactly>(case, &|_| Standing::Granted)?;
    let mut noted = Vec::new();
    for one in &all {
        let alone = sharing.brought::<Exactly>(case, &|place| {
            if place == one.place { Standing::Granted } else { Standing::Absent }
        })?;
        let (left, alone) = (claimed(one), alone.first().map(claimed).unwrap_or_default());
        if left < alone {
            let covered = |cost: &usize| one.taken.iter().any(|(of, _)| of == cost);
            let claims_too = |claimant: &&Claimant| {
                let theirs = all.iter().find(|other| other.place == claimant.place);
                claimant.place != one.place
                    && claimant
                        .costs()
                        .iter()
                        .filter(|cost| covered(cost))
                        .any(|cost| theirs.is_none_or(|theirs| takes(theirs, *cost)))
            };
            let others = sharing.claimants().iter().filter(claims_too);
            let others: Vec<_> = others.map(|other| other.place).collect();
            let mistake = WholeMistake::EarmarksExceed {
                entry: path(case, one.place).unwrap_or_default(),
                others: paths(case, &others),
                alone: cents(&alone)?,
                left: cents(&left)?,
                currency: case.currency.clone(),
            };
            noted.push((one.place, mistake));
        }
    }
    Ok(noted)
}

/// Whether an earmark takes anything of a cost.
fn takes(one: &Brought<'_, Exactly>, cost: usize) -> bool {
    let mut taken = one.taken.iter().filter(|(of, _)| *of == cost);
    taken.any(|(_, months)| months.iter().any(|amount| !amount.is_zero()))
}

/// All that an earmark claims.
fn claimed(one: &Brought<'_, Exactly>) -> BigRational {
    let taken = one.taken.iter().flat_map(|(_, months)| months);
    let all = taken.chain(&one.freed).map(Exactly::fraction);
    all.fold(BigRational::zero(), |sum, amount| sum + amount)
        / BigRational::from_integer(one.divisor.into())
}

fn cents(amount: &BigRational) -> Result<Cents, Trouble> {
    Ok(round_half_away(&(amount.numer() * BigInt::from(100)), amount.denom())?)
}
