//! English words around the questions of a first case.

use crate::language::New;

/// The words.
pub fn new(say: &New<'_>) -> String {
    match say {
        New::NobodyToAsk => {
            "there is nobody to ask here: name a file of answers with `--answers`, \
                             or a case to begin from with `--from`"
                .to_owned()
        }
        New::Exists(file) => {
            format!("`{file}` is there already, and stays as it is: name another file")
        }
        New::Overwrite(file) => format!("{file} is there already. Write over it?"),
        New::OtherName => "Under what other name?".to_owned(),
        New::Read { written, read } => format!("`{written}` is read as {read}"),
        New::Keys => {
            "Enter skips a question, Esc or the up arrow goes back to the one before, Ctrl-C stops \
                      and writes nothing."
                .to_owned()
        }
        New::NoneOfThese => "none of these".to_owned(),
        New::Skip => "skip".to_owned(),
        New::Yes => "yes".to_owned(),
        New::No => "no".to_owned(),
        New::Stopped => "stopped, and nothing is written".to_owned(),
    }
}
