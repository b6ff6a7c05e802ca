//! English words around the tables of `show`.

use crate::case::Discounting;
use crate::language::numbers::{list, percentage, stretch};
use crate::language::{Counted, Language, Part, Section, Show};
use crate::statements::{By, Group, Label, WorthOf};

const EN: Language = Language::En;

/// The words of a message.
pub fn show(show: &Show<'_>) -> String {
    match show {
        Show::Title(case) => format!("{case}: all tables"),
        Show::Entries { case, count: 1 } => format!("{case}: one entry"),
        Show::Entries { case, count } => format!("{case}: {count} entries"),
        Show::Counted(counted) => self::counted(counted),
        Show::Heading(section) => heading(*section).to_owned(),
        Show::About { section, by } => about(*section, *by),
        Show::Nothing(section) => nothing(*section).to_owned(),
        Show::Quiet(by) => format!("{}s in which nothing happens are left out.", period(*by)),
        Show::Discounted { rate, from } => format!(
            "What each entry is worth today, at {} a year; the money of a case year counts from \
             {}.",
            percentage(EN, rate.0),
            match from {
                Discounting::Start => "its first day",
                Discounting::Mid => "its middle",
                Discounting::End => "its last day",
            }
        ),
        Show::OpeningLoans => {
            "Of a loan drawn before the start, what was owed then counts as drawn.".to_owned()
        }
        Show::Part(part) => self::part(*part).to_owned(),
        Show::Line(label) => line(*label).to_owned(),
        Show::OfEntry { label, group } => of_entry(*label, *group).to_owned(),
        Show::Requested(entry) => format!("{entry} (requested)"),
        Show::AtStart => "At the start".to_owned(),
        Show::Whole { beside_start: true } => "Total new".to_owned(),
        Show::Whole { beside_start: false } => "Total".to_owned(),
        Show::Entry => "Entry".to_owned(),
        Show::Period(by) => period(*by).to_owned(),
        Show::Quarter(first) => stretch(EN, *first, first.plus(2)),
        Show::Sort(sort) => self::sort(*sort).to_owned(),
        Show::SortTotal(sort) => sort_total(*sort).to_owned(),
        Show::WorthAccrued(sort) => worth_accrued(*sort).to_owned(),
        Show::WorthCash(sort) => worth_cash(*sort).to_owned(),
        Show::NoCash => "No cash: it counts in society's view only.".to_owned(),
        Show::OneEntry => "One entry on its own, month by month:".to_owned(),
        Show::TooLarge => "the sums are too large".to_owned(),
    }
}

fn counted(counted: &Counted<'_>) -> String {
    match counted {
        Counted::NothingRequested => {
            "All funding is counted; none of it is only requested.".to_owned()
        }
        Counted::WithRequests(_) => {
            "All funding is counted, also what is only requested: it is marked (requested). \
             Without that: --funding certain."
                .to_owned()
        }
        Counted::Without(names) => {
            let names: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "Only funding that is certain is counted. Left out, because only requested: {}. \
                 With that: --funding all.",
                list(EN, &names)
            )
        }
    }
}

fn heading(section: Section) -> &'static str {
    match section {
        Section::Plan => "Investment and financing plan",
        Section::Exploitation => "Exploitation",
        Section::Liquidity => "Cash (liquidity)",
        Section::Balance => "Balance sheet",
        Section::Loans => "Loans",
        Section::Worth => "Present value per entry",
        Section::Entry => "Entry",
    }
}

fn about(section: Section, by: By) -> String {
    let period = period(by).to_lowercase();
    match section {
        Section::Plan => "What is bought to last, and the capital and one-off money that comes in \
                          to pay for it."
            .to_owned(),
        Section::Exploitation => {
            format!("Income and costs in the {period} that they belong to, whenever they are paid.")
        }
        Section::Liquidity => format!("What really comes in and goes out in each {period}."),
        Section::Balance => format!("What is owned and owed at the end of each {period}."),
        Section::Loans => "What is drawn, paid and still owed.".to_owned(),
        Section::Worth | Section::Entry => String::new(),
    }
}

