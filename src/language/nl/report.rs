//! Dutch words of the reports.

use crate::calendar::{Month, Rhythm};
use crate::case::{TestId, VerdictKind};
use crate::language::numbers::{self, duration, list, month, percentage};
use crate::language::{
    Column, Counts, Failure, Heading, Language, Measure, Message, Money, Next, Promise, Terms,
};
use crate::money::Cents;
use crate::statements::Group;
use crate::verdict::Figure;
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn message(message: &Message<'_>) -> String {
    match message {
        Message::Closes { case, asks, lowest, month: when, result } => {
            let asks = if *asks { ", ook zonder wat nog is aangevraagd" } else { "" };
            format!(
                "{case} is sluitend{asks}: de kas komt niet onder {} ({}) en het laatste jaar \
                 houdt zonder tijdelijk geld {} over.",
                money(*lowest),
                month(NL, *when),
                money(*result)
            )
        }
        Message::Conditional { case, promises } => conditional(case, promises),
        Message::DoesNotClose { case, asks, failure } => {
            let asks =
                if *asks { ", ook niet als alles wordt toegezegd wat is aangevraagd" } else { "" };
            format!("{case} sluit niet{asks}: {}.", clause(failure))
        }
        Message::Until { promises, failure } => {
            let those = if *promises == 1 { "die toezegging" } else { "die toezeggingen" };
            format!("Zonder {those} sluit het niet: {}.", clause(failure))
        }
        Message::FailsToo(failure) => format!("Ook dit staat in de weg: {}.", clause(failure)),
        Message::Advice(failure) => format!("Aandachtspunt: {}.", clause(failure)),
        Message::WouldNotCloseWithAll(failure) => format!(
            "Let op: wordt ook alles toegezegd wat is aangevraagd, dan sluit het niet meer: {}.",
            clause(failure)
        ),
        Message::NoCases => {
            "hier staat geen case: geen bestand waarvan de naam op .toml eindigt".to_owned()
        }
        Message::Scenario(name) => format!("Scenario: {name}."),
        Message::Changed(arguments) => {
            format!("Voor deze keer veranderd: {}.", arguments.join(", "))
        }
        Message::Scope { from, until, length, currency } => format!(
            "Bekeken over {}, {} tot en met {}. Bedragen in {}.",
            duration(NL, *length),
            month(NL, *from),
            month(NL, *until),
            if *currency == "EUR" { "euro" } else { currency }
        ),
        Message::Expected { expected, met: true } => {
            format!("Het bestand verwacht dit oordeel ook: {}.", verdict(*expected))
        }
        Message::Expected { expected, met: false } => {
            format!("Het bestand verwacht een ander oordeel: {}.", verdict(*expected))
        }
        Message::LeftOut(entries) => {
            format!("Niet meegeteld, want pro memorie: {}.", list(NL, &quoted_all(entries)))
        }
        Message::CertainAndAll => {
            "Onder ‘Zeker’ telt niet mee wat alleen nog is aangevraagd, onder ‘Alles’ wel."
                .to_owned()
        }
        Message::ConditionsAre(1) => "Het sluit zodra dit is toegezegd:".to_owned(),
        Message::ConditionsAre(_) => "Het sluit zodra dit alles is toegezegd:".to_owned(),
        Message::Promise(asked) => promise(asked),
        Message::ConditionsAreIndispensable(1) => {
            "Dat is ook onmisbaar: zonder sluit het niet, wat er verder ook wordt toegezegd."
                .to_owned()
        }
        Message::ConditionsAreIndispensable(_) => {
            "Die zijn ook elk onmisbaar: ontbreekt er één, dan sluit het niet, wat er verder ook \
             wordt toegezegd."
                .to_owned()
        }
        Message::IndispensableAre(1) => {
            "Onmisbaar, wat er verder ook wordt toegezegd, is:".to_owned()
        }
        Message::IndispensableAre(_) => {
            "Onmisbaar, wat er verder ook wordt toegezegd, zijn:".to_owned()
        }
        Message::NothingIndispensable => {
            "Geen enkele aanvraag is op zichzelf onmisbaar: valt er één af, dan sluit het met alle \
             andere samen."
                .to_owned()
        }
        Message::PartiesMean { asks } => {
            let asks = if *asks { ", met alles wat is aangevraagd" } else { "" };
            format!(
                "Contante waarde over de hele periode{asks}. Wat een partij bespaart is geen geld \
                 van het initiatief zolang zij er niet voor betaalt. Per saldo is wat zij \
                 bespaart, krijgt en terugkrijgt, min wat zij betaalt en aan extra lasten heeft. \
                 Terug / betaald rekent met wat zij terugkrijgt en kan verzilveren."
            )
        }
        Message::WrongPocket { party, saves, cashable } => format!(
            "Verkeerde portemonnee: {party} bespaart {}, waarvan {} verzilverbaar, en betaalt \
             niets.",
            money(*saves),
            money(*cashable)
        ),
        Message::ProMemorie { group, entry, party } => {
            let party = party.map(|party| format!(", {party}")).unwrap_or_default();
            format!("{} ({}{party})", quoted(entry), self::group(*group))
        }
        Message::PaidBackInYear(year) => format!("in jaar {year}"),
        Message::NotPaidBack(length) => format!("niet binnen {}", duration(NL, *length)),
        Message::Next(next) => self::next(*next),
        Message::Verdict(kind) => in_a_word(*kind).to_owned(),
        Message::Problems(1) => "1 fout".to_owned(),
        Message::Problems(count) => format!("{} fouten", numbers::count(NL, *count)),
        Message::Counts(counts) => self::counts(*counts),
        Message::Heading(heading) => self::heading(*heading).to_owned(),
        Message::Column(column) => self::column(*column).to_owned(),
        Message::Test(test) => self::test(*test).to_owned(),
        Message::Tests { required: true } => "Vereist".to_owned(),
        Message::Tests { required: false } => "Advies".to_owned(),
        Message::InMonth => "in de maand".to_owned(),
        Message::BelowFrom => "te laag vanaf".to_owned(),
        Message::Passes(true) => "ja".to_owned(),
        Message::Passes(false) => "nee".to_owned(),
        Message::NotApplicable => "n.v.t.".to_owned(),
        Message::Measure(measure) => self::measure(*measure).to_owned(),
        Message::MeasureMeans(measure) => means(*measure).to_owned(),
        Message::Show(show) => super::show::show(show),
        Message::Sensitivity(said) => super::sensitivity::sensitivity(said),
        Message::Simulate(simulate) => super::simulate::simulate(simulate),
        Message::Close(close) => super::close::close(close),
        Message::Compare(compare) => super::compare::compare(compare),
        Message::Stress(stress) => super::stress::stress(stress),
        Message::Explain(explain) => super::explain::explain(explain),
        Message::Fund(say) => super::fund::fund(say),
        Message::Total => "Totaal".to_owned(),
    }
}

