//! What each entry comes to and pays, as formulas where they come to the same cents as bizcase, and
//! as fixed numbers where they do not.

mod cost;
mod earmark;
mod income;
mod loan;
mod posted;
mod replacement;

use super::input::under;
use super::rows::Entries;
use super::stream::{Amounts, Bench, Factor, Named, Running, bias_path};
use crate::case::{
    Case, Follow, FollowBy, Followed, Form, Income, Investment, Schedule, Stream, Unit,
};
use crate::money::{Quantity, Share};
use crate::postings::{ExactWallet, Postings};
use crate::stream::{Payments, Sharing};
use crate::words::{Key, NumberKind};
use earmark::Covered;

/// What makes the rows of a case's entries.
pub struct Maker<'a, 'b> {
    /// Where they are made.
    pub bench: &'a mut Bench<'b>,
    /// The case.
    pub case: &'a Case,
    /// What bizcase says that its entries post, on all funding.
    pub postings: &'a Postings,
    /// The same where nothing is rounded.
    pub wallet: &'a ExactWallet,
}

impl Maker<'_, '_> {
    /// The rows of all entries.
    pub fn entries(&mut self) -> Entries {
        let own: Vec<_> = (0..self.case.costs.len()).map(|at| self.own_cost(at)).collect();
        let earned: Vec<_> = (0..self.case.funding.len()).map(|at| self.own_income(at)).collect();
        let followed = |of: Followed| match of {
            Followed::Cost(at) => own.get(at).cloned().flatten(),
            Followed::Funding(at) => earned.get(at).cloned().flatten(),
        };
        let mut entries = Entries::default();
        let mut amounts = Vec::new();
        for at in 0..self.case.costs.len() {
            let (rows, found) = self.cost(at, own.get(at).cloned().flatten(), &followed);
            amounts.push(rows.as_ref().and(found));
            entries.costs.extend(self.cost_or_fixed(at, rows, &mut entries.fixed));
        }
        let alone = Sharing::all(self.case);
        let alone: Vec<_> = alone.iter().filter_map(Sharing::alone).collect();
        for at in 0..self.case.funding.len() {
            let own = earned.get(at).cloned().flatten();
            let covered = Covered { costs: &entries.costs, amounts: &amounts, alone: &alone };
            let rows = self.funding(at, own, &followed, &covered);
            entries.funding.extend(self.funding_or_fixed(at, rows, &mut entries.fixed));
        }
        entries
    }

    fn cost_path(&self, at: usize) -> String {
        self.case.costs.get(at).map(|entry| format!("cost.{}", entry.id)).unwrap_or_default()
    }

    fn funding_path(&self, at: usize) -> String {
        self.case.funding.get(at).map(|entry| format!("funding.{}", entry.id)).unwrap_or_default()
    }

    /// The exact amounts of something on its own terms.
    fn own(
        &mut self,
        path: &str,
        stream: &Stream,
        investment: Option<Investment>,
    ) -> Option<Amounts> {
        let factors = vec![self.bias(path, stream.bias)];
        let named =
            Named { timing: path.to_owned(), price: path.to_owned(), stream, investment, factors };
        self.sound(|bench| bench.amounts(&named))
    }

