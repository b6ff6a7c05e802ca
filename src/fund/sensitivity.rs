//! Which numbers of its own the verdict of a fund hangs on (reference, section 9.5).

use super::Fund;
use super::assess::too_large;
use super::inputs::inputs;
use super::margin::CapitalMargin;
use super::measures::PutIn;
use super::plan::Plan;
use super::prices::Prices;
use super::read::{Checked, Library, Loader, read_with};
use super::run::FundRun;
use super::stage::Stages;
use crate::document::{Document, Table, Unread};
use crate::money::Overflow;
use crate::overlay::{over, take_scenarios};
use crate::postings::TooLarge;
use crate::whatif::inputs::{Input, overlay};
use crate::whatif::sensitivity::{End, Hinged, Probe, outward};
use rust_decimal::Decimal;

/// A fund that is to be read again and again, with the cases that it names.
#[derive(Debug)]
pub struct Ground {
    document: Document,
    library: Library,
    /// What it means.
    pub fund: Fund,
    /// What is worth saying about it and its cases, file by file.
    pub warnings: Vec<Unread>,
}

impl Ground {
    /// Reads a fund; the loader finds the cases that it names.
    ///
    /// # Errors
    /// Every problem of the fund and its cases, file by file.
    pub fn of(document: &Document, loader: &Loader<'_>) -> Result<Self, Vec<Unread>> {
        let library = Library::of(&[document], loader);
        let Checked { fund, warnings } = read_with(document, &library)?;
        let mut document = document.clone();
        // They were read, and no number of theirs is in it.
        take_scenarios(&mut document);
        Ok(Self { document, library, fund, warnings })
    }
}

/// A fund whose numbers are swung.
#[derive(Debug)]
pub struct OfFund<'a> {
    ground: &'a Ground,
    /// No number of the fund itself changes what its borrowers do until they are lent to.
    stages: Stages<'a>,
    margin: CapitalMargin,
}

impl<'a> OfFund<'a> {
    /// A fund as it is.
    ///
    /// # Errors
    /// The sum that outgrew what can be computed.
    pub fn of(ground: &'a Ground) -> Result<Self, Vec<Unread>> {
        let found = || {
            let stages = Stages::of(&ground.fund);
            let margin = margin(&ground.fund, &stages)?;
            Ok(Self { ground, stages, margin })
        };
        found().map_err(|large| vec![too_large(&ground.document, large)])
    }

    /// The fund.
    pub fn fund(&self) -> &Fund {
        &self.ground.fund
    }

    fn with(&self, table: &Table) -> Option<CapitalMargin> {
        let Ground { document, library, .. } = self.ground;
        let mut document = document.clone();
        over(&mut document, table);
        let read = read_with(&document, library).ok()?;
        margin(&read.fund, &self.stages).ok()
    }
}

/// The margin of a fund whose borrowers have these stages.
fn margin(fund: &Fund, stages: &Stages<'_>) -> Result<CapitalMargin, TooLarge> {
    let plan = Plan::of(fund)?;
    let prices = Prices::of(fund)?;
    let put_in = PutIn::of(&plan, &prices)?;
    let run = FundRun::of(&plan, stages, None)?;
    Ok(CapitalMargin::of(&put_in, &run.ledger, &prices)?)
}

impl Hinged for OfFund<'_> {
    type Margin = CapitalMargin;

    fn document(&self) -> &Document {
        &self.ground.document
    }

    fn inputs(&self) -> Vec<Input> {
        inputs(&self.ground.document)
    }

    fn margin(&self) -> Result<CapitalMargin, Overflow> {
        Ok(self.margin)
    }

    fn margin_at(&self, input: &Input, value: Decimal) -> Option<CapitalMargin> {
        self.with(&input.at(value))
    }

    fn margins_at(
        &self,
        (fixed, at): (&Input, Decimal),
        input: &Input,
        values: &[Decimal],
    ) -> Vec<Option<CapitalMargin>> {
        let both = |value| self.with(&overlay([(fixed, &at), (input, value)].into_iter()));
        values.iter().map(both).collect()
    }

    fn turns_at(
        probe: &mut Probe<'_, Self>,
        low: End<CapitalMargin>,
        high: End<CapitalMargin>,
    ) -> Option<Decimal> {
        outward(probe, [low.value, high.value])
    }
}
