//! Dutch words of a report on paper.

use crate::case::VerdictKind;
use crate::language::numbers::{self, list, month, percentage};
use crate::language::{
    ChairSay, Chapter, ChartSay, Flow, Held, Kind, Language, Message, Money, Page, Rests, Stress,
    Stride,
};
use crate::money::Cents;
use crate::statements::Counted;

const NL: Language = Language::Nl;

/// The words of a message.
#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
pub fn page(page: &Page<'_>) -> String {
    match page {
        Page::Title(case) => format!("Businesscase {case}"),
        Page::Draft => "Concept".to_owned(),
        Page::Dated { day, month: of } => format!("{day} {}", month(NL, *of)),
        Page::ForAll(Kind::Case) => "Voor iedereen die over dit initiatief meebeslist".to_owned(),
        Page::ForAll(Kind::Fund) => "Voor iedereen die over dit fonds meebeslist".to_owned(),
        Page::For(party) => format!("Voor {party}"),
        Page::Contents => "In dit rapport".to_owned(),
        Page::Head(chapter) => head(*chapter).to_owned(),
        Page::About(chapter) => about(*chapter).to_owned(),
        Page::Decide => "Wat besloten moet worden:".to_owned(),
        Page::NothingToDecide => {
            "Er is geen toezegging meer nodig: de businesscase is sluitend met wat zeker is."
                .to_owned()
        }
        Page::DecideWhether => {
            "Of het anders kan: ook als alles wat is aangevraagd wordt toegezegd, is de \
             businesscase niet sluitend."
                .to_owned()
        }
        Page::On { figure, counted } => format!("{figure}, {}", on(*counted)),
        Page::InMonth(of) => format!("In {}.", month(NL, *of)),
        Page::ResultMeans => {
            "Wat de laatste twaalf maanden overblijft als de tijdelijke financiering is gestopt."
                .to_owned()
        }
        Page::Counts(Counted::All) => {
            "Alle financiering telt hier mee, ook wat alleen is aangevraagd: daar staat \
             (aangevraagd) bij."
                .to_owned()
        }
        Page::Counts(Counted::Certain) => {
            "Alleen toegezegde financiering telt hier mee; wat alleen is aangevraagd, is \
             weggelaten."
                .to_owned()
        }
        Page::NothingRequested => {
            "Alle financiering telt hier mee; niets daarvan is alleen aangevraagd.".to_owned()
        }
        Page::ByMonth(months) => format!("Liquiditeit per maand: de eerste {months} maanden"),
        Page::Margins(counted) => format!("Marge en kas zijn berekend {}.", on(*counted)),
        Page::NoScenarios => "Het bestand bevat geen scenario's om ernaast te zetten.".to_owned(),
        Page::Scenarios => "Scenario's naast elkaar".to_owned(),
        Page::Numbers => "Van welke getallen het afhangt".to_owned(),
        Page::Shocks => "Schokken".to_owned(),
        Page::Chances => "Hoe zeker het is".to_owned(),
        Page::NoRanges => {
            "Geen getal in het bestand heeft een bandbreedte en geen aanvraag een kans, dus er \
             valt niets te simuleren."
                .to_owned()
        }
        Page::Drawn { draws, seed } => format!(
            "Berekend met {} doorrekeningen op basis van de bandbreedtes en kansen in het bestand, \
             beginwaarde {seed}: op elke computer met dezelfde uitkomst.",
            numbers::count(NL, *draws)
        ),
        Page::Sources => "Waar de cijfers vandaan komen".to_owned(),
        Page::Unconfirmed(1) => "Eén post die nog niemand heeft bevestigd:".to_owned(),
        Page::Unconfirmed(count) => {
            format!("{} posten die nog niemand heeft bevestigd:", numbers::count(NL, *count))
        }
        Page::Confirmed(1) => "Eén post met een bron die na te slaan is:".to_owned(),
        Page::Confirmed(count) => {
            format!("{} posten met een bron die na te slaan is:", numbers::count(NL, *count))
        }
        Page::Entry => "Post".to_owned(),
        Page::Source => "Bron".to_owned(),
        Page::NoSource => "geen bron vermeld".to_owned(),
        Page::Method(paragraph) => method(*paragraph).to_owned(),
        Page::Made(version) => format!("Gemaakt met bizcase {version}."),
        Page::File => "Bestand".to_owned(),
        Page::Fingerprint => "SHA-256".to_owned(),
        Page::Figures => "De cijfers van deze grafiek".to_owned(),
        Page::Chart(say) => chart(say),
        Page::Chair(say) => chair(say),
        Page::Held(held) => self::held(held),
        Page::Written(file) => format!("{file} is geschreven."),
        Page::NoBrowser { page } => format!(
            "er is geen browser (Chromium, Chrome of Edge) gevonden om de PDF mee te maken. De \
             pagina staat in {page}: open die en kies Afdrukken, Opslaan als PDF; of noem een \
             browser met --browser"
        ),
        Page::NotPrinted { browser, page } => format!(
            "{browser} heeft geen PDF gemaakt. De pagina staat in {page}: open die en kies \
             Afdrukken, Opslaan als PDF"
        ),
        Page::UnknownEnding(file) => {
            format!("de uitgang van {file} is onbekend: laat die eindigen op .html, .pdf, .md of .xlsx")
        }
        Page::NoDate(date) => {
            format!("`{date}` is geen datum: schrijf 2026-11-26, met jaar, maand en dag")
        }
        Page::NoFormat => {
            "de naam van het bestand zegt wat het rapport wordt (.html, .pdf, .md of .xlsx); --format is \
             er hier niet bij"
                .to_owned()
        }
        Page::NoPartyInFund => {
            "een fonds heeft geen partijen; --for is er alleen voor businesscases".to_owned()
        }
        Page::UnknownParty { id, near } => {
            let near = near.map_or(String::new(), |near| format!("; bedoelt u `{near}`?"));
            format!("in het bestand staat geen partij `{id}`{near}")
        }
        Page::NoReport(file) => format!(
            "in {file} staat niet van welke bestanden het is gemaakt: is het wel een rapport?"
        ),
    }
}

