//! Work in turns: a long article is read a piece at a time, so that the page that waits for
//! it can scroll and be pressed meanwhile. Who reads is an `async` function that
//! [`pause`]s now and then; who drives it decides how long a turn lasts, and polls again
//! whenever it likes: nothing is waited for, so that nothing wakes it.

use std::{
    future::poll_fn,
    mem,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// Ends the turn if who drives the work wants it to.
pub async fn pause() {
    let mut is_over = false;
    poll_fn(|_| match mem::replace(&mut is_over, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}

/// Does some of the work: as much as comes before its next [`pause`].
pub fn turn<T>(work: Pin<&mut dyn Future<Output = T>>) -> Poll<T> {
    work.poll(&mut Context::from_waker(Waker::noop()))
}

/// Does all of the work in one turn.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = turn(work.as_mut()) {
            return done;
        }
    }
}
