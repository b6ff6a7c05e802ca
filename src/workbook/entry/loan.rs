//! A loan, instalment by instalment.

use super::Maker;
use crate::case::{GraceInterest, Loan, Repayment};
use crate::words::{Key, NumberKind};
use crate::workbook::formula::{Formula, Function};
use crate::workbook::input::{item, power_of, under};
use crate::workbook::rows::{InstalmentRow, LoanRows};

impl Maker<'_, '_> {
    /// A loan with one rate.
    pub(super) fn loan(&mut self, at: usize, loan: &Loan) -> Option<LoanRows> {
        let path = self.funding_path(at);
        let [rate] = loan.terms.interest.as_slice() else { return None };
        let one = under(&path, Key::Interest);
        let listed = item(&path, Key::Interest, 0);
        let kind = NumberKind::Interest;
        let one = if self.bench.inputs.has(&listed) { listed } else { one };
        let rate = self.bench.inputs.scaled(&one, kind, rate.0);
        let amount =
            self.bench.inputs.scaled(&under(&path, Key::Amount), NumberKind::Amount, loan.amount.0);
        let drawn = self.case.horizon.number(loan.on);
        let terms = &loan.terms;
        let step = terms.instalments.months();
        let (count, grace) = (terms.term / step, terms.grace / step);
        let over = Formula::from(power_of(rate.decimals)) * 12;
        let yearly = rate.whole.clone();
        let instalments = i128::from(terms.amortised_over.max(12));
        let most = rate.whole.clone() * i128::from(step) + instalments;
        self.bench.keep_within_reach(amount.whole.clone() * 2 * most);
        self.sound(|bench| {
            let rows = [0; 4].map(|_| bench.book.row(bench.loans));
            let [mut of_interest, mut of_principal, mut of_balance, mut of_terms] = rows;
            let mut balance = amount.whole.clone();
            let mut scheme: Option<(Formula, Formula)> = None;
            let mut instalments = Vec::new();
            for number in 1..=count {
                let interest = balance.clone() * (yearly.clone() * i128::from(step));
                let interest = Formula::half_up(interest, &Formula::ZERO, &over);
                let interest = bench.book.keep(&mut of_interest, interest);
                let added = match terms.grace_interest {
                    GraceInterest::Added if number <= grace => interest.clone(),
                    GraceInterest::Added | GraceInterest::Paid => Formula::ZERO,
                };
                let principal = if number <= grace || terms.repayment == Repayment::Bullet {
                    Formula::ZERO
                } else {
                    let (owed, payment) = scheme.get_or_insert_with(|| {
                        let left = terms.amortised_over / step - grace;
                        let rate = yearly.clone() * i128::from(step) / over.clone();
                        let arguments = vec![rate, i128::from(left).into(), balance.clone()];
                        let payment = Formula::Call(Function::Pmt, arguments);
                        let payment = (Formula::ZERO - payment).round(6).round(0);
                        let annuity = terms.repayment == Repayment::Annuity;
                        let payment = if annuity {
                            bench.book.keep(&mut of_terms, payment)
                        } else {
                            Formula::ZERO
                        };
                        (balance.clone(), payment)
                    });
                    let left = i128::from(terms.amortised_over / step - grace);
                    let repaid = owed.clone() * i128::from(number - grace);
                    let repaid = Formula::half_up(repaid, &Formula::ZERO, &left.into());
                    let linear = repaid - (owed.clone() - balance.clone());
                    match terms.repayment {
                        Repayment::Annuity => {
                            let of_annuity =
                                (payment.clone() - interest.clone()).min(balance.clone());
                            yearly.clone().equals(0).then(linear, of_annuity)
                        }
                        Repayment::Linear | Repayment::Bullet => linear,
                    }
                };
                let principal = if number == count { balance.clone() } else { principal };
                let principal = bench.book.keep(&mut of_principal, principal);
                let left = balance.clone() + added.clone() - principal.clone();
                balance = bench.book.keep(&mut of_balance, left);
                let month = drawn + number * step - 1;
                let balance = balance.clone();
                instalments.push(InstalmentRow { month, interest, added, principal, balance });
            }
            LoanRows { drawn, amount: amount.whole.clone(), instalments }
        })
    }
}
