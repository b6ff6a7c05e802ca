//! Many small loans on the same terms, of which a share may be lost each year.
//!
//! Loan by loan the table is that of any loan. A loss makes every loan from then on worth
//! `1 - loss` of what it was, exactly: so after j losses a loan drawn when there had been g of them
//! counts for `(1 - loss)^(j - g)`. With `1 - loss = p / q` every exact sum is a whole number over
//! `q^j`, which is what is kept here; it is rounded only where it is posted.

use super::Lending;
use crate::calendar::Horizon;
use crate::exact::round_half_away;
use crate::loan::LoanTable;
use crate::money::{Cents, Overflow, put};
use num_bigint::BigInt;
use num_integer::Integer;

/// The loans of one lending.
#[derive(Debug)]
pub struct Portfolio {
    single: Single,
    keeps: Keeps,
    cohorts: Vec<Cohort>,
    /// How many losses there have been.
    losses: usize,
    /// `q^losses`, beneath every exact sum.
    beneath: BigInt,
    /// All interest so far, exactly.
    interest: Running,
    /// All interest so far that was added to what is owed.
    added: Running,
    /// All that was lost so far, exactly.
    lost: Running,
    outstanding: Cents,
}

/// One loan by its age in months.
#[derive(Debug)]
struct Single {
    interest: Vec<Cents>,
    added: Vec<Cents>,
    balance: Vec<Cents>,
}

/// The share that a loss leaves, `p / q` in lowest terms.
#[derive(Debug)]
struct Keeps {
    p: BigInt,
    q: BigInt,
}

/// Loans drawn in one month.
#[derive(Clone, Copy, Debug)]
struct Cohort {
    drawn: usize,
    count: i64,
    /// How many losses there had been by then.
    after: usize,
}

/// A running total: exact, and what was posted of it.
#[derive(Debug, Default)]
struct Running {
    exact: BigInt,
    posted: Cents,
}

/// What a month brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Interest.
    pub interest: Cents,
    /// The part of it that was added to what is owed.
    pub added: Cents,
    /// What was paid back.
    pub principal: Cents,
    /// What was lost.
    pub lost: Cents,
    /// What is owed at the end.
    pub outstanding: Cents,
}

impl Portfolio {
    /// No loans yet, on these terms.
    ///
    /// # Errors
    /// [`Overflow`] when an instalment outgrows [`Cents`].
    pub fn of(horizon: Horizon, lending: &Lending) -> Result<Self, Overflow> {
        Ok(Self {
            single: Single::of(horizon, lending)?,
            keeps: Keeps::of(lending),
            cohorts: Vec::new(),
            losses: 0,
            beneath: BigInt::from(1),
            interest: Running::default(),
            added: Running::default(),
            lost: Running::default(),
            outstanding: Cents::ZERO,
        })
    }

    /// Lends so many loans in a month.
    pub fn lend(&mut self, month: usize, count: i64) {
        if count > 0 {
            self.cohorts.push(Cohort { drawn: month, count, after: self.losses });
        }
    }

    /// The end of a month in which so much was lent: instalments, then losses if it is the last
    /// month of a year with losses.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn end_month(&mut self, month: usize, lent: Cents) -> Result<Due, Overflow> {
        // What is repaid has nothing more to bring.
        let term = self.single.balance.len();
        self.cohorts.retain(|cohort| month - cohort.drawn < term);
        self.interest.exact += self.exact(month, &self.single.interest)?;
        let interest = self.interest.post(&self.beneath)?;
        self.added.exact += self.exact(month, &self.single.added)?;
        let added = self.added.post(&self.beneath)?;
        let mut owed = self.exact(month, &self.single.balance)?;
        let mut lost = Cents::ZERO;
        if month % 12 == 11 && month > 12 && !self.keeps.all() {
            let Keeps { p, q } = &self.keeps;
            self.lost.exact = &self.lost.exact * q + &owed * (q - p);
            self.interest.exact *= q;
            self.added.exact *= q;
            self.beneath *= q;
            self.losses += 1;
            owed *= p;
            lost = self.lost.post(&self.beneath)?;
        }
        let outstanding = round_half_away(&owed, &self.beneath)?;
        let before = std::mem::replace(&mut self.outstanding, outstanding);
        // What is paid back is what is neither lost nor owed any longer, so no cent goes missing.
        let principal = lent.plus(added)?.minus(lost)?.minus(outstanding.minus(before)?)?;
        Ok(Due { interest, added, principal, lost, outstanding })
    }

    /// The sum over all loans of what one has at its age, times what losses left of it, in units
    /// of one over `q^losses`: of those drawn after g losses `p^(losses - g) q^g`.
    fn exact(&self, month: usize, by_age: &[Cents]) -> Result<BigInt, Overflow> {
        let Keeps { p, q } = &self.keeps;
        let (mut sum, mut power) = (BigInt::from(0), BigInt::from(1));
        let mut cohorts = self.cohorts.iter().peekable();
        for losses in 0..=self.losses {
            let mut group = 0_i128;
            while let Some(cohort) = cohorts.next_if(|cohort| cohort.after == losses) {
                let one = by_age.get(month - cohort.drawn).copied().unwrap_or_default();
                let all = i128::from(one.0) * i128::from(cohort.count);
                group = group.checked_add(all).ok_or(Overflow)?;
            }
            if losses > 0 {
                sum *= p;
                power *= q;
            }
            if group != 0 {
                sum += &power * group;
            }
        }
        Ok(sum)
    }
}

impl Single {
    fn of(horizon: Horizon, lending: &Lending) -> Result<Self, Overflow> {
        let table = LoanTable::of(horizon, &lending.terms)?;
        let months = usize::try_from(lending.terms.terms.term).unwrap_or(0).min(horizon.months());
        let ages = || (0..).take(months);
        let nothing = || vec![Cents::ZERO; months];
        let (mut interest, mut added) = (nothing(), nothing());
        for due in &table.instalments {
            put(&mut interest, due.month, due.interest)?;
            put(&mut added, due.month, due.added)?;
        }
        Ok(Self { interest, added, balance: ages().map(|age| table.owed_after(age)).collect() })
    }
}

impl Keeps {
    fn of(lending: &Lending) -> Self {
        let loss = lending.loss.0;
        let q = 10_i128.pow(loss.scale());
        let p = q - loss.mantissa();
        let common = p.gcd(&q).max(1);
        Self { p: BigInt::from(p / common), q: BigInt::from(q / common) }
    }

    fn all(&self) -> bool {
        self.p == self.q
    }
}

impl Running {
    /// The step of the rounded total.
    fn post(&mut self, beneath: &BigInt) -> Result<Cents, Overflow> {
        let total = round_half_away(&self.exact, beneath)?;
        total.minus(std::mem::replace(&mut self.posted, total))
    }
}
