//! compiler/build
