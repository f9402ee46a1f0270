//! Values of parameters that are set for a run, and contested readings side by side.

use diagnostics::{Diagnostic, catalogue};
use program::checked::Program;
use values::Date;

use crate::exit::{Exit, Failure};
use crate::shell::quoted;

/// Options of commands that run programs.
#[derive(Debug, Default, clap::Args)]
pub struct ParameterOptions {
    /// Values of parameters. Several for one name are readings to be compared.
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = setting)]
    settings: Vec<Setting>,
    /// The value of the parameter `as_of`.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Vec<String>,
}

/// A parameter with a value as text.
pub type Setting = (String, String);

/// The parameters by which a program is read once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// All that are set, in order.
    pub settings: Vec<Setting>,
    /// Those that have another value in another reading.
    pub contested: Vec<Setting>,
}

/// More readings than anybody compares.
const READINGS_MAX: usize = 32;

impl ParameterOptions {
    /// The readings asked for, in the order of the values; one where no parameter has two. What the command line sets takes the place of
    /// what the project sets.
    pub fn readings(&self, project: &[Setting]) -> Result<Vec<Reading>, Failure> {
        let as_of = self.as_of.iter().map(|day| ("as_of".to_string(), day.clone()));
        let own = self.settings.iter().cloned().chain(as_of).collect::<Vec<_>>();
        let kept = project.iter().filter(|(name, _)| own.iter().all(|(known, _)| known != name));
        let mut by_name = Vec::<(String, Vec<String>)>::new();
        for (name, value) in kept.cloned().chain(own.iter().cloned()) {
            match by_name.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) if values.contains(&value) => {}
                Some((_, values)) => values.push(value),
                None => by_name.push((name, vec![value])),
            }
        }
        let count = by_name.iter().try_fold(1usize, |count, (_, values)| count.checked_mul(values.len()));
        if count.is_none_or(|count| count > READINGS_MAX) {
            return Err(Failure::usage(Diagnostic::unplaced(&catalogue::TOO_MANY_READINGS).arg("most", READINGS_MAX)));
        }
        let mut readings = vec![Reading::default()];
        for (name, values) in &by_name {
            let with = |reading: &Reading, value: &String| {
                let (mut reading, setting) = (reading.clone(), (name.clone(), value.clone()));
                reading.contested.extend((values.len() > 1).then(|| setting.clone()));
                reading.settings.push(setting);
                reading
            };
            let with = &with;
            readings =
                readings.iter().flat_map(|reading| values.iter().map(move |value| with(reading, value))).collect();
        }
        Ok(readings)
    }

    /// The options that set the parameters of a reading, as words for a shell: those of the command line, and contested ones.
    pub fn words(&self, reading: &Reading) -> Vec<String> {
        let is_own = |name: &str| {
            let contested = reading.contested.iter().any(|(known, _)| known == name);
            contested
                || name == "as_of" && !self.as_of.is_empty()
                || self.settings.iter().any(|(known, _)| known == name)
        };
        let own = reading.settings.iter().filter(|(name, _)| is_own(name));
        own.map(|(name, value)| format!("--param {}", quoted(&format!("{name}={value}")))).collect()
    }
}

impl Reading {
    /// `base = nominal`; empty where there is one reading only.
    pub fn label(&self) -> String {
        self.contested.iter().map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(", ")
    }
}

/// Refuses a program that reads parameters without a value.
pub fn all_set(program: &Program) -> Result<(), Failure> {
    let unset = program.unset_parameters().into_iter().map(|id| {
        let parameter = program.parameter(id);
        Diagnostic::new(&catalogue::UNSET_PARAMETER, parameter.span).arg("name", &parameter.name)
    });
    let unset = unset.collect::<Vec<_>>();
    if unset.is_empty() { Ok(()) } else { Err(Failure::Found(Exit::Usage, unset)) }
}

/// The refusal of what can hold one reading only.
pub fn one_reading_only(what: &str, readings: usize) -> Failure {
    let refused = Diagnostic::unplaced(&catalogue::READINGS_APART);
    Failure::usage(refused.arg("what", what).arg("count", readings))
}

/// `NAME=VALUE`
fn setting(text: &str) -> Result<Setting, String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() && !value.trim().is_empty() => {
            Ok((name.trim().to_string(), value.trim().to_string()))
        }
        _ => Err(text.to_string()),
    }
}

fn day(text: &str) -> Result<String, String> {
    Date::parse(text).map(|day| day.to_string()).map_err(|_| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, value: &str) -> Setting {
        (name.to_string(), value.to_string())
    }

    #[test]
    fn two_values_are_two_readings() {
        let options = ParameterOptions {
            settings: vec![pair("base", "nominal"), pair("low", "0.7"), pair("base", "rolled")],
            as_of: vec!["2024-01-01".to_string()],
        };
        let readings = options.readings(&[pair("low", "0.5"), pair("years", "10")]).unwrap();
        let labels = readings.iter().map(Reading::label).collect::<Vec<_>>();
        assert_eq!(labels, ["base = nominal", "base = rolled"]);
        let settings = [pair("years", "10"), pair("base", "rolled"), pair("low", "0.7"), pair("as_of", "2024-01-01")];
        assert_eq!(readings[1].settings, settings);
        assert_eq!(options.words(&readings[1]), ["--param base=rolled", "--param low=0.7", "--param as_of=2024-01-01"]);
    }

    #[test]
    fn readings_of_the_project_are_compared_too() {
        let readings = ParameterOptions::default().readings(&[pair("a", "1"), pair("a", "2"), pair("b", "3")]).unwrap();
        assert_eq!(readings.iter().map(Reading::label).collect::<Vec<_>>(), ["a = 1", "a = 2"]);
        assert_eq!(ParameterOptions::default().words(&readings[1]), ["--param a=2"]);
        let one = ParameterOptions::default().readings(&[]).unwrap();
        assert_eq!(one, [Reading::default()]);
    }

    #[test]
    fn too_many_readings_are_refused() {
        let many = (0..33).map(|n| pair("a", &n.to_string())).collect::<Vec<_>>();
        assert!(ParameterOptions::default().readings(&many).is_err());
        assert!(ParameterOptions::default().readings(&many[..32]).is_ok());
    }

    #[test]
    fn a_setting_has_a_name_and_a_value() {
        assert_eq!(setting("a = b=c"), Ok(pair("a", "b=c")));
        assert!(setting("a").is_err() && setting("=1").is_err() && setting("a=").is_err());
        assert_eq!(day("2024-01-31"), Ok("2024-01-31".to_string()));
        assert!(day("2024-02-31").is_err());
    }
}
