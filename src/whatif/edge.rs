//! The step at which something that is changed bit by bit turns the verdict.
//!
//! Every test of the verdict is nearly linear in a lever, and the margin, the least of them, is
//! then one hill (quasi-concave): first up, then down, with a cent of rounding on top. So a line
//! through two runs tells where to try next, and the hill's top where no run closes yet. Lines only
//! guess: what is found is found by runs, on whole steps.

use crate::measures::Ratio;
use crate::verdict::{Figure, Margin};
use std::collections::BTreeMap;

/// What is looked for, going away from how things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It does not close, and then does.
    Closes,
    /// It closes, and then no longer does.
    Fails,
}

/// Where the verdict turns: one step apart, and both were run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The last step at which the verdict is as it stands.
    pub before: i64,
    /// The first step at which it is not.
    pub at: i64,
}

/// What is known before the first run.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The margin without any step.
    pub start: Margin,
    /// What is looked for.
    pub turn: Turn,
    /// The step to try first.
    pub guess: i64,
    /// The furthest step that can be taken.
    pub most: i64,
    /// Whether the furthest step is looked at in any case: a test that no longer applies there is
    /// on no line that leads to it.
    pub to_the_bound: bool,
    /// By how many cents the margin may be off a straight line, because of rounding.
    pub noise: i64,
}

/// No search takes more runs than this; a usual one takes three to eight.
const MOST_RUNS: usize = 400;

/// How much further to go where a run says nothing about where to go.
const FAR: i64 = 10_000;

/// Looks for the first step, from 1 up, at which the verdict turns; a run gives the margin at a
/// step, or nothing where that cannot be computed.
pub fn edge(range: Range, run: impl FnMut(i64) -> Option<Margin>) -> Option<Edge> {
    let mut search = Search { range, run, tried: BTreeMap::new(), runs: 0 };
    let start = Tried::of(range.start, range.turn);
    if start.turned || range.most < 1 {
        return None;
    }
    search.tried.insert(0, start);
    let at = search.reach().or_else(|| search.top()).or_else(|| search.bound())?;
    let at = search.narrow(at)?;
    let at = search.first(at);
    // A search that ran out of runs has found nothing that is proven.
    let proven = search.turned(at) && search.tried.get(&(at - 1)).is_some_and(|it| !it.turned);
    proven.then_some(Edge { before: at - 1, at })
}

/// What a run found.
#[derive(Clone, Copy, Debug)]
struct Tried {
    turned: bool,
    margin: Margin,
    /// How far it has come in whole units: the turn is from zero on.
    height: i128,
}

impl Tried {
    fn of(margin: Margin, turn: Turn) -> Self {
        let (turned, height) = match turn {
            Turn::Closes => (margin.closes(), height(margin)),
            // It fails from one unit below the threshold on.
            Turn::Fails => (!margin.closes(), -height(margin) - 1),
        };
        Self { turned, margin, height }
    }

    fn is_like(&self, other: &Self) -> bool {
        let money = |tried: &Self| matches!(tried.margin.by, Figure::Money(_));
        money(self) == money(other)
    }

    fn exact(&self) -> Ratio {
        self.margin.exact()
    }
}

/// A margin in whole units, cents or a part of a ratio too small to matter for a guess.
fn height(margin: Margin) -> i128 {
    match margin.by {
        Figure::Money(amount) => i128::from(amount.0),
        Figure::Ratio(ratio) => {
            let mut rounded = ratio.rounded(9);
            rounded.rescale(9);
            rounded.mantissa()
        }
    }
}

struct Search<F> {
    range: Range,
    run: F,
    tried: BTreeMap<i64, Tried>,
    runs: usize,
}

impl<F: FnMut(i64) -> Option<Margin>> Search<F> {
    fn run(&mut self, step: i64) -> Option<Tried> {
        if let Some(&tried) = self.tried.get(&step) {
            return Some(tried);
        }
        if self.runs == MOST_RUNS {
            return None;
        }
        self.runs += 1;
        let tried = Tried::of((self.run)(step)?, self.range.turn);
        self.tried.insert(step, tried);
        Some(tried)
    }

    fn turned(&self, step: i64) -> bool {
        self.tried.get(&step).is_some_and(|tried| tried.turned)
    }

    /// Goes further and further until the verdict has turned, or until it is clear that going on
    /// brings it no nearer.
    fn reach(&mut self) -> Option<i64> {
        let (mut low, mut most) = (0, self.range.most);
        let mut next = self.range.guess.clamp(1, most);
        let mut flat = true;
        while low < most {
            let before = *self.tried.get(&low)?;
            let Some(here) = self.run(next) else {
                // Sums too large to compute; nothing so large turns what nothing has changed yet.
                if (flat && low > 0) || self.runs == MOST_RUNS {
                    return None;
                }
                most = next - 1;
                next = between(low, most);
                continue;
            };
            if here.turned {
                return Some(next);
            }
            let ahead = match here.exact().cmp(&before.exact()) {
                std::cmp::Ordering::Equal => next.saturating_mul(FAR),
                nearer_or_not => {
                    flat = false;
                    let nearer = (self.range.turn == Turn::Closes) == nearer_or_not.is_gt();
                    if !nearer && self.range.turn == Turn::Closes {
                        return None;
                    }
                    let line = self.line(low, next).filter(|&to| nearer && to > next);
                    let double = next.saturating_mul(2);
                    // A hill that bends is climbed in fewer runs by at least doubling now and then.
                    match line {
                        Some(to) if !self.runs.is_multiple_of(4) => to,
                        Some(to) => to.max(double),
                        None => next.saturating_mul(16),
                    }
                }
            };
            low = next;
            next = ahead.min(most);
        }
        None
    }

