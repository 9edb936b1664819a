import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { freePort } from './free-port.ts';
import { findMosquitto } from './programs.ts';

/** A home's own broker (Debian's Mosquitto) that bridges to the gateway over TLS, as README says, and a program at home. */
export interface HomeBroker {
  /** Something at home that speaks to the home's broker. */
  readonly home: MqttClient;
  close(): Promise<void>;
}

export async function startHomeBroker(options: {
  readonly folder: string;
  readonly name: string;
  readonly gateway: { readonly host: string; readonly port: number; readonly caFile: string };
  readonly credentials: { readonly clientId: string; readonly secret: string };
}): Promise<HomeBroker> {
  const port = await freePort();
  const file = join(options.folder, `${options.name}.conf`);
  writeFileSync(file, configuration(port, options));
  const child = spawn(findMosquitto() ?? '', ['-c', file], { stdio: 'ignore' });
  try {
    const home = await connectWhenUp(port);
    return {
      home,
      async close() {
        await home.endAsync(true);
        await end(child);
      },
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function configuration(port: number, { name, gateway, credentials }: Parameters<typeof startHomeBroker>[0]): string {
  return [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous true',
    'persistence false',
    // Started as root it would become a user that may not read the test's folder.
    `user ${userInfo().username}`,
    `connection ${name}`,
    `address ${gateway.host}:${gateway.port}`,
    `bridge_cafile ${gateway.caFile}`,
    `remote_clientid ${credentials.clientId}`,
    `remote_username ${credentials.clientId}`,
    `remote_password ${credentials.secret}`,
    'topic zigbee2mqtt/# out 1',
    'topic homeassistant/# out 1',
    'topic homeassistant/status in 1',
    '',
  ].join('\n');
}

async function connectWhenUp(port: number): Promise<MqttClient> {
  for (let left = 200; ; left -= 1) {
    try {
      return await connectAsync({ host: '127.0.0.1', port, reconnectPeriod: 0 });
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
