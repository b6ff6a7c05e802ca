//! The words of a case out of a short list.

use crate::case::{Discounting, GraceInterest, Repayment, Status, TestId, VerdictKind};
use crate::reading::choice::meaning;
use crate::reading::keys::{Problems, Slot};

/// `repayment`.
pub fn repayment(slot: Slot<'_>, problems: &mut Problems) -> Option<Repayment> {
    let meanings = [Repayment::Annuity, Repayment::Linear, Repayment::Bullet];
    meaning(slot, &["annuity", "linear", "bullet"], &meanings, problems)
}

/// `grace_interest`.
pub fn grace_interest(slot: Slot<'_>, problems: &mut Problems) -> Option<GraceInterest> {
    let meanings = [GraceInterest::Paid, GraceInterest::Added];
    meaning(slot, &["paid", "added"], &meanings, problems)
}

/// `status`.
pub fn status(slot: Slot<'_>, problems: &mut Problems) -> Option<Status> {
    let meanings = [Status::Committed, Status::Requested];
    meaning(slot, &["committed", "requested"], &meanings, problems)
}

/// `discounting`.
pub fn discounting(slot: Slot<'_>, problems: &mut Problems) -> Option<Discounting> {
    let meanings = [Discounting::Start, Discounting::Mid, Discounting::End];
    meaning(slot, &["start", "mid", "end"], &meanings, problems)
}

/// `verdict`.
pub fn verdict(slot: Slot<'_>, problems: &mut Problems) -> Option<VerdictKind> {
    let meanings = [VerdictKind::Closes, VerdictKind::Conditional, VerdictKind::DoesNotClose];
    meaning(slot, &["closes", "conditional", "does_not_close"], &meanings, problems)
}

/// A name in `require`.
pub fn test(slot: Slot<'_>, problems: &mut Problems) -> Option<TestId> {
    const WORDS: &[&str] = &[
        "liquidity",
        "structural",
        "repayment",
        "dscr",
        "dependence",
        "payers",
        "public_return",
        "social_return",
    ];
    meaning(slot, WORDS, &TestId::ALL, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Node, Place, SourceId, Value};

    #[test]
    fn every_test_is_known_by_its_id() {
        for id in TestId::ALL {
            let place = Place { source: SourceId(0), start: 0, end: 0 };
            let node = Node { value: Value::Text(id.id().to_owned()), place };
            let found = test(Slot { key: "require", node: &node }, &mut Problems::default());
            assert_eq!(found, Some(id));
        }
    }
}
