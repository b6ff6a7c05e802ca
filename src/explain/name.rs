//! What inputs are called in formulas.

/// One list for the names and how they are spelled, so that no name lacks its spelling.
macro_rules! names {
    ($($(#[doc = $meaning:literal])* $name:ident => $id:literal,)*) => {
        /// What an input is called in a formula.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Name {
            $($(#[doc = $meaning])* $name,)*
        }

        impl Name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its spelling in formulas for programs.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

names! {
    /// An amount for each period, or a loan's.
    Amount => "amount",
    /// Units each period.
    Quantity => "quantity",
    /// What a unit costs or brings.
    Price => "price",
    /// A price as it was published.
    Published => "published",
    /// The index figure of the year of a published price.
    IndexThen => "index_then",
    /// The index figure of the year that it is brought to.
    IndexNow => "index_now",
    /// The share that is taken.
    Share => "share",
    /// The share of full volume.
    Ramp => "ramp",
    /// Growth of volume a year.
    Growth => "growth",
    /// A month's part in the year.
    Season => "season",
    /// A month's weight.
    Weight => "weight",
    /// All twelve weights together.
    Weights => "weights",
    /// The level of prices, the start year's being 1.
    Index => "index",
    /// By how much prices rise in a year.
    PriceRise => "rate",
    /// Nominal interest, a year or an instalment.
    InterestRate => "rate",
    /// By how much a year's wait lowers what money is worth.
    DiscountRate => "rate",
    /// Optimism bias.
    Bias => "bias",
    /// Months in a period.
    Months => "months",
    /// Exact amount of the entry followed.
    Followed => "followed",
    /// Units in a month.
    Units => "units",
    /// Would have happened anyway.
    Deadweight => "deadweight",
    /// Moves elsewhere.
    Displacement => "displacement",
    /// Is due to others.
    Attribution => "attribution",
    /// What those three leave.
    Left => "left",
    /// The part that can be taken out of a budget.
    Cashable => "cashable",
    /// The part that somebody else no longer gets.
    Transfer => "transfer",
    /// Exact value of an avoided cost.
    Value => "value",
    /// The most that is paid in a case year.
    Cap => "cap",
    /// Exactly paid earlier in the case year.
    Paid => "paid",
    /// Units that still have their effect.
    Reached => "reached",
    /// What goes off each year.
    DropOff => "drop_off",
    /// First month.
    From => "from",
    /// Last month.
    Until => "until",
    /// The month of what comes once.
    On => "on",
    /// Months by which it comes later.
    Lag => "lag",
    /// Exact total up to the month before.
    Before => "before",
    /// Exact total up to the month itself.
    Total => "total",
    /// Exact total over all months.
    Whole => "whole",
    /// Exact amount of a month, or what is posted in it.
    Month => "month",
    /// What a case year comes to.
    Year => "year",
    /// Exact total of the entry itself, before its earmark.
    Own => "own",
    /// Exact total of the costs that are covered.
    Covered => "covered",
    /// What an earmark has a right to and has not claimed before.
    Right => "right",
    /// What is claimed in a month of one cost.
    Claim => "claim",
    /// What was claimed of a cost before the month.
    Claimed => "claimed",
    /// What others claim of a cost in the month itself, before it is one's turn.
    First => "first",
    /// What is left of a cost.
    Unclaimed => "unclaimed",
    /// What a cost came to while it was covered, and was not taken yet.
    Room => "room",
    /// What was taken before.
    Taken => "taken",
    /// What it would be if it did not fade.
    Unfaded => "unfaded",
    /// What is posted.
    Accrual => "accrual",
    /// The part that goes ahead.
    Advance => "advance",
    /// A part that is paid in a month of its own.
    Milestone => "milestone",
    /// Such parts that are not paid yet.
    PartsLeft => "parts_left",
    /// What was paid before something changed.
    Kept => "kept",
    /// What has not gone ahead of a calendar year.
    Rest => "rest",
    /// What was bought.
    Purchase => "purchase",
    /// What the sale of an investment brings.
    Sale => "sale",
    /// What an investment is worth in the books.
    BookValue => "book_value",
    /// What has been written off in a month.
    WrittenOff => "written_off",
    /// What an investment would come to if it were not sold.
    Unsold => "unsold",
    /// What a purchase makes of it.
    Part => "part",
    /// Months until it is written off.
    Life => "life",
    /// Nominal yearly interest, or interest that is due.
    Interest => "interest",
    /// What is owed.
    Balance => "balance",
    /// Months from the draw to the last instalment.
    Term => "term",
    /// Months without repayment.
    Grace => "grace",
    /// How many instalments repay.
    Instalments => "instalments",
    /// Interest that is added to what is owed.
    Added => "added",
    /// One of equal payments.
    Annuity => "annuity",
    /// What is paid back.
    Principal => "principal",
    /// Interest and principal together.
    Instalment => "instalment",
    /// Cash before a month or year.
    Opening => "opening",
    /// What comes in.
    Receipt => "receipt",
    /// What goes out.
    Payment => "payment",
    /// Cash after a month or year.
    Closing => "closing",
    /// What is set apart.
    Reserved => "reserved",
    /// What is set apart in a month.
    SetApart => "set_apart",
    /// What is taken from a reserve in a month.
    Released => "released",
    /// What other reserves take of a cost.
    Others => "others",
    /// Cash less what is set apart.
    Free => "free",
    /// What counts at time zero.
    AtZero => "at_zero",
    /// The same, to be taken off.
    LessAtZero => "less_at_zero",
    /// What an entry puts in a case year.
    Entry => "entry",
    /// What an entry takes from it.
    LessEntry => "less_entry",
    /// What a party gets for each euro, or cash for each euro of debt service.
    Ratio => "ratio",
    /// What a party pays.
    Pays => "pays",
    /// What it is paid back.
    Repaid => "repaid",
    /// What it saves.
    Saves => "saves",
    /// What it gains.
    Gains => "gains",
    /// What it bears.
    Bears => "bears",
    /// Income of a year.
    Income => "income",
    /// Costs, or a present value of one.
    Cost => "cost",
    /// A year's share of buying investments again.
    Replacement => "replacement",
    /// What it takes a year for one of them.
    Investment => "investment",
    /// A year's result before interest.
    Result => "result",
    /// What is owed at the end.
    Owed => "owed",
    /// The least that cash may be.
    MinCash => "min_cash",
    /// Interest and principal of a year.
    Service => "service",
    /// What a party brings.
    Party => "party",
    /// What is measured.
    Figure => "figure",
    /// What is asked.
    Threshold => "threshold",
    /// On certain funding.
    Certain => "certain",
    /// With all that is requested granted.
    All => "all",
    /// In kind.
    InKind => "in_kind",
}
