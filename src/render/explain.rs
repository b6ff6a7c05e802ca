//! What `explain` shows: a figure with the steps behind it, or what can be asked.

pub mod csv;
pub mod json;
mod list;
mod words;

pub use list::list;

use super::blocks::{Block, Branch, Report};
use super::subject::Subject;
use crate::case::Case;
use crate::document::Document;
use crate::explain::Name;
use crate::explain::figure::Figure;
use crate::explain::formula::Formula;
use crate::explain::node::{Given, Input, Node, Origin, Remark, What};
use crate::language::{Explain, Language, Message};
use json::Writer;
use words::{Numbers, Words, multiplied, subject, value, with_currency};

/// A figure, or a step on the way to it, with the steps behind that.
pub fn report(
    asked: Subject<'_>,
    (document, case): (&Document, &Case),
    (figure, step, node): (Figure, Option<&str>, &Node),
    language: Language,
) -> Report {
    let mut report = Report::new(language);
    let shower = Shower { language, writer: Writer::of(document, case) };
    report.blocks.push(Block::Heading(node.path.clone()));
    let what = language.say(&Message::Explain(Explain::Subject(subject(case, figure, language))));
    let what = step.map_or(what.clone(), |step| format!("{what}: {step}"));
    let mut branches = Vec::new();
    shower.add(&mut branches, 0, what, node);
    if let Some(first) = branches.first_mut() {
        first.value = with_currency(language, case, &node.value, node.unit);
    }
    report.blocks.push(Block::Tree(branches));
    if let Some(further) = further(node) {
        report.blocks.push(Block::Sentence(language.say(&Message::Explain(Explain::Further))));
        report.command(asked.command(&["explain"], &[further]));
    }
    report
}

/// The first figure that a figure is made of and that is not explained with it.
fn further(node: &Node) -> Option<&str> {
    node.telling().find_map(|input| match &input.what {
        What::Step(step) => further(step),
        What::Given(given) => {
            matches!(given.origin, Origin::Figure(_)).then_some(given.path.as_str())
        }
    })
}

struct Shower<'a> {
    language: Language,
    writer: Writer<'a>,
}

impl Shower<'_> {
    fn say(&self, explain: &Explain<'_>) -> String {
        self.language.say(&Message::Explain(explain.clone()))
    }

    /// Adds a step and all that it follows from.
    fn add(&self, branches: &mut Vec<Branch>, depth: usize, words: String, node: &Node) {
        let value = value(self.language, &node.value, node.unit);
        branches.push(Branch { depth, words, value, more: self.more(node) });
        let listed: Vec<_> = node.telling().collect();
        let more = node.inputs.len() - listed.len();
        for alike in listed.chunk_by(|one, next| self.stand_together(one, next)) {
            match alike {
                [] => {}
                [Input { name, what: What::Step(step) }] => {
                    self.add(branches, depth + 1, self.step(*name, step), step);
                }
                [Input { name, what: What::Given(given) }] => {
                    branches.push(self.given(depth + 1, *name, given));
                }
                many => branches.extend(self.together(depth + 1, many)),
            }
        }
        if more > 0 {
            let words = self.say(&Explain::MoreNoneLower(more));
            let value = String::new();
            branches.push(Branch { depth: depth + 1, words, value, more: Vec::new() });
        }
    }

    /// The formula in words, in numbers, and what it does not say.
    fn more(&self, node: &Node) -> Vec<String> {
        let mut more = Vec::new();
        if !matches!(node.formula, Formula::Number(_)) {
            more.push(format!("= {}", node.formula.spelled(&Words { language: self.language })));
            more.extend(Numbers::of(self.language, node).map(|numbers| format!("= {numbers}")));
        }
        match &node.remark {
            Some(Remark::Multiply) => more.push(multiplied(self.language, node)),
            Some(remark) => more.push(self.say(&Explain::Remark(remark))),
            None => {}
        }
        more
    }

    /// What a step is: its name in the formula, and which month, year, party or entry it is of.
    fn step(&self, name: Name, step: &Node) -> String {
        let (short, meaning) = self.named(name);
        let tail = step.path.rsplit('.').next().unwrap_or_default();
        let of = tail != name.id() && !tail.starts_with(name.id());
        let of = if of { format!(" {tail}") } else { String::new() };
        if short == meaning || meaning.is_empty() {
            format!("{short}{of}")
        } else {
            format!("{short}{of}: {meaning}")
        }
    }

    /// Whether two inputs are items of one list on one line of the file.
    fn stand_together(&self, one: &Input, next: &Input) -> bool {
        let line = |input: &Input| match &input.what {
            What::Given(Given { origin: Origin::File(place), .. }) => {
                self.writer.line_column(*place).map(|(file, line, _)| (file, line))
            }
            What::Given(_) | What::Step(_) => None,
        };
        one.name == next.name && line(one).is_some() && line(one) == line(next)
    }

    /// Items of one list, on one line.
    fn together(&self, depth: usize, items: &[&Input]) -> Option<Branch> {
        let values = items.iter().filter_map(|input| match &input.what {
            What::Given(given) => Some(value(self.language, &given.value, given.unit)),
            What::Step(_) => None,
        });
        // So many do not fit on the right.
        let more = vec![values.collect::<Vec<_>>().join("; ")];
        let first = items.first()?;
        match &first.what {
            What::Given(given) => {
                let value = String::new();
                Some(Branch { value, more, ..self.given(depth, first.name, given) })
            }
            What::Step(_) => None,
        }
    }

    fn named(&self, name: Name) -> (String, String) {
        (self.say(&Explain::Name(name)), self.say(&Explain::Meaning(name)))
    }

    fn given(&self, depth: usize, name: Name, given: &Given) -> Branch {
        let (short, _) = self.named(name);
        let words = match given.origin {
            Origin::Figure(_) => format!("{short} {}", given.path),
            Origin::Above(_) => format!("{short} {} ({})", given.path, self.say(&Explain::Above)),
            Origin::Default => format!("{short} {} ({})", given.path, self.say(&Explain::Default)),
            Origin::File(place) => {
                let mut from = match self.writer.line_column(place) {
                    Some((file, line, _)) => format!("{file}:{line}"),
                    None => String::new(),
                };
                if let Some(source) = &given.source {
                    from.push_str("; ");
                    from.push_str(&self.say(&Explain::Source(source.to_people(self.language))));
                }
                format!("{short} ({from})")
            }
        };
        let value = value(self.language, &given.value, given.unit);
        Branch { depth, words, value, more: Vec::new() }
    }
}