fn money(money: Money<'_>) -> String {
    numbers::money(NL, money.amount, money.currency)
}

fn size(money: Money<'_>) -> String {
    numbers::size(NL, money.amount, money.currency)
}

fn on(counted: Counted) -> &'static str {
    match counted {
        Counted::Certain => "met alleen toegezegde financiering",
        Counted::All => "inclusief aangevraagde financiering",
    }
}

fn head(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Glance | Chapter::Fund => "In één oogopslag",
        Chapter::Asks => "Wat van wie wordt gevraagd",
        Chapter::Money => "Wat er in en uit gaat",
        Chapter::Structure => "Kan het zonder tijdelijke financiering?",
        Chapter::Covered => "Is het gedekt tot het einde?",
        Chapter::Parties => "Wie betaalt en wie profiteert",
        Chapter::Tables => "De tabellen waar financiers om vragen",
        Chapter::WhatIf => "Wat als",
        Chapter::Assumptions => "Waar het op berust",
        Chapter::Method => "Hoe er is gerekend",
        Chapter::Manifest => "Waar dit rapport van is gemaakt",
        Chapter::Letter => "Brief",
        Chapter::Yours => "Wat u bespaart en betaalt",
        Chapter::Word => "Wat van uw toezegging afhangt",
        Chapter::Ends => "Wat voor u met het initiatief eindigt",
        Chapter::YourSources => "Uw eigen cijfers, om te controleren",
        Chapter::FundYears => "Het fonds per jaar",
        Chapter::Lives => "De initiatieven door de tijd",
    }
}

