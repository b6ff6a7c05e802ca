//! Dutch words around the tables of `show`.

use crate::case::Discounting;
use crate::language::numbers::{list, percentage, stretch};
use crate::language::word;
use crate::language::{Basis, Language, Section, Show};
use crate::statements::{By, Group, Label};

const NL: Language = Language::Nl;

/// The words of a message.
pub fn show(show: &Show<'_>) -> String {
    match show {
        Show::Title(case) => format!("{case}: alle tabellen"),
        Show::Entries { case, count: 1 } => format!("{case}: één post"),
        Show::Entries { case, count } => format!("{case}: {count} posten"),
        Show::Basis(basis) => self::basis(basis),
        Show::Heading(section) => word::show::heading(NL, *section).to_owned(),
        Show::About { section, by } => about(*section, *by),
        Show::Nothing(section) => word::show::nothing(NL, *section).to_owned(),
        Show::Quiet(by) => format!(
            "{} waarin niets gebeurt, zijn weggelaten.",
            match by {
                By::Month => "Maanden",
                By::Quarter => "Kwartalen",
                By::Year => "Jaren",
            }
        ),
        Show::Discounted { rate, from, real } => format!(
            "Wat elke post nu waard is, tegen {} per jaar{}; het geld van een jaar telt {}.",
            percentage(NL, rate.0),
            if *real { " boven de inflatie" } else { "" },
            match from {
                Discounting::Start => "vanaf de eerste dag daarvan",
                Discounting::Mid => "vanaf het midden daarvan",
                Discounting::End => "vanaf de laatste dag daarvan",
            }
        ),
        Show::OpeningLoans => {
            "Van een lening van vóór de start telt als opgenomen wat bij de start nog openstond."
                .to_owned()
        }
        Show::Part(part) => word::show::part(NL, *part).to_owned(),
        Show::Line(label) => word::show::line(NL, *label).to_owned(),
        Show::OfEntry { label, group } => of_entry(*label, *group).to_owned(),
        Show::Requested(entry) => format!("{entry} (aangevraagd)"),
        Show::AtStart => "Bij de start".to_owned(),
        Show::Whole { beside_start: true } => "Totaal nieuw".to_owned(),
        Show::Whole { beside_start: false } => "Totaal".to_owned(),
        Show::Entry => "Post".to_owned(),
        Show::Period(by) => word::show::period(NL, *by).to_owned(),
        Show::Quarter(first) => stretch(NL, *first, first.plus(2)),
        Show::Sort(sort) => word::show::sort(NL, *sort).to_owned(),
        Show::SortTotal(sort) => word::show::sort_total(NL, *sort).to_owned(),
        Show::WorthAccrued(sort) => word::show::worth_accrued(NL, *sort).to_owned(),
        Show::WorthCash(sort) => word::show::worth_cash(NL, *sort).to_owned(),
        Show::NoCash => {
            "Geen geldstroom: dit telt alleen mee in het maatschappelijke beeld.".to_owned()
        }
        Show::OneEntry => "Eén post apart, maand voor maand:".to_owned(),
        Show::TooLarge => "de bedragen worden te groot".to_owned(),
    }
}

fn basis(basis: &Basis<'_>) -> String {
    match basis {
        Basis::NothingRequested => {
            "Alle financiering telt mee; er staan geen aanvragen open.".to_owned()
        }
        Basis::WithRequests(_) => {
            "Alle financiering telt mee, ook wat nog is aangevraagd; daar staat (aangevraagd) \
             bij. Alleen toegezegde financiering: --funding certain."
                .to_owned()
        }
        Basis::Without(names) => {
            let names: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "Alleen toegezegde financiering telt mee. Weggelaten, want alleen aangevraagd: \
                 {}. Inclusief aangevraagde financiering: --funding all.",
                list(NL, &names)
            )
        }
    }
}

fn about(section: Section, by: By) -> String {
    let (in_period, of_each) = match by {
        By::Month => ("in de maand", "elke maand"),
        By::Quarter => ("in het kwartaal", "elk kwartaal"),
        By::Year => ("in het jaar", "elk jaar"),
    };
    match section {
        Section::Plan => "Wat voor meerdere jaren wordt aangeschaft, en het kapitaal en de \
                          eenmalige bijdragen waarmee dat wordt betaald."
            .to_owned(),
        Section::Exploitation => {
            format!(
                "Baten en kosten {in_period} waarop ze betrekking hebben, ongeacht wanneer ze \
                     worden betaald."
            )
        }
        Section::Liquidity => format!("Wat er {of_each} daadwerkelijk binnenkomt en uitgaat."),
        Section::Balance => format!("Bezittingen en schulden aan het eind van {of_each}."),
        Section::Loans => "Wat is opgenomen, betaald en nog openstaat.".to_owned(),
        Section::Worth | Section::Entry => String::new(),
    }
}

fn of_entry(label: Label, group: Group) -> &'static str {
    match (label, group) {
        (Label::Accrual, Group::Cost) => "Kosten",
        (Label::Accrual, Group::Funding) => "Baten",
        (Label::Accrual, Group::Avoided) => "Bespaard",
        (Label::Accrual, Group::Value) => "Waarde",
        (Label::Accrual, Group::Burden) => "Last",
        (Label::Accrual | Label::Paid, Group::Opening) => "Verrekend",
        (Label::Reserved, Group::Reserve) => "Staat opzij",
        (Label::Paid, Group::Funding) => "Ontvangen",
        _ => word::show::line(NL, label),
    }
}