/// An amount with its currency.
pub(super) fn money(money: Money<'_>) -> String {
    numbers::money(NL, money.amount, money.currency)
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}

fn quoted_all(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| quoted(name)).collect()
}

fn conditional(case: &str, promises: &[Promise<'_>]) -> String {
    let asked: Vec<_> = promises.iter().map(brief).collect();
    let are = if asked.len() == 1 { "is" } else { "zijn" };
    format!("{case} sluit onder voorwaarde: pas als {} {are} toegezegd.", list(NL, &asked))
}

/// A promise within a sentence.
fn brief(promise: &Promise<'_>) -> String {
    let terms = terms(promise);
    match promise.party {
        Some(party) => format!("{} ({party}, {terms})", quoted(promise.entry)),
        None => format!("{} ({terms})", quoted(promise.entry)),
    }
}

/// A promise on a line of its own.
fn promise(promise: &Promise<'_>) -> String {
    let terms = terms(promise);
    match promise.party {
        Some(party) => format!("{} van {party}: {terms}", quoted(promise.entry)),
        None => format!("{}: {terms}", quoted(promise.entry)),
    }
}

fn terms(promise: &Promise<'_>) -> String {
    let price = |amount: Decimal| numbers::price(NL, amount, promise.currency);
    let of = |name: Option<&str>| name.map_or("iets dat uit staat".to_owned(), quoted);
    match &promise.terms {
        Terms::Each { amount, per, until } => {
            format!("{} {}{}", price(*amount), self::per(*per), ends(*until))
        }
        Terms::ByYear { amounts, per, until } => {
            let amounts: Vec<_> = amounts.iter().map(|amount| price(*amount)).collect();
            let amounts = amounts.join(", dan ");
            format!("{amounts} {}{}", self::per(*per), ends(*until))
        }
        Terms::Units { quantity, price: each, per } => {
            format!("{} {} tegen {}", numbers::number(NL, *quantity), self::per(*per), price(*each))
        }
        Terms::Once { amount, on } => format!("{} in {}", price(*amount), month(NL, *on)),
        Terms::UnitsOnce { quantity, price: each, on } => format!(
            "{} tegen {} in {}",
            numbers::number(NL, *quantity),
            price(*each),
            month(NL, *on)
        ),
        Terms::ShareOf { share, of: other } => {
            format!("{} van {}", percentage(NL, *share), of(*other))
        }
        Terms::PriceOf { price: each, of: other } => {
            format!("{} per eenheid van {}", price(*each), of(*other))
        }
        Terms::Outcome { share, of: other, cap } => {
            let cap = cap.map(|cap| format!(", hoogstens {} per jaar", price(cap)));
            format!(
                "{} van wat {} verzilverbaar bespaart{}",
                percentage(NL, *share),
                of(*other),
                cap.unwrap_or_default()
            )
        }
        Terms::Loan { amount, interest, term } => format!(
            "lening van {} tegen {} rente, looptijd {}",
            price(*amount),
            rates(interest),
            duration(NL, *term)
        ),
    }
}

fn rates(interest: &[Decimal]) -> String {
    let rates: Vec<_> = interest.iter().map(|&rate| percentage(NL, rate)).collect();
    rates.join(", daarna ")
}

fn ends(until: Option<Month>) -> String {
    until.map(|until| format!(" tot en met {}", month(NL, until))).unwrap_or_default()
}

fn per(per: Rhythm) -> &'static str {
    match per {
        Rhythm::Monthly => "per maand",
        Rhythm::Quarterly => "per kwartaal",
        Rhythm::Yearly => "per jaar",
    }
}

