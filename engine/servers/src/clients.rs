//! What speaks with servers.

mod driver;
mod key;
mod limits;
mod mariadb;
mod postgresql;
mod refusal;
mod server;
mod sql;

pub use postgresql::NewTables;
pub use server::Server;
