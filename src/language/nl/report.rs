//! Dutch words of the reports.

use super::{money, through};
use crate::calendar::Horizon;
use crate::case::TestId;
use crate::language::numbers::{self, duration, list, month, percentage};
use crate::language::word::{self, test, verdict};
use crate::language::{
    Counts, Failure, Flatters, Language, Message, Next, Owed, Promise, Span, Spare, Terms, Watching,
};
use crate::money::Cents;
use crate::verdict::Figure;
use rust_decimal::Decimal;

const NL: Language = Language::Nl;

/// The words of a message.
#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn message(message: &Message<'_>) -> String {
    match message {
        Message::Closes { case, aside: left, asks, apart, lowest, month: when, spare } => {
            let asks = if *asks { ", ook zonder wat nog is aangevraagd" } else { "" };
            let apart = if *apart { ", zonder wat opzij is gezet," } else { "" };
            let closing = closing(matches!(spare, Spare::UntilSettled { .. }));
            format!(
                "De businesscase van {case} is {closing}{asks}{}: de kas{apart} komt niet onder {} ({}) \
                 en {}.",
                aside(left),
                money(*lowest),
                month(NL, *when),
                self::spare(spare)
            )
        }
        Message::Conditional { case, aside, promises, ends } => {
            conditional(case, aside, promises, *ends)
        }
        Message::DoesNotClose { case, aside: left, asks, failure } => {
            let asks =
                if *asks { ", ook niet als alles wat is aangevraagd wordt toegezegd" } else { "" };
            let (closing, aside) = (closing(failure.ends), aside(left));
            format!(
                "De businesscase van {case} is niet {closing}{asks}{aside}: {}.",
                clause(failure)
            )
        }
        Message::Until { promises, failure } => {
            let those = if *promises == 1 { "die toezegging" } else { "die toezeggingen" };
            let closing = closing(failure.ends);
            format!("Zonder {those} is de businesscase niet {closing}: {}.", clause(failure))
        }
        Message::FailsToo(failure) => {
            format!("Ook hierdoor is de businesscase niet sluitend: {}.", clause(failure))
        }
        Message::Advice(failure) => format!("Aandachtspunt: {}.", clause(failure)),
        Message::WouldNotCloseWithAll(failure) => format!(
            "Let op: wordt ook alles toegezegd wat is aangevraagd, dan is de businesscase niet \
             meer sluitend: {}.",
            clause(failure)
        ),
        Message::MeantCheck { file, command } => {
            format!("`{file}` is geen opdracht; bedoelt u `{command}`?")
        }
        Message::NothingBeneath { command } => {
            format!("`{command}` leest geen bestand: `--scenario` en `--set` wijzigen dus niets")
        }
        Message::OneFormat { command } => format!("`{command}` kent geen `--format`"),
        Message::NothingListed => {
            "in de lijst die `--files-from` leest staat geen bestand".to_owned()
        }
        Message::OnlyOfCheck { format } => {
            format!("`--format {format}` kan alleen bij `check`")
        }
        Message::MoreAbove(more) => format!("en nog {more}, hierboven vermeld"),
        Message::NoCases => {
            "hier staat geen businesscase: geen .toml-bestand dat een businesscase of fonds is"
                .to_owned()
        }
        Message::LinkOutside => "een koppeling naar een bestand buiten deze map en haar \
             repository; met `--allow-outside` wordt het gelezen"
            .to_owned(),
        Message::PassedBy { files, folders } => passed_by(files, *folders),
        Message::Scenario(name) => format!("Scenario: {name}."),
        Message::Changed(arguments) => {
            format!("Voor deze doorrekening gewijzigd: {}.", arguments.join(", "))
        }
        Message::Scope { from, until, length, currency } => format!(
            "Doorgerekend over {}, van {} tot en met {}. Bedragen in {}.",
            duration(NL, *length),
            month(NL, *from),
            month(NL, *until),
            if *currency == "EUR" { "euro" } else { currency }
        ),
        Message::Expected { expected, met: true } => {
            format!("Dit oordeel is zoals het bestand verwacht: {}.", verdict(NL, *expected))
        }
        Message::Expected { expected, met: false } => {
            format!("Het bestand verwacht een ander oordeel: {}.", verdict(NL, *expected))
        }
        Message::LeftOut(entries) => {
            format!("Niet meegeteld, want pro memorie: {}.", list(NL, &quoted_all(entries)))
        }
        Message::CertainAndAll => {
            "Onder ‘Zeker’ telt alleen toegezegde financiering mee, onder ‘Alles’ ook wat nog is \
             aangevraagd."
                .to_owned()
        }
        Message::ConditionsAre(1) => {
            "De businesscase is sluitend zodra dit is toegezegd:".to_owned()
        }
        Message::ConditionsAre(_) => {
            "De businesscase is sluitend zodra dit alles is toegezegd:".to_owned()
        }
        Message::Promise(asked) => promise(asked),
        Message::ConditionsAreIndispensable(1) => {
            "Deze toezegging is ook onmisbaar: zonder is de businesscase niet sluitend, wat er \
             verder ook wordt toegezegd."
                .to_owned()
        }
        Message::ConditionsAreIndispensable(_) => {
            "Elk van deze toezeggingen is ook onmisbaar: ontbreekt er één, dan is de businesscase \
             niet sluitend, wat er verder ook wordt toegezegd."
                .to_owned()
        }
        Message::IndispensableAre(1) => {
            "Onmisbaar, wat er verder ook wordt toegezegd, is:".to_owned()
        }
        Message::IndispensableAre(_) => {
            "Onmisbaar, wat er verder ook wordt toegezegd, zijn:".to_owned()
        }
        Message::NothingIndispensable => {
            "Geen enkele aanvraag is op zichzelf onmisbaar: valt er één af, dan is de \
             businesscase met alle andere samen nog sluitend."
                .to_owned()
        }
        Message::PartiesMean { asks } => {
            let asks = if *asks { ", inclusief aangevraagde financiering" } else { "" };
            format!(
                "Contante waarde over de hele periode{asks}. Wat een partij bespaart, is geen \
                 geld van het initiatief zolang zij er niet voor betaalt. Per saldo is wat zij \
                 bespaart, terugkrijgt en aan andere baten heeft, min wat zij betaalt en aan \
                 extra lasten heeft. De terugverdienratio is wat zij terugkrijgt en kan \
                 verzilveren, gedeeld door wat zij betaalt."
            )
        }
        Message::WrongPocket { party, saves, cashable, during } => format!(
            "Verkeerde portemonnee: {party} bespaart {} {}, waarvan {} verzilverbaar, en betaalt \
             daar niets voor.",
            through(*during),
            money(*saves),
            money(*cashable)
        ),
        Message::ProMemorie { group, entry, party } => {
            let party = party.map(|party| format!(", {party}")).unwrap_or_default();
            format!("{} ({}{party})", quoted(entry), word::report::group(NL, *group))
        }
        Message::PaidBackIn(year) => format!("in {year}"),
        Message::NotPaidBack(last) => format!("niet t/m {}", numbers::short_month(NL, *last)),
        Message::CannotBeTyped => {
            "Er staat hier geen opdracht: een naam daarin bevat tekens die niet te typen zijn."
                .to_owned()
        }
        Message::Next(next) => self::next(*next),
        Message::Verdict(kind) => word::report::in_a_word(NL, *kind).to_owned(),
        Message::Problems(1) => "1 fout".to_owned(),
        Message::Problems(count) => format!("{} fouten", numbers::count(NL, *count)),
        Message::Counts(counts) => self::counts(*counts),
        Message::Heading(heading) => word::report::heading(NL, *heading).to_owned(),
        Message::Column(column) => word::report::column(NL, *column).to_owned(),
        Message::Test(id) => test(NL, *id).to_owned(),
        Message::Tests { required: true } => "Vereist".to_owned(),
        Message::Tests { required: false } => "Advies".to_owned(),
        Message::InMonth => "in de maand".to_owned(),
        Message::Flatters(unsaid) => flatters(unsaid),
        Message::CountsAfter => "besparingen na".to_owned(),
        Message::BelowFrom => "te laag vanaf".to_owned(),
        Message::OnlyRounding => "gehaald op exacte bedragen".to_owned(),
        Message::Rounding => "alleen afronding".to_owned(),
        Message::Passes(true) => "ja".to_owned(),
        Message::Passes(false) => "nee".to_owned(),
        Message::NotApplicable => "n.v.t.".to_owned(),
        Message::Measure(measure) => word::report::measure(NL, *measure).to_owned(),
        Message::MeasureMeans(measure) => word::report::means(NL, *measure).to_owned(),
        Message::Show(show) => super::show::show(show),
        Message::Sensitivity(said) => super::sensitivity::sensitivity(said),
        Message::Prices(said) => super::prices::prices(*said),
        Message::Sources(said) => super::sources::sources(*said),
        Message::Simulate(simulate) => super::simulate::simulate(simulate),
        Message::Close(close) => super::close::close(close),
        Message::Compare(compare) => super::compare::compare(compare),
        Message::Stress(stress) => super::stress::stress(stress),
        Message::Explain(explain) => super::explain::explain(explain),
        Message::Fund(say) => super::fund::fund(say),
        Message::Portfolio(say) => super::portfolio::portfolio(say),
        Message::Page(say) => super::page::page(say),
        Message::New(say) => super::new::new(say),
        Message::Watching(say) => watching(*say),
        Message::Total => "Totaal".to_owned(),
    }
}

