//! Earmarks: who pays for which cost, so that no bill is paid twice (reference, section 4.2).

use super::Series;
use super::came::{Fading, Reckoning};
use super::terms;
use crate::case::{
    Case, Entry, Follow, FollowBy, Followed, Funding, Income, IncomeKind, Schedule, Versions,
};
use crate::exact::{Number, Trouble};
use crate::money::Cents;
use std::cmp::Ordering;
use std::vec::IntoIter;

/// Funding that claims the same costs, so that what one brings depends on which others are granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// The costs, as places in [`Case::costs`].
    costs: Vec<usize>,
    /// Who claims them, in the order in which they do so each month.
    claimants: Vec<Claimant>,
}

/// How far a funding entry counts in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Not at all.
    Absent,
    /// As far as what came of it is fact.
    ToDate,
    /// All of it.
    Granted,
}

/// A funding entry that claims costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// Its place in [`Case::funding`].
    pub place: usize,
    /// What it claims.
    pub claims: Claims,
}

/// What a funding entry claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claims {
    /// What it brings of each cost that it is a share of.
    Share(Vec<usize>),
    /// What it has a right to, of costs that it covers at some time, in the order in which it lists
    /// them.
    Earmark(Vec<usize>),
}

impl Claimant {
    /// The costs that it claims.
    pub fn costs(&self) -> &[usize] {
        self.claims.costs()
    }

    /// Whether it posts what it can claim.
    pub fn is_earmark(&self) -> bool {
        matches!(self.claims, Claims::Earmark(_))
    }
}

impl Claims {
    /// What an entry claims, if anything.
    fn of(entry: &Entry<Funding>) -> Option<Self> {
        let income = entry.income()?;
        if !income.all(|income| income.covers.is_none()) {
            return Some(Self::Earmark(named(&income)));
        }
        let costs: Vec<_> = each(all(&income).flat_map(shared));
        (!costs.is_empty()).then_some(Self::Share(costs))
    }

    /// The costs that it claims.
    fn costs(&self) -> &[usize] {
        match self {
            Self::Share(costs) | Self::Earmark(costs) => costs,
        }
    }

    /// Whether it is earmarked for a cost.
    fn names(&self, cost: usize) -> bool {
        matches!(self, Self::Earmark(costs) if costs.contains(&cost))
    }
}

/// The costs that an income covers at some time, each once.
fn named(income: &Versions<'_, Income>) -> Vec<usize> {
    each(all(income).filter_map(|income| income.covers.as_deref()).flatten().copied())
}

/// The costs that an income is a share of, unless it is what a market pays.
fn shared(income: &Income) -> impl Iterator<Item = usize> + '_ {
    let follow = match &income.schedule {
        Schedule::Follows(follow @ Follow { by: FollowBy::Share(_), .. })
            if income.kind != IncomeKind::Sales =>
        {
            Some(follow)
        }
        _ => None,
    };
    follow.into_iter().flat_map(|follow| &follow.of).filter_map(|of| match of {
        Followed::Cost(cost) => Some(*cost),
        Followed::Funding(_) => None,
    })
}

/// What an income is at first and becomes.
fn all<'a>(income: &Versions<'a, Income>) -> impl Iterator<Item = &'a Income> {
    std::iter::once(income.first()).chain(income.later().map(|(_, later)| later))
}

/// Each once.
fn each(costs: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut each = Vec::new();
    for cost in costs {
        if !each.contains(&cost) {
            each.push(cost);
        }
    }
    each
}

impl Sharing {
    /// All earmarked entries of a case, with what claims the same costs together.
    pub fn all(case: &Case) -> Vec<Self> {
        let claimants = case.funding.iter().enumerate();
        let claimants = claimants
            .filter_map(|(place, entry)| Some(Claimant { place, claims: Claims::of(entry)? }));
        let (earmarks, shares): (Vec<_>, Vec<_>) = claimants.partition(Claimant::is_earmark);
        let mut all: Vec<Self> = Vec::new();
        for earmark in earmarks {
            let (with, others): (Vec<_>, _) =
                all.into_iter().partition(|sharing| sharing.claims_any(earmark.costs()));
            all = others;
            all.push(Self::together(with, earmark));
        }
        for share in shares {
            // It takes what it brings, whatever others do, so that it joins nothing.
            for with in all.iter_mut().filter(|sharing| sharing.claims_any(share.costs())) {
                with.claimants.push(share.clone());
            }
        }
        for sharing in &mut all {
            sharing.claimants.sort_by_key(|claimant| {
                let entry = case.funding.get(claimant.place);
                let requested = entry.is_some_and(|entry| entry.what.is_requested());
                (requested, claimant.is_earmark(), claimant.place)
            });
        }
        all
    }

