//! "Did you mean": the word that was probably meant.

use strsim::damerau_levenshtein;

/// The candidate that a word resembles, if one does.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_ascii_lowercase();
    let meant = english(&word);
    candidates
        .filter_map(|candidate| Some((distance(&word, meant, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How far a candidate is from the word, when it is near enough to be meant.
fn distance(word: &str, meant: Option<&str>, candidate: &str) -> Option<usize> {
    if meant == Some(candidate) {
        return Some(0);
    }
    // What people forget is the group ("day_care" for "cost.day_care") or a part of a name.
    let tail = candidate.rsplit('.').next().unwrap_or(candidate);
    if tail == word || word.rsplit('.').next() == Some(candidate) {
        return Some(1);
    }
    let bound = match word.len().max(candidate.len()) {
        // A name longer than people write is not worth the time.
        101.. => return None,
        0..=3 => 1,
        4..=7 => 2,
        length => length / 3,
    };
    let near = damerau_levenshtein(word, candidate);
    let part = word.len() >= 4 && candidate.starts_with(word)
        || candidate.len() >= 4 && word.starts_with(candidate);
    (near <= bound || part).then_some(near)
}

/// The keys and words of the format that a Dutch founder may try first.
fn english(word: &str) -> Option<&'static str> {
    Some(match word {
        "aandeel" | "deel" => "share",
        "aantal" | "hoeveelheid" => "quantity",
        "aflossing" => "repayment",
        "aflossingsvrij" => "bullet",
        "annuitair" | "annuïteit" | "annuiteit" => "annuity",
        "bedrag" | "kosten" => "amount",
        "bedragen" => "amounts",
        "bijdrage" => "contribution",
        "bron" => "source",
        "dekt" => "covers",
        "eenmalig" | "one_off" | "one-off" => "once",
        "eigen_vermogen" => "equity",
        "gift" | "schenking" => "donation",
        "groei" => "growth",
        "indexatie" => "index",
        "jaar" | "jaarlijks" | "annual" | "annually" => "year",
        "jaren" | "looptijd_jaren" => "years",
        "kwartaal" => "quarter",
        "lening" => "loan",
        "levensduur" | "afschrijving" => "life",
        "lineair" => "linear",
        "looptijd" => "term",
        "maand" | "maandelijks" => "month",
        "naam" => "name",
        "omzet" | "verkoop" => "sales",
        "openbaar" | "publiek" => "public",
        "partij" => "party",
        "periode" | "period" | "frequency" => "per",
        "prijs" => "price",
        "rente" => "interest",
        "seizoen" => "season",
        "soort" | "type" => "kind",
        "structureel" => "structural",
        "subsidie" => "subsidy",
        "tot" | "eind" | "einde" | "end" | "to" => "until",
        "uit" => "off",
        "valuta" => "currency",
        "vanaf" | "begin" | "start" => "from",
        "verhaal" => "story",
        "vermeden" => "avoided",
        "verzilverbaar" => "cashable",
        "waarde" => "value",
        _ => return None,
    })
}
