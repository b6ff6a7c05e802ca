//! What every run of a case shares, computed once.

use super::columns::{Benefits, FundingColumns};
use super::finding::Figure;
use crate::case::{Case, TestId};
use crate::exact::to_cents;
use crate::measures::{ByYear, Discount, Ratio};
use crate::money::{Cents, Overflow};
use crate::postings::{ExactEffects, ExactWallet, FundingPosting, Granted, Journal, Postings};
use crate::statements::Unfunded;
use crate::stream::{SoldFor, replacement, unrounded_replacement};
use num_rational::BigRational;
use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The books of a case: what it posts, and what does not depend on which funding is granted.
#[derive(Debug)]
pub struct Books<'a> {
    /// The case.
    pub case: &'a Case,
    /// What its entries post.
    pub journal: &'a Journal,
    /// Cash before the first month.
    pub opening: Cents,
    /// What closing cash may not be below.
    pub min_cash: Cents,
    /// A year's share of buying the investments again.
    pub replacement: Cents,
    /// How present values are made.
    pub discount: Arc<Discount>,
    /// The case that posts what the journal holds, where that is another.
    posts: Option<&'a dyn Posts>,
    /// The books of the same case in which other entries may post something else: what is made of
    /// one that posts the same is made there, once.
    base: Option<&'a Books<'a>>,
    made: Made,
}

/// What society gets and puts in, as present values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Society {
    /// What all parties save and gain.
    pub gained: Cents,
    /// The same less what somebody else no longer gets of it.
    pub kept: Cents,
    /// Costs, in kind and burdens.
    pub put_in: Cents,
}

/// What a journal was made of, in words: a case is made only if it is asked for.
pub trait Posts: fmt::Debug + Sync {
    /// The case that posts it.
    ///
    /// # Errors
    /// [`Overflow`] when there is none that can be computed.
    fn case(&self) -> Result<Case, Overflow>;
}

/// Present values and their columns, as far as they were asked for: a what-if whose tests ask for
/// none never makes any.
#[derive(Debug)]
struct Made {
    unfunded: OnceLock<Result<Unfunded, Overflow>>,
    funding: Vec<OnceLock<Box<FundingColumns>>>,
    benefits: OnceLock<Result<Vec<Benefits>, Overflow>>,
    costs: OnceLock<Result<Cents, Overflow>>,
    posts: OnceLock<Result<Box<Case>, Overflow>>,
    exact_wallet: OnceLock<Result<ExactWallet, Overflow>>,
    exact_effects: OnceLock<Result<ExactEffects, Overflow>>,
}

impl Made {
    /// None yet.
    fn nothing(case: &Case) -> Self {
        Self {
            unfunded: OnceLock::new(),
            funding: case.funding.iter().map(|_| OnceLock::new()).collect(),
            benefits: OnceLock::new(),
            costs: OnceLock::new(),
            posts: OnceLock::new(),
            exact_wallet: OnceLock::new(),
            exact_effects: OnceLock::new(),
        }
    }
}

impl<'a> Books<'a> {
    /// Opens the books of a case.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn open(case: &'a Case, journal: &'a Journal) -> Result<Self, Overflow> {
        Ok(Self {
            case,
            journal,
            opening: to_cents(case.opening_cash.0)?,
            min_cash: to_cents(case.criteria.min_cash.0)?,
            replacement: replacement(case)?,
            discount: Discount::of(case).into(),
            posts: None,
            base: None,
            made: Made::nothing(case),
        })
    }

    /// The books of the same case where its entries post something else.
    pub fn with<'b>(&'b self, journal: &'b Journal) -> Books<'b>
    where
        'a: 'b,
    {
        Books {
            case: self.case,
            journal,
            opening: self.opening,
            min_cash: self.min_cash,
            replacement: self.replacement,
            discount: Arc::clone(&self.discount),
            posts: self.posts,
            base: Some(self),
            made: Made::nothing(self.case),
        }
    }

    /// The same where another case posts what the journal holds.
    #[must_use]
    pub fn posted_by(self, posts: &'a dyn Posts) -> Self {
        Self { posts: Some(posts), ..self }
    }
}

