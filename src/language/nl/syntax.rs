//! Dutch words for what can be wrong with the text of a file.

use crate::document::{Fault, Note, Spelling};
use crate::language::spelled::listed;
use crate::language::{Label, Words};

/// What is said at another place that a problem is about.
pub fn note(note: Note) -> &'static str {
    match note {
        Note::FirstHere => "hier staat het voor het eerst",
        Note::ValueHere => "hier krijgt het een waarde",
        Note::WrongThen => "klopt dan niet",
    }
}

/// The words around problems.
pub fn label(label: Label) -> String {
    match label {
        Label::Error => "fout".to_owned(),
        Label::Warning => "waarschuwing".to_owned(),
        Label::Help => "tip".to_owned(),
        Label::More(count) => format!("... en nog {}", grouped(count)),
    }
}

/// `4321` as `4.321`.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// What is wrong and how to mend it.
pub fn words(fault: &Fault) -> Words {
    let (what, mend) = sentences(fault);
    Words { what, mend }
}

#[expect(
    clippy::too_many_lines,
    reason = "one match a language, so that the compiler finds what has not been said"
)]
fn sentences(fault: &Fault) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match fault {
        Fault::NotUtf8 => say(
            "dit teken is niet in UTF-8 geschreven; daardoor is ook de rest niet te lezen",
            "open het bestand in een teksteditor en sla het opnieuw op met de codering UTF-8",
        ),
        Fault::Utf16 => say(
            "dit bestand is in UTF-16 geschreven; gelezen wordt UTF-8",
            "open het bestand in een teksteditor en sla het opnieuw op met de codering UTF-8",
        ),
        Fault::Binary => say(
            "dit is geen tekstbestand",
            "gelezen wordt tekst, in TOML; kijk of dit het juiste bestand is, en \
             niet een spreadsheet of een document",
        ),
        Fault::TooBig { limit } => (
            format!("dit bestand is groter dan {limit} miljoen bytes"),
            "enkele duizenden is gebruikelijk; kijk of dit het juiste bestand is".to_owned(),
        ),
        Fault::DutchNumber(Spelling { written, right }) => (
            format!(
                "zo wordt een getal hier niet geschreven: `{written}`; zet niets tussen de \
                 duizendtallen en een punt voor de decimalen"
            ),
            number(right),
        ),
        Fault::DecimalComma(Spelling { written, right }) => (
            format!("`{written}` heeft een komma voor de decimalen"),
            format!("gebruik een punt: `{right}`"),
        ),
        Fault::ThousandsPoints(Spelling { written, right }) => (
            format!(
                "in `{written}` staan {} tussen de duizendtallen",
                if written.contains('.') { "punten" } else { "komma's" }
            ),
            number(right),
        ),
        Fault::ThousandsSpaces(Spelling { written, right }) => {
            (format!("in het getal `{written}` staan spaties"), number(right))
        }
        Fault::AmbiguousComma { written, thousands, decimals } => (
            format!(
                "`{written}` is op twee manieren te lezen, en een komma hoort hier niet in \
                     een getal"
            ),
            format!(
                "schrijf `{thousands}` als de komma duizendtallen scheidt, `{decimals}` als \
                     er decimalen achter staan"
            ),
        ),
        Fault::CurrencySign(Spelling { written, right }) => (
            format!("bij `{written}` staat de munteenheid; een bedrag is alleen een getal"),
            format!(
                "schrijf `{right}`; de munteenheid van alle bedragen is `currency` in `[case]` of `[fund]`"
            ),
        ),
        Fault::BarePercentage(Spelling { written, right }) => (
            format!("het percentage `{written}` staat niet tussen aanhalingstekens"),
            format!("schrijf `{right}`"),
        ),
        Fault::BareMonth(Spelling { written, right }) => (
            format!("zo wordt een maand hier niet geschreven: `{written}`"),
            format!("schrijf `{right}`: eerst het jaar, dan de maand, tussen aanhalingstekens"),
        ),
        Fault::BadNumber(Spelling { written, right }) => (
            format!("zo wordt een getal hier niet geschreven: `{written}`"),
            format!("schrijf `{right}`"),
        ),
        Fault::TruthWord(Spelling { written, right }) => (
            format!("`{written}` is geen waarde; ja en nee schrijft u als `true` en `false`"),
            format!("schrijf `{right}`, zonder aanhalingstekens"),
        ),
        Fault::NumberInLetters(Spelling { written, right }) => (
            format!("in `{written}` staan letters voor de duizendtallen"),
            format!("schrijf `{right}`"),
        ),
        Fault::LettersInNumber { written } => (
            format!("in `{written}` staan letters achter de cijfers"),
            "schrijf alleen cijfers, zoals `12_500`; wat ze tellen komt achter een `#`".to_owned(),
        ),
        Fault::Calculation { written, right } => (
            format!("`{written}` is een som, en in een bestand wordt niet gerekend"),
            match right {
                Some(right) => format!(
                    "schrijf de uitkomst: `{right}`; de berekening komt achter een `#`, of in `source`"
                ),
                None => "schrijf de uitkomst; de berekening komt achter een `#`, of in `source`"
                    .to_owned(),
            },
        ),
        Fault::BareRange(Spelling { written, right }) => (
            format!("`{written}` is een bandbreedte, en zegt niet wat u verwacht"),
            format!(
                "schrijf één getal, of de bandbreedte met wat u verwacht als `likely`: `{right}`"
            ),
        ),
        Fault::NoNumber { key, written, right, example, pro_memorie } => (
            format!("bij `{key}` hoort een getal, en dat is `{written}` niet"),
            match (right, pro_memorie) {
                (Some(right), _) => format!("schrijf `{right}`"),
                (None, true) => format!(
                    "schrijf wat u verwacht, zoals `{example}`, of `\"pm\"` voor wat wel genoemd en niet \
                     meegeteld wordt"
                ),
                (None, false) => format!("schrijf wat u verwacht, zoals `{example}`"),
            },
        ),
        Fault::NoValue { written } => (
            format!("`{written}` is geen waarde"),
            "schrijf wat u verwacht, of laat de regel weg".to_owned(),
        ),
        Fault::TruthForWord { written, key, words } => (
            format!("`{written}` zegt niet welke `{key}` wordt bedoeld"),
            format!(
                "schrijf een van {}",
                listed(&words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>(), "en")
            ),
        ),
        Fault::ForeignRemark(Spelling { written, right }) => (
            format!(
                "zo wordt een opmerking hier niet geschreven: `{written}`; zij begint met een `#`"
            ),
            if right.is_empty() {
                format!("laat `{written}` weg")
            } else {
                format!("schrijf `{right}`")
            },
        ),
        Fault::EqualsSign(Spelling { right, .. }) => (
            "tussen een sleutel en zijn waarde staat één `=`".to_owned(),
            format!("schrijf `{right}`"),
        ),
        Fault::TypographicQuotes(Spelling { written, right }) => (
            format!("{written} staat tussen aanhalingstekens van een tekstverwerker"),
            format!("gebruik rechte aanhalingstekens: {right}"),
        ),
        Fault::QuoteInText(Spelling { written, right }) => (
            format!("de tekst {written} wordt afgebroken door een aanhalingsteken erin"),
            format!("schrijf {right}"),
        ),
        Fault::BareList(Spelling { written, right }) => (
            format!("`{written}` is een lijst zonder haken eromheen"),
            format!("schrijf `{right}`"),
        ),
        Fault::UnquotedText(Spelling { written, right }) => (
            format!("de tekst `{written}` staat niet tussen aanhalingstekens"),
            format!("schrijf `{right}`"),
        ),
        Fault::BadDate { written } => (
            format!("`{written}` is geen bestaande datum"),
            "alleen maanden kunnen worden opgegeven, tussen aanhalingstekens: `\"2027-01\"`"
                .to_owned(),
        ),
        Fault::TextAfterValue { extra, per } => (
            format!("`{extra}` staat achter de waarde, waar niets meer kan volgen"),
            match per {
                Some(per) => format!("zet op een eigen regel hoe vaak: `per = \"{per}\"`"),
                None => format!("zet een opmerking achter een `#`: `# {extra}`"),
            },
        ),
        Fault::SecondKey { second } => (
            "op dezelfde regel staat een tweede sleutel".to_owned(),
            format!("zet `{second}` op een eigen regel"),
        ),
        Fault::TextAfterHeader { extra } => (
            format!("`{extra}` staat achter de naam van de tabel, waar niets meer kan volgen"),
            "zet het op de volgende regel".to_owned(),
        ),
        Fault::MissingEquals(Spelling { written, right }) => (
            format!("tussen sleutel en waarde staat geen `=` in `{written}`"),
            format!("schrijf `{right}`"),
        ),
        Fault::KeyWithoutValue { key } => (
            format!("`{key}` heeft geen waarde"),
            format!("zet de waarde achter `{key} =`, of laat de regel weg"),
        ),
        Fault::MissingKey => say(
            "voor de `=` staat geen sleutel",
            "begin de regel met een sleutel, zoals in `amount = 5_000`",
        ),
        Fault::BadKey(Spelling { written, right }) if right.starts_with('"') => (
            format!("`{written}` is zonder aanhalingstekens geen naam"),
            format!("schrijf `{right}`"),
        ),
        Fault::BadKey(Spelling { written, right }) => (
            format!("`{written}` kan geen naam zijn: die bestaat uit a-z, 0-9 en _"),
            format!("schrijf `{right}`, en zet de naam voor lezers in `name = \"...\"`"),
        ),
        Fault::EmptyName => say(
            "in de naam van deze tabel ontbreekt een deel",
            "schrijf een groep en een naam, zoals in `[cost.kitchen]`",
        ),
        Fault::UnclosedText { quotes } => (
            "deze tekst begint met een aanhalingsteken en eindigt nergens".to_owned(),
            format!("zet `{quotes}` waar de tekst eindigt"),
        ),
        Fault::UnclosedBracket { close } => (
            "dit haakje wordt nergens gesloten".to_owned(),
            format!(
                "zet `{close}` op de plaats waar het moet sluiten; pas dan wordt de rest van \
                     het bestand gelezen"
            ),
        ),
        Fault::UnclosedHeader(Spelling { written, right }) => (
            format!("de naam van de tabel `{written}` staat niet tussen haken"),
            format!("schrijf `{right}`"),
        ),
        Fault::StrayBracket { bracket } => (
            format!("deze `{bracket}` sluit niets"),
            "haal het haakje weg, of zet het haakje erbij dat het moet sluiten".to_owned(),
        ),
        Fault::MissingComma => {
            say("voor deze waarde ontbreekt een komma", "zet een komma tussen elke twee waarden")
        }
        Fault::ExtraComma => say("deze komma scheidt niets", "haal de komma weg"),
        Fault::DuplicateKey { key, .. } => (
            format!("`{key}` staat twee keer in dezelfde tabel"),
            "laat één van de twee staan".to_owned(),
        ),
        Fault::DuplicateTable { table, .. } => (
            format!("de tabel `[{table}]` staat twee keer in het bestand"),
            "zet beide onder één kop, of geef deze een andere naam".to_owned(),
        ),
        Fault::NotATable { key, .. } => (
            format!("`{key}` heeft al een waarde, dus er kan niets meer onder staan"),
            "haal één van de twee weg, of geef één ervan een andere naam".to_owned(),
        ),
        Fault::BadEscape { right, twice } => (
            "een backslash heeft in een tekst een eigen betekenis, maar deze combinatie bestaat \
             niet"
                .to_owned(),
            match right {
                Some(right) if *twice => format!("schrijf {right}, of elke backslash dubbel"),
                Some(right) => format!("schrijf {right}: één code voor het hele teken"),
                None => "schrijf elke backslash dubbel".to_owned(),
            },
        ),
        Fault::ControlCharacter { character } => (
            format!("hier staat een onzichtbaar besturingsteken: {}", code_point(*character)),
            "haal het weg; vaak komt het mee als tekst uit een ander programma wordt gekopieerd"
                .to_owned(),
        ),
        Fault::TooDeep => say(
            "dit is te diep genest om te lezen",
            "meer dan vijf niveaus zijn nooit nodig; kijk of dit het juiste bestand is",
        ),
        Fault::Unreadable => say(
            "dit is niet als TOML te lezen",
            "schrijf per regel één `sleutel = waarde`, onder een kop zoals `[cost.kitchen]`",
        ),
    }
}

fn number(right: &str) -> String {
    match crate::document::grouped_number(right) {
        Some(grouped) => format!("schrijf `{right}`, of `{grouped}` als dat beter leest"),
        None => format!("schrijf `{right}`"),
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
