// Loaded into a server that is measured: tells its parent, when asked, how much memory is in use.
process.on('message', (message) => {
  if (message !== 'memory') return;
  // A second time, for what the first found to be unused only after it had let go of something else.
  globalThis.gc();
  setTimeout(() => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({ used: heapUsed + external, resident: rss });
  }, 200);
});
// The parent may go on without waiting for this one.
process.channel.unref();
