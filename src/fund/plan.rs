//! What is known before the first month: what is put in, what it costs, who asks and when.

use super::{Fund, Initiative, Lending, Repeats};
use crate::exact::{round_half_away, to_cents};
use crate::loan::Interest;
use crate::money::{Cents, Overflow, Quantity, add, put};
use crate::postings::{Journal, TooLarge};
use crate::words::Key;
use num_bigint::BigInt;
use num_traits::Zero;

/// What is known of a fund before its first month, whatever its loans cost.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The fund.
    pub fund: &'a Fund,
    /// How many months there are.
    pub months: usize,
    /// What is put in at the start of each month, the capital in the first.
    pub additions: Vec<Cents>,
    /// What the fund itself pays at the end of each month.
    pub costs: Vec<Cents>,
    /// What is never lent out.
    pub reserve: Cents,
    /// What can ever be lent at once: capital and all additions, less the reserve.
    pub ceiling: Cents,
    /// What a month's cash earns.
    pub idle: Interest,
    /// Every time that an initiative asks, by month and then in the file's order.
    pub applications: Vec<Asking>,
    /// What a borrower asks, in the order of [`Fund::borrowers`].
    pub asks: Vec<Cents>,
    /// How many loans each lending is asked for in each month.
    pub lending: Vec<Vec<i64>>,
    /// What one loan of each lending is.
    pub small: Vec<Cents>,
}

/// That an initiative asks for its loans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Its place in [`Fund::initiatives`].
    pub initiative: usize,
    /// The how manieth of its kind, counted from 1.
    pub number: u32,
    /// In which month.
    pub month: usize,
    /// Its case: a place in [`Fund::borrowers`].
    pub borrower: usize,
}

impl<'a> Plan<'a> {
    /// The plan of a fund.
    ///
    /// # Errors
    /// [`TooLarge`] with what outgrows [`Cents`].
    pub fn of(fund: &'a Fund) -> Result<Self, TooLarge> {
        let months = fund.horizon.months();
        let additions = additions(fund, months)?;
        let reserve = to_cents(fund.reserve.0)?;
        let small = each(Key::Lending, &fund.lending, |lending| to_cents(lending.terms.amount.0))?;
        let lending = each(Key::Lending, &fund.lending, |lending| asked(lending, months))?;
        Ok(Self {
            fund,
            months,
            reserve,
            ceiling: Cents::total(additions.iter().copied())?.minus(reserve)?,
            additions,
            costs: costs(fund, months)?,
            idle: Interest::of(fund.idle_interest, 1),
            applications: applications(fund),
            asks: asks(fund)?,
            lending,
            small,
        })
    }
}

fn each<T, R>(
    group: Key,
    entries: &[crate::case::Entry<T>],
    of: impl Fn(&T) -> Result<R, Overflow>,
) -> Result<Vec<R>, TooLarge> {
    let named = |id: &str| TooLarge { entry: Some(format!("{group}.{id}")) };
    entries.iter().map(|entry| of(&entry.what).map_err(|_| named(&entry.id))).collect()
}

fn additions(fund: &Fund, months: usize) -> Result<Vec<Cents>, Overflow> {
    let mut additions = vec![Cents::ZERO; months];
    put(&mut additions, 0, to_cents(fund.capital.0)?)?;
    for contribution in &fund.contributions {
        let amount = to_cents(contribution.what.amount.0)?;
        put(&mut additions, fund.horizon.number(contribution.what.on), amount)?;
    }
    Ok(additions)
}

/// What the fund pays each month, less what the sale of what it owns brings.
fn costs(fund: &Fund, months: usize) -> Result<Vec<Cents>, TooLarge> {
    let mut costs = vec![Cents::ZERO; months];
    for cost in &Journal::of(&fund.as_case())?.all().costs {
        add(&mut costs, &cost.flow.cash)?;
        if let Some(sold) = cost.sold() {
            put(&mut costs, sold.month, Cents::ZERO.minus(sold.price)?)?;
        }
    }
    Ok(costs)
}

/// What each borrower asks: the total of its fund loans.
fn asks(fund: &Fund) -> Result<Vec<Cents>, Overflow> {
    let total = |borrower: &super::Borrower| {
        borrower.fund_loans().try_fold(Cents::ZERO, |sum, loan| sum.plus(to_cents(loan.amount.0)?))
    };
    fund.borrowers.iter().map(total).collect()
}

fn applications(fund: &Fund) -> Vec<Asking> {
    let named = fund.initiatives.iter().enumerate();
    let mut all: Vec<_> =
        named.flat_map(|(place, entry)| repeated(fund, place, entry.what)).collect();
    // The sort is stable: within a month they stay in the file's order.
    all.sort_by_key(|asking| asking.month);
    all
}

fn repeated(fund: &Fund, place: usize, initiative: Initiative) -> impl Iterator<Item = Asking> {
    let first = usize::try_from(fund.horizon.number(initiative.on)).unwrap_or(usize::MAX);
    let (step, at_most) = match initiative.repeats {
        Repeats::Once => (1, 1),
        Repeats::Every { months, at_most } => {
            (usize::try_from(months).unwrap_or(1).max(1), at_most.unwrap_or(u32::MAX))
        }
    };
    (first..fund.horizon.months()).step_by(step).zip(1..=at_most).map(move |(month, number)| {
        Asking { initiative: place, number, month, borrower: initiative.borrower }
    })
}

/// How many loans are asked for in each month: the year's number spread over its months, as the
/// steps of the running total rounded to whole loans, halves up.
fn asked(lending: &Lending, months: usize) -> Result<Vec<i64>, Overflow> {
    // Whole numbers of one twelfth of the last decimal, so that nothing is reduced on the way.
    let decimals = lending.asked.iter().map(|a_year| a_year.0.scale()).max().unwrap_or(0);
    let tens = |decimals: u32| BigInt::from(10).pow(decimals);
    let of_year = |Quantity(a_year): &Quantity| {
        BigInt::from(a_year.mantissa()) * tens(decimals - a_year.scale())
    };
    let years: Vec<_> = lending.asked.iter().map(of_year).collect();
    let whole = tens(decimals) * 12;
    let (mut exact, mut before) = (BigInt::zero(), 0);
    (0..months)
        .map(|month| {
            if let Some(a_year) = years.get(month / 12).or(years.last()) {
                exact += a_year;
            }
            let Cents(total) = round_half_away(&exact, &whole)?;
            Ok(total - std::mem::replace(&mut before, total))
        })
        .collect()
}
