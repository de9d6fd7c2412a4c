//! joins
