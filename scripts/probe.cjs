// Loaded into a server that is measured: tells its parent, when asked, how much memory or time it has used.
const tell = {
  cpu() {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1000);
  },
  memory() {
    // A second time, for what the first found to be unused only after it had let go of something else.
    globalThis.gc();
    setTimeout(() => {
      globalThis.gc();
      const { heapUsed, external, rss } = process.memoryUsage();
      process.send({ used: heapUsed + external, resident: rss });
    }, 200);
  },
};
// In a thread there is no parent, and none is asked.
if (process.channel) {
  process.on('message', (message) => tell[message]?.());
  // The parent may go on without waiting for this one.
  process.channel.unref();
}
