//! What can be wrong with the text of a file before it means anything.

use super::place::{Note, Place};

/// Something that was written in a way that TOML does not know, and how TOML knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it stands in the file.
    pub written: String,
    /// As it should be written.
    pub right: String,
}

/// What is wrong with the text of a file. Most of these are spellings that a Dutch founder would
/// use without a thought, so each has its own sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The bytes are UTF-16, as some Windows programs save "Unicode".
    Utf16,
    /// No text at all: a spreadsheet, a picture.
    Binary,
    /// More bytes than any case needs.
    TooBig {
        /// How many million bytes are read at most.
        limit: usize,
    },
    /// `1.234,56`: points between the thousands and a comma before the decimals.
    DutchNumber(Spelling),
    /// `7,50`.
    DecimalComma(Spelling),
    /// `1.000.000`.
    ThousandsPoints(Spelling),
    /// `1 200`.
    ThousandsSpaces(Spelling),
    /// `1,200`: twelve hundred or one and a fifth.
    AmbiguousComma {
        /// As it stands in the file.
        written: String,
        /// If the comma stands between thousands.
        thousands: String,
        /// If it stands before decimals.
        decimals: String,
    },
    /// `€ 1200`.
    CurrencySign(Spelling),
    /// `2,25%` without quotes.
    BarePercentage(Spelling),
    /// `2027-01` without quotes, or a month in another order or in words.
    BareMonth(Spelling),
    /// `.5`, `007`, `1__0`.
    BadNumber(Spelling),
    /// `100k`, `1.5 mln`.
    NumberInLetters(Spelling),
    /// `5a`, `12e`: letters that say nothing behind digits.
    LettersInNumber {
        /// As it stands in the file.
        written: String,
    },
    /// `3 * 12`.
    Calculation {
        /// As it stands in the file.
        written: String,
        /// What it comes to, where that can be told.
        right: Option<String>,
    },
    /// `100-200`.
    BareRange(Spelling),
    /// `ca. 100`, `veel`, `?` where a number is wanted.
    NoNumber {
        /// The key that takes one.
        key: String,
        /// As it stands in the file.
        written: String,
        /// The number in it, if there is one.
        right: Option<String>,
        /// What the key takes, as it stands in a file.
        example: &'static str,
        /// Whether it takes `"pm"` too.
        pro_memorie: bool,
    },
    /// `?`, `nvt`: nothing yet.
    NoValue {
        /// As it stands in the file.
        written: String,
    },
    /// `ja`, `nee`, `True`.
    TruthWord(Spelling),
    /// The same, where one of a few other words is wanted: `status = ja`.
    TruthForWord {
        /// As it stands in the file.
        written: String,
        /// The key.
        key: String,
        /// The words that it takes.
        words: &'static [&'static str],
    },
    /// “curly” quotes, as word processors make them.
    TypographicQuotes(Spelling),
    /// A quote within a quoted text.
    QuoteInText(Spelling),
    /// `50%, 80%` without brackets around the list.
    BareList(Spelling),
    /// Text without quotes.
    UnquotedText(Spelling),
    /// A day or time that no calendar has.
    BadDate {
        /// As it stands in the file.
        written: String,
    },
    /// `// rent`, `; rent`: a remark as other languages begin one; the right one may be empty.
    ForeignRemark(Spelling),
    /// `amount == 36`, `amount := 36`.
    EqualsSign(Spelling),
    /// Something after a value on the same line.
    TextAfterValue {
        /// What stands there.
        extra: String,
        /// How often it comes, as `per` takes it, where that is what stands there: `per jaar`.
        per: Option<&'static str>,
    },
    /// A second key with its value on the same line.
    SecondKey {
        /// The second key with its value.
        second: String,
    },
    /// Something after the `]` of a table's name.
    TextAfterHeader {
        /// What stands there.
        extra: String,
    },
    /// A key and a value with no `=`, or another sign, between them.
    MissingEquals(Spelling),
    /// `amount`, or `amount =`, and no more.
    KeyWithoutValue {
        /// The key.
        key: String,
    },
    /// `= 5`.
    MissingKey,
    /// A key, or a part of a table's name, with characters that need quotes.
    BadKey(Spelling),
    /// `[]` or `[cost.]`.
    EmptyName,
    /// Quotes that open and never close.
    UnclosedText {
        /// The quotes that would close it: `"`, `'`, `"""` or `'''`.
        quotes: &'static str,
    },
    /// `[` or `{` in a value that never closes, or is closed by the other one.
    UnclosedBracket {
        /// The bracket that would close it.
        close: char,
    },
    /// `[cost.kitchen` without its `]`.
    UnclosedHeader(Spelling),
    /// A closing bracket with nothing to close.
    StrayBracket {
        /// The bracket.
        bracket: char,
    },
    /// Two values of a list, or two keys of an inline table, with no comma between them.
    MissingComma,
    /// A comma with nothing before it.
    ExtraComma,
    /// A key that stands twice in a table.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Option<Place>,
    },
    /// A table that is begun twice.
    DuplicateTable {
        /// Its whole name: `cost.kitchen`.
        table: String,
        /// Where it begins first.
        first: Option<Place>,
    },
    /// Something is put in a table that is no table: `amount = 5` and then `amount.per = "year"`.
    NotATable {
        /// The key of what is no table.
        key: String,
        /// Where that got its value.
        first: Option<Place>,
    },
    /// A backslash in a text that means nothing: `"C:\Users"`.
    BadEscape {
        /// The text in quotes that leave backslashes alone, or with the character that two halves
        /// make; `None` where neither will do.
        right: Option<String>,
        /// Whether the backslash is to be one: then writing it twice will do too.
        twice: bool,
    },
    /// A character that no text may hold as it is.
    ControlCharacter {
        /// The character.
        character: char,
    },
    /// Lists or tables within each other, more deeply than is read.
    TooDeep,
    /// Anything else that TOML does not know.
    Unreadable,
}

