//! One draw, judged.

use super::draw::{Draw, Lottery};
use super::quick::Quick;
use crate::assess;
use crate::case::{Case, TestId};
use crate::document::Problem;
use crate::measures::Ratio;
use crate::money::{Cents, Overflow};
use crate::postings::Journal;
use crate::statements::{By, Granted};
use crate::verdict::{Books, Figure, Margin, Posts, Run};
use crate::whatif::Trial;
use crate::whatif::inputs::overlay;

/// The case of a draw that went the quick road: with all its values.
#[derive(Debug)]
struct DrawnCase<'s> {
    simulator: &'s Simulator<'s>,
    draw: &'s Draw,
}

impl Posts for DrawnCase<'_> {
    fn case(&self) -> Result<Case, Overflow> {
        let all = 0..self.simulator.lottery.ranges.len();
        self.simulator.laid(self.draw, all).map(|laid| laid.case).map_err(|_| Overflow)
    }
}

/// Judges draws of one case.
#[derive(Debug)]
pub struct Simulator<'a> {
    trial: &'a Trial,
    books: Books<'a>,
    quick: Quick,
    /// What is drawn.
    pub lottery: Lottery,
    /// The places of the requested entries in the case's funding.
    pub requested: Vec<usize>,
}

/// What a draw came to, on certain funding and what it grants.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawOutcome {
    /// Whether no required test fails.
    pub closes: bool,
    /// Whether none does only with what is requested and carries no chance.
    pub conditional: bool,
    /// How much room there is.
    pub margin: Margin,
    /// The lowest closing cash.
    pub lowest_cash: Cents,
    /// Closing cash of each case year.
    pub closing: Vec<Cents>,
    /// The last twelve months' structural result; nothing of a case that ends.
    pub structural: Option<Cents>,
    /// The public return, where it applies.
    pub public_return: Option<Ratio>,
    /// Of each requested entry, whether the case closes with it and without it.
    pub requests: Vec<WithAndWithout>,
}

/// Where one draw after another is posted: what the one before posted is written over.
#[derive(Clone, Debug)]
pub struct Desk {
    journal: Journal,
}

/// Whether a case closes with something and without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithAndWithout {
    /// With it.
    pub with: bool,
    /// Without it.
    pub without: bool,
}

impl<'a> Simulator<'a> {
    /// The simulator of a case.
    ///
    /// # Errors
    /// When there is nothing to draw from.
    pub fn of(trial: &'a Trial, seed: u64) -> Result<Self, Vec<Problem>> {
        let lottery = Lottery::of(&trial.document, &trial.case, seed);
        let quick = Quick::of(trial, &lottery.ranges);
        let books = trial.books().map_err(|large| too_large(trial, large))?;
        Ok(Self { trial, books, quick, lottery, requested: trial.case.requested() })
    }

    /// A desk to judge draws at.
    pub fn desk(&self) -> Desk {
        Desk { journal: self.trial.journal.clone() }
    }

    /// The draw with this number, and what it comes to.
    ///
    /// # Errors
    /// The problems of a draw that cannot be computed.
    pub fn judge(&self, desk: &mut Desk, number: u64) -> Result<(Draw, DrawOutcome), Vec<Problem>> {
        let draw = self.lottery.draw(number);
        let drawn = DrawnCase { simulator: self, draw: &draw };
        let judged = |books: Books| self.outcome(&books.posted_by(&drawn), &draw);
        let outcome = if self.quick.laid().is_empty() {
            let posted = self.quick.post(&draw, desk.journal.all_mut());
            posted.map(|()| judged(self.books.with(&desk.journal)))
        } else {
            self.laid(&draw, self.quick.laid().iter().copied()).ok().and_then(|mut laid| {
                self.quick.post(&draw, laid.journal.all_mut())?;
                Some(laid.books().and_then(judged))
            })
        };
        match outcome {
            Some(outcome) => {
                let outcome = outcome.map_err(|large| too_large(self.trial, large))?;
                Ok((draw, outcome))
            }
            None => self.judge_ordinarily(draw),
        }
    }

    #[cfg(feature = "inside")]
    /// Whether draws only scale streams, so that none changes the case itself.
    pub fn only_scales(&self) -> bool {
        self.quick.laid().is_empty()
    }

    /// A draw judged as a document with its values: what the quick road comes to as well.
    ///
    /// # Errors
    /// The problems of a draw that cannot be computed.
    pub fn judge_ordinarily(&self, draw: Draw) -> Result<(Draw, DrawOutcome), Vec<Problem>> {
        let laid = self.laid(&draw, 0..self.lottery.ranges.len())?;
        let outcome = laid.books().and_then(|books| self.outcome(&books, &draw));
        let outcome = outcome.map_err(|large| too_large(self.trial, large))?;
        Ok((draw, outcome))
    }

    /// The case with the values of some ranges, by their places.
    fn laid(
        &self,
        draw: &Draw,
        places: impl Iterator<Item = usize>,
    ) -> Result<Trial, Vec<Problem>> {
        let input = |place: usize| self.lottery.ranges.get(place).map(|drawn| &drawn.input);
        let values = places.filter_map(|place| input(place).zip(draw.values.get(place)));
        self.trial.with(&overlay(values))
    }

    fn outcome(&self, books: &Books, draw: &Draw) -> Result<DrawOutcome, Overflow> {
        let mut certain = Granted::certain(books.case);
        let mut all = Granted::all(books.case);
        for (chance, &granted) in self.lottery.chances.iter().zip(&draw.granted) {
            certain = certain.with(books.case, chance.place, granted);
            all = all.with(books.case, chance.place, granted);
        }
        let run = Run::of(books, certain.clone())?;
        let margin = run.margin()?;
        let closes = margin.closes();
        let requests = self.requested.iter().map(|&place| {
            let when = |granted| {
                let same = certain.has_all(place) == granted;
                if same { Ok(closes) } else { closes_with(books, &certain, place, granted) }
            };
            Ok(WithAndWithout { with: when(true)?, without: when(false)? })
        });
        Ok(DrawOutcome {
            closes,
            margin,
            conditional: !closes && certain != all && Run::of(books, all)?.closes()?,
            lowest_cash: run.lowest().map_or(books.opening, |(lowest, _)| lowest),
            closing: By::Year.lasts(&run.cash.closing),
            structural: match run.test(TestId::Structural)?.map(|found| found.figure) {
                Some(Figure::Money(amount)) => Some(amount),
                Some(Figure::Ratio(_)) | None => None,
            },
            public_return: match run.test(TestId::PublicReturn)?.map(|found| found.figure) {
                Some(Figure::Ratio(ratio)) => Some(ratio),
                Some(Figure::Money(_)) | None => None,
            },
            requests: requests.collect::<Result<_, Overflow>>()?,
        })
    }
}

fn closes_with(
    books: &Books,
    certain: &Granted,
    place: usize,
    granted: bool,
) -> Result<bool, Overflow> {
    Run::of(books, certain.clone().with(books.case, place, granted))?.closes()
}

fn too_large(trial: &Trial, large: Overflow) -> Vec<Problem> {
    vec![assess::too_large(&trial.document, large.into())]
}