fn nothing(section: Section) -> &'static str {
    match section {
        Section::Plan => "Nothing is invested, and no capital or one-off money comes in.",
        Section::Loans => "There are no loans.",
        Section::Exploitation
        | Section::Liquidity
        | Section::Balance
        | Section::Worth
        | Section::Entry => "Nothing happens within these years.",
    }
}

fn period(by: By) -> &'static str {
    match by {
        By::Month => "Month",
        By::Quarter => "Quarter",
        By::Year => "Year",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Investments => "Investments",
        Part::Financing => "Financing",
        Part::Income => "Income",
        Part::Costs => "Operating costs",
        Part::Receipts => "Receipts",
        Part::Payments => "Payments",
        Part::Assets => "Assets",
        Part::Liabilities => "Liabilities and equity",
        Part::AllLoans => "All loans",
    }
}

fn line(label: Label) -> &'static str {
    match label {
        Label::Entry(..) => "Entry",
        Label::Investments => "Total investments",
        Label::Financing => "Total financing",
        Label::FinancingLeft => "Financing less investments",
        Label::Income => "Total income",
        Label::Costs => "Total operating costs",
        Label::Depreciation => "Depreciation",
        Label::Interest => "Interest",
        Label::ExploitationResult => "Exploitation result",
        Label::OpeningCash => "Opening cash",
        Label::Receipts => "Total receipts",
        Label::Payments => "Total payments",
        Label::DebtService => "Interest and principal",
        Label::ClosingCash => "Closing cash",
        Label::LowestCash => "lowest month end",
        Label::ClosingOnCertain => "on certain funding",
        Label::ClosingOnAll => "with all requests",
        Label::FixedAssets => "Fixed assets",
        Label::Receivables => "Receivables",
        Label::PaidAhead => "Paid in advance",
        Label::Cash => "Cash",
        Label::Assets => "Total assets",
        Label::Loans => "Loans",
        Label::Owed => "Owed at the end",
        Label::Payables => "Payables",
        Label::ReceivedAhead => "Received in advance",
        Label::Equity => "Equity",
        Label::LiabilitiesAndEquity => "Total liabilities and equity",
        Label::Draw => "Drawn",
        Label::Added => "Interest added",
        Label::Principal => "Principal paid",
        Label::Accrual => "Accrued",
        Label::Paid => "Paid",
        Label::Cashable => "Cashable",
    }
}

fn of_entry(label: Label, group: Group) -> &'static str {
    match (label, group) {
        (Label::Accrual, Group::Cost) => "Costs",
        (Label::Accrual, Group::Funding) => "Earned",
        (Label::Accrual, Group::Avoided) => "Saved",
        (Label::Accrual, Group::Value) => "Value",
        (Label::Accrual, Group::Burden) => "Burden",
        (Label::Paid, Group::Funding) => "Received",
        _ => line(label),
    }
}

fn sort(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs => "Costs and investments",
        WorthOf::Funding => "Income and own capital",
        WorthOf::InKind => "In kind",
        WorthOf::Loans => "Loans",
        WorthOf::Avoided => "Avoided costs",
        WorthOf::Values => "Social value",
        WorthOf::Burdens => "Burdens on others",
    }
}

fn sort_total(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs => "Total costs and investments",
        WorthOf::Funding => "Total income and own capital",
        WorthOf::InKind => "Total in kind",
        WorthOf::Loans => "Total loans",
        WorthOf::Avoided => "Total avoided costs",
        WorthOf::Values => "Total social value",
        WorthOf::Burdens => "Total burdens on others",
    }
}

fn worth_accrued(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => "As accrued",
        WorthOf::Loans => "Drawn",
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => "Value",
    }
}

fn worth_cash(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => "Cash",
        WorthOf::Loans => "Paid back, interest included",
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => "Of which cashable",
    }
}
