//! What a key takes, as far as that decides what `"+10%"` and `"+2 points"` mean on it.

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// An amount, a price, a number of units, a ratio.
    Number,
    /// A share or a rate.
    Percentage,
    /// A word, a month, a duration: nothing that can be scaled.
    Other,
}

const NUMBERS: &[&str] = &[
    "amount",
    "amounts",
    "quantity",
    "price",
    "cap",
    "opening_cash",
    "min_cash",
    "min_dscr",
    "min_public_return",
    "min_social_return",
    "capital",
    "reserve",
];

const PERCENTAGES: &[&str] = &[
    "discount_rate",
    "share",
    "ramp",
    "growth",
    "index",
    "deadweight",
    "displacement",
    "attribution",
    "cashable",
    "drop_off",
    "optimism_bias",
    "interest",
    "advance",
    "chance",
    "max_dependence",
    "idle_interest",
    "prices",
    "loss",
];

impl Takes {
    /// What the key of this name takes.
    pub fn of(key: &str) -> Self {
        if NUMBERS.contains(&key) {
            Self::Number
        } else if PERCENTAGES.contains(&key) {
            Self::Percentage
        } else {
            Self::Other
        }
    }
}
