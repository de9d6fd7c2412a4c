//! The main loop.

use crate::convert::{self, Encoding, Text};
use crate::documents;
use gen_lsp_types as lsp;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use riparian_compiler::base::{FileId, Span};
use riparian_compiler::fmt;
use riparian_compiler::ide;
use riparian_compiler::workspace::{Analysis, Workspace, is_beside};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long typing must pause before the workspace is analysed.
const PAUSE: Duration = Duration::from_millis(40);

pub fn capabilities(encoding: Encoding) -> lsp::ServerCapabilities {
    lsp::ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(lsp::TextDocumentSync::Kind(lsp::TextDocumentSyncKind::Full)),
        hover_provider: Some(lsp::HoverProvider::Bool(true)),
        definition_provider: Some(lsp::DefinitionProvider::Bool(true)),
        document_formatting_provider: Some(lsp::DocumentFormattingProvider::Bool(true)),
        code_action_provider: Some(lsp::CodeActionProvider::Bool(true)),
        ..Default::default()
    }
}

pub struct Server<'c> {
    connection: &'c Connection,
    encoding: Encoding,
    root: PathBuf,
    workspace: Workspace,
    /// Files whose text is the editor's, by relative path, with the version last seen.
    open: BTreeMap<String, i32>,
    analysis: Option<Arc<Analysis>>,
    /// Files that have findings on the client's side.
    shown: BTreeSet<String>,
}

impl<'c> Server<'c> {
    #[allow(deprecated)]
    pub fn new(connection: &'c Connection, parameters: &lsp::InitializeParams, encoding: Encoding) -> Self {
        let folder = serde_json::to_value(parameters).ok().and_then(|p| first_folder(&p));
        let folder = folder.unwrap_or_else(|| PathBuf::from("."));
        let mut workspace = Workspace::default();
        let mut root = folder;
        // A workspace that cannot be read has no files yet; what the editor opens is analysed all the same.
        if let Ok(loaded) = riparian_build::load(&root) {
            for (path, text) in loaded.texts() {
                workspace.set(path, text);
            }
            root = loaded.root;
        }
        Server {
            connection,
            encoding,
            root,
            workspace,
            open: BTreeMap::new(),
            analysis: None,
            shown: BTreeSet::new(),
        }
    }

    pub fn run(mut self) -> Result<(), Box<dyn Error>> {
        self.publish()?;
        loop {
            let message = if self.analysis.is_none() {
                match self.connection.receiver.recv_timeout(PAUSE) {
                    Ok(message) => message,
                    Err(error) if error.is_timeout() => {
                        self.publish()?;
                        continue;
                    }
                    Err(_) => return Ok(()),
                }
            } else {
                match self.connection.receiver.recv() {
                    Ok(message) => message,
                    Err(_) => return Ok(()),
                }
            };
            match message {
                Message::Request(request) => {
                    if self.connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    let response = self.answer(request);
                    self.connection.sender.send(Message::Response(response))?;
                }
                Message::Notification(notification) => self.notified(notification),
                Message::Response(_) => {}
            }
        }
    }

    /// The analysis of the texts as they are now.
    fn analysis(&mut self) -> Arc<Analysis> {
        if let Some(analysis) = &self.analysis {
            return Arc::clone(analysis);
        }
        let analysis = Arc::new(self.workspace.analyse_on(&riparian_build::Threads));
        self.analysis = Some(Arc::clone(&analysis));
        analysis
    }

