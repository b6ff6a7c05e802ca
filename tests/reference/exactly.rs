//! "A cent of rounding is no reason": section 5, the figures of tests in amounts that are not rounded.

use super::actual::counts;
use super::books::{Books, FundingBook, LoanMonths};
use super::case::{Case, Discounting, Group};
use super::exact::{Cents, Exact, euros, fraction, power, whole};
use super::parties::Granted;
use super::present_value::is_negative;
use super::reserves;
use super::streams::index;

/// A run in exact amounts, in euros.
pub struct ExactRun<'b> {
    case: &'b Case,
    books: &'b Books,
    granted: &'b Granted,
}

/// A present value: `outside + under_root / sqrt(1 + r)`.
struct Worth {
    outside: Exact,
    under_root: Exact,
}

fn sum<'x>(amounts: impl IntoIterator<Item = &'x Exact>) -> Exact {
    amounts.into_iter().fold(whole(0), |sum, amount| sum + amount)
}

fn last_year(amounts: &[Exact]) -> Exact {
    sum(amounts.iter().rev().take(12))
}

impl<'b> ExactRun<'b> {
    pub fn of(case: &'b Case, books: &'b Books, granted: &'b Granted) -> Self {
        Self { case, books, granted }
    }

    /// What counts in the run, with the party that brings it.
    fn each(&self, mut visit: impl FnMut(Option<&str>, &FundingBook)) {
        let books = self.books.in_run(self.case, self.granted);
        for ((funding, book), granted) in
            self.case.funding.iter().zip(&*books).zip(counts(self.case, self.granted))
        {
            if granted {
                visit(funding.party.as_deref(), book);
            }
        }
    }

    /// Closing cash of each month: "opening cash, loans (draws, interest, principal) ... as they are
    /// posted".
    pub fn closing(&self) -> Vec<Exact> {
        let months = usize::try_from(self.case.months()).expect("a horizon is positive");
        let mut steps = vec![whole(0); months];
        let add = |steps: &mut [Exact], amounts: &[Exact], sign: i128| {
            for (step, amount) in steps.iter_mut().zip(amounts) {
                *step += amount * whole(sign);
            }
        };
        self.each(|_, book| match book {
            FundingBook::Income { exact, .. } | FundingBook::Equity { exact, .. } => {
                add(&mut steps, &exact.cash, 1);
            }
            FundingBook::InKind { .. } => {}
            FundingBook::Loan(table) => {
                let loan = LoanMonths::of(table, self.case);
                let posted = |cents: &[Cents]| -> Vec<Exact> {
                    cents.iter().map(|cents| euros(*cents)).collect()
                };
                add(&mut steps, &posted(&loan.draw), 1);
                add(&mut steps, &posted(&loan.interest), -1);
                add(&mut steps, &posted(&loan.added), 1);
                add(&mut steps, &posted(&loan.principal), -1);
            }
        });
        for cost in &self.books.costs {
            add(&mut steps, &cost.exact.cash, -1);
        }
        for opening in &self.case.openings {
            let month = usize::try_from(opening.on).expect("not before the start");
            if let Some(step) = steps.get_mut(month) {
                *step += euros(opening.cash());
            }
        }
        let mut closing = euros(self.case.opening_cash);
        let closings = steps.iter().map(|step| {
            closing += step;
            closing.clone()
        });
        closings.collect()
    }

    /// The same less all that is set apart.
    pub fn free(&self) -> Vec<Exact> {
        let reserved = reserves::exactly(self.case, self.books);
        self.closing().into_iter().zip(reserved).map(|(cash, apart)| cash - apart).collect()
    }

    /// What comes in less what goes out in a month after the horizon, but for loans.
    pub fn settled(&self, month: i64) -> Exact {
        let mut settled = whole(0);
        self.each(|_, book| {
            if let FundingBook::Income { exact, .. } | FundingBook::Equity { exact, .. } = book {
                settled += exact.after.get(&month).cloned().unwrap_or_else(|| whole(0));
            }
        });
        for opening in self.case.openings.iter().filter(|opening| opening.on == month) {
            settled += euros(opening.cash());
        }
        for cost in &self.books.costs {
            settled -= cost.exact.after.get(&month).cloned().unwrap_or_else(|| whole(0));
        }
        settled
    }

    /// Z.
    pub fn before_interest(&self) -> Exact {
        let mut result = whole(0) - self.books.exact_replacement();
        self.each(|_, book| {
            if let FundingBook::Income { exact, once: false, structural: true, .. } = book {
                result += last_year(&exact.accrual);
            }
        });
        for cost in self.books.costs.iter().filter(|cost| cost.recurs) {
            result -= last_year(&cost.exact.accrual);
        }
        result
    }

    /// Cash that recurs, of a case year.
    pub fn recurring(&self, year: usize) -> Exact {
        let months = 12 * year..12 * year + 12;
        let mut cash = whole(0);
        self.each(|_, book| {
            if let FundingBook::Income { exact, once: false, .. } = book {
                cash += sum(&exact.cash[months.clone()]);
            }
        });
        for cost in self.books.costs.iter().filter(|cost| cost.recurs) {
            cash -= sum(&cost.exact.cash[months.clone()]);
        }
        cash
    }

    /// Does no party bring more than its share?
    pub fn independent(&self) -> bool {
        let mut brings: Vec<Exact> = self.case.parties.iter().map(|_| whole(0)).collect();
        let mut all = whole(0);
        self.each(|payer, book| {
            let FundingBook::Income { exact, .. } = book else { return };
            let income = last_year(&exact.accrual);
            all += &income;
            let party = self.case.parties.iter().position(|party| payer == Some(party.id.as_str()));
            if let Some(party) = party {
                brings[party] += income;
            }
        });
        let most = &self.case.criteria.max_dependence * &all;
        all > whole(0) && brings.iter().all(|brings| *brings <= most)
    }

