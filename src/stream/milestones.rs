//! What is paid in parts of all that an entry comes to, in months of their own (reference, section
//! 4.3).

use super::Series;
use crate::case::{Case, Milestones};
use crate::exact::{Number, Trouble};
use rust_decimal::Decimal;

/// The exact payments of what comes to these amounts. `as_of` has what it would come to if the case
/// stayed what it is before a month: the payments of months before are parts of that, and from the
/// month on what is left of the new total goes along with the parts that are left.
///
/// # Errors
/// When the number cannot hold or compare a value.
pub fn paid<N: Number>(
    case: &Case,
    milestones: &Milestones,
    amounts: &Series<N>,
    as_of: impl Fn(&Case, i32) -> Result<Series<N>, Trouble>,
) -> Result<Series<N>, Trouble> {
    let months = months(case, milestones);
    let mut paid = Series::nothing(months);
    for Stretch { from, until, parts, left } in stretches(case, milestones) {
        let total = match until {
            Some(until) => as_of(&case.until(until), until)?.sum()?,
            None => amounts.sum()?,
        };
        // A first payment has nothing before it.
        let rest = if from.is_some() { total.less(paid.sum()?)? } else { total };
        paid = paid.plus(rest.in_parts(months, &parts, left)?)?;
    }
    Ok(paid)
}

/// The parts of some months in which nothing is known that changes the total.
pub struct Stretch {
    /// The number of the first of these months; `None` from the beginning.
    pub from: Option<i32>,
    /// The number of the first month after them; `None` to the end.
    pub until: Option<i32>,
    /// The parts that are paid in them, with the numbers of their months.
    pub parts: Vec<(usize, Decimal)>,
    /// The parts of these months and all later ones together.
    pub left: Decimal,
}

/// The months that are looked at: those of the horizon, and of a case that ends those after it in
/// which a part is paid.
fn months(case: &Case, milestones: &Milestones) -> usize {
    let within = case.horizon.months();
    let last = milestones.coming().last().map(|it| case.horizon.number(it.month));
    let last = last.filter(|_| case.ends).and_then(|last| usize::try_from(last + 1).ok());
    last.map_or(within, |last| last.max(within))
}

/// The stretches in which anything is paid of what is looked at.
pub fn stretches(case: &Case, milestones: &Milestones) -> Vec<Stretch> {
    let (changes, end) = (case.changes(), months(case, milestones));
    let froms = std::iter::once(None).chain(changes.iter().copied().map(Some));
    let untils = changes.iter().copied().map(Some).chain([None]);
    let stretch = |(from, until): (Option<i32>, Option<i32>)| {
        let numbered = milestones.coming().map(|it| (case.horizon.number(it.month), it.part.0));
        let later = numbered.filter(|(month, _)| from.is_none_or(|from| *month >= from));
        let (mut parts, mut left) = (Vec::new(), Decimal::ZERO);
        for (month, part) in later {
            left += part;
            if usize::try_from(month).is_ok_and(|month| month < end)
                && until.is_none_or(|until| month < until)
            {
                parts.extend(usize::try_from(month).ok().map(|month| (month, part)));
            }
        }
        Stretch { from, until, parts, left }
    };
    let all = froms.zip(untils).map(stretch);
    all.filter(|stretch| !stretch.parts.is_empty() && !stretch.left.is_zero()).collect()
}
