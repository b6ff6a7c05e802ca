//! English words for what can be wrong with the text of a file.

use crate::document::{Fault, Note, Spelling};
use crate::language::spelled::listed;
use crate::language::{Label, Words};

/// What is said at another place that a problem is about.
pub fn note(note: Note) -> &'static str {
    match note {
        Note::FirstHere => "it stands here first",
        Note::ValueHere => "it gets a value here",
        Note::WrongThen => "is wrong then",
    }
}

/// The words around problems.
pub fn label(label: Label) -> String {
    match label {
        Label::Error => "error".to_owned(),
        Label::Warning => "warning".to_owned(),
        Label::Help => "help".to_owned(),
        Label::More(count) => format!("... and {} more", grouped(count)),
    }
}

/// `4321` as `4,321`.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What is wrong and how to mend it.
pub fn words(fault: &Fault) -> Words {
    let (what, mend) = sentences(fault);
    Words { what, mend }
}

#[expect(
    clippy::too_many_lines,
    reason = "one match a language, so that the compiler finds what has not been said"
)]
fn sentences(fault: &Fault) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match fault {
        Fault::NotUtf8 => say(
            "this character is not written in UTF-8, so the rest can't be read either",
            "open the file in an editor and save it again with the encoding UTF-8",
        ),
        Fault::Utf16 => say(
            "this file is written in UTF-16, and UTF-8 is read",
            "open the file in an editor and save it again with the encoding UTF-8",
        ),
        Fault::Binary => say(
            "this is not a text file",
            "what is read is text, in TOML; check that this is the right file, and not a \
             spreadsheet or a document",
        ),
        Fault::TooBig { limit } => (
            format!("this file has more than {limit} million bytes"),
            "a few thousand are usual; check that this is the right file".to_owned(),
        ),
        Fault::DutchNumber(Spelling { written, right }) => (
            format!(
                "`{written}` is not how a number is written: nothing stands between its thousands, and a \
                     point before its decimals"
            ),
            number(right),
        ),
        Fault::DecimalComma(Spelling { written, right }) => (
            format!("`{written}` has a comma where its decimals begin"),
            format!("use a point: `{right}`"),
        ),
        Fault::ThousandsPoints(Spelling { written, right }) => (
            format!(
                "`{written}` has {} between its thousands",
                if written.contains('.') { "points" } else { "commas" }
            ),
            number(right),
        ),
        Fault::ThousandsSpaces(Spelling { written, right }) => {
            (format!("the number `{written}` has spaces in it"), number(right))
        }
        Fault::AmbiguousComma { written, thousands, decimals } => (
            format!("`{written}` can be read in two ways, and a number has no comma here"),
            format!(
                "write `{thousands}` if the comma separates thousands, `{decimals}` if it \
                     begins the decimals"
            ),
        ),
        Fault::CurrencySign(Spelling { written, right }) => (
            format!("`{written}` says its currency, and an amount is only a number"),
            format!(
                "write `{right}`; the currency of all amounts is `currency` in `[case]` or `[fund]`"
            ),
        ),
        Fault::BarePercentage(Spelling { written, right }) => (
            format!("the percentage `{written}` has no quotes around it"),
            format!("write `{right}`"),
        ),
        Fault::BareMonth(Spelling { written, right }) => (
            format!("`{written}` is not how a month is written"),
            format!("write `{right}`: the year, then the month, in quotes"),
        ),
        Fault::BadNumber(Spelling { written, right }) => {
            (format!("`{written}` is not how a number is written"), format!("write `{right}`"))
        }
        Fault::TruthWord(Spelling { written, right }) => (
            format!("`{written}` is not a value; yes and no are written `true` and `false`"),
            format!("write `{right}`, without quotes"),
        ),
        Fault::NumberInLetters(Spelling { written, right }) => {
            (format!("`{written}` has letters for its thousands"), format!("write `{right}`"))
        }
        Fault::LettersInNumber { written } => (
            format!("`{written}` has letters behind its digits"),
            "write only digits, as in `12_500`; what they count goes behind a `#`".to_owned(),
        ),
        Fault::Calculation { written, right } => (
            format!("`{written}` is a sum, and nothing is calculated in a file"),
            match right {
                Some(right) => {
                    format!(
                        "write what it comes to: `{right}`; how goes behind a `#`, or in `source`"
                    )
                }
                None => "write what it comes to; how goes behind a `#`, or in `source`".to_owned(),
            },
        ),
        Fault::BareRange(Spelling { written, right }) => (
            format!("`{written}` is a range, and says nothing of what you expect"),
            format!("write one number, or the range with what you expect as `likely`: `{right}`"),
        ),
        Fault::NoNumber { key, written, right, example, pro_memorie } => (
            format!("`{key}` takes a number, and `{written}` is none"),
            match (right, pro_memorie) {
                (Some(right), _) => format!("write `{right}`"),
                (None, true) => format!(
                    "write what you expect, as in `{example}`, or `\"pm\"` for what is named and not \
                     counted"
                ),
                (None, false) => format!("write what you expect, as in `{example}`"),
            },
        ),
        Fault::NoValue { written } => (
            format!("`{written}` is no value"),
            "write what you expect, or leave the line out".to_owned(),
        ),
        Fault::TruthForWord { written, key, words } => (
            format!("`{written}` does not say which `{key}` is meant"),
            format!(
                "write one of {}",
                listed(&words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>(), "and")
            ),
        ),
        Fault::ForeignRemark(Spelling { written, right }) => (
            format!("`{written}` is no remark here: a remark begins with a `#`"),
            if right.is_empty() {
                format!("leave the `{written}` out")
            } else {
                format!("write `{right}`")
            },
        ),
        Fault::EqualsSign(Spelling { right, .. }) => {
            ("between a key and its value stands one `=`".to_owned(), format!("write `{right}`"))
        }
        Fault::TypographicQuotes(Spelling { written, right }) => (
            format!("{written} stands between quotes of a word processor"),
            format!("use straight quotes: {right}"),
        ),
        Fault::QuoteInText(Spelling { written, right }) => (
            format!("the text {written} is cut off by a quote within it"),
            format!("write {right}"),
        ),
        Fault::BareList(Spelling { written, right }) => (
            format!("`{written}` is a list without brackets around it"),
            format!("write `{right}`"),
        ),
        Fault::UnquotedText(Spelling { written, right }) => {
            (format!("the text `{written}` has no quotes around it"), format!("write `{right}`"))
        }
        Fault::BadDate { written } => (
            format!("`{written}` is not a date that exists"),
            "the format knows months only, in quotes: `\"2027-01\"`".to_owned(),
        ),
        Fault::TextAfterValue { extra, per } => (
            format!("`{extra}` stands after the value, where nothing can follow"),
            match per {
                Some(per) => format!("say how often on a line of its own: `per = \"{per}\"`"),
                None => format!("put a remark behind a `#`: `# {extra}`"),
            },
        ),
        Fault::SecondKey { second } => (
            "a second key stands on the same line".to_owned(),
            format!("put `{second}` on a line of its own"),
        ),
        Fault::TextAfterHeader { extra } => (
            format!("`{extra}` stands after the name of the table, where nothing can follow"),
            "put it on the next line".to_owned(),
        ),
        Fault::MissingEquals(Spelling { written, right }) => (
            format!("there is no `=` between key and value in `{written}`"),
            format!("write `{right}`"),
        ),
        Fault::KeyWithoutValue { key } => (
            format!("`{key}` has no value"),
            format!("write its value after `{key} =`, or leave the line out"),
        ),
        Fault::MissingKey => say(
            "there is no key before the `=`",
            "begin the line with a key, as in `amount = 5_000`",
        ),
        Fault::BadKey(Spelling { written, right }) if right.starts_with('"') => {
            (format!("`{written}` is no name without quotes"), format!("write `{right}`"))
        }
        Fault::BadKey(Spelling { written, right }) => (
            format!("`{written}` can't be a name: it is made of a-z, 0-9 and _"),
            format!("write `{right}`, and put the name for people in a `name = \"...\"`"),
        ),
        Fault::EmptyName => say(
            "a part of this table's name is missing",
            "write a group and an id, as in `[cost.kitchen]`",
        ),
        Fault::UnclosedText { quotes } => (
            "this text begins with quotes and never ends".to_owned(),
            format!("put `{quotes}` where the text ends"),
        ),
        Fault::UnclosedBracket { close } => (
            "this bracket is never closed".to_owned(),
            format!("put `{close}` where it should end; the rest of the file is read after that"),
        ),
        Fault::UnclosedHeader(Spelling { written, right }) => (
            format!("the name of the table `{written}` does not stand between brackets"),
            format!("write `{right}`"),
        ),
        Fault::StrayBracket { bracket } => (
            format!("this `{bracket}` closes nothing"),
            "remove it, or add the bracket that it should close".to_owned(),
        ),
        Fault::MissingComma => {
            say("there is no comma before this value", "put a comma between each two values")
        }
        Fault::ExtraComma => say("there is nothing for this comma to separate", "remove the comma"),
        Fault::DuplicateKey { key, .. } => {
            (format!("`{key}` stands twice in the same table"), "keep one of the two".to_owned())
        }
        Fault::DuplicateTable { table, .. } => (
            format!("the table `[{table}]` stands twice in the file"),
            "put both under one heading, or give this one another id".to_owned(),
        ),
        Fault::NotATable { key, .. } => (
            format!("`{key}` has a value already, so nothing can be put in it"),
            "remove one of the two, or give one of them another name".to_owned(),
        ),
        Fault::BadEscape { right, twice } => (
            "a backslash has a meaning of its own in a text, and here it has none".to_owned(),
            match right {
                Some(right) if *twice => format!("write {right}, or every backslash twice"),
                Some(right) => format!("write {right}: one escape for the whole character"),
                None => "write every backslash twice".to_owned(),
            },
        ),
        Fault::ControlCharacter { character } => (
            format!("there is an invisible control character here: {}", code_point(*character)),
            "remove it; it often comes along when text is copied from another program".to_owned(),
        ),
        Fault::TooDeep => say(
            "this is nested too deeply to be read",
            "nothing here needs more than five levels; check that this is the right file",
        ),
        Fault::Unreadable => say(
            "this can't be read as TOML",
            "write one `key = value` a line, under a heading such as `[cost.kitchen]`",
        ),
    }
}

fn number(right: &str) -> String {
    match crate::document::grouped_number(right) {
        Some(grouped) => format!("write `{right}`, or `{grouped}` if that reads better"),
        None => format!("write `{right}`"),
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
