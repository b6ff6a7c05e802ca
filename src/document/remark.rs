//! Remarks as other languages begin them: `// rent`, `; rent`, `-- rent`.

use super::fault::{Fault, Spelling};

/// What begins one, or ends one that runs over more lines.
const MARKS: [&str; 9] = ["//", ";", "-- ", "/*", "*/", "* ", "<!--", "-->", "% "];

/// Those that may stand behind a value.
const BEHIND: [&str; 5] = ["//", ";", "--", "/*", "<!--"];

/// A text that is such a remark from its beginning.
pub(super) fn whole(text: &str) -> Option<Fault> {
    let begins = MARKS.iter().any(|mark| text.starts_with(mark)) || matches!(text, "--" | "*");
    begins.then(|| remark(text))
}

/// Such a remark behind a value that ends at `from` or later, and where it begins.
pub(super) fn behind(value: &str, from: usize) -> Option<(usize, Fault)> {
    let rest = value.get(from..)?;
    let begins = |at: usize| {
        let before = rest.get(..at).and_then(|before| before.chars().next_back());
        // `http://` is none.
        before.is_none_or(|c| c.is_whitespace() || c.is_ascii_digit() || "\"'])}%".contains(c))
    };
    let found = BEHIND.iter().flat_map(|mark| rest.match_indices(mark)).map(|(at, _)| at);
    let at = found.filter(|at| from + at > 0 && begins(*at)).min()? + from;
    Some((at, remark(value.get(at..)?.trim_end())))
}

fn remark(text: &str) -> Fault {
    let words = text.trim_matches(['/', ';', '-', '*', '<', '!', '>', '%', ' ', '\t']);
    let right = if words.is_empty() { String::new() } else { format!("# {words}") };
    Fault::ForeignRemark(Spelling { written: text.to_owned(), right })
}
