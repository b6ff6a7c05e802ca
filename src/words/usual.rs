//! What a key is when the file does not say: the defaults that are not simply nothing.

use rust_decimal::Decimal;

/// How many years are looked at.
pub const YEARS: u32 = 10;

/// The currency.
pub const CURRENCY: &str = "EUR";

/// By how much later money counts less: 2.25%.
pub const DISCOUNT_RATE: Decimal = hundredths_of_percent(225);

/// The least income that recurs over debt service: 1.2.
pub const MIN_DSCR: Decimal = Decimal::from_parts(12, 0, 0, false, 1);

/// The largest part of the income that one party may bring: 50%.
pub const MAX_DEPENDENCE: Decimal = hundredths_of_percent(5_000);

/// The least that comes back of what is put in, to public parties or to society.
pub const MIN_RETURN: Decimal = Decimal::ONE;

/// The part of an avoided cost that can be taken out of a budget.
pub const CASHABLE: Decimal = Decimal::ONE;

/// How the volume of sales changes in a crisis: -20%.
pub const CRISIS_SALES: Decimal = Decimal::from_parts(2, 0, 0, true, 1);

/// How the prices of costs change in a crisis: +10%.
pub const CRISIS_COSTS: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// What a crisis adds to interest: two points.
pub const CRISIS_INTEREST: Decimal = hundredths_of_percent(200);

/// In how many months funding steps down in a transition.
pub const TRANSITION_MONTHS: i32 = 24;

/// How many months late income starts.
pub const LATE_MONTHS: i32 = 6;

/// Who a fund is in a case that does not say otherwise.
pub const PARTY_OF_FUND: &str = "fund";

const fn hundredths_of_percent(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 4)
}
