//! What many cases come to.

use super::brought::{Asked, Brought, PartyBrought};
use super::budget::Budget;
use super::year::{CashYear, PartyYear, Sum, Years, add_years, total};
use crate::case::{TestId, VerdictKind};
use crate::money::{Cents, Overflow};
use crate::statements::{Both, Counted};
use crate::words::{Language, Text};
use indexmap::IndexMap;

/// Many cases, those of each currency apart.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    /// What the cases of each currency come to, in the order in which they were met.
    pub currencies: Vec<Sums>,
}

/// What the cases of one currency come to.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// The code of the currency.
    pub currency: String,
    /// The cases, in order.
    pub cases: Vec<CaseKept>,
    /// The parties, by what they are told apart by.
    pub parties: IndexMap<String, PartySums>,
    /// Cash by calendar year.
    pub years: Years<Both<CashYear>>,
    /// What is asked: the requests of one party that have the same name in their files.
    pub requests: IndexMap<RequestKey, RequestSums>,
    /// What parties can spend on it, and what is asked of that.
    pub budgets: Vec<(Budget, Spent)>,
}

/// What is asked of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// What is promised already, and in no budget.
    pub promised: Cents,
    /// What is asked.
    pub asked: Cents,
    /// The part of that which makes cases stand.
    pub makes_stand: Cents,
    /// How far what is asked goes over the budget.
    pub over: Cents,
}

/// Why nothing can be held against a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSpent {
    /// No case has its party.
    Nobody,
    /// Its party is in cases of several currencies.
    InSeveral,
    /// A sum is too large.
    TooLarge(Overflow),
}

/// What is kept of a case.
#[derive(Clone, Debug)]
pub struct CaseKept {
    /// Its file, as it was given.
    pub file: String,
    /// Its name.
    pub name: Text,
    /// The language of its reports, when it says so.
    pub language: Option<Language>,
    /// Its verdict.
    pub verdict: VerdictKind,
    /// The tests that it fails also when all that is asked is granted.
    pub fails: Vec<TestId>,
    /// The requests that are its conditions: path and name.
    pub conditions: Vec<(String, Text)>,
}

/// What a party pays and gets in many cases.
#[derive(Clone, Debug)]
pub struct PartySums {
    /// Its name, where it was met first.
    pub name: Text,
    /// The language of the case in which that was.
    pub language: Option<Language>,
    /// Whether it spends public money, in any case.
    pub public: bool,
    /// In how many cases it is.
    pub cases: usize,
    /// What it pays and gets.
    pub years: Years<PartyYear>,
    /// The same in all years.
    pub total: PartyYear,
    /// The cases that do not close without it, by their places in [`Sums::cases`].
    pub carries: Vec<usize>,
    /// The cases in which it saves and pays nothing.
    pub pocket: Pocket,
}

/// What a party saves where it pays nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pocket {
    /// In how many cases.
    pub cases: usize,
    /// What it saves in these.
    pub saved: Cents,
    /// The part of that which it can take out of a budget.
    pub cashable: Cents,
}

/// Which request: of whom, and its path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestKey {
    /// Who is asked, by what parties are told apart by; nobody in particular where there is none.
    pub party: Option<String>,
    /// The path of its entry.
    pub entry: String,
}

/// What is asked in many cases.
#[derive(Clone, Debug)]
pub struct RequestSums {
    /// Its name, where it was met first.
    pub name: Text,
    /// The language of the case in which that was.
    pub language: Option<Language>,
    /// In each case in which it is asked.
    pub cases: Vec<RequestKept>,
    /// What it costs in all of these.
    pub years: Years<Cents>,
    /// The same in all years.
    pub total: Cents,
    /// What it costs in those that it makes stand.
    pub stands: Years<Cents>,
}

/// What is asked in a case.
#[derive(Clone, Debug)]
pub struct RequestKept {
    /// The case, by its place in [`Sums::cases`].
    pub case: usize,
    /// What it costs.
    pub years: Years<Cents>,
    /// Whether it is one of the promises that make the case close.
    pub makes_stand: bool,
    /// Whether the case cannot close without it, all others granted.
    pub indispensable: bool,
}

impl Portfolio {
    /// Adds what a case brings.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows [`Cents`].
    pub fn add(&mut self, brought: Brought) -> Result<(), Overflow> {
        let found = self.currencies.iter().position(|sums| sums.currency == brought.currency);
        let place = found.unwrap_or_else(|| {
            let currency = brought.currency.clone();
            self.currencies.push(Sums { currency, ..Sums::default() });
            self.currencies.len() - 1
        });
        match self.currencies.get_mut(place) {
            Some(sums) => sums.add(brought),
            None => Ok(()),
        }
    }

