//! Price lists: what is in one, and its prices at the level of a case.
//!
//! A list keeps each price as it was published. A case names lists and takes prices from them; a
//! price is then brought to the year before the case starts by the index of its list, and put into
//! the tree beside the key that names it ([`settle`]). From there on it is a price like any other:
//! whatever is laid over a case, swings it or draws from its range finds it where it would find one
//! that somebody wrote.

mod built_in;
mod level;
mod list;
mod lists;
mod read;
mod settle;
mod source;

pub use built_in::{BUILT_IN, built_in};
pub use level::{Level, Way};
pub use list::{Cpi, Listed, PriceList};
pub use lists::{Lists, Taken, check_lists, list_name, named_lists, price_called};
pub use read::{is_list, read};
pub use settle::{
    forget, goes_together, is_listed, keep, keep_apart, settle, settle_opened, settle_phases,
    settled, touches,
};
pub use source::{of_entry, of_number, of_table};
