//! Words that people try first: Dutch ones, and English ones that the format does not have.
//!
//! Each key and each word of a short list has its own, so that a new one cannot go without. A word may
//! stand for several keys: in one table it leads to one of them.

use super::{Key, Word};
use strum::VariantArray;

/// The keys and words of the format that a word may stand for.
pub fn meant(word: &str) -> Vec<&'static str> {
    let plain = plain(word);
    let found = |tried: &str| -> Vec<&'static str> {
        every()
            .filter(|(_, words)| words.split_whitespace().any(|word| word == tried))
            .map(|(it, _)| it)
            .collect()
    };
    let whole = found(&plain);
    if !whole.is_empty() {
        return whole;
    }
    // A Dutch compound is what its last part is: "huurkosten" are costs.
    let tails = plain.char_indices().skip(1).map(|(at, _)| plain.get(at..).unwrap_or_default());
    tails
        .take_while(|tail| tail.len() >= SHORTEST_TAIL)
        .map(found)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The letters of the shortest word that is looked for at the end of a longer one.
const SHORTEST_TAIL: usize = 5;

/// Every key and word, with the words that are tried for it.
fn every() -> impl Iterator<Item = (&'static str, &'static str)> {
    let keys = Key::VARIANTS.iter().map(|key| (key.spelled(), key.tried()));
    keys.chain(WORDS.iter().copied())
}

/// A word in small letters without accents, with `_` for what stands between its parts.
fn plain(word: &str) -> String {
    let letter = |c: char| match c {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        ' ' | '-' | '/' => '_',
        c => c,
    };
    let plain: String = word.trim().to_lowercase().chars().map(letter).collect();
    plain.replace(['\'', '’', '.'], "")
}

