//! The ask: what each party that saves could be asked to contribute (reference, section 6).

use super::trial::Trial;
use crate::case::{Case, PartyIndex};
use crate::exact::scaled;
use crate::money::{Cents, Overflow};
use crate::postings::{FundingPosting, Journal};
use std::cmp::Reverse;

/// A contribution a year, divided over the parties that save.
#[derive(Clone, Debug)]
pub struct Ask {
    /// What is needed a year.
    pub needed: Cents,
    /// Everyone who saves money that can be taken out of a budget, in the file's order.
    pub parties: Vec<Asked>,
    /// The sum of those rows.
    pub total: Sums,
}

/// What one party is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The party, by its place in the case.
    pub party: PartyIndex,
    /// Its figures.
    pub sums: Sums,
}

/// Figures of the last case year, or of an average one where the case ends in prices of the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtStart {
    /// Cashable saving, with the index of every avoided cost left out.
    pub saves: Cents,
    /// The same part of that as what is asked is of the saving as it is.
    pub asked: Cents,
}

/// Figures of the last case year, or of an average one where the case ends, on all funding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Cashable saving.
    pub saves: Cents,
    /// What it pays now.
    pub pays: Cents,
    /// What it is asked on top of that.
    pub asked: Cents,
    /// What it keeps of its saving when it does.
    pub keeps: Cents,
    /// What it saves and is asked in prices of the start.
    pub at_start: AtStart,
}

impl Ask {
    /// Divides what is needed a year over the parties that save, in proportion to their net saving
    /// (what they save less what they pay), and none above it.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn of(trial: &Trial, needed: Cents) -> Result<Self, Overflow> {
        let mut savers = savers(trial)?;
        let mut nets = Vec::new();
        for saver in &savers {
            nets.push(saver.sums.saves.minus(saver.sums.pays)?.max(Cents::ZERO));
        }
        for (saver, asked) in savers.iter_mut().zip(divided(needed, &nets)?) {
            let Sums { saves, at_start, .. } = &mut saver.sums;
            // Who saves nothing in that year is not here.
            at_start.asked = scaled(asked, at_start.saves.0.into(), saves.0.into())?;
            saver.sums.asked = asked;
            saver.sums.keeps = saver.sums.saves.minus(saver.sums.pays)?.minus(asked)?;
        }
        let sum = |of: fn(&Sums) -> Cents| Cents::total(savers.iter().map(|it| of(&it.sums)));
        let total = Sums {
            saves: sum(|sums| sums.saves)?,
            pays: sum(|sums| sums.pays)?,
            asked: sum(|sums| sums.asked)?,
            keeps: sum(|sums| sums.keeps)?,
            at_start: AtStart {
                saves: sum(|sums| sums.at_start.saves)?,
                asked: sum(|sums| sums.at_start.asked)?,
            },
        };
        Ok(Self { needed, parties: savers, total })
    }

    /// Whether prices of what they save have risen since the start.
    pub fn has_price_rises(&self) -> bool {
        self.parties.iter().any(|asked| asked.sums.at_start.saves != asked.sums.saves)
    }

    /// Whether all of them together can cover it.
    pub fn is_covered(&self) -> bool {
        self.missing() == Cents::ZERO
    }

    /// What is missing a year when everyone who saves hands over all of it.
    pub fn missing(&self) -> Cents {
        // Never more is asked than is needed.
        self.needed.minus(self.total.asked).unwrap_or_default()
    }
}

/// Divides an amount in proportion to what each has, at most all of it: whole cents, the largest
/// remainders first, ties in order. A share of what is needed, rounded up, is at most what one has
/// where all together have enough, so nobody's limit leaves anything to divide again.
fn divided(needed: Cents, have: &[Cents]) -> Result<Vec<Cents>, Overflow> {
    let total = Cents::total(have.iter().copied())?;
    if total <= needed {
        return Ok(have.to_vec());
    }
    let whole = i128::from(total.0);
    let parts = have.iter().map(|have| i128::from(needed.0) * i128::from(have.0));
    let mut shares: Vec<_> = parts.map(|part| (part / whole, part % whole)).collect();
    let left = i128::from(needed.0) - shares.iter().map(|(share, _)| share).sum::<i128>();
    let mut order: Vec<_> = shares.iter_mut().collect();
    // The sort keeps those with one remainder in order.
    order.sort_by_key(|(_, remainder)| Reverse(*remainder));
    for ((share, _), _) in order.into_iter().zip(0..left) {
        *share += 1;
    }
    shares
        .into_iter()
        .map(|(share, _)| i64::try_from(share).map(Cents).map_err(|_| Overflow))
        .collect()
}

