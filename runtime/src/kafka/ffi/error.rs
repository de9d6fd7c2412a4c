//! Errors as the C library reports them: a code, its text, and three marks on what it does to a transaction.

use super::rd;
use std::ffi::CStr;

/// An error code, from a broker (positive) or of the client itself (negative).
pub use rd::rd_kafka_resp_err_t as Code;

/// A failed call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    pub code: Code,
    pub text: String,
    /// The client object is of no use any more.
    pub fatal: bool,
    /// The call may be made again.
    pub retriable: bool,
    /// The open transaction can only be aborted.
    pub abort: bool,
}

impl Raised {
    /// A code that came without marks.
    pub fn of(code: Code) -> Self {
        Raised { code, text: describe(code), fatal: false, retriable: false, abort: false }
    }

    /// Ok for "no error".
    pub fn check(code: Code) -> Result<(), Self> {
        if code == Code::RD_KAFKA_RESP_ERR_NO_ERROR { Ok(()) } else { Err(Self::of(code)) }
    }

    /// Takes over an error object; null is success.
    ///
    /// # Safety
    /// `error` is null or an error object that nobody else frees.
    pub(super) unsafe fn take(error: *mut rd::rd_kafka_error_t) -> Result<(), Self> {
        if error.is_null() {
            return Ok(());
        }
        // SAFETY: a live error object by this function's contract, freed here after its last use; its text is copied first.
        unsafe {
            let raised = Raised {
                code: rd::rd_kafka_error_code(error),
                text: super::text(rd::rd_kafka_error_string(error)),
                fatal: rd::rd_kafka_error_is_fatal(error) != 0,
                retriable: rd::rd_kafka_error_is_retriable(error) != 0,
                abort: rd::rd_kafka_error_txn_requires_abort(error) != 0,
            };
            rd::rd_kafka_error_destroy(error);
            Err(raised)
        }
    }
}

/// What the C library calls a code.
pub fn describe(code: Code) -> String {
    // SAFETY: answers a static text for every code.
    let text = unsafe { CStr::from_ptr(rd::rd_kafka_err2str(code)) };
    text.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_error_is_success_and_others_have_a_text() {
        assert_eq!(Raised::check(Code::RD_KAFKA_RESP_ERR_NO_ERROR), Ok(()));
        let raised = Raised::check(Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART).expect_err("an error");
        assert!(raised.text.contains("Unknown topic"), "{}", raised.text);
        // SAFETY: null is allowed and means success.
        assert_eq!(unsafe { Raised::take(std::ptr::null_mut()) }, Ok(()));
    }
}
