//! The margin over two numbers at once.

use super::{Hinged, ends};
use crate::money::rounded;
use crate::verdict::Margin;
use crate::whatif::inputs::Input;
use rayon::prelude::*;
use rust_decimal::Decimal;

/// The margin over two numbers at once.
#[derive(Clone, Debug)]
pub struct Grid<M = Margin> {
    /// The number of the rows.
    pub rows: Axis,
    /// The number of the columns.
    pub columns: Axis,
    /// The margins, row by row; nothing where the sums grow too large.
    pub margins: Vec<Vec<Option<M>>>,
}

/// A number with the values that it takes.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The number.
    pub input: Input,
    /// Its values: low, halfway, today's, halfway, high; each once.
    pub values: Vec<Decimal>,
}

impl Axis {
    fn of(input: Input) -> Self {
        let (low, high) = ends(&input);
        let halfway = |end: Decimal| {
            let sum = end.checked_add(input.value)?;
            Some(rounded(sum.checked_div(Decimal::TWO)?, input.kind.decimals()))
        };
        let mut values: Vec<Decimal> =
            [Some(low), halfway(low), Some(input.value), halfway(high), Some(high)]
                .into_iter()
                .flatten()
                .collect();
        values.sort();
        values.dedup();
        Self { input, values }
    }
}

/// The margin over two numbers at once.
pub fn grid<H: Hinged>(hinged: &H, rows: Input, columns: Input) -> Grid<H::Margin> {
    let (rows, columns) = (Axis::of(rows), Axis::of(columns));
    let row = |&value| hinged.margins_at((&rows.input, value), &columns.input, &columns.values);
    let margins = rows.values.par_iter().map(row).collect();
    Grid { rows, columns, margins }
}
