//! What each key means, in one line, in every language: what the reference says, and a schema.

use super::{Key, Section, Told, told};
use Section as S;

impl Key {
    /// What it means in a table that takes it.
    #[expect(clippy::too_many_lines, reason = "a line for each key")]
    pub const fn about(self, section: Section) -> Told {
        match self {
            Self::Format => told("the version of the format", "de versie van het formaat"),
            Self::Extends => {
                told("lays this file over that one", "legt dit bestand over dat andere heen")
            }
            Self::Case => match section {
                S::Initiative => told("the file of its case", "het bestand van zijn case"),
                _ => S::Case.about(),
            },
            Self::Fund => S::Fund.about(),
            Self::Rate => told("price rises with a name", "prijsstijgingen met een naam"),
            Self::Bias => S::Bias.about(),
            Self::Cpi => S::Cpi.about(),
            Self::Party => match section {
                S::CaseFile | S::Scenario => S::Party.about(),
                S::Initiative => told("who the fund is in the case", "wie het fonds is in de case"),
                S::ParentLeaves => told("who leaves", "wie vertrekt"),
                S::Opening => told("whose it is, or was", "van of voor wie het is"),
                S::Avoided | S::Value | S::Burden => {
                    told("who saves, gains or bears it", "wie het bespaart, wint of draagt")
                }
                _ => told("who pays", "wie betaalt"),
            },
            Self::Cost => match section {
                S::FundFile | S::FundScenario => {
                    told("what the fund itself pays", "wat het fonds zelf betaalt")
                }
                _ => S::Cost.about(),
            },
            Self::Funding => S::Funding.about(),
            Self::Avoided => S::Avoided.about(),
            Self::Value => match section {
                S::ListedPrice => told(
                    "as published, never brought to another year in the list",
                    "zoals gepubliceerd, nooit in de lijst zelf omgerekend",
                ),
                _ => S::Value.about(),
            },
            Self::Burden => S::Burden.about(),
            Self::Opening => S::Opening.about(),
            Self::Contribution => S::Contribution.about(),
            Self::Initiative => S::Initiative.about(),
            Self::Lending => S::Lending.about(),
            Self::Criteria => S::Criteria.about(),
            Self::Expect => S::Expect.about(),
            Self::Scenario => match section {
                S::Handover => told("in which others take over", "waarin anderen het overnemen"),
                S::FundFile => S::FundScenario.about(),
                _ => S::Scenario.about(),
            },
            Self::Actual => S::Actual.about(),
            Self::Stress => told(
                "the parameters of a built-in shock",
                "de instellingen van een ingebouwde schok",
            ),

            Self::Kind => match section {
                S::Opening => told(
                    "whether it is still to be received or to be paid",
                    "of het nog te ontvangen of te betalen is",
                ),
                S::ListedPrice => told("whose cost it is", "wiens kosten het zijn"),
                _ => told("what sort of funding it is", "wat voor financiering het is"),
            },
            Self::Name if matches!(section, S::ListedPrice) => {
                told("what one unit is", "wat één eenheid is")
            }
            Self::Name => told("what people call it", "hoe mensen het noemen"),
            Self::Story => told(
                "why this exists, in the words of the people who do it",
                "waarom dit er is, in de woorden van wie het doen",
            ),
            Self::Source => match section {
                S::Case | S::Fund => told(
                    "where its own figures come from, and those of rates and thresholds",
                    "waar de eigen cijfers vandaan komen, en die van prijsstijgingen en drempels",
                ),
                S::PriceHead => told("who made the list", "wie de lijst maakte"),
                _ => told("where its figures come from", "waar de cijfers vandaan komen"),
            },
            Self::Off => told(
                "checked like any other, and then left out of everything",
                "gecontroleerd als elk ander, en daarna overal buiten gelaten",
            ),
            Self::Public => told("spends public money", "geeft publiek geld uit"),
            Self::Role => match section {
                S::ListedPrice => told("who bears it", "wie het draagt"),
                _ => told(
                    "what it is to a price list, which says who bears a cost",
                    "wat het is voor een prijslijst, die zegt wie een kostenpost draagt",
                ),
            },
            Self::RoleInferred => told(
                "that the source does not say who bears it",
                "dat de bron niet zegt wie het draagt",
            ),

            Self::Start => told("the first month", "de eerste maand"),
            Self::Years => match section {
                S::Election => told("the years of elections", "de verkiezingsjaren"),
                _ => told("how many years are looked at", "hoeveel jaren er wordt gekeken"),
            },
            Self::Ends => told(
                "the work is done at the end of the horizon",
                "aan het eind van de looptijd is het werk klaar",
            ),
            Self::Currency => told("what all amounts are in", "waarin alle bedragen zijn"),
            Self::OpeningCash => {
                told("money in hand before the first month", "geld in kas voor de eerste maand")
            }
            Self::DiscountRate => told(
                "by how much later money counts less, a year",
                "hoeveel later geld per jaar minder meetelt",
            ),
            Self::Inflation => told(
                "how prices in general rise: the discount rate is then on top of that, as the \
                 Dutch 2.25% is",
                "hoe de prijzen in het algemeen stijgen: de disconteringsvoet komt daar dan \
                 bovenop, zoals de Nederlandse 2,25%",
            ),
            Self::PricesLater => told(
                "how prices of lists rise, a year, after the last year of their index",
                "hoe prijzen uit lijsten per jaar stijgen na het laatste jaar van hun index",
            ),
            Self::Tags => told(
                "what it is sorted by among others: `[\"care\", \"Noord\"]`",
                "waarop het tussen andere is gesorteerd: `[\"zorg\", \"Noord\"]`",
            ),
            Self::Discounting => {
                told("from which moment of each case year", "vanaf welk moment van elk jaar")
            }
            Self::Language => told("of what people read", "van wat mensen lezen"),
            Self::Capital => told("what is put in at the start", "wat bij de start wordt ingelegd"),
            Self::Reserve => match section {
                S::Fund => told("what is never lent", "wat nooit wordt uitgeleend"),
                _ => S::Reserve.about(),
            },
            Self::IdleInterest => {
                told("what cash in hand earns, a year", "wat geld in kas per jaar opbrengt")
            }
            Self::WhenFull => told(
                "what a request meets when there is not enough",
                "wat er met een aanvraag gebeurt als er niet genoeg is",
            ),

            Self::Amount => match section {
                S::Loan => told("what is borrowed", "wat wordt geleend"),
                S::Contribution => told("what is put in", "wat wordt ingelegd"),
                S::Lending => told("of one loan", "van één lening"),
                _ => told("for each `per`", "voor elke `per`"),
            },
            Self::Amounts => told(
                "for the entry's own first, second ... year; the last one repeats",
                "voor het eerste, tweede ... jaar van de post zelf; het laatste herhaalt zich",
            ),
            Self::Quantity => match section {
                S::Lending => told(
                    "how many ask for one in each year of the fund; the last one repeats",
                    "hoeveel er elk jaar van het fonds één vragen; het laatste herhaalt zich",
                ),
                _ => told(
                    "units each `per`; with `price` or `prices`",
                    "eenheden per `per`; met `price` of `prices`",
                ),
            },
            Self::Price if matches!(section, S::PriceFile) => S::ListedPrice.about(),
            Self::Price if matches!(section, S::Sold) => {
                told("what it brings in that month", "wat het in die maand opbrengt")
            }
            Self::Price => told(
                "what one unit costs or brings: of its own `quantity`, or of what `of` names",
                "wat één eenheid kost of opbrengt: van de eigen `quantity`, of van wat `of` noemt",
            ),
            Self::Prices => match section {
                S::Fund => told(
                    "how prices rise: the fund is to keep up with them",
                    "hoe de prijzen stijgen: het fonds moet die bijhouden",
                ),
                S::Case => told(
                    "the price lists that it takes prices from: `\"nl\"`, which is built in, or files",
                    "de prijslijsten waar prijzen uit komen: `\"nl\"`, die is ingebouwd, of bestanden",
                ),
                S::PriceFile => S::PriceHead.about(),
                _ => told(
                    "of a unit of its `quantity` in the entry's own first, second ... year; the last one repeats",
                    "van een eenheid van `quantity` in het eerste, tweede ... jaar van de post zelf; de laatste herhaalt zich",
                ),
            },
            Self::PriceFrom => told(
                "in place of `price`: that of a list, at the prices of the year before the start",
                "in plaats van `price`: die uit een lijst, in prijzen van het jaar voor de start",
            ),
            Self::Spread => told(
                "makes a price of a list a range: so much less to so much more",
                "maakt van een prijs uit een lijst een bereik: zoveel minder tot zoveel meer",
            ),
            Self::At => match section {
                S::Crisis | S::ColdTurkey | S::Transition | S::ParentLeaves => {
                    told("the month it comes", "de maand waarin het komt")
                }
                S::Happened => told(
                    "what it came to in each month; of an effect after its adjustments",
                    "wat het in elke maand was; van een effect na alle correcties",
                ),
                _ => told(
                    "amounts, each of its own month: how much and when in one",
                    "bedragen, elk van een eigen maand: hoeveel en wanneer ineen",
                ),
            },
            Self::Of => match section {
                S::Outcome => told(
                    "the avoided cost, `\"day_care\"`, or the value, `\"value.work\"`",
                    "de vermeden kosten, `\"day_care\"`, of de waarde, `\"value.work\"`",
                ),
                _ => told(
                    "follows that entry, or these together, month by month",
                    "volgt die post, of die posten samen, maand voor maand",
                ),
            },
            Self::Share => match section {
                S::Bias => told("by how much", "hoeveel"),
                S::Outcome => told(
                    "the part that is paid of what can be cashed, or of the value",
                    "het deel dat wordt betaald van wat verzilverbaar is, of van de waarde",
                ),
                _ => told("of the amount of what `of` names", "van het bedrag van wat `of` noemt"),
            },
            Self::Cap => told(
                "the most that an outcome payment comes to in a case year",
                "het meeste dat een resultaatbetaling in een jaar wordt",
            ),

            Self::Per if matches!(section, S::ListedPrice) => told(
                "of a unit that is a stretch of time: which",
                "van een eenheid die een tijdsduur is: welke",
            ),
            Self::Per => told("what the unit is for", "waarvoor de eenheid is"),
            Self::On => match section {
                S::Loan => {
                    told("of a loan: the month of its draw", "van een lening: de maand van opname")
                }
                S::Opening => told(
                    "the month in which it is received or paid",
                    "de maand waarin het wordt ontvangen of betaald",
                ),
                S::Sold => told("the month in which it is gone", "de maand waarin het weg is"),
                S::Contribution => told("the month it comes in", "de maand waarin het binnenkomt"),
                S::Initiative => told("the month it asks", "de maand van de aanvraag"),
                _ => told("of a `once`: the month", "van een `once`: de maand"),
            },
            Self::From => match section {
                S::Scenario | S::FundScenario => {
                    told("holds from that month on", "geldt vanaf die maand")
                }
                S::Fade => told("the first month with less", "de eerste maand met minder"),
                _ => told("first month", "eerste maand"),
            },
            Self::Until if matches!(section, S::Actual) => {
                told("the last month that is fact", "de laatste maand die vaststaat")
            }
            Self::Rest => told(
                "what it came to in the months to `until` that `at` leaves out",
                "wat het was in de maanden tot en met `until` die `at` overslaat",
            ),
            Self::Until => told("last month, inclusive", "laatste maand, die meegerekend"),
            Self::Every => told(
                "another one like it asks that much later each time",
                "telkens zoveel later vraagt er nog zo een",
            ),
            Self::UpTo => told("so many in all", "zoveel in totaal"),

            Self::Ramp => told(
                "of full volume in its first, second ... year; then 100%",
                "van het volle volume in het eerste, tweede ... jaar; daarna 100%",
            ),
            Self::Growth => {
                told("of volume, each year of the entry", "van het volume, elk jaar van de post")
            }
            Self::Season => told(
                "each month's weight in the year's total",
                "het gewicht van elke maand in het jaartotaal",
            ),
            Self::Index => {
                told("how its price rises each 1 January", "hoe de prijs elke 1 januari stijgt")
            }

            Self::Paid => told(
                "how often, in advance; or in which months what part of all of it",
                "hoe vaak, vooraf; of in welke maanden welk deel van het geheel",
            ),
            Self::Delay => told("each payment that much later", "elke betaling zoveel later"),
            Self::Advance => told(
                "the part that goes ahead; needs `settlement`",
                "het voorschot; met `settlement`",
            ),
            Self::Settlement => told(
                "when the rest of an advance comes; needs `advance`",
                "wanneer de rest na het voorschot komt; met `advance`",
            ),
            Self::Settled => told(
                "whether the rest of each calendar year comes by itself; needs `advance`",
                "of de rest van elk kalenderjaar apart komt; met `advance`",
            ),
            Self::Covers => told(
                "never more to date than these costs together, and what nobody else claims of them (4.2)",
                "tot nu toe nooit meer dan deze kosten samen, en dan wat niemand anders ervan claimt (4.2)",
            ),
            Self::For => told(
                "what these costs come to is taken from it, in the order of the list",
                "wat deze kosten bedragen gaat ervan af, in de volgorde van de lijst",
            ),
            Self::Fade => told(
                "sales to donations and outcomes only: becomes less each month, and then stops; see below",
                "alleen van inkomsten: wordt elke maand minder, en stopt dan",
            ),
            Self::Months => match section {
                S::Late => told("so many months later", "zoveel maanden later"),
                _ => told("in which it steps down", "waarin het wordt afgebouwd"),
            },

            Self::Structural => {
                told("whether it does not stop by itself", "of het niet vanzelf stopt")
            }
            Self::Status => told("how far the promise has come", "hoe ver de toezegging is"),
            Self::Chance => told(
                "that it is granted; changes no figure of `check` and `show`",
                "dat het wordt verleend; verandert geen cijfer van `check` en `show`",
            ),

            Self::Interest => match section {
                S::Crisis => told(
                    "what is added to the interest of loans drawn from then on",
                    "wat bij de rente komt van leningen die vanaf dan worden opgenomen",
                ),
                _ => told(
                    "nominal, a year; a list by the loan's own years",
                    "nominaal, per jaar; een lijst volgt de jaren van de lening zelf",
                ),
            },
            Self::Repayment => {
                told("how it is paid back after `grace`", "hoe wordt afgelost na `grace`")
            }
            Self::Term => told(
                "from the draw to the last instalment, grace included",
                "van de opname tot de laatste termijn, met de aflossingsvrije periode",
            ),
            Self::Grace => {
                told("interest only; shorter than the term", "alleen rente; korter dan de looptijd")
            }
            Self::GraceInterest => told(
                "what becomes of the interest during `grace`",
                "wat er met de rente gebeurt tijdens de aflossingsvrije periode",
            ),
            Self::AmortisedOver => told(
                "the instalments are those of a loan of so long, grace included, at least the term; \
                 the rest is paid at the end of `term`",
                "de termijnen zijn die van een lening van deze duur, minstens de looptijd; de rest \
                 wordt aan het einde van de looptijd afgelost",
            ),
            Self::Instalments => told(
                "at the end of each; term and grace are whole numbers of them",
                "aan het eind van elk; looptijd en aflossingsvrije periode zijn er hele aantallen van",
            ),
            Self::Revolving => {
                told("marks money that is lent again", "geld dat opnieuw wordt uitgeleend")
            }
            Self::Loss => told(
                "the part of what is owed that is lost each year of the fund but the first",
                "het deel van wat uitstaat dat elk jaar na het eerste verloren gaat",
            ),

            Self::Life => told(
                "makes a `once` cost an investment; `\"unlimited\"` is never written off",
                "maakt van eenmalige kosten een investering; `\"unlimited\"` wordt nooit afgeschreven",
            ),
            Self::Sold => told(
                "sold in that month, for that price: `on` and `price`",
                "verkocht in die maand, voor die prijs: `on` en `price`",
            ),
            Self::Renew => told(
                "bought again at each end of its life, which must end",
                "opnieuw gekocht telkens als de levensduur om is, die dus moet eindigen",
            ),

            Self::Deadweight => told("would have happened anyway", "zou toch gebeurd zijn"),
            Self::Displacement => told("only moves somewhere else", "verplaatst zich alleen"),
            Self::Attribution => told("is due to others", "is aan anderen te danken"),
            Self::Cashable => told(
                "can be taken out of a budget; of values and burdens nothing is",
                "kan uit een begroting worden gehaald; van waarden en lasten niets",
            ),
            Self::Transfer if matches!(section, S::ListedPrice) => told(
                "how much of it is money that somebody else no longer gets",
                "hoeveel ervan geld is dat een ander niet meer krijgt",
            ),
            Self::Transfer => told(
                "money that somebody else no longer gets, such as a benefit that stops: \
                 the party saves it, society does not",
                "geld dat een ander niet meer krijgt, zoals een uitkering die stopt: \
                 de partij bespaart het, de maatschappij niet",
            ),
            Self::Lag => told("an effect comes that much later", "een effect komt zoveel later"),
            Self::Lasts => told(
                "each unit goes on for so long; needs `quantity` and `price`",
                "elke eenheid werkt zo lang door; met `quantity` en `price`",
            ),
            Self::DropOff => told(
                "less each year of what lasts; needs `lasts`",
                "elk jaar minder van wat doorwerkt; met `lasts`",
            ),
            Self::OptimismBias => told(
                "adds to costs and burdens, takes off avoided costs and values",
                "komt bij kosten en lasten, gaat af van vermeden kosten en waarden",
            ),

            Self::NameNl => told("the same in Dutch", "hetzelfde in het Nederlands"),
            Self::Unit => told(
                "of what it is the price: a day, a visit, an hour",
                "waarvan het de prijs is: een dag, een bezoek, een uur",
            ),
            Self::Year => told("in whose prices it is", "in prijzen van welk jaar"),
            Self::PartOf => {
                told("the price that holds this one already", "de prijs waar deze al in zit")
            }
            Self::Grade => told("how sure it is", "hoe zeker hij is"),
            Self::Page => told("where in its source", "waar in de bron"),
            Self::Note => told("what else there is to know", "wat er verder over te weten is"),
            Self::Licence => told(
                "under which terms it may be used",
                "onder welke voorwaarden hij gebruikt mag worden",
            ),
            Self::Factors => told(
                "what a price of each year is multiplied by to be at one level; no year between is left out",
                "waarmee een prijs van elk jaar wordt vermenigvuldigd om op één peil te komen; zonder gaten",
            ),

            Self::MinCash => told(
                "the least that closing cash may be",
                "het minste dat er aan het eind van een maand in kas mag zijn",
            ),
            Self::MinDscr => told(
                "the least income that recurs over debt service",
                "de kleinste verhouding van terugkerende inkomsten tot rente en aflossing",
            ),
            Self::MaxDependence => told(
                "the largest part of the income that one party may bring",
                "het grootste deel van de inkomsten dat één partij mag inbrengen",
            ),
            Self::MinPublicReturn => told(
                "the least that public parties get back of what they pay",
                "het minste dat publieke partijen terugkrijgen van wat zij betalen",
            ),
            Self::MinSocialReturn => told(
                "the least that society gets back of what it puts in",
                "het minste dat de samenleving terugkrijgt van wat zij inlegt",
            ),
            Self::Require => told(
                "tests that are advice by nature, and required here",
                "toetsen die van zichzelf een advies zijn, en hier een eis",
            ),
            Self::Verdict => told("what `check` should find", "wat `check` moet vinden"),

            Self::Sales => {
                told("how the volume of sales changes", "hoe de omzet in aantallen verandert")
            }
            Self::Costs => {
                told("how prices of costs change", "hoe de prijzen van kosten veranderen")
            }
            Self::Parties => told("whose money ends", "wier geld ophoudt"),

            Self::Low => told("the lowest it may be", "het laagste dat het kan zijn"),
            Self::Likely => told("what it counts as", "waarvoor het meetelt"),
            Self::High => told("the highest it may be", "het hoogste dat het kan zijn"),
            Self::Shape => {
                told("how likely what lies between is", "hoe waarschijnlijk wat ertussen ligt is")
            }
            Self::MovesWith => told(
                "ranges with the same text here are drawn together",
                "bereiken met dezelfde tekst hier worden samen getrokken",
            ),
        }
    }
}
