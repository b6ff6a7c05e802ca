//! The quick road of a draw: where what is drawn only scales streams, each of these is posted by one
//! multiplication a month, and all else is posted once. What a draw does besides, such as to an
//! index or an earmark, is laid over the case.

use super::draw::{Draw, Drawn};
use crate::case::{
    Case, Cost, Effect, Entry, FollowBy, Followed, Form, Funding, Income, Outcome, Schedule,
    Stream, Unit, Versions,
};
use crate::exact::{Exactly, Trouble};
use crate::money::{Amount, Quantity, Share};
use crate::postings::{FundingPosting, Postings};
use crate::statements::Group;
use crate::stream::posting::{self, Flow, Impact};
use crate::stream::terms::{self, Bias};
use crate::stream::{Payments, Scaled, Series, Summed};
use crate::whatif::Trial;
use crate::whatif::inputs::overlay;
use crate::words::{Key, Word};
use indexmap::IndexSet;
use rust_decimal::Decimal;
use std::sync::Arc;

/// What each draw changes.
#[derive(Debug)]
pub struct Quick {
    /// The streams that it only scales.
    streams: Vec<Stretched>,
    /// The places of the ranges that it takes more than that for.
    laid: Vec<usize>,
}

/// An entry: its group, and its place in that.
type Spot = (Group, usize);

/// An entry that posts what it posts for one, times some numbers; where it follows several, the sum
/// of such.
#[derive(Debug)]
struct Stretched {
    spot: Spot,
    /// The factors of each product.
    products: Vec<Vec<Factor>>,
    accrual: Summed,
    /// Of an effect.
    cashable: Option<Scaled>,
    /// Of an avoided cost of which somebody else no longer gets a part.
    transfer: Option<Scaled>,
    /// Of what is paid.
    payments: Payments,
}

/// Numbers that an entry goes with together.
struct Product {
    numbers: Vec<Number>,
    /// Along which entries it comes: what at each spot is followed.
    way: Vec<(Spot, Followed)>,
}

/// A number of a case that an entry goes with.
struct Number {
    /// The entry that it stands in: `cost.kitchen`.
    entry: String,
    key: Key,
    value: Decimal,
}

/// A number that an entry is multiplied by, as a whole number of its last decimal.
#[derive(Clone, Copy, Debug)]
enum Factor {
    Fixed(u64),
    /// The place of its range.
    Drawn(usize),
}

impl Factor {
    /// The factor of a number at a path, and its decimals.
    fn of(number: &Number, ranges: &[Drawn]) -> Option<(Self, u32)> {
        let path = format!("{}.{}", number.entry, number.key);
        let mut ranges = ranges.iter().enumerate();
        if let Some((range, drawn)) = ranges.find(|(_, drawn)| drawn.input.path() == path) {
            return Some((Self::Drawn(range), drawn.decimals()));
        }
        let value = number.value.normalize();
        Some((Self::Fixed(u64::try_from(value.mantissa()).ok()?), value.scale()))
    }
}

impl Quick {
    /// The quick road of a case, as far as there is one.
    pub fn of(trial: &Trial, ranges: &[Drawn]) -> Self {
        let moving = ranges.iter().enumerate().filter(|(_, drawn)| drawn.moves());
        let reach = moving.map(|(place, drawn)| match touched(trial, drawn) {
            Some(spots) => Reach { place, is_factor: is_factor(drawn), spots },
            None => Reach { place, is_factor: false, spots: Vec::new() },
        });
        let reach: Vec<_> = reach.collect();
        let spots: IndexSet<Spot> = reach.iter().flat_map(|reach| &reach.spots).copied().collect();
        let one = of_one(&trial.case);
        // What is fact is not scaled.
        let stream = |spot| {
            trial.case.actual.is_none().then(|| Stretched::of(trial, &one, spot, ranges)).flatten()
        };
        let mut streams: Vec<_> = spots.into_iter().filter_map(stream).collect();
        let mut laid = Vec::new();
        // What is laid may reach streams that others scale: these are then laid as well.
        loop {
            let is_scaled = |spot: &Spot| streams.iter().any(|stream| stream.spot == *spot);
            let only_scales = |reach: &&Reach| reach.is_factor && reach.spots.iter().all(is_scaled);
            let (_, others): (Vec<_>, Vec<_>) = reach.iter().partition(only_scales);
            if others.len() == laid.len() {
                return Self { streams, laid };
            }
            laid = others.iter().map(|reach| reach.place).collect();
            streams.retain(|stream| others.iter().all(|reach| !reach.spots.contains(&stream.spot)));
        }
    }

