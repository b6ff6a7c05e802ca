//! English words around the tables of `show`.

use crate::case::Discounting;
use crate::language::numbers::{list, percentage, stretch};
use crate::language::word;
use crate::language::{Basis, Language, Section, Show};
use crate::statements::{By, Group, Label};

const EN: Language = Language::En;

/// The words of a message.
pub fn show(show: &Show<'_>) -> String {
    match show {
        Show::Title(case) => format!("{case}: all tables"),
        Show::Entries { case, count: 1 } => format!("{case}: one entry"),
        Show::Entries { case, count } => format!("{case}: {count} entries"),
        Show::Basis(basis) => self::basis(basis),
        Show::Heading(section) => word::show::heading(EN, *section).to_owned(),
        Show::About { section, by } => about(*section, *by),
        Show::Nothing(section) => word::show::nothing(EN, *section).to_owned(),
        Show::Quiet(by) => {
            format!("{}s in which nothing happens are left out.", word::show::period(EN, *by))
        }
        Show::Discounted { rate, from, real } => format!(
            "What each entry is worth today, at {} a year{}; the money of a case year counts from \
             {}.",
            percentage(EN, rate.0),
            if *real { " on top of inflation" } else { "" },
            match from {
                Discounting::Start => "its first day",
                Discounting::Mid => "its middle",
                Discounting::End => "its last day",
            }
        ),
        Show::OpeningLoans => {
            "Of a loan drawn before the start, what was owed then counts as drawn.".to_owned()
        }
        Show::Part(part) => word::show::part(EN, *part).to_owned(),
        Show::Line(label) => word::show::line(EN, *label).to_owned(),
        Show::OfEntry { label, group } => of_entry(*label, *group).to_owned(),
        Show::Requested(entry) => format!("{entry} (requested)"),
        Show::AtStart => "At the start".to_owned(),
        Show::Whole { beside_start: true } => "Total new".to_owned(),
        Show::Whole { beside_start: false } => "Total".to_owned(),
        Show::Entry => "Entry".to_owned(),
        Show::Period(by) => word::show::period(EN, *by).to_owned(),
        Show::Quarter(first) => stretch(EN, *first, first.plus(2)),
        Show::Sort(sort) => word::show::sort(EN, *sort).to_owned(),
        Show::SortTotal(sort) => word::show::sort_total(EN, *sort).to_owned(),
        Show::WorthAccrued(sort) => word::show::worth_accrued(EN, *sort).to_owned(),
        Show::WorthCash(sort) => word::show::worth_cash(EN, *sort).to_owned(),
        Show::NoCash => "No cash: it counts in society's view only.".to_owned(),
        Show::OneEntry => "One entry on its own, month by month:".to_owned(),
        Show::TooLarge => "the sums are too large".to_owned(),
    }
}

fn basis(basis: &Basis<'_>) -> String {
    match basis {
        Basis::NothingRequested => {
            "All funding is counted; none of it is only requested.".to_owned()
        }
        Basis::WithRequests(_) => {
            "All funding is counted, also what is only requested: it is marked (requested). \
             Without that: --funding certain."
                .to_owned()
        }
        Basis::Without(names) => {
            let names: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "Only funding that is certain is counted. Left out, because only requested: {}. \
                 With that: --funding all.",
                list(EN, &names)
            )
        }
    }
}

fn about(section: Section, by: By) -> String {
    let period = word::show::period(EN, by).to_lowercase();
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

fn of_entry(label: Label, group: Group) -> &'static str {
    match (label, group) {
        (Label::Accrual, Group::Cost) => "Costs",
        (Label::Accrual, Group::Funding) => "Earned",
        (Label::Accrual, Group::Avoided) => "Saved",
        (Label::Accrual, Group::Value) => "Value",
        (Label::Accrual, Group::Burden) => "Burden",
        (Label::Accrual | Label::Paid, Group::Opening) => "Settled",
        (Label::Reserved, Group::Reserve) => "Stands apart",
        (Label::Paid, Group::Funding) => "Received",
        _ => word::show::line(EN, label),
    }
}