    fn notified(&mut self, notification: Notification) {
        let parameters = notification.params;
        match notification.method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(p) = serde_json::from_value::<lsp::DidOpenTextDocumentParams>(parameters) {
                    self.edited(&p.text_document.uri, p.text_document.version, p.text_document.text);
                }
            }
            "textDocument/didChange" => {
                if let Ok(mut p) = serde_json::from_value::<lsp::DidChangeTextDocumentParams>(parameters)
                    && let Some(change) = p.content_changes.pop()
                {
                    let text = match change {
                        lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(
                            whole,
                        ) => whole.text,
                        lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                            part.text
                        }
                    };
                    let document = p.text_document;
                    self.edited(&document.text_document_identifier.uri, document.version, text);
                }
            }
            "textDocument/didClose" => {
                if let Ok(p) = serde_json::from_value::<lsp::DidCloseTextDocumentParams>(parameters)
                    && let Some(path) = self.relative(&p.text_document.uri)
                {
                    self.open.remove(&path);
                    self.reread(&path);
                }
            }
            "workspace/didChangeWatchedFiles" => {
                if let Ok(p) = serde_json::from_value::<lsp::DidChangeWatchedFilesParams>(parameters) {
                    for change in p.changes {
                        // Only sources: a client may watch more than it was asked to.
                        if let Some(path) = self.relative(&change.uri)
                            && (path.ends_with(".stream") || is_beside(&path))
                            && !self.open.contains_key(&path)
                        {
                            self.reread(&path);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn edited(&mut self, uri: &lsp::Uri, version: i32, text: String) {
        if let Some(path) = self.relative(uri) {
            self.workspace.set(path.as_str(), text);
            self.open.insert(path, version);
            self.analysis = None;
        }
    }

    /// Takes a file's text from disk again.
    fn reread(&mut self, path: &str) {
        match std::fs::read_to_string(self.root.join(path)) {
            Ok(text) => self.workspace.set(path, text),
            Err(_) => {
                self.workspace.remove(path);
            }
        }
        self.analysis = None;
    }

    fn answer(&mut self, request: Request) -> Response {
        match request.method.as_str() {
            "textDocument/hover" => self.with(request, Self::hover),
            "textDocument/definition" => self.with(request, Self::definition),
            "textDocument/formatting" => self.with(request, Self::formatting),
            "textDocument/codeAction" => self.with(request, Self::code_actions),
            other => Response::new_err(
                request.id,
                ErrorCode::MethodNotFound as i32,
                format!("this server does not answer {other}"),
            ),
        }
    }

    fn with<P: DeserializeOwned, R: Serialize>(
        &mut self,
        request: Request,
        answer: fn(&mut Self, P) -> Option<R>,
    ) -> Response {
        match serde_json::from_value(request.params) {
            Ok(parameters) => Response::new_ok(request.id, answer(self, parameters)),
            Err(error) => Response::new_err(request.id, ErrorCode::InvalidParams as i32, error.to_string()),
        }
    }

    fn hover(&mut self, p: lsp::HoverParams) -> Option<lsp::Hover> {
        let (analysis, file, offset) = self.place(&p.text_document_position_params)?;
        let hover = ide::hover(&analysis, file, offset)?;
        Some(lsp::Hover {
            contents: lsp::Contents::MarkupContent(lsp::MarkupContent {
                kind: lsp::MarkupKind::Markdown,
                value: hover.markdown,
            }),
            range: Some(self.location(&analysis, hover.span)?.range),
        })
    }

    fn definition(&mut self, p: lsp::DefinitionParams) -> Option<lsp::DefinitionResponse> {
        let (analysis, file, offset) = self.place(&p.text_document_position_params)?;
        let target = ide::definition(&analysis, file, offset)?;
        let location = self.location(&analysis, target.declaration)?;
        Some(lsp::DefinitionResponse::Definition(lsp::Definition::Location(location)))
    }

    fn formatting(&mut self, p: lsp::DocumentFormattingParams) -> Option<Vec<lsp::TextEdit>> {
        let path = self.relative(&p.text_document.uri)?;
        let analysis = self.analysis();
        let file = analysis.files.iter().find(|f| *f.path == *path)?;
        let formatted = fmt::format(&file.text).ok()?;
        if formatted == *file.text {
            return Some(Vec::new());
        }
        let whole = Text::new(&file.text, self.encoding).whole();
        Some(vec![lsp::TextEdit { range: whole, new_text: formatted }])
    }

    fn code_actions(&mut self, p: lsp::CodeActionParams) -> Option<Vec<lsp::CodeAction>> {
        let path = self.relative(&p.text_document.uri)?;
        let analysis = self.analysis();
        let index = analysis.files.iter().position(|f| *f.path == *path)?;
        let text = Text::new(&analysis.files[index].text, self.encoding);
        let (from, to) = (text.offset(p.range.start), text.offset(p.range.end));
        let mut actions = Vec::new();
        for finding in &analysis.diagnostics {
            let here = finding.span.file == FileId(index as u32);
            if !here || finding.span.end < from || finding.span.start > to {
                continue;
            }
            for fix in &finding.fixes {
                let mut changes: HashMap<lsp::Uri, Vec<lsp::TextEdit>> = HashMap::new();
                for edit in &fix.edits {
                    let location = self.location(&analysis, edit.span)?;
                    let edit = lsp::TextEdit { range: location.range, new_text: edit.text.clone() };
                    changes.entry(location.uri).or_default().push(edit);
                }
                actions.push(lsp::CodeAction {
                    title: fix.title.clone(),
                    kind: Some(lsp::CodeActionKind::QuickFix),
                    is_preferred: Some(convert::preferred(fix.applicability)),
                    edit: Some(lsp::WorkspaceEdit { changes: Some(changes), ..Default::default() }),
                    diagnostics: None,
                    disabled: None,
                    command: None,
                    data: None,
                    tags: None,
                });
            }
        }
        Some(actions)
    }

    /// The file and byte offset that a request is about.
    fn place(&mut self, p: &lsp::TextDocumentPositionParams) -> Option<(Arc<Analysis>, FileId, u32)> {
        let path = self.relative(&p.text_document.uri)?;
        let analysis = self.analysis();
        let index = analysis.files.iter().position(|f| *f.path == *path)?;
        let offset = Text::new(&analysis.files[index].text, self.encoding).offset(p.position);
        Some((analysis, FileId(index as u32), offset))
    }

    fn location(&self, analysis: &Analysis, span: Span) -> Option<lsp::Location> {
        let file = analysis.files.get(span.file.0 as usize)?;
        let range = Text::new(&file.text, self.encoding).range(span);
        Some(lsp::Location { uri: documents::uri(&self.root.join(&*file.path)), range })
    }

    fn relative(&self, uri: &lsp::Uri) -> Option<String> {
        let path = documents::path(uri)?;
        let path = path.canonicalize().unwrap_or(path);
        let path = path.strip_prefix(&self.root).map_or_else(|_| path.clone(), Path::to_path_buf);
        Some(riparian_build::load::relative(&self.root, &path))
    }

    /// Sends the findings of every file that has or had some.
    fn publish(&mut self) -> Result<(), Box<dyn Error>> {
        let analysis = self.analysis();
        let mut by_file: BTreeMap<String, Vec<lsp::Diagnostic>> = BTreeMap::new();
        for path in self.shown.iter().chain(self.open.keys()) {
            by_file.insert(path.clone(), Vec::new());
        }
        let place = |span: Span| self.location(&analysis, span);
        for finding in &analysis.diagnostics {
            let Some(file) = analysis.files.get(finding.span.file.0 as usize) else { continue };
            by_file.entry(file.path.to_string()).or_default().extend(convert::diagnostic(finding, &place));
        }
        self.shown =
            by_file.iter().filter(|(_, list)| !list.is_empty()).map(|(path, _)| path.clone()).collect();
        for (path, diagnostics) in by_file {
            let parameters = lsp::PublishDiagnosticsParams {
                uri: documents::uri(&self.root.join(&path)),
                version: self.open.get(&path).copied(),
                diagnostics,
            };
            let method = "textDocument/publishDiagnostics".to_string();
            self.connection.sender.send(Message::Notification(Notification::new(method, parameters)))?;
        }
        Ok(())
    }
}

/// The first workspace folder, else the root, of the `initialize` request.
fn first_folder(parameters: &serde_json::Value) -> Option<PathBuf> {
    let folders = parameters.get("workspaceFolders").and_then(|f| f.get(0)).and_then(|f| f.get("uri"));
    let uri = folders.or_else(|| parameters.get("rootUri"))?.as_str()?;
    documents::path(&lsp::Uri(uri.to_string()))
}