impl Key {
    /// What people try for it, in small letters without accents.
    #[expect(clippy::too_many_lines, reason = "an arm for each key")]
    const fn tried(self) -> &'static str {
        match self {
            Self::Format => "formaat versie version",
            Self::Extends => "breidt_uit gebaseerd_op basis bouwt_op erft",
            Self::Case => "businesscase zaak casus project bestand dossier",
            Self::Fund => "fonds revolverend_fonds wijkfonds",
            Self::Rate => {
                "tarief tarieven index indexen indexcijfers indices prijsstijging prijsstijgingen rates"
            }
            Self::Bias => "biases afwijking afwijkingen optimisme optimism_bias",
            Self::Cpi => {
                "prijsindexcijfers consumentenprijzen consumentenprijsindex inflatie index"
            }
            Self::Party => {
                "partij partijen financier financiers betaler organisatie organisaties baathebber \
                 begunstigde stakeholder stakeholders belanghebbende belanghebbenden fonds parties"
            }
            Self::Cost => {
                "kosten kost uitgaven uitgave lasten kostenpost kostenposten investering investeringen \
                 post posten begroting expenses expense costs investment"
            }
            Self::Funding => {
                "financiering opbrengsten opbrengst inkomsten inkomst baten dekking dekkingsplan middelen \
                 ontvangsten omzet subsidies subsidie lening leningen bijdragen bijdrage \
                 financieringsbronnen income revenue revenues"
            }
            Self::Avoided => {
                "vermeden vermeden_kosten besparing besparingen bespaard bespaarde_kosten \
                 uitgespaarde_kosten minderkosten savings saving"
            }
            Self::Value => {
                "waarde waarden maatschappelijke_waarde maatschappelijke_baten sociale_waarde effect \
                 effecten impact meerwaarde"
            }
            Self::Opening => "beginbalans openingsbalans openstaand balans opening_balance",
            Self::Burden => "last nadeel nadelen maatschappelijke_lasten meerkosten extra_lasten",
            Self::Contribution => "bijdrage bijdragen inleg storting stortingen bijstorting",
            Self::Initiative => "initiatief initiatieven aanvrager aanvragers project projecten",
            Self::Lending => {
                "uitleen uitlening uitleningen leningen lening kleine_leningen krediet microkrediet loans"
            }
            Self::Criteria => {
                "eisen eis toetsen toets drempels drempel criterium normen norm voorwaarden tests"
            }
            Self::Expect => "verwacht verwachting verwachtingen",
            Self::Scenario => "scenarios variant varianten",
            Self::Stress => "stresstest stresstesten schok schokken",
            Self::Actual => "realisatie werkelijk werkelijkheid actuals feiten",
            Self::Kind => "soort type aard categorie vorm",
            Self::Name => "naam titel omschrijving benaming title label",
            Self::Story => "verhaal toelichting beschrijving samenvatting doel description",
            Self::Source => "bron bronnen onderbouwing herkomst aanname aannames opmerking bewijs",
            Self::Off => "uit vervalt vervallen uitgeschakeld niet",
            Self::Role => "rol drager wie_draagt bearer",
            Self::RoleInferred => "rol_afgeleid rol_geschat afgeleid",
            Self::Public => "publiek openbaar overheid publieke_partij",
            Self::Start => {
                "begin aanvang startdatum startmaand begindatum beginmaand ingangsdatum aanvangsdatum"
            }
            Self::Years => {
                "jaren jaar looptijd looptijd_jaren aantal_jaren horizon duur periode verkiezingsjaren year"
            }
            Self::Ends => "eindigt stopt afgelopen tijdelijk eindig project",
            Self::Currency => "valuta munt munteenheid muntsoort",
            Self::OpeningCash => {
                "beginkas beginsaldo kas kassaldo openingssaldo openingskas banksaldo beginstand \
                 liquide_middelen startkapitaal saldo"
            }
            Self::DiscountRate => "discontovoet disconteringsvoet disconto rentevoet",
            Self::Inflation => "inflatie geldontwaarding algemene_prijsstijging cpi",
            Self::PricesLater => "prijzen_later latere_prijzen prijsstijging_later",
            Self::Tags => {
                "labels tag thema themas trefwoord trefwoorden kenmerk kenmerken keywords"
            }
            Self::Discounting => "discontering disconteren verdiscontering",
            Self::Language => "taal",
            Self::Capital => "kapitaal vermogen startkapitaal fondsvermogen eigen_vermogen",
            Self::Reserve => {
                "buffer reservering reserveringen reserves weerstandsvermogen bestemmingsreserve \
                 bestemmingsreserves onderhoudsreserve voorziening groot_onderhoud spaarpot opzij"
            }
            Self::IdleInterest => "spaarrente creditrente rente_op_kas rente",
            Self::Prices => "prijzen prijspeil prijsreeks prijslijsten price_lists",
            Self::PriceFrom => "prijs_uit prijs_van uit_lijst uit_prijslijst price_of from_list",
            Self::Spread => "spreiding bandbreedte",
            Self::NameNl => "naam_nl nederlandse_naam",
            Self::Unit => "eenheid per_eenheid",
            Self::Year => "jaar peiljaar prijspeiljaar",
            Self::PartOf => "deel_van onderdeel_van zit_in",
            Self::Grade => "graad bewijskracht betrouwbaarheid",
            Self::Page => "bladzijde pagina blz",
            Self::Rest => "overige restant overige_maanden",
            Self::Note => "noot toelichting kanttekening",
            Self::Licence => "licentie gebruiksvoorwaarden license",
            Self::Factors => "factoren indexcijfers",
            Self::WhenFull => "wachtlijst vol als_vol",
            Self::Amount => {
                "bedrag som totaal hoogte jaarbedrag maandbedrag hoofdsom leenbedrag kosten lasten \
                 uitgaven opbrengst opbrengsten besparing budget begroot investering salaris waarde \
                 omzet value cost total"
            }
            Self::Amounts => "bedragen jaarbedragen reeks",
            Self::Quantity => {
                "aantal aantallen hoeveelheid hoeveelheden uren uur stuks eenheden fte volume afzet \
                 dagen dagdelen personen deelnemers number units hours"
            }
            Self::Price => {
                "prijs stukprijs eenheidsprijs tarief uurtarief uurloon kostprijs verkoopprijs \
                 prijs_per_stuk prijs_per_eenheid kosten_per_stuk"
            }
            Self::Of => "van over volgt grondslag hoort_bij",
            Self::Share => "aandeel deel percentage procent opslag percent",
            Self::Cap => "plafond maximum max ten_hoogste bovengrens",
            Self::Per => {
                "periode frequentie frequency period ritme interval iedere elke hoe_vaak every"
            }
            Self::On => "op datum maand moment wanneer aanschafdatum date month when",
            Self::From => {
                "vanaf van_maand begin start startdatum begindatum ingang ingangsdatum aanvang since begins"
            }
            Self::Until => {
                "tot tot_en_met tm t_m eind einde einddatum eindmaand eindigt end to till ends"
            }
            Self::Every => "elke iedere om_de herhaling",
            Self::UpTo => "tot_aantal hoogstens maximum_aantal hoe_vaak",
            Self::Ramp => "aanloop ingroei aanloopfase groeipad opbouw",
            Self::Growth => "groei volumegroei groeipercentage",
            Self::Season => "seizoen seizoenen seizoenspatroon maandverdeling",
            Self::Index => {
                "indexatie indexering prijsindex cpi loonindex inflatie prijsstijging indexed"
            }
            Self::Paid => "betaald betaling betaalwijze betaalritme betaalfrequentie uitbetaling",
            Self::Delay => "vertraging betaaltermijn betalingstermijn uitstel",
            Self::Advance => "voorschot bevoorschotting voorschotpercentage",
            Self::Settlement => "vaststelling afrekening eindafrekening nabetaling",
            Self::Settled => "vastgesteld afgerekend vaststelling_per afrekening_per",
            Self::Covers => "dekt geoormerkt oormerk bestemd_voor dekking bestemming",
            Self::For => "voor waarvoor doel",
            Self::Fade => "afbouw afbouwen afbouwregeling",
            Self::Months => "maanden aantal_maanden duur duur_maanden looptijd",
            Self::Structural => "structureel tijdelijk",
            Self::Status => {
                "toegezegd aangevraagd toezegging aanvraag beschikt zekerheid stand stand_van_zaken committed requested"
            }
            Self::Chance => "kans waarschijnlijkheid slagingskans probability",
            Self::Interest => "rente rentepercentage rentevoet rentetarief",
            Self::Repayment => "aflossing aflossingsvorm aflosvorm aflossingswijze aflossen",
            Self::Term => "looptijd leentermijn duur looptijd_jaren jaren aflossingsduur duration",
            Self::Grace => {
                "aflossingsvrij aflossingsvrije_periode rustperiode uitstel_van_aflossing"
            }
            Self::GraceInterest => {
                "rente_aflossingsvrij rente_in_aflossingsvrije_periode bijgeschreven_rente"
            }
            Self::AmortisedOver => "afgelost_over annuiteitenlooptijd rekenlooptijd amortized_over",
            Self::Instalments => "termijnen aflossingstermijnen aflosritme termijn installments",
            Self::Revolving => "revolverend omloop",
            Self::Loss => "verlies verliezen uitval afboeking wanbetaling oninbaar",
            Self::Life => {
                "levensduur afschrijving afschrijvingstermijn afschrijvingsduur gebruiksduur lifetime"
            }
            Self::Sold => "verkocht verkoop_activa restwaarde residual_value",
            Self::Renew => "vernieuwen vernieuwing vervangen vervanging herinvestering",
            Self::Deadweight => "autonoom zou_toch_gebeurd_zijn toch_gebeurd autonome_ontwikkeling",
            Self::Displacement => "verplaatsing verdringing",
            Self::Attribution => "toerekening toerekening_aan_anderen dankzij_anderen",
            Self::Cashable => "verzilverbaar verzilverbaarheid inbaar inverdienbaar",
            Self::Transfer => "overdracht overdrachtsdeel overdrachten inkomensoverdracht",
            Self::Lag => "naijling vertraging ingroeitijd na",
            Self::Lasts => "duurt houdt_aan werkt_door doorwerking duur effectduur",
            Self::DropOff => "uitdoving afname terugval",
            Self::OptimismBias => {
                "optimisme optimismecorrectie onvoorzien onzekerheidsopslag risicoopslag risico_opslag contingency"
            }
            Self::MinCash => {
                "minimale_kas minimumkas minimumsaldo minimale_liquiditeit liquiditeit buffer"
            }
            Self::MinDscr => "minimale_dscr dscr dekkingsgraad",
            Self::MaxDependence => {
                "afhankelijkheid maximale_afhankelijkheid afhankelijkheid_van_de_grootste_financier"
            }
            Self::MinPublicReturn => "terugverdienratio publieke_opbrengst publiek_rendement",
            Self::MinSocialReturn => "maatschappelijk_rendement sroi maatschappelijke_opbrengst",
            Self::Require => "vereist vereisten verplicht moet required",
            Self::Verdict => "oordeel uitkomst conclusie",
            Self::At => "gedateerd op_data",
            Self::Sales => "omzet verkoop verkopen afzet",
            Self::Costs => "kosten uitgaven lasten",
            Self::Parties => "partijen partij",
            Self::Low => "laag laagste minimum min ondergrens lowest",
            Self::Likely => "waarschijnlijk verwacht midden verwachting expected mode middle",
            Self::High => "hoog hoogste maximum max bovengrens highest",
            Self::Shape => "vorm verdeling distribution",
            Self::MovesWith => "beweegt_mee_met samen_met correleert_met",
        }
    }
}

