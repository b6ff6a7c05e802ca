//! What stands in a workbook, in both languages side by side.

use super::Language;

/// What a workbook says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workbook<'a> {
    /// A sheet's tab.
    Tab(Tab),
    /// Instead of what is not known any more.
    Ask,
    /// A fund has none.
    NoFund,
    /// No letter goes with it.
    NoLetter,
    /// Why an input is changed in the file.
    Fixed(Kept<'a>),
    /// A requested entry is promised.
    Yes,
    /// A requested entry is not promised.
    No,
    /// Over what may be promised.
    Promised,
    /// Over months, terms, words and lists.
    Settled,
    /// What is asked of one entry.
    PromisedName(&'a str),
    /// The heads of the inputs.
    Path,
    /// What a number is.
    What,
    /// What it is now.
    Value,
    /// Whether it is live.
    Live,
    /// That it is live.
    IsLive,
    /// What the inputs are and what can be done with them.
    AboutInputs,
    /// What the first sheet says, a paragraph each.
    About(usize),
    /// The programs that the formulas are tested in.
    Engines,
    /// Under a test: in which month or year.
    When,
    /// What stands at the start.
    AtStart,
    /// How certain the money is.
    Run(bool),
    /// The answer.
    Answer,
    /// Passes.
    Passes,
    /// Fails.
    Fails,
    /// There is nothing to measure.
    Nothing,
    /// A case has no scenarios.
    NoScenarios,
    /// Where a file was made from.
    Files,
    /// The version of the program.
    Version(&'a str),
    /// What the year's sheet is.
    Years,
    /// A chart of cash.
    ChartCash,
    /// A chart of who pays and who saves.
    ChartParties,
    /// What a party pays.
    Pays,
    /// What a party can take out of its budget, and is repaid.
    GetsBack,
}

/// A sheet of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What it is.
    ReadMe,
    /// The answer.
    Verdict,
    /// What it rests on.
    Inputs,
    /// Investments and financing.
    Plan,
    /// Income and costs.
    Exploitation,
    /// Cash.
    Liquidity,
    /// What is owned and owed.
    Balance,
    /// Loans.
    Loans,
    /// All statements by year.
    Years,
    /// Who pays and who benefits.
    Parties,
    /// Scenarios.
    Scenarios,
    /// Where figures come from.
    Sources,
}

/// Why an input is changed in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept<'a> {
    /// An entry that rests on it is not reckoned by formulas.
    Entry {
        /// What that is called.
        name: &'a str,
        /// Why it is not.
        cause: Cause,
    },
    /// A scenario changes what there is from a month on.
    From,
    /// What depends on it is a present value, a search or a draw.
    Worth,
    /// It has more decimals than formulas reckon with.
    Decimals,
    /// It says how a price comes from a list.
    Listed,
    /// Nothing shown here depends on it.
    Unused,
    /// It decides which formulas there are.
    Settled,
}

/// Why an entry is not reckoned by formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is an outcome payment.
    Outcome,
    /// It fades.
    Fade,
    /// It is paid at milestones.
    Milestones,
    /// It is something else from a month on.
    From,
    /// It shares the costs that it covers.
    Shared,
    /// It is from before the start.
    Before,
    /// It is sold.
    Sold,
    /// Money is set apart, here or for it.
    Reserve,
    /// It follows several entries, or some of the time.
    Several,
    /// What it follows or covers is fixed.
    Followed,
    /// Its interest changes.
    Rates,
    /// Its numbers are too large, or too fine.
    Large,
}

