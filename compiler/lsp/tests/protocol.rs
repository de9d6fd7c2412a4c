//! The protocol over an in-memory connection: what an editor sends, and what it gets.

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};
use std::thread::JoinHandle;
use std::time::Duration;

const ORG_FREE: &str = "package shop\n\nrecord Order { id: string, total: decimal(18, 2), at: timestamp }\n\n/// Every order.\ntopic orders v1 { schema Order; key id; time at }\n";

/// A client, and the server on its own thread, over a workspace in a temporary folder.
struct Client {
    connection: Connection,
    server: Option<JoinHandle<()>>,
    folder: tempfile::TempDir,
    next: i32,
    /// Notifications that came while waiting for a response.
    notifications: Vec<Notification>,
}

impl Client {
    fn start(files: &[(&str, &str)]) -> Client {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("riparian.toml"), "").expect("written");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        let (server, connection) = Connection::memory();
        let server = std::thread::spawn(move || riparian_lsp::serve(server).expect("the server ends well"));
        let mut client =
            Client { connection, server: Some(server), folder, next: 0, notifications: Vec::new() };
        let root = client.uri("").trim_end_matches('/').to_string();
        let result = client.request(
            "initialize",
            json!({ "processId": null, "rootUri": root, "capabilities": {}, "workspaceFolders": [{ "uri": root, "name": "w" }] }),
        );
        assert_eq!(result["capabilities"]["positionEncoding"], "utf-16");
        client.notify("initialized", json!({}));
        client
    }

    fn uri(&self, file: &str) -> String {
        let folder = self.folder.path().canonicalize().expect("the folder");
        format!("file://{}/{file}", folder.display())
    }

    fn notify(&self, method: &str, parameters: Value) {
        let notification = Notification::new(method.to_string(), parameters);
        self.connection.sender.send(Message::Notification(notification)).expect("the server listens");
    }

    fn request(&mut self, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let id = RequestId::from(self.next);
        let request = Request::new(id.clone(), method.to_string(), parameters);
        self.connection.sender.send(Message::Request(request)).expect("the server listens");
        loop {
            match self.connection.receiver.recv_timeout(Duration::from_secs(20)).expect("an answer") {
                Message::Response(response) if response.id == id => {
                    let text = serde_json::to_value(&response).expect("JSON");
                    assert!(text.get("error").is_none(), "{method}: {text}");
                    return text["result"].clone();
                }
                Message::Notification(notification) => self.notifications.push(notification),
                other => panic!("unexpected {other:?}"),
            }
        }
    }

    /// The next findings published for a file.
    fn findings(&mut self, file: &str) -> Vec<Value> {
        let uri = self.uri(file);
        loop {
            let notification = if self.notifications.is_empty() {
                match self.connection.receiver.recv_timeout(Duration::from_secs(20)).expect("findings") {
                    Message::Notification(notification) => notification,
                    other => panic!("unexpected {other:?}"),
                }
            } else {
                self.notifications.remove(0)
            };
            if notification.method == "textDocument/publishDiagnostics"
                && notification.params["uri"] == uri.as_str()
            {
                return notification.params["diagnostics"].as_array().cloned().unwrap_or_default();
            }
        }
    }

    fn open(&self, file: &str, text: &str) {
        self.notify(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": self.uri(file), "languageId": "stream", "version": 1, "text": text } }),
        );
    }

    fn change(&self, file: &str, version: i32, text: &str) {
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": self.uri(file), "version": version }, "contentChanges": [{ "text": text }] }),
        );
    }

    /// A position request: zero-based line and UTF-16 column of the first occurrence of `text` in `source`.
    fn at(&mut self, method: &str, file: &str, source: &str, text: &str) -> Value {
        let offset = source.find(text).expect("the text");
        let line = source[..offset].matches('\n').count();
        let start = source[..offset].rfind('\n').map_or(0, |n| n + 1);
        let character = source[start..offset].encode_utf16().count();
        let uri = self.uri(file);
        self.request(
            method,
            json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } }),
        )
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.server.take().expect("running").join().expect("the server ends");
    }
}

#[test]
fn findings_follow_the_text_while_typing() {
    let mut client = Client::start(&[("shop.stream", ORG_FREE)]);
    let broken = ORG_FREE.replace("schema Order;", "schema Ordr;");
    client.open("shop.stream", &broken);
    let findings = client.findings("shop.stream");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0]["code"], "S0201");
    assert_eq!(findings[0]["range"]["start"]["line"], 5);
    client.change("shop.stream", 2, ORG_FREE);
    assert!(client.findings("shop.stream").is_empty());
}

#[test]
fn hover_says_type_and_owner() {
    let source = ORG_FREE.replace("package shop\n", "package shop { owner till }\n");
    let mut client = Client::start(&[("shop.stream", &source)]);
    let hover = client.at("textDocument/hover", "shop.stream", &source, "orders v1");
    let text = hover["contents"]["value"].as_str().expect("text");
    assert!(text.contains("topic orders v1 key id"), "{text}");
    assert!(text.contains("owner: till"), "{text}");
    assert!(text.contains("Every order."), "{text}");
}

#[test]
fn definition_goes_to_the_declaration_in_another_file() {
    let user = "package till\n\nuse shop { Order }\n\ntopic copies v1 { schema Order; key id }\n";
    let mut client = Client::start(&[("shop.stream", ORG_FREE), ("till.stream", user)]);
    let target = client.at("textDocument/definition", "till.stream", user, "Order; key");
    assert_eq!(target["uri"], client.uri("shop.stream").as_str());
    assert_eq!(target["range"]["start"], json!({ "line": 2, "character": 7 }));
}

#[test]
fn a_closed_file_is_what_is_on_disk() {
    let mut client = Client::start(&[("shop.stream", ORG_FREE)]);
    client.open("shop.stream", "package shop\n\ntopic t v1 { schema Nothing }\n");
    assert!(!client.findings("shop.stream").is_empty());
    let uri = client.uri("shop.stream");
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    assert!(client.findings("shop.stream").is_empty());
}
