//! A terminal of our own, and somebody who types in it.

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Longer than any answer takes, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal of so many columns: our end of it, and that of a program.
pub fn terminal(columns: u16) -> (File, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&ours).expect("a terminal that is ours");
    unlockpt(&ours).expect("a terminal that can be opened");
    let name = ptsname(&ours, Vec::new()).expect("its name");
    let name = Path::new(name.to_str().expect("UTF-8")).to_owned();
    let theirs = File::options().read(true).write(true).open(name).expect("the other side");
    let size = Winsize { ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&theirs, size).expect("a size");
    (File::from(ours), theirs)
}

/// A program that runs in a terminal, and somebody in front of it who reads what it shows before
/// they type.
pub struct Typist {
    child: Child,
    keys: File,
    shown: Receiver<Vec<u8>>,
    /// All that was shown.
    screen: String,
    /// How much of it has been read.
    read: usize,
}

impl Typist {
    /// Begins a program in a folder.
    pub fn begin(words: &[&str], folder: &Path) -> Self {
        let (ours, theirs) = terminal(80);
        let mut command = Command::new(env!("CARGO_BIN_EXE_bizcase"));
        command.args(words).current_dir(folder).env_clear().env("TERM", "xterm");
        command.stdin(theirs.try_clone().expect("its end"));
        command.stdout(theirs.try_clone().expect("its end")).stderr(theirs);
        let child = command.spawn().expect("the program");
        drop(command);
        let mut reader = ours.try_clone().expect("a reader");
        let (send, shown) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(many @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..many].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, keys: ours, shown, screen: String::new(), read: 0 }
    }

    /// Waits until something is shown that was not read yet.
    pub fn see(&mut self, text: &str) -> &mut Self {
        let seen = self.sees(text, PATIENCE);
        assert!(seen, "{text:?} is not shown: {}", &self.screen[self.read..]);
        self
    }

    /// Whether something is shown within some time.
    fn sees(&mut self, text: &str, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        loop {
            if let Some(at) = self.screen[self.read..].find(text) {
                self.read += at + text.len();
                return true;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.shown.recv_timeout(left) {
                Ok(bytes) => self.screen.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => return false,
            }
        }
    }

    /// Types keys until something is shown: between two keys a terminal may be nobody's, and then it
    /// keeps Ctrl-C for whoever it belongs to.
    pub fn keys_until(&mut self, keys: &str, text: &str) -> &mut Self {
        let seen = (0..60).any(|_| {
            self.keys(keys);
            self.sees(text, Duration::from_secs(1))
        });
        assert!(seen, "{text:?} is not shown: {}", &self.screen[self.read..]);
        self
    }

    /// Types keys.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).expect("a terminal");
        self
    }

    /// Sees what stands on the line, and takes it back letter by letter: between two keys a terminal may
    /// be nobody's, and then it keeps what takes a letter back for itself.
    pub fn erase(&mut self, typed: &str) -> &mut Self {
        self.see(&format!("> {typed}"));
        let mut left = typed.to_owned();
        while left.pop().is_some() {
            self.keys_until("\u{7f}", &format!("> {left}"));
        }
        self
    }

    /// Sees a question, and answers it on the line below.
    pub fn answer(&mut self, question: &str, answer: &str) -> &mut Self {
        self.see(question).see("> ").keys(answer).keys("\r")
    }

    /// The exit code, and all that was shown.
    pub fn end(mut self) -> (i32, String) {
        let code = self.child.wait().expect("an end").code().expect("an exit code");
        while let Ok(bytes) = self.shown.recv_timeout(Duration::from_millis(200)) {
            self.screen.push_str(&String::from_utf8_lossy(&bytes));
        }
        (code, std::mem::take(&mut self.screen))
    }
}

impl Drop for Typist {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An empty folder of a test's own.
pub fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}
