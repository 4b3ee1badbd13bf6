/**
 * Loaded into an app by startApp (`node --import`): the app stops when its parent has ended, however that ended. The
 * parent holds the other end of the app's standard input, which the operating system closes then.
 */
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).on('error', () => undefined);
process.stdin.resume().unref();
