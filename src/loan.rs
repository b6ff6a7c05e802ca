//! A loan's instalments, in whole cents (reference, section 4).

use crate::calendar::Horizon;
use crate::case::{Loan, Repayment};
use crate::exact::{scaled, to_cents};
use crate::money::{Cents, Overflow, Rate};
use num_integer::Integer;

mod annuity;

/// One instalment, paid at the end of its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// The number of its month; may lie before the start or past the end of the horizon.
    pub month: i32,
    /// Interest on what was owed.
    pub interest: Cents,
    /// What is paid back.
    pub principal: Cents,
    /// What is owed afterwards.
    pub balance: Cents,
}

/// A loan from its draw to its last instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The number of the month of the draw; may lie before the start or past the end.
    pub drawn: i32,
    /// What is borrowed.
    pub amount: Cents,
    /// Every instalment, also those outside the horizon.
    pub instalments: Vec<Instalment>,
}

impl Table {
    /// The table of a loan within a case's horizon.
    ///
    /// # Errors
    /// [`Overflow`] when an instalment outgrows [`Cents`].
    pub fn of(horizon: Horizon, loan: &Loan) -> Result<Self, Overflow> {
        let amount = to_cents(loan.amount.0)?;
        let drawn = horizon.number(loan.on);
        let step = loan.instalments.months();
        let terms = Terms {
            amount,
            repaying: (loan.term - loan.grace) / step,
            interest: Interest::of(loan.interest, step),
            repayment: loan.repayment,
        };
        let annuity = terms.annuity()?;
        let count = loan.term / step;
        let mut instalments = Vec::with_capacity(usize::try_from(count).unwrap_or(0));
        let mut balance = amount;
        for number in 1..=count {
            let interest = terms.interest.on(balance)?;
            let after_grace = number - loan.grace / step;
            let principal = terms.principal(after_grace, balance, interest, annuity)?;
            balance = balance.minus(principal)?;
            let month = drawn + number * step - 1;
            instalments.push(Instalment { month, interest, principal, balance });
        }
        Ok(Self { drawn, amount, instalments })
    }

    /// What is owed at the end of the month with this number.
    pub fn owed_after(&self, month: i32) -> Cents {
        if month < self.drawn {
            return Cents::ZERO;
        }
        let paid = self.instalments.partition_point(|instalment| instalment.month <= month);
        match paid.checked_sub(1).and_then(|last| self.instalments.get(last)) {
            Some(last) => last.balance,
            None => self.amount,
        }
    }
}

/// The interest of one instalment: `rate x months / 12`, kept as a fraction.
#[derive(Clone, Copy, Debug)]
pub struct Interest {
    numerator: i128,
    denominator: i128,
}

impl Interest {
    /// The interest of so many months at a yearly rate.
    pub fn of(rate: Rate, months: i32) -> Self {
        let numerator = rate.0.mantissa() * i128::from(months);
        let denominator = 12 * 10_i128.pow(rate.0.scale());
        let common = numerator.gcd(&denominator);
        Self { numerator: numerator / common, denominator: denominator / common }
    }

    /// `round2(balance x rate x months / 12)`.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn on(self, balance: Cents) -> Result<Cents, Overflow> {
        scaled(balance, self.numerator, self.denominator)
    }
}

/// What decides the principal of an instalment.
struct Terms {
    amount: Cents,
    /// Instalments after the grace period; at least one.
    repaying: i32,
    interest: Interest,
    repayment: Repayment,
}

impl Terms {
    /// What is paid each time; `None` where there is no interest or no annuity.
    fn annuity(&self) -> Result<Option<Cents>, Overflow> {
        if self.repayment != Repayment::Annuity || self.interest.numerator == 0 {
            return Ok(None);
        }
        annuity::payment(self.amount, self.interest, self.repaying.unsigned_abs()).map(Some)
    }

    /// The principal of the instalment `number`, counted from 1 after the grace period.
    fn principal(
        &self,
        number: i32,
        balance: Cents,
        interest: Cents,
        annuity: Option<Cents>,
    ) -> Result<Cents, Overflow> {
        if number < 1 {
            return Ok(Cents::ZERO);
        }
        if number >= self.repaying {
            return Ok(balance);
        }
        match (self.repayment, annuity) {
            (Repayment::Bullet, _) => Ok(Cents::ZERO),
            (Repayment::Annuity, Some(payment)) => Ok(payment.minus(interest)?.min(balance)),
            (Repayment::Linear | Repayment::Annuity, _) => {
                // What is no longer owed is the running total up to the instalment before.
                let repaid = scaled(self.amount, number.into(), self.repaying.into())?;
                repaid.minus(self.amount.minus(balance)?)
            }
        }
    }
}
