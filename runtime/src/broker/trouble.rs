//! What a failed call of the client means for the job: again, or not before somebody changes something.

use super::client::{Client, Consequence, Failure};
use crate::fail::Fatal;
use crate::report::Reporter;
use std::time::Duration;

/// How long after a failed call it is made again.
const APART: Duration = Duration::from_millis(100);

/// A failure that ends the job.
pub fn refused(failure: Failure) -> Fatal {
    let help = if failure.help.is_empty() {
        "see the broker's log; the job goes on where it was when it is started again".to_owned()
    } else {
        failure.help
    };
    if failure.replaced {
        return Fatal::Replaced { message: failure.message, help };
    }
    Fatal::Broker { message: failure.message, help }
}

/// Makes a call that failed without having done anything again, until it answers, however long that takes: brokers that are away come
/// back. That it takes long is reported; whoever runs the job hears of it, and may end it at any time.
pub(super) fn patiently<C: Client + ?Sized, T>(
    client: &mut C,
    report: &Reporter,
    mut call: impl FnMut(&mut C) -> Result<T, Failure>,
) -> Result<T, Failure> {
    loop {
        match call(client) {
            Err(failure) if failure.consequence == Consequence::Retry => {
                report.away(&failure.message);
                client.nap(APART);
            }
            answer => return answer,
        }
    }
}
