//! A bar on standard error, for a person who waits longer than a second.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// How far a command is, shown when it takes long and somebody watches.
pub(crate) struct Bar {
    since: Instant,
    all: u64,
    words: String,
    watched: bool,
    shown: Option<ProgressBar>,
}

impl Bar {
    /// A bar of so many steps, which are called by these words.
    pub fn new(all: u64, words: String, watched: bool) -> Self {
        Self { since: Instant::now(), all, words, watched, shown: None }
    }

    /// Tells that so many steps are done.
    pub fn is_at(&mut self, done: u64) {
        if !self.watched || self.since.elapsed() < Duration::from_secs(1) {
            return;
        }
        let bar = self.shown.get_or_insert_with(|| {
            let bar = ProgressBar::with_draw_target(Some(self.all), ProgressDrawTarget::stderr());
            let style = ProgressStyle::with_template("{bar:30} {pos} / {len} {msg}, {eta}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(self.words.clone());
            bar
        });
        bar.set_position(done);
    }

    /// Leaves nothing of it on the screen.
    pub fn clear(self) {
        if let Some(bar) = self.shown {
            bar.finish_and_clear();
        }
    }
}
