//! Where databases are, and how one gets in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diagnostics::{Diagnostic, Lang, Text, catalogue};
use servers::{Address, Password, PasswordFrom};

use crate::text_file::{TextError, read_text};

/// The databases that the project and the command line name.
#[derive(Debug, Default)]
pub struct Connections {
    /// The address of each, and the folder where the file with its password is looked for.
    known: BTreeMap<String, (String, PathBuf)>,
}

impl Connections {
    /// Databases are where the project says, unless the command line says otherwise. Files of the project's addresses lie beside
    /// `project_file`.
    pub fn new(project_file: Option<&Path>, project: &[(String, String)], options: &[(String, String)]) -> Self {
        let folder = project_file.and_then(Path::parent).unwrap_or(Path::new(""));
        let in_project = project.iter().map(|(name, address)| (name.clone(), (address.clone(), folder.to_owned())));
        let in_options = options.iter().map(|(name, address)| (name.clone(), (address.clone(), PathBuf::new())));
        Self { known: in_project.chain(in_options).collect() }
    }

    /// The address of the database `name`, and its password.
    ///
    /// # Errors
    /// Where nobody says where it is, its address is unusable, or there is no password where the address says.
    pub fn find(&self, name: &str) -> Result<(Address, Option<Password>), Box<Diagnostic>> {
        let Some((address, folder)) = self.known.get(name) else {
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CONNECTION).arg("name", name);
            return Err(Box::new(unknown.list("known", self.known.keys())));
        };
        let address = Address::parse(address)?;
        let password = match &address.password {
            PasswordFrom::Nowhere => None,
            PasswordFrom::Environment(variable) => Some(from_environment(variable)?),
            PasswordFrom::File(file) => Some(from_file(&folder.join(file))?),
        };
        Ok((address, password))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a password comes from the variable that its address names, and nothing else does"
)]
fn from_environment(variable: &str) -> Result<Password, Box<Diagnostic>> {
    let place = || {
        let told = Diagnostic::unplaced(&catalogue::NO_PASSWORD);
        told.texts("place", format!("the environment variable `{variable}`"), format!("环境变量 `{variable}` "))
    };
    // `var` panics for such names.
    let is_name = !variable.contains(['=', '\0']);
    match is_name.then(|| std::env::var(variable)) {
        Some(Ok(text)) if !text.is_empty() => Ok(Password::new(text)),
        Some(Err(std::env::VarError::NotUnicode(_))) => Err(Box::new(place().words("reason", NO_TEXT))),
        _ => Err(Box::new(place().words("reason", NOT_SET))),
    }
}

fn from_file(file: &Path) -> Result<Password, Box<Diagnostic>> {
    let place = || {
        let shown = file.display();
        let told = Diagnostic::unplaced(&catalogue::NO_PASSWORD);
        told.texts("place", format!("the file `{shown}`"), format!("文件 `{shown}` "))
    };
    let text = read_text(file).map_err(|error| {
        Box::new(match error {
            TextError::Encoding(_) | TextError::TooLarge => place().words("reason", NO_TEXT),
            other => place().texts("reason", other.reason(Lang::En), other.reason(Lang::Zh)),
        })
    })?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(Password::new(line.to_owned())),
        _ => Err(Box::new(place().words("reason", EMPTY_LINE))),
    }
}

const NOT_SET: Text = Text { en: "it is not set", zh: "未设置" };
const NO_TEXT: Text = Text { en: "what is there is no text", zh: "其内容不是文本" };
const EMPTY_LINE: Text = Text { en: "its first line is empty", zh: "第一行为空" };