/// What a workbook says, in words.
pub fn workbook(language: Language, words: Workbook<'_>) -> String {
    let said: [&str; 2] = match words {
        Workbook::Tab(tab) => tab_name(tab),
        Workbook::Ask => ["veranderd: vraag bizcase", "changed: ask bizcase"],
        Workbook::NoFund => [
            "een fonds heeft geen werkmap: kies .html, .pdf of .md",
            "a fund has no workbook: choose .html, .pdf or .md",
        ],
        Workbook::NoLetter => [
            "een werkmap is er voor iedereen: een brief met `--for` kan met .html, .pdf of .md",
            "a workbook is for everyone: a letter by `--for` goes with .html, .pdf or .md",
        ],
        Workbook::Fixed(kept) => return kept_words(language, kept),
        Workbook::Yes | Workbook::IsLive => ["ja", "yes"],
        Workbook::No => ["nee", "no"],
        Workbook::Promised => ["Toegezegd?", "Promised?"],
        Workbook::Settled => ["Wanneer, en hoe", "When, and how"],
        Workbook::PromisedName(name) => {
            return match language {
                Language::Nl => format!("{name}: toegezegd"),
                Language::En => format!("{name}: promised"),
            };
        }
        Workbook::Path => ["Plaats in het bestand", "Place in the file"],
        Workbook::What => ["Wat", "What"],
        Workbook::Value => ["Waarde", "Value"],
        Workbook::Live => ["Hier te veranderen?", "Can it be changed here?"],
        Workbook::AboutInputs => [
            "Wat geel is, kunt u hier veranderen: alles rekent mee. Wat grijs is, verandert u in het bestand.",
            "What is yellow can be changed here, and everything follows. What is grey is changed in the file.",
        ],
        Workbook::About(paragraph) => about(paragraph),
        Workbook::Engines => [
            "Getest in LibreOffice Calc, Gnumeric en IronCalc; niet in Excel zelf, dat was er niet.",
            "Tested in LibreOffice Calc, Gnumeric and IronCalc; not in Excel itself, which was not at hand.",
        ],
        Workbook::When => ["Wanneer", "When"],
        Workbook::AtStart => ["bij de start", "at the start"],
        Workbook::Run(true) => ["op zekere financiering", "on certain funding"],
        Workbook::Run(false) => ["op alle financiering", "on all funding"],
        Workbook::Answer => ["Is de businesscase sluitend?", "Does the case close?"],
        Workbook::Passes => ["gehaald", "passes"],
        Workbook::Fails => ["niet gehaald", "fails"],
        Workbook::Nothing => ["niet van toepassing", "not applicable"],
        Workbook::NoScenarios => {
            ["Dit bestand heeft geen scenario's.", "This file has no scenarios."]
        }
        Workbook::Files => ["Gemaakt van", "Made from"],
        Workbook::Version(version) => return format!("bizcase {version}"),
        Workbook::Years => ["Alles per jaar", "Everything by year"],
        Workbook::ChartCash => ["Kas per maand", "Cash by month"],
        Workbook::Pays => ["betaalt", "pays"],
        Workbook::GetsBack => {
            ["bespaart in geld, en krijgt terug", "saves in money, and is repaid"]
        }
        Workbook::ChartParties => {
            ["Wie betaalt, en wat het hun bespaart", "Who pays, and what it saves them"]
        }
    };
    let [nl, en] = said;
    match language {
        Language::Nl => nl.to_owned(),
        Language::En => en.to_owned(),
    }
}

fn tab_name(tab: Tab) -> [&'static str; 2] {
    match tab {
        Tab::ReadMe => ["Lees mij", "Read me"],
        Tab::Verdict => ["Oordeel", "Verdict"],
        Tab::Inputs => ["Invoer", "Inputs"],
        Tab::Plan => ["Investeringen", "Investments"],
        Tab::Exploitation => ["Exploitatie", "Operating"],
        Tab::Liquidity => ["Liquiditeit", "Liquidity"],
        Tab::Balance => ["Balans", "Balance sheet"],
        Tab::Loans => ["Leningen", "Loans"],
        Tab::Years => ["Jaren", "Years"],
        Tab::Parties => ["Partijen", "Parties"],
        Tab::Scenarios => ["Scenario's", "Scenarios"],
        Tab::Sources => ["Bronnen", "Sources"],
    }
}

