//! A report as Markdown, for a wiki, a merge request or a word processor.

use super::blocks::{Align, Block, Branch, Report, ReportTable, Role};
use crate::document::{Problem, Unread, line_column, printable};
use crate::language::{Heading, Language, problem};

/// The columns that a table may have: a year's months, with a name and what stood at the start.
const WIDEST: usize = 14;

/// What is worth saying about the input, as a part of its own; nothing where there is nothing.
pub fn warnings(of: &[Unread], language: Language) -> String {
    let items: Vec<_> = of.iter().flat_map(|unread| warned(unread, language)).collect();
    if items.is_empty() {
        return String::new();
    }
    let mut report = Report::new(language);
    report.heading(Heading::Warnings);
    report.blocks.push(Block::List(items));
    format!("\n{}", markdown(&report))
}

/// Each of the problems of some sources with its place, in one line.
pub(super) fn warned(Unread { sources, problems }: &Unread, language: Language) -> Vec<String> {
    let one = |told: &Problem| {
        let words = problem(language, &told.mistake);
        let source = sources.get(told.place.source.0);
        let place = source.map(|source| {
            let (line, _) = line_column(source, told.place.start);
            format!("{}:{line}: ", source.name)
        });
        let place = place.unwrap_or_default();
        format!("{place}{}; {} ({})", words.what, words.mend, told.mistake.code())
    };
    problems.iter().map(one).collect()
}

/// Any report.
pub fn markdown(report: &Report) -> String {
    let blocks: Vec<_> =
        report.blocks.iter().map(|block| written(block, report.language)).collect();
    blocks.join("\n")
}

fn written(block: &Block, language: Language) -> String {
    match block {
        Block::Lead(sentence) => format!("**{}**\n", escaped(sentence)),
        Block::Heading(words) => format!("## {}\n", escaped(words)),
        Block::Sentence(sentence) => format!("{}\n", escaped(sentence)),
        Block::Quote(paragraphs) => {
            let quoted: Vec<_> =
                paragraphs.iter().map(|words| format!("> {}\n", escaped(words))).collect();
            quoted.join(">\n")
        }
        Block::List(items) => {
            let items: Vec<_> = items
                .iter()
                .map(|item| {
                    format!(
                        "- {}
",
                        escaped(item)
                    )
                })
                .collect();
            items.concat()
        }
        Block::Command(command) => format!("    {}\n", printable(command)),
        Block::Step { words, command } => {
            format!("{}\n\n    {}\n", escaped(words), printable(command))
        }
        Block::Table(table) => self::table(table, language),
        Block::Tree(branches) => branches.iter().map(branch).collect(),
    }
}

/// An item of a list within as many lists as it lies deep.
fn branch(branch: &Branch) -> String {
    let indent = "  ".repeat(branch.depth);
    let value = match escaped(&branch.value).as_str() {
        "" => String::new(),
        value => format!(": **{value}**"),
    };
    let mut text = format!("{indent}- {}{value}", escaped(&branch.words));
    for line in &branch.more {
        // A backslash at the end of a line breaks it.
        for part in ["\\\n", &indent, "  ", &escaped(line)] {
            text.push_str(part);
        }
    }
    text.push('\n');
    text
}

fn table(table: &ReportTable, language: Language) -> String {
    let fits = |places: &[usize]| places.len() <= WIDEST;
    let pieces = table.fold.pieces(table.columns.len(), fits);
    let pieces: Vec<_> = pieces.iter().map(|places| piece(table, places, language)).collect();
    pieces.join("\n")
}

fn piece(table: &ReportTable, places: &[usize], language: Language) -> String {
    let columns = || places.iter().filter_map(|&place| table.columns.get(place));
    let heads: Vec<_> = columns().map(|column| escaped(&column.head)).collect();
    let rules = columns().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    let mut text = line(&heads) + &line(&rules.collect::<Vec<_>>());
    for row in &table.rows {
        let cells = places.iter().map(|&place| {
            let said = row.cells.get(place).map(|cell| cell.text(language)).unwrap_or_default();
            let said = escaped(&said);
            match row.role {
                _ if said.is_empty() => said,
                Role::Group | Role::Total | Role::Result => format!("**{said}**"),
                Role::Detail if place == 0 => format!("&emsp;{said}"),
                Role::Plain | Role::Detail => said,
            }
        });
        text.push_str(&line(&cells.collect::<Vec<_>>()));
    }
    text
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Words that say in Markdown what they say as they stand.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in printable(text).trim().chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_name_is_no_markup() {
        assert_eq!(escaped("a|b *c* <i> [d](e)"), r"a\|b \*c\* \<i\> \[d\](e)");
        assert_eq!(escaped("# kop\n\u{1b}[1m"), r"\# kop␊␛\[1m");
    }
}
