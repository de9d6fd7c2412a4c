//! Jobs written by hand in the shape of generated ones, on a log in memory: the runtime without the compiler.

mod embedded;
mod failures;
mod gate;
mod laws;
mod sessions;
mod time;
mod velocity;
mod world;