    /// The one earmark that claims its costs, where nobody else does.
    pub fn alone(&self) -> Option<usize> {
        match self.claimants.as_slice() {
            [one] => Some(one.place),
            _ => None,
        }
    }

    fn claims_any(&self, costs: &[usize]) -> bool {
        costs.iter().any(|cost| self.costs.contains(cost))
    }

    /// One of several that an earmark joins.
    fn together(parts: Vec<Self>, earmark: Claimant) -> Self {
        let mut sharing = Self { costs: Vec::new(), claimants: Vec::new() };
        for part in parts {
            sharing.costs.extend(part.costs);
            sharing.claimants.extend(part.claimants);
        }
        let new = earmark.costs().iter().filter(|cost| !sharing.costs.contains(cost));
        let new: Vec<_> = new.copied().collect();
        sharing.costs.extend(new);
        sharing.claimants.push(earmark);
        sharing
    }

    /// Whether runs differ in what they leave to some of it: of those that claim together some are
    /// only requested.
    pub fn differs(&self, case: &Case) -> bool {
        let mut entries =
            self.claimants.iter().filter_map(|claimant| case.funding.get(claimant.place));
        let several = self.claimants.len() > 1;
        entries.any(|entry| entry.what.is_requested() && (several || entry.has_facts()))
    }

    /// The costs that are claimed, as places in [`Case::costs`].
    pub fn costs(&self) -> &[usize] {
        &self.costs
    }

    /// Who claims them, in the order in which they do so each month.
    pub fn claimants(&self) -> &[Claimant] {
        &self.claimants
    }

