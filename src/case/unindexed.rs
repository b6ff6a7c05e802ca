//! What others save, in prices of the start.

use super::{Case, Index};

impl Case {
    /// The same with the `index` of every avoided cost left out, so that what others save is in
    /// prices of the start.
    #[must_use]
    pub fn with_savings_at_start_prices(&self) -> Self {
        let mut case = self.clone();
        for entry in &mut case.avoided {
            entry.each_version(|effect| effect.stream.index = Index(Vec::new()));
        }
        case
    }
}
