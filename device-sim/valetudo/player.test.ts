import { getEventListeners } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Aedes } from 'aedes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playValetudo } from './player.ts';
import { readRun } from './recording.ts';

interface Seen {
  readonly topic: string;
  readonly text: string;
  readonly bytes: number;
  readonly qos: number;
  readonly at: number;
}

let broker: Aedes;
let server: Server;
let sockets: Set<Socket>;
let gatewayUrl: string;
let seen: Seen[];
let connects: { readonly id: string; readonly clean: boolean; readonly version: number }[];
let disconnects: number;

const credentials = { deviceId: 'dev-1', secret: 'geheim', homieRoot: 'home/robot' };

beforeEach(async () => {
  [seen, connects, disconnects] = [[], [], 0];
  broker = await Aedes.createBroker();
  broker.authenticate = (_, user, password, done) => done(null, user === 'dev-1' && password?.toString() === 'geheim');
  broker.preConnect = (_, packet, done) => {
    connects.push({ id: packet.clientId, clean: packet.clean ?? false, version: packet.protocolVersion ?? 0 });
    done(null, true);
  };
  broker.on('publish', ({ topic, payload, qos }) => {
    if (topic.startsWith('$SYS')) return;
    const bytes = Buffer.from(payload);
    const text = bytes.length > 2_000 ? '' : bytes.toString();
    seen.push({ topic, text, bytes: bytes.length, qos, at: performance.now() });
  });
  broker.on('clientDisconnect', () => disconnects++);
  sockets = new Set();
  server = createServer((socket) => {
    sockets.add(socket);
    broker.handle(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  gatewayUrl = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise<void>((done) => broker.close(() => done()));
  await new Promise<void>((done) => server.close(() => done()));
});

const poll = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });
const told = (path: string) => seen.filter(({ topic }) => topic === `home/robot/${path}`).map(({ text }) => text);

describe('the player', () => {
  it('connects as the registered device with MQTT 3.1.1 and a clean session', async () => {
    await playValetudo({ credentials, gatewayUrl, speed: 1_000, runs: ['injected'] });
    expect(connects).toEqual([{ id: 'dev-1', clean: true, version: 4 }]);
  });

  it('plays the troubled run under the registered root, at QoS 1', async () => {
    await playValetudo({ credentials, gatewayUrl, speed: 1_000, runs: ['injected'] });
    expect(told('BatteryStateAttribute/level')).toEqual(['99', '97', '60']);
    expect(told('BatteryStateAttribute/level/$unit')).toEqual(['%']);
    expect(told('StatusStateAttribute/error').filter((text) => text.includes('LDS jammed')).length).toBe(2);
    expect(seen.every(({ topic }) => /^(home\/robot|homeassistant)\//.test(topic) && !topic.endsWith('/set'))).toBe(
      true,
    );
    expect(new Set(seen.map(({ qos }) => qos))).toEqual(new Set([1]));
  });

  it('breaks the connection at the end of that run, so that the will says lost', async () => {
    await playValetudo({ credentials, gatewayUrl, speed: 1_000, runs: ['injected'] });
    await poll(() => told('$state').at(-1)).toBe('lost');
    // Said once, and not by the player: its last message is another.
    expect(told('$state').filter((text) => text === 'lost').length).toBe(1);
    const { messages, end, lastsMs } = readRun('injected', { root: 'home/robot', dialect: 'both' });
    expect([messages.at(-1)?.topic, end, lastsMs]).toEqual(['home/robot/StatusStateAttribute/error', 'killed', 71_999]);
  });

  it('publishes the maps at their recorded size and goes on to a clean stop', async () => {
    await playValetudo({ credentials, gatewayUrl, speed: 1_000, runs: ['stock'] });
    const maps = seen.filter(({ bytes }) => bytes > 65_536).map(({ topic, bytes }) => [topic, bytes]);
    expect(maps).toEqual([
      ['home/robot/MapData/map-data', 711_472],
      ['home/robot/MapData/map-data-hass', 735_160],
    ]);
    expect(told('WifiConfigurationCapability/signal')).toEqual(['-30', '-73', '-32']);
    expect(told('$state').slice(-3)).toEqual(['disconnected', 'lost', 'disconnected']);
    await poll(() => disconnects).toBe(1);
    // No will after a DISCONNECT.
    expect(told('$state').at(-1)).toBe('disconnected');
  });

  it('keeps the recorded timing, times the speed: nothing comes early', async () => {
    const start = performance.now();
    await playValetudo({ credentials, gatewayUrl, speed: 50, runs: ['injected'] });
    const came = seen.filter(({ topic }) => topic.endsWith('BatteryStateAttribute/level')).map(({ at }) => at - start);
    const recorded = [15_035, 18_973, 42_981].map((ms) => (ms - 2_967) / 50);
    expect(came.length).toBe(recorded.length);
    came.forEach((ms, index) => expect(ms).toBeGreaterThanOrEqual(recorded[index]! - 2));
  });

  it('begins at a later second with everything before it told at once', async () => {
    const start = performance.now();
    await playValetudo({ credentials, gatewayUrl, speed: 5, from: 65, runs: ['injected'] });
    expect(performance.now() - start).toBeLessThan(12_000);
    expect(told('BatteryStateAttribute/level')).toEqual(['99', '97', '60']);
  });

  it('plays both runs, a connection each, and loops until it is aborted', async () => {
    const stop = new AbortController();
    const played = playValetudo({ credentials, gatewayUrl, speed: 2_000, loop: true, signal: stop.signal });
    await poll(() => connects.length).toBeGreaterThanOrEqual(12);
    // What waits for the end is of the two runs that are played now.
    expect(getEventListeners(stop.signal, 'abort').length).toBeLessThanOrEqual(4);
    stop.abort();
    await played;
    expect(told('BatteryStateAttribute/level').length).toBeGreaterThanOrEqual(3);
  });

  it('says disconnected and leaves cleanly when it is aborted in the middle', async () => {
    const stop = new AbortController();
    const played = playValetudo({ credentials, gatewayUrl, speed: 1, signal: stop.signal });
    await poll(() => told('$state').at(-1)).toBe('ready');
    stop.abort();
    await played;
    expect(told('$state').at(-1)).toBe('disconnected');
    await poll(() => disconnects).toBe(1);
    expect(told('$state')).not.toContain('lost');
  });

  it('goes on after the gateway broke the connection', async () => {
    const played = playValetudo({ credentials, gatewayUrl, speed: 20, runs: ['injected'] });
    await poll(() => told('BatteryStateAttribute/level').length).toBeGreaterThan(0);
    for (const socket of sockets) socket.destroy();
    await played;
    expect(connects.length).toBe(2);
    // Whatever was on its way just then may come twice (MQTT 3.1.1, 4.3.2), and nothing is missed.
    expect([...new Set(told('BatteryStateAttribute/level'))]).toEqual(['99', '97', '60']);
  });

  it('ends at once when it is aborted while the gateway is gone', async () => {
    const stop = new AbortController();
    const played = playValetudo({ credentials, gatewayUrl, speed: 20, runs: ['injected'], signal: stop.signal });
    await poll(() => told('BatteryStateAttribute/level').length).toBeGreaterThan(0);
    server.close();
    for (const socket of sockets) socket.destroy();
    setTimeout(() => stop.abort(), 100);
    // It would wait for the gateway for ever.
    await played;
    expect(told('$state')).not.toContain('disconnected');
  });

  it('rejects with the broker’s answer when the secret is wrong, and when nobody listens', async () => {
    const wrong = { ...credentials, secret: 'falsch' };
    await expect(playValetudo({ credentials: wrong, gatewayUrl })).rejects.toThrow(/not authorized|Bad username/i);
    await expect(playValetudo({ credentials, gatewayUrl: 'mqtt://127.0.0.1:1' })).rejects.toThrow();
  });
});
