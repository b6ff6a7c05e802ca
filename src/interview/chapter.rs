//! The questions, each once.

use crate::words::{FundingKind, Key, Section, Takes, Told, told};

/// Questions about one thing, or about each of several alike.
#[derive(Debug)]
pub struct Chapter {
    /// What it is called in a file of answers.
    pub id: &'static str,
    /// What it is about.
    pub heading: Told,
    /// Where its answers stand.
    pub stands: Stands,
    /// The table that takes them.
    pub section: Section,
    /// The questions, in their order.
    pub questions: &'static [Question],
}

/// Where the answers of a chapter stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In one table, by its path.
    Once(&'static [&'static str]),
    /// In a table for each thing, with a name of its own.
    Each {
        /// The table that holds them.
        group: Key,
        /// What kind of funding they are, where no question asks for it.
        kind: Option<FundingKind>,
    },
}

/// A question.
#[derive(Debug)]
pub struct Question {
    /// The key that its answer becomes, and what it is called in a file of answers.
    pub key: Key,
    /// What is asked.
    pub asks: Told,
    /// What stands in the file until there is an answer, where the format cannot do without.
    pub until_then: Option<&'static str>,
    /// Words that are no answer here.
    pub but: &'static [&'static str],
    /// The answer to an earlier question of the chapter with which it is not asked.
    pub unless: Option<(Key, &'static str)>,
    /// What the answer becomes an entry of its own for, rather than a key: a share of the entry.
    pub on_top: Option<Told>,
}

impl Chapter {
    /// What an answer to a question is.
    pub fn takes(&self, question: &Question) -> Takes {
        question.key.facts(self.section).takes
    }
}

const fn ask(key: Key, en: &'static str, nl: &'static str) -> Question {
    let asks = told(en, nl);
    Question { key, asks, until_then: None, but: &[], unless: None, on_top: None }
}

impl Question {
    const fn until_then(self, value: &'static str) -> Self {
        Self { until_then: Some(value), ..self }
    }

    const fn but(self, but: &'static [&'static str]) -> Self {
        Self { but, ..self }
    }

    const fn unless(self, key: Key, is: &'static str) -> Self {
        Self { unless: Some((key, is)), ..self }
    }

    const fn on_top(self, name: Told) -> Self {
        Self { on_top: Some(name), ..self }
    }
}

/// Named, and not counted.
pub(super) const PRO_MEMORIE: &str = "\"pm\"";

const fn per(en: &'static str, nl: &'static str) -> Question {
    ask(Key::Per, en, nl).until_then("\"year\"")
}

const fn amount(en: &'static str, nl: &'static str) -> Question {
    ask(Key::Amount, en, nl).until_then(PRO_MEMORIE)
}

const HOW_OFTEN: Question =
    per("Is that a month, a year, or once?", "Is dat per maand, per jaar of eenmalig?");

/// A table for each, of costs.
const COSTS: Stands = Stands::Each { group: Key::Cost, kind: None };

const fn funding(kind: FundingKind) -> Stands {
    Stands::Each { group: Key::Funding, kind: Some(kind) }
}

