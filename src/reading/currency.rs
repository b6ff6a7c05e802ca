//! The currencies of ISO 4217 and their decimals.

use super::keys::{Problems, Slot};
use super::nearest::nearest;
use super::text::text;
use crate::document::ValueMistake;

const TWO_DECIMALS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL \
     BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP \
     GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK \
     LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
     NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN \
     SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW \
     ZWG";
const NO_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const THREE_DECIMALS: &str = "BHD IQD JOD KWD LYD OMR TND";
const FOUR_DECIMALS: &str = "CLF UYW";

/// The code of a currency with two decimals.
pub fn currency<'d>(slot: Slot<'d>, problems: &mut Problems) -> Option<&'d str> {
    let code = text(slot, problems)?;
    let written = code.to_owned();
    match decimals(code) {
        Some(2) => Some(code),
        Some(decimals) => {
            slot.wrong(ValueMistake::CurrencyDecimals { written, decimals }, problems)
        }
        None => {
            let near = meant(code);
            slot.wrong(ValueMistake::CurrencyUnknown { written, near }, problems)
        }
    }
}

fn decimals(code: &str) -> Option<u32> {
    let in_list = |list: &str| list.split_ascii_whitespace().any(|known| known == code);
    [(TWO_DECIMALS, 2), (NO_DECIMALS, 0), (THREE_DECIMALS, 3), (FOUR_DECIMALS, 4)]
        .into_iter()
        .find(|(list, _)| in_list(list))
        .map(|(_, decimals)| decimals)
}

fn meant(code: &str) -> Option<String> {
    match code.to_lowercase().as_str() {
        "€" | "euro" | "euros" => return Some("EUR".to_owned()),
        "$" | "dollar" => return Some("USD".to_owned()),
        "£" | "pound" => return Some("GBP".to_owned()),
        _ => {}
    }
    let upper = code.to_uppercase();
    if decimals(&upper) == Some(2) {
        return Some(upper);
    }
    nearest(&upper, TWO_DECIMALS.split_ascii_whitespace()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_in_one_list() {
        let all = [TWO_DECIMALS, NO_DECIMALS, THREE_DECIMALS, FOUR_DECIMALS].join(" ");
        let mut codes: Vec<_> = all.split_ascii_whitespace().collect();
        let listed = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), listed);
        assert!(codes.iter().all(|code| code.len() == 3));
    }

    #[test]
    fn small_letters_and_signs_are_understood() {
        assert_eq!(meant("eur").as_deref(), Some("EUR"));
        assert_eq!(meant("€").as_deref(), Some("EUR"));
        assert_eq!(decimals("JPY"), Some(0));
        assert_eq!(decimals("KWD"), Some(3));
    }
}
