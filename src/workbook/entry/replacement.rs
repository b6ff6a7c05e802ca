//! What it takes a year to buy the investments again.

use super::{Maker, only, quantity};
use crate::case::{Cost, FollowBy, Investment, Life, Schedule, Stream, Timing, Unit};
use crate::money::Overflow;
use crate::stream::{last_bought, unrounded_replacement};
use crate::verdict::Books;
use crate::words::{Group, Key, NumberKind};
use crate::workbook::formula::{Formula, Value};
use crate::workbook::input::under;
use crate::workbook::number::Number;
use crate::workbook::rows::Replacement;
use crate::workbook::stream::{Factor, Money, Named};
use num_integer::Integer;
use num_rational::BigRational;

impl Maker<'_, '_> {
    /// What it takes a year to buy the investments again: formulas where they come to what bizcase
    /// says, else that, with all investments fixed.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows what can be held.
    pub fn replacement(
        &mut self,
        books: &Books<'_>,
        fixed: &mut Vec<(Group, usize)>,
    ) -> Result<Replacement, Overflow> {
        if let Some(found) = self.replaced()
            && self.bench.book.worked_out(&found.cents) == Value::Number(books.replacement.into())
        {
            return Ok(found);
        }
        let investments = self.case.costs.iter().enumerate();
        let investments = investments.filter(|(_, entry)| entry.what.investment.is_some());
        fixed.extend(investments.map(|(at, _)| (Group::Cost, at)));
        let cents = Number::from(books.replacement);
        let hundred = BigRational::from_integer(100.into());
        let exact = Number::from(unrounded_replacement(self.case)? * hundred);
        Ok(Replacement { beside: exact.minus(&cents).into(), cents: cents.into() })
    }

    fn replaced(&mut self) -> Option<Replacement> {
        let mut prices = Vec::new();
        for at in 0..self.case.costs.len() {
            let entry = self.case.costs.get(at)?;
            if last_bought(self.case, &entry.versions()).is_empty() {
                continue;
            }
            let Some(Investment { life: Life::Months(months), .. }) = entry.what.investment else {
                continue;
            };
            if !entry.later.is_empty() {
                return None;
            }
            prices.push((i128::from(months.max(1)), self.price_at_the_end(at, &entry.what)?));
        }
        if prices.is_empty() {
            return Some(Replacement { cents: Formula::ZERO, beside: Formula::ZERO });
        }
        // All lives go into one number of months.
        let over = prices.iter().fold(1_i128, |over, (months, _)| over.lcm(months));
        let sum = |of: &dyn Fn(&Money) -> Formula| {
            let terms = prices.iter().map(|(months, price)| of(price) * (12 * over / months));
            terms.reduce(|sum, one| sum + one).unwrap_or(Formula::ZERO)
        };
        let (whole, part) = (sum(&|price| price.cents.clone()), sum(&|price| price.part.clone()));
        self.sound(|bench| {
            let mut row = bench.book.row(bench.years);
            let part = bench.book.keep(&mut row, part.round(9));
            let whole = bench.book.keep(&mut row, whole);
            let cents = Formula::half_up(whole.clone(), &part, &over.into());
            let cents = bench.book.keep(&mut row, cents);
            let beside = (whole - cents.clone() * over + part) / over;
            Replacement { beside: bench.book.keep(&mut row, beside), cents }
        })
    }

    /// What an investment costs in the last month.
    fn price_at_the_end(&mut self, at: usize, cost: &Cost) -> Option<Money> {
        let path = self.cost_path(at);
        let (timing, price, stream, factors) = match &cost.schedule {
            Schedule::Own(stream) => {
                let bias = self.bias(&path, stream.bias);
                (path.clone(), path, (**stream).clone(), vec![bias])
            }
            Schedule::Follows(follow) => {
                let (timing, stream, _) = self.followed(only(follow)?)?;
                let bias = self.bias(&path, follow.bias);
                match &follow.by {
                    FollowBy::Share(share) => {
                        let share = self.bench.inputs.scaled(
                            &under(&path, Key::Share),
                            NumberKind::Share,
                            share.0,
                        );
                        let its_own = self.bias(&timing, stream.bias);
                        let factors = vec![its_own, Factor::share(share), bias];
                        (timing.clone(), timing, stream, factors)
                    }
                    FollowBy::Price { price, index } => {
                        let quantity = quantity(&stream.unit)?;
                        let stream = Stream {
                            unit: Unit::Priced { quantity, price: *price },
                            timing: stream.timing,
                            index: index.clone(),
                            bias: follow.bias,
                        };
                        (timing, path, stream, vec![bias])
                    }
                }
            }
        };
        let Timing::Once { on } = stream.timing else { return Some(Money::nothing()) };
        if on > self.case.horizon.last() {
            return Some(Money::nothing());
        }
        let named = Named { timing, price, stream: &stream, investment: None, factors };
        self.sound(|bench| bench.price_at_the_end(&named))
    }
}
