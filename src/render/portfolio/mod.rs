//! What many cases come to together.

pub mod csv;
pub mod json;
mod tables;

use super::blocks::{Align, Block, Column, Report};
use crate::case::VerdictKind;
use crate::language::{Language, Message, PortfolioColumn, PortfolioPart, PortfolioSay};
use crate::overlay::Layers;
use crate::portfolio::Portfolio;
use serde_json::Value;

/// What came of many files.
#[derive(Debug)]
pub struct Found<'a> {
    /// The cases among them.
    pub portfolio: &'a Portfolio,
    /// What is wrong with each that could not be judged, for programs.
    pub wrong: &'a [Value],
    /// How many are funds or price lists.
    pub no_case: usize,
    /// What is laid over each.
    pub layers: &'a Layers,
}

/// The report of many cases.
pub fn report(found: &Found, language: Language) -> Report {
    let portfolio = found.portfolio;
    let mut report = Report::new(language);
    report.lead(&Message::Portfolio(PortfolioSay::Counts {
        close: portfolio.count(VerdictKind::Closes),
        conditional: portfolio.count(VerdictKind::Conditional),
        do_not_close: portfolio.count(VerdictKind::DoesNotClose),
    }));
    report.laid(found.layers);
    if !found.wrong.is_empty() {
        report.say(&Message::Portfolio(PortfolioSay::Wrong(found.wrong.len())));
    }
    if found.no_case > 0 {
        report.say(&Message::Portfolio(PortfolioSay::NoCase(found.no_case)));
    }
    for sums in &portfolio.currencies {
        let (currency, cases) = (sums.currency.as_str(), sums.cases.len());
        report.say(&Message::Portfolio(PortfolioSay::In { currency, cases }));
        tables::lacking(&mut report, sums);
        tables::parties(&mut report, sums);
        tables::hangs(&mut report, sums);
        tables::cash(&mut report, sums);
        tables::requests(&mut report, sums);
        tables::budgets(&mut report, sums);
        tables::pockets(&mut report, sums);
    }
    report
}

fn heading(report: &mut Report, part: PortfolioPart) {
    let words = report.language.say(&Message::Portfolio(PortfolioSay::Heading(part)));
    report.blocks.push(Block::Heading(words));
    let about = report.language.say(&Message::Portfolio(PortfolioSay::About(part)));
    if !about.is_empty() {
        report.blocks.push(Block::Sentence(about));
    }
}

fn words(report: &Report, column: PortfolioColumn) -> Column {
    let head = report.language.say(&Message::Portfolio(PortfolioSay::Column(column)));
    Column { head, align: Align::Left }
}

fn figures(report: &Report, column: PortfolioColumn) -> Column {
    Column { align: Align::Right, ..words(report, column) }
}
