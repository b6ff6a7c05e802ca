//! A loan's instalments, in whole cents (reference, section 4).

use crate::calendar::Horizon;
use crate::case::{Loan, Repayment, Terms};
use crate::exact::{scaled, to_cents};
use crate::money::{Cents, Overflow, Rate, put};
use num_integer::Integer;
use std::ops::Range;

mod annuity;

/// One instalment, paid at the end of its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// The number of its month; may lie before the start or past the end of the horizon.
    pub month: i32,
    /// Interest on what was owed.
    pub interest: Cents,
    /// The part of that interest that is not paid but added to what is owed.
    pub added: Cents,
    /// What is paid back.
    pub principal: Cents,
    /// What is owed afterwards.
    pub balance: Cents,
}

impl Instalment {
    /// What is paid: interest that is not added to what is owed, and principal.
    ///
    /// # Errors
    /// [`Overflow`] when it outgrows [`Cents`].
    pub fn paid(&self) -> Result<Cents, Overflow> {
        self.interest.minus(self.added)?.plus(self.principal)
    }
}

/// A loan from its draw to its last instalment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoanTable {
    /// The number of the month of the draw; may lie before the start or past the end.
    pub drawn: i32,
    /// What is borrowed.
    pub amount: Cents,
    /// Every instalment, also those outside the horizon.
    pub instalments: Vec<Instalment>,
}

impl LoanTable {
    /// Adds what it brings each month and takes back: its draw less its instalments.
    ///
    /// # Errors
    /// [`Overflow`] when a month outgrows [`Cents`].
    pub fn add_cash(&self, months: &mut [Cents]) -> Result<(), Overflow> {
        put(months, self.drawn, self.amount)?;
        for due in &self.instalments {
            put(months, due.month, Cents::ZERO.minus(due.paid()?)?)?;
        }
        Ok(())
    }

    /// The table of a loan within a case's horizon.
    ///
    /// # Errors
    /// [`Overflow`] when an instalment outgrows [`Cents`].
    pub fn of(horizon: Horizon, loan: &Loan) -> Result<Self, Overflow> {
        let amount = to_cents(loan.amount.0)?;
        let drawn = horizon.number(loan.on);
        let terms = &loan.terms;
        let step = terms.instalments.months();
        let (count, grace) = (terms.term / step, terms.grace / step);
        let mut instalments = Vec::with_capacity(usize::try_from(count).unwrap_or(0));
        let mut balance = amount;
        let mut rate = terms.rate(step - 1);
        let mut by = Interest::of(rate, step);
        let mut scheme: Option<Scheme> = None;
        for number in 1..=count {
            let since_draw = number * step - 1;
            let changed = terms.rate(since_draw) != rate;
            if changed {
                rate = terms.rate(since_draw);
                by = Interest::of(rate, step);
            }
            let interest = by.on(balance)?;
            let added = terms.added(number <= grace, interest);
            let principal = if number <= grace {
                Cents::ZERO
            } else if number == count {
                balance
            } else {
                // Only an annuity is worked out again when its rate changes.
                let again = changed && terms.repayment == Repayment::Annuity;
                let now = match scheme.filter(|_| !again) {
                    Some(scheme) => scheme,
                    None => Scheme::of(terms, by, (balance, number))?,
                };
                scheme.insert(now).principal(number, balance, interest)?
            };
            balance = balance.plus(added)?.minus(principal)?;
            instalments.push(Instalment {
                month: drawn + since_draw,
                interest,
                added,
                principal,
                balance,
            });
        }
        Ok(Self { drawn, amount, instalments })
    }

    /// The instalments in the months with these numbers.
    pub fn due(&self, months: Range<i32>) -> &[Instalment] {
        let before = |month| self.instalments.partition_point(|due| due.month < month);
        self.instalments.get(before(months.start)..before(months.end)).unwrap_or_default()
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

/// How the principal of an instalment is made.
#[derive(Clone, Copy, Debug)]
enum Scheme {
    /// All of it in the last one.
    Bullet,
    /// Interest and principal together are always so much.
    Annuity(Cents),
    /// Equal parts of what was owed before an instalment, over those from that one on.
    Linear { owed: Cents, first: i32, count: i32 },
}

impl Scheme {
    /// How a loan is repaid from the instalment with this number on, before which so much is owed.
    fn of(
        terms: &Terms,
        interest: Interest,
        (owed, first): (Cents, i32),
    ) -> Result<Self, Overflow> {
        let count = terms.amortised_over / terms.instalments.months() - first + 1;
        match terms.repayment {
            Repayment::Bullet => Ok(Self::Bullet),
            Repayment::Annuity if interest.numerator != 0 => {
                annuity::payment(owed, interest, count.unsigned_abs()).map(Self::Annuity)
            }
            Repayment::Annuity | Repayment::Linear => Ok(Self::Linear { owed, first, count }),
        }
    }

    /// The principal of an instalment that is not the last.
    fn principal(self, number: i32, balance: Cents, interest: Cents) -> Result<Cents, Overflow> {
        match self {
            Self::Bullet => Ok(Cents::ZERO),
            Self::Annuity(payment) => Ok(payment.minus(interest)?.min(balance)),
            Self::Linear { owed, first, count } => {
                // What is no longer owed is the running total up to the instalment before.
                let repaid = scaled(owed, (number - first + 1).into(), count.into())?;
                repaid.minus(owed.minus(balance)?)
            }
        }
    }
}
