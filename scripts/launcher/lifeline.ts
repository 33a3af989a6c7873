// Preloaded into every child. The channel to the launcher closes when the launcher dies, even by kill -9; a child
// that went on would keep the port, or write to a database that the next start is recovering.
if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref(); // a program that has nothing left to do may end
  process.execArgv = []; // the programs it forks live by their channel to it, not by ours
}
