//! How records lie in a file.

use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON value per line.
    Lines,
    /// RFC 4180 with a header row.
    Csv,
}

impl Format {
    /// By the name's ending: `.csv` (in any case) is CSV.
    pub fn of(path: &Path) -> Format {
        match path.extension() {
            Some(extension) if extension.eq_ignore_ascii_case("csv") => Format::Csv,
            _ => Format::Lines,
        }
    }
}
