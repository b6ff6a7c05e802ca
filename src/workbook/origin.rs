//! What a workbook was made from, as its file says.

use crate::render::page::Manifest;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Where the texts of a workbook stand.
const TEXTS: &str = "xl/sharedStrings.xml";

/// So many bytes of texts are read, however well they are packed.
const MOST: u64 = 100_000_000;

/// What a file of a workbook was made from; nothing where it does not say.
pub fn origin(file: &[u8]) -> Option<Manifest> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut texts = String::new();
    archive.by_name(TEXTS).ok()?.take(MOST).read_to_string(&mut texts).ok()?;
    Manifest::among(&texts)
}