    /// The exact amounts that each earmarked entry brings where so much of the funding is granted:
    /// what is granted claims, month by month; one that is not granted brings nothing.
    ///
    /// # Errors
    /// When the number cannot hold or compare a value.
    pub fn brought<'c, N: Number>(
        &self,
        case: &'c Case,
        granted: &impl Fn(usize) -> Standing,
    ) -> Result<Vec<Brought<'c, N>>, Trouble> {
        let counts = |claimant: &&Claimant| granted(claimant.place) != Standing::Absent;
        let claimants: Vec<_> = self.claimants.iter().filter(counts).collect();
        let mut amounts = Vec::new();
        for &cost in &self.costs {
            let cost = case.costs.get(cost).ok_or(Trouble::Unsure)?;
            amounts.push(terms::cost(case, &cost.versions())?);
        }
        for claimant in &claimants {
            let entry = case.funding.get(claimant.place).ok_or(Trouble::Unsure)?;
            let income = entry.income().ok_or(Trouble::Unsure)?;
            match &claimant.claims {
                Claims::Share(costs) => {
                    for &cost in costs {
                        amounts.push(terms::share_of(case, &income, cost)?);
                    }
                }
                Claims::Earmark(_) => amounts.push(terms::asked(case, &income)?),
            }
        }
        let (divisor, amounts) = Series::abreast(amounts)?;
        let mut amounts = amounts.into_iter().map(Vec::into_iter);
        let mut bills: Vec<_> = amounts.by_ref().take(self.costs.len()).map(Bill::of).collect();
        let turns = claimants.iter().map(|claimant| {
            let turn = self.turn(case, &claimants, claimant, (divisor, &mut amounts))?;
            let to_date = granted(claimant.place) == Standing::ToDate;
            let stops = case.judged_from();
            Ok::<_, Trouble>(turn.map(|turn| (turn, to_date.then_some(stops))))
        });
        let mut turns: Vec<_> = turns.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        for month in 0..case.horizon.end() {
            bills.iter_mut().try_for_each(Bill::comes)?;
            for (turn, stops) in &mut turns {
                if stops.is_some_and(|stops| month >= stops) {
                    turn.rest();
                } else {
                    turn.claim(month, divisor, &mut bills)?;
                }
            }
        }
        let mut brought = Vec::new();
        for (turn, _) in turns {
            let Turn::Earmark(Earmark { place, income, claimed, freed, purses, differs, .. }) =
                turn
            else {
                continue;
            };
            let mut amounts = Series::over(divisor);
            for claimed in claimed {
                amounts.push(1, claimed);
            }
            let amounts = terms::left_of(case, amounts, &income)?;
            let taken = purses.into_iter().map(|purse| (purse.cost, purse.taken)).collect();
            brought.push(Brought { place, income, amounts, differs, freed, taken, divisor });
        }
        Ok(brought)
    }

    /// What a claimant does each month.
    fn turn<'c, N: Number>(
        &self,
        case: &'c Case,
        claimants: &[&Claimant],
        claimant: &Claimant,
        (divisor, amounts): (i128, &mut impl Iterator<Item = IntoIter<N>>),
    ) -> Result<Option<Turn<'c, N>>, Trouble> {
        let Some(income) = case.funding.get(claimant.place).and_then(Entry::income) else {
            return Ok(None);
        };
        let bill = |cost: usize| self.costs.iter().position(|&bill| bill == cost);
        let costs = match &claimant.claims {
            Claims::Share(costs) => {
                // What it is a share of besides, nobody here is earmarked for.
                let parts = costs.iter().zip(amounts).map(|(&cost, part)| (bill(cost), part));
                let parts = parts.filter_map(|(bill, part)| Some((bill?, part)));
                // What it really brought besides is of the first that it lists.
                let first = costs.first().and_then(|&cost| bill(cost));
                let differs = terms::income_came::<N>(case, &income)?.differs.into_iter();
                return Ok(Some(Turn::Share(Shares { parts: parts.collect(), first, differs })));
            }
            Claims::Earmark(costs) => costs,
        };
        let Some(amounts) = amounts.next() else { return Ok(None) };
        let also = |cost: usize| {
            let mut others = claimants.iter().filter(|other| other.place != claimant.place);
            others.any(|other| other.claims.names(cost))
        };
        let (shared, alone): (Vec<usize>, Vec<usize>) = costs.iter().partition(|&&cost| also(cost));
        // What it covers in some months only is not open to it in others.
        let always = income.all(|other| other.covers == income.first().covers);
        let room = || if always { None } else { Some(N::zero()) };
        let purses = alone.into_iter().chain(shared).filter_map(|cost| {
            Some(Purse { cost, bill: bill(cost)?, room: room(), taken: Vec::new() })
        });
        let fading = Fading::of(case, &income, |income| income.fade)?;
        let whole = divisor.checked_mul(fading.whole).ok_or(Trouble::Unsure)?;
        Ok(Some(Turn::Earmark(Earmark {
            place: claimant.place,
            reckoning: Reckoning::new(income.facts(), whole),
            fading,
            differs: Vec::new(),
            last: terms::last_month(case, &income).unwrap_or(-1),
            income,
            amounts,
            due: N::zero(),
            free: N::zero(),
            purses: purses.collect(),
            claimed: Vec::new(),
            freed: Vec::new(),
        })))
    }
}

/// What an earmarked entry brings.
#[derive(Clone, Debug)]
pub struct Brought<'c, N> {
    /// Its place in [`Case::funding`].
    pub place: usize,
    /// The entry through time.
    pub income: Versions<'c, Income>,
    /// Its exact amounts: what its fade leaves of what it claims.
    pub amounts: Series<N>,
    /// By how much the fact of each month is more than that; empty where it has none.
    pub differs: Vec<Cents>,
    /// What comes each month of what it had a right to while it was not earmarked.
    pub freed: Vec<N>,
    /// What it takes each month of each of its costs, in the order in which it does so.
    pub taken: Vec<(usize, Vec<N>)>,
    /// What both are still to be divided by.
    pub divisor: i128,
}

