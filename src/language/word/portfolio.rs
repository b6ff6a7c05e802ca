//! Bare words of `portfolio`.

use super::of;
use crate::language::{Language, PortfolioColumn, PortfolioPart};

pub fn heading(language: Language, part: PortfolioPart) -> &'static str {
    let words = match part {
        PortfolioPart::Lacking => ["Wat er nog aan ontbreekt", "What is still lacking"],
        PortfolioPart::Parties => [
            "Wie wordt gevraagd, wie betaalt en wie bespaart",
            "Who is asked, who pays and who saves",
        ],
        PortfolioPart::Hangs => ["Wat van wie afhangt", "What hangs on whom"],
        PortfolioPart::Cash => ["Kas per kalenderjaar", "Cash by calendar year"],
        PortfolioPart::Requests => ["Wat er wordt gevraagd", "What is asked"],
        PortfolioPart::Budgets => ["Begroting en aanvragen", "Budgets and requests"],
        PortfolioPart::Pockets => ["Verkeerde portemonnees", "Wrong pockets"],
    };
    of(language, words)
}

pub fn about(language: Language, part: PortfolioPart) -> &'static str {
    let words = match part {
        PortfolioPart::Parties => [
            "Over alle jaren samen, in bedragen zoals ze worden betaald. ‘Betaalt’ is wat is gevraagd, wat is \
             toegezegd en wat de partij koopt; ‘draagt’ telt de businesscases die zonder haar niet sluitend zijn.",
            "Over all years together, in amounts as they are paid. ‘Pays’ is what is asked, what is promised and \
             what the party buys; ‘carries’ counts the cases that do not close without it.",
        ],
        PortfolioPart::Hangs => [
            "Zonder alles wat een partij betaalt, is niet meer sluitend wat nu sluitend is; of, van wat pas onder \
             voorwaarde sluitend is, ook niet als de rest wordt toegekend.",
            "Without all that a party pays, what closes now no longer does; or, of what closes on a condition, not \
             even when all else is granted.",
        ],
        PortfolioPart::Cash => [
            "‘Nodig’ is wat er in dat jaar bij moet komen opdat geen kas ooit te laag is: op wat zeker is, en als \
             alles wordt toegekend.",
            "‘Needed’ is what has to be added in that year so that no case ever has too little cash: on certain \
             funding, and with all that is asked granted.",
        ],
        PortfolioPart::Lacking | PortfolioPart::Requests => ["", ""],
        PortfolioPart::Budgets => [
            "De begroting is wat een partij in dat jaar aan aanvragen kan besteden; wat al is toegezegd, staat ernaast.",
            "A budget is what a party can spend on requests in that year; what is promised already stands beside it.",
        ],
        PortfolioPart::Pockets => [
            "Wat partijen besparen in businesscases waaraan zij niets betalen.",
            "What parties save in cases to which they pay nothing.",
        ],
    };
    of(language, words)
}

pub fn column(language: Language, column: PortfolioColumn) -> &'static str {
    let words = match column {
        PortfolioColumn::Case => ["Businesscase", "Business case"],
        PortfolioColumn::Verdict => ["Sluitend", "Closes"],
        PortfolioColumn::Lacks => ["Wat ontbreekt", "What it lacks"],
        PortfolioColumn::Party => ["Partij", "Party"],
        PortfolioColumn::Cases => ["Aantal", "Cases"],
        PortfolioColumn::Asked => ["Gevraagd", "Asked"],
        PortfolioColumn::Promised => ["Toegezegd", "Promised"],
        PortfolioColumn::Paid => ["Betaalt", "Pays"],
        PortfolioColumn::Repaid => ["Krijgt terug", "Is repaid"],
        PortfolioColumn::Saved => ["Bespaart", "Saves"],
        PortfolioColumn::Cashable => ["Waarvan verzilverbaar", "Of which cashable"],
        PortfolioColumn::Carries => ["Draagt", "Carries"],
        PortfolioColumn::Year => ["Jaar", "Year"],
        PortfolioColumn::ReceiptsCertain => ["Zeker erin", "In, certain"],
        PortfolioColumn::ReceiptsAll => ["Alles erin", "In, all"],
        PortfolioColumn::Payments => ["Uitgaven", "Payments"],
        PortfolioColumn::NeedCertain => ["Nodig, zeker", "Needed, certain"],
        PortfolioColumn::NeedAll => ["Nodig, alles", "Needed, all"],
        PortfolioColumn::Request => ["Aanvraag", "Request"],
        PortfolioColumn::Stands => ["Maakt sluitend", "Makes close"],
        PortfolioColumn::Dearest => ["Duurste jaar", "Dearest year"],
        PortfolioColumn::Budget => ["Begroting", "Budget"],
        PortfolioColumn::StandsAmount => ["Waarvan maakt sluitend", "Of which to close"],
        PortfolioColumn::Over => ["Erboven", "Over it"],
    };
    of(language, words)
}
