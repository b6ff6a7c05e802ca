//! Bare words of `explain`.

use super::of;
use crate::case::TestId;
use crate::explain::Name;
use crate::explain::figure::{EntryColumn, Measure, PartyColumn};
use crate::explain::node::Remark;
use crate::language::Language;
use crate::statements::{Counted, Group};

pub fn run(language: Language, run: Counted) -> &'static str {
    let words = match run {
        Counted::Certain => ["alleen toegezegde financiering", "on certain funding"],
        Counted::All => ["inclusief aangevraagde financiering", "with all requests granted"],
    };
    of(language, words)
}

pub fn test(language: Language, id: TestId) -> &'static str {
    let words = match id {
        TestId::Liquidity => ["Is er altijd genoeg geld in kas?", "Is there always cash enough?"],
        TestId::Structural => [
            "Is het laatste jaar sluitend zonder tijdelijke financiering?",
            "Does the last year carry itself without temporary money?",
        ],
        TestId::Repayment => [
            "Kan wat aan het eind openstaat worden afgelost?",
            "Can what is owed at the end be repaid?",
        ],
        TestId::Dscr => [
            "Dekt de terugkerende kasstroom rente en aflossing?",
            "Does cash that recurs cover interest and principal?",
        ],
        TestId::Dependence => [
            "Is de afhankelijkheid van één partij niet te groot?",
            "Does it not lean too much on one party?",
        ],
        TestId::Payers => [
            "Verdient elke partij die betaalt en bespaart dat terug?",
            "Does who pays and saves get back what is paid?",
        ],
        TestId::PublicReturn => [
            "Verdienen publieke partijen hun inleg terug?",
            "Does public money come back to public parties?",
        ],
        TestId::SocialReturn => {
            ["Krijgt de samenleving haar inzet terug?", "Does society get back what it puts in?"]
        }
    };
    of(language, words)
}

pub fn measured(language: Language, id: TestId) -> &'static str {
    let words = match id {
        TestId::Liquidity => {
            ["Laagste kassaldo aan het eind van een maand", "Lowest cash at the end of a month"]
        }
        TestId::Structural => [
            "Structureel resultaat van het laatste jaar",
            "Result of the last year without temporary money",
        ],
        TestId::Repayment => [
            "Laagste kassaldo tijdens de aflossing na afloop, min de ondergrens",
            "Lowest cash while the rest is repaid, less the least allowed",
        ],
        TestId::Dscr => [
            "Laagste dekking van rente en aflossing in een jaar",
            "Lowest cover of interest and principal in a year",
        ],
        TestId::Dependence => [
            "Aandeel van de grootste financier in de inkomsten van het laatste jaar",
            "Largest share of one party in the last year's income",
        ],
        TestId::Payers => [
            "Laagste terugverdienratio van een partij die betaalt en bespaart",
            "Lowest return of a party that pays and saves",
        ],
        TestId::PublicReturn => ["Publiek rendement", "Public return"],
        TestId::SocialReturn => ["Maatschappelijk rendement", "Social return"],
    };
    of(language, words)
}

pub fn measure(language: Language, measure: Measure) -> &'static str {
    let words = match measure {
        Measure::Npv => ["Netto contante waarde", "Net present value"],
        Measure::SocialBalance => ["Maatschappelijk saldo", "Social balance"],
        Measure::PublicReturn => ["Publiek rendement", "Public return"],
        Measure::SocialReturn => ["Maatschappelijk rendement", "Social return"],
        Measure::PublicPayback => [
            "Boekjaar waarin publiek geld is terugverdiend",
            "Case year by whose end public money is back",
        ],
        Measure::Replacement => [
            "Jaarlijkse kosten om de investeringen ooit te vervangen",
            "What it takes a year to buy the investments again",
        ],
    };
    of(language, words)
}

pub fn party(language: Language, column: PartyColumn) -> &'static str {
    let words = match column {
        PartyColumn::Pays => ["wat zij betaalt", "what it pays"],
        PartyColumn::Repaid => ["wat zij terugkrijgt", "what it is repaid"],
        PartyColumn::Saves => ["wat zij bespaart", "what it saves"],
        PartyColumn::Cashable => {
            ["wat zij daarvan kan verzilveren", "what it can take out of a budget"]
        }
        PartyColumn::Transfer => {
            ["wat een ander daarvan niet meer krijgt", "what somebody else no longer gets of it"]
        }
        PartyColumn::Gains => ["wat zij aan andere baten heeft", "what it gains"],
        PartyColumn::Bears => ["wat zij aan extra lasten heeft", "what it bears"],
        PartyColumn::Net => ["wat zij per saldo overhoudt", "what is left for it"],
        PartyColumn::Ratio => [
            "wat zij terugverdient van elke euro die zij betaalt",
            "what comes back for each euro that it pays",
        ],
    };
    of(language, words)
}