/// One list for the codes and for [`Fault::code`]: the `match` that it makes is exhaustive, so no
/// code can be forgotten.
macro_rules! codes {
    ($($fault:pat => $code:literal,)*) => {
        impl Fault {
            /// The codes of all faults.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The stable name of the fault, for scripts and for the reference.
            pub fn code(&self) -> &'static str {
                match self {
                    $($fault => $code,)*
                }
            }
        }
    };
}

codes! {
    Self::NotUtf8 => "not_utf8",
    Self::Utf16 => "utf16",
    Self::Binary => "binary_file",
    Self::TooBig { .. } => "file_too_big",
    Self::DutchNumber(_) => "dutch_number",
    Self::DecimalComma(_) => "decimal_comma",
    Self::ThousandsPoints(_) => "thousands_points",
    Self::ThousandsSpaces(_) => "thousands_spaces",
    Self::AmbiguousComma { .. } => "ambiguous_comma",
    Self::CurrencySign(_) => "currency_sign",
    Self::BarePercentage(_) => "bare_percentage",
    Self::BareMonth(_) => "bare_month",
    Self::BadNumber(_) => "bad_number",
    Self::NumberInLetters(_) => "number_in_letters",
    Self::LettersInNumber { .. } => "letters_in_number",
    Self::Calculation { .. } => "calculation",
    Self::BareRange(_) => "bare_range",
    Self::NoNumber { .. } => "no_number",
    Self::NoValue { .. } => "no_value",
    Self::TruthWord(_) => "truth_word",
    Self::TruthForWord { .. } => "truth_for_word",
    Self::TypographicQuotes(_) => "typographic_quotes",
    Self::QuoteInText(_) => "quote_in_text",
    Self::BareList(_) => "bare_list",
    Self::UnquotedText(_) => "unquoted_text",
    Self::BadDate { .. } => "bad_date",
    Self::ForeignRemark(_) => "foreign_remark",
    Self::EqualsSign(_) => "equals_sign",
    Self::TextAfterValue { .. } => "text_after_value",
    Self::SecondKey { .. } => "second_key",
    Self::TextAfterHeader { .. } => "text_after_header",
    Self::MissingEquals(_) => "missing_equals",
    Self::KeyWithoutValue { .. } => "key_without_value",
    Self::MissingKey => "missing_key",
    Self::BadKey(_) => "bad_key",
    Self::EmptyName => "empty_name",
    Self::UnclosedText { .. } => "unclosed_text",
    Self::UnclosedBracket { .. } => "unclosed_bracket",
    Self::UnclosedHeader(_) => "unclosed_header",
    Self::StrayBracket { .. } => "stray_bracket",
    Self::MissingComma => "missing_comma",
    Self::ExtraComma => "extra_comma",
    Self::DuplicateKey { .. } => "duplicate_key",
    Self::DuplicateTable { .. } => "duplicate_table",
    Self::NotATable { .. } => "not_a_table",
    Self::BadEscape { .. } => "bad_escape",
    Self::ControlCharacter { .. } => "control_character",
    Self::TooDeep => "too_deep",
    Self::Unreadable => "unreadable",
}

impl Fault {
    /// The other place that it is about, and what to say there.
    pub fn also(&self) -> Option<(Place, Note)> {
        match self {
            Self::DuplicateKey { first, .. } | Self::DuplicateTable { first, .. } => {
                first.map(|place| (place, Note::FirstHere))
            }
            Self::NotATable { first, .. } => first.map(|place| (place, Note::ValueHere)),
            _ => None,
        }
    }
}
