//! Words that the program knows, as values of options.

use crate::language::Language;
use crate::statements::Counted;
use crate::words::Word;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use strum::VariantArray;

impl ValueEnum for Counted {
    fn value_variants<'a>() -> &'a [Self] {
        Self::VARIANTS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let means = match self {
            Self::Certain => "What is promised, and what is forecast as sales",
            Self::All => "What is requested too",
        };
        Some(PossibleValue::new(self.spelled()).help(means))
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        Self::VARIANTS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let name = match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
        };
        Some(PossibleValue::new(self.spelled()).help(name))
    }
}
