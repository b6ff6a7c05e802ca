//! A loan's table: section 4, *Loan*.

use super::case::{Loan, Repayment};
use super::exact::{Cents, Exact, euros, power, round2, whole};

/// One instalment, at the end of its month.
#[derive(Clone, Debug)]
pub struct Instalment {
    pub month: i64,
    pub interest: Cents,
    pub principal: Cents,
    /// What is owed after it.
    pub balance: Cents,
}

/// All of a loan's instalments, also those before the start and past the end.
#[derive(Clone, Debug)]
pub struct Table {
    pub amount: Cents,
    pub on: i64,
    pub instalments: Vec<Instalment>,
}

impl Table {
    /// What is owed at the end of a month.
    pub fn balance(&self, month: i64) -> Cents {
        if month < self.on {
            return 0;
        }
        let mut past = self.instalments.iter().rev();
        past.find(|instalment| instalment.month <= month)
            .map_or(self.amount, |instalment| instalment.balance)
    }
}

/// "Interest(m) = round2(balance x rate / 12); with quarterly or yearly instalments 3/12 or 12/12
/// of the rate at the end of each third or twelfth month, and i and n count those."
fn rate_of_an_instalment(loan: &Loan) -> Exact {
    &loan.interest * whole(i128::from(loan.every)) / whole(12)
}

/// `A = round2(P i / (1 - (1+i)^-n))`
pub fn annuity(amount: Cents, i: &Exact, n: i64) -> Cents {
    let growth = power(&(whole(1) + i), usize::try_from(n).expect("a term is positive"));
    // 1 - g^-n = (g^n - 1) / g^n
    round2(&(euros(amount) * i * &growth / (&growth - whole(1))))
}

/// "During grace: interest only. Then, over the n = term - grace months left: annuity ...,
/// principal = A - interest but never more than the balance, the last one whatever clears it (as
/// linear where i = 0); linear, principal by the running total rule on P / n; bullet, all principal
/// in the last month."
pub fn table(loan: &Loan) -> Table {
    let i = rate_of_an_instalment(loan);
    let count = loan.term / loan.every;
    let grace = loan.grace / loan.every;
    let n = count - grace;
    let mut balance = loan.amount;
    let mut instalments = Vec::new();
    for number in 1..=count {
        let interest = round2(&(euros(balance) * &i));
        let after_grace = number - grace;
        let principal = if after_grace <= 0 {
            0
        } else {
            match loan.repayment {
                Repayment::Bullet if number == count => balance,
                Repayment::Bullet => 0,
                Repayment::Annuity if !i.is_zero() => {
                    if number == count {
                        balance
                    } else {
                        (annuity(loan.amount, &i, n) - interest).min(balance)
                    }
                }
                Repayment::Annuity | Repayment::Linear => {
                    let repaid = |instalments: i64| {
                        let share = whole(i128::from(instalments)) / whole(i128::from(n));
                        round2(&(euros(loan.amount) * share))
                    };
                    repaid(after_grace) - repaid(after_grace - 1)
                }
            }
        };
        balance -= principal;
        instalments.push(Instalment {
            // At the end of the last month of each stretch of `every` months.
            month: loan.on + number * loan.every - 1,
            interest,
            principal,
            balance,
        });
    }
    Table { amount: loan.amount, on: loan.on, instalments }
}