/// What goes wrong, as a part of a sentence.
fn clause(failure: &Failure<'_>) -> String {
    let (figure, threshold) = failure.figures(NL);
    let at = failure.finding.month.map(|at| month(NL, at)).unwrap_or_default();
    let one = numbers::price(NL, Decimal::ONE, failure.currency);
    match failure.test {
        TestId::Liquidity => liquidity(failure, &figure, &threshold, &at),
        TestId::Structural => {
            format!("zonder tijdelijk geld komt het laatste jaar {} tekort", short(failure))
        }
        TestId::Repayment => format!(
            "wat aan het eind van de periode nog is geleend, kan niet worden afgelost: in {at} \
             ontbreekt {}",
            short(failure)
        ),
        TestId::Dscr if nothing(failure) => {
            "in het slechtste jaar is er niets voor rente en aflossing".to_owned()
        }
        TestId::Dscr => format!(
            "in het slechtste jaar is er {figure} keer het geld voor rente en aflossing, waar \
             minstens {threshold} keer de norm is"
        ),
        TestId::Dependence => format!(
            "één partij brengt in het laatste jaar {figure} van de inkomsten in, waar hoogstens \
             {threshold} de norm is"
        ),
        TestId::Payers => format!(
            "een partij die betaalt en bespaart krijgt maar {figure} terug voor elke {one} \
             die zij betaalt"
        ),
        TestId::PublicReturn => format!(
            "publieke partijen krijgen {figure} terug voor elke {one} die zij betalen, waar minstens \
             {threshold} de norm is"
        ),
        TestId::SocialReturn => format!(
            "de samenleving krijgt {figure} terug voor elke {one} die erin gaat, waar minstens \
             {threshold} de norm is"
        ),
    }
}

fn liquidity(failure: &Failure<'_>, figure: &str, threshold: &str, at: &str) -> String {
    let first = failure.finding.below_from.map(|from| month(NL, from)).unwrap_or_default();
    if failure.threshold == Figure::Money(Cents::ZERO) {
        let lowest = short(failure);
        if first == at {
            format!("in {first} komt de kas onder nul en ontbreekt {lowest}")
        } else {
            format!("vanaf {first} is de kas leeg, en in {at} ontbreekt {lowest}")
        }
    } else {
        format!(
            "vanaf {first} staat er minder in kas dan de ondergrens van {threshold}; het minst in \
             {at}: {figure}"
        )
    }
}

/// Whether the figure is not even above zero.
fn nothing(failure: &Failure<'_>) -> bool {
    matches!(failure.finding.figure, Figure::Ratio(ratio) if !ratio.is_above_zero())
}

/// What is missing, without its sign.
fn short(failure: &Failure<'_>) -> String {
    match failure.finding.figure {
        Figure::Money(amount) => numbers::size(NL, amount, failure.currency),
        Figure::Ratio(_) => failure.figures(NL).0,
    }
}

/// A verdict in words.
pub(super) fn verdict(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Closes => "sluitend",
        VerdictKind::Conditional => "sluit onder voorwaarde",
        VerdictKind::DoesNotClose => "sluit niet",
    }
}

fn in_a_word(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Closes => "ja",
        VerdictKind::Conditional => "ja, mits",
        VerdictKind::DoesNotClose => "nee",
    }
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Cost => "kosten",
        Group::Funding => "financiering",
        Group::Avoided => "vermeden kosten",
        Group::Value => "maatschappelijke waarde",
        Group::Burden => "lasten voor anderen",
    }
}

