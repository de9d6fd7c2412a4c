//! The macros that generated types are written with. One file per construct.

mod enumeration;
mod group;
mod json_record;
mod object;
mod record;
mod row;
