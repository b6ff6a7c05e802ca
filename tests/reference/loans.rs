//! A loan's table: section 4, *Loan*.

use super::case::{Loan, Repayment};
use super::exact::{Cents, Exact, euros, power, round2, whole};

/// One instalment, at the end of its month.
#[derive(Clone, Debug)]
pub struct Instalment {
    pub month: i64,
    pub interest: Cents,
    /// The part of it that is not paid but added to what is owed.
    pub added: Cents,
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
/// of the rate at the end of each third or twelfth month, and i and n count those." "by the loan's
/// own years, counted from the draw, the last repeating".
fn rate_of_an_instalment(loan: &Loan, number: i64) -> Exact {
    let year = usize::try_from((number * loan.every - 1) / 12).expect("after the draw");
    let rate = &loan.interest[year.min(loan.interest.len() - 1)];
    rate * whole(i128::from(loan.every)) / whole(12)
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
///
/// "the instalments are those of a loan of that term, and what is left at the end of `term` is paid
/// in the last one"; "during grace interest is not paid but added to what is owed; repayment, of any
/// kind, starts from what is owed after grace"; "A is worked out again at each instalment whose rate
/// is another than the one before, over what is owed then and the instalments left (linear where
/// the rate is 0%)".
pub fn table(loan: &Loan) -> Table {
    let count = loan.term / loan.every;
    let grace = loan.grace / loan.every;
    let longest = loan.amortised_over / loan.every;
    let mut balance = loan.amount;
    let mut instalments = Vec::new();
    // From which instalment on, and over what was owed before it, principal is worked out.
    let (mut first, mut owed) = (0, 0);
    for number in 1..=count {
        let i = rate_of_an_instalment(loan, number);
        let interest = round2(&(euros(balance) * &i));
        let another = number > 1 && i != rate_of_an_instalment(loan, number - 1);
        if number == grace + 1 || (loan.repayment == Repayment::Annuity && another) {
            (first, owed) = (number, balance);
        }
        let n = longest - first + 1;
        let principal = if number <= grace {
            0
        } else if number == count {
            balance
        } else {
            match loan.repayment {
                Repayment::Bullet => 0,
                Repayment::Annuity if !i.is_zero() => {
                    (annuity(owed, &i, n) - interest).min(balance)
                }
                Repayment::Annuity | Repayment::Linear => {
                    let repaid = |instalments: i64| {
                        let share = whole(i128::from(instalments)) / whole(i128::from(n));
                        round2(&(euros(owed) * share))
                    };
                    repaid(number - first + 1) - repaid(number - first)
                }
            }
        };
        let added = if number <= grace && loan.adds { interest } else { 0 };
        balance += added - principal;
        instalments.push(Instalment {
            // At the end of the last month of each stretch of `every` months.
            month: loan.on + number * loan.every - 1,
            interest,
            added,
            principal,
            balance,
        });
    }
    Table { amount: loan.amount, on: loan.on, instalments }
}
