//! A page is printed as PDF by a browser that is installed.

use crate::cli::place::{process, put};
use crate::language::Page;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

/// What browsers are called.
const NAMES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
];

/// Where they stand on systems that have them outside the usual folders.
const PLACES: [&str; 6] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// That there is a page, and no PDF.
#[derive(Clone, Debug)]
pub(super) struct NotPrinted {
    page: String,
    browser: Option<String>,
}

impl NotPrinted {
    /// What is said of it.
    pub fn words(&self) -> Page<'_> {
        match &self.browser {
            None => Page::NoBrowser { page: &self.page },
            Some(browser) => Page::NotPrinted { browser, page: &self.page },
        }
    }
}

/// Prints a page. Where that fails the page itself is left beside it.
///
/// # Errors
/// The system's own, of what is written.
pub(super) fn pdf(
    page: &str,
    out: &Path,
    browser: Option<&Path>,
) -> io::Result<Option<NotPrinted>> {
    let browser = browser.map(Path::to_owned).or_else(found);
    let printed = match &browser {
        Some(browser) => printed(page, out, browser)?,
        None => false,
    };
    if printed {
        return Ok(None);
    }
    let left = out.with_extension("html");
    put(&left, page.as_bytes())?;
    let name = |path: PathBuf| path.display().to_string();
    Ok(Some(NotPrinted { page: name(left), browser: browser.map(name) }))
}

/// The first browser that is installed.
fn found() -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = env::split_paths(&folders).collect();
    let named = NAMES.iter().flat_map(|name| {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&name))
    });
    named.chain(PLACES.iter().map(PathBuf::from)).find(|path| path.is_file())
}

/// Whether a browser printed the page, in a folder of its own that is gone afterwards.
fn printed(page: &str, out: &Path, browser: &Path) -> io::Result<bool> {
    let folder = env::temp_dir().join(format!("bizcase-{}", process()));
    fs::create_dir_all(&folder)?;
    let folder = folder.canonicalize()?;
    let (source, made) = (folder.join("report.html"), folder.join("report.pdf"));
    fs::write(&source, page)?;
    let option = |name: &str, path: &Path| {
        let mut option = OsString::from(name);
        option.push(path);
        option
    };
    let mut address = OsString::from("file://");
    address.push(&source);
    let ran = Command::new(browser)
        .args([
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
        ])
        .arg(option("--user-data-dir=", &folder.join("profile")))
        .arg(option("--print-to-pdf=", &made))
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let pdf = ran.ok().filter(std::process::ExitStatus::success).and_then(|_| fs::read(&made).ok());
    let pdf = pdf.filter(|bytes| bytes.starts_with(b"%PDF-"));
    // What is left in a folder for what is temporary harms nobody.
    let _ = fs::remove_dir_all(&folder);
    match pdf {
        Some(bytes) => put(out, &bytes).map(|()| true),
        None => Ok(false),
    }
}
