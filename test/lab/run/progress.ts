const width = 30;

/** A bar on stderr, only where a person watches. */
export function progressBar(total: number): { show(done: number): void; end(): void } {
  if (!process.stderr.isTTY) return { show() {}, end() {} };
  const show = (done: number) => {
    const filled = Math.round((done / Math.max(1, total)) * width);
    process.stderr.write(`\r[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`);
  };
  return { show, end: () => process.stderr.write('\n') };
}
