//! Dutch words for what can be wrong with a case as a whole.

use crate::document::WholeMistake;
use crate::language::Language;
use crate::language::numbers::{list, money, percentage};
use crate::language::spelled::quoted;
use crate::words::{Word, usual};

const NL: Language = Language::Nl;

/// What is wrong and how to mend it.
pub fn words(mistake: &WholeMistake) -> (String, String) {
    match mistake {
        WholeMistake::NoCosts { others: false } => (
            "er valt niets te betalen: er zijn geen kosten, vermeden kosten, waarden, lasten of \
             leningen"
                .to_owned(),
            "voeg toe wat het kost, zoals `[cost.rent]` met een `amount` en `per = \"month\"`"
                .to_owned(),
        ),
        WholeMistake::NoCosts { others: true } => (
            "er tellen geen kosten en geen leningen mee, dus er valt niets te betalen".to_owned(),
            "voeg toe wat het kost; wat `off` is of na de laatste maand begint, telt niet mee"
                .to_owned(),
        ),
        WholeMistake::TemporaryWithoutEnd { entry } => (
            format!("`{entry}` loopt door tot het eind, terwijl zulke financiering ooit stopt"),
            "vermeld de laatste maand, zoals in `until = \"2029-12\"`, of `structural = true` als \
             die niet stopt; is het werk zelf aan het eind klaar, zet dan `ends = true` in `[case]`"
                .to_owned(),
        ),
        WholeMistake::NominalWithRealRate { entry } => (
            format!(
                "prijzen stijgen, zoals die van `{entry}`, terwijl de disconteringsvoet van {} er \
                 een zonder inflatie is",
                percentage(NL, usual::DISCOUNT_RATE)
            ),
            "zeg hoe de prijzen in het algemeen stijgen, zoals met `inflation = \"2%\"` onder \
             `[case]`, of geef een `discount_rate` met inflatie erin"
                .to_owned(),
        ),
        WholeMistake::EndsRequires { test } => (
            format!("`{}` toetst hoe het verdergaat, en deze businesscase eindigt", test.spelled()),
            "laat de toets weg, of laat `ends` in `[case]` weg".to_owned(),
        ),
        WholeMistake::PaidTwice { of, entries, month, share } => (
            format!(
                "in {month} brengen {} samen {} van `{of}` op",
                list(NL, &quoted(entries)),
                percentage(NL, *share)
            ),
            "laat het samen niet boven 100% komen: wat dubbel is betaald, wordt teruggevorderd"
                .to_owned(),
        ),
        WholeMistake::EarmarksExceed { entry, others, alone, left, currency } => (
            format!(
                "ook {} {} wat `{entry}` dekt: daarvan blijft {} van {} over",
                list(NL, &quoted(others)),
                if others.len() == 1 { "claimt" } else { "claimen" },
                money(NL, *left, currency),
                money(NL, *alone, currency)
            ),
            "vraag minder aan, of laat de post andere kosten dekken: één rekening wordt één keer \
             betaald"
                .to_owned(),
        ),
    }
}
