import { existsSync, readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LeapingClock } from '../support/leaping-clock.ts';
import { connectBytes } from '../support/raw-link.ts';
import { FaultGround } from './fault-ground.ts';

let ground: FaultGround;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await ground.close();
});

/** A device whose machine is frozen after its CONNACK: it reads nothing, sends nothing and does not close. */
async function frozen(keepalive: number): Promise<Socket> {
  const [device] = ground.fleet;
  const socket = createConnection(ground.settings.mqttPort, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  const { deviceId = '', secret = '' } = device ?? {};
  socket.write(connectBytes({ clientId: deviceId, password: Buffer.from(secret), keepalive }));
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  return socket;
}
const isOnline = () => ground.gateway.app.connections.of((ground.fleet[0]?.deviceId ?? '') as never).online;

describe('a socket whose other end is gone without a word', () => {
  it('is closed after 1.5 times its keep-alive, counted, and its device shown as gone', async () => {
    const clock = new LeapingClock();
    ground = await FaultGround.open({ devices: 1, lent: { clock } });
    await ground.devices[0]?.end();
    const silent = 'diag_link_refusals_total{code="link_silent"}';
    expect(await ground.metric(silent)).toBe(0);
    await expect.poll(isOnline).toBe(false);
    await frozen(60);
    clock.leap(60_000);
    expect([await ground.metric(silent), isOnline()]).toEqual([0, true]);
    clock.leap(30_000);
    await expect.poll(isOnline).toBe(false);
    expect(await ground.metric(silent)).toBe(1);
  });

  const table = '/proc/net/tcp';
  it.skipIf(!existsSync(table))('without a keep-alive is probed by TCP itself', async () => {
    ground = await FaultGround.open({ devices: 1 });
    const socket = await frozen(0);
    await expect.poll(() => timerOf(ground.settings.mqttPort, socket.localPort ?? 0)).toBe(keepAliveTimer);
    expect(
      timerOf(socket.localPort ?? 0, ground.settings.mqttPort),
      'the control: this end of it asks for no probes',
    ).not.toBe(keepAliveTimer);
  });

  /** The timer that Linux shows for a connection, column `tr` (proc(5)): 2 is keep-alive. */
  function timerOf(localPort: number, remotePort: number): number | undefined {
    const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');
    const row = readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .find(([, local, remote]) => local?.endsWith(`:${hex(localPort)}`) && remote?.endsWith(`:${hex(remotePort)}`));
    return row?.[5] === undefined ? undefined : Number.parseInt(row[5].split(':')[0] ?? '', 16);
  }
  const keepAliveTimer = 2;

  it('does not keep its device out: it takes over its own connection', async () => {
    ground = await FaultGround.open({ devices: 1 });
    await ground.devices[0]?.end();
    await frozen(0);
    const [device] = ground.fleet;
    if (!device) throw new Error('No device');
    const again = await ground.connect(device);
    await again.telemetry({ 1: 5 });
    expect(ground.stored()).toHaveLength(1);
    expect(await ground.metric('diag_events_total{code="link_taken_over"}')).toBe(1);
  });
});
