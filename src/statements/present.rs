//! The present value of each entry.

use super::View;
use super::sheet::Group;
use crate::case::{Case, Form};
use crate::measures::{ByYear, Discount, loan_columns};
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Postings};
use crate::stream::posting::Impact;
use std::sync::Arc;

/// What an entry is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresentValue {
    /// Its group.
    pub group: Group,
    /// Its place there.
    pub place: usize,
    /// Of what accrues; of a loan its draw.
    pub accrual: Cents,
    /// Of what is paid, or of what a party can take out of its budget; of a loan what is paid back.
    pub cash: Cents,
}

/// The present values of all entries, in the order of every output.
///
/// # Errors
/// [`Overflow`] when a value outgrows [`Cents`].
pub fn present_values(case: &Case, postings: &Postings) -> Result<Vec<PresentValue>, Overflow> {
    let discount = Discount::of(case);
    let value = |amounts: &[Cents], once| {
        let mut column = ByYear::nothing(case);
        column.add(amounts, once);
        discount.present_value(&column)
    };
    let mut values = Vec::new();
    for (place, (entry, posting)) in case.costs.iter().zip(&postings.costs).enumerate() {
        let once = entry.what.schedule.is_once();
        let value = |amounts: &[Cents]| {
            let mut column = ByYear::nothing(case);
            column.add(amounts, once);
            column.less_sale(posting.sold());
            discount.present_value(&column)
        };
        let (accrual, cash) = (value(&posting.flow.accrual)?, value(&posting.flow.cash)?);
        values.push(PresentValue { group: Group::Cost, place, accrual, cash });
    }
    for (place, (entry, posting)) in case.funding.iter().zip(&postings.funding).enumerate() {
        let once = entry.what.is_once();
        let (accrual, cash) = match &**posting {
            FundingPosting::Income(flow)
            | FundingPosting::Equity(flow)
            | FundingPosting::InKind(flow) => {
                (value(&flow.accrual, once)?, value(&flow.cash, once)?)
            }
            FundingPosting::Loan(table) => {
                let columns = loan_columns(table, case);
                (discount.present_value(&columns.0)?, discount.present_value(&columns.1)?)
            }
        };
        values.push(PresentValue { group: Group::Funding, place, accrual, cash });
    }
    let impacts: [(Group, &[Arc<Impact>]); 3] = [
        (Group::Avoided, &postings.avoided),
        (Group::Value, &postings.values),
        (Group::Burden, &postings.burdens),
    ];
    for (group, impacts) in impacts {
        for (place, impact) in impacts.iter().enumerate() {
            let (accrual, cash) = (value(&impact.accrual, false)?, value(&impact.cashable, false)?);
            values.push(PresentValue { group, place, accrual, cash });
        }
    }
    Ok(values)
}

/// Entries whose present values are of one sort, so that they may be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorthOf {
    /// What the initiative needs.
    Costs,
    /// Income and own capital.
    Funding,
    /// Hours and space without cash.
    InKind,
    /// Borrowed money.
    Loans,
    /// What parties no longer pay.
    Avoided,
    /// Social value.
    Values,
    /// What becomes dearer for others.
    Burdens,
}

/// Entries of one sort with what they come to.
#[derive(Clone, Debug)]
pub struct Worth {
    /// The sort.
    pub of: WorthOf,
    /// The entries, in the file's order.
    pub values: Vec<PresentValue>,
    /// The sum of their rounded accruals.
    pub accrual: Cents,
    /// The sum of their rounded cash.
    pub cash: Cents,
}

impl WorthOf {
    const ALL: [Self; 7] = [
        Self::Costs,
        Self::Funding,
        Self::InKind,
        Self::Loans,
        Self::Avoided,
        Self::Values,
        Self::Burdens,
    ];

    fn of(case: &Case, value: &PresentValue) -> Self {
        match value.group {
            Group::Cost => Self::Costs,
            Group::Funding => match case.funding.get(value.place).map(|entry| &entry.what.form) {
                Some(Form::Loan(_)) => Self::Loans,
                Some(Form::InKind(_)) => Self::InKind,
                _ => Self::Funding,
            },
            Group::Avoided => Self::Avoided,
            Group::Value => Self::Values,
            Group::Burden | Group::Opening | Group::Reserve => Self::Burdens,
        }
    }
}

/// The present values of all entries that count, by sort; sorts without entries are left out.
///
/// # Errors
/// [`Overflow`] when a value or a sum outgrows [`Cents`].
pub fn worth(view: View) -> Result<Vec<Worth>, Overflow> {
    let counts =
        |value: &PresentValue| value.group != Group::Funding || view.granted.has(value.place);
    let mut all = present_values(view.case, view.postings)?;
    all.retain(counts);
    let mut sorts = Vec::new();
    for of in WorthOf::ALL {
        let values: Vec<_> =
            all.iter().filter(|value| WorthOf::of(view.case, value) == of).copied().collect();
        if !values.is_empty() {
            let accrual = Cents::total(values.iter().map(|value| value.accrual))?;
            let cash = Cents::total(values.iter().map(|value| value.cash))?;
            sorts.push(Worth { of, values, accrual, cash });
        }
    }
    Ok(sorts)
}