    /// The places of the ranges whose values are to be laid over the case.
    pub fn laid(&self) -> &[usize] {
        &self.laid
    }

    /// Writes what a draw posts over what another posted; `None` where a rounding has to go the
    /// ordinary road.
    pub fn post(&self, draw: &Draw, postings: &mut Postings) -> Option<()> {
        self.streams.iter().try_for_each(|stream| stream.post(draw, postings))
    }
}

/// What the value of a range reaches.
struct Reach {
    place: usize,
    is_factor: bool,
    /// The entries that post something else, or might.
    spots: Vec<Spot>,
}

/// Whether a number is one of those that [`products`] tell: whatever else it is laid under, such as
/// an index, changes a stream in other ways.
fn is_factor(drawn: &Drawn) -> bool {
    let key = drawn.input.keys.last().and_then(|key| Key::of(key));
    matches!(key, Some(Key::Amount | Key::Quantity | Key::Price | Key::Share))
}

/// The entries that post something else when a number takes another value, or might; `None` where
/// that cannot be computed.
fn touched(trial: &Trial, drawn: &Drawn) -> Option<Vec<Spot>> {
    let value = drawn.another();
    let other = trial.with(&overlay(std::iter::once((&drawn.input, &value)))).ok()?;
    let (before, after) = (trial.journal.all(), other.journal.all());
    let mut touched = Vec::new();
    let mut note = |group, changed: Vec<bool>| {
        let places = changed.into_iter().enumerate().filter(|(_, changed)| *changed);
        touched.extend(places.map(|(place, _)| (group, place)));
    };
    note(Group::Cost, changed(&before.costs, &after.costs));
    note(Group::Funding, changed(&before.funding, &after.funding));
    note(Group::Avoided, changed(&before.avoided, &after.avoided));
    note(Group::Value, changed(&before.values, &after.values));
    note(Group::Burden, changed(&before.burdens, &after.burdens));
    note(Group::Opening, changed(&before.openings, &after.openings));
    note(Group::Reserve, changed(&before.reserves, &after.reserves));
    Some(touched)
}

fn changed<T>(before: &[Arc<T>], after: &[Arc<T>]) -> Vec<bool> {
    before.iter().zip(after).map(|(before, after)| !Arc::ptr_eq(before, after)).collect()
}

/// The products whose sum an entry goes with; `None` where it is no such sum.
fn products(case: &Case, (group, place): Spot) -> Option<Vec<Product>> {
    let effect = |entries: &[Entry<Effect>]| {
        let entry = entries.get(place).filter(|entry| entry.later.is_empty())?;
        of_unit(&format!("{}.{}", group.id(), entry.id), &entry.what.stream).map(alone)
    };
    match group {
        Group::Cost => {
            let entry = case.costs.get(place).filter(|entry| entry.later.is_empty())?;
            let Cost { schedule, investment: None, milestones: None, .. } = &entry.what else {
                return None;
            };
            let path = format!("{}.{}", Group::Cost.id(), entry.id);
            of_schedule(case, (group, place), &path, schedule)
        }
        Group::Funding => {
            let entry = case.funding.get(place).filter(|entry| entry.later.is_empty())?;
            let path = format!("{}.{}", Group::Funding.id(), entry.id);
            match &entry.what.form {
                Form::Income(Income {
                    schedule,
                    covers: None,
                    advance: None,
                    milestones: None,
                    ..
                }) => of_schedule(case, (group, place), &path, schedule),
                Form::Outcome(Outcome { of, share, cap: None, .. }) => {
                    let mut all = products(case, (*of)?.spot())?;
                    for Product { numbers, .. } in &mut all {
                        let (entry, value) = (path.clone(), share.0);
                        numbers.push(Number { entry, key: Key::Share, value });
                    }
                    Some(all)
                }
                Form::Equity(equity) if equity.milestones.is_none() => {
                    of_unit(&path, &equity.stream).map(alone)
                }
                Form::InKind(in_kind) => of_unit(&path, &in_kind.stream).map(alone),
                Form::Income(_) | Form::Outcome(_) | Form::Equity(_) | Form::Loan(_) => None,
            }
        }
        Group::Avoided => effect(&case.avoided),
        Group::Value => effect(&case.values),
        Group::Burden => effect(&case.burdens),
        // What does not go through the months is laid, and so is what is set apart.
        Group::Opening | Group::Reserve => None,
    }
}