/// The parties that save money in the last case year, or of an average one where the case ends, with what they save and pay then.
fn savers(trial: &Trial) -> Result<Vec<Asked>, Overflow> {
    let (case, postings) = (&trial.case, trial.journal.all());
    let at_start = case.with_savings_at_start_prices();
    let unindexed = Journal::after(&trial.journal, case, &at_start).map_err(|_| Overflow)?;
    // Of a case that ends all of its months count, as an average year.
    let skipped = if case.ends { 0 } else { last_year(case) };
    let counted = |months: &[Cents]| Cents::total(months.iter().skip(skipped).copied());
    let mut all = vec![Sums::default(); case.parties.len()];
    let impacts = postings.avoided.iter().zip(&unindexed.all().avoided);
    for (entry, (impact, at_start)) in case.avoided.iter().zip(impacts) {
        if let Some(sums) = all.get_mut(entry.what.party.0) {
            sums.saves = sums.saves.plus(counted(&impact.cashable)?)?;
            sums.at_start.saves = sums.at_start.saves.plus(counted(&at_start.cashable)?)?;
        }
    }
    for (entry, posting) in case.funding.iter().zip(&postings.funding) {
        let paid = match &**posting {
            FundingPosting::Income(flow) | FundingPosting::Equity(flow) => counted(&flow.accrual)?,
            // What is lent comes back, and hours are no money.
            FundingPosting::Loan(_) | FundingPosting::InKind(_) => continue,
        };
        if let Some(sums) = entry.what.party.and_then(|party| all.get_mut(party.0)) {
            sums.pays = sums.pays.plus(paid)?;
        }
    }
    if case.ends {
        let years = i128::from(case.horizon.years);
        for sums in &mut all {
            for sum in [&mut sums.saves, &mut sums.pays, &mut sums.at_start.saves] {
                *sum = scaled(*sum, 1, years)?;
            }
        }
    }
    let rows = all.into_iter().enumerate().filter(|(_, sums)| sums.saves > Cents::ZERO);
    Ok(rows.map(|(place, sums)| Asked { party: PartyIndex(place), sums }).collect())
}

/// The number of the first month of the last case year.
fn last_year(case: &Case) -> usize {
    case.horizon.months().saturating_sub(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(needed: i64, have: &[i64]) -> Vec<i64> {
        let have: Vec<_> = have.iter().copied().map(Cents).collect();
        divided(Cents(needed), &have).unwrap().into_iter().map(|share| share.0).collect()
    }

    #[test]
    fn it_is_divided_by_what_each_has() {
        // 100 over 3 : 2 : 1 is 50, 33 1/3 and 16 2/3: the cent that is left goes to the last.
        assert_eq!(of(100, &[300, 200, 100]), [50, 33, 17]);
        // 100 over 1 : 1 : 1: a tie goes in order.
        assert_eq!(of(100, &[100, 100, 100]), [34, 33, 33]);
        assert_eq!(of(101, &[100, 100, 100]), [34, 34, 33]);
    }

    #[test]
    fn nobody_is_asked_more_than_it_has() {
        assert_eq!(of(600, &[300, 200, 100]), [300, 200, 100]);
        assert_eq!(of(601, &[300, 200, 100]), [300, 200, 100]);
        assert_eq!(of(5, &[0, 2, 4]), [0, 2, 3]);
        assert_eq!(of(2, &[1, 1, 1]), [1, 1, 0]);
        assert!(of(5, &[]).is_empty());
    }
}
