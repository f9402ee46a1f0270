//! A way to a server that breaks where it is told to, or lets something happen in the middle.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Something that happens before the server gets what the client asks for.
pub type Event = Box<dyn FnOnce() + Send>;

/// Listens on [`Proxy::port`].
pub struct Proxy {
    pub port: u16,
    connections: Arc<AtomicUsize>,
}

impl Proxy {
    /// A way to the server at `port`. Its first connections break after the server has sent so many bytes.
    pub fn breaking(port: u16, after: &[usize]) -> Self {
        Self::new(port, after.to_vec(), None)
    }

    /// A way on which `event` happens before the server gets the first bytes that hold `word`.
    pub fn interrupted(port: u16, word: &'static str, event: Event) -> Self {
        Self::new(port, Vec::new(), Some((word, event)))
    }

    fn new(port: u16, after: Vec<usize>, mut event: Option<(&'static str, Event)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&connections);
        thread::spawn(move || {
            for client in listener.incoming() {
                let number = count.fetch_add(1, Ordering::SeqCst);
                let (client, server) = (client.unwrap(), TcpStream::connect(("127.0.0.1", port)).unwrap());
                let (asking, asked) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                let event = event.take();
                thread::spawn(move || ask(asking, asked, event));
                let limit = after.get(number).copied().unwrap_or(usize::MAX);
                thread::spawn(move || answer(server, client, limit));
            }
        });
        Self { port: own, connections }
    }

    /// How often somebody connected.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn ask(mut from: TcpStream, mut to: TcpStream, mut event: Option<(&'static str, Event)>) {
    let (mut buffer, mut seen) = ([0; 4096], Vec::new());
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        if let Some((word, happens)) = event.take() {
            seen.extend_from_slice(&buffer[..count]);
            match seen.windows(word.len()).any(|window| window == word.as_bytes()) {
                true => happens(),
                false => event = Some((word, happens)),
            }
        }
        if to.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

fn answer(mut from: TcpStream, mut to: TcpStream, limit: usize) {
    let (mut buffer, mut left) = ([0; 4096], limit);
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        let count = count.min(left);
        left -= count;
        if to.write_all(&buffer[..count]).is_err() || left == 0 {
            break;
        }
    }
    let _ = (to.shutdown(Shutdown::Both), from.shutdown(Shutdown::Both));
}
