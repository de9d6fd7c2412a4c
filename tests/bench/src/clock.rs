//! Processor time of this process, all its threads, from the operating system's own accounting.

use std::time::Duration;

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanos: i64,
}

unsafe extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

const PROCESS_CPUTIME: i32 = 2;

/// User and system time since the process began.
pub fn cpu() -> Duration {
    let mut time = Timespec { seconds: 0, nanos: 0 };
    // SAFETY: the pointer is valid for the call, and the layout is that of 64-bit Linux.
    let status = unsafe { clock_gettime(PROCESS_CPUTIME, &raw mut time) };
    assert_eq!(status, 0, "the system accounts for processor time");
    Duration::new(time.seconds as u64, time.nanos as u32)
}
