//! All that a report of a case shows, computed.

use crate::case::Case;
use crate::document::{Source, Unread};
use crate::statements::{ClosingCash, Counted, Flows, Overview, Sheet};
use crate::verdict::{Margin, Structure, Verdict};
use crate::whatif::sensitivity::Sensitivity;
use crate::whatif::simulate::Simulation;
use crate::whatif::sources::Register;
use crate::whatif::stress::Stressed;
use crate::whatif::{CaseFigures, Chair, Closing, Comparison};

/// All that a report of a case shows.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its verdict.
    pub verdict: &'a Verdict,
    /// Which funding its tables count.
    pub counted: Counted,
    /// Its tables by year.
    pub overview: &'a Overview,
    /// Its cash by month, for the first months.
    pub cash: &'a Sheet,
    /// What comes in and goes out by year.
    pub flows: &'a Flows,
    /// Its cash by month, on both runs.
    pub closing: &'a ClosingCash,
    /// What its last year's result is made of, on certain funding and on all.
    pub structure: [&'a Structure; 2],
    /// What would close it, and whom to ask.
    pub ask: &'a Closing,
    /// It beside its scenarios, where it has any.
    pub scenarios: Option<&'a Comparison<CaseFigures>>,
    /// How it stands shocks.
    pub stressed: &'a Stressed,
    /// What its numbers move.
    pub sensitivity: &'a Sensitivity,
    /// What its numbers rest on.
    pub register: &'a Register<Margin>,
    /// Where they stand.
    pub sources: &'a [Source],
    /// How its draws come out.
    pub simulation: &'a Simulation,
    /// What is worth saying of its file.
    pub warnings: &'a [Unread],
    /// It from a party's chair, of a report for one.
    pub chair: Option<&'a Chair>,
}
