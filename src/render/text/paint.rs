//! Colour, in a terminal that wants it.

use unicode_width::UnicodeWidthStr;

/// A way to stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Heavier than the rest.
    Strong,
    /// Bad news.
    Bad,
}

/// Whether there is colour.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// Whether codes for the terminal are put in.
    pub color: bool,
}

impl Paint {
    /// The text with the style's codes around it, or as it is.
    pub fn apply(self, style: Style, text: &str) -> String {
        let code = match style {
            Style::Strong => "1",
            Style::Bad => "31",
        };
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The first of the private characters that stand in for painted cells.
pub const FIRST_STAND_IN: char = '\u{f0000}';

/// Cells that are painted once their table is laid out.
///
/// comfy-table counts the codes for colour as columns unless it is built with two more crates. So
/// a painted cell goes in as a private character, as often as the cell is wide, and comes out as
/// what it stands for.
#[derive(Debug)]
pub struct Painted {
    paint: Paint,
    cells: Vec<(Style, String)>,
}

impl Painted {
    /// No painted cells yet.
    pub fn new(paint: Paint) -> Self {
        Self { paint, cells: Vec::new() }
    }

    /// What to lay out for a cell.
    pub fn stand_in(&mut self, style: Style, text: String) -> String {
        let mark = u32::try_from(self.cells.len())
            .ok()
            .and_then(|n| char::from_u32(u32::from(FIRST_STAND_IN) + n));
        match mark {
            Some(mark) if self.paint.color && !text.is_empty() => {
                let stand_in = mark.to_string().repeat(text.width());
                self.cells.push((style, text));
                stand_in
            }
            _ => text,
        }
    }

    /// A line as laid out, with every stand-in replaced by what it stands for.
    pub fn reveal(&self, line: &str) -> String {
        let mut revealed = String::with_capacity(line.len());
        let mut last = None;
        for character in line.chars() {
            match self.cell(character) {
                Some(_) if last == Some(character) => {}
                Some((style, text)) => revealed.push_str(&self.paint.apply(*style, text)),
                None => revealed.push(character),
            }
            last = Some(character);
        }
        revealed
    }

    fn cell(&self, mark: char) -> Option<&(Style, String)> {
        let place = u32::from(mark).checked_sub(u32::from(FIRST_STAND_IN))?;
        self.cells.get(usize::try_from(place).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Paint, Painted, Style};
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn a_stand_in_is_as_wide_as_what_it_stands_for() {
        let mut painted = Painted::new(Paint { color: true });
        let first = painted.stand_in(Style::Bad, "-1.203,17".to_owned());
        let second = painted.stand_in(Style::Bad, "nee".to_owned());
        assert_eq!([first.width(), second.width()], [9, 3]);
        let line = format!("Kas  {first}  {second}");
        assert_eq!(
            painted.reveal(&line),
            "Kas  \u{1b}[31m-1.203,17\u{1b}[0m  \u{1b}[31mnee\u{1b}[0m"
        );
    }

    #[test]
    fn without_colour_a_cell_stands_for_itself() {
        let mut painted = Painted::new(Paint { color: false });
        assert_eq!(painted.stand_in(Style::Bad, "-1.203,17".to_owned()), "-1.203,17");
    }
}
