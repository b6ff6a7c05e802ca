//! Dutch words for what can be wrong with a fund and the cases that it names.

use super::reference::exists;
use crate::document::{FundMistake, Unreadable};

/// What is wrong and how to mend it.
pub fn words(mistake: &FundMistake) -> (String, String) {
    match mistake {
        FundMistake::FileUnreadable { path, cause } => unreadable(path, *cause),
        FundMistake::NamesFund { path } => (
            format!("`{path}` is een fonds, en een fonds leent uit aan initiatieven"),
            "noem het bestand van de businesscase van een initiatief".to_owned(),
        ),
        FundMistake::PartyNotInCase { path, party, known } => (
            format!("in `{path}` staat geen partij `{party}` die dit fonds kan zijn"),
            exists(
                known,
                "de partijen zijn",
                &format!("zet `[party.{party}]` en een lening van die partij in de businesscase"),
            ),
        ),
        FundMistake::NothingAsked { path, party } => (
            format!("`{path}` vraagt niets van dit fonds"),
            format!(
                "zet in die businesscase een lening met `party = \"{party}\"` en `revolving = \
                 true`, op te nemen binnen de looptijd ervan"
            ),
        ),
        FundMistake::CurrencyDiffers { path, of_case, of_fund } => (
            format!("`{path}` rekent in {of_case}, en het fonds in {of_fund}"),
            "gebruik in beide dezelfde `currency`".to_owned(),
        ),
        FundMistake::DrawnBeforeStart { loan, on, start } => (
            format!(
                "het fonds kan `{loan}` niet in {on} uitlenen, want het initiatief begint pas in \
                 {start}"
            ),
            "laat de lening op zijn vroegst bij de start van de businesscase opnemen".to_owned(),
        ),
        FundMistake::UpToWithoutEvery => (
            "`up_to` zegt hoeveel er komen van wat maar één keer komt".to_owned(),
            "zeg hoe vaak er een nieuwe komt, zoals `every = \"18 months\"`, of laat `up_to` weg"
                .to_owned(),
        ),
        FundMistake::UpToOutOfBounds { written } => (
            format!("er kunnen er niet {written} komen"),
            "schrijf een geheel getal vanaf 1, zoals `up_to = 5`".to_owned(),
        ),
        FundMistake::FromAMonth { from } => (
            match from {
                Some(from) => format!("een fonds kan niet in {from} een ander fonds worden"),
                None => "een scenario van een fonds geldt vanaf de start ervan".to_owned(),
            },
            "laat `from` weg uit het scenario: dat is voor scenario's van een businesscase"
                .to_owned(),
        ),
        FundMistake::BeforeFund { key, month, start } => (
            format!("{month} ligt voor de start van het fonds, {start}"),
            format!("laat `{key}` de start van het fonds zijn, of later"),
        ),
        FundMistake::PastFund { entry, begins, last } => (
            format!(
                "`{entry}` komt in {begins}, terwijl het fonds tot en met {last} loopt: het telt \
                 niet mee"
            ),
            "laat het eerder komen, of geef het fonds meer jaren (`years`)".to_owned(),
        ),
    }
}

fn unreadable(path: &str, cause: Unreadable) -> (String, String) {
    match cause {
        Unreadable::Missing => (
            format!("er is geen bestand `{path}`"),
            "schrijf het pad zoals het is vanuit de map waarin het bestand van het fonds staat"
                .to_owned(),
        ),
        Unreadable::Forbidden => (
            format!("`{path}` mag niet worden gelezen"),
            "vraag het recht om dat bestand te lezen".to_owned(),
        ),
        Unreadable::Folder => (
            format!("`{path}` is een map"),
            "noem één bestand, en geef elk initiatief een eigen post".to_owned(),
        ),
        Unreadable::Other => (
            format!("`{path}` kan niet worden gelezen"),
            "kijk of een ander programma dat bestand wel kan openen".to_owned(),
        ),
    }
}