/// A cost, and what of it is not claimed yet.
struct Bill<N> {
    amounts: IntoIter<N>,
    /// What it comes to in the month that is looked at.
    month: N,
    /// Below zero where shares of it come to more than all of it.
    left: N,
}

impl<N: Number> Bill<N> {
    fn of(amounts: IntoIter<N>) -> Self {
        Self { amounts, month: N::zero(), left: N::zero() }
    }

    /// Its next month comes.
    fn comes(&mut self) -> Result<(), Trouble> {
        self.month = self.amounts.next().unwrap_or_else(N::zero);
        self.left = self.left.plus(&self.month)?;
        Ok(())
    }
}

/// What a claimant does when it is its turn.
enum Turn<'c, N> {
    /// It claims what it brings, of each bill.
    Share(Shares<N>),
    /// It claims what it has a right to, as far as that is left.
    Earmark(Earmark<'c, N>),
}

struct Shares<N> {
    /// What it brings of each bill.
    parts: Vec<(usize, IntoIter<N>)>,
    /// The bill that it brings more of, or less, where facts are others.
    first: Option<usize>,
    /// How much that is each month.
    differs: IntoIter<Cents>,
}

struct Earmark<'c, N> {
    place: usize,
    /// How far facts differ from what it would bring.
    reckoning: Reckoning<'c, N>,
    /// What its fade leaves of what it claims.
    fading: Fading,
    /// What was found so far.
    differs: Vec<Cents>,
    income: Versions<'c, Income>,
    /// What it has a right to each month.
    amounts: IntoIter<N>,
    /// The number of its last month.
    last: i32,
    /// What it has a right to and has not claimed yet.
    due: N,
    /// What of that is of months in which it was not earmarked.
    free: N,
    /// The costs that it takes from, in order.
    purses: Vec<Purse<N>>,
    /// What it has claimed each month.
    claimed: Vec<N>,
    /// What of that came while it was not earmarked.
    freed: Vec<N>,
}

/// A cost that an earmark takes from.
struct Purse<N> {
    cost: usize,
    bill: usize,
    /// Where it is covered in some months only: what these came to, less what was taken.
    room: Option<N>,
    /// What was taken each month.
    taken: Vec<N>,
}

impl<N: Number> Purse<N> {
    /// Takes so much more of its bill, or of something below zero less.
    fn takes(&mut self, amount: &N, bills: &mut [Bill<N>]) -> Result<(), Trouble> {
        let Some(bill) = bills.get_mut(self.bill).filter(|_| !amount.is_zero()) else {
            return Ok(());
        };
        bill.left = bill.left.minus(amount)?;
        if let Some(room) = &mut self.room {
            *room = room.minus(amount)?;
        }
        Ok(())
    }
}

impl<N: Number> Turn<'_, N> {
    fn claim(&mut self, month: i32, divisor: i128, bills: &mut [Bill<N>]) -> Result<(), Trouble> {
        match self {
            Self::Share(Shares { parts, first, differs }) => {
                for (bill, amounts) in parts {
                    if let (Some(bill), Some(amount)) = (bills.get_mut(*bill), amounts.next()) {
                        bill.left = bill.left.minus(&amount)?;
                    }
                }
                let differs = differs.next().filter(|differs| *differs != Cents::ZERO);
                let first = first.and_then(|first| bills.get_mut(first));
                if let (Some(differs), Some(bill)) = (differs, first) {
                    bill.left = bill.left.minus(&Reckoning::term(divisor, differs)?)?;
                }
                Ok(())
            }
            Self::Earmark(earmark) => earmark.claim(month, divisor, bills),
        }
    }

    /// Claims nothing any more.
    fn rest(&mut self) {
        if let Self::Earmark(earmark) = self {
            earmark.claimed.push(N::zero());
            earmark.freed.push(N::zero());
            earmark.purses.iter_mut().for_each(|purse| purse.taken.push(N::zero()));
        }
    }
}

