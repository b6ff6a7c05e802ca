//! The register of assumptions: every figure that somebody wrote, what it rests on, and how far the
//! margin moves with it (reference, section 9.6).

use super::assumption::is_assumption;
use super::evidence::Evidence;
use super::inputs::{Input, Visitor, written};
use super::sensitivity::{Hinged, each, swing_size};
use crate::case::Case;
use crate::document::{Document, Place};
use crate::money::Overflow;
use crate::prices;
use crate::verdict::Figure;
use crate::words::Text;

/// What a figure rests on, as the file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The file does not say.
    Unsaid,
    /// It says that this is an assumption.
    Assumed(Text),
    /// It names what can be looked up.
    Named(Text),
}

impl Basis {
    /// What the number that stands at a place of a document rests on.
    fn of(document: &Document, keys: &[impl AsRef<str>], place: Place) -> Self {
        match prices::of_number(document, keys, place) {
            None => Self::Unsaid,
            Some(said) if is_assumption(&said) => Self::Assumed(said),
            Some(said) => Self::Named(said),
        }
    }

    /// Whether somebody else can confirm it.
    pub fn is_confirmed(&self) -> bool {
        match self {
            Self::Unsaid | Self::Assumed(_) => false,
            Self::Named(_) => true,
        }
    }

    /// The file's own words.
    pub fn said(&self) -> Option<&Text> {
        match self {
            Self::Unsaid => None,
            Self::Assumed(said) | Self::Named(said) => Some(said),
        }
    }
}

/// How many figures there are, and how many of them nobody has confirmed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All figures.
    pub figures: usize,
    /// Those that rest on nothing that can be looked up.
    pub unconfirmed: usize,
}

impl Tally {
    /// That of a case.
    pub fn of_case(document: &Document, case: &Case) -> Self {
        Self::of(document, |visit| written(document, case, visit))
    }

    /// That of the numbers that a walk over a document comes by.
    pub(crate) fn of(document: &Document, walk: impl FnOnce(&mut Visitor<'_>)) -> Self {
        let mut tally = Self::default();
        walk(&mut |number| {
            let Some(place) = number.place() else { return };
            tally.count(Basis::of(document, number.keys, place).is_confirmed());
        });
        tally
    }

    fn count(&mut self, confirmed: bool) {
        self.figures += 1;
        self.unconfirmed += usize::from(!confirmed);
    }
}

impl FromIterator<bool> for Tally {
    /// Of each figure whether it is confirmed.
    fn from_iter<T: IntoIterator<Item = bool>>(confirmed: T) -> Self {
        let mut tally = Self::default();
        confirmed.into_iter().for_each(|confirmed| tally.count(confirmed));
        tally
    }
}

/// A figure that somebody wrote.
#[derive(Clone, Debug)]
pub struct Registered {
    /// The figure.
    pub input: Input,
    /// Where it stands; of a range its likely value.
    pub place: Place,
    /// What it rests on.
    pub basis: Basis,
    /// How far the margin moves when it is swung by itself; nothing where that cannot be computed.
    pub swing: Option<Figure>,
}

/// Every figure that somebody wrote, with what it rests on.
#[derive(Clone, Debug)]
pub struct Register<M> {
    /// The margin as it is.
    pub margin: M,
    /// The figures: first those that nobody has confirmed, and each time in the order of the file.
    pub figures: Vec<Registered>,
    /// On what the public return rests; nothing where no price comes from a list.
    pub evidence: Vec<Evidence>,
}

impl<M> Register<M> {
    /// How many there are of each.
    pub fn tally(&self) -> Tally {
        self.figures.iter().map(|figure| figure.basis.is_confirmed()).collect()
    }
}

/// The register of something whose verdict hangs on numbers; tells now and then how many of them
/// are swung. What nobody wrote, but holds by default, is no figure of it.
///
/// # Errors
/// [`Overflow`] when a sum of it as it is outgrows what can be posted.
pub fn register<H: Hinged>(
    hinged: &H,
    done: impl FnMut(usize),
) -> Result<Register<H::Margin>, Overflow> {
    let margin = hinged.margin()?;
    let mut inputs = hinged.inputs();
    inputs.retain(|input| input.place.is_some());
    let swings = each(&inputs, done, |input| swing_size(hinged, margin, input));
    let figures = inputs.into_iter().zip(swings).filter_map(|(input, swing)| {
        let place = input.place?;
        let basis = Basis::of(hinged.document(), &input.keys, place);
        Some(Registered { input, place, basis, swing })
    });
    let mut figures: Vec<_> = figures.collect();
    figures.sort_by_key(|figure| figure.basis.is_confirmed());
    Ok(Register { margin, figures, evidence: hinged.evidence()? })
}
