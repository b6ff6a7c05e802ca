//! Many cases for spreadsheets: the same in every language.

use crate::portfolio::Portfolio;
use crate::render::csv::CsvTable;

/// The columns: a row for each party in each calendar year.
const COLUMNS: [&str; 10] = [
    "currency", "party", "name", "year", "asked", "promised", "paid", "repaid", "saved", "cashable",
];

/// What each party pays and gets in each calendar year.
///
/// # Errors
/// When the table cannot be written.
pub fn table(portfolio: &Portfolio) -> Result<String, csv::Error> {
    let mut table = CsvTable::new(COLUMNS)?;
    for sums in &portfolio.currencies {
        for (key, party) in &sums.parties {
            let name = party.name.to_programs(party.language);
            for (year, of_year) in &party.years {
                let year = year.to_string();
                let named = [&sums.currency, key, name, &year].map(str::to_owned);
                let amounts = [
                    of_year.asked,
                    of_year.promised,
                    of_year.paid,
                    of_year.repaid,
                    of_year.saved,
                    of_year.cashable,
                ];
                table.row(named.into_iter().chain(amounts.map(|amount| amount.to_string())))?;
            }
        }
    }
    table.text()
}