    /// What parties pay, and what they are repaid: loans as posted.
    fn paid(&self, counts: &dyn Fn(&str) -> bool) -> (Worth, Worth) {
        let (mut pays, mut repaid) = (Worth::nothing(), Worth::nothing());
        self.each(|payer, book| {
            if !payer.is_some_and(counts) {
                return;
            }
            match book {
                FundingBook::Income { exact, once, .. }
                | FundingBook::Equity { exact, once, .. } => {
                    pays.add(self.case, &exact.cash, *once, 1);
                }
                FundingBook::InKind { .. } => {}
                FundingBook::Loan(table) => {
                    let months = LoanMonths::of(table, self.case);
                    let posted = |cents: &[Cents]| -> Vec<Exact> {
                        cents.iter().map(|cents| euros(*cents)).collect()
                    };
                    pays.add(self.case, &posted(&months.draw), true, 1);
                    pays.outside += euros(table.balance(-1));
                    repaid.add(self.case, &posted(&months.interest), false, 1);
                    repaid.add(self.case, &posted(&months.added), false, -1);
                    repaid.add(self.case, &posted(&months.principal), false, 1);
                }
            }
        });
        (pays, repaid)
    }

    fn cashable(&self, counts: &dyn Fn(&str) -> bool) -> Worth {
        let mut cashable = Worth::nothing();
        for (effect, book) in self.case.effects.iter().zip(&self.books.effects) {
            if effect.group == Group::Avoided && counts(&effect.party) {
                cashable.add(self.case, &book.exact_cashable, false, 1);
            }
        }
        cashable
    }

    /// Does a party get back what it pays?
    pub fn pays_back(&self, party: &str) -> bool {
        let counts = |it: &str| it == party;
        let (pays, repaid) = self.paid(&counts);
        let back = self.cashable(&counts).plus(repaid, 1);
        self.returns(back, &pays, &whole(1))
    }

    /// Does public money come back?
    pub fn public_returns(&self) -> bool {
        let public =
            |it: &str| self.case.parties.iter().any(|party| party.id == it && party.public);
        let (pays, repaid) = self.paid(&public);
        let times = &self.case.criteria.min_public_return;
        self.returns(self.cashable(&public), &pays.plus(repaid, -1), times)
    }

    /// Does society get back what it puts in?
    pub fn society_returns(&self) -> bool {
        let (mut back, mut put_in) = (Worth::nothing(), Worth::nothing());
        for (effect, book) in self.case.effects.iter().zip(&self.books.effects) {
            match effect.group {
                Group::Avoided => {
                    back.add(self.case, &book.exact, false, 1);
                    back.add(self.case, &book.exact_transfer, false, -1);
                }
                Group::Value => back.add(self.case, &book.exact, false, 1),
                Group::Burden => put_in.add(self.case, &book.exact, false, 1),
            }
        }
        for cost in &self.books.costs {
            put_in.add(self.case, &cost.exact.accrual, cost.once, 1);
        }
        for funding in &*self.books.funding {
            if let FundingBook::InKind { exact, once, .. } = funding {
                put_in.add(self.case, exact, *once, 1);
            }
        }
        self.returns(back, &put_in, &self.case.criteria.min_social_return)
    }

    /// "a ratio whose exact denominator is not above zero does not pass by it"
    fn returns(&self, back: Worth, put_in: &Worth, times: &Exact) -> bool {
        let above_zero = put_in.is_above_zero(self.case);
        let more = Worth {
            outside: back.outside - times * &put_in.outside,
            under_root: back.under_root - times * &put_in.under_root,
        };
        above_zero && more.is_not_below_zero(self.case)
    }
}

impl Worth {
    fn nothing() -> Self {
        Self { outside: whole(0), under_root: whole(0) }
    }

    fn plus(self, other: Self, sign: i128) -> Self {
        Self {
            outside: self.outside + other.outside * whole(sign),
            under_root: self.under_root + other.under_root * whole(sign),
        }
    }

    /// Adds monthly amounts; "what a `once` entry ... puts in a column in month 0 is at time zero".
    fn add(&mut self, case: &Case, amounts: &[Exact], once: bool, sign: i128) {
        let growth = whole(1) + &case.discount_rate;
        for (month, amount) in amounts.iter().enumerate() {
            if *amount == whole(0) {
                continue;
            }
            let amount = amount * whole(sign);
            if month == 0 && once {
                self.outside += amount;
                continue;
            }
            let amount = if case.inflation.is_empty() {
                amount
            } else {
                let month = i64::try_from(month).expect("a month");
                amount / index(&case.inflation, case.start, month)
            };
            match case.discounting {
                Discounting::Start => self.outside += amount / power(&growth, month / 12),
                Discounting::End => self.outside += amount / power(&growth, month / 12 + 1),
                Discounting::Mid => self.under_root += amount / power(&growth, month / 12),
            }
        }
    }

    /// "under `mid` values closer than 10^-30 are equal"
    fn is_above_zero(&self, case: &Case) -> bool {
        let close = match case.discounting {
            Discounting::Mid => fraction(1, 10_i128.pow(30)),
            Discounting::Start | Discounting::End => {
                return self.outside > whole(0);
            }
        };
        !is_negative(&(&self.outside - close), &self.under_root, &square(case))
    }

    fn is_not_below_zero(&self, case: &Case) -> bool {
        let opposite =
            Self { outside: whole(0) - &self.outside, under_root: whole(0) - &self.under_root };
        !opposite.is_above_zero(case)
    }
}

fn square(case: &Case) -> Exact {
    whole(1) / (whole(1) + &case.discount_rate)
}
