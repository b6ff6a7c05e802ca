//! Dutch words for what can be wrong with a fund and the cases that it names.

use super::reference::exists;
use crate::document::{FundMistake, Unreadable};

/// What is wrong and how to mend it.
pub fn words(mistake: &FundMistake) -> (String, String) {
    match mistake {
        FundMistake::FileUnreadable { path, cause } => unreadable(path, *cause),
        FundMistake::NamesFund { path } => (
            format!("`{path}` is zelf een fonds, en een fonds leent alleen uit aan initiatieven"),
            "noem het bestand van de businesscase van een initiatief".to_owned(),
        ),
        FundMistake::PartyNotInCase { path, party, lender: Some(lender), .. } => (
            format!("in `{path}` staat geen partij `{party}` die dit fonds kan zijn"),
            format!(
                "schrijf hier `party = \"{lender}\"`: de revolverende lening is van die partij"
            ),
        ),
        FundMistake::PartyNotInCase { path, party, lender: None, known } => (
            format!("in `{path}` staat geen partij `{party}` die dit fonds kan zijn"),
            exists(
                known,
                "de partijen zijn",
                &format!("zet `[party.{party}]` en een lening van die partij in de businesscase"),
            ),
        ),
        FundMistake::NothingAsked { path, party } => (
            format!("`{path}` vraagt bij dit fonds niets aan"),
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
                "het fonds kan `{loan}` niet in {on} verstrekken, want het initiatief begint pas \
                 in {start}"
            ),
            "laat de lening niet eerder dan de start van de businesscase opnemen".to_owned(),
        ),
        FundMistake::UpToWithoutEvery => (
            "`up_to` begrenst hoeveel er komen, maar deze komt maar één keer".to_owned(),
            "vermeld hoe vaak er een nieuwe komt, zoals in `every = \"18 months\"`, of laat \
             `up_to` weg"
                .to_owned(),
        ),
        FundMistake::UpToOutOfBounds { written } => (
            format!("`up_to` kan niet {written} zijn"),
            "schrijf een geheel getal vanaf 1, zoals in `up_to = 5`".to_owned(),
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
            format!("{month} ligt vóór de start van het fonds, {start}"),
            format!("schrijf bij `{key}` de start van het fonds of een latere maand"),
        ),
        FundMistake::FactsLeftOut => (
            "een fonds rekent met businesscases zoals die gepland waren: deze realisatie telt niet mee"
                .to_owned(),
            "`check` op de businesscase zelf telt die wel mee".to_owned(),
        ),
        FundMistake::PastFund { entry, begins, last } => (
            format!(
                "`{entry}` komt in {begins}, terwijl het fonds tot en met {last} loopt, en telt \
                 dus niet mee"
            ),
            "kies een eerdere maand, of geef het fonds meer jaren (`years`)".to_owned(),
        ),
    }
}

/// Why a file that another one names is not read.
pub fn unreadable(path: &str, cause: Unreadable) -> (String, String) {
    match cause {
        Unreadable::Missing => (
            format!("er is geen bestand `{path}`"),
            "schrijf het pad gezien vanuit de map van het bestand dat het noemt".to_owned(),
        ),
        Unreadable::Forbidden => (
            format!("`{path}` mag niet worden gelezen"),
            "vraag leesrechten voor dat bestand aan".to_owned(),
        ),
        Unreadable::Folder => {
            (format!("`{path}` is een map"), "noem één bestand daarin".to_owned())
        }
        Unreadable::NoFile => (
            format!("`{path}` is geen gewoon bestand"),
            "noem een bestand met tekst; een pipe wordt alleen gelezen als u die zelf intypt"
                .to_owned(),
        ),
        Unreadable::Outside => (
            format!(
                "`{path}` ligt buiten de map van het opgevraagde bestand, en ook buiten de \
                 repository ervan"
            ),
            "zet de bestanden in één map, of voeg `--allow-outside` toe als u vertrouwt wat dit \
             bestand noemt"
                .to_owned(),
        ),
        Unreadable::NoCase => (
            format!(
                "`{path}` is niet te herkennen als businesscase of fonds, en wordt daarom niet \
                 gelezen"
            ),
            "noem een bestand dat begint met `format = 1`, of zet dat erboven".to_owned(),
        ),
        Unreadable::Other => (
            format!("`{path}` kan niet worden gelezen"),
            "kijk of het bestand in een ander programma wel opengaat".to_owned(),
        ),
    }
}
