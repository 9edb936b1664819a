/** The ceiling of Node's sockets: cuts the stream by the fixed headers and answers with one write for all that was read. */
import { createServer } from 'node:net';
import { listen } from './listen.ts';

const server = createServer({ noDelay: true }, (socket) => {
  let unread: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const bytes = unread.length > 0 ? Buffer.concat([unread, chunk]) : chunk;
    const answers: number[] = [];
    let at = 0;
    while (at + 2 <= bytes.length) {
      let length = 0;
      let head = at + 1;
      for (let shift = 0; head < bytes.length; shift += 7) {
        const byte = bytes[head++] ?? 0;
        length |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      if (((bytes[head - 1] ?? 0) & 128) !== 0 || head + length > bytes.length) break;
      const type = (bytes[at] ?? 0) >> 4;
      if (type === 1) answers.push(0x20, 2, 0, 0);
      else if (type === 3) {
        const idAt = head + 2 + bytes.readUInt16BE(head);
        answers.push(0x40, 2, bytes[idAt] ?? 0, bytes[idAt + 1] ?? 0);
      }
      at = head + length;
    }
    unread = at < bytes.length ? bytes.subarray(at) : Buffer.alloc(0);
    if (answers.length > 0) socket.write(Buffer.from(answers));
  });
});
await listen(server);