/// The words of short lists, with what people try for them. A word that is the same in Dutch is tried as
/// it is.
const WORDS: &[(&str, &str)] = &[
    (
        "sales",
        "omzet verkoop verkopen verhuur marktinkomsten lidmaatschap lidmaatschappen turnover",
    ),
    ("contract", "opdracht inkoop dienstverlening"),
    ("contribution", "bijdrage bijdragen"),
    ("outcome", "resultaatbetaling resultaatfinanciering resultaat uitkomstbetaling"),
    ("subsidy", "subsidie subsidies"),
    ("grant", "fondsbijdrage fondsenbijdrage fonds toekenning"),
    ("donation", "gift giften donatie donaties schenking sponsoring sponsor"),
    ("equity", "eigen_vermogen eigen_geld eigen_kapitaal inleg aandelenkapitaal"),
    ("loan", "lening leningen krediet geldlening"),
    ("in_kind", "in_natura natura vrijwilligers vrijwilligersuren uren ruimte"),
    ("municipality", "gemeente gemeenten"),
    ("insurer", "zorgverzekeraar verzekeraar"),
    ("care_office", "zorgkantoor zorgkantoren"),
    ("state", "rijk staat rijksoverheid"),
    ("housing", "woningcorporatie corporatie verhuurder"),
    ("justice", "justitie politie rechtspraak"),
    ("household", "huishouden gezin burger burgers"),
    ("employer", "werkgever werkgevers"),
    ("fiscal", "begroting publiek"),
    ("economic", "economisch"),
    ("social", "maatschappelijk sociaal"),
    ("A", "officieel official"),
    ("B", "onderzoek gepubliceerd published"),
    ("C", "eigen own"),
    ("D", "schatting raming estimate"),
    ("once", "eenmalig incidenteel one_off"),
    ("month", "maand maandelijks mnd per_maand monthly"),
    ("quarter", "kwartaal per_kwartaal quarterly"),
    ("year", "jaar jaarlijks per_jaar annual annually yearly"),
    ("monthly", "maand maandelijks month"),
    ("quarterly", "kwartaal per_kwartaal quarter"),
    ("yearly", "jaar jaarlijks per_jaar year annual annually"),
    ("committed", "toegezegd beschikt verleend toegekend zeker definitief ja promised"),
    ("requested", "aangevraagd gevraagd aanvraag onzeker nee asked"),
    ("annuity", "annuitair annuiteit annuiteiten"),
    ("linear", "lineair"),
    ("bullet", "aflossingsvrij ineens einde"),
    ("0", "nul niets zero"),
    ("plan", "begroot gepland planned"),
    ("paid", "betaald"),
    ("added", "bijgeschreven opgeteld"),
    ("receivable", "vordering te_ontvangen debiteur debiteuren"),
    ("payable", "te_betalen crediteur crediteuren openstaande_rekening"),
    ("start", "begin"),
    ("mid", "midden halverwege middle"),
    ("end", "eind einde"),
    ("nl", "nederlands dutch"),
    ("en", "engels english"),
    ("closes", "sluit sluitend ja yes"),
    ("conditional", "voorwaardelijk onder_voorwaarde op_voorwaarde sluitend_op_voorwaarde"),
    ("does_not_close", "sluit_niet niet_sluitend nee no"),
    ("wait", "wachten wachtlijst"),
    ("refuse", "weigeren afwijzen"),
    ("triangular", "driehoek driehoekig driehoeksverdeling triangle"),
    ("uniform", "gelijkmatig gelijk"),
    ("liquidity", "liquiditeit"),
    ("structural", "structureel"),
    ("repayment", "aflossing"),
    ("dscr", "rente_en_aflossing dekkingsgraad"),
    ("dependence", "afhankelijkheid"),
    ("payers", "betalers"),
    ("public_return", "publieke_opbrengst publiek_rendement"),
    ("social_return", "maatschappelijk_rendement maatschappelijke_opbrengst"),
    ("crisis", "recessie"),
    ("election", "verkiezing verkiezingen"),
    ("cold_turkey", "abrupt ineens"),
    ("transition", "overgang afbouw"),
    ("parent_leaves", "grootste_financier_valt_weg moederpartij moederpartij_vertrekt"),
    ("late", "laat vertraagd vertraging"),
    ("handover", "overdracht overname"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Choice, Section, Shock};
    use std::collections::BTreeSet;

    #[test]
    fn the_usual_words_of_a_dutch_budget_lead_to_the_key_of_their_table() {
        let lead = [
            (Section::CaseFile, "kosten", Key::Cost),
            (Section::CaseFile, "opbrengsten", Key::Funding),
            (Section::CaseFile, "baten", Key::Funding),
            (Section::CaseFile, "investering", Key::Cost),
            (Section::CaseFile, "Financiering", Key::Funding),
            (Section::CaseFile, "partij", Key::Party),
            (Section::CaseFile, "vermeden kosten", Key::Avoided),
            (Section::CaseFile, "personeelskosten", Key::Cost),
            (Section::FundFile, "leningen", Key::Lending),
            (Section::Case, "beginkas", Key::OpeningCash),
            (Section::Case, "looptijd", Key::Years),
            (Section::Case, "naam", Key::Name),
            (Section::Loan, "looptijd", Key::Term),
            (Section::Loan, "rente", Key::Interest),
            (Section::Loan, "toegezegd", Key::Status),
            (Section::Income, "aangevraagd", Key::Status),
            (Section::Cost, "uren", Key::Quantity),
            (Section::Cost, "uurtarief", Key::Price),
            (Section::Cost, "kosten", Key::Amount),
            (Section::Cost, "startbedrag", Key::Amount),
            (Section::Cost, "afschrijvingstermijn", Key::Life),
            (Section::Cost, "begin", Key::From),
            (Section::Cost, "t/m", Key::Until),
            (Section::Loan, "annuïteitenlooptijd", Key::AmortisedOver),
        ];
        for (section, word, key) in lead {
            let meant = meant(word);
            let taken: Vec<_> = section.spellings().filter(|key| meant.contains(key)).collect();
            assert_eq!(taken, [key.spelled()], "{word} in {section:?}");
        }
        assert!(meant("zomaar_iets").is_empty());
    }

    #[test]
    fn a_word_leads_to_one_key_of_a_table() {
        let words: BTreeSet<_> = every().flat_map(|(_, words)| words.split_whitespace()).collect();
        assert!(words.len() > 500, "{}", words.len());
        for word in words {
            assert_eq!(plain(word), word, "it would not be found");
            let meant = meant(word);
            for section in Section::VARIANTS {
                let taken: Vec<_> = section.spellings().filter(|key| meant.contains(key)).collect();
                assert!(taken.len() <= 1, "{word} in {section:?}: {taken:?}");
            }
        }
    }

    #[test]
    fn every_word_of_a_short_list_has_its_own() {
        let shocks = Shock::spellings().iter().copied();
        let words: BTreeSet<_> = Choice::VARIANTS
            .iter()
            .flat_map(|choice| choice.words())
            .copied()
            .chain(shocks)
            .collect();
        let known: BTreeSet<_> = WORDS.iter().map(|(word, _)| *word).collect();
        let same: BTreeSet<_> = words.difference(&known).copied().collect();
        // These are the same in Dutch.
        assert_eq!(same, BTreeSet::from(["pert"]));
        assert!(known.is_subset(&words), "{:?}", known.difference(&words).collect::<Vec<_>>());
    }
}