impl<N: Number> Earmark<'_, N> {
    fn claim(&mut self, month: i32, divisor: i128, bills: &mut [Bill<N>]) -> Result<(), Trouble> {
        let amount = self.amounts.next().unwrap_or_else(N::zero);
        self.due = self.due.plus(&amount)?;
        let covers = self.income.at(month).covers.as_deref();
        if covers.is_none() {
            self.free = self.free.plus(&amount)?;
        }
        for Purse { cost, bill, room, .. } in &mut self.purses {
            if let (Some(room), Some(bill)) = (room, bills.get(*bill))
                && covers.is_some_and(|covers| covers.contains(cost))
            {
                *room = room.plus(&bill.month)?;
            }
        }
        if month > self.last {
            self.due = N::zero();
        }
        let claimed = self.take(bills)?;
        let number = self.claimed.len();
        if self.income.facts().is_some_and(|facts| number < facts.accrued.len()) {
            let would = self.fading.of_month(number, &claimed)?;
            let differs = self.reckoning.month(number, &would)?;
            self.differs.push(differs);
            if differs != Cents::ZERO {
                self.really(Reckoning::term(divisor, differs)?, bills)?;
            }
        }
        self.claimed.push(claimed);
        Ok(())
    }

    /// What came besides is of its costs in turn, as far as anything is left of them, and the rest
    /// of the last; what did not come is left of those that it had taken it from this month, the
    /// last one first, and the rest of the first.
    fn really(&mut self, differs: N, bills: &mut [Bill<N>]) -> Result<(), Trouble> {
        if differs.order(&N::zero())? == Ordering::Greater {
            let mut more = differs;
            for purse in &mut self.purses {
                let Some(bill) = bills.get(purse.bill) else { continue };
                let mut left = match &purse.room {
                    None => bill.left.clone(),
                    Some(room) => room.clone().lesser(bill.left.clone())?,
                };
                purse.takes(&lesser_off(&mut more, &mut left)?, bills)?;
            }
            return match self.purses.last_mut() {
                Some(last) if !more.is_zero() => last.takes(&more, bills),
                _ => Ok(()),
            };
        }
        let mut less = N::zero().minus(&differs)?;
        for purse in self.purses.iter_mut().rev() {
            let mut taken = purse.taken.last().cloned().unwrap_or_else(N::zero);
            let back = lesser_off(&mut less, &mut taken)?;
            purse.takes(&N::zero().minus(&back)?, bills)?;
        }
        match self.purses.first_mut() {
            Some(first) if !less.is_zero() => first.takes(&N::zero().minus(&less)?, bills),
            _ => Ok(()),
        }
    }

    /// Takes what is due, as far as there is any.
    fn take(&mut self, bills: &mut [Bill<N>]) -> Result<N, Trouble> {
        let mut claimed = lesser_off(&mut self.due, &mut self.free)?;
        self.freed.push(claimed.clone());
        for Purse { bill, room, taken: all, .. } in &mut self.purses {
            let Some(bill) = bills.get_mut(*bill) else { continue };
            let taken = match room {
                None => lesser_off(&mut self.due, &mut bill.left)?,
                Some(room) => {
                    let mut most = room.clone().lesser(bill.left.clone())?;
                    let taken = lesser_off(&mut self.due, &mut most)?;
                    *room = room.minus(&taken)?;
                    bill.left = bill.left.minus(&taken)?;
                    taken
                }
            };
            claimed = claimed.plus(&taken)?;
            all.push(taken);
        }
        Ok(claimed)
    }
}

/// Takes the lesser of two amounts off both; nothing where one of them is not above zero. What is
/// taken whole is nothing then, whatever a quick number is unsure of.
fn lesser_off<N: Number>(one: &mut N, other: &mut N) -> Result<N, Trouble> {
    let is_nothing = |amount: &N| -> Result<bool, Trouble> {
        Ok(amount.is_zero() || amount.order(&N::zero())? != Ordering::Greater)
    };
    if is_nothing(one)? || is_nothing(other)? {
        return Ok(N::zero());
    }
    Ok(match one.order(other)? {
        Ordering::Less => {
            *other = other.minus(one)?;
            std::mem::replace(one, N::zero())
        }
        Ordering::Equal => {
            *other = N::zero();
            std::mem::replace(one, N::zero())
        }
        Ordering::Greater => {
            *one = one.minus(other)?;
            std::mem::replace(other, N::zero())
        }
    })
}
