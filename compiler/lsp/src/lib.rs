//! compiler/lsp
