//! What goes wrong in a test's environment, as one sentence.

use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use std::fmt;

/// What went wrong. `Debug` is the sentence itself, so `unwrap` in a test and `main` returning it both read
/// well.
#[derive(Clone)]
pub struct Error {
    message: String,
    code: Option<RDKafkaErrorCode>,
}

impl Error {
    /// An error of the environment or of the test's own.
    pub fn new(message: impl Into<String>) -> Error {
        Error { message: message.into(), code: None }
    }

    /// What the client library said while `doing`.
    pub(crate) fn client(doing: impl fmt::Display, error: &KafkaError) -> Error {
        let code = match error {
            // The library's own accessor leaves this one out.
            KafkaError::AdminOp(code) => Some(*code),
            other => other.rdkafka_error_code(),
        };
        Error { message: format!("{doing}: {error}"), code }
    }

    /// What the broker answered while `doing`.
    pub(crate) fn code_of(doing: impl fmt::Display, code: RDKafkaErrorCode) -> Error {
        Error { message: format!("{doing}: {code}"), code: Some(code) }
    }

    /// A failed call of the operating system while `doing`.
    pub fn io(doing: impl fmt::Display, error: &std::io::Error) -> Error {
        Error::new(format!("{doing}: {error}"))
    }

    /// The broker's or the client library's code, if the error came from there.
    pub fn code(&self) -> Option<RDKafkaErrorCode> {
        self.code
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
