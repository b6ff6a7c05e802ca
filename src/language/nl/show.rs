//! Dutch words around the tables of `show`.

use crate::case::Discounting;
use crate::language::numbers::{list, percentage, stretch};
use crate::language::{Counted, Language, Part, Section, Show};
use crate::statements::{By, Group, Label, WorthOf};

const NL: Language = Language::Nl;

/// The words of a message.
pub fn show(show: &Show<'_>) -> String {
    match show {
        Show::Title(case) => format!("{case}: alle tabellen"),
        Show::Entries { case, count: 1 } => format!("{case}: één post"),
        Show::Entries { case, count } => format!("{case}: {count} posten"),
        Show::Counted(counted) => self::counted(counted),
        Show::Heading(section) => heading(*section).to_owned(),
        Show::About { section, by } => about(*section, *by),
        Show::Nothing(section) => nothing(*section).to_owned(),
        Show::Quiet(by) => format!(
            "{} waarin niets gebeurt, zijn weggelaten.",
            match by {
                By::Month => "Maanden",
                By::Quarter => "Kwartalen",
                By::Year => "Jaren",
            }
        ),
        Show::Discounted { rate, from } => format!(
            "Wat elke post nu waard is, tegen {} per jaar; het geld van een jaar telt {}.",
            percentage(NL, rate.0),
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
        Show::Part(part) => self::part(*part).to_owned(),
        Show::Line(label) => line(*label).to_owned(),
        Show::OfEntry { label, group } => of_entry(*label, *group).to_owned(),
        Show::Requested(entry) => format!("{entry} (aangevraagd)"),
        Show::AtStart => "Bij de start".to_owned(),
        Show::Whole { beside_start: true } => "Totaal nieuw".to_owned(),
        Show::Whole { beside_start: false } => "Totaal".to_owned(),
        Show::Entry => "Post".to_owned(),
        Show::Period(by) => period(*by).to_owned(),
        Show::Quarter(first) => stretch(NL, *first, first.plus(2)),
        Show::Sort(sort) => self::sort(*sort).to_owned(),
        Show::SortTotal(sort) => sort_total(*sort).to_owned(),
        Show::WorthAccrued(sort) => worth_accrued(*sort).to_owned(),
        Show::WorthCash(sort) => worth_cash(*sort).to_owned(),
        Show::NoCash => {
            "Geen geldstroom: dit telt alleen mee in het maatschappelijke beeld.".to_owned()
        }
        Show::OneEntry => "Eén post apart, maand voor maand:".to_owned(),
        Show::TooLarge => "de bedragen worden te groot".to_owned(),
    }
}

fn counted(counted: &Counted<'_>) -> String {
    match counted {
        Counted::NothingRequested => {
            "Alle financiering telt mee; er staan geen aanvragen open.".to_owned()
        }
        Counted::WithRequests(_) => {
            "Alle financiering telt mee, ook wat nog is aangevraagd; daar staat (aangevraagd) \
             bij. Alleen toegezegde financiering: --funding certain."
                .to_owned()
        }
        Counted::Without(names) => {
            let names: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "Alleen toegezegde financiering telt mee. Weggelaten, want alleen aangevraagd: \
                 {}. Inclusief aangevraagde financiering: --funding all.",
                list(NL, &names)
            )
        }
    }
}

fn heading(section: Section) -> &'static str {
    match section {
        Section::Plan => "Investerings- en financieringsplan",
        Section::Exploitation => "Exploitatiebegroting",
        Section::Liquidity => "Liquiditeitsbegroting",
        Section::Balance => "Balans",
        Section::Loans => "Leningen",
        Section::Worth => "Contante waarde per post",
        Section::Entry => "Post",
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

fn nothing(section: Section) -> &'static str {
    match section {
        Section::Plan => {
            "Er wordt niet geïnvesteerd en er komt geen kapitaal of eenmalige bijdrage binnen."
        }
        Section::Loans => "Er zijn geen leningen.",
        Section::Exploitation
        | Section::Liquidity
        | Section::Balance
        | Section::Worth
        | Section::Entry => "Er gebeurt niets in deze jaren.",
    }
}

