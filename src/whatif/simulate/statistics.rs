//! What many draws have in common. Figures are sorted and counted as they are; only chances and
//! correlations are computed in floating point.
#![expect(clippy::float_arithmetic, reason = "chances and correlations are no money")]
#![expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]

use crate::money::Cents;
use rayon::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

/// How often something was so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// In so many draws.
    pub times: u64,
    /// Out of so many.
    pub of: u64,
}

/// Figures by how many of the draws lie at or below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread<T> {
    /// The figures at 5, 25, 50, 75 and 95%: each the smallest that so many draws do not exceed.
    pub figures: [T; 5],
}

/// The percentages of a [`Spread`].
pub const PERCENTAGES: [usize; 5] = [5, 25, 50, 75, 95];

/// A step of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// From this amount on.
    pub from: Cents,
    /// Up to this one, which is in the next step; in the last step it is in it.
    pub until: Cents,
    /// How many draws.
    pub count: usize,
}

impl Frequency {
    /// Wilson's 95% confidence interval (E. B. Wilson, 1927), to four decimals:
    /// `(p + z^2/2n +/- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)`, z = 1.959964.
    pub fn interval(self) -> (Decimal, Decimal) {
        let n = (self.of.max(1)) as f64;
        let p = self.times as f64 / n;
        let square = 1.959_964_f64 * 1.959_964;
        let middle = p + square / (2.0 * n);
        let reach = (square * (p * (1.0 - p) / n + square / (4.0 * n * n))).sqrt();
        let end = |value: f64| four_decimals((value / (1.0 + square / n)).clamp(0.0, 1.0));
        (end(middle - reach), end(middle + reach))
    }
}

/// The spread of figures; `None` of none.
pub fn spread<T: Ord + Copy + Send>(mut figures: Vec<T>) -> Option<Spread<T>> {
    figures.par_sort_unstable();
    let at = |percentage: usize| {
        let rank = (figures.len() * percentage).div_ceil(100);
        figures.get(rank.saturating_sub(1)).copied()
    };
    let [very_low, low, middle, high, very_high] = PERCENTAGES.map(at);
    Some(Spread { figures: [very_low?, low?, middle?, high?, very_high?] })
}

/// The most steps of a histogram.
const STEPS: i64 = 10;

/// Amounts in at most ten steps of one round size: 1, 2 or 5 times a power of ten.
pub fn histogram(amounts: &[Cents]) -> Vec<Bin> {
    let (Some(least), Some(most)) = (amounts.iter().min(), amounts.iter().max()) else {
        return Vec::new();
    };
    let size = round_size(most.0.saturating_sub(least.0) / (STEPS - 1) + 1);
    let first = least.0.div_euclid(size);
    let steps = most.0.div_euclid(size) - first + 1;
    let mut counts = vec![0; usize::try_from(steps).unwrap_or(0)];
    for amount in amounts {
        let step = usize::try_from(amount.0.div_euclid(size) - first).unwrap_or(0);
        if let Some(count) = counts.get_mut(step) {
            *count += 1;
        }
    }
    let bins = (first..).zip(counts).map(|(step, count)| Bin {
        from: Cents(step.saturating_mul(size)),
        until: Cents((step + 1).saturating_mul(size)),
        count,
    });
    bins.collect()
}

/// The least of 1, 2 and 5 times a power of ten euros that is not below a size in cents.
fn round_size(least: i64) -> i64 {
    let decades = std::iter::successors(Some(100_i64), |size| size.checked_mul(10));
    let sizes = decades.flat_map(|size| [1, 2, 5].map(|fold| size.saturating_mul(fold)));
    sizes.into_iter().find(|&size| size >= least).unwrap_or(i64::MAX)
}

/// The rank of each figure, counted from 1; equal ones share the mean of theirs.
pub fn ranks<T: Ord + Copy>(figures: impl Iterator<Item = T>) -> Vec<f64> {
    let mut order: Vec<(T, usize)> = figures.zip(0..).collect();
    order.sort_unstable_by_key(|&(figure, _)| figure);
    let mut ranks = vec![0.0; order.len()];
    let mut before = 0;
    for equal in order.chunk_by(|(one, _), (other, _)| one == other) {
        let mean = before as f64 + f64::midpoint(equal.len() as f64, 1.0);
        for (_, place) in equal {
            if let Some(rank) = ranks.get_mut(*place) {
                *rank = mean;
            }
        }
        before += equal.len();
    }
    ranks
}

/// The correlation of two rows of ranks, to four decimals; `None` where one of them does not move.
pub fn correlation(one: &[f64], other: &[f64]) -> Option<Decimal> {
    let mean = f64::midpoint(one.len() as f64, 1.0);
    let (mut both, mut squares, mut others) = (0.0, 0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        let (one, other) = (one - mean, other - mean);
        both += one * other;
        squares += one * one;
        others += other * other;
    }
    let moves = squares > 0.0 && others > 0.0;
    moves.then(|| four_decimals(both / (squares.sqrt() * others.sqrt())))
}

fn four_decimals(value: f64) -> Decimal {
    let mut rounded = Decimal::from_f64(value).unwrap_or_default().round_dp(4);
    rounded.rescale(4);
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    /// Wilson's interval of 8 in 10 is that of Newcombe's tables: 49.0% to 94.3%.
    #[test]
    fn an_interval_is_that_of_published_tables() {
        let eight = Frequency { times: 8, of: 10 };
        assert_eq!(eight.interval(), (dec("0.4902"), dec("0.9433")));
        let none = Frequency { times: 0, of: 10 };
        assert_eq!(none.interval(), (dec("0.0000"), dec("0.2775")));
    }

    #[test]
    fn a_spread_takes_figures_that_there_are() {
        let spread = spread((1..=100).rev().collect()).expect("figures");
        assert_eq!(spread.figures, [5, 25, 50, 75, 95]);
        assert_eq!(super::spread(Vec::<i32>::new()), None);
    }

    #[test]
    fn equal_figures_share_their_rank() {
        assert_eq!(ranks([30, 10, 10, 20].into_iter()), [4.0, 1.5, 1.5, 3.0]);
    }

    /// Spearman's textbook example of IQ and hours of television: rho = -29/165 = -0.1758.
    #[test]
    fn a_correlation_is_that_of_the_textbook() {
        let iq = ranks([106, 100, 86, 101, 99, 103, 97, 113, 112, 110].into_iter());
        let hours = ranks([7, 27, 2, 50, 28, 29, 20, 12, 6, 17].into_iter());
        assert_eq!(correlation(&iq, &hours), Some(dec("-0.1758")));
        assert_eq!(correlation(&iq, &ranks([1; 10].into_iter())), None);
    }

    #[test]
    fn a_histogram_has_round_steps() {
        let amounts = [-125_000, 3_000, 1_000_000, 1_790_000].map(Cents);
        let bins = histogram(&amounts);
        let step = |from, until, count| Bin { from: Cents(from), until: Cents(until), count };
        assert_eq!(bins.first(), Some(&step(-500_000, 0, 1)));
        assert_eq!(bins.last(), Some(&step(1_500_000, 2_000_000, 1)));
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), 4);
    }
}