    /// The furthest step, where that is looked at and has turned.
    fn bound(&mut self) -> Option<i64> {
        let most = self.range.most;
        let turned = self.range.to_the_bound && self.run(most)?.turned;
        turned.then_some(most)
    }

    /// Where nothing that was tried closes, but something between might: up the hill from the
    /// highest point, until there is nothing left between it and its neighbours.
    fn top(&mut self) -> Option<i64> {
        if self.range.turn == Turn::Fails {
            return None;
        }
        let (mut best, mut high) = self.highest()?;
        let lowest = self.tried.values().map(Tried::exact).min()?;
        let last = *self.tried.keys().next_back()?;
        if best == last || lowest == high {
            return None;
        }
        if best == 0 {
            // What makes it worse from the first step on does not make it better further on.
            let first = self.run(1)?;
            if first.turned {
                return Some(1);
            }
            if first.exact() < high {
                return None;
            }
            (best, high) = (1, first.exact());
        }
        let mut left = self.tried.range(..best).next_back().map_or(best, |(&step, _)| step);
        let mut right = self.tried.range(best + 1..).next().map_or(best, |(&step, _)| step);
        while right - left > 2 || (right - left == 2 && best != left + 1) {
            let step = if best - left > right - best {
                best - ((best - left) * 3 / 8).max(1)
            } else {
                best + ((right - best) * 3 / 8).max(1)
            };
            if step == left || step == right {
                break;
            }
            let here = self.run(step)?;
            if here.turned {
                return Some(step);
            }
            if here.exact() > high {
                if step < best {
                    right = best;
                } else {
                    left = best;
                }
                (best, high) = (step, here.exact());
            } else if step < best {
                left = step;
            } else {
                right = step;
            }
        }
        None
    }

    fn highest(&self) -> Option<(i64, Ratio)> {
        let mut highest: Option<(i64, Ratio)> = None;
        for (&step, tried) in &self.tried {
            if highest.is_none_or(|(_, high)| tried.exact() > high) {
                highest = Some((step, tried.exact()));
            }
        }
        highest
    }

    /// From a step at which it has turned down to one whose step before has not.
    fn narrow(&mut self, reached: i64) -> Option<i64> {
        let mut high = reached;
        let mut low = self.not_turned_below(high)?;
        let mut widths = [i64::MAX, i64::MAX];
        let mut by_chord = false;
        while high - low > 1 {
            let width = high - low;
            let slow = width > widths[0] / 2;
            widths = [widths[1], width];
            let beyond = self.tried.range(high + 1..).next().map(|(&step, _)| step);
            let line = match beyond {
                _ if slow => None,
                Some(beyond) if !by_chord => self.line(high, beyond),
                _ => self.line(low, high),
            };
            by_chord = !by_chord;
            let step = line.unwrap_or(low + width / 2).clamp(low + 1, high - 1);
            if self.run(step)?.turned { high = step } else { low = step }
        }
        Some(high)
    }

    fn not_turned_below(&self, step: i64) -> Option<i64> {
        self.tried.range(..step).rev().find(|(_, tried)| !tried.turned).map(|(&step, _)| step)
    }

    /// Rounding may turn the verdict to and fro within a few cents: the first time counts, as far as
    /// there are runs left to prove it.
    fn first(&mut self, turned: i64) -> i64 {
        let (mut first, mut step) = (turned, turned - 1);
        let mut unproven = None;
        let noise = i128::from(self.range.noise);
        while step > 1 {
            let near = self.tried.get(&step).is_some_and(|tried| {
                let money = matches!(tried.margin.by, Figure::Money(_));
                money && tried.height.abs() <= noise
            });
            if !near {
                break;
            }
            step -= 1;
            match self.run(step) {
                Some(here) if here.turned => unproven = Some(step),
                Some(_) => first = unproven.take().unwrap_or(first),
                None => break,
            }
        }
        first
    }

    /// The first whole step at which the line through two runs is at the turn; nothing where they
    /// do not rise, or measure different things.
    fn line(&self, one: i64, other: i64) -> Option<i64> {
        let (from, to) = (self.tried.get(&one)?, self.tried.get(&other)?);
        let rise = to.height - from.height;
        if rise <= 0 || !from.is_like(to) {
            return None;
        }
        let over = from.height.checked_neg()?.checked_mul(i128::from(other - one))?;
        // Rounded up: div_euclid rounds down.
        let steps = -(-over).div_euclid(rise);
        i64::try_from(steps.checked_add(i128::from(one))?).ok()
    }
}