fn of_unit(path: &str, stream: &Stream) -> Option<Vec<Number>> {
    let number = |key, value| Number { entry: path.to_owned(), key, value };
    match &stream.unit {
        Unit::Amount(amount) => Some(vec![number(Key::Amount, amount.0)]),
        Unit::Priced { quantity, price } => {
            Some(vec![number(Key::Quantity, quantity.0), number(Key::Price, price.0)])
        }
        Unit::PricedByYear { quantity, .. } => Some(vec![number(Key::Quantity, quantity.0)]),
        Unit::Amounts(_) => None,
    }
}

/// One product, that follows nothing.
fn alone(numbers: Vec<Number>) -> Vec<Product> {
    vec![Product { numbers, way: Vec::new() }]
}

fn of_schedule(case: &Case, spot: Spot, path: &str, schedule: &Schedule) -> Option<Vec<Product>> {
    let follow = match schedule {
        Schedule::Own(stream) => return of_unit(path, stream).map(alone),
        Schedule::Follows(follow) => follow,
    };
    let number = |key, value| Number { entry: path.to_owned(), key, value };
    let mut all = Vec::new();
    for &of in &follow.of {
        let followed = match of {
            Followed::Cost(place) => products(case, (Group::Cost, place))?,
            Followed::Funding(place) => products(case, (Group::Funding, place))?,
        };
        all.extend(followed.into_iter().map(|Product { mut numbers, mut way }| {
            match &follow.by {
                FollowBy::Share(share) => numbers.push(number(Key::Share, share.0)),
                FollowBy::Price { price, .. } => {
                    // Its units, and not what they cost.
                    numbers.retain(|number| number.key == Key::Quantity);
                    numbers.push(number(Key::Price, price.0));
                }
            }
            way.push((spot, of));
            Product { numbers, way }
        }));
    }
    (!all.is_empty()).then_some(all)
}

/// A case in which only one way of those that lead from an entry is followed.
fn only_along(case: &Case, way: &[(Spot, Followed)]) -> Case {
    let mut case = case.clone();
    for &((group, place), of) in way {
        let schedule = match group {
            Group::Cost => case.costs.get_mut(place).map(|entry| &mut entry.what.schedule),
            _ => case.funding.get_mut(place).and_then(|entry| match &mut entry.what.form {
                Form::Income(income) => Some(&mut income.schedule),
                _ => None,
            }),
        };
        if let Some(Schedule::Follows(follow)) = schedule {
            follow.of = vec![of];
        }
    }
    case
}

/// The same case with one in the place of every such number.
fn of_one(case: &Case) -> Case {
    let mut case = case.clone();
    let effects = [&mut case.avoided, &mut case.values, &mut case.burdens];
    for entry in effects.into_iter().flatten() {
        one_unit(&mut entry.what.stream);
    }
    for entry in &mut case.costs {
        one_schedule(&mut entry.what.schedule);
    }
    for entry in &mut case.funding {
        match &mut entry.what.form {
            Form::Income(income) => one_schedule(&mut income.schedule),
            Form::Outcome(outcome) => outcome.share = Share::ALL,
            Form::Equity(equity) => one_unit(&mut equity.stream),
            Form::InKind(in_kind) => one_unit(&mut in_kind.stream),
            Form::Loan(_) => {}
        }
    }
    case
}

