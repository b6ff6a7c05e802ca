//! The figures of a fund by their names, so that funds can be held against each other.

use super::assess::FundAssessment;
use super::run::Totals;
use crate::measures::Ratio;
use crate::money::{Cents, Overflow};
use rust_decimal::Decimal;
use std::fmt;

/// A figure of a whole fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundFigure {
    /// What was put in.
    PutIn,
    /// The same in prices of the start.
    PutInReal,
    /// Cash and what is owed at the end.
    NetWorth,
    /// The same in prices of the start.
    NetWorthReal,
    /// All that was lent.
    Lent,
    /// How many requests were served.
    Loans,
    /// Lent over put in.
    Multiplier,
    /// The share of what was put in that lay idle.
    Idle,
    /// All that was paid back.
    Repaid,
    /// Interest on loans.
    Interest,
    /// Interest on cash.
    IdleInterest,
    /// All that was lost.
    Lost,
    /// What the fund itself cost.
    Costs,
    /// The lowest cash at the end of a month.
    LowestCash,
    /// The lowest interest on all loans at which it keeps its capital.
    EdgeInterest,
    /// The share of its lending that it can lose.
    EdgeLoss,
}

/// How many requests came to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// All of them.
    Asked,
    /// To a loan.
    Served,
    /// To a place in the queue, at the end.
    Waiting,
    /// To nothing.
    Refused,
}

/// What a figure is; or what it is more than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// An amount.
    Money(Cents),
    /// A whole number.
    Count(i64),
    /// A ratio; each rounded first, so that what is shown adds up.
    Times {
        /// To two decimals.
        two: Decimal,
        /// To four decimals.
        four: Decimal,
    },
    /// A part of a whole, as a fraction.
    Share(Decimal),
    /// A yearly rate, in percent.
    Percent(Decimal),
}

impl FundFigure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 16] = [
        Self::PutIn,
        Self::PutInReal,
        Self::NetWorth,
        Self::NetWorthReal,
        Self::Lent,
        Self::Loans,
        Self::Multiplier,
        Self::Idle,
        Self::Repaid,
        Self::Interest,
        Self::IdleInterest,
        Self::Lost,
        Self::Costs,
        Self::LowestCash,
        Self::EdgeInterest,
        Self::EdgeLoss,
    ];

    /// The name that other programs use.
    pub fn id(self) -> &'static str {
        match self {
            Self::PutIn => "put_in",
            Self::PutInReal => "put_in_real",
            Self::NetWorth => "net_worth",
            Self::NetWorthReal => "net_worth_real",
            Self::Lent => "lent",
            Self::Loans => "loans",
            Self::Multiplier => "multiplier",
            Self::Idle => "idle_share",
            Self::Repaid => "principal",
            Self::Interest => "interest",
            Self::IdleInterest => "idle_interest",
            Self::Lost => "lost",
            Self::Costs => "costs",
            Self::LowestCash => "lowest_cash",
            Self::EdgeInterest => "edge_interest",
            Self::EdgeLoss => "edge_loss",
        }
    }

    /// What it is of a fund, where that has it.
    pub fn of(self, assessment: &FundAssessment) -> Option<Known> {
        let FundAssessment { measures, edges, .. } = assessment;
        let money = |amount| Some(Known::Money(amount));
        match self {
            Self::PutIn => money(measures.put_in),
            Self::PutInReal => money(measures.put_in_real),
            Self::NetWorth => money(measures.net_worth),
            Self::NetWorthReal => money(measures.net_worth_real),
            Self::Lent => money(measures.lent),
            Self::Loans => Some(Known::Count(measures.loans)),
            Self::Multiplier => measures.multiplier.map(Known::times),
            Self::Idle => measures.idle_share.map(Known::Share),
            Self::Repaid => money(measures.principal),
            Self::Interest => money(measures.interest),
            Self::IdleInterest => money(measures.idle_interest),
            Self::Lost => money(measures.lost),
            Self::Costs => money(measures.costs),
            Self::LowestCash => money(measures.lowest.0),
            Self::EdgeInterest => edges.interest.map(Known::Percent),
            Self::EdgeLoss => edges.loss.map(Known::Share),
        }
    }
}

impl Came {
    /// All of them; the first is the sum of the others.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Served, Self::Waiting, Self::Refused];

    /// The name that other programs use.
    pub fn id(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Served => "served",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
        }
    }

    /// How many of some requests.
    pub fn of(self, totals: &Totals) -> i64 {
        match self {
            Self::Asked => totals.asked,
            Self::Served => totals.served,
            Self::Waiting => totals.waiting,
            Self::Refused => totals.refused,
        }
    }
}

impl Known {
    fn times(ratio: Ratio) -> Self {
        Self::Times { two: ratio.rounded(2), four: ratio.rounded(4) }
    }

    /// How much more it is than the same figure of another fund; amounts only where they are in
    /// one currency.
    ///
    /// # Errors
    /// [`Overflow`] when that has more digits than are computed with.
    pub fn less(self, other: Self, one_currency: bool) -> Result<Option<Self>, Overflow> {
        let minus = |one: Decimal, other| one.checked_sub(other).ok_or(Overflow);
        Ok(Some(match (self, other) {
            (Self::Money(one), Self::Money(other)) if one_currency => {
                Self::Money(one.minus(other)?)
            }
            (Self::Count(one), Self::Count(other)) => {
                Self::Count(one.checked_sub(other).ok_or(Overflow)?)
            }
            (Self::Times { two, four }, Self::Times { two: other_two, four: other_four }) => {
                Self::Times { two: minus(two, other_two)?, four: minus(four, other_four)? }
            }
            (Self::Share(one), Self::Share(other)) => Self::Share(minus(one, other)?),
            (Self::Percent(one), Self::Percent(other)) => Self::Percent(minus(one, other)?),
            _ => return Ok(None),
        }))
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Money(amount) => amount == Cents::ZERO,
            Self::Count(count) => count == 0,
            Self::Times { four, .. } => four.is_zero(),
            Self::Share(value) | Self::Percent(value) => value.is_zero(),
        }
    }
}

impl fmt::Display for Known {
    /// As other programs read it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(amount) => write!(f, "{amount}"),
            Self::Count(count) => write!(f, "{count}"),
            Self::Times { four, .. } => write!(f, "{four}"),
            Self::Share(value) | Self::Percent(value) => write!(f, "{value}"),
        }
    }
}
