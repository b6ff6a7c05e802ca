//! Own money that is set apart, and what its costs take from it (reference, section 3.11).

use super::{ExactWallet, Postings};
use crate::case::{Case, Entry};
use crate::exact::{Trouble, fraction};
use crate::money::{Cents, Overflow, add};
use crate::stream::{terms, unrounded};
use num_rational::BigRational;
use num_traits::Zero;
use std::collections::HashMap;
use std::ops::{Add, Sub};

/// A reserve through time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserved {
    /// What is taken from it each month, and for which costs, by their places in the case.
    pub taken: Vec<Vec<(usize, Cents)>>,
    /// All that is taken from it each month.
    pub released: Vec<Cents>,
    /// What stands apart at the end of each month.
    pub standing: Vec<Cents>,
}

/// What is set apart at the end of each month in all reserves together, not rounded.
pub type ExactReserved = Vec<BigRational>;

/// The same in any kind of number.
struct Course<T> {
    taken: Vec<Vec<(usize, T)>>,
    standing: Vec<T>,
}

/// `reserved(m) = max(0, reserved(m-1) + set apart(m) - what the costs in for post in m)`; reserves
/// for one cost take from it in the file's order, together no more than it posts, and each from its
/// costs in the order in which it lists them.
fn courses<T: Clone + Ord + Zero + Add<Output = T> + Sub<Output = T>>(
    case: &Case,
    set_apart: impl Fn(usize, usize) -> T,
    posted: impl Fn(usize, usize) -> T,
) -> Vec<Course<T>> {
    let reserves: Vec<_> = case.reserves.iter().map(Entry::versions).collect();
    let nothing = || Course { taken: Vec::new(), standing: Vec::new() };
    let mut courses: Vec<Course<T>> = reserves.iter().map(|_| nothing()).collect();
    for (month, number) in (0..case.horizon.months()).zip(0..) {
        let mut left_of = HashMap::new();
        for (place, (reserve, course)) in reserves.iter().zip(&mut courses).enumerate() {
            let before = course.standing.last().cloned().unwrap_or_else(T::zero);
            let mut held = before + set_apart(place, month);
            let mut taken = Vec::new();
            for &cost in &reserve.at(number).costs {
                let left = left_of.entry(cost).or_insert_with(|| posted(cost, month));
                let take = held.clone().min(left.clone());
                if take > T::zero() {
                    held = held - take.clone();
                    *left = left.clone() - take.clone();
                    taken.push((cost, take));
                }
            }
            course.taken.push(taken);
            course.standing.push(held);
        }
    }
    courses
}

impl Reserved {
    /// The reserves of a case, in its order.
    ///
    /// # Errors
    /// [`Overflow`] when what is set apart outgrows [`Cents`].
    pub fn all(case: &Case, postings: &Postings) -> Result<Vec<Self>, Overflow> {
        let in_month = |amounts: Option<&[Cents]>, month: usize| {
            amounts.and_then(|amounts| amounts.get(month)).map_or(0, |amount| i128::from(amount.0))
        };
        let set_apart = |place: usize, month| {
            in_month(postings.reserves.get(place).map(|it| it.as_slice()), month)
        };
        let cost = |place: usize| postings.costs.get(place).map(|cost| &cost.flow.accrual[..]);
        let courses = courses(case, set_apart, |place, month| in_month(cost(place), month));
        courses.into_iter().map(Self::of).collect()
    }

    fn of(course: Course<i128>) -> Result<Self, Overflow> {
        let cents = |amount: i128| i64::try_from(amount).map(Cents).map_err(|_| Overflow);
        let taken = course.taken.into_iter().map(|taken| {
            let taken = taken.into_iter().map(|(cost, amount)| Ok((cost, cents(amount)?)));
            taken.collect::<Result<Vec<_>, Overflow>>()
        });
        let taken = taken.collect::<Result<Vec<_>, Overflow>>()?;
        let released = taken.iter().map(|taken| Cents::total(taken.iter().map(|(_, it)| *it)));
        Ok(Self {
            released: released.collect::<Result<_, _>>()?,
            standing: course.standing.into_iter().map(cents).collect::<Result<_, _>>()?,
            taken,
        })
    }

    /// What is set apart at the end of each month in all reserves of a case together.
    ///
    /// # Errors
    /// [`Overflow`] when that outgrows [`Cents`].
    pub fn together(case: &Case, postings: &Postings) -> Result<Vec<Cents>, Overflow> {
        let mut all = vec![Cents::ZERO; case.horizon.months()];
        for reserved in Self::all(case, postings)? {
            add(&mut all, &reserved.standing)?;
        }
        Ok(all)
    }
}

impl ExactWallet {
    /// What is set apart at the end of each month in all reserves of the case together.
    ///
    /// # Errors
    /// [`Overflow`] when a divisor outgrows what can be held.
    pub fn reserved(&self, case: &Case) -> Result<ExactReserved, Overflow> {
        let mut all = vec![BigRational::zero(); case.horizon.months()];
        if case.reserves.is_empty() {
            return Ok(all);
        }
        let set_apart =
            case.reserves.iter().map(|entry| unrounded::set_apart(case, &entry.versions()));
        let set_apart = set_apart.collect::<Result<Vec<_>, Trouble>>().map_err(|_| Overflow)?;
        let sold: Vec<_> =
            case.costs.iter().map(|cost| terms::sold(case, &cost.versions())).collect();
        let posted = |place: usize, month: usize| {
            let accrual = self.costs.get(place).map(|flow| flow.accrual.total(month..month + 1));
            let mut accrual = accrual.unwrap_or_default();
            // What its sale brings was taken off, and that is no matter of the reserve.
            if let Some(sold) = sold.get(place).copied().flatten()
                && usize::try_from(sold.month) == Ok(month)
            {
                accrual += fraction(sold.price.0);
            }
            accrual
        };
        let of_reserve = |place: usize, month: usize| {
            let amounts = set_apart.get(place);
            amounts.map(|amounts| amounts.total(month..month + 1)).unwrap_or_default()
        };
        for course in courses(case, of_reserve, posted) {
            all.iter_mut().zip(course.standing).for_each(|(sum, reserved)| *sum += reserved);
        }
        Ok(all)
    }
}