fn kept_words(language: Language, kept: Kept<'_>) -> String {
    let why = match (kept, language) {
        (Kept::Entry { name, cause }, Language::Nl) => {
            format!("“{name}” staat hier vast, want {}", cause_words(cause)[0])
        }
        (Kept::Entry { name, cause }, Language::En) => {
            format!("“{name}” is fixed here, for {}", cause_words(cause)[1])
        }
        (Kept::From, Language::Nl) => "een scenario verandert het vanaf een maand".to_owned(),
        (Kept::From, Language::En) => "a scenario changes it from a month on".to_owned(),
        (Kept::Worth, Language::Nl) => "contante waarden staan hier vast".to_owned(),
        (Kept::Worth, Language::En) => "present values are fixed here".to_owned(),
        (Kept::Decimals, Language::Nl) => {
            "het heeft te veel decimalen voor deze werkmap".to_owned()
        }
        (Kept::Decimals, Language::En) => "it has too many decimals for this workbook".to_owned(),
        (Kept::Listed, Language::Nl) => {
            "de prijzen uit lijsten staan hier al omgerekend".to_owned()
        }
        (Kept::Listed, Language::En) => "prices from lists stand here as they came out".to_owned(),
        (Kept::Unused, Language::Nl) => "niets in deze werkmap hangt ervan af".to_owned(),
        (Kept::Unused, Language::En) => "nothing in this workbook depends on it".to_owned(),
        (Kept::Settled, Language::Nl) => "de formules zelf hangen ervan af".to_owned(),
        (Kept::Settled, Language::En) => "the formulas themselves depend on it".to_owned(),
    };
    match language {
        Language::Nl => format!("verander het in het bestand: {why}"),
        Language::En => format!("change it in the file: {why}"),
    }
}

fn cause_words(cause: Cause) -> [&'static str; 2] {
    match cause {
        Cause::Outcome => ["het is een resultaatbetaling", "it is an outcome payment"],
        Cause::Fade => ["het wordt afgebouwd", "it fades"],
        Cause::Milestones => ["het wordt in delen betaald", "it is paid at milestones"],
        Cause::From => {
            ["een scenario verandert het vanaf een maand", "a scenario changes it from a month on"]
        }
        Cause::Shared => {
            ["het dekt kosten samen met een ander", "it covers costs together with another"]
        }
        Cause::Before => ["het is van voor de start", "it is from before the start"],
        Cause::Sold => ["het wordt verkocht", "it is sold"],
        Cause::Reserve => ["er wordt geld voor opzijgezet", "money is set apart for it"],
        Cause::Several => {
            ["het volgt meer posten, of niet altijd", "it follows several entries, or not always"]
        }
        Cause::Followed => ["waar het op rust staat ook vast", "what it rests on is fixed too"],
        Cause::Rates => ["het heeft meer dan één rente", "it has more than one rate of interest"],
        Cause::Large => [
            "de getallen zijn te groot of te fijn voor formules",
            "its numbers are too large or too fine for formulas",
        ],
    }
}

fn about(paragraph: usize) -> [&'static str; 2] {
    match paragraph {
        0 => [
            "Deze werkmap rekent de begroting zelf na. Verander op het blad Invoer wat geel is: de overzichten, de kas en het oordeel gaan mee, tot op de cent zoals bizcase ze berekent.",
            "This workbook reckons the case itself. Change what is yellow on the sheet Inputs: the statements, the cash and the verdict follow, to the cent as bizcase computes them.",
        ],
        1 => [
            "Grijze getallen staan vast: verander ze in het bestand en maak de werkmap opnieuw. Het blad Invoer zegt bij elk waarom.",
            "Grey figures are fixed: change them in the file and make the workbook again. The sheet Inputs says why, for each.",
        ],
        2 => [
            "Waar een zin of een vast getal niet meer klopt omdat u iets veranderde, staat ‘veranderd: vraag bizcase’.",
            "Where a sentence or a fixed figure no longer holds because you changed something, it says “changed: ask bizcase”.",
        ],
        _ => [
            "De bladen zijn beveiligd zonder wachtwoord, zodat een formule niet per ongeluk verdwijnt.",
            "The sheets are protected without a password, so that no formula is lost by accident.",
        ],
    }
}
