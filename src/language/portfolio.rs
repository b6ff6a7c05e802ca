//! What is said about many cases together.

/// Something to say about many cases.
#[derive(Clone, Debug)]
pub enum PortfolioSay<'a> {
    /// How many there are, and how many of them close.
    Counts {
        /// That close.
        close: usize,
        /// That close on a condition.
        conditional: usize,
        /// That do not close.
        do_not_close: usize,
    },
    /// How many files could not be judged, and are in no sum.
    Wrong(usize),
    /// How many files are no case, and are in no sum.
    NoCase(usize),
    /// That these figures are of the cases in one currency, and how many these are.
    In {
        /// The code of the currency.
        currency: &'a str,
        /// How many cases.
        cases: usize,
    },
    /// Over a part.
    Heading(PortfolioPart),
    /// What a part tells.
    About(PortfolioPart),
    /// Over a column.
    Column(PortfolioColumn),
    /// What a case lacks, that closes once these are promised.
    Promises(&'a [&'a str]),
    /// What hangs on a party.
    Hangs {
        /// The party.
        party: &'a str,
        /// The first of the cases.
        cases: &'a [&'a str],
        /// How many more there are.
        more: usize,
    },
    /// That there are so many more rows, which JSON has.
    More(usize),
    /// Of what is asked of nobody in particular.
    Nobody,
    /// That this is no budget.
    NoBudget(&'a str),
    /// That no case names the party of a budget.
    BudgetOfNobody {
        /// The party.
        party: &'a str,
        /// Parties that there are.
        known: &'a [&'a str],
    },
    /// That the party of a budget is in cases of several currencies.
    BudgetOfMany(&'a str),
    /// That a budget was given twice.
    BudgetTwice(&'a str),
    /// That a sum outgrew what can be computed.
    TooLarge,
    /// That cases are chosen by their tags alone.
    WhereWhat(&'a str),
    /// That no case has all of these tags.
    NoneTagged(&'a [String]),
}

/// A part of what many cases come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortfolioPart {
    /// The cases that do not close as they are.
    Lacking,
    /// Who is asked, pays and saves.
    Parties,
    /// What hangs on whom.
    Hangs,
    /// Cash by calendar year.
    Cash,
    /// What is asked.
    Requests,
    /// Budgets.
    Budgets,
    /// Who saves and pays nothing.
    Pockets,
}

/// A column of such a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortfolioColumn {
    /// A case.
    Case,
    /// Whether it closes.
    Verdict,
    /// What it lacks.
    Lacks,
    /// A party.
    Party,
    /// In how many cases.
    Cases,
    /// What is asked.
    Asked,
    /// What is promised.
    Promised,
    /// What is paid.
    Paid,
    /// What is paid back.
    Repaid,
    /// What is saved.
    Saved,
    /// What of it can be taken out of a budget.
    Cashable,
    /// How many cases hang on it.
    Carries,
    /// A calendar year.
    Year,
    /// What comes in on certain funding.
    ReceiptsCertain,
    /// What comes in with all that is asked.
    ReceiptsAll,
    /// What goes out.
    Payments,
    /// What has to be added on certain funding.
    NeedCertain,
    /// What has to be added with all that is asked.
    NeedAll,
    /// A request.
    Request,
    /// How many cases it makes stand.
    Stands,
    /// What it costs in its dearest year.
    Dearest,
    /// A budget.
    Budget,
    /// What of what is asked makes cases stand.
    StandsAmount,
    /// How far what is asked goes over it.
    Over,
}
