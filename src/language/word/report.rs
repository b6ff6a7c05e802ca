//! Bare words of `report`.

use super::of;
use crate::calendar::Rhythm;
use crate::case::VerdictKind;
use crate::language::{Column, Heading, Language, Measure};
use crate::statements::Group;

pub fn per(language: Language, per: Rhythm) -> &'static str {
    let words = match per {
        Rhythm::Monthly => ["per maand", "a month"],
        Rhythm::Quarterly => ["per kwartaal", "a quarter"],
        Rhythm::Yearly => ["per jaar", "a year"],
    };
    of(language, words)
}

/// A verdict in words.
pub fn in_a_word(language: Language, kind: VerdictKind) -> &'static str {
    let words = match kind {
        VerdictKind::Closes => ["ja", "yes"],
        VerdictKind::Conditional => ["ja, mits", "yes, if"],
        VerdictKind::DoesNotClose => ["nee", "no"],
    };
    of(language, words)
}

pub fn group(language: Language, group: Group) -> &'static str {
    let words = match group {
        Group::Cost => ["kosten", "cost"],
        Group::Funding => ["financiering", "funding"],
        Group::Avoided => ["vermeden kosten", "avoided cost"],
        Group::Value => ["maatschappelijke waarde", "social value"],
        Group::Burden => ["lasten voor anderen", "burden on others"],
        Group::Opening => ["beginbalans", "opening balance"],
        Group::Reserve => ["reserve", "reserve"],
    };
    of(language, words)
}

pub fn heading(language: Language, heading: Heading) -> &'static str {
    let words = match heading {
        Heading::Tests => ["Waarom", "Why"],
        Heading::Conditions => ["Voorwaarden", "Conditions"],
        Heading::Cash => ["Kas per jaar", "Cash by year"],
        Heading::CashOnCertain => {
            ["Kas per jaar: alleen toegezegde financiering", "Cash by year: certain money"]
        }
        Heading::CashOnAll => [
            "Kas per jaar: inclusief aangevraagde financiering",
            "Cash by year: with all that is requested",
        ],
        Heading::Parties => ["Wie betaalt en wie baat heeft", "Who pays and who benefits"],
        Heading::Measures => ["Wat het oplevert", "What it brings"],
        Heading::NotCounted => ["Niet meegeteld (pro memorie)", "Not counted (pro memorie)"],
        Heading::Next => ["Hoe verder", "What next"],
        Heading::Warnings => ["Waarschuwingen", "Warnings"],
    };
    of(language, words)
}

pub fn column(language: Language, column: Column) -> &'static str {
    let words = match column {
        Column::Test => ["Toets", "Test"],
        Column::Threshold => ["Norm", "Asked"],
        Column::OnCertain => ["Zeker", "Certain"],
        Column::OnAll => ["Alles", "All"],
        Column::Passes => ["Voldoet", "Passes"],
        Column::Year => ["Jaar", "Year"],
        Column::Opening => ["Beginsaldo", "Opening"],
        Column::Receipts => ["Ontvangsten", "Receipts"],
        Column::Payments => ["Uitgaven", "Payments"],
        Column::Closing => ["Eindsaldo", "Closing"],
        Column::Reserved => ["Opzijgezet", "Set apart"],
        Column::Lowest => ["Laagste saldo", "Lowest"],
        Column::Party => ["Partij", "Party"],
        Column::Pays => ["Betaalt", "Pays"],
        Column::Repaid => ["Krijgt terug", "Is repaid"],
        Column::Saves => ["Bespaart", "Saves"],
        Column::Cashable => ["Waarvan verzilverbaar", "Of which cashable"],
        Column::Transfer => ["Waarvan overdracht", "Of which a transfer"],
        Column::Gains => ["Andere baten", "Other gains"],
        Column::Bears => ["Extra lasten", "Bears"],
        Column::Net => ["Per saldo", "Net"],
        Column::Ratio => ["Terugverdienratio", "Back /\u{a0}paid"],
        Column::Measure => ["Maatstaf", "Measure"],
        Column::Figure | Column::Value => ["Uitkomst", "Found"],
        Column::Meaning => ["Wat dat betekent", "What it tells"],
        Column::Case => ["Businesscase", "Business case"],
        Column::Verdict => ["Sluitend", "Closes"],
        Column::Month => ["In", "In"],
        Column::Result => ["Laatste jaar", "Last year"],
        Column::Expected => ["Als verwacht", "Expected"],
    };
    of(language, words)
}

/// What a test measures.
pub fn measure(language: Language, measure: Measure) -> &'static str {
    let words = match measure {
        Measure::Npv => ["Netto contante waarde", "Net present value"],
        Measure::SocialBalance => ["Maatschappelijk saldo", "Social balance"],
        Measure::PublicReturn => ["Publiek rendement", "Public return"],
        Measure::SocialReturn => ["Maatschappelijk rendement", "Social return"],
        Measure::PublicPayback => ["Publieke terugverdientijd", "Public money back"],
    };
    of(language, words)
}

pub fn means(language: Language, measure: Measure) -> &'static str {
    let words = match measure {
        Measure::Npv => [
            "Ontvangsten min uitgaven van het initiatief, in geld van nu; leningen en eigen kapitaal tellen niet mee.",
            "What the initiative receives less what it spends, in today's money; loans and own capital do not count.",
        ],
        Measure::SocialBalance => [
            "Vermeden kosten en maatschappelijke waarde min alle inzet, ook onbetaalde uren en lasten voor anderen.",
            "Avoided costs and social value less all that goes in, unpaid hours and burdens on others included.",
        ],
        Measure::PublicReturn => [
            "Hoe vaak publieke partijen hun netto-inleg in hun begroting terugverdienen.",
            "How many times public parties can take out of their budgets what they pay net.",
        ],
        Measure::SocialReturn => [
            "Hoe vaak de samenleving haar inzet terugkrijgt.",
            "How many times society gets back what goes in.",
        ],
        Measure::PublicPayback => [
            "Wanneer publieke partijen met hun verzilverbare besparingen hebben terugverdiend wat zij betaalden.",
            "When the cashable savings of public parties have made up for what they paid.",
        ],
    };
    of(language, words)
}
