//! Bare words of `show`.

use super::of;
use crate::language::{Language, Part, Section};
use crate::statements::{By, Label, WorthOf};

pub fn heading(language: Language, section: Section) -> &'static str {
    let words = match section {
        Section::Plan => ["Investerings- en financieringsplan", "Investment and financing plan"],
        Section::Exploitation => ["Exploitatiebegroting", "Exploitation"],
        Section::Liquidity => ["Liquiditeitsbegroting", "Cash (liquidity)"],
        Section::Balance => ["Balans", "Balance sheet"],
        Section::Loans => ["Leningen", "Loans"],
        Section::Worth => ["Contante waarde per post", "Present value per entry"],
        Section::Entry => ["Post", "Entry"],
    };
    of(language, words)
}

pub fn nothing(language: Language, section: Section) -> &'static str {
    let words = match section {
        Section::Plan => [
            "Er wordt niet geïnvesteerd en er komt geen kapitaal of eenmalige bijdrage binnen.",
            "Nothing is invested, and no capital or one-off money comes in.",
        ],
        Section::Loans => ["Er zijn geen leningen.", "There are no loans."],
        Section::Exploitation
        | Section::Liquidity
        | Section::Balance
        | Section::Worth
        | Section::Entry => {
            ["Er gebeurt niets in deze jaren.", "Nothing happens within these years."]
        }
    };
    of(language, words)
}

pub fn period(language: Language, by: By) -> &'static str {
    let words = match by {
        By::Month => ["Maand", "Month"],
        By::Quarter => ["Kwartaal", "Quarter"],
        By::Year => ["Jaar", "Year"],
    };
    of(language, words)
}

pub fn part(language: Language, part: Part) -> &'static str {
    let words = match part {
        Part::Investments => ["Investeringen", "Investments"],
        Part::Financing => ["Financiering", "Financing"],
        Part::Income => ["Baten", "Income"],
        Part::Costs => ["Exploitatiekosten", "Operating costs"],
        Part::Receipts => ["Ontvangsten", "Receipts"],
        Part::Payments => ["Uitgaven", "Payments"],
        Part::Assets => ["Activa", "Assets"],
        Part::Liabilities => ["Passiva", "Liabilities and equity"],
        Part::AllLoans => ["Alle leningen", "All loans"],
    };
    of(language, words)
}

pub fn line(language: Language, label: Label) -> &'static str {
    let words = match label {
        Label::Entry(..) => ["Post", "Entry"],
        Label::Investments => ["Totaal investeringen", "Total investments"],
        Label::Financing => ["Totaal financiering", "Total financing"],
        Label::FinancingLeft => ["Financiering min investeringen", "Financing less investments"],
        Label::Income => ["Totaal baten", "Total income"],
        Label::Costs => ["Totaal exploitatiekosten", "Total operating costs"],
        Label::Depreciation => ["Afschrijving", "Depreciation"],
        Label::Sale => ["Verkochte investeringen", "Investments sold"],
        Label::Gain => ["Boekresultaat bij verkoop", "Gain on what is sold"],
        Label::Interest => ["Rente", "Interest"],
        Label::ExploitationResult => ["Exploitatieresultaat", "Exploitation result"],
        Label::OpeningCash => ["Beginsaldo", "Opening cash"],
        Label::Receipts => ["Totaal ontvangsten", "Total receipts"],
        Label::Payments => ["Totaal uitgaven", "Total payments"],
        Label::DebtService => ["Rente en aflossing", "Interest and principal"],
        Label::ClosingCash => ["Eindsaldo", "Closing cash"],
        Label::LowestCash => ["laagste maandsaldo", "lowest month end"],
        Label::Reserved | Label::OfWhichReserved => ["waarvan opzijgezet", "of which set apart"],
        Label::Free => ["vrij te besteden", "free to spend"],
        Label::ClosingOnCertain => ["alleen toegezegd", "on certain funding"],
        Label::ClosingOnAll => ["met alle aanvragen", "with all requests"],
        Label::FixedAssets => ["Vaste activa", "Fixed assets"],
        Label::Receivables => ["Vorderingen", "Receivables"],
        Label::PaidAhead => ["Vooruitbetaald", "Paid in advance"],
        Label::Cash => ["Kas en bank", "Cash"],
        Label::Assets => ["Totaal activa", "Total assets"],
        Label::Loans => ["Leningen", "Loans"],
        Label::Owed => ["Schuld aan het eind", "Owed at the end"],
        Label::Payables => ["Nog te betalen", "Payables"],
        Label::ReceivedAhead => ["Vooruitontvangen", "Received in advance"],
        Label::Equity => ["Eigen vermogen", "Equity"],
        Label::LiabilitiesAndEquity => ["Totaal passiva", "Total liabilities and equity"],
        Label::Draw => ["Opgenomen", "Drawn"],
        Label::Added => ["Bijgeschreven rente", "Interest added"],
        Label::Principal => ["Aflossing", "Principal paid"],
        Label::Accrual => ["Toegerekend", "Accrued"],
        Label::SetApart => ["Opzijgezet", "Set apart"],
        Label::Released => ["Ervan af", "Taken"],
        Label::Paid => ["Betaald", "Paid"],
        Label::Cashable => ["Waarvan verzilverbaar", "Cashable"],
        Label::Transfer => ["Waarvan overdracht", "Of which a transfer"],
    };
    of(language, words)
}

pub fn sort(language: Language, sort: WorthOf) -> &'static str {
    let words = match sort {
        WorthOf::Costs => ["Kosten en investeringen", "Costs and investments"],
        WorthOf::Funding => ["Inkomsten en eigen kapitaal", "Income and own capital"],
        WorthOf::InKind => ["In natura", "In kind"],
        WorthOf::Loans => ["Leningen", "Loans"],
        WorthOf::Avoided => ["Vermeden kosten", "Avoided costs"],
        WorthOf::Values => ["Maatschappelijke waarde", "Social value"],
        WorthOf::Burdens => ["Lasten voor anderen", "Burdens on others"],
    };
    of(language, words)
}

pub fn sort_total(language: Language, sort: WorthOf) -> &'static str {
    let words = match sort {
        WorthOf::Costs => ["Totaal kosten en investeringen", "Total costs and investments"],
        WorthOf::Funding => ["Totaal inkomsten en eigen kapitaal", "Total income and own capital"],
        WorthOf::InKind => ["Totaal in natura", "Total in kind"],
        WorthOf::Loans => ["Totaal leningen", "Total loans"],
        WorthOf::Avoided => ["Totaal vermeden kosten", "Total avoided costs"],
        WorthOf::Values => ["Totaal maatschappelijke waarde", "Total social value"],
        WorthOf::Burdens => ["Totaal lasten voor anderen", "Total burdens on others"],
    };
    of(language, words)
}

pub fn worth_accrued(language: Language, sort: WorthOf) -> &'static str {
    let words = match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => ["Toegerekend", "As accrued"],
        WorthOf::Loans => ["Opgenomen", "Drawn"],
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => ["Waarde", "Value"],
    };
    of(language, words)
}

pub fn worth_cash(language: Language, sort: WorthOf) -> &'static str {
    let words = match sort {
        WorthOf::Costs | WorthOf::Funding | WorthOf::InKind => ["Geldstroom", "Cash"],
        WorthOf::Loans => ["Terugbetaald, met rente", "Paid back, interest included"],
        WorthOf::Avoided | WorthOf::Values | WorthOf::Burdens => {
            ["Waarvan verzilverbaar", "Of which cashable"]
        }
    };
    of(language, words)
}
