//! Which numbers the verdict hangs on: each swung by itself, and where it turns the verdict
//! (reference, section 9).

mod bar;
mod case;
mod grid;
mod outward;
mod probe;

pub use bar::Bar;
pub use case::OfCase;
pub use grid::{Axis, Grid, grid};
pub use outward::outward;
pub use probe::Probe;

use super::evidence::Evidence;
use super::inputs::Input;
use super::leeway::Leeway;
use crate::document::Document;
use crate::measures::Ratio;
use crate::money::{Overflow, rounded};
use crate::verdict::{Figure, Margin};
use rayon::prelude::*;
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// How many inputs are swung before it is told how far it is.
const AT_ONCE: usize = 32;

/// Something whose verdict hangs on numbers.
pub trait Hinged: Sync + Sized {
    /// How far it is from the point where its verdict turns.
    type Margin: Leeway;

    /// What was written.
    fn document(&self) -> &Document;

    /// Every number that drives it, in the order of the file.
    fn inputs(&self) -> Vec<Input>;

    /// On what its public return rests; a fund has none.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    fn evidence(&self) -> Result<Vec<Evidence>, Overflow> {
        Ok(Vec::new())
    }

    /// Its margin as it is.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    fn margin(&self) -> Result<Self::Margin, Overflow>;

    /// Its margin with one number changed; nothing where that cannot be computed.
    fn margin_at(&self, input: &Input, value: Decimal) -> Option<Self::Margin>;

    /// Its margins with one number changed, and at each value of another.
    fn margins_at(
        &self,
        fixed: (&Input, Decimal),
        input: &Input,
        values: &[Decimal],
    ) -> Vec<Option<Self::Margin>>;

    /// The value of a number, nearest to today's, at which its verdict is another; the ends of the
    /// number's swing have been tried.
    fn turns_at(
        probe: &mut Probe<'_, Self>,
        low: End<Self::Margin>,
        high: End<Self::Margin>,
    ) -> Option<Decimal>;
}

/// What every number that drives something does when it is swung by itself.
#[derive(Clone, Debug)]
pub struct Sensitivity<M = Margin> {
    /// The margin as it is.
    pub margin: M,
    /// The numbers, that which moves the margin most first; of those that move it as much the first
    /// in the file.
    pub swings: Vec<Swing<M>>,
}

/// What one number does to the margin.
#[derive(Clone, Debug)]
pub struct Swing<M = Margin> {
    /// The number.
    pub input: Input,
    /// Its low end, with the margin there.
    pub low: End<M>,
    /// Its high end.
    pub high: End<M>,
    /// Between the lowest and the highest margin; nothing where one cannot be computed.
    pub size: Option<Figure>,
    /// The value nearest to today's, within its bounds, at which the verdict is another.
    pub turns_at: Option<Decimal>,
}

/// One end of a swing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End<M = Margin> {
    /// The value.
    pub value: Decimal,
    /// The margin there; nothing where the sums grow too large.
    pub margin: Option<M>,
}

impl<M> Swing<M> {
    /// Whether it moves the margin at all.
    pub fn moves(&self) -> bool {
        self.size.is_none_or(|size| size.in_euros_or_times().is_above_zero())
    }
}

/// Swings every number by itself; tells now and then how many are done.
///
/// # Errors
/// [`Overflow`] when a sum of it as it is outgrows what can be posted.
pub fn sensitivity<H: Hinged>(
    hinged: &H,
    done: impl FnMut(usize),
) -> Result<Sensitivity<H::Margin>, Overflow> {
    let margin = hinged.margin()?;
    let mut swings = each(&hinged.inputs(), done, |input| swing(hinged, margin, input));
    swings.sort_by_key(|swing| Reverse(Size(swing.size)));
    Ok(Sensitivity { margin, swings })
}

/// What comes of each number, in their order; tells now and then how many are done.
pub(super) fn each<T: Send>(
    inputs: &[Input],
    mut done: impl FnMut(usize),
    work: impl Fn(&Input) -> T + Sync,
) -> Vec<T> {
    let mut found = Vec::with_capacity(inputs.len());
    for some in inputs.chunks(AT_ONCE) {
        found.par_extend(some.par_iter().map(&work));
        done(found.len());
    }
    found
}

/// How far the margin moves when a number is swung by itself; nothing where that cannot be computed.
pub(super) fn swing_size<H: Hinged>(
    hinged: &H,
    margin: H::Margin,
    input: &Input,
) -> Option<Figure> {
    let [low, high] = swung(&mut Probe::new(hinged, margin, input));
    size([Some(margin), low.margin, high.margin])
}

fn swing<H: Hinged>(hinged: &H, margin: H::Margin, input: &Input) -> Swing<H::Margin> {
    let mut probe = Probe::new(hinged, margin, input);
    let [low, high] = swung(&mut probe);
    let size = size([Some(margin), low.margin, high.margin]);
    let turns_at = H::turns_at(&mut probe, low, high);
    Swing { input: input.clone(), low, high, size, turns_at }
}

/// Both ends of a number's swing.
fn swung<H: Hinged>(probe: &mut Probe<'_, H>) -> [End<H::Margin>; 2] {
    let (low, high) = ends(probe.input);
    [low, high].map(|value| End { value, margin: probe.margin_at(value) })
}

/// A swing's size for sorting; what cannot be computed is the largest.
#[derive(PartialEq, Eq)]
struct Size(Option<Figure>);

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Size {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (self.0, other.0) {
            (Some(one), Some(other)) => one.in_euros_or_times().cmp(&other.in_euros_or_times()),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// The ends of a number's swing: of its range, or a tenth of itself less and more, within its
/// bounds.
fn ends(input: &Input) -> (Decimal, Decimal) {
    if let Some(range) = &input.range {
        return (range.low, range.high);
    }
    let tenth = input.value.abs().checked_mul(Decimal::new(1, 1)).unwrap_or_default();
    let (least, most) = input.kind.bounds().ends();
    let end = |value: Option<Decimal>| {
        rounded(value.unwrap_or(input.value).clamp(least, most), input.kind.decimals())
    };
    (end(input.value.checked_sub(tenth)), end(input.value.checked_add(tenth)))
}

/// Between the lowest and the highest of some margins.
fn size<M: Leeway>(margins: [Option<M>; 3]) -> Option<Figure> {
    let margins: Vec<M> = margins.into_iter().collect::<Option<_>>()?;
    let highest = margins.iter().max_by_key(|margin| Exact(margin.exact()))?;
    let lowest = margins.iter().min_by_key(|margin| Exact(margin.exact()))?;
    match (highest.by(), lowest.by()) {
        (Figure::Money(high), Figure::Money(low)) => high.minus(low).ok().map(Figure::Money),
        _ => highest.exact().minus(lowest.exact()).map(Figure::Ratio),
    }
}

/// A ratio as a key.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Exact(Ratio);
