//! Tells whether a social initiative's business case closes.
