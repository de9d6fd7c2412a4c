//! What the nodes of two runs keep, row by row: what is not on any topic yet must not differ either.

use riparian::embedded::Reader;
use riparian::state::describe::Layout;
use std::collections::BTreeMap;
use std::path::Path;

/// The rows of every store, by store, partition, and how they are shown; how often each.
type Rows = BTreeMap<(String, u32, String), u64>;

/// Compares what two runs keep; gives the number of rows.
pub fn states(disturbed: &Path, undisturbed: &Path) -> Result<u64, String> {
    let (found, wanted) = (rows(disturbed)?, rows(undisturbed)?);
    let differs = |one: &Rows, other: &Rows| {
        let missing = one.iter().find(|(row, count)| other.get(*row) != Some(*count))?.0;
        Some(format!("{}, partition {}: {}", missing.0, missing.1, missing.2))
    };
    if let Some(row) = differs(&wanted, &found) {
        return Err(format!("state of the undisturbed run only: {row}"));
    }
    if let Some(row) = differs(&found, &wanted) {
        return Err(format!("state of the disturbed run only: {row}"));
    }
    Ok(wanted.into_values().sum())
}

/// As `riparian state` shows them: windows that had closed, which a log need not have dropped yet, are left out.
fn rows(directory: &Path) -> Result<Rows, String> {
    let reader = Reader::open_read_only(directory).map_err(|error| error.to_string())?;
    let mut rows = Rows::new();
    for store in reader.stores().map_err(|error| error.to_string())? {
        let layout = Layout::parse(&store.layout).ok_or_else(|| format!("no layout: {}", store.layout))?;
        for partition in &store.partitions {
            let clock = reader.clock(&store.stage, *partition);
            for (key, value) in reader.entries(&store, *partition).map_err(|error| error.to_string())? {
                let entry = layout
                    .rows(&key, &value, clock)
                    .ok_or_else(|| format!("an entry of {} that is not of its layout", store.name))?;
                for row in entry {
                    *rows
                        .entry((store.name.clone(), *partition, format!("{:?}", row.columns)))
                        .or_default() += 1;
                }
            }
        }
    }
    Ok(rows)
}