fn about(chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Glance => "Eerst voor de samenleving als geheel, dan voor het initiatief zelf.",
        Chapter::Asks => "Financiering die is aangevraagd en niet toegezegd, is nog geen geld.",
        Chapter::Money => "Wat het initiatief ontvangt en betaalt, en wat het dan in kas heeft.",
        Chapter::Covered => {
            "Aan het eind is het werk klaar, dus geld mag dan stoppen. Wat nog komt, moet betaald \
             kunnen worden."
        }
        Chapter::Structure => {
            "Subsidies en giften stoppen. Wat overblijft, moet het laatste jaar kunnen dragen."
        }
        Chapter::Parties => {
            "Een besparing is geen geld van het initiatief, tenzij wie bespaart een deel ervan \
             betaalt."
        }
        Chapter::Tables => {
            "Investerings- en financieringsplan, exploitatie, liquiditeit, balans en leningen."
        }
        Chapter::WhatIf => "Wat er van de businesscase wordt als het anders loopt.",
        Chapter::Assumptions => "Wat niemand heeft bevestigd, staat vooraan.",
        Chapter::Method => "In een halve pagina; elk cijfer is met de hand na te rekenen.",
        Chapter::Manifest => {
            "Met dezelfde bestanden komt er precies hetzelfde rapport uit; aan de vingerafdruk is \
             te zien of een bestand sindsdien is gewijzigd."
        }
        Chapter::Yours => {
            "Per jaar, in prijzen van dat jaar. Wat alleen van u wordt gevraagd, is geen \
             toezegging en telt ook niet als zodanig."
        }
        Chapter::Word => "Of de businesscase sluitend is, naar gelang wie toezegt wat is gevraagd.",
        Chapter::Ends => {
            "Raakt de kas leeg en springt niemand bij, dan stopt het initiatief, en daarmee uw \
             besparing."
        }
        Chapter::YourSources => "Elke post in de businesscase die u aangaat, met de bron.",
        Chapter::Letter | Chapter::Fund => "",
        Chapter::FundYears => "Wat het fonds in kas heeft en heeft uitgeleend.",
        Chapter::Lives => "Wie wanneer aanvraagt, wacht, start, terugbetaalt of stopt.",
    }
}

