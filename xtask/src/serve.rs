//! `cargo xtask serve`: the finished site, with the headers it has in production.

use crate::failure::{Failure, Outcome};
use crate::process::Process;
use crate::{project, site};

const PORT: u16 = 8080;

/// Builds, then serves until interrupted.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let port = port(arguments)?;
    site::run()?;
    Process::new("node xtask/site/server.mjs").arg(project::dist()).arg(port.to_string()).run()
}

fn port(arguments: &[String]) -> Outcome<u16> {
    match arguments {
        [] => Ok(PORT),
        [name, value] if name == "--port" => {
            value.parse().map_err(|_| Failure::new(format!("{value} is not a port.")).remedy("--port 8080"))
        }
        _ => Err(Failure::new("serve takes --port N and nothing else.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_port_is_read_or_refused() {
        assert_eq!(port(&[]).unwrap(), 8080);
        assert_eq!(port(&words("--port 9000")).unwrap(), 9000);
        assert!(port(&words("--port 90000")).is_err());
        assert!(port(&words("--open")).is_err());
    }
}
