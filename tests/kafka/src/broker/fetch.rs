//! The broker's jars: downloaded once by Maven into the user's cache folder, shared by every test binary of
//! the machine.

use crate::Error;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const POM: &str = include_str!("pom.xml");

/// What to run when Java or Maven is missing.
const INSTALL: &str = "apt-get install -y openjdk-17-jre-headless maven";

/// The folder of jars, downloaded by the first that asks.
///
/// Two that ask at once take turns at a file lock. Whatever is interrupted leaves only a `.part` folder
/// behind, which the next one removes: the folder appears under its name, by a rename, when all of it is
/// there.
pub(super) fn jars() -> Result<PathBuf, Error> {
    fetch(&cache_folder()?, "kafka", POM, &|pom, jars| {
        maven(pom, jars)?;
        let jar = jars.join(format!("kafka_2.13-{}.jar", version(POM)?));
        if jar.exists() {
            Ok(())
        } else {
            Err(Error::new(format!("Maven has not brought {}", jar.display())))
        }
    })
}

/// The folder of the jars that another recipe names, likewise, under a name of their own.
pub fn jars_of(name: &str, pom: &str) -> Result<PathBuf, Error> {
    fetch(&cache_folder()?, name, pom, &maven)
}

/// The sentence for a Java that does not start, or is too old.
pub(super) fn java_is_missing(what: &str) -> Error {
    Error::new(format!(
        "{what}: tests on Kafka start a real broker, which needs Java 17 or newer; run `{INSTALL}`"
    ))
}

fn cache_folder() -> Result<PathBuf, Error> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
    cache.map(|cache| cache.join("riparian")).ok_or_else(|| {
        Error::new("neither XDG_CACHE_HOME nor HOME says where to keep the broker's jars; set one")
    })
}

/// `download(pom, jars)` fills the folder `jars` with what the file `pom` names.
fn fetch(
    cache: &Path,
    name: &str,
    pom: &str,
    download: &dyn Fn(&Path, &Path) -> Result<(), Error>,
) -> Result<PathBuf, Error> {
    let name = format!("{name}-{}", version(pom)?);
    let folder = cache.join(&name);
    let jars = folder.join("jars");
    // The recipe lies beside the jars, so that a changed one is not served by what an older one fetched.
    let complete = || fs::read_to_string(folder.join("pom.xml")).is_ok_and(|text| text == pom);
    if complete() {
        return Ok(jars);
    }
    let failed = |path: &Path, error: std::io::Error| Error::io(path.display(), &error);
    fs::create_dir_all(cache).map_err(|error| failed(cache, error))?;
    let lock = cache.join(format!("{name}.lock"));
    let file = File::create(&lock).map_err(|error| failed(&lock, error))?;
    file.lock().map_err(|error| failed(&lock, error))?;
    if complete() {
        return Ok(jars);
    }
    let part = cache.join(format!("{name}.part"));
    for stale in [&part, &folder] {
        match fs::remove_dir_all(stale) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(stale, error)),
            _ => {}
        }
    }
    fs::create_dir(&part).map_err(|error| failed(&part, error))?;
    let recipe = part.join("pom.xml");
    fs::write(&recipe, pom).map_err(|error| failed(&recipe, error))?;
    download(&recipe, &part.join("jars"))?;
    fs::rename(&part, &folder).map_err(|error| failed(&folder, error))?;
    Ok(jars)
}

fn maven(pom: &Path, jars: &Path) -> Result<(), Error> {
    let output = Command::new("mvn")
        .args(["--quiet", "--batch-mode", "--file"])
        .arg(pom)
        .arg("dependency:copy-dependencies")
        .arg(format!("-DoutputDirectory={}", jars.display()))
        .stdin(Stdio::null())
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::new(format!(
                "Maven is missing: tests on Kafka download a real broker with it, once; run `{INSTALL}`"
            )),
            _ => Error::io("Maven does not start", &error),
        })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    if said.contains("JAVA_HOME") {
        return Err(java_is_missing("Java is missing"));
    }
    Err(Error::new(format!("Maven could not download Apache Kafka:\n{}", said.trim())))
}

fn version(pom: &str) -> Result<&str, Error> {
    let (_, rest) = pom.split_once("<kafka.version>").unwrap_or_default();
    match rest.split_once("</kafka.version>") {
        Some((version, _)) => Ok(version),
        None => Err(Error::new("pom.xml does not say `kafka.version`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    const ONE: &str = "<kafka.version>9.9.9</kafka.version>";

    fn put(_: &Path, jars: &Path) -> Result<(), Error> {
        fs::create_dir(jars)
            .and_then(|()| fs::write(jars.join("a.jar"), "a"))
            .map_err(|e| Error::io("put", &e))
    }

    #[test]
    fn many_that_ask_at_once_download_once() {
        let cache = tempfile::tempdir().unwrap();
        let downloads = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let jars = fetch(cache.path(), "kafka", ONE, &|pom, jars| {
                        downloads.fetch_add(1, Ordering::Relaxed);
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        put(pom, jars)
                    });
                    assert!(jars.unwrap().join("a.jar").exists());
                });
            }
        });
        assert_eq!(downloads.into_inner(), 1);
    }

    #[test]
    fn an_interrupted_download_is_not_taken_for_a_whole_one() {
        let cache = tempfile::tempdir().unwrap();
        let broken = fetch(cache.path(), "kafka", ONE, &|pom, jars| {
            put(pom, jars).and(Err(Error::new("interrupted")))
        });
        assert_eq!(broken.unwrap_err().to_string(), "interrupted");
        assert!(!cache.path().join("kafka-9.9.9").exists());
        assert!(fetch(cache.path(), "kafka", ONE, &put).unwrap().join("a.jar").exists());
    }

    #[test]
    fn a_changed_recipe_is_fetched_anew() {
        let cache = tempfile::tempdir().unwrap();
        let first = fetch(cache.path(), "kafka", ONE, &put).unwrap();
        let changed = format!("{ONE}<log4j.version>2</log4j.version>");
        let second = fetch(cache.path(), "kafka", &changed, &|_, jars| {
            fs::create_dir(jars)
                .and_then(|()| fs::write(jars.join("b.jar"), "b"))
                .map_err(|e| Error::io("put", &e))
        });
        assert_eq!(first, second.unwrap());
        assert!(first.join("b.jar").exists() && !first.join("a.jar").exists());
    }
}
