//! A first case from questions.
//!
//! [`CHAPTERS`] describes the questions once: what is asked, in both languages, and which key of which
//! table the answer becomes. A dialogue in a terminal, a file of answers and the file that comes of them
//! all go by it. Whether an answer will do is for the readers of the format to say: what was answered
//! so far is written out and read as any file.

mod answers;
mod chapter;
mod file;
mod given;
mod names;
mod offers;
mod reply;
mod starter;
mod trial;

pub use answers::{Answer, Asked, Interview};
pub use chapter::{CHAPTERS, Chapter, Question, Stands};
pub use file::written;
pub use given::{Taken, from_document};
pub use names::plain_name;
pub use offers::Offer;
pub use reply::{Heard, Hearing, Reply, choices};
pub use starter::{STARTERS, starter};
pub use trial::mistake;
