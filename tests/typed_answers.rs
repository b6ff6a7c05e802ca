//! `new` in a terminal: typed, chosen with arrow keys, taken back, skipped and left.

use crate::support::terminal::{Typist, empty_folder};
use std::fs;
use std::path::Path;

const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";
const ESCAPE: &str = "\u{1b}";

/// Skips all questions from here to the end.
fn skip_on(typist: &mut Typist, headings: &[&str]) {
    for heading in headings {
        typist.see(heading).see("> ").keys("\r");
    }
}

const AFTER_SALES: [&str; 8] = [
    "Wie werkt er betaald?",
    "Wie werkt er onbetaald?",
    "Wat kost het gebouw?",
    "Welke andere kosten zijn er?",
    "Wat moet eerst worden aangeschaft?",
    "Wie zou zonder u geld uitgeven, en waaraan?",
    "Welk geld is toegezegd, en welk geld is aangevraagd?",
    "Wat wordt er geleend?",
];

fn files(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn somebody_answers_what_they_know() {
    let folder = empty_folder("typed-answers");
    let mut typist = Typist::begin(&["new", "--lang", "nl"], &folder);
    typist.answer("Hoe heet het?", "Soep");
    // What is none is told, and asked again, with what was typed.
    typist.answer("In welke maand begint het?", "ooit").see("! schrijf een maand");
    typist.erase("ooit").keys("maart 2027\r");
    // The format's own bounds hold too.
    typist.answer("Hoeveel jaar kijken we vooruit?", "80").see("! ");
    typist.erase("80").keys("3\r");
    typist.answer("Voor wie is het", "");
    typist.answer("in kas?", "1.250").see("`1.250` is gelezen als 1_250");
    typist.answer("Wie betaalt, en wie heeft er baat bij", "Gemeente Tilburg");
    // Yes is the second of three.
    typist
        .see("publiek geld uit?")
        .see("(overslaan)")
        .keys(DOWN)
        .see("› ja")
        .keys("\r")
        .see("> ja");
    typist.answer("Wie? (een gemeente", "");
    // Back, from a question to the one before, twice, and on with other answers.
    typist.answer("Wat wordt er verkocht?", "Koppen");
    typist.see("In welke maanden?").see("> ").keys(ESCAPE);
    typist.see("Wat? (maaltijden").see("> Koppen").keys("soep\r");
    typist.answer("In welke maanden?", "");
    typist.answer("Hoeveel?", "40");
    typist.see("maand of in een jaar?").see("(overslaan)").keys(DOWN).see("› month").keys(UP);
    typist.see("› (overslaan)").keys(DOWN).see("› month").keys("\r");
    typist.answer("Wat brengt er één op?", "€ 3,50");
    typist.answer("Wat? (maaltijden", "");
    skip_on(&mut typist, &AFTER_SALES);
    typist.answer("Wat kan er tegenvallen?", "20%");
    typist.answer("kosten hoger uitvallen?", "");
    typist.answer("En als het later begint?", "");
    typist.see("soep.toml is geschreven.").see("De businesscase van Soep is sluitend");
    let (code, screen) = typist.end();
    assert_eq!(code, 0, "{screen}");
    let written = fs::read_to_string(folder.join("soep.toml")).unwrap();
    for line in [
        "# Hoe heet het?\nname = \"Soep\"",
        "start = \"2027-03\"",
        "years = 3",
        "opening_cash = 1_250",
        "language = \"nl\"",
        "[party.gemeente_tilburg]",
        "public = true",
        "[funding.koppensoep]",
        "# Hoeveel?\nquantity = 40",
        "per = \"month\"",
        "price = 3.50",
        "source = \"aanname\"",
        "[stress.crisis]",
        "sales = \"-20%\"",
    ] {
        assert!(written.contains(line), "{line}: {written}");
    }
    assert!(!written.contains("Koppen\""), "{written}");
    // What it costs nobody said yet.
    assert!(written.contains("[cost.unknown]") && !written.contains("[cost.k"), "{written}");
}

#[test]
fn who_stops_leaves_no_file() {
    let folder = empty_folder("typed-stop");
    for stop in ["\u{3}", "\u{4}"] {
        let mut typist = Typist::begin(&["new", "--lang", "en", "mine"], &folder);
        typist.answer("What is it called?", "Soup");
        typist.answer("begin?", "2027-03");
        typist.see("look ahead?").see("> ").keys("4").see("> 4");
        typist.keys_until(stop, "nothing is written");
        let (code, screen) = typist.end();
        assert_eq!((code, files(&folder)), (2, Vec::new()), "{screen}");
    }
    // Also at a choice.
    let mut typist = Typist::begin(&["new", "--lang", "nl"], &folder);
    for question in ["Hoe heet het?", "begint het?", "vooruit?", "Voor wie", "in kas?"] {
        typist.answer(question, "");
    }
    typist.answer("Wie betaalt, en", "Gemeente");
    typist.see("publiek geld uit?").see("nee");
    typist.keys_until("\u{3}", "er is niets geschreven");
    let (code, screen) = typist.end();
    assert_eq!((code, files(&folder)), (2, Vec::new()), "{screen}");
}

#[test]
fn nothing_is_written_over_without_asking() {
    let folder = empty_folder("typed-over");
    fs::write(folder.join("mine.toml"), "mine").unwrap();
    // No: under another name.
    let mut typist = Typist::begin(&["new", "mine", "--from", "taalmaatjes"], &folder);
    typist.see("mine.toml is there already.").see("› no").keys("\r");
    typist.answer("Under what other name?", "other").see("other.toml is written.");
    assert_eq!(typist.end().0, 0);
    assert_eq!(fs::read_to_string(folder.join("mine.toml")).unwrap(), "mine");
    // Away: as it was.
    let mut typist = Typist::begin(&["new", "mine", "--from", "taalmaatjes"], &folder);
    typist.see("› no").keys(ESCAPE).see("nothing is written");
    assert_eq!(typist.end().0, 2);
    assert_eq!(fs::read_to_string(folder.join("mine.toml")).unwrap(), "mine");
    // Yes: over it.
    let mut typist = Typist::begin(&["new", "mine", "--from", "taalmaatjes"], &folder);
    typist.see("› no").keys(DOWN).see("› yes").keys("\r").see("mine.toml is written.");
    assert_eq!(typist.end().0, 0);
    let [mine, other] =
        ["mine.toml", "other.toml"].map(|name| fs::read_to_string(folder.join(name)).unwrap());
    assert_eq!(mine.replace("mine.toml", "other.toml"), other);
}

#[test]
fn a_price_is_picked_from_the_list_by_a_word() {
    let folder = empty_folder("typed-price");
    let mut typist = Typist::begin(&["new", "--lang", "nl", "mijn"], &folder);
    for question in ["Hoe heet het?", "begint het?", "vooruit?", "Voor wie", "in kas?"] {
        typist.answer(question, "");
    }
    typist.answer("Wie betaalt, en", "Zorgkas");
    typist.see("publiek geld uit?").see("nee").keys("\r");
    typist.answer("Wie? (een gemeente", "");
    typist.answer("Wat wordt er verkocht?", "");
    skip_on(&mut typist, &AFTER_SALES[..5]);
    typist.answer("Wie zou zonder u geld uitgeven, en waaraan?", "Spoedeisende hulp");
    typist.see("Wie betaalt dat nu?").see("(overslaan)").keys(DOWN).see("› Zorgkas").keys("\r");
    typist.answer("Hoeveel zijn er minder nodig?", "12");
    typist.answer("Wat kost er daar één van?", "ziekenhuis");
    typist.see("(geen van deze)").see("› 644,00 / dag (2022): Ziekenhuis, verpleegdag");
    typist.keys(DOWN).see("› 120,00 / ").keys("\r").see("> 120,00");
    let headings = ["maand, per jaar", "zonder u gebeurd?", "van een begroting af?", "Waaraan?"];
    typist.see(headings[0]).see("(overslaan)").keys("\r").see("> (overslaan)");
    headings[1..].iter().for_each(|question| {
        typist.answer(question, "");
    });
    skip_on(&mut typist, &AFTER_SALES[6..]);
    for question in ["Wat kan er tegenvallen?", "kosten hoger uitvallen?", "later begint?"] {
        typist.answer(question, "");
    }
    let (code, screen) = typist.end();
    assert_eq!(code, 0, "{screen}");
    let written = fs::read_to_string(folder.join("mijn.toml")).unwrap();
    assert!(written.contains("price_from = \"nl.outpatient\""), "{written}");
    assert!(written.contains("prices = \"nl\""), "{written}");
}