    /// Holds what is asked against a budget.
    ///
    /// # Errors
    /// Why that cannot be done.
    pub fn hold(&mut self, budget: Budget) -> Result<(), NoSpent> {
        let mut with =
            self.currencies.iter_mut().filter(|it| it.parties.contains_key(&budget.party));
        let sums = with.next().ok_or(NoSpent::Nobody)?;
        if with.next().is_some() {
            return Err(NoSpent::InSeveral);
        }
        let spent = sums.spent(&budget).map_err(NoSpent::TooLarge)?;
        sums.budgets.push((budget, spent));
        Ok(())
    }

    /// How many cases came to this.
    pub fn count(&self, verdict: VerdictKind) -> usize {
        self.currencies.iter().map(|sums| sums.count(verdict)).sum()
    }
}

impl Sums {
    /// How many cases came to this.
    pub fn count(&self, verdict: VerdictKind) -> usize {
        self.cases.iter().filter(|case| case.verdict == verdict).count()
    }

    /// The parties that save where they pay nothing, the largest saving first.
    pub fn pockets(&self) -> Vec<(&String, &PartySums)> {
        let mut pockets: Vec<_> =
            self.parties.iter().filter(|(_, party)| party.pocket.cases > 0).collect();
        pockets.sort_by_key(|(_, party)| std::cmp::Reverse(party.pocket.saved));
        pockets
    }

    fn spent(&self, budget: &Budget) -> Result<Spent, Overflow> {
        let of = |party: &PartySums| party.years.get(&budget.year).copied();
        let year = self.parties.get(&budget.party).and_then(of).unwrap_or_default();
        let theirs =
            self.requests.iter().filter(|(it, _)| it.party.as_ref() == Some(&budget.party));
        let stands = theirs.filter_map(|(_, request)| request.stands.get(&budget.year).copied());
        Ok(Spent {
            promised: year.promised,
            asked: year.asked,
            makes_stand: Cents::total(stands)?,
            over: year.asked.minus(budget.amount)?.max(Cents::ZERO),
        })
    }

    fn add(&mut self, brought: Brought) -> Result<(), Overflow> {
        let Brought {
            file,
            name,
            language,
            tags: _,
            currency: _,
            verdict,
            fails,
            conditions,
            parties,
            years,
            requests,
        } = brought;
        let case = self.cases.len();
        for asked in requests {
            let key = RequestKey { party: asked.party.clone(), entry: asked.entry.clone() };
            let none = || RequestSums::new(asked.name.clone(), language);
            self.requests.entry(key).or_insert_with(none).add(case, asked)?;
        }
        for party in parties {
            let none = || PartySums::new(party.name.clone(), language);
            self.parties.entry(party.key.clone()).or_insert_with(none).add(case, &party)?;
        }
        for (year, cash) in years {
            let sum = self.years.entry(year).or_default();
            *sum = Both::try_of(|counted: Counted| sum.of(counted).plus(*cash.of(counted)))?;
        }
        self.cases.push(CaseKept { file, name, language, verdict, fails, conditions });
        Ok(())
    }
}

impl PartySums {
    fn new(name: Text, language: Option<Language>) -> Self {
        Self {
            name,
            language,
            public: false,
            cases: 0,
            years: Years::new(),
            total: PartyYear::default(),
            carries: Vec::new(),
            pocket: Pocket::default(),
        }
    }

    fn add(&mut self, case: usize, party: &PartyBrought) -> Result<(), Overflow> {
        self.cases += 1;
        self.public |= party.public;
        let all = total(&party.years)?;
        add_years(&mut self.years, &party.years)?;
        self.total = self.total.plus(all)?;
        if party.carries {
            self.carries.push(case);
        }
        if party.is_wrong_pocket {
            self.pocket = Pocket {
                cases: self.pocket.cases + 1,
                saved: self.pocket.saved.plus(all.saved)?,
                cashable: self.pocket.cashable.plus(all.cashable)?,
            };
        }
        Ok(())
    }
}

impl RequestSums {
    fn new(name: Text, language: Option<Language>) -> Self {
        let (years, stands) = (Years::new(), Years::new());
        Self { name, language, cases: Vec::new(), years, total: Cents::ZERO, stands }
    }

    fn add(&mut self, case: usize, asked: Asked) -> Result<(), Overflow> {
        let Asked { years, makes_stand, indispensable, .. } = asked;
        add_years(&mut self.years, &years)?;
        self.total = self.total.plus(total(&years)?)?;
        if makes_stand {
            add_years(&mut self.stands, &years)?;
        }
        self.cases.push(RequestKept { case, years, makes_stand, indispensable });
        Ok(())
    }

    /// In how many cases it is one of the promises that make them close.
    pub fn stand(&self) -> usize {
        self.cases.iter().filter(|case| case.makes_stand).count()
    }
}
