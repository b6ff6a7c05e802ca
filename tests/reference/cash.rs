//! Cash in hand, month by month.

use super::actual::counts;
use super::books::{Books, FundingBook, LoanMonths};
use super::case::Case;
use super::exact::Cents;
use super::parties::Granted;
use super::reserves;
use super::streams::Postings;

/// `closing(m) = closing(m-1) + receipts(m) - payments(m), closing(-1) = opening_cash.`
#[derive(Debug)]
pub struct CashBook {
    pub receipts: Postings,
    pub payments: Postings,
    pub closing: Postings,
    /// What is set apart of it, and what is not.
    pub reserved: Postings,
    pub free: Postings,
    /// Of the payments, interest and principal.
    pub debt_service: Postings,
    /// Receipts that recur, but loans and equity, less payments that recur, but debt service.
    pub recurring: Postings,
}

fn add(sum: &mut [Cents], more: &[Cents]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

pub fn run(case: &Case, books: &Books, granted: &Granted) -> CashBook {
    let months = usize::try_from(case.months()).expect("a horizon is positive");
    let mut book = CashBook {
        receipts: vec![0; months],
        payments: vec![0; months],
        closing: Vec::new(),
        reserved: vec![0; months],
        free: Vec::new(),
        debt_service: vec![0; months],
        recurring: vec![0; months],
    };
    for (funding, granted) in books.in_run(case, granted).iter().zip(counts(case, granted)) {
        if !granted {
            continue;
        }
        match funding {
            FundingBook::Income { cash, once, .. } => {
                add(&mut book.receipts, cash);
                if !once {
                    add(&mut book.recurring, cash);
                }
            }
            FundingBook::Equity { cash, .. } => add(&mut book.receipts, cash),
            FundingBook::InKind { .. } => {}
            FundingBook::Loan(table) => {
                let loan = LoanMonths::of(table, case);
                add(&mut book.receipts, &loan.draw);
                add(&mut book.debt_service, &loan.interest);
                let added: Postings = loan.added.iter().map(|cents| -cents).collect();
                add(&mut book.debt_service, &added);
                add(&mut book.debt_service, &loan.principal);
            }
        }
    }
    for cost in &books.costs {
        add(&mut book.payments, &cost.cash);
        if let Some((month, price, _)) = cost.sale {
            book.receipts[month] += price;
        }
        if cost.recurs {
            let negated: Postings = cost.cash.iter().map(|cents| -cents).collect();
            add(&mut book.recurring, &negated);
        }
    }
    for opening in &case.openings {
        let column = if opening.receivable { &mut book.receipts } else { &mut book.payments };
        let month = usize::try_from(opening.on).expect("not before the start");
        if let Some(cash) = column.get_mut(month) {
            *cash += opening.amount;
        }
    }
    let debt_service = book.debt_service.clone();
    add(&mut book.payments, &debt_service);
    let mut closing = case.opening_cash;
    for (receipts, payments) in book.receipts.iter().zip(&book.payments) {
        closing += receipts - payments;
        book.closing.push(closing);
    }
    for reserve in reserves::keep(case, books) {
        add(&mut book.reserved, &reserve.reserved);
    }
    let both = book.closing.iter().zip(&book.reserved);
    book.free = both.map(|(closing, reserved)| closing - reserved).collect();
    book
}
