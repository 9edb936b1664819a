/** The least that an MQTT server built on mqtt-packet does: parses every packet, answers CONNACK, PUBACK, SUBACK, PINGRESP. */
import { createServer } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { listen } from './listen.ts';

const server = createServer({ noDelay: true }, (socket) => {
  const parser = mqttPacket.parser({ protocolVersion: 4 });
  // Corks until the next tick, so that what was read together is answered in one write.
  const answer = (packet: mqttPacket.Packet) => mqttPacket.writeToStream(packet, socket);
  parser.on('packet', (packet) => {
    switch (packet.cmd) {
      case 'connect':
        answer({ cmd: 'connack', returnCode: 0, sessionPresent: false });
        break;
      case 'publish':
        if (packet.qos === 1) answer({ cmd: 'puback', messageId: packet.messageId ?? 0 });
        break;
      case 'subscribe':
        answer({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: [1] });
        break;
      case 'pingreq':
        answer({ cmd: 'pingresp' });
        break;
      default:
        break;
    }
  });
  parser.on('error', () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => parser.parse(chunk));
});
await listen(server);
