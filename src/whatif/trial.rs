//! A case that is tried with one thing or another laid over it.

use crate::assess::{Assessment, too_large};
use crate::case::{self, Case};
use crate::document::{Document, Problem, Table};
use crate::money::Overflow;
use crate::overlay;
use crate::postings::{Journal, TooLarge};
use crate::prices;
use crate::statements::{Counted, Granted};
use crate::verdict::{Books, Margin, Run, Verdict, judge};

/// A case with its document, so that something can be laid over it, and what it posts.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What was written, with all that is laid over it.
    pub document: Document,
    /// What it means.
    pub case: Case,
    /// What its entries post.
    pub journal: Journal,
}

impl Trial {
    /// A document as it is.
    ///
    /// # Errors
    /// Every problem of the document, or the sum that outgrew what can be computed.
    pub fn of(mut document: Document) -> Result<Self, Vec<Problem>> {
        prices::settle_opened(&mut document);
        let case = case::read(&document)?.case;
        let journal = Journal::of(&case);
        Self::posted(document, case, journal)
    }

    /// A document that has been judged.
    pub fn judged(document: &Document, assessment: &Assessment) -> Self {
        Self {
            document: document.clone(),
            case: assessment.case.clone(),
            journal: assessment.journal.clone(),
        }
    }

    /// The same with a table laid over it. Only what the table touches is read and
    /// posted again.
    ///
    /// # Errors
    /// What the table makes wrong, or the sum that outgrew what can be computed.
    pub fn with(&self, over: &Table) -> Result<Self, Vec<Problem>> {
        let mut document = self.document.clone();
        overlay::over(&mut document, over);
        let case = case::again(&self.case, &document, over)?.case;
        let journal = Journal::after(&self.journal, &self.case, &case);
        Self::posted(document, case, journal)
    }

    fn posted(
        document: Document,
        case: Case,
        journal: Result<Journal, TooLarge>,
    ) -> Result<Self, Vec<Problem>> {
        match journal {
            Ok(journal) => Ok(Self { document, case, journal }),
            Err(large) => Err(vec![too_large(&document, large)]),
        }
    }

    /// The same with scenarios and arguments laid over it in order, each from the month that it
    /// says. Only what they touch is read and posted again.
    ///
    /// # Errors
    /// What they make wrong, or the sum that outgrew what can be computed.
    pub fn laid(&self, tables: &[&Table]) -> Result<Self, Vec<Problem>> {
        let mut document = self.document.clone();
        overlay::lay_all(&mut document, tables);
        let Some(touched) = overlay::touched(tables) else { return Self::of(document) };
        let case = case::again(&self.case, &document, &touched)?.case;
        let journal = Journal::after(&self.journal, &self.case, &case);
        Self::posted(document, case, journal)
    }

    /// The books, from which runs are made.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn books(&self) -> Result<Books<'_>, Overflow> {
        Books::open(&self.case, &self.journal)
    }

    /// How far the case is from closing, or from not closing any more.
    ///
    /// # Errors
    /// [`Overflow`] when a sum outgrows what can be posted.
    pub fn margin(&self, counted: Counted) -> Result<Margin, Overflow> {
        let books = self.books()?;
        Run::of(&books, Granted::counting(&self.case, counted))?.margin()
    }

    /// The whole verdict.
    ///
    /// # Errors
    /// [`TooLarge`] when a sum outgrows what can be posted.
    pub fn verdict(&self) -> Result<Verdict, TooLarge> {
        Ok(judge(&self.books()?)?)
    }
}