pub fn entry(language: Language, column: EntryColumn, group: Group) -> &'static str {
    let words = match (column, group) {
        (EntryColumn::Accrual, Group::Cost) => ["kosten, toegerekend", "accrued cost"],
        (EntryColumn::Accrual, Group::Funding) => ["inkomsten, toegerekend", "accrued income"],
        (EntryColumn::Accrual, Group::Avoided) => ["vermeden kosten", "avoided cost"],
        (EntryColumn::Accrual, Group::Value) => ["waarde", "value"],
        (EntryColumn::Accrual, Group::Burden) => ["last", "burden"],
        (EntryColumn::Accrual, Group::Opening) => ["beginbalans", "opening balance"],
        (EntryColumn::Accrual | EntryColumn::SetApart, _) => ["opzijgezet", "set apart"],
        (EntryColumn::Released, _) => ["ervan afgegaan", "taken from it"],
        (EntryColumn::Reserved, _) => ["staat opzij", "stands apart"],
        (EntryColumn::Cash, Group::Opening) => ["verrekend", "settled"],
        (EntryColumn::Exact, _) => ["exact bedrag, vóór afronding", "exact amount before rounding"],
        (EntryColumn::Claimed, Group::Cost) => ["wat ervan is geclaimd", "what is claimed of it"],
        (EntryColumn::Claimed, _) => ["claim op de gedekte kosten", "what it claims of its costs"],
        (EntryColumn::Kept, _) => {
            ["wat na afbouw overblijft van de claim", "what its fade leaves of what it claims"]
        }
        (EntryColumn::Units, _) => ["eenheden", "units"],
        (EntryColumn::Cash, Group::Cost) => ["betaald", "paid"],
        (EntryColumn::Cash, _) => ["ontvangen", "received"],
        (EntryColumn::Cashable, _) => ["verzilverbaar", "cashable"],
        (EntryColumn::Transfer, _) => ["overdracht", "transfer"],
        (EntryColumn::Depreciation, _) => ["afschrijving", "depreciation"],
        (EntryColumn::Sale, _) => ["verkocht voor", "sold for"],
        (EntryColumn::Gain, _) => ["boekresultaat bij verkoop", "gain on its sale"],
        (EntryColumn::Instalment, _) => ["rente en aflossing", "interest and principal"],
        (EntryColumn::Draw, _) => ["opname", "draw"],
        (EntryColumn::Interest, _) => ["rente", "interest"],
        (EntryColumn::Principal, _) => ["aflossing", "principal"],
        (EntryColumn::Balance, _) => ["openstaand", "owed"],
        (EntryColumn::Added, _) => ["bijgeschreven rente", "interest added to what is owed"],
        (EntryColumn::Annuity, _) => ["een van de gelijke termijnen", "one of the equal payments"],
    };
    of(language, words)
}

pub fn remark(language: Language, remark: &Remark) -> &'static str {
    let words = match remark {
        Remark::Multiply => {
            ["Deze worden vermenigvuldigd en niet opgeteld.", "These multiply and do not add up."]
        }
        Remark::NotRunning => [
            "Niets in deze maand: de post loopt dan niet.",
            "Nothing in this month: it does not run then.",
        ],
        Remark::FollowsNothing => [
            "Niets: wat deze post volgt of betaalt, is uitgeschakeld.",
            "Nothing: what it follows or pays for is switched off.",
        ],
        Remark::Earmarked => [
            "Geoormerkt: de gedekte kosten zijn tot dan toe niet hoger.",
            "It is earmarked, and the costs that it covers have not come to more.",
        ],
        Remark::Shared => [
            "Wie het eerst claimt, gaat voor; geen kostenpost wordt meer dan één keer betaald.",
            "Who claims first is paid first, and no cost is paid more than once.",
        ],
        Remark::Faded => ["De afbouw is voltooid: er komt niets meer.", "It has faded to nothing."],
        Remark::EarmarkOver => [
            "De laatste maand is voorbij: wat toen nog niet aan kosten was gemaakt, wordt niet meer vergoed.",
            "Its last month is past: what its costs had not reached by then does not come.",
        ],
        Remark::AsItWas => [
            "Zo was het geheel gepland, voordat er iets veranderde.",
            "This is what all of it was to be, before something changed.",
        ],
        Remark::NothingPaid => {
            ["In deze maand wordt niets betaald.", "Nothing is paid in this month."]
        }
        Remark::BeforeStart => [
            "Gekocht vóór de start: staat op de beginbalans.",
            "Bought before the start: part of the opening balance.",
        ],
        Remark::Grace => [
            "In de aflossingsvrije periode wordt niets afgelost.",
            "Nothing is repaid in the grace period.",
        ],
        Remark::NoInstalment => {
            ["In deze maand vervalt geen termijn.", "No instalment is due in this month."]
        }
        Remark::RunningTotal => [
            "Geboekt wordt de toename van het afgeronde totaal, zodat er geen cent verloren gaat.",
            "What is posted is the step of the rounded total, so that no cent goes missing.",
        ],
        Remark::Sold => ["dan is het verkocht", "it is sold by then"],
        Remark::NothingTaken => ["dan gaat er niets van af", "nothing is taken from it then"],
        Remark::NotSold => ["dan wordt het niet verkocht", "it is not sold then"],
        Remark::Ends => [
            "Deze businesscase eindigt: hoe het daarna verdergaat, wordt niet getoetst",
            "This case ends: how it goes on after that is not asked",
        ],
        Remark::NobodySaves => [
            "Geen partij bespaart iets, dus er kan niets terugkomen.",
            "No party saves anything, so there is nothing to come back.",
        ],
        Remark::OnlyRounding => [
            "Op exacte bedragen is dit gehaald: alleen de afronding op centen maakt het anders.",
            "It passes in exact amounts: only the rounding to cents makes the figure look short.",
        ],
        Remark::CountsAll => [
            "Alle financiering telt mee, ook wat nog is aangevraagd.",
            "All funding counts, what is requested too.",
        ],
        Remark::AsPublished => [
            "in prijzen van het jaar zelf: daarvan is er geen indexcijfer",
            "in prices of its own year, which has no index figure",
        ],
        Remark::IndexEnds => [
            "de index eindigt eerder: het laatste cijfer geldt",
            "the index ends before that: its last figure holds",
        ],
        Remark::CountsCertain => [
            "Alleen toegezegde financiering telt mee, niets wat nog is aangevraagd.",
            "Only certain funding counts, nothing that is only requested.",
        ],
    };
    of(language, words)
}

