//! Whether answers will do: what comes of them is read as any file.

use super::answers::Interview;
use super::file::written;
use crate::assess::assess;
use crate::document::{Mistake, Severity, Source, read};

/// What stops the file that comes of the answers so far.
pub fn mistake(interview: &Interview) -> Option<Mistake> {
    let source = Source { name: String::new(), text: written(interview) };
    let problems = match read(source) {
        Ok(document) => assess(&document).err().unwrap_or_default(),
        Err(unread) => unread.problems,
    };
    let stops = |mistake: &Mistake| mistake.severity() == Severity::Error;
    problems.into_iter().map(|problem| problem.mistake).find(stops)
}

/// The place of the first answer that will not do, and what is wrong with it.
pub fn first_mistake(interview: &Interview) -> Option<(usize, Mistake)> {
    mistake(interview)?;
    // What is wrong stays wrong, whatever is answered after it.
    let (mut right, mut wrong) = (0, interview.answers().len());
    while wrong - right > 1 {
        let middle = usize::midpoint(right, wrong);
        if mistake(&interview.up_to(middle)).is_some() {
            wrong = middle;
        } else {
            right = middle;
        }
    }
    Some((right, mistake(&interview.up_to(wrong))?))
}
