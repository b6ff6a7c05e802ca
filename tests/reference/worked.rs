//! Sums by hand.