fn one_unit(stream: &mut Stream) {
    let one = Amount(Decimal::ONE);
    match &mut stream.unit {
        Unit::Amount(amount) => *amount = one,
        Unit::Priced { quantity, price } => {
            (*quantity, *price) = (Quantity(Decimal::ONE), one);
        }
        Unit::PricedByYear { quantity, .. } => *quantity = Quantity(Decimal::ONE),
        Unit::Amounts(_) => {}
    }
}

fn one_schedule(schedule: &mut Schedule) {
    match schedule {
        Schedule::Own(stream) => one_unit(stream),
        Schedule::Follows(follow) => match &mut follow.by {
            FollowBy::Share(share) => *share = Share::ALL,
            FollowBy::Price { price, .. } => *price = Amount(Decimal::ONE),
        },
    }
}

/// A part of an entry that never becomes something else.
fn only<'a, T>(versions: &Versions<'a, Funding>, part: &'a T) -> Versions<'a, T> {
    versions.of_kind(part, |_| None)
}

/// What an entry of a case of ones comes to, and the parts of an effect.
struct OfOne {
    accrual: Series<Exactly>,
    cashable: Option<Series<Exactly>>,
    transfer: Option<Series<Exactly>>,
}

fn series(one: &Case, group: Group, place: usize) -> Result<OfOne, Trouble> {
    let effect = |entries: &[Entry<Effect>], bias| -> Result<OfOne, Trouble> {
        let entry = entries.get(place).ok_or(Trouble::Unsure)?.versions();
        let transfers = !entry.all(|effect| effect.transfer == Share::default());
        Ok(OfOne {
            accrual: terms::effect(one, &entry, bias)?,
            cashable: Some(terms::cashable(one, &entry)?),
            transfer: transfers.then(|| terms::transferred(one, &entry)).transpose()?,
        })
    };
    let own = match group {
        Group::Cost => {
            let entry = one.costs.get(place).ok_or(Trouble::Unsure)?;
            terms::cost(one, &entry.versions())?
        }
        Group::Funding => {
            let entry = one.funding.get(place).ok_or(Trouble::Unsure)?;
            let versions = entry.versions();
            match &entry.what.form {
                Form::Income(first) => terms::income(one, &only(&versions, first))?,
                Form::Outcome(first) => terms::outcome(one, &only(&versions, first))?,
                Form::Equity(first) => terms::plain(one, &only(&versions, &first.stream))?,
                Form::InKind(first) => terms::plain(one, &only(&versions, &first.stream))?,
                Form::Loan(_) => return Err(Trouble::Unsure),
            }
        }
        Group::Avoided => return effect(&one.avoided, Bias::TakesOff),
        Group::Value => return effect(&one.values, Bias::TakesOff),
        Group::Burden => return effect(&one.burdens, Bias::Adds),
        Group::Opening | Group::Reserve => return Err(Trouble::Unsure),
    };
    Ok(OfOne { accrual: own, cashable: None, transfer: None })
}

/// When what an entry posts is paid.
fn payments(case: &Case, group: Group, place: usize) -> Payments {
    let of_funding = |entry: &Entry<Funding>| {
        let versions = entry.versions();
        match &entry.what.form {
            Form::Income(first) => posting::income_payments(case, &only(&versions, first)),
            Form::Outcome(first) => posting::outcome_payments(case, &only(&versions, first)),
            Form::Equity(first) => posting::equity_payments(case, &only(&versions, first)),
            Form::InKind(_) | Form::Loan(_) => Payments::AtOnce,
        }
    };
    match group {
        Group::Cost => {
            case.costs.get(place).map(|cost| posting::cost_payments(case, &cost.versions()))
        }
        Group::Funding => case.funding.get(place).map(of_funding),
        Group::Avoided | Group::Value | Group::Burden | Group::Opening | Group::Reserve => None,
    }
    .unwrap_or(Payments::AtOnce)
}