fn period(by: By) -> &'static str {
    match by {
        By::Month => "Maand",
        By::Quarter => "Kwartaal",
        By::Year => "Jaar",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Investments => "Investeringen",
        Part::Financing => "Financiering",
        Part::Income => "Baten",
        Part::Costs => "Exploitatiekosten",
        Part::Receipts => "Ontvangsten",
        Part::Payments => "Uitgaven",
        Part::Assets => "Activa",
        Part::Liabilities => "Passiva",
        Part::AllLoans => "Alle leningen",
    }
}

fn line(label: Label) -> &'static str {
    match label {
        Label::Entry(..) => "Post",
        Label::Investments => "Totaal investeringen",
        Label::Financing => "Totaal financiering",
        Label::FinancingLeft => "Financiering min investeringen",
        Label::Income => "Totaal baten",
        Label::Costs => "Totaal exploitatiekosten",
        Label::Depreciation => "Afschrijving",
        Label::Interest => "Rente",
        Label::ExploitationResult => "Exploitatieresultaat",
        Label::OpeningCash => "Beginsaldo",
        Label::Receipts => "Totaal ontvangsten",
        Label::Payments => "Totaal uitgaven",
        Label::DebtService => "Rente en aflossing",
        Label::ClosingCash => "Eindsaldo",
        Label::LowestCash => "laagste maandsaldo",
        Label::ClosingOnCertain => "alleen toegezegd",
        Label::ClosingOnAll => "met alle aanvragen",
        Label::FixedAssets => "Vaste activa",
        Label::Receivables => "Vorderingen",
        Label::PaidAhead => "Vooruitbetaald",
        Label::Cash => "Kas en bank",
        Label::Assets => "Totaal activa",
        Label::Loans => "Leningen",
        Label::Owed => "Schuld aan het eind",
        Label::Payables => "Nog te betalen",
        Label::ReceivedAhead => "Vooruitontvangen",
        Label::Equity => "Eigen vermogen",
        Label::LiabilitiesAndEquity => "Totaal passiva",
        Label::Draw => "Opgenomen",
        Label::Added => "Bijgeschreven rente",
        Label::Principal => "Aflossing",
        Label::Accrual => "Toegerekend",
        Label::Paid => "Betaald",
        Label::Cashable => "Waarvan verzilverbaar",
    }
}

fn of_entry(label: Label, group: Group) -> &'static str {
    match (label, group) {
        (Label::Accrual, Group::Cost) => "Kosten",
        (Label::Accrual, Group::Funding) => "Baten",
        (Label::Accrual, Group::Avoided) => "Bespaard",
        (Label::Accrual, Group::Value) => "Waarde",
        (Label::Accrual, Group::Burden) => "Last",
        (Label::Paid, Group::Funding) => "Ontvangen",
        _ => line(label),
    }
}

fn sort(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs => "Kosten en investeringen",
        WorthOf::Funding => "Inkomsten en eigen kapitaal",
        WorthOf::InKind => "In natura",
        WorthOf::Loans => "Leningen",
        WorthOf::Avoided => "Vermeden kosten",
        WorthOf::Values => "Maatschappelijke waarde",
        WorthOf::Burdens => "Lasten voor anderen",
    }
}

fn sort_total(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs => "Totaal kosten en investeringen",
        WorthOf::Funding => "Totaal inkomsten en eigen kapitaal",
        WorthOf::InKind => "Totaal in natura",
        WorthOf::Loans => "Totaal leningen",
        WorthOf::Avoided => "Totaal vermeden kosten",
        WorthOf::Values => "Totaal maatschappelijke waarde",
        WorthOf::Burdens => "Totaal lasten voor anderen",
    }
}

fn worth_accrued(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => "Toegerekend",
        WorthOf::Loans => "Opgenomen",
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => "Waarde",
    }
}

fn worth_cash(sort: WorthOf) -> &'static str {
    match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => "Geldstroom",
        WorthOf::Loans => "Terugbetaald, met rente",
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => "Waarvan verzilverbaar",
    }
}