impl Books<'_> {
    /// What the funding entry at a place brings and takes back, by case year, where it posts what a
    /// run has it post. That is made once for what it posts on all funding.
    pub(super) fn funding(
        &self,
        place: usize,
        posting: &Arc<FundingPosting>,
    ) -> Option<Cow<'_, FundingColumns>> {
        let entry = self.case.funding.get(place)?;
        let made = || FundingColumns::of(&entry.what, posting, self.case);
        if let Some(base) = self.base.filter(|base| base.posts_funding(place, posting)) {
            return base.funding(place, posting);
        }
        Some(if self.posts_funding(place, posting) {
            Cow::Borrowed(self.made.funding.get(place)?.get_or_init(|| made().into()))
        } else {
            Cow::Owned(made())
        })
    }

    /// Whether the funding entry at a place posts just this on all funding.
    fn posts_funding(&self, place: usize, posting: &Arc<FundingPosting>) -> bool {
        let usual = self.journal.all().funding.get(place);
        usual.is_some_and(|usual| Arc::ptr_eq(usual, posting))
    }

    /// What comes in and goes out each month whichever funding is granted.
    pub(super) fn unfunded(&self) -> Result<&Unfunded, Overflow> {
        let made = || Unfunded::of(self.case, self.journal.all());
        self.made.unfunded.get_or_init(made).as_ref().map_err(|&overflow| overflow)
    }

    /// What each party gets from the initiative, or bears, as present values.
    ///
    /// # Errors
    /// [`Overflow`] when a value outgrows [`Cents`].
    pub fn benefits(&self) -> Result<&[Benefits], Overflow> {
        let made = || Benefits::of(self.case, self.journal.all(), &self.discount);
        self.made.benefits.get_or_init(made).as_deref().map_err(|&overflow| overflow)
    }

    /// Whether no party saves anything: the present value of what each does is zero.
    ///
    /// # Errors
    /// [`Overflow`] when a value outgrows [`Cents`].
    pub fn nobody_saves(&self) -> Result<bool, Overflow> {
        Ok(self.benefits()?.iter().all(|party| party.saves == Cents::ZERO))
    }

    /// Present value of all costs, in kind included, each entry rounded once.
    ///
    /// # Errors
    /// [`Overflow`] when a value outgrows [`Cents`].
    pub fn costs(&self) -> Result<Cents, Overflow> {
        *self.made.costs.get_or_init(|| costs(self.case, self.journal.all(), &self.discount))
    }

    /// What society gets and puts in, as present values.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn society(&self) -> Result<Society, Overflow> {
        let parties = self.benefits()?;
        let gained = parties.iter().flat_map(|party| [party.saves, party.gains]);
        let gained = Cents::total(gained)?;
        let transferred = Cents::total(parties.iter().map(|party| party.transfer))?;
        let borne = parties.iter().map(|party| party.bears);
        let put_in = self.costs()?.plus(Cents::total(borne)?)?;
        Ok(Society { gained, kept: gained.minus(transferred)?, put_in })
    }

    /// The case that posts what the journal holds.
    pub(super) fn posts(&self) -> Result<&Case, Overflow> {
        let Some(posts) = self.posts else { return Ok(self.case) };
        let made = self.made.posts.get_or_init(|| posts.case().map(Box::new));
        made.as_deref().map_err(|&overflow| overflow)
    }

    /// What goes through the wallet on all funding, not rounded.
    pub(super) fn exact_wallet(&self) -> Result<&ExactWallet, Overflow> {
        let made = || ExactWallet::of(self.posts()?, &Granted::all(self.case));
        self.made.exact_wallet.get_or_init(made).as_ref().map_err(|&overflow| overflow)
    }

    /// What is done to others, not rounded.
    pub(super) fn exact_effects(&self) -> Result<&ExactEffects, Overflow> {
        let made = || ExactEffects::of(self.posts()?);
        self.made.exact_effects.get_or_init(made).as_ref().map_err(|&overflow| overflow)
    }

    /// A year's share of buying the investments again, not rounded.
    pub(super) fn exact_replacement(&self) -> Result<BigRational, Overflow> {
        unrounded_replacement(self.posts()?)
    }

    /// What a test asks.
    pub fn threshold(&self, test: TestId) -> Figure {
        let criteria = &self.case.criteria;
        match test {
            TestId::Liquidity => Figure::Money(self.min_cash),
            TestId::Structural | TestId::Repayment => Figure::Money(Cents::ZERO),
            TestId::Dscr => Figure::Ratio(Ratio::from_decimal(criteria.min_dscr)),
            TestId::Dependence => Figure::Ratio(Ratio::from_decimal(criteria.max_dependence.0)),
            TestId::Payers => Figure::Ratio(Ratio::ONE),
            TestId::PublicReturn => Figure::Ratio(Ratio::from_decimal(criteria.min_public_return)),
            TestId::SocialReturn => Figure::Ratio(Ratio::from_decimal(criteria.min_social_return)),
        }
    }
}

/// Present value of all costs (as accrued, an investment in full at its purchase) and of what is
/// given in kind, each entry rounded once.
fn costs(case: &Case, postings: &Postings, discount: &Discount) -> Result<Cents, Overflow> {
    let mut values = Vec::new();
    let mut value = |accrual: &[Cents], once: bool, sold: Option<SoldFor>| {
        let mut column = ByYear::nothing(case);
        column.add(accrual, once);
        column.less_sale(sold);
        values.push(discount.present_value(&column)?);
        Ok(())
    };
    for (entry, posting) in case.costs.iter().zip(&postings.costs) {
        value(&posting.flow.accrual, entry.what.schedule.is_once(), posting.sold())?;
    }
    for (entry, posting) in case.funding.iter().zip(&postings.funding) {
        if let FundingPosting::InKind(flow) = &**posting {
            value(&flow.accrual, entry.what.is_once(), None)?;
        }
    }
    Cents::total(values)
}
