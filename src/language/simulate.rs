//! What is said around the tables of `simulate`.

use rust_decimal::Decimal;

/// Something to say around the tables of `simulate`.
#[derive(Clone, Copy, Debug)]
pub enum Simulate<'a> {
    /// How often it closes.
    Closes {
        /// The case's name.
        case: &'a str,
        /// The number of draws.
        draws: usize,
        /// In which part of them it closes.
        share: Decimal,
        /// The ends of the confidence interval of that part.
        interval: (Decimal, Decimal),
    },
    /// In which part of the draws it closes with what is still only requested.
    Conditional {
        /// The part.
        share: Decimal,
        /// The ends of its confidence interval.
        interval: (Decimal, Decimal),
    },
    /// That nothing is drawn, and how to write a range.
    NothingDrawn,
    /// What the draws depend on.
    Seed(u64),
    /// That spreads and correlations are of the first draws only.
    Sample(usize),
    /// That the public return applies in so many of the draws that are looked at.
    Applies(usize),
    /// That a number lies between two others as often as not.
    SpreadMeans,
    /// How to read what a request does.
    RequestsMean,
    /// How to read a rank correlation.
    DriversMean,
    /// That numbers which share their draws cannot be told apart here.
    DrawnTogether,
    /// Over a part of the report.
    Heading(SimulatePart),
    /// Over a column.
    Column(SimulateColumn),
    /// What a row of figures is.
    Figure(SimulateFigure),
    /// How a range is shaped.
    Shape(&'a str),
    /// How many draws are done, while it takes its time.
    Progress,
    /// That the sums of a draw are too large.
    TooLarge,
}

/// A part of the report of `simulate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulatePart {
    /// The ranges.
    Drawn,
    /// The spreads of figures.
    Spread,
    /// The lowest cash in steps.
    Histogram,
    /// What requests do.
    Requests,
    /// What the margin hangs on.
    Drivers,
}

/// A column of `simulate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulateColumn {
    /// What is drawn.
    Number,
    /// Its lowest value.
    Low,
    /// Its likely value.
    Likely,
    /// Its highest value.
    High,
    /// The shape of its range.
    Shape,
    /// What it shares its draws with.
    MovesWith,
    /// A figure.
    Figure,
    /// What so many hundredths of the draws do not exceed.
    Below(usize),
    /// The lower end of a step.
    From,
    /// The upper end of a step.
    Until,
    /// How many draws.
    Draws,
    /// A request.
    Request,
    /// In which part of the draws it is granted.
    Chance,
    /// How often it closes with a request.
    With,
    /// How often it closes without it.
    Without,
    /// A rank correlation.
    Correlation,
}

/// A figure of which `simulate` shows the spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulateFigure {
    /// The lowest closing cash.
    LowestCash,
    /// The structural result of the last year.
    Structural,
    /// What public parties get back.
    PublicReturn,
}