fn next(next: Next) -> String {
    match next {
        Next::GetPromises { promises } => format!(
            "Laat de {} hierboven vastleggen en zet er dan status = \"committed\" bij in het \
             bestand.",
            if promises == 1 { "toezegging" } else { "toezeggingen" }
        ),
        Next::WhatWouldClose => {
            "Wat het sluitend zou maken, en wie daarvoor te vragen is:".to_owned()
        }
        Next::WithoutPromises => "Wat het ook zonder sluitend zou maken:".to_owned(),
        Next::WhereItGoesWrong => "Waar het misgaat, maand voor maand:".to_owned(),
        Next::AllTables => "Alle tabellen voor een bank of gemeente:".to_owned(),
    }
}

fn counts(counts: Counts) -> String {
    let Counts { files, close, conditional, do_not_close, wrong, unexpected } = counts;
    let number = |count| numbers::count(NL, count);
    let mut parts = vec![format!("{} sluitend", number(close))];
    parts.push(format!("{} onder voorwaarde", number(conditional)));
    parts.push(format!("{} niet sluitend", number(do_not_close)));
    if wrong > 0 {
        parts.push(format!("{} met fouten", number(wrong)));
    }
    let files =
        if files == 1 { "1 bestand".to_owned() } else { format!("{} bestanden", number(files)) };
    let unexpected = match unexpected {
        0 => String::new(),
        count => format!(" Anders dan verwacht: {}.", number(count)),
    };
    format!("{files}: {}.{unexpected}", list(NL, &parts))
}

fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Tests => "Waarom",
        Heading::Conditions => "Voorwaarden",
        Heading::Cash => "Kas per jaar",
        Heading::CashOnCertain => "Kas per jaar: zeker geld",
        Heading::CashOnAll => "Kas per jaar: met alles wat is aangevraagd",
        Heading::Parties => "Wie betaalt en wie profiteert",
        Heading::Measures => "Wat het oplevert",
        Heading::NotCounted => "Niet meegeteld (pro memorie)",
        Heading::Next => "Hoe verder",
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Test => "Toets",
        Column::Threshold => "Norm",
        Column::OnCertain => "Zeker",
        Column::OnAll => "Alles",
        Column::Passes => "Gehaald",
        Column::Year => "Jaar",
        Column::Opening => "Begin",
        Column::Receipts => "Ontvangsten",
        Column::Payments => "Uitgaven",
        Column::Closing => "Eind",
        Column::Lowest => "Laagste stand",
        Column::Party => "Partij",
        Column::Pays => "Betaalt",
        Column::Repaid => "Krijgt terug",
        Column::Saves => "Bespaart",
        Column::Cashable => "Waarvan verzilverbaar",
        Column::Gains => "Andere baten",
        Column::Bears => "Extra lasten",
        Column::Net => "Per saldo",
        Column::Ratio => "Terug /\u{a0}betaald",
        Column::Measure => "Maat",
        Column::Figure | Column::Value => "Uitkomst",
        Column::Meaning => "Wat dat zegt",
        Column::Case => "Businesscase",
        Column::Verdict => "Sluitend",
        Column::Month => "In",
        Column::Result => "Laatste jaar",
        Column::Expected => "Verwacht",
    }
}

/// What a test measures.
pub(super) fn test(test: TestId) -> &'static str {
    match test {
        TestId::Liquidity => "Laagste kassaldo",
        TestId::Structural => "Resultaat laatste jaar zonder tijdelijk geld",
        TestId::Repayment => "Krapste kas bij aflossen na de periode",
        TestId::Dscr => "Dekking van rente en aflossing (DSCR), slechtste jaar",
        TestId::Dependence => "Grootste aandeel van één partij in de inkomsten",
        TestId::Payers => "Slechtste verhouding terug / betaald",
        TestId::PublicReturn => "Publiek rendement",
        TestId::SocialReturn => "Maatschappelijk rendement",
    }
}

fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Npv => "Netto contante waarde",
        Measure::SocialBalance => "Maatschappelijk saldo",
        Measure::PublicReturn => "Publiek rendement",
        Measure::SocialReturn => "Maatschappelijk rendement",
        Measure::PublicPayback => "Publiek geld terug",
    }
}

fn means(measure: Measure) -> &'static str {
    match measure {
        Measure::Npv => {
            "Wat het initiatief ontvangt min wat het uitgeeft, in geld van nu; leningen en eigen \
             kapitaal tellen niet mee."
        }
        Measure::SocialBalance => {
            "Vermeden kosten en maatschappelijke waarde min alles wat erin gaat, ook uren zonder \
             betaling en lasten voor anderen."
        }
        Measure::PublicReturn => {
            "Hoeveel keer publieke partijen uit hun begroting kunnen halen wat zij netto betalen."
        }
        Measure::SocialReturn => "Hoeveel keer de samenleving terugkrijgt wat erin gaat.",
        Measure::PublicPayback => {
            "Wanneer de verzilverbare besparingen van publieke partijen hebben goedgemaakt wat \
             zij betaalden."
        }
    }
}
