//! The chance of closing: draws from the ranges and chances of a file, each judged as `check` would
//! judge its figures (reference, section 9).

mod draw;
mod outcome;
mod quick;
mod shape;
mod statistics;

pub use draw::{Chance, Draw, Drawn, Lottery};
pub use outcome::{Desk, DrawOutcome, Simulator};
pub use statistics::{Bin, Frequency, PERCENTAGES, Spread};

use super::Trial;
use crate::document::Problem;
use crate::measures::Ratio;
use crate::money::Cents;
use rayon::prelude::*;
use rust_decimal::Decimal;
use statistics::{correlation, histogram, ranks, spread};

/// What a simulation found.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// How many draws were judged.
    pub draws: u64,
    /// What the draws depend on, besides the case.
    pub seed: u64,
    /// What is drawn.
    pub lottery: Lottery,
    /// How often no required test fails on certain funding, what the draw grants included.
    pub closes: Frequency,
    /// How often that is so only with what is requested and carries no chance.
    pub conditional: Frequency,
    /// How many draws the spreads and correlations are of: the first ones, at most [`SAMPLE`].
    pub sample: usize,
    /// The lowest closing cash.
    pub lowest_cash: Option<Spread<Cents>>,
    /// Closing cash of each case year.
    pub closing: Vec<Spread<Cents>>,
    /// The last twelve months' structural result.
    pub structural: Option<Spread<Cents>>,
    /// The public return of the draws in which it applies.
    pub public_return: Option<Spread<Ratio>>,
    /// How many these are.
    pub public_return_applies: usize,
    /// The lowest closing cash in a few steps.
    pub histogram: Vec<Bin>,
    /// What each requested entry does to the chance, by its place in the case.
    pub requests: Vec<Request>,
    /// What the margin hangs on, the strongest first.
    pub drivers: Vec<Driver>,
}

/// What a requested entry does to the chance of closing, all else as drawn.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Its place in the case's funding.
    pub place: usize,
    /// With it.
    pub with: Frequency,
    /// Without it.
    pub without: Frequency,
}

/// How far the margin goes up and down with something that is drawn.
#[derive(Clone, Debug)]
pub struct Driver {
    /// The path of a range, or of a request with a chance.
    pub path: String,
    /// Spearman's rank correlation with the margin, to four decimals; `None` where one of the two
    /// is always the same.
    pub correlation: Option<Decimal>,
}

/// The most draws that are kept for spreads and correlations: memory does not grow past them.
pub const SAMPLE: usize = 100_000;

/// How many draws are judged before their results are added up, in order.
const AT_ONCE: u64 = 4096;

/// Simulates a case. `progress` is told, now and then, how many draws are done.
///
/// # Errors
/// The problems of a draw that cannot be computed.
pub fn simulate(
    trial: &Trial,
    draws: u64,
    seed: u64,
    mut progress: impl FnMut(u64),
) -> Result<Simulation, Vec<Problem>> {
    let simulator = Simulator::of(trial, seed)?;
    let mut tally = Tally::default();
    let mut done = 0;
    while done < draws {
        let end = draws.min(done + AT_ONCE);
        let judged: Result<Vec<_>, _> = (done..end)
            .into_par_iter()
            .map_init(|| simulator.desk(), |desk, number| simulator.judge(desk, number))
            .collect();
        judged?.into_iter().for_each(|(draw, outcome)| tally.add(draw, outcome));
        done = end;
        progress(done);
    }
    Ok(tally.told(&simulator, trial, draws, seed))
}

/// What is known of the draws so far.
#[derive(Default)]
struct Tally {
    closes: u64,
    conditional: u64,
    /// Of each requested entry, how often the case closes with and without it.
    requests: Vec<(u64, u64)>,
    sample: Vec<(Draw, DrawOutcome)>,
}

impl Tally {
    fn add(&mut self, draw: Draw, outcome: DrawOutcome) {
        self.closes += u64::from(outcome.closes);
        self.conditional += u64::from(outcome.conditional);
        self.requests.resize(outcome.requests.len(), (0, 0));
        for ((with, without), closes) in self.requests.iter_mut().zip(&outcome.requests) {
            *with += u64::from(closes.with);
            *without += u64::from(closes.without);
        }
        if self.sample.len() < SAMPLE {
            self.sample.push((draw, outcome));
        }
    }

    fn told(self, simulator: &Simulator, trial: &Trial, draws: u64, seed: u64) -> Simulation {
        let outcomes = || self.sample.iter().map(|(_, outcome)| outcome);
        let frequency = |times| Frequency { times, of: draws };
        let lowest: Vec<_> = outcomes().map(|outcome| outcome.lowest_cash).collect();
        let returns: Vec<_> = outcomes().filter_map(|outcome| outcome.public_return).collect();
        let requests = simulator.requested.iter().zip(&self.requests);
        Simulation {
            draws,
            seed,
            closes: frequency(self.closes),
            conditional: frequency(self.conditional),
            sample: self.sample.len(),
            closing: self.closing(),
            histogram: histogram(&lowest),
            lowest_cash: spread(lowest),
            structural: spread(outcomes().filter_map(|outcome| outcome.structural).collect()),
            public_return_applies: returns.len(),
            public_return: spread(returns),
            requests: requests
                .map(|(&place, &(with, without))| Request {
                    place,
                    with: frequency(with),
                    without: frequency(without),
                })
                .collect(),
            drivers: self.drivers(simulator, trial),
            lottery: simulator.lottery.clone(),
        }
    }

    fn closing(&self) -> Vec<Spread<Cents>> {
        let years = self.sample.first().map_or(0, |(_, outcome)| outcome.closing.len());
        let year = |year: usize| {
            spread(self.sample.iter().filter_map(|(_, it)| it.closing.get(year).copied()).collect())
        };
        (0..years).filter_map(year).collect()
    }

    fn drivers(&self, simulator: &Simulator, trial: &Trial) -> Vec<Driver> {
        let lottery = &simulator.lottery;
        let margins = ranks(self.sample.iter().map(|(_, outcome)| outcome.margin.exact()));
        let drawn = |at: usize| {
            let value = move |draw: &Draw| draw.values.get(at).map(Decimal::mantissa);
            ranks(self.sample.iter().map(|(draw, _)| value(draw)))
        };
        let granted = |at: usize| {
            let granted = move |draw: &Draw| draw.granted.get(at).copied();
            ranks(self.sample.iter().map(|(draw, _)| granted(draw)))
        };
        let ranges = lottery.ranges.par_iter().enumerate().map(|(at, range)| Driver {
            path: range.input.path(),
            correlation: correlation(&drawn(at), &margins),
        });
        let chances = lottery.chances.par_iter().enumerate().map(|(at, chance)| {
            let id = trial.case.funding.get(chance.place).map_or("", |entry| entry.id.as_str());
            Driver {
                path: format!("funding.{id}"),
                correlation: correlation(&granted(at), &margins),
            }
        });
        let mut drivers: Vec<_> = ranges.chain(chances).collect();
        // Those that say nothing come last; equals stay in the order of the file.
        drivers.sort_by(|one, other| match (one.correlation, other.correlation) {
            (Some(one), Some(other)) => other.abs().cmp(&one.abs()),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        drivers
    }
}

impl Frequency {
    /// As a part of all draws; nothing where there were none.
    pub fn share(self) -> Ratio {
        let whole = |number| Cents(i64::try_from(number).unwrap_or(i64::MAX));
        Ratio::of(whole(self.times), whole(self.of)).unwrap_or(Ratio::ONE)
    }
}
