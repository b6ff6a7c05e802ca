//! The lines of each statement, month by month.

use super::{Ledger, Series, at, number};
use crate::case::OpeningKind;
use crate::statements::{Label, SheetKind};
use crate::words::Group;
use crate::workbook::formula::Formula;
use crate::workbook::number::Number;
use crate::workbook::rows::{Flow, FundingRows, InstalmentRow};

impl Ledger<'_> {
    /// A line of a sheet, and what stood at the start. Under a loan its place is given.
    pub fn line(&self, kind: SheetKind, label: Label, loan: Option<usize>) -> (Series, Formula) {
        let none = Formula::ZERO;
        match (kind, label) {
            (SheetKind::Loans, _) => self.loan_line(label, loan),
            (_, Label::Entry(group, place)) => self.entry_line(kind, group, place),
            (_, Label::Investments) => self.plan_total(true),
            (_, Label::Financing) => self.plan_total(false),
            (_, Label::FinancingLeft) => {
                let ((uses, _), (sources, _)) = (self.plan_total(true), self.plan_total(false));
                let left = |month: usize| sources.over(0..month + 1) - uses.over(0..month + 1);
                (Series::ToDate(self.by_month(left)), none)
            }
            (_, Label::Income) => (Series::ToDate(self.income.clone()), none),
            (_, Label::Costs) => (Series::ToDate(self.costs.clone()), none),
            (_, Label::Depreciation) => (Series::ToDate(self.depreciation.clone()), none),
            (_, Label::Interest) => (self.interest(), none),
            (_, Label::Gain) => (Series::ToDate(self.gains()), none),
            (_, Label::Sale) => {
                let sold = self.by_month(|month| self.sold_by(month, |sold| sold.price));
                (Series::ToDate(sold), none)
            }
            (_, Label::ExploitationResult) => (Series::Steps(self.results()), none),
            (_, Label::OpeningCash) => {
                let before = |month: usize| match month.checked_sub(1) {
                    Some(before) => at(&self.closing, before),
                    None => self.opening_cash.clone(),
                };
                (Series::Level(self.by_month(before)), self.opening_cash.clone())
            }
            (_, Label::Receipts) => (self.receipts(), none),
            (_, Label::Payments) => (self.payments(), none),
            (_, Label::DebtService) => (self.service(), none),
            (_, Label::Reserved | Label::OfWhichReserved) => {
                (Series::Level(self.reserved.cents.clone()), none)
            }
            (_, Label::Free | Label::LowestCash) => {
                (Series::Level(self.free()), self.opening_cash.clone())
            }
            (_, Label::ClosingCash | Label::Cash) => {
                (Series::Level(self.closing.clone()), self.opening_cash.clone())
            }
            _ => self.balance_line(label),
        }
    }

    /// What investments that were sold brought more than they were worth in the books, to date.
    fn gains(&self) -> Vec<Formula> {
        self.by_month(|month| self.sold_by(month, |sold| sold.gain))
    }

    /// The result of each month.
    fn results(&self) -> Vec<Formula> {
        let gains = self.gains();
        let step =
            |all: &Vec<Formula>, month: usize| Series::ToDate(all.clone()).over(month..month + 1);
        self.by_month(|month| {
            step(&self.income, month)
                - step(&self.costs, month)
                - step(&self.depreciation, month)
                - at(&self.interest, month)
                + step(&gains, month)
        })
    }

    /// The result to date, less depreciation and interest.
    fn result_to_date(&self, month: usize) -> Formula {
        at(&self.income, month)
            - at(&self.costs, month)
            - at(&self.depreciation, month)
            - at(&self.interest_to_date, month)
            + self.sold_by(month, |sold| sold.gain)
    }

    fn entry_line(&self, kind: SheetKind, group: Group, place: usize) -> (Series, Formula) {
        let none = Formula::ZERO;
        let of_flow = |flow: &Flow| match kind {
            SheetKind::Liquidity => flow.paid.cents.clone(),
            _ => flow.accrued.cents.clone(),
        };
        match group {
            Group::Cost => {
                let Some(cost) = self.entries.costs.get(place) else {
                    return (Series::Steps(Vec::new()), none);
                };
                let opening = cost.book.as_ref().map_or(none, |book| book.opening.clone());
                (Series::ToDate(of_flow(&cost.flow)), opening)
            }
            Group::Funding => match self.entries.funding.get(place) {
                Some(
                    FundingRows::Income(flow)
                    | FundingRows::Equity(flow)
                    | FundingRows::InKind(flow),
                ) => {
                    let granted = self.grants(place);
                    let all = of_flow(flow).into_iter().map(|it| it * granted.clone());
                    (Series::ToDate(all.collect()), none)
                }
                Some(FundingRows::Loan(loan)) => {
                    let drawn = self.by_month(|month| {
                        if number(month) == loan.drawn {
                            loan.amount.clone() * self.grants(place)
                        } else {
                            Formula::ZERO
                        }
                    });
                    (Series::Steps(drawn), loan.owed_after(-1) * self.grants(place))
                }
                None => (Series::Steps(Vec::new()), none),
            },
            Group::Opening => {
                let settled = self.by_month(|month| match self.openings.get(place) {
                    Some((_, amount, on)) if *on == number(month) => amount.clone(),
                    _ => Formula::ZERO,
                });
                (Series::Steps(settled), none)
            }
            Group::Avoided | Group::Value | Group::Burden | Group::Reserve => {
                (Series::Steps(Vec::new()), none)
            }
        }
    }

    /// All investments, or all that pays for them.
    fn plan_total(&self, uses: bool) -> (Series, Formula) {
        let lines: Vec<_> = if uses {
            let costs = self.entries.costs.iter().enumerate();
            let bought = costs.filter(|(_, cost)| cost.book.is_some());
            bought.map(|(place, _)| (Group::Cost, place)).collect()
        } else {
            let funding = self.entries.funding.iter().enumerate();
            let counts = |(place, rows): &(usize, &FundingRows)| match rows {
                FundingRows::Equity(_) | FundingRows::Loan(_) => true,
                FundingRows::Income(_) => {
                    self.case.funding.get(*place).is_some_and(|entry| entry.what.is_once())
                }
                FundingRows::InKind(_) => false,
            };
            funding.filter(counts).map(|(place, _)| (Group::Funding, place)).collect()
        };
        let lines: Vec<_> = lines
            .into_iter()
            .map(|(group, place)| self.entry_line(SheetKind::Plan, group, place))
            .collect();
        let total = |month: usize| {
            Formula::sum(lines.iter().map(|(series, _)| series.over(month..month + 1)))
        };
        let opening = Formula::sum(lines.iter().map(|(_, opening)| opening.clone()));
        (Series::Steps(self.by_month(total)), opening)
    }

    fn loan_line(&self, label: Label, place: Option<usize>) -> (Series, Formula) {
        let none = Formula::ZERO;
        let found = place.and_then(|place| match self.entries.funding.get(place) {
            Some(FundingRows::Loan(loan)) => Some((loan, self.grants(place))),
            _ => None,
        });
        if let (Label::Loans, _) | (_, None) = (label, &found) {
            return match label {
                Label::DebtService => (self.service(), none),
                _ => self.balance_line(Label::Loans),
            };
        }
        let Some((loan, granted)) = found else { return (Series::Steps(Vec::new()), none) };
        let steps = |of: &dyn Fn(&InstalmentRow) -> Formula| {
            let steps = self.by_month(|month| {
                loan.due(number(month)).map_or(Formula::ZERO, of) * granted.clone()
            });
            (Series::Steps(steps), Formula::ZERO)
        };
        match label {
            Label::Entry(..) => {
                let owed = self.by_month(|month| loan.owed_after(number(month)) * granted.clone());
                (Series::Level(owed), loan.owed_after(-1) * granted)
            }
            Label::Interest => steps(&|due| due.interest.clone()),
            Label::Added => steps(&|due| due.added.clone()),
            Label::Principal => steps(&|due| due.principal.clone()),
            Label::DebtService => (self.service(), none),
            _ => match place {
                Some(place) => self.entry_line(SheetKind::Plan, Group::Funding, place),
                None => (Series::Steps(Vec::new()), none),
            },
        }
    }

    fn balance_line(&self, label: Label) -> (Series, Formula) {
        let level = |of: &dyn Fn(usize) -> Formula, opening: Formula| {
            (Series::Level(self.by_month(of)), opening)
        };
        match label {
            Label::FixedAssets => {
                let opening = self.opening_assets();
                let of = |month: usize| {
                    let bought = self.entries.costs.iter().filter(|cost| cost.book.is_some());
                    let bought =
                        Formula::sum(bought.map(|cost| at(&cost.flow.accrued.cents, month)));
                    Formula::sum([opening.clone(), bought])
                        - at(&self.depreciation, month)
                        - self.sold_by(month, |sold| sold.book_value)
                };
                level(&of, opening.clone())
            }
            Label::Receivables => {
                let opening = self.open_at_start(OpeningKind::Receivable);
                let of = |month: usize| {
                    let still = opening.clone() - self.settled(OpeningKind::Receivable, month);
                    Formula::sum([still, self.position(month, true, true)])
                };
                level(&of, opening.clone())
            }
            Label::PaidAhead => level(&|month| self.position(month, false, false), Formula::ZERO),
            Label::Payables => {
                let opening = self.open_at_start(OpeningKind::Payable);
                let of = |month: usize| {
                    let still = opening.clone() - self.settled(OpeningKind::Payable, month);
                    Formula::sum([still, self.position(month, false, true)])
                };
                level(&of, opening.clone())
            }
            Label::ReceivedAhead => {
                level(&|month| self.position(month, true, false), Formula::ZERO)
            }
            Label::Loans | Label::Owed => {
                let of = |month: usize| self.of_loans(|loan| Some(loan.owed_after(number(month))));
                level(&of, self.of_loans(|loan| Some(loan.owed_after(-1))))
            }
            Label::Equity => {
                let opening = self.opening_equity();
                let of = |month: usize| {
                    let equity = self.entries.funding.iter().enumerate();
                    let equity = equity.filter_map(|(place, rows)| match rows {
                        FundingRows::Equity(flow) => {
                            Some(at(&flow.accrued.cents, month) * self.grants(place))
                        }
                        _ => None,
                    });
                    Formula::sum([opening.clone(), Formula::sum(equity)])
                        + self.result_to_date(month)
                };
                level(&of, opening.clone())
            }
            Label::Assets => self.together(&[
                Label::FixedAssets,
                Label::Receivables,
                Label::PaidAhead,
                Label::Cash,
            ]),
            Label::LiabilitiesAndEquity => {
                self.together(&[Label::Loans, Label::Payables, Label::ReceivedAhead, Label::Equity])
            }
            _ => (Series::Steps(Vec::new()), Formula::ZERO),
        }
    }

    fn together(&self, labels: &[Label]) -> (Series, Formula) {
        let lines: Vec<_> =
            labels.iter().map(|label| self.line(SheetKind::Balance, *label, None)).collect();
        let of = |month: usize| {
            Formula::sum(lines.iter().map(|(series, _)| series.over(month..month + 1)))
        };
        let opening = Formula::sum(lines.iter().map(|(_, opening)| opening.clone()));
        (Series::Level(self.by_month(of)), opening)
    }

    fn opening_assets(&self) -> Formula {
        let books = self.entries.costs.iter().filter_map(|cost| cost.book.as_ref());
        Formula::sum(books.map(|book| book.opening.clone()))
    }

    fn open_at_start(&self, kind: OpeningKind) -> Formula {
        let open = self.openings.iter().filter(|open| open.0 == kind);
        Formula::sum(open.map(|(_, amount, _)| amount.clone()))
    }

    fn opening_equity(&self) -> Formula {
        let owned = Formula::sum([
            self.opening_assets(),
            self.opening_cash.clone(),
            self.open_at_start(OpeningKind::Receivable),
        ]);
        let owed = self.of_loans(|loan| Some(loan.owed_after(-1)));
        owned - owed - self.open_at_start(OpeningKind::Payable)
    }

    /// What has accrued and is not paid, or what is paid and has not accrued, entry by entry.
    fn position(&self, month: usize, comes: bool, open: bool) -> Formula {
        let of = |flow: &Flow| {
            let (accrued, paid) = (at(&flow.accrued.cents, month), at(&flow.paid.cents, month));
            let left = if open { accrued - paid } else { paid - accrued };
            match left {
                Formula::Number(number) if number < Number::ZERO => Formula::ZERO,
                Formula::Number(number) => Formula::Number(number),
                left => Formula::most([Formula::ZERO, left]),
            }
        };
        if comes {
            let flows = self.cash_flows();
            Formula::sum(flows.map(|(place, flow)| of(flow) * self.grants(place)))
        } else {
            Formula::sum(self.entries.costs.iter().map(|cost| of(&cost.flow)))
        }
    }
}