/// All questions, in the order in which they are asked and in which their answers stand in the file.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "case",
        heading: told("The initiative", "Het initiatief"),
        stands: Stands::Once(&["case"]),
        section: Section::Case,
        questions: &[
            ask(Key::Name, "What is it called?", "Hoe heet het?"),
            ask(Key::Start, "In which month does it begin?", "In welke maand begint het?"),
            ask(Key::Years, "How many years do we look ahead?", "Hoeveel jaar kijken we vooruit?"),
            ask(
                Key::Story,
                "For whom is it, and what does it change for them?",
                "Voor wie is het, en wat verandert er voor hen?",
            ),
            ask(
                Key::OpeningCash,
                "How much money is there in hand at the start?",
                "Hoeveel geld is er bij het begin in kas?",
            ),
        ],
    },
    Chapter {
        id: "party",
        heading: told(
            "Who pays, and who benefits without paying?",
            "Wie betaalt, en wie heeft er baat bij zonder te betalen?",
        ),
        stands: Stands::Each { group: Key::Party, kind: None },
        section: Section::Party,
        questions: &[
            ask(
                Key::Name,
                "Who? (a municipality, a housing association, a fund, residents ...)",
                "Wie? (een gemeente, een woningcorporatie, een fonds, bewoners ...)",
            ),
            ask(
                Key::Public,
                "Does this party spend public money?",
                "Geeft deze partij publiek geld uit?",
            ),
        ],
    },
    Chapter {
        id: "sales",
        heading: told("What is sold?", "Wat wordt er verkocht?"),
        stands: funding(FundingKind::Sales),
        section: Section::Sales,
        questions: &[
            ask(
                Key::Name,
                "What? (meals, tickets, rent ...)",
                "Wat? (maaltijden, kaartjes, huur ...)",
            ),
            ask(
                Key::Season,
                "In which months? (skip: all year)",
                "In welke maanden? (overslaan: het hele jaar)",
            ),
            ask(Key::Quantity, "How many?", "Hoeveel?").until_then(PRO_MEMORIE),
            per("Is that in a month or in a year?", "Is dat in een maand of in een jaar?")
                .but(&["once", "quarter"]),
            ask(Key::Price, "What does one bring in?", "Wat brengt er één op?")
                .until_then(PRO_MEMORIE),
        ],
    },
    Chapter {
        id: "work",
        heading: told("Who works there, paid?", "Wie werkt er betaald?"),
        stands: COSTS,
        section: Section::Cost,
        questions: &[
            ask(Key::Name, "In which job?", "In welke functie?"),
            amount("What is the gross pay?", "Wat is het brutoloon?"),
            per("Is that a month or a year?", "Is dat per maand of per jaar?")
                .but(&["once", "quarter"]),
            ask(
                Key::Share,
                "How many percent do employer's charges add? (skip: they are in it)",
                "Hoeveel procent werkgeverslasten komt daarbij? (overslaan: die zitten erin)",
            )
            .on_top(told("employer's charges", "werkgeverslasten")),
        ],
    },
    Chapter {
        id: "volunteers",
        heading: told("Who works there, unpaid?", "Wie werkt er onbetaald?"),
        stands: funding(FundingKind::InKind),
        section: Section::InKind,
        questions: &[
            ask(
                Key::Name,
                "Who? (volunteers, a board ...)",
                "Wie? (vrijwilligers, een bestuur ...)",
            ),
            ask(Key::Quantity, "How many hours?", "Hoeveel uur?").until_then(PRO_MEMORIE),
            per("Is that a month or a year?", "Is dat per maand of per jaar?")
                .but(&["once", "quarter"]),
            ask(
                Key::Price,
                "What would an hour cost if it were paid?",
                "Wat zou een uur kosten als het betaald werd?",
            )
            .until_then(PRO_MEMORIE),
        ],
    },
    Chapter {
        id: "building",
        heading: told("What does the building cost?", "Wat kost het gebouw?"),
        stands: COSTS,
        section: Section::Cost,
        questions: &[
            ask(
                Key::Name,
                "For what? (rent, energy, cleaning ...)",
                "Waarvoor? (huur, energie, schoonmaak ...)",
            ),
            amount("How much?", "Hoeveel?"),
            HOW_OFTEN,
        ],
    },
    Chapter {
        id: "cost",
        heading: told("Which other costs are there?", "Welke andere kosten zijn er?"),
        stands: COSTS,
        section: Section::Cost,
        questions: &[
            ask(
                Key::Name,
                "For what? (materials, insurance, accounts ...)",
                "Waarvoor? (materiaal, verzekering, administratie ...)",
            ),
            amount("How much?", "Hoeveel?"),
            HOW_OFTEN,
        ],
    },
    Chapter {
        id: "investment",
        heading: told("What must be bought first?", "Wat moet eerst worden aangeschaft?"),
        stands: COSTS,
        section: Section::Cost,
        questions: &[
            ask(Key::Name, "What? (a kitchen, a van ...)", "Wat? (een keuken, een bus ...)"),
            amount("What does it cost?", "Wat kost het?"),
            ask(
                Key::On,
                "In which month is it paid? (skip: at the start)",
                "In welke maand wordt het betaald? (overslaan: bij het begin)",
            ),
            ask(Key::Life, "How long will it last?", "Hoe lang gaat het mee?"),
        ],
    },
    Chapter {
        id: "avoided",
        heading: told(
            "Who would spend money without you, and on what?",
            "Wie zou zonder u geld uitgeven, en waaraan?",
        ),
        stands: Stands::Each { group: Key::Avoided, kind: None },
        section: Section::Avoided,
        questions: &[
            ask(
                Key::Name,
                "On what? (day care, shelter ...)",
                "Waaraan? (dagbesteding, opvang ...)",
            ),
            ask(Key::Party, "Who pays for that now?", "Wie betaalt dat nu?"),
            ask(
                Key::Quantity,
                "How many fewer are needed? (places, people, visits ...)",
                "Hoeveel zijn er minder nodig? (plaatsen, mensen, bezoeken ...)",
            )
            .until_then(PRO_MEMORIE),
            ask(
                Key::Price,
                "What does one of those cost? (an amount, or a word to find it in the price list: shelter, hospital ...)",
                "Wat kost er daar één van? (een bedrag, of een woord om in de prijslijst te zoeken: opvang, ziekenhuis ...)",
            )
            .until_then(PRO_MEMORIE),
            per("Is that a month, a year, or once?", "Is dat per maand, per jaar of eenmalig?"),
            ask(
                Key::Deadweight,
                "How many percent of that would have happened without you too?",
                "Hoeveel procent daarvan was ook zonder u gebeurd?",
            ),
            ask(
                Key::Cashable,
                "How many percent of it can really be cut from a budget?",
                "Hoeveel procent ervan kan echt van een begroting af?",
            ),
        ],
    },
    Chapter {
        id: "funding",
        heading: told(
            "Which money is promised, and which is asked for?",
            "Welk geld is toegezegd, en welk geld is aangevraagd?",
        ),
        stands: Stands::Each { group: Key::Funding, kind: None },
        section: Section::Income,
        questions: &[
            ask(
                Key::Name,
                "Which? (a subsidy, a contribution, a gift ...)",
                "Welk? (een subsidie, een bijdrage, een gift ...)",
            ),
            ask(Key::Kind, "What sort of money is it?", "Wat voor geld is het?")
                .until_then("\"grant\""),
            ask(Key::Party, "Who pays it?", "Wie betaalt het?"),
            amount("How much?", "Hoeveel?"),
            HOW_OFTEN,
            ask(
                Key::Until,
                "Until which month? (skip: it goes on)",
                "Tot en met welke maand? (overslaan: het loopt door)",
            )
            .unless(Key::Per, "once"),
            ask(Key::Status, "Is it promised, or asked for?", "Is het toegezegd of aangevraagd?"),
        ],
    },
    Chapter {
        id: "loan",
        heading: told("What is borrowed?", "Wat wordt er geleend?"),
        stands: funding(FundingKind::Loan),
        section: Section::Loan,
        questions: &[
            ask(Key::Name, "Which loan?", "Welke lening?"),
            ask(Key::Party, "Who lends it?", "Wie leent het uit?"),
            amount("How much?", "Hoeveel?"),
            ask(
                Key::On,
                "In which month does it come in? (skip: at the start)",
                "In welke maand komt het binnen? (overslaan: bij het begin)",
            ),
            ask(Key::Interest, "At what interest a year?", "Tegen welke rente per jaar?"),
            ask(
                Key::Term,
                "In how much time is it repaid?",
                "In hoeveel tijd wordt het terugbetaald?",
            )
            .until_then("\"5 years\""),
            ask(
                Key::Grace,
                "For how long is only interest paid?",
                "Hoe lang wordt er alleen rente betaald?",
            ),
            ask(
                Key::Status,
                "Is it promised, or asked for?",
                "Is de lening toegezegd of aangevraagd?",
            ),
        ],
    },
    Chapter {
        id: "crisis",
        heading: told("What could go wrong?", "Wat kan er tegenvallen?"),
        stands: Stands::Once(&["stress", "crisis"]),
        section: Section::Crisis,
        questions: &[
            ask(
                Key::Sales,
                "By how many percent may sales fall short?",
                "Hoeveel procent kan de verkoop tegenvallen?",
            ),
            ask(
                Key::Costs,
                "By how many percent may costs turn out higher?",
                "Hoeveel procent kunnen de kosten hoger uitvallen?",
            ),
        ],
    },
    Chapter {
        id: "late",
        heading: told("What if it starts later?", "En als het later begint?"),
        stands: Stands::Once(&["stress", "late"]),
        section: Section::Late,
        questions: &[ask(
            Key::Months,
            "How many months later may the money begin to come in?",
            "Hoeveel maanden later kan het geld gaan binnenkomen?",
        )],
    },
];