/// A step between two others, in the middle of their sizes while these lie far apart.
fn between(low: i64, high: i64) -> i64 {
    let even = low + (high - low + 1) / 2;
    let size = (i128::from(low.max(1)) * i128::from(high.max(1))).isqrt();
    i64::try_from(size).map_or(even, |size| size.clamp(low + 1, even.max(low + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::TestId;
    use crate::money::Cents;

    fn margin(cents: i64) -> Margin {
        Margin { test: TestId::Structural, by: Figure::Money(Cents(cents)) }
    }

    /// What is found on a margin in cents, and in how many runs.
    fn found(turn: Turn, most: i64, noise: i64, of: impl Fn(i64) -> i64) -> (Option<i64>, usize) {
        let mut runs = 0;
        let range =
            Range { start: margin(of(0)), turn, guess: 1000, most, to_the_bound: false, noise };
        let edge = edge(range, |step| {
            runs += 1;
            Some(margin(of(step)))
        });
        (edge.map(|edge| edge.at), runs)
    }

    #[test]
    fn on_a_line_it_takes_three_runs() {
        assert_eq!(found(Turn::Closes, i64::MAX, 0, |s| 7 * s - 1_000_000), (Some(142_858), 3));
        assert_eq!(found(Turn::Closes, i64::MAX, 0, |s| 7 * s - 70), (Some(10), 3));
        assert_eq!(found(Turn::Fails, i64::MAX, 0, |s| 1_000_000 - 7 * s), (Some(142_858), 3));
    }

    #[test]
    fn where_the_margin_bends_it_takes_a_few_more() {
        let bent = |s: i64| (50 * s - 90_000_000).min(3 * s - 8_000_000).min(s - 1_234_567);
        let (at, runs) = found(Turn::Closes, i64::MAX, 0, bent);
        assert_eq!(at, Some(2_666_667));
        assert!(runs <= 10, "{runs}");
        let (at, runs) =
            found(Turn::Fails, i64::MAX, 0, |s| (9_000_000 - 3 * s).min(7_000_000 - s));
        assert_eq!(at, Some(3_000_001));
        assert!(runs <= 10, "{runs}");
    }

    #[test]
    fn what_only_makes_it_worse_is_left_after_two_runs() {
        assert_eq!(found(Turn::Closes, i64::MAX, 0, |s| -5 - s), (None, 2));
    }

    #[test]
    fn what_changes_nothing_closes_nothing() {
        let (at, runs) = found(Turn::Closes, 100_000_000_000_000, 0, |_| -5);
        assert_eq!(at, None);
        assert!(runs <= 5, "{runs}");
    }

    #[test]
    fn it_goes_no_further_than_it_may() {
        assert_eq!(found(Turn::Closes, 10_000, 0, |s| s - 10_001).0, None);
        assert_eq!(found(Turn::Closes, 10_000, 0, |s| s - 10_000).0, Some(10_000));
    }

    #[test]
    fn a_hill_between_two_runs_is_found() {
        // It closes from 48,000 to 52,000 only.
        let hill = |s: i64| (s - 48_000).min(52_000 - s);
        assert_eq!(found(Turn::Closes, 1_000_000, 0, hill).0, Some(48_000));
        let steep = |s: i64| (s * 100 - 2_300).min(2_400 - s * 100);
        assert_eq!(found(Turn::Closes, 1_000_000, 0, steep).0, Some(23));
        let never = |s: i64| (s - 48_000).min(47_999 - s);
        assert_eq!(found(Turn::Closes, 1_000_000, 0, never).0, None);
    }

    #[test]
    fn of_a_margin_that_wavers_the_first_turn_counts() {
        // A cent up and down on a slope of a third of a cent.
        let wavers = |s: i64| s / 3 - 100 - (s % 2);
        let first = (1..1_000).find(|&s| wavers(s) >= 0).unwrap();
        assert_eq!(found(Turn::Closes, 1_000_000, 2, wavers).0, Some(first));
        let wavers = |s: i64| 100 - s / 3 + (s % 2);
        let first = (1..1_000).find(|&s| wavers(s) < 0).unwrap();
        assert_eq!(found(Turn::Fails, 1_000_000, 2, wavers).0, Some(first));
    }

    #[test]
    fn what_cannot_be_computed_is_stayed_below() {
        let range = Range {
            start: margin(-5_000_000),
            turn: Turn::Closes,
            guess: 1000,
            most: 1_000_000_000_000_000,
            to_the_bound: false,
            noise: 0,
        };
        let limit = |limit: i64| move |s: i64| (s <= limit).then(|| margin(s - 5_000_000));
        assert_eq!(edge(range, limit(6_000_000)), Some(Edge { before: 4_999_999, at: 5_000_000 }));
        assert_eq!(edge(range, limit(4_000_000)), None);
    }
}
