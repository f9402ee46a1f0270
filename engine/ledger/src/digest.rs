//! By what bytes are recognised.

use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

/// SHA-256 (FIPS 180-4), as `sha256sum` shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(String);

/// The only algorithm so far, as manifests name it.
const SHA256: &str = "sha-256";

impl Digest {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// One that somebody shows: 64 hexadecimal digits, in either case. `None`: it is none.
    pub fn parse(hex: &str) -> Option<Digest> {
        let digits = hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        digits.then(|| Digest(hex.to_ascii_lowercase()))
    }

    /// In lower-case hexadecimal digits.
    pub fn hex(&self) -> &str {
        &self.0
    }

    /// With its algorithm.
    pub fn json(&self) -> Json {
        json!({"algorithm": SHA256, "hex": self.0})
    }

    /// As [`Digest::json`] writes it.
    ///
    /// # Errors
    /// The name of an algorithm that nobody here knows; empty where it is no digest.
    pub fn read(json: &Json) -> Result<Digest, String> {
        let algorithm = json["algorithm"].as_str().unwrap_or_default();
        if algorithm != SHA256 {
            return Err(algorithm.to_owned());
        }
        let hex = json["hex"].as_str().unwrap_or_default();
        Digest::parse(hex).filter(|digest| digest.0 == hex).ok_or_else(String::new)
    }
}
