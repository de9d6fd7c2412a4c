//! What a failed call of the client means for the job: again, or not before somebody changes something.

use super::client::{Client, Consequence, Failure};
use crate::fail::Fatal;
use crate::report::Reporter;
use std::time::Duration;

/// How often a call is made again that failed without having done anything, and how long apart.
const TRIES: u32 = 600;
const APART: Duration = Duration::from_millis(100);

/// A failure that ends the job.
pub fn refused(failure: Failure) -> Fatal {
    let help = if failure.help.is_empty() {
        "see the broker's log; the job goes on where it was when it is started again".to_owned()
    } else {
        failure.help
    };
    Fatal::Broker { message: failure.message, help }
}

/// Makes a call until it answers, and reports where it does not. What stays away for longer ends the job: whoever runs it
/// starts it again.
pub(super) fn patiently<C: Client, T>(
    client: &mut C,
    report: &Reporter,
    mut call: impl FnMut(&mut C) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut tries = 0;
    loop {
        match call(client) {
            Err(failure) if failure.consequence == Consequence::Retry && tries < TRIES => {
                tries += 1;
                report.away(&failure.message);
                client.nap(APART);
            }
            answer => return answer,
        }
    }
}