#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn meaning(language: Language, name: Name) -> &'static str {
    let words = match name {
        Name::Amount => ["bedrag", "amount"],
        Name::Quantity => ["aantal", "quantity"],
        Name::Price => ["prijs", "price"],
        Name::Published => ["prijs zoals gepubliceerd", "price as published"],
        Name::IndexThen => ["indexcijfer van toen", "index figure then"],
        Name::IndexNow => ["indexcijfer van nu", "index figure now"],
        Name::Share => ["deel", "share"],
        Name::Ramp => ["deel van de volle omvang", "share of full volume"],
        Name::Growth => ["groei per jaar", "growth a year"],
        Name::Season => ["aandeel van de maand in het jaar", "the month's part in the year"],
        Name::Weight => ["gewicht", "weight"],
        Name::Weights => ["alle gewichten samen", "all weights together"],
        Name::Index => ["prijspeil; bij de start 1", "price level; 1 at the start"],
        Name::PriceRise => ["prijsstijging per jaar", "rise of prices a year"],
        Name::InterestRate => ["rente per jaar", "interest a year"],
        Name::DiscountRate => ["disconteringsvoet per jaar", "discount a year"],
        Name::Bias => ["opslag of aftrek voor optimisme", "added or taken off for optimism"],
        Name::Months => ["maanden per periode", "months in a period"],
        Name::Followed => {
            ["exact bedrag van de gevolgde post", "exact amount of the entry followed"]
        }
        Name::Units => ["eenheden in de maand", "units in the month"],
        Name::Deadweight => ["zou toch gebeurd zijn", "would have happened anyway"],
        Name::Displacement => ["verplaatsing", "only moves elsewhere"],
        Name::Attribution => ["toerekening aan anderen", "is due to others"],
        Name::Left => ["wat die drie overlaten", "what those three leave"],
        Name::Cashable => ["verzilverbaar", "cashable"],
        Name::Transfer => ["wat een ander niet meer krijgt", "what somebody else no longer gets"],
        Name::Value => ["exacte waarde van de vermeden kosten", "exact value of the avoided cost"],
        Name::Cap => ["maximum per boekjaar", "at most in a case year"],
        Name::Paid => ["eerder in het boekjaar, exact", "earlier in the case year, exactly"],
        Name::Reached => ["eenheden van één leeftijd", "units of one age"],
        Name::DropOff => ["afname per jaar", "drop off a year"],
        Name::From => ["eerste maand", "first month"],
        Name::Until => ["laatste maand", "last month"],
        Name::On => ["maand", "month"],
        Name::Lag => ["maanden later", "months later"],
        Name::Before => ["exact totaal ervoor", "exact total before"],
        Name::Total => ["exact totaal tot dan", "exact total so far"],
        Name::Whole => ["exact over alle maanden", "exactly, over all months"],
        Name::Month => ["exact bedrag", "exact amount"],
        Name::Year => ["", ""],
        Name::Own => ["exact totaal van de post zelf", "exact total of the entry itself"],
        Name::Covered => ["exact totaal van de gedekte kosten", "exact total of the costs covered"],
        Name::Right => [
            "waar recht op is en wat nog niet is geclaimd",
            "what it has a right to and has not claimed",
        ],
        Name::Claim => ["wat wordt geclaimd", "what is claimed"],
        Name::Claimed => ["eerder daarvan geclaimd", "claimed of it before"],
        Name::First => ["gaat voor in deze maand", "claims first in this month"],
        Name::Unclaimed => {
            ["wat nog niemand ervan heeft geclaimd", "what nobody has claimed of it yet"]
        }
        Name::Room => {
            ["in de tijd van de dekking, nog niet opgenomen", "while it was covered, not taken yet"]
        }
        Name::Taken => ["eerder opgenomen", "taken before"],
        Name::Unfaded => ["wat het zou zijn zonder afbouw", "what it would be if it did not fade"],
        Name::Accrual => ["toegerekend", "accrued"],
        Name::Advance => ["deel dat vooruit gaat", "part that goes ahead"],
        Name::Milestone => ["deel van het geheel", "part of all of it"],
        Name::PartsLeft => ["delen die dan nog komen", "parts that are left by then"],
        Name::Kept => ["eerder betaald, exact", "paid before, exactly"],
        Name::Rest => ["rest van het kalenderjaar", "rest of the calendar year"],
        Name::Purchase => ["aankoop", "purchase"],
        Name::Sale => ["opbrengst van de verkoop", "what its sale brings"],
        Name::BookValue => ["boekwaarde", "what it is worth in the books"],
        Name::WrittenOff => ["afgeschreven", "written off"],
        Name::Unsold => ["als het niet was verkocht", "if it were not sold"],
        Name::Part => ["afschrijving van één aankoop", "depreciation of one purchase"],
        Name::Life => ["levensduur in maanden", "life in months"],
        Name::Interest => ["rente", "interest"],
        Name::Balance => ["wat nog openstaat", "what is owed"],
        Name::Term => ["looptijd in maanden", "term in months"],
        Name::Grace => ["aflossingsvrije maanden", "months of grace"],
        Name::Instalments => ["aantal termijnen met aflossing", "number of instalments that repay"],
        Name::Added => ["rente die bij de schuld komt", "interest added to what is owed"],
        Name::Annuity => ["gelijke termijn", "equal payment"],
        Name::Principal => ["aflossing", "principal"],
        Name::Instalment => ["rente en aflossing", "interest and principal"],
        Name::Opening => ["kas aan het begin", "cash before"],
        Name::Receipt => ["ontvangst", "receipt"],
        Name::Payment => ["uitgave", "payment"],
        Name::Closing => ["kas aan het eind", "cash after"],
        Name::Reserved => ["opzijgezet", "set apart"],
        Name::SetApart => ["wat erbij komt", "what is added"],
        Name::Released => ["wat eraf gaat", "what is taken"],
        Name::Others => ["wat andere reserves ervan nemen", "what other reserves take of it"],
        Name::Free => ["kas min wat opzij is gezet", "cash less what is set apart"],
        Name::AtZero => ["telt op het moment van de start", "counts at the start itself"],
        Name::LessAtZero => ["gaat af op het moment van de start", "comes off at the start itself"],
        Name::Entry => ["post", "entry"],
        Name::LessEntry => ["gaat eraf", "comes off"],
        Name::Ratio => ["verhouding", "ratio"],
        Name::Pays => ["wat wordt betaald", "what is paid"],
        Name::Repaid => ["wat wordt terugbetaald", "what is repaid"],
        Name::Saves => ["wat wordt bespaard", "what is saved"],
        Name::Gains => ["maatschappelijke waarde", "social value"],
        Name::Bears => ["lasten", "burdens"],
        Name::Income => ["inkomsten", "income"],
        Name::Cost => ["kosten", "costs"],
        Name::Replacement => {
            ["jaarlijks deel van een nieuwe investering", "a year's share of new investments"]
        }
        Name::Investment => ["investering", "investment"],
        Name::Result => {
            ["resultaat van het laatste jaar voor rente", "last year's result before interest"]
        }
        Name::Owed => ["wat aan het eind openstaat", "what is owed at the end"],
        Name::MinCash => ["ondergrens van de kas", "lowest cash allowed"],
        Name::Service => ["rente en aflossing van het jaar", "the year's interest and principal"],
        Name::Party => ["wat één partij inbrengt", "what one party brings"],
        Name::Figure => ["wat is gemeten", "what is measured"],
        Name::Threshold => ["wat de norm is", "what is asked"],
        Name::Certain => ["alleen toegezegde financiering", "on certain funding"],
        Name::All => ["inclusief aangevraagde financiering", "with all requests granted"],
        Name::InKind => ["in natura", "in kind"],
    };
    of(language, words)
}
