//! Loads a case, judges it and prints the verdict, with what it hangs on:
//!
//! ```sh
//! cargo run --example verdict cases/buurtkeuken.toml
//! ```

use bizcase::{Assessment, Language, Problem, Source, VerdictKind, assess, problem, read};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).unwrap_or_else(|| "cases/buurtkeuken.toml".to_owned());
    let source = Source { text: std::fs::read_to_string(&file)?, name: file };
    match judge(source) {
        Ok(assessment) => tell(&assessment),
        Err(problems) => {
            for found in problems {
                eprintln!("{}", problem(Language::En, &found.mistake).what);
            }
            return Err("this is no case yet".into());
        }
    }
    Ok(())
}

/// The three steps from text to verdict; all problems of a step come at once.
fn judge(source: Source) -> Result<Assessment, Vec<Problem>> {
    let document = read(source).map_err(|unread| unread.problems)?;
    assess(&document)
}

fn tell(Assessment { case, verdict, .. }: &Assessment) {
    let answer = match verdict.kind {
        VerdictKind::Closes => "closes",
        VerdictKind::Conditional => "closes on a condition",
        VerdictKind::DoesNotClose => "does not close",
    };
    println!("{} {answer}.", case.name.to_people(Language::En));
    for condition in verdict.conditions.iter().filter_map(|place| case.funding.get(*place)) {
        println!("- It needs the promise of {}.", condition.name.to_people(Language::En));
    }
    // Every amount is a whole number of cents; its Display has two decimals.
    for year in &verdict.years {
        println!(
            "{}: {} in hand, {} if all goes well",
            year.label, year.certain.closing, year.all.closing
        );
    }
}
