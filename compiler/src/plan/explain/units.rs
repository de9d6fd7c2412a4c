//! Durations as they are written.

/// Microseconds in the largest whole unit: `1h`, `90s`, `400d`.
pub fn duration(micros: i64) -> String {
    const UNITS: [(i64, &str); 6] = [
        (86_400_000_000, "d"),
        (3_600_000_000, "h"),
        (60_000_000, "m"),
        (1_000_000, "s"),
        (1_000, "ms"),
        (1, "us"),
    ];
    match UNITS.iter().find(|(size, _)| micros % size == 0) {
        Some((size, unit)) if micros != 0 => format!("{}{unit}", micros / size),
        _ => "0s".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_whole_unit() {
        assert_eq!(duration(3_600_000_000), "1h");
        assert_eq!(duration(90_000_000), "90s");
        assert_eq!(duration(7 * 86_400_000_000), "7d");
        assert_eq!(duration(1_500), "1500us");
        assert_eq!(duration(0), "0s");
    }
}
