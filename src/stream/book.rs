//! The book value of an investment: written off in equal parts over its life.

use crate::calendar::Horizon;
use crate::case::Life;
use crate::exact::scaled;
use crate::money::{Cents, Overflow};

/// What an investment is worth in the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// What was bought before the start, less what had been written off by then.
    pub opening: Cents,
    /// What is written off in each month.
    pub depreciation: Vec<Cents>,
    /// That it is sold.
    pub sold: Option<SoldFor>,
}

/// That an investment is sold, and is in the books no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoldFor {
    /// The number of the month.
    pub month: i32,
    /// What it brings.
    pub price: Cents,
    /// What it was worth in the books.
    pub book_value: Cents,
    /// What it brings more than that.
    pub gain: Cents,
}

/// Something bought.
#[derive(Clone, Copy, Debug)]
pub struct Purchase {
    /// The number of its month; may lie before the start.
    pub month: i32,
    /// What it cost.
    pub price: Cents,
    /// How long it lasts.
    pub life: Life,
}

impl Book {
    /// The book of purchases; those before the start make the opening value.
    ///
    /// # Errors
    /// [`Overflow`] when the values together outgrow [`Cents`].
    pub fn of(horizon: Horizon, purchases: &[Purchase]) -> Result<Self, Overflow> {
        let depreciation = vec![Cents::ZERO; horizon.months()];
        let mut book = Self { opening: Cents::ZERO, depreciation, sold: None };
        for &purchase in purchases {
            book.add(purchase)?;
        }
        Ok(book)
    }

    /// The same where all of it is sold in a month: from that one on nothing is written off.
    ///
    /// # Errors
    /// [`Overflow`] when the values together outgrow [`Cents`].
    pub fn sold(
        mut self,
        month: i32,
        price: Cents,
        purchases: &[Purchase],
    ) -> Result<Self, Overflow> {
        let at = usize::try_from(month).unwrap_or(0);
        let bought = purchases.iter().filter(|it| (0..=month).contains(&it.month));
        let bought = Cents::total(bought.map(|it| it.price))?;
        let written_off = Cents::total(self.depreciation.iter().take(at).copied())?;
        let book_value = self.opening.plus(bought)?.minus(written_off)?;
        self.depreciation.iter_mut().skip(at).for_each(|month| *month = Cents::ZERO);
        let gain = price.minus(book_value)?;
        self.sold = Some(SoldFor { month, price, book_value, gain });
        Ok(self)
    }

    fn add(&mut self, Purchase { month: bought, price, life }: Purchase) -> Result<(), Overflow> {
        if bought < 0 {
            let left = price.minus(written_off(price, life, -bought)?)?;
            self.opening = self.opening.plus(left)?;
        }
        let first = usize::try_from(bought).unwrap_or(0);
        for (month, posted) in (0..).zip(&mut self.depreciation).skip(first) {
            let age = month - bought;
            let step = written_off(price, life, age + 1)?.minus(written_off(price, life, age)?)?;
            if step == Cents::ZERO && is_over(life, age) {
                break;
            }
            *posted = posted.plus(step)?;
        }
        Ok(())
    }
}

/// `round2(price x age / life)`: what has been written off after so many months.
fn written_off(price: Cents, life: Life, age: i32) -> Result<Cents, Overflow> {
    match life {
        Life::Unlimited => Ok(Cents::ZERO),
        Life::Months(months) => scaled(price, age.min(months).into(), months.max(1).into()),
    }
}

fn is_over(life: Life, age: i32) -> bool {
    match life {
        Life::Unlimited => true,
        Life::Months(months) => age >= months,
    }
}
