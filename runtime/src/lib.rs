//! The runtime that Riparian's generated jobs run on.
//!
//! > log → batch → decode only the used fields → fused stateless steps → keyed state → changelog + outputs → one commit
//!
//! Generated code names only [`prelude`] and [`__private`]. The loops, time, state, errors and commit are here; types,
//! decoders, expressions and wiring are generated.

pub mod broker;
mod chooser;
pub mod clock;
pub mod context;
pub mod counters;
pub mod dead_letter;
pub mod embedded;
pub mod fail;
pub mod files;
mod history;
pub mod job;
#[cfg(feature = "kafka")]
pub mod kafka;
pub mod log;
pub mod outputs;
pub mod partitioner;
mod partitions;
pub mod prelude;
pub mod program;
pub mod record;
pub mod report;
pub mod stage;
pub mod state;
pub mod store;
mod task;
pub mod testing;
pub mod tokens;
mod varint;
pub mod wire;
pub mod worker;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

/// What generated code and this runtime agree on; raised when either side of the boundary changes.
pub const ABI: u32 = 1;

pub use program::main;
pub use riparian_functions as functions;

/// The jobs that the crate's build script compiled, as a module `streams`.
///
/// `streams::PROGRAM` is what [`main`] takes; each job is a module of its own name.
#[macro_export]
macro_rules! include_streams {
    () => {
        mod streams {
            include!(concat!(env!("OUT_DIR"), "/streams/mod.rs"));
        }
    };
}
