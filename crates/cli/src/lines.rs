//! One document a line in, one answer a line out, on every core.
//!
//! One thread reads ahead. Whatever has been read by the time the cores are free is split among
//! them and written before more is taken, so the program answers promptly behind a slow pipe and
//! works in large batches behind a fast one.

use std::io::{self, Read, Write};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use mikrolaan_engine::case::LARGEST_FILE;
use rayon::prelude::*;

/// How much is read at a time.
const CHUNK: usize = 256 * 1024;
/// How many chunks may wait.
const AHEAD: usize = 16;

/// Answers every line of `input` on `output`, in the same order.
pub(crate) fn each(
    input: impl Read + Send + 'static,
    mut output: impl Write,
    answer: impl Fn(&[u8]) -> String + Sync,
) -> io::Result<()> {
    let (sender, receiver) = mpsc::sync_channel(AHEAD);
    thread::spawn(move || read_ahead(input, &sender));
    let mut lines = Lines::default();
    while let Some(chunk) = next_chunk(&receiver)? {
        lines.push(&chunk);
        write_answers(&lines.take_whole(), &mut output, &answer)?;
    }
    write_answers(&lines.take_rest(), &mut output, &answer)
}

fn read_ahead(mut input: impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut chunk = vec![0; CHUNK];
        let message = match input.read(&mut chunk) {
            Ok(0) => return,
            Ok(length) => {
                chunk.truncate(length);
                Ok(chunk)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => Err(error),
        };
        let failed = message.is_err();
        if sender.send(message).is_err() || failed {
            return;
        }
    }
}

/// Everything read so far; waits when there is nothing yet. `None` at the end.
fn next_chunk(receiver: &Receiver<io::Result<Vec<u8>>>) -> io::Result<Option<Vec<u8>>> {
    let Ok(first) = receiver.recv() else {
        return Ok(None);
    };
    let mut chunk = first?;
    while let Ok(more) = receiver.try_recv() {
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

fn write_answers(
    lines: &[Vec<u8>],
    output: &mut impl Write,
    answer: &(impl Fn(&[u8]) -> String + Sync),
) -> io::Result<()> {
    // A batch that would hold too many answers at once is done in parts.
    for part in lines.chunks(4096) {
        let answers: Vec<String> = part.par_iter().map(|line| answer(line) + "\n").collect();
        for text in answers {
            output.write_all(text.as_bytes())?;
        }
    }
    output.flush()
}
