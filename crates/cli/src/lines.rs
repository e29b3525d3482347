//! One document a line in, one answer a line out, on every core.
//!
//! One thread reads ahead. Whatever has been read by the time the cores are free is split among
//! them and written before more is taken, so the program answers promptly behind a slow pipe and
//! works in large batches behind a fast one.

use std::io::{self, Read, Write};
use std::iter;
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use mikrolaan_engine::case::LARGEST_FILE;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// How much is read at a time.
const CHUNK: usize = 256 * 1024;
/// How many chunks may wait.
const AHEAD: usize = 4;
/// No more threads than this, however many cores there are.
const MOST_THREADS: usize = 256;
/// How many answers are held at once for each thread: an answer can be a thousand times its line.
const HELD: usize = 16;

/// What went wrong on the way.
pub(crate) enum Failed {
    Reading(io::Error),
    Writing(io::Error),
}

/// Answers every line of `input` on `output`, in the same order.
pub(crate) fn each(
    input: impl Read + Send + 'static,
    output: impl Write,
    answer: impl Fn(&[u8]) -> String + Sync,
) -> Result<(), Failed> {
    let mut chunks = Chunks::of(input);
    let mut answers = Answers { pool: pool(), output, answer };
    let mut lines = Lines::default();
    while let Some(chunk) = chunks.next_chunk().map_err(Failed::Reading)? {
        lines.push(&chunk);
        answers.write(&lines.take_whole()).map_err(Failed::Writing)?;
    }
    answers.write(&lines.take_rest()).map_err(Failed::Writing)
}

/// As many threads as there are cores (or as are asked for, if that is fewer), or as can be started;
/// `None` when that is this one alone.
fn pool() -> Option<ThreadPool> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|text| text.parse().ok()).filter(|&asked| asked > 0);
    let wanted = asked.map_or(cores, |asked: usize| asked.min(cores)).min(MOST_THREADS);
    let fewer = iter::successors(Some(wanted), |threads| Some(threads / 2));
    fewer
        .take_while(|&threads| threads > 1)
        .find_map(|threads| ThreadPoolBuilder::new().num_threads(threads).build().ok())
}

/// The input, read by a thread of its own where one can be started, else by this one.
enum Chunks<R> {
    Ahead(Receiver<io::Result<Vec<u8>>>),
    Here(R),
}

impl<R: Read + Send + 'static> Chunks<R> {
    fn of(input: R) -> Self {
        let (hand, taken) = mpsc::channel();
        let (sender, receiver) = mpsc::sync_channel(AHEAD);
        let reading = move || {
            if let Ok(input) = taken.recv() {
                read_ahead(input, &sender);
            }
        };
        match thread::Builder::new().spawn(reading) {
            // The thread waits for it, so it is taken.
            Ok(_) => hand.send(input).map_or_else(|back| Chunks::Here(back.0), |()| Chunks::Ahead(receiver)),
            Err(_) => Chunks::Here(input),
        }
    }

    /// Everything read so far; waits when there is nothing yet. `None` at the end.
    fn next_chunk(&mut self) -> io::Result<Option<Vec<u8>>> {
        match self {
            Chunks::Ahead(receiver) => received(receiver),
            Chunks::Here(input) => read_chunk(input),
        }
    }
}

fn read_ahead(mut input: impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
    while let Some(message) = read_chunk(&mut input).transpose() {
        let failed = message.is_err();
        if sender.send(message).is_err() || failed {
            return;
        }
    }
}

fn read_chunk(input: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut chunk = vec![0; CHUNK];
    loop {
        match input.read(&mut chunk) {
            Ok(length) => {
                chunk.truncate(length);
                return Ok(Some(chunk).filter(|_| length > 0));
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn received(receiver: &Receiver<io::Result<Vec<u8>>>) -> io::Result<Option<Vec<u8>>> {
    let Ok(first) = receiver.recv() else {
        return Ok(None);
    };
    let mut chunk = first?;
    while chunk.len() < AHEAD * CHUNK
        && let Ok(more) = receiver.try_recv()
    {
        chunk.extend_from_slice(&more?);
    }
    Ok(Some(chunk))
}

/// Bytes on their way to being whole lines. A line longer than a case may be is not kept beyond the
/// byte that makes it too long.
#[derive(Default)]
struct Lines {
    unfinished: Vec<u8>,
    whole: Vec<Vec<u8>>,
}

impl Lines {
    fn push(&mut self, chunk: &[u8]) {
        for piece in chunk.split_inclusive(|&byte| byte == b'\n') {
            let (text, ends) = match piece.strip_suffix(b"\n") {
                Some(text) => (text, true),
                None => (piece, false),
            };
            let room = (LARGEST_FILE + 1).saturating_sub(self.unfinished.len());
            self.unfinished.extend_from_slice(text.get(..room).unwrap_or(text));
            if ends {
                self.whole.push(std::mem::take(&mut self.unfinished));
            }
        }
    }

    fn take_whole(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.whole)
    }

    /// The last line, when it does not end in a newline.
    fn take_rest(&mut self) -> Vec<Vec<u8>> {
        let rest = std::mem::take(&mut self.unfinished);
        if rest.is_empty() { Vec::new() } else { vec![rest] }
    }
}

struct Answers<W, A> {
    pool: Option<ThreadPool>,
    output: W,
    answer: A,
}

impl<W: Write, A: Fn(&[u8]) -> String + Sync> Answers<W, A> {
    /// Answers these lines, so many at a time that the answers held are few.
    fn write(&mut self, lines: &[Vec<u8>]) -> io::Result<()> {
        let answer = |line: &Vec<u8>| (self.answer)(line) + "\n";
        let threads = self.pool.as_ref().map_or(1, ThreadPool::current_num_threads);
        for part in lines.chunks(HELD * threads) {
            let answers: Vec<String> = match &self.pool {
                Some(pool) => pool.install(|| part.par_iter().map(answer).collect()),
                None => part.iter().map(answer).collect(),
            };
            for text in answers {
                self.output.write_all(text.as_bytes())?;
            }
        }
        self.output.flush()
    }
}
