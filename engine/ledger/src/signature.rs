//! Signatures of runs: in-toto statements (v1) about the manifest, each in a DSSE envelope (v1.0) of its own.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value as Json, json};
use values::Date;

use crate::canonical::{Malformed, canonical, read, read_canonical};
use crate::digest::Digest;
use crate::folder::{Broken, Fault, broken};
use crate::keys::{ED25519, PublicKey, SecretKey};
use crate::{MANIFEST, SIGNATURES};

/// Who signed a run, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The key that the envelope names.
    pub key: Digest,
    /// The name of the signer: that of the key where it is given, what the statement says where it is not.
    pub name: String,
    /// The day, as the signer stated it.
    pub on: Date,
    /// Whether the key was given, and made the signature. What is not proven could be from anybody.
    pub is_proven: bool,
}

const PAYLOAD: &str = "application/vnd.in-toto+json";
const STATEMENT: &str = "https://in-toto.io/Statement/v1";
const PREDICATE: &str = "urn:syllogist:sealed-run:1";

/// The signature of a run on this day: the name and the text of its file.
pub fn sign(root: &Digest, key: &SecretKey, on: Date) -> (String, String) {
    let statement = canonical(&json!({
        "_type": STATEMENT,
        "subject": [{"name": MANIFEST, "digest": {"sha256": root.hex()}}],
        "predicateType": PREDICATE,
        "predicate": {"algorithm": ED25519, "signer": key.holder.name, "signed": on.to_string()},
    }));
    let id = key.public().id();
    let signature = key.sign(&encoded(PAYLOAD, statement.as_bytes()));
    let envelope = canonical(&json!({
        "payload": BASE64_STANDARD.encode(&statement),
        "payloadType": PAYLOAD,
        "signatures": [{"keyid": id.hex(), "sig": BASE64_STANDARD.encode(signature)}],
    }));
    (file(&id), envelope)
}

/// The name of the file of the signature with this key.
pub fn file(key: &Digest) -> String {
    format!("{SIGNATURES}/{}.json", key.hex())
}

/// Reads the file of a signature of the run `root`. Where its key is among `keys`, it is proven.
///
/// # Errors
/// It is none, is one of another run, was not made with the key that it names, or on a day on which that key does not hold.
pub fn signature(name: &str, text: &str, root: &Digest, keys: &[PublicKey]) -> Result<Signature, Broken> {
    let malformed = |malformed: Malformed| Broken { file: name.to_owned(), fault: Fault::Malformed(None, malformed) };
    let field = |field: &str| Broken { file: name.to_owned(), fault: Fault::Field(field.to_owned()) };
    let envelope = read_canonical(text).map_err(malformed)?;
    let bytes = |json: &Json| BASE64_STANDARD.decode(json.as_str()?).ok();
    let payload = bytes(&envelope["payload"]).ok_or_else(|| field("payload"))?;
    let [made] = &envelope["signatures"].as_array().map_or(&[][..], Vec::as_slice) else {
        return Err(field("signatures"));
    };
    let id = made["keyid"].as_str().and_then(Digest::parse).filter(|id| file(id) == name);
    let id = id.ok_or_else(|| field("keyid"))?;
    // The envelope itself is not signed: it has no room for anything else.
    let signatures = json!([{"keyid": id.hex(), "sig": made["sig"]}]);
    if envelope != json!({"payload": envelope["payload"], "payloadType": PAYLOAD, "signatures": signatures}) {
        return Err(field("signatures"));
    }
    let made = bytes(&made["sig"]).and_then(|made| made.try_into().ok()).ok_or_else(|| field("sig"))?;
    let key = keys.iter().find(|key| key.id() == id);
    // What is said counts only once it is known who says it.
    if let Some(key) = key.filter(|key| !key.signed(&encoded(PAYLOAD, &payload), &made)) {
        return broken(name, Fault::Signature(key.holder.name.clone()));
    }
    let statement = std::str::from_utf8(&payload).ok().and_then(|text| read(text).ok());
    let statement = statement.ok_or_else(|| field("payload"))?;
    let (named, on) = said(&statement, name, root)?;
    let Some(key) = key else { return Ok(Signature { key: id, name: named, on, is_proven: false }) };
    match key.holder.holds_on(on) {
        true => Ok(Signature { key: id, name: key.holder.name.clone(), on, is_proven: true }),
        false => broken(name, Fault::NotValid(Box::new(key.holder.clone()), on)),
    }
}

/// Who says, of which day, that the run is this one.
fn said(statement: &Json, name: &str, root: &Digest) -> Result<(String, Date), Broken> {
    let field = |field: &str| Broken { file: name.to_owned(), fault: Fault::Field(field.to_owned()) };
    let predicate = &statement["predicate"];
    if statement["_type"] != STATEMENT || statement["predicateType"] != PREDICATE {
        return Err(field("predicateType"));
    }
    if predicate["algorithm"] != ED25519 {
        return broken(name, Fault::Algorithm(predicate["algorithm"].as_str().unwrap_or_default().to_owned()));
    }
    let [subject] = &statement["subject"].as_array().map_or(&[][..], Vec::as_slice) else {
        return Err(field("subject"));
    };
    let signed = subject["digest"]["sha256"].as_str().and_then(Digest::parse).ok_or_else(|| field("subject"))?;
    if signed != *root {
        return broken(name, Fault::OtherRun { signed, root: root.clone() });
    }
    let on = predicate["signed"].as_str().and_then(|day| Date::parse(day).ok()).ok_or_else(|| field("signed"))?;
    let signer = predicate["signer"].as_str().ok_or_else(|| field("signer"))?;
    Ok((signer.to_owned(), on))
}

/// What is signed: the pre-authentication encoding of DSSE.
fn encoded(kind: &str, body: &[u8]) -> Vec<u8> {
    [format!("DSSEv1 {} {kind} {} ", kind.len(), body.len()).as_bytes(), body].concat()
}

#[cfg(test)]
mod tests {
    /// The example of the DSSE protocol.
    #[test]
    fn what_is_signed_is_encoded_as_the_standard_says() {
        let encoded = super::encoded("http://example.com/HelloWorld", b"hello world");
        assert_eq!(encoded, b"DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }
}