    /// What is made, where it can be reckoned; else it is taken away again.
    fn sound<T>(&mut self, make: impl FnOnce(&mut Bench<'_>) -> T) -> Option<T> {
        let (mark, reach) = (self.bench.book.mark(), self.bench.reach.len());
        let made = make(self.bench);
        if self.bench.book.went_wrong(&mark) {
            self.bench.book.undo(&mark);
            self.bench.reach.truncate(reach);
            return None;
        }
        Some(made)
    }

    fn bias(&mut self, path: &str, bias: Share) -> Factor {
        let path = bias_path(self.bench.root, path);
        Factor::more(self.bench.inputs.scaled(&path, NumberKind::Share, bias.0))
    }

    fn own_cost(&mut self, at: usize) -> Option<Amounts> {
        let entry = self.case.costs.get(at).filter(|entry| entry.later.is_empty())?;
        match &entry.what.schedule {
            Schedule::Own(stream) => self.own(&self.cost_path(at), stream, entry.what.investment),
            Schedule::Follows(_) => None,
        }
    }

    fn own_income(&mut self, at: usize) -> Option<Amounts> {
        let entry = self.case.funding.get(at).filter(|entry| entry.later.is_empty())?;
        let path = self.funding_path(at);
        match &entry.what.form {
            Form::Income(Income { schedule: Schedule::Own(stream), fade: None, .. }) => {
                self.own(&path, stream, None)
            }
            Form::Equity(equity) => self.own(&path, &equity.stream, None),
            Form::InKind(in_kind) => self.own(&path, &in_kind.stream, None),
            Form::Income(_) | Form::Outcome(_) | Form::Loan(_) => None,
        }
    }

    /// What follows another entry.
    fn follower(
        &mut self,
        path: &str,
        follow: &Follow,
        followed: &impl Fn(Followed) -> Option<Amounts>,
    ) -> Option<Amounts> {
        let of = only(follow)?;
        let bias = self.bias(path, follow.bias);
        match &follow.by {
            FollowBy::Share(share) => {
                let share =
                    self.bench.inputs.scaled(&under(path, Key::Share), NumberKind::Share, share.0);
                let amounts = followed(of)?;
                self.sound(|bench| {
                    let shared = amounts.times(&Factor::share(share), bench);
                    shared.times(&bias, bench)
                })
            }
            FollowBy::Price { price, index } => {
                let (timing, stream, investment) = self.followed(of)?;
                let quantity = quantity(&stream.unit)?;
                let stream = Stream {
                    unit: Unit::Priced { quantity, price: *price },
                    timing: stream.timing.clone(),
                    index: index.clone(),
                    bias: follow.bias,
                };
                let factors = vec![bias];
                let price = path.to_owned();
                let named = Named { timing, price, stream: &stream, investment, factors };
                self.sound(|bench| bench.amounts(&named))
            }
        }
    }

    /// The stream of an entry that is followed, which does not change.
    fn followed(&self, of: Followed) -> Option<(String, Stream, Option<Investment>)> {
        match of {
            Followed::Cost(at) => {
                let entry = self.case.costs.get(at).filter(|entry| entry.later.is_empty())?;
                let Schedule::Own(stream) = &entry.what.schedule else { return None };
                Some((self.cost_path(at), (**stream).clone(), entry.what.investment))
            }
            Followed::Funding(at) => {
                let entry = self.case.funding.get(at).filter(|entry| entry.later.is_empty())?;
                let Form::Income(Income { schedule: Schedule::Own(stream), fade: None, .. }) =
                    &entry.what.form
                else {
                    return None;
                };
                Some((self.funding_path(at), (**stream).clone(), None))
            }
        }
    }
}

/// The one entry that something follows, all the time; of several the formulas were not measured.
fn only(follow: &Follow) -> Option<Followed> {
    match follow.of.as_slice() {
        [one] if follow.within.is_none() => Some(*one),
        _ => None,
    }
}

fn quantity(unit: &Unit) -> Option<Quantity> {
    match unit {
        Unit::Priced { quantity, .. } | Unit::PricedByYear { quantity, .. } => Some(*quantity),
        Unit::Amount(_) | Unit::Amounts(_) => None,
    }
}

/// What has been paid by the end of each month of what accrued.
fn paid(accrued: &Running, payments: &Payments, ends: bool) -> Running {
    let months = accrued.cents.len();
    let after = if ends { payments.months_after() } else { 0 };
    let when = |month| {
        payments.month(month).or_else(|| payments.month_after(month).map(|after| months + after))
    };
    let mut paid = Running::nothing(0);
    let mut count = 0;
    for month in 0..months + after {
        while count < months && when(count).is_some_and(|paid| paid <= month) {
            count += 1;
        }
        let (cents, beside) = accrued.at(count.checked_sub(1));
        paid.cents.push(cents);
        paid.beside.push(beside);
    }
    paid
}
