//! What is said of a case before its numbers.

use crate::language::{Kind, Language, Money, Room, Sensitivity as Say, Text};
use crate::render::json::head;
use crate::render::subject::Subject;
use crate::verdict::{Figure, Margin};
use crate::whatif::sensitivity::{Hinged, OfCase};
use crate::words::Word;
use serde_json::Value;

/// Something of whose numbers can be told what its verdict hangs on.
pub trait Told: Hinged {
    /// What it is.
    const KIND: Kind;

    /// What it is called.
    fn name(&self) -> &Text;

    /// The language that its file asks for.
    fn language(&self) -> Option<Language>;

    /// What its margin is, and what that counts.
    fn opening(&self, margin: Self::Margin) -> Vec<Say<'_>>;

    /// What programs are told of it first: keys with their values.
    fn head(&self, subject: Subject<'_>) -> Vec<(&'static str, Value)>;
}

impl Told for OfCase<'_> {
    const KIND: Kind = Kind::Case;

    fn name(&self) -> &Text {
        &self.trial.case.name
    }

    fn language(&self) -> Option<Language> {
        self.trial.case.language
    }

    fn opening(&self, margin: Margin) -> Vec<Say<'_>> {
        let case = &self.trial.case;
        let by = match margin.by {
            Figure::Money(amount) => Room::Money(Money { amount, currency: &case.currency }),
            Figure::Ratio(ratio) => Room::Ratio(ratio),
        };
        let mut opening = vec![Say::Margin { test: margin.test, by, closes: margin.closes() }];
        if case.funding.iter().any(|entry| entry.what.is_requested()) {
            opening.push(Say::Counted(self.counted));
        }
        opening
    }

    fn head(&self, subject: Subject<'_>) -> Vec<(&'static str, Value)> {
        let case = head(subject, &self.trial.case);
        vec![("case", case), ("funding", self.counted.spelled().into())]
    }
}
