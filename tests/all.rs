//! All that the program is held to, as one binary: it is built once, and its tests share the cores.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, also in what tests share"
)]
#![allow(clippy::doc_markdown, reason = "the design is quoted as it is written")]
#![allow(clippy::format_push_string, reason = "no test is slow because it writes a case")]

mod reference;
mod support;

mod agrees_with_reference;
#[cfg(all(unix, feature = "outside"))]
mod browser;
mod case_problems;
mod case_reading;
#[cfg(all(unix, feature = "outside"))]
mod city;
mod claims;
#[cfg(unix)]
mod close;
mod completions;
mod dated;
mod direction;
mod ends;
#[cfg(unix)]
mod examples;
mod explain;
mod facts;
mod follows;
mod forges;
mod from_a_month;
mod fund;
mod fund_problems;
mod fund_what_if;
mod hostile_overlays;
#[cfg(unix)]
mod hostile_texts;
mod inputs;
mod investments;
mod levers;
mod loans;
#[cfg(unix)]
mod malformed;
mod new;
mod openings;
mod overlay_problems;
mod overlays;
mod pipe;
mod portfolio;
mod prices;
mod problems_as_data;
mod reading;
#[cfg(unix)]
mod readme;
mod reference_document;
mod report;
mod reports;
mod reserves;
mod rounding;
mod runs_again;
mod schema;
mod sensitivity;
#[cfg(unix)]
mod sessions;
#[cfg(all(unix, feature = "outside"))]
mod shells;
mod show;
mod showing;
mod simulate;
mod society;
mod sold;
mod sources;
mod stress;
mod syntax_problems;
mod texts;
#[cfg(unix)]
mod typed;
#[cfg(unix)]
mod typed_answers;
#[cfg(unix)]
mod watch;
mod widths;
mod words;
mod workbook;
