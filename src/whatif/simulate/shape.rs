//! The shapes of a range: which share of its width lies below a quantile.
//!
//! These are the only floating point numbers that a draw goes through; the value drawn is then made
//! in whole numbers, see [`super::draw`].
#![expect(clippy::float_arithmetic, reason = "quantiles are drawn, money is not")]

use crate::words::RangeShape;
use statrs::distribution::{Beta, ContinuousCDF};

/// The distribution of a number within its range.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Every value alike.
    Uniform,
    /// Straight from the lowest up to the likely value, which lies at this part of the width, and
    /// down to the highest.
    Triangular(f64),
    /// Round, four parts the likely value to one of either end: a beta distribution.
    Pert(Beta),
}

impl Shape {
    /// A shape whose likely value lies at this part of the width.
    pub fn of(shape: RangeShape, likely: f64) -> Self {
        match shape {
            RangeShape::Uniform => Self::Uniform,
            RangeShape::Pert => match Beta::new(1.0 + 4.0 * likely, 5.0 - 4.0 * likely) {
                Ok(beta) => Self::Pert(beta),
                Err(_) => Self::Triangular(likely),
            },
            RangeShape::Triangular => Self::Triangular(likely),
        }
    }

    /// Which part of the width lies below the value that `quantile` of all draws lie below.
    pub fn below(self, quantile: f64) -> f64 {
        match self {
            Self::Uniform => quantile,
            Self::Triangular(likely) if quantile < likely => (quantile * likely).sqrt(),
            Self::Triangular(likely) => 1.0 - ((1.0 - quantile) * (1.0 - likely)).sqrt(),
            Self::Pert(beta) => beta.inverse_cdf(quantile),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;
    use crate::words::RangeShape;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 5e-7, "{found} is not {expected}");
    }

    #[test]
    fn a_uniform_quantile_is_itself() {
        near(Shape::of(RangeShape::Uniform, 0.3).below(0.25), 0.25);
    }

    /// `F(x) = x^2 / c` below c and `1 - (1 - x)^2 / (1 - c)` above it; so F(c) = c.
    #[test]
    fn a_triangular_quantile_is_that_of_the_textbook() {
        let shape = Shape::of(RangeShape::Triangular, 0.4);
        near(shape.below(0.0), 0.0);
        near(shape.below(0.1), 0.2); // 0.2^2 / 0.4
        near(shape.below(0.4), 0.4);
        near(shape.below(0.85), 0.7); // 1 - 0.3^2 / 0.6
        near(shape.below(1.0), 1.0);
    }

    /// PERT with the likely value at a quarter is Beta(2, 4), with it half-way Beta(3, 3), at an end
    /// Beta(1, 5). Beta(1, 5) has F(x) = 1 - (1 - x)^5; the others are as in R's `qbeta`.
    #[test]
    fn a_pert_quantile_is_that_of_the_beta_distribution() {
        let quarter = Shape::of(RangeShape::Pert, 0.25);
        // F(x) = 1 - (1 - x)^5 - 5 x (1 - x)^4 of Beta(2, 4): at 1/2 that is 26 / 32.
        near(quarter.below(26.0 / 32.0), 0.5);
        near(Shape::of(RangeShape::Pert, 0.5).below(0.5), 0.5);
        // The 5% point of Beta(3, 3), F(x) = 10 x^3 - 15 x^4 + 6 x^5, in published tables.
        near(Shape::of(RangeShape::Pert, 0.5).below(0.05), 0.189_255_4);
        near(Shape::of(RangeShape::Pert, 0.0).below(31.0 / 32.0), 0.5);
    }
}