/// How many units a draw has of a product.
fn units(product: &[Factor], draw: &Draw) -> Option<u64> {
    product.iter().try_fold(1_u64, |units, factor| {
        let factor = match *factor {
            Factor::Fixed(factor) => factor,
            Factor::Drawn(range) => u64::try_from(draw.values.get(range)?.mantissa()).ok()?,
        };
        units.checked_mul(factor)
    })
}

impl Stretched {
    /// The entry at a spot, if what it posts is a product; `one` is the case with ones for all
    /// numbers that may be drawn.
    fn of(trial: &Trial, one: &Case, spot: Spot, ranges: &[Drawn]) -> Option<Self> {
        let (group, place) = spot;
        let (mut products, mut scales) = (Vec::new(), Vec::new());
        let mut parts = Vec::new();
        let all = self::products(&trial.case, spot)?;
        for Product { numbers, way } in &all {
            let factors: Option<Vec<_>> =
                numbers.iter().map(|number| Factor::of(number, ranges)).collect();
            let (factors, decimals): (Vec<_>, Vec<_>) = factors?.into_iter().unzip();
            let scale = decimals.iter().sum();
            if all.len() > 1 {
                let of_one = series(&only_along(one, way), group, place).ok()?;
                parts.push(Scaled::of(&of_one.accrual, scale).ok()??);
            }
            products.push(factors);
            scales.push(scale);
        }
        let of_one = series(one, group, place).ok()?;
        let scale = scales.into_iter().next()?;
        let scaled = |series: &Series<Exactly>| Scaled::of(series, scale).ok()?;
        if all.len() == 1 {
            parts.push(scaled(&of_one.accrual)?);
        }
        let part = |series: Option<Series<Exactly>>| match series {
            Some(series) => scaled(&series).map(Some),
            None => Some(None),
        };
        Some(Self {
            spot,
            products,
            accrual: Summed::of(parts),
            cashable: part(of_one.cashable)?,
            transfer: part(of_one.transfer)?,
            payments: payments(&trial.case, group, place),
        })
    }

    fn post(&self, draw: &Draw, postings: &mut Postings) -> Option<()> {
        if let [product] = self.products.as_slice() {
            return self.post_units(&[units(product, draw)?], postings);
        }
        let all: Option<Vec<_>> = self.products.iter().map(|one| units(one, draw)).collect();
        self.post_units(&all?, postings)
    }

    fn post_units(&self, units: &[u64], postings: &mut Postings) -> Option<()> {
        let (group, place) = self.spot;
        match group {
            Group::Cost => {
                self.flow(units, &mut Arc::make_mut(postings.costs.get_mut(place)?).flow)
            }
            Group::Funding => match Arc::make_mut(postings.funding.get_mut(place)?) {
                FundingPosting::Income(flow) | FundingPosting::Equity(flow) => {
                    self.flow(units, flow)
                }
                FundingPosting::InKind(flow) => self.accrual.post(units, &mut flow.accrual),
                FundingPosting::Loan(_) => None,
            },
            Group::Avoided => self.reach(units, &mut postings.avoided),
            Group::Value => self.reach(units, &mut postings.values),
            Group::Burden => self.reach(units, &mut postings.burdens),
            Group::Opening | Group::Reserve => None,
        }
    }

    fn flow(&self, units: &[u64], flow: &mut Flow) -> Option<()> {
        self.accrual.post(units, &mut flow.accrual)?;
        self.payments.pay_after_into(&flow.accrual, &mut flow.after).ok()?;
        self.payments.pay_into(&flow.accrual, &mut flow.cash).ok()
    }

    fn reach(&self, units: &[u64], impacts: &mut [Arc<Impact>]) -> Option<()> {
        let (_, place) = self.spot;
        let impact = Arc::make_mut(impacts.get_mut(place)?);
        self.accrual.post(units, &mut impact.accrual)?;
        let units = *units.first()?;
        self.cashable.as_ref()?.post(units, &mut impact.cashable)?;
        match &self.transfer {
            Some(transfer) => transfer.post(units, &mut impact.transfer),
            None => Some(()),
        }
    }
}
