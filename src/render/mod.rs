//! What was computed, shown: nothing is computed here.


pub mod json;
