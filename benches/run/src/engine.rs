//! The command that runs a workload in an engine.

use crate::options::Options;
use crate::workloads::{Peer, Workload};
use std::ffi::OsString;
use std::path::Path;

/// An engine that takes part in a comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The engine that all others are compared with.
    Syllogist,
    /// The same on one thread.
    SyllogistOneThread,
    /// Another one.
    Peer(Peer),
}

impl Engine {
    /// Syllogist, itself on one thread if several are set, and the peers that a workload has, less those that were not asked for.
    pub fn all(workload: &Workload, options: &Options) -> Vec<Self> {
        let asked = |engine: &Self| options.only.is_empty() || options.only.iter().any(|name| name == engine.name());
        let one_thread = (options.threads > 1).then_some(Self::SyllogistOneThread);
        let peers = workload.peers.iter().map(|peer| Self::Peer(*peer));
        [Self::Syllogist].into_iter().chain(one_thread.into_iter().chain(peers).filter(asked)).collect()
    }

    /// The name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syllogist => "syllogist",
            Self::SyllogistOneThread => "one_thread",
            Self::Peer(peer) => peer.name(),
        }
    }

    /// The program and its arguments for one run.
    pub fn command(self, workload: &Workload, inputs: &Path, options: &Options) -> Vec<OsString> {
        let folder = options.benches.join("workloads").join(workload.program);
        let threads = options.threads.to_string();
        let peer = |name: &str, workload: &str| {
            vec![options.programs.join(name).into(), workload.into(), inputs.as_os_str().to_owned()]
        };
        match self {
            Self::Syllogist => syllogist(&folder, inputs, &threads, options),
            Self::SyllogistOneThread => syllogist(&folder, inputs, "1", options),
            Self::Peer(Peer::Ascent) => peer("peer-ascent", workload.program),
            Self::Peer(Peer::AscentParallel) => peer("peer-ascent", &format!("{}-parallel", workload.program)),
            Self::Peer(Peer::Crepe) => peer("peer-crepe", workload.program),
            Self::Peer(Peer::Datafrog) => peer("peer-datafrog", workload.program),
            Self::Peer(Peer::DuckDb) => vec![
                options.benches.join("duckdb/.venv/bin/python").into(),
                options.benches.join("duckdb/run.py").into(),
                folder.into(),
                inputs.into(),
                threads.into(),
            ],
        }
    }
}

/// The programs only print counts, so nothing is written to the folder of outputs.
fn syllogist(folder: &Path, inputs: &Path, threads: &str, options: &Options) -> Vec<OsString> {
    let mut command: Vec<OsString> = vec![options.syllogist.clone().into(), "run".into()];
    command.extend([folder.join("program.dl").into(), "-w".into()]);
    command.extend(["-F".into(), inputs.into(), "-D".into(), inputs.join("out").into()]);
    command.extend(["-j".into(), threads.into()]);
    command
}

impl Peer {
    /// The name in the table and for `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ascent => "ascent",
            Self::AscentParallel => "ascent_par",
            Self::Crepe => "crepe",
            Self::Datafrog => "datafrog",
            Self::DuckDb => "duckdb",
        }
    }
}
