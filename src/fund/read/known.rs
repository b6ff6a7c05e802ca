//! Which keys each table of a fund takes.

/// The top of a file.
pub const TOP: &[&str] = &[
    "format",
    "extends",
    "fund",
    "rate",
    "cost",
    "contribution",
    "initiative",
    "lending",
    "expect",
    "scenario",
];

/// `[scenario.NAME]`.
pub const SCENARIO: &[&str] =
    &["name", "from", "fund", "rate", "cost", "contribution", "initiative", "lending", "expect"];

/// `[fund]`.
pub const FUND: &[&str] = &[
    "name",
    "start",
    "years",
    "currency",
    "language",
    "story",
    "capital",
    "reserve",
    "idle_interest",
    "prices",
    "when_full",
];

/// `[contribution.ID]`.
pub const CONTRIBUTION: &[&str] = &["name", "source", "amount", "on", "off"];

/// `[initiative.ID]`.
pub const INITIATIVE: &[&str] = &["name", "source", "case", "party", "on", "every", "up_to", "off"];

/// `[lending.ID]`.
pub const LENDING: &[&str] = &[
    "name",
    "source",
    "amount",
    "quantity",
    "interest",
    "repayment",
    "term",
    "grace",
    "instalments",
    "amortised_over",
    "grace_interest",
    "loss",
    "off",
];