fn method(paragraph: usize) -> &'static str {
    match paragraph {
        0 => {
            "De portemonnee van het initiatief beslist. Wat anderen besparen, telt per partij mee \
             en wordt pas geld van het initiatief als iemand er een deel van betaalt."
        }
        1 => {
            "Elke toets is twee keer gedaan: met financiering die zeker is (toegezegd, of als omzet \
             begroot), en met alles wat is aangevraagd."
        }
        2 => {
            "Bedragen zijn per maand geboekt in hele centen, zodat elke tabel optelt; elk lopend \
             totaal is één keer afgerond. Contante waarden zijn die van het begin."
        }
        3 => {
            "De businesscase is sluitend als aan elke vereiste toets is voldaan: de kas komt nooit \
             onder het minimum, het laatste jaar draagt zichzelf zonder tijdelijke financiering, en \
             wat aan het eind nog openstaat kan worden afgelost."
        }
        5 => {
            "De businesscase is gedekt tot het einde als aan elke vereiste toets is voldaan: de kas \
             komt nooit onder het minimum, en wat na de laatste maand nog komt, kan worden betaald."
        }
        _ => {
            "Van een besparing is afgetrokken wat ook zonder het initiatief was gebeurd, wat zich \
             alleen verplaatst en wat aan anderen te danken is; verzilverbaar is wat echt uit een \
             begroting kan."
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one match, so that nothing is left unsaid")]
fn chart(say: &ChartSay<'_>) -> String {
    match say {
        ChartSay::Cash { verdict, short, short_on_all, promises, lowest, month: when } => {
            match (verdict, short, short_on_all) {
                (VerdictKind::DoesNotClose, _, Some(on_all)) => format!(
                    "In {} is de kas leeg, ook als alles wat is aangevraagd wordt toegezegd",
                    month(NL, *on_all)
                ),
                (VerdictKind::Conditional, Some(short), _) => {
                    let names: Vec<_> = promises.iter().map(|name| format!("“{name}”")).collect();
                    let are = if names.len() == 1 { "wordt" } else { "worden" };
                    format!(
                        "In {} is de kas leeg, tenzij {} {are} toegezegd",
                        month(NL, *short),
                        list(NL, &names)
                    )
                }
                (_, Some(short), _) => format!(
                    "Met alleen toegezegde financiering is de kas leeg in {}",
                    month(NL, *short)
                ),
                (_, None, _) => format!(
                    "Met alleen toegezegde financiering is het laagste kassaldo {}, in {}",
                    money(*lowest),
                    month(NL, *when)
                ),
            }
        }
        ChartSay::CashAbout { both, apart } => {
            let apart = if *apart { ", zonder wat opzij is gezet" } else { "" };
            let both = if *both {
                ", met alleen toegezegde en met ook aangevraagde financiering"
            } else {
                ""
            };
            format!("Het kassaldo aan het eind van elke maand, in euro's{apart}{both}.")
        }
        ChartSay::CashLine(Some(Counted::Certain)) => "Alleen toegezegd".to_owned(),
        ChartSay::CashLine(Some(Counted::All)) => "Inclusief aangevraagd".to_owned(),
        ChartSay::CashLine(None) => "Kassaldo".to_owned(),
        ChartSay::Least(least) => format!("Minimum: {}", money(*least)),
        ChartSay::Flows { year, structural, costs } => format!(
            "In {year} is {} aan structurele inkomsten zeker; de lopende kosten zijn {}",
            money(*structural),
            money(*costs)
        ),
        ChartSay::FlowsAbout => {
            "Wat er per jaar binnenkomt en, onder de lijn, wat eruit gaat, in euro's.".to_owned()
        }
        ChartSay::Flow(flow) => match flow {
            Flow::Structural => "Structurele inkomsten",
            Flow::Temporary => "Tijdelijke inkomsten",
            Flow::Capital => "Leningen en eigen vermogen",
            Flow::CapitalAndMore => "Leningen, eigen vermogen en overige ontvangsten",
            Flow::Requested => "Alleen aangevraagd",
            Flow::Costs => "Kosten",
            Flow::Investments => "Investeringen",
            Flow::DebtService => "Rente en aflossing",
            Flow::DebtServiceAndMore => "Rente, aflossing en overige uitgaven",
        }
        .to_owned(),
        ChartSay::Steps { result, all } => steps(*result, *all),
        ChartSay::StepsAbout => {
            "Van structurele inkomsten naar het resultaat van de laatste twaalf maanden, in euro's."
                .to_owned()
        }
        ChartSay::Step(stride) => self::stride(stride),
        ChartSay::StepHead => "Stap".to_owned(),
        ChartSay::Amount => "Bedrag".to_owned(),
        ChartSay::WrongPocket { party, saves } => {
            format!("{party} bespaart {} en betaalt daar niets voor", money(*saves))
        }
        ChartSay::PaysMost { party, pays, cashable } if cashable.amount == Cents::ZERO => {
            format!("{party} betaalt {} en kan niets uit een begroting halen", money(*pays))
        }
        ChartSay::PaysMost { party, pays, cashable } => format!(
            "{party} betaalt {} en kan {} uit de eigen begroting halen",
            money(*pays),
            money(*cashable)
        ),
        ChartSay::NobodyPays => "Geen enkele partij betaalt of bespaart iets".to_owned(),
        ChartSay::PartiesAbout => {
            "Wat elke partij betaalt en bespaart over de hele periode, in contante waarde, in \
             euro's, als alles wat is aangevraagd wordt toegezegd."
                .to_owned()
        }
        ChartSay::Besides => "Bespaart daarnaast, niet verzilverbaar".to_owned(),
        ChartSay::Tornado { input } => format!("Het hangt het meest af van {input}"),
        ChartSay::TornadoAbout { test, left } => {
            let left = match left {
                0 => String::new(),
                left => format!(" {left} die er minder toe doen, zijn weggelaten."),
            };
            format!(
                "De ruimte in de krapste toets ({test}) met elk getal afzonderlijk op zijn lage en \
                 hoge waarde, in euro's, met alleen toegezegde financiering.{left}",
                test = test.to_lowercase()
            )
        }
        ChartSay::AsItIs => "Zoals het is".to_owned(),
        ChartSay::Spread { share } => format!(
            "In {} van de doorrekeningen is de businesscase sluitend",
            percentage(NL, *share)
        ),
        ChartSay::SpreadAbout => {
            "Het kassaldo aan het eind van elk jaar, in euro's, met toegezegde financiering en wat \
             een doorrekening toekent: de helft ligt in de binnenste band."
                .to_owned()
        }
        ChartSay::Band(from, to) => format!("{}% van de doorrekeningen", to - from),
        ChartSay::Edge(50) => "De middelste doorrekening".to_owned(),
        ChartSay::Edge(edge) => format!("Niet hoger in {edge}%"),
        ChartSay::Fund { worth, put_in } => format!(
            "Aan het eind is het fonds {} waard; er is {} ingelegd",
            money(*worth),
            money(*put_in)
        ),
        ChartSay::WorthReal => "Vermogen in prijzen van de start".to_owned(),
        ChartSay::FundAbout => "De stand aan het eind van elk jaar, in euro's.".to_owned(),
        ChartSay::Lives { served, of } => format!(
            "{} van de {} initiatieven kregen hun lening",
            numbers::count(NL, *served),
            numbers::count(NL, *of)
        ),
        ChartSay::LivesAbout { left } => {
            let left = match left {
                0 => String::new(),
                left => format!(" {} latere zijn weggelaten.", numbers::count(NL, *left)),
            };
            format!("Van aanvraag tot het eind van de periode, per maand.{left}")
        }
        ChartSay::Waits => "Wacht".to_owned(),
        ChartSay::Runs => "Loopt".to_owned(),
        ChartSay::RunsAndStops => "Loopt, maar stopt met aflossen".to_owned(),
        ChartSay::From => "Vanaf".to_owned(),
        ChartSay::Until => "Tot en met".to_owned(),
        ChartSay::What => "Wat".to_owned(),
    }
}

fn steps(result: Money<'_>, all: Option<Money<'_>>) -> String {
    let ends = |money: Money<'_>| {
        if money.amount < Cents::ZERO {
            format!("komt {} tekort", size(money))
        } else {
            format!("blijft {} over", size(money))
        }
    };
    match all {
        None => {
            format!("Zonder tijdelijke financiering {} in het laatste jaar", there(&ends(result)))
        }
        Some(all) => format!(
            "Zonder tijdelijke financiering {} in het laatste jaar; met wat is aangevraagd {}",
            there(&ends(result)),
            there(&ends(all))
        ),
    }
}

/// "komt er € 1,00 tekort", "blijft er € 1,00 over".
fn there(clause: &str) -> String {
    clause.replacen(' ', " er ", 1)
}

fn stride(stride: &Stride<'_>) -> String {
    match stride {
        Stride::Income => "Structurele inkomsten die zeker zijn".to_owned(),
        Stride::Cost(name) => (*name).to_owned(),
        Stride::OtherCosts(count) => format!("{} andere kosten", numbers::count(NL, *count)),
        Stride::Replacement => "Reserveren voor vervanging van investeringen".to_owned(),
        Stride::Interest => "Rente".to_owned(),
        Stride::Requested => "Structurele inkomsten die alleen zijn aangevraagd".to_owned(),
        Stride::Rest => "Rente op wat alleen is aangevraagd, en andere verschillen".to_owned(),
        Stride::Result(None) => "Resultaat van het laatste jaar".to_owned(),
        Stride::Result(Some(Counted::Certain)) => {
            "Resultaat met alleen toegezegde financiering".to_owned()
        }
        Stride::Result(Some(Counted::All)) => {
            "Resultaat inclusief aangevraagde financiering".to_owned()
        }
    }
}

fn rests(rests: Rests<'_>) -> String {
    match rests {
        Rests::Unsaid => "er is geen bron vermeld, dus dit is een aanname".to_owned(),
        Rests::Assumed(said) => {
            let said = said.trim();
            if said.chars().all(char::is_alphabetic) {
                "een aanname: nog niemand heeft dit bevestigd".to_owned()
            } else {
                format!("een aanname die nog niemand heeft bevestigd ({said})")
            }
        }
        Rests::Named(said) => format!("bron: {said}"),
    }
}

fn chair(say: &ChairSay<'_>) -> String {
    match say {
        ChairSay::Dear(party) => format!("Geachte {party},"),
        ChairSay::About(case) => format!(
            "Wij schrijven u over {case}. Wat het doet, in de woorden van de initiatiefnemers:"
        ),
        ChairSay::Saves { year, saves, cashable, assumed } => {
            let rest = match assumed {
                (0, _) => "",
                (some, all) if some == all => {
                    " Deze cijfers zijn aannames: nog niemand heeft ze bevestigd, en u weet het \
                     best of ze kloppen."
                }
                _ => {
                    " Een deel van deze cijfers zijn aannames die nog niemand heeft bevestigd; dat \
                     staat er steeds bij."
                }
            };
            format!(
                "Als het initiatief doorgaat, geeft u volgens de berekening in {year} {} minder uit \
                 dan zonder; daarvan kan {} uit uw begroting.{rest}",
                money(*saves),
                money(*cashable)
            )
        }
        ChairSay::SavesNothing => {
            "In de businesscase staat geen uitgave die u niet meer hoeft te doen.".to_owned()
        }
        ChairSay::Saving { entry, saves, cashable, from, rests: on } => {
            let from = from.map_or(String::new(), |from| format!(", vanaf {}", month(NL, from)));
            format!(
                "“{entry}”{from}: {} in het laatste jaar, waarvan {} verzilverbaar; {}",
                money(*saves),
                money(*cashable),
                rests(*on)
            )
        }
        ChairSay::Promised => "U hebt toegezegd, of betaalt volgens afspraak:".to_owned(),
        ChairSay::PromisedNothing => "U hebt tot nu toe niets toegezegd.".to_owned(),
        ChairSay::Asked => {
            "Van u wordt het volgende gevraagd; het is nog niet toegezegd:".to_owned()
        }
        ChairSay::AskedNothing => "Van u wordt niets gevraagd.".to_owned(),
        ChairSay::Decides { verdict, all, all_but_it, only_it, others } => {
            decides(*verdict, (*all, *all_but_it, *only_it), *others)
        }
        ChairSay::RestsOn => {
            "De uitkomst berust op deze aannames, die nog niemand heeft bevestigd:".to_owned()
        }
        ChairSay::RestsOnNone => "Bij elke post in de businesscase staat een bron.".to_owned(),
        ChairSay::OthersRest(names) => {
            format!("en, van het initiatief en van anderen: {}", list(NL, names))
        }
        ChairSay::Assumed { entry, rests: on } => match on {
            Rests::Assumed(said) if !said.trim().chars().all(char::is_alphabetic) => {
                format!("over u: {entry} ({})", said.trim())
            }
            Rests::Unsaid => format!("over u: {entry} (geen bron vermeld)"),
            Rests::Assumed(_) | Rests::Named(_) => format!("over u: {entry}"),
        },
        ChairSay::Close => {
            "De cijfers achter deze brief volgen hierna, met hun bronnen, zodat u ze kunt \
             controleren. De beslissing is aan u."
                .to_owned()
        }
        ChairSay::Year => "Jaar".to_owned(),
        ChairSay::YearSaves => "U bespaart".to_owned(),
        ChairSay::YearCashable | ChairSay::EndsCashable => "Waarvan verzilverbaar".to_owned(),
        ChairSay::YearPays => "U betaalt, toegezegd".to_owned(),
        ChairSay::YearAsked => "Van u gevraagd".to_owned(),
        ChairSay::YearRepaid => "U krijgt terug".to_owned(),
        ChairSay::YearKeeps => {
            "Verzilverbaar en terug, min wat u betaalt en wat is gevraagd".to_owned()
        }
        ChairSay::WordWho => "Wie toezegt wat is gevraagd".to_owned(),
        ChairSay::WordCloses => "Sluitend?".to_owned(),
        ChairSay::WordNobody => "Niemand".to_owned(),
        ChairSay::WordOnlyIt => "Alleen u".to_owned(),
        ChairSay::WordAllButIt => "Iedereen behalve u".to_owned(),
        ChairSay::WordAll => "Iedereen".to_owned(),
        ChairSay::Closes(true) => "ja".to_owned(),
        ChairSay::Closes(false) => "nee".to_owned(),
        ChairSay::NoWord => {
            "Van u wordt niets gevraagd; de uitkomst hangt dus niet af van een toezegging van u."
                .to_owned()
        }
        ChairSay::Shock(None) => "Zoals het nu is".to_owned(),
        ChairSay::Shock(Some(shock)) => NL.say(&Message::Stress(Stress::Name(*shock))),
        ChairSay::EndsShock => "Wanneer".to_owned(),
        ChairSay::EndsMonth => "Kas leeg in".to_owned(),
        ChairSay::EndsSaves => "Besparing die vervalt, tot het eind van de periode".to_owned(),
        ChairSay::EndsNowhere => {
            "Met alleen toegezegde financiering raakt de kas niet leeg, zoals het nu is en bij \
             geen van de schokken."
                .to_owned()
        }
        ChairSay::NoSaving => {
            "U hebt in deze businesscase geen besparing die kan vervallen.".to_owned()
        }
        ChairSay::NoFigures => "Geen enkele post in de businesscase gaat u aan.".to_owned(),
    }
}

/// What hangs on a party's word: whether the case closes with the word of all, of all but the
/// party, and of it alone.
fn decides(
    verdict: VerdictKind,
    (all, all_but_it, only_it): (bool, bool, bool),
    others: bool,
) -> String {
    match (verdict, all, all_but_it, only_it) {
        (VerdictKind::Closes, ..) => {
            "Waarover u beslist: de businesscase is sluitend zonder wat van u wordt gevraagd. Uw \
             toezegging maakt die sterker, maar is er geen voorwaarde voor."
        }
        (_, _, false, true) if others => {
            "Waarover u beslist: met uw toezegging is de businesscase sluitend; zonder uw \
             toezegging niet, wat anderen ook toezeggen."
        }
        (_, _, false, true) => {
            "Waarover u beslist: met uw toezegging is de businesscase sluitend, zonder uw \
             toezegging niet."
        }
        (_, _, true, true) => {
            "Waarover u beslist: met uw toezegging is de businesscase sluitend. Zonder uw \
             toezegging kunnen anderen haar nog sluitend maken."
        }
        (_, true, false, false) => {
            "Waarover u beslist: zonder uw toezegging is de businesscase niet sluitend, wat anderen \
             ook toezeggen. Uw toezegging alleen is niet genoeg: ook aan anderen wordt iets gevraagd."
        }
        (_, true, true, false) => {
            "Waarover u beslist: uw toezegging alleen maakt de businesscase niet sluitend, en \
             anderen kunnen haar zonder u sluitend maken."
        }
        (_, false, true, false) => {
            "Waarover u beslist: met alles wat is aangevraagd is de businesscase niet sluitend; \
             zonder wat van u wordt gevraagd kan dat wel."
        }
        (_, false, false, false) if !others => {
            "Waarover u beslist: ook als u toezegt wat is gevraagd, is de businesscase niet \
             sluitend. Er is meer nodig dan nu wordt gevraagd."
        }
        (_, false, false, false) => {
            "Waarover u beslist: ook als u en alle anderen toezeggen wat is gevraagd, is de \
             businesscase niet sluitend. Er is meer nodig dan nu wordt gevraagd."
        }
    }
    .to_owned()
}

fn held(held: &Held<'_>) -> String {
    match held {
        Held::Yes(report) => format!("{report} hoort nog bij zijn bestanden."),
        Held::No(report) => format!("{report} hoort niet meer bij zijn bestanden:"),
        Held::Changed(file) => format!("{file} is sindsdien gewijzigd"),
        Held::New(file) => format!("{file} wordt nu gelezen, en toen niet"),
        Held::Gone(file) => format!("{file} is toen gelezen, en nu niet"),
        Held::Laid => "er is iets anders op het bestand toegepast of gevraagd".to_owned(),
        Held::Version { made, now } => {
            format!("het is gemaakt met bizcase {made}, en dit is bizcase {now}")
        }
        Held::Touched => "het rapport zelf is gewijzigd".to_owned(),
    }
}