fn quoted(name: &str) -> String {
    format!("“{name}”")
}

fn quoted_all(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| quoted(name)).collect()
}

/// What a verdict leaves aside.
fn aside(costs: &[&str]) -> String {
    if costs.is_empty() {
        return String::new();
    }
    let cost = if costs.len() == 1 { "gaat kosten" } else { "gaan kosten" };
    format!(", nog afgezien van wat {} {cost}", list(NL, &quoted_all(costs)))
}

/// What the file leaves to defaults that flatter.
fn flatters(unsaid: &Flatters<'_>) -> String {
    let words = [
        [
            "vermeden kostenpost zonder `deadweight`",
            "vermeden kostenposten zonder `deadweight`",
            "dus 0%",
        ],
        [
            "vermeden kostenpost zonder `cashable`",
            "vermeden kostenposten zonder `cashable`",
            "dus 100%",
        ],
        [
            "betalende partij zonder `public`",
            "betalende partijen zonder `public`",
            "dus geen publiek geld",
        ],
    ];
    let all = unsaid.counted(NL, words);
    format!("Overgelaten aan een standaardwaarde die gunstig uitvalt: {}.", list(NL, &all))
}

/// What a case is that closes.
fn closing(ends: bool) -> &'static str {
    if ends { "gedekt tot het einde" } else { "sluitend" }
}

