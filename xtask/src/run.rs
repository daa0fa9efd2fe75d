//! Running other programs: in the project's folder, with our tools on the
//! path, without a terminal to read from, and never outliving us.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::{pins, root};

/// The process group that is running for us now.
static RUNNING: Mutex<Option<u32>> = Mutex::new(None);
static STOPPING: AtomicBool = AtomicBool::new(false);

/// A command that starts in the project's folder, finds the project's tools
/// first, and uses the pinned toolchain whichever one started this program.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(root::root())
        .env("PATH", path())
        .stdin(Stdio::null());
    if let Ok(channel) = pins::toolchain() {
        command.env("RUSTUP_TOOLCHAIN", channel);
    }
    command
}

/// Runs a command to its end, its output going straight to the terminal.
///
/// # Errors
/// A sentence when the program cannot be started or waited for.
pub fn show(command: &mut Command) -> Result<ExitStatus, String> {
    let child = start(command)?;
    end(child)
}

/// Runs a command to its end, shows each line of its standard output, and
/// hands the line to `hear` as well.
///
/// # Errors
/// A sentence when the program cannot be started, read or waited for.
pub fn follow(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<ExitStatus, String> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(|why| format!("The output stopped: {why}."))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            hear(&line);
        }
    }
    end(child)
}

/// The trimmed standard output of a short command, or nothing when it cannot
/// run or fails.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program)
        .args(arguments)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Where a program lies, if it is on the path.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&path())
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Has the user asked us to stop?
pub fn stopping() -> bool {
    STOPPING.load(Ordering::SeqCst)
}

/// From now on Ctrl-C, a hang-up or a termination signal ends the program
/// that runs for us, with all that it started, and then this one.
pub fn end_children_on_interrupt() {
    let installed = ctrlc::set_handler(|| {
        let again = STOPPING.swap(true, Ordering::SeqCst);
        signal(again);
        std::thread::spawn(|| {
            std::thread::sleep(Duration::from_secs(5));
            signal(true);
            std::process::exit(130);
        });
    });
    if let Err(why) = installed {
        eprintln!("Ctrl-C may leave programs running: {why}.");
    }
}

fn start(command: &mut Command) -> Result<Child, String> {
    if stopping() {
        return Err("Stopped.".into());
    }
    // A group of its own, so that an interrupt reaches the whole family.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let child = command.spawn().map_err(|why| {
        let name = command.get_program().to_string_lossy();
        format!("{name} cannot be started: {why}.")
    })?;
    remember(Some(child.id()));
    Ok(child)
}

fn end(mut child: Child) -> Result<ExitStatus, String> {
    let status = child.wait();
    remember(None);
    status.map_err(|why| format!("The program could not be waited for: {why}."))
}

fn remember(group: Option<u32>) {
    if let Ok(mut running) = RUNNING.lock() {
        *running = group;
    }
}

#[cfg(unix)]
fn signal(hard: bool) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let group = RUNNING.lock().ok().and_then(|running| *running);
    let group = group.and_then(|id| Pid::from_raw(id.cast_signed()));
    if let Some(group) = group {
        let signal = if hard { Signal::KILL } else { Signal::INT };
        // The group may have ended by itself meanwhile.
        let _ended = kill_process_group(group, signal);
    }
}

#[cfg(not(unix))]
fn signal(_hard: bool) {}

/// Cargo's own folder: programs that it installed, sources that it fetched.
pub fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// The compiler's flag for programs that are handed out. A panic names its place in the source:
/// it says nothing of where this machine keeps it, and is the same wherever it is built.
pub fn remapped() -> String {
    let sources = cargo_home().map(|home| home.join("registry/src"));
    sources.map_or_else(String::new, |sources| {
        format!("--remap-path-prefix={}=", sources.display())
    })
}

/// The search path, led by the project's npm tools and by cargo's own folder.
fn path() -> OsString {
    let mut folders = vec![root::at("xtask/node_modules/.bin")];
    folders.extend(cargo_home().map(|home| home.join("bin")));
    if let Some(inherited) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&inherited));
    }
    std::env::join_paths(folders).unwrap_or_default()
}
