//! Dutch words around the questions of a first case.

use crate::language::New;

/// The words.
pub fn new(say: &New<'_>) -> String {
    match say {
        New::NobodyToAsk => "hier is niemand om vragen aan te stellen: noem een bestand met antwoorden \
                             met `--answers`, of een voorbeeld met `--from`"
            .to_owned(),
        New::Exists(file) => {
            format!("`{file}` bestaat al en blijft zoals het is: noem een ander bestand")
        }
        New::Overwrite(file) => format!("{file} bestaat al. Overschrijven?"),
        New::OtherName => "Onder welke andere naam?".to_owned(),
        New::Read { written, read } => format!("`{written}` is gelezen als {read}"),
        New::Keys => "Enter slaat een vraag over, Esc of pijl omhoog gaat terug naar de vorige, Ctrl-C stopt \
                      en schrijft niets."
            .to_owned(),
        New::NoneOfThese => "geen van deze".to_owned(),
        New::Skip => "overslaan".to_owned(),
        New::Yes => "ja".to_owned(),
        New::No => "nee".to_owned(),
        New::Stopped => "gestopt; er is niets geschreven".to_owned(),
    }
}
