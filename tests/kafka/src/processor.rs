//! What processes cost, by the operating system's own account.

/// Processor seconds that a process (its number, or `self`) has used so far, all threads, user and system; on Linux.
pub fn seconds(process: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program comes first, in parentheses, and may have spaces in it.
    let (_, fields) = status.rsplit_once(')')?;
    let ticks: Vec<u64> = fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse().ok()).collect();
    // Linux tells it in hundredths, whatever the kernel counts in.
    Some(ticks.iter().sum::<u64>() as f64 / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    #[cfg(target_os = "linux")]
    fn the_processor_time_of_a_process_grows_with_its_work() {
        let before = seconds("self").expect("Linux tells");
        let until = Instant::now() + Duration::from_secs(20);
        while Instant::now() < until && seconds("self").expect("Linux tells") < before + 0.05 {
            std::hint::black_box((0..100_000u64).sum::<u64>());
        }
        assert!(seconds("self").expect("Linux tells") > before);
    }
}