/// What there is to spare at the end.
fn spare(spare: &Spare<'_>) -> String {
    match spare {
        Spare::InLastYear { year, result } => {
            let result = money(*result);
            format!(
                "in het laatste jaar, {year}, blijft zonder tijdelijke financiering {result} over"
            )
        }
        Spare::UntilSettled { last, lowest } => format!(
            "van {} tot alles is afgewikkeld, blijft er minstens {} over",
            month(NL, *last),
            money(*lowest)
        ),
    }
}

fn conditional(case: &str, left: &[&str], promises: &[Promise<'_>], ends: bool) -> String {
    let asked: Vec<_> = promises.iter().map(brief).collect();
    let are = if asked.len() == 1 { "wordt" } else { "worden" };
    format!(
        "De businesscase van {case} is {} op voorwaarde dat {} {are} toegezegd{}.",
        closing(ends),
        list(NL, &asked),
        aside(left)
    )
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
    let of = |names: &[&str]| match names {
        [] => "een uitgeschakelde post".to_owned(),
        names => list(NL, &quoted_all(names)),
    };
    match &promise.terms {
        Terms::Each { amount, per, span } => {
            format!("{} {} {}", price(*amount), word::report::per(NL, *per), when(*span))
        }
        Terms::ByYear { amounts, per, span } => {
            let amounts: Vec<_> = amounts.iter().map(|amount| price(*amount)).collect();
            let amounts = amounts.join(", dan ");
            format!("{amounts} {} {}", word::report::per(NL, *per), when(*span))
        }
        Terms::Dated { amounts } => {
            let amounts: Vec<_> = amounts
                .iter()
                .map(|(amount, on)| format!("{} in {}", price(*amount), month(NL, *on)))
                .collect();
            amounts.join(", ")
        }
        Terms::UnitsByYear { quantity, prices, per, span } => {
            let prices: Vec<_> = prices.iter().map(|each| price(*each)).collect();
            format!(
                "{} {} tegen {} {}",
                numbers::number(NL, *quantity),
                word::report::per(NL, *per),
                prices.join(", dan "),
                when(*span)
            )
        }
        Terms::Units { quantity, price: each, per, span } => format!(
            "{} {} tegen {} {}",
            numbers::number(NL, *quantity),
            word::report::per(NL, *per),
            price(*each),
            when(*span)
        ),
        Terms::Once { amount, on } => format!("{} in {}", price(*amount), month(NL, *on)),
        Terms::UnitsOnce { quantity, price: each, on } => format!(
            "{} tegen {} in {}",
            numbers::number(NL, *quantity),
            price(*each),
            month(NL, *on)
        ),
        Terms::ShareOf { share, of: other } => {
            format!("{} van {}", percentage(NL, *share), of(other))
        }
        Terms::PriceOf { price: each, of: other } => {
            format!("{} per eenheid van {}", price(*each), of(other))
        }
        Terms::Outcome { saved, share, of: other, cap, span } => {
            let cap = cap.map(|cap| format!(", maximaal {} per jaar", price(cap)));
            format!(
                "{} van de {} {} {}{}",
                percentage(NL, *share),
                if *saved { "verzilverbare besparing" } else { "waarde" },
                of(other.as_slice()),
                when(*span),
                cap.unwrap_or_default()
            )
        }
        Terms::Loan { amount, on, interest, term } => format!(
            "lening van {} in {} tegen {} rente, looptijd {}",
            price(*amount),
            month(NL, *on),
            rates(interest),
            duration(NL, *term)
        ),
    }
}

fn rates(interest: &[Decimal]) -> String {
    let rates: Vec<_> = interest.iter().map(|&rate| percentage(NL, rate)).collect();
    rates.join(", daarna ")
}

fn when(span: Span) -> String {
    let until = span.until.map(|until| format!(" tot en met {}", month(NL, until)));
    format!("vanaf {}{}", month(NL, span.from), until.unwrap_or_default())
}

/// What goes wrong, as a part of a sentence.
fn clause(failure: &Failure<'_>) -> String {
    let (figure, threshold) = failure.figures(NL);
    let at = failure.finding.month.map(|at| month(NL, at)).unwrap_or_default();
    let one = numbers::price(NL, Decimal::ONE, failure.currency);
    let (year, parties) = (failure.year(), list(NL, &failure.parties));
    let through = format!("contante waarde {}", through(failure.during));
    match failure.test {
        TestId::Liquidity => liquidity(failure, &figure, &threshold, &at),
        TestId::Structural => {
            format!(
                "zonder tijdelijke financiering is het tekort in het laatste jaar, {year}, {}",
                short(failure)
            )
        }
        TestId::Repayment if failure.ends => format!(
            "wat na {} nog moet worden afgewikkeld, kan niet worden betaald: in {at} is het \
             tekort {}",
            month(NL, failure.during.last()),
            short(failure)
        ),
        TestId::Repayment => format!(
            "wat eind {} nog openstaat van {}, kan niet worden afgelost: in {at} is het tekort {}",
            month(NL, failure.during.last()),
            list(NL, &failure.owed.iter().map(owed).collect::<Vec<_>>()),
            short(failure)
        ),
        TestId::Dscr if nothing(failure) => {
            format!("in {year}, het slechtste jaar, blijft er niets over voor rente en aflossing")
        }
        TestId::Dscr => format!(
            "in {year}, het slechtste jaar, is de dekking van rente en aflossing {figure}; de \
             norm is minimaal {threshold}"
        ),
        TestId::Dependence => format!(
            "{parties} levert in het laatste jaar, {year}, alleen al {figure} van de \
             inkomsten; de norm is maximaal {threshold}"
        ),
        TestId::Payers if failure.finding.party.is_none() => {
            nobody_saves(&failure.parties, failure.during)
        }
        TestId::Payers => format!(
            "{parties} betaalt en bespaart, maar krijgt voor elke betaalde {one} slechts {figure} \
             terug ({through})"
        ),
        TestId::PublicReturn => format!(
            "publieke partijen{} krijgen voor elke {one} die zij betalen {figure} terug; de norm \
             is minimaal {threshold} ({through})",
            in_brackets(&parties)
        ),
        TestId::SocialReturn => format!(
            "de samenleving krijgt voor elke {one} die zij inzet {figure} terug; de norm is \
             minimaal {threshold} ({through})"
        ),
    }
}

/// That no party saves anything, and who pays all the same.
fn nobody_saves(payers: &[&str], during: Horizon) -> String {
    let nothing = format!("{} bespaart geen enkele partij iets", through(during));
    match payers {
        [] => nothing,
        [one] => format!("{nothing}; {one} betaalt wel"),
        several => format!("{nothing}; {} betalen wel", list(NL, several)),
    }
}

fn in_brackets(names: &str) -> String {
    if names.is_empty() { String::new() } else { format!(" ({names})") }
}

/// A loan and who lent it.
fn owed(owed: &Owed<'_>) -> String {
    format!("{}{}", quoted(owed.loan), in_brackets(owed.lender.unwrap_or_default()))
}

fn liquidity(failure: &Failure<'_>, figure: &str, threshold: &str, at: &str) -> String {
    let first = failure.finding.below_from.map(|from| month(NL, from)).unwrap_or_default();
    if failure.threshold == Figure::Money(Cents::ZERO) {
        let lowest = short(failure);
        if failure.apart && first == at {
            format!("in {first} zit er minder in de kas dan opzij is gezet: het tekort is {lowest}")
        } else if failure.apart {
            format!(
                "vanaf {first} zit er minder in de kas dan opzij is gezet, en in {at} is het tekort \
                 {lowest}"
            )
        } else if first == at {
            format!("in {first} komt de kas onder nul en is het tekort {lowest}")
        } else {
            format!("vanaf {first} is de kas leeg, en in {at} is het tekort {lowest}")
        }
    } else {
        let apart = if failure.apart { ", zonder wat opzij is gezet," } else { "" };
        format!(
            "vanaf {first} is het kassaldo{apart} lager dan de ondergrens van {threshold}; het laagst is \
             het in {at}: {figure}"
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

fn next(next: Next) -> String {
    match next {
        Next::GetPromises { promises } => format!(
            "Laat de {} hierboven schriftelijk vastleggen en zet er daarna in het bestand status \
             = \"committed\" bij.",
            if promises == 1 { "toezegging" } else { "toezeggingen" }
        ),
        Next::WhatWouldClose => {
            "Wat de businesscase sluitend zou maken, en wie u daarvoor kunt vragen:".to_owned()
        }
        Next::WithoutPromises => {
            "Wat de businesscase ook zonder toezegging sluitend zou maken:".to_owned()
        }
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

/// What in folders is no case; of many files the first three are named.
fn passed_by(files: &[String], folders: usize) -> String {
    let named: Vec<_> = files.iter().take(3).map(|file| format!("`{file}`")).collect();
    let more = if files.len() > named.len() { " en andere" } else { "" };
    let named = named.join(", ");
    let files = match files.len() {
        0 => None,
        1 => Some(format!("een bestand dat geen businesscase is of dat git negeert ({named})")),
        count => Some(format!(
            "{count} bestanden die geen businesscase zijn of die git negeert ({named}{more})"
        )),
    };
    let folders = match folders {
        0 => None,
        1 => Some("een map (verborgen, door programma's gemaakt of door git genegeerd)".to_owned()),
        count => Some(format!(
            "{count} mappen (verborgen, door programma's gemaakt of door git genegeerd)"
        )),
    };
    let all: Vec<_> = files.into_iter().chain(folders).collect();
    format!("overgeslagen: {}", all.join(", en "))
}

fn watching(say: Watching) -> String {
    match say {
        Watching::Input => "standaardinvoer is niet te volgen: noem een bestand".to_owned(),
        Watching::Files(1) => "Wacht tot 1 bestand of map verandert; Ctrl-C stopt.".to_owned(),
        Watching::Files(files) => {
            format!("Wacht tot een van {files} bestanden en mappen verandert; Ctrl-C stopt.")
        }
    }
}
