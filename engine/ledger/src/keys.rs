//! Keys of those who sign runs, and their files.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde_json::{Value as Json, json};
use values::Date;

use crate::canonical::{Malformed, canonical, read};
use crate::digest::Digest;

/// Who holds a key, and when it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The name that signatures show.
    pub name: String,
    /// The first day on which the key signs; `None`: any.
    pub from: Option<Date>,
    /// The last one.
    pub until: Option<Date>,
}

impl Holder {
    /// Whether the key signs on this day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// A key that verifies: Ed25519 (RFC 8032).
#[derive(Clone, Debug)]
pub struct PublicKey {
    /// Whose it is.
    pub holder: Holder,
    key: VerifyingKey,
}

/// A key that signs.
pub struct SecretKey {
    /// Whose it is.
    pub holder: Holder,
    key: SigningKey,
}

/// Why a text is no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// It is no JSON, or has a key twice.
    Malformed(Malformed),
    /// It is of another schema.
    Schema(String),
    /// An algorithm that is not known here.
    Algorithm(String),
    /// A field that is missing or says nothing that could be.
    Field(&'static str),
}

/// The only algorithm so far, as files of keys and statements name it.
pub const ED25519: &str = "ed25519";
const PUBLIC: &str = "syllogist/public-key/1";
const SECRET: &str = "syllogist/secret-key/1";

impl PublicKey {
    /// Reads the file of a key.
    ///
    /// # Errors
    /// It is none.
    pub fn read(text: &str) -> Result<PublicKey, NoKey> {
        let (holder, bytes) = held(text, PUBLIC)?;
        let key = VerifyingKey::from_bytes(&bytes).or(Err(NoKey::Field("key")))?;
        Ok(PublicKey { holder, key })
    }

    /// The text of its file.
    pub fn text(&self) -> String {
        shown(&self.holder, PUBLIC, self.key.as_bytes())
    }

    /// By what signatures name it: the SHA-256 of its 32 bytes.
    pub fn id(&self) -> Digest {
        Digest::of(self.key.as_bytes())
    }

    /// Whether the key signed this message.
    pub fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl SecretKey {
    /// From 32 random bytes.
    pub fn new(holder: Holder, seed: &[u8; 32]) -> SecretKey {
        SecretKey { holder, key: SigningKey::from_bytes(seed) }
    }

    /// Reads the file of a key.
    ///
    /// # Errors
    /// It is none.
    pub fn read(text: &str) -> Result<SecretKey, NoKey> {
        let (holder, seed) = held(text, SECRET)?;
        Ok(SecretKey::new(holder, &seed))
    }

    /// The text of its file, which nobody else may see.
    pub fn text(&self) -> String {
        shown(&self.holder, SECRET, self.key.as_bytes())
    }

    /// The key that verifies what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey { holder: self.holder.clone(), key: self.key.verifying_key() }
    }

    /// The signature of a message: the same each time.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

fn shown(Holder { name, from, until }: &Holder, schema: &str, key: &[u8; 32]) -> String {
    let day = |day: &Option<Date>| day.map(|day| day.to_string());
    let json = json!({
        "schema": schema,
        "algorithm": ED25519,
        "name": name,
        "from": day(from),
        "until": day(until),
        "key": BASE64_STANDARD.encode(key),
    });
    canonical(&json) + "\n"
}

fn held(text: &str, schema: &str) -> Result<(Holder, [u8; 32]), NoKey> {
    let json = read(text).map_err(NoKey::Malformed)?;
    let word = |field: &str| json[field].as_str().unwrap_or_default().to_owned();
    if json["schema"] != schema {
        return Err(NoKey::Schema(word("schema")));
    }
    if json["algorithm"] != ED25519 {
        return Err(NoKey::Algorithm(word("algorithm")));
    }
    let day = |field: &'static str| match &json[field] {
        Json::Null => Ok(None),
        day => day.as_str().and_then(|day| Date::parse(day).ok()).map(Some).ok_or(NoKey::Field(field)),
    };
    let (from, until) = (day("from")?, day("until")?);
    let name = word("name");
    if name.is_empty() {
        return Err(NoKey::Field("name"));
    }
    let bytes = BASE64_STANDARD.decode(word("key")).ok().and_then(|bytes| bytes.try_into().ok());
    Ok((Holder { name, from, until }, bytes.ok_or(NoKey::Field("key"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, test 2.
    #[test]
    fn signs_as_the_standard_says() {
        let bytes = |hex: &str| {
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect::<Vec<_>>()
        };
        let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb").try_into().unwrap();
        let holder = Holder { name: "A".into(), from: None, until: None };
        let secret = SecretKey::new(holder, &seed);
        assert_eq!(
            secret.public().key.as_bytes()[..],
            bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        );
        let signature = bytes(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        );
        assert_eq!(secret.sign(&[0x72])[..], signature);
        assert!(secret.public().signed(&[0x72], &signature.clone().try_into().unwrap()));
        assert!(!secret.public().signed(&[0x73], &signature.try_into().unwrap()));
    }

    #[test]
    fn files_of_keys_are_read_back_and_nothing_else_is() {
        let day = |text| Some(Date::parse(text).unwrap());
        let holder = Holder { name: "甲".into(), from: day("2026-01-01"), until: day("2026-12-31") };
        let secret = SecretKey::new(holder.clone(), &[7; 32]);
        assert_eq!(SecretKey::read(&secret.text()).unwrap().public().id(), secret.public().id());
        let text = secret.public().text();
        assert_eq!(PublicKey::read(&text).unwrap().holder, holder);
        assert!(holder.holds_on(day("2026-12-31").unwrap()) && !holder.holds_on(day("2027-01-01").unwrap()));
        let refused = |from: &str, to: &str| PublicKey::read(&text.replace(from, to)).unwrap_err();
        assert_eq!(PublicKey::read(&secret.text()).unwrap_err(), NoKey::Schema(SECRET.into()));
        assert_eq!(refused("ed25519", "sm2"), NoKey::Algorithm("sm2".into()));
        assert_eq!(refused("2026-12-31", "2026-12-32"), NoKey::Field("until"));
        assert_eq!(refused("\"key\":\"", "\"key\":\"AAAA"), NoKey::Field("key"));
        assert_eq!(refused("甲", ""), NoKey::Field("name"));
        assert!(matches!(refused("}", ""), NoKey::Malformed(_)));
    }
}
