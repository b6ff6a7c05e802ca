//! Steps within steps, as indented lines with what each comes to on the right.

use super::Page;
use super::wrap::wrap;
use crate::document::printable;
use crate::render::blocks::Branch;
use unicode_width::UnicodeWidthStr;

/// A wider page would put what things come to too far from what they are.
const WIDEST: usize = 100;
/// Columns that each step within a step is further in.
const STEP: usize = 2;
/// However deep it lies, this much of the page is left for words.
const LEAST: usize = 24;

/// A tree as lines.
pub fn render(branches: &[Branch], page: &Page) -> String {
    let width = page.width.min(WIDEST);
    branches.iter().map(|branch| lines(branch, width)).collect()
}

fn lines(branch: &Branch, width: usize) -> String {
    let indent = (branch.depth * STEP).min(width.saturating_sub(LEAST));
    let value = printable(&branch.value);
    let room = width.saturating_sub(indent + value.width() + usize::from(!value.is_empty()) * 2);
    let mut text = String::new();
    for (place, line) in wrap(&printable(&branch.words), room.max(1)).iter().enumerate() {
        // What does not fit on the first line stands under it, further in than the line itself.
        let line = format!("{}{line}", " ".repeat(indent));
        text.push_str(&line);
        if place == 0 && !value.is_empty() {
            let gap = width.saturating_sub(line.width() + value.width()).max(1);
            text.push_str(&" ".repeat(gap));
            text.push_str(&value);
        }
        text.push('\n');
    }
    for said in &branch.more {
        let indent = indent + STEP;
        for line in wrap(&printable(said), width.saturating_sub(indent).max(1)) {
            text.push_str(&" ".repeat(indent));
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}
