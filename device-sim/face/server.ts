import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputProblem } from '../fields.ts';
import type { SimulatedDevice } from '../simulated-device.ts';
import { labelPicture } from './label.ts';
import { faceState } from './state.ts';

export interface Face {
  /** http://127.0.0.1:port, without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const assets = new Map(
  [
    ['face.html', 'text/html; charset=utf-8'],
    ['list.html', 'text/html; charset=utf-8'],
    ['face.css', 'text/css; charset=utf-8'],
    ['bodies.css', 'text/css; charset=utf-8'],
    ['face.js', 'text/javascript; charset=utf-8'],
    ['words.js', 'text/javascript; charset=utf-8'],
    ['list.js', 'text/javascript; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
  ].map(([name = '', type = '']) => [name, { type, body: readFileSync(new URL(`./assets/${name}`, import.meta.url)) }]),
);

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

type Hand = (device: SimulatedDevice, query: URLSearchParams) => boolean;
const done =
  (act: (device: SimulatedDevice) => void): Hand =>
  (device) => {
    act(device);
    return true;
  };

/** What a hand can do at every device; what else there is, its class says. */
const hands: Readonly<Record<string, Hand>> = {
  down: done((device) => device.buttonDown()),
  up: done((device) => device.buttonUp()),
  stop: done((device) => device.stopSharing()),
  repair: done((device) => device.repair()),
  inject: (device, query) => device.inject({ id: query.get('fault') ?? '' }),
};

const pushEveryMs = 1000;

/**
 * The faces of all devices on one loopback server: `/d/{serial}`. Only a page that came from here may use a hand: Host and
 * Origin must be this server's own, so that a foreign page, or a name that was re-bound to 127.0.0.1, cannot press the button.
 * Throws InputProblem when the port is taken. `devices` may still grow.
 */
export async function startFace(options: {
  readonly devices: readonly SimulatedDevice[];
  readonly port: number;
}): Promise<Face> {
  const { devices } = options;
  const streams = new Set<() => void>();
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const own = ownHosts((server.address() as AddressInfo).port);
    if (!own.includes(request.headers.host ?? '')) return refuse(response, 421, 'unknown host');
    const url = new URL(request.url ?? '/', 'http://face');
    if (request.method === 'GET') return get({ url, response, devices, streams });
    if (request.method === 'POST') return post({ url, request, response, devices });
    return refuse(response, 405, 'only GET and POST');
  });
  server.listen(options.port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${options.port} on 127.0.0.1 is taken; --face-port moves the faces.`;
      reject(error.code === 'EADDRINUSE' ? new InputProblem(taken) : error);
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const end of streams) end();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

interface Exchange {
  readonly url: URL;
  readonly response: ServerResponse;
  readonly devices: readonly SimulatedDevice[];
}

function get({ url, response, devices, streams }: Exchange & { readonly streams: Set<() => void> }): void {
  const [area = '', name = '', rest = ''] = url.pathname.split('/').slice(1).map(decode);
  if (area === '' || (area === 'd' && name === '')) return sendAsset(response, 'list.html');
  if (area === 'assets' && !name.endsWith('.html')) return sendAsset(response, name);
  if (area === 'devices') {
    return sendJson(
      response,
      devices.map(({ serial, model, status: { lamp, state } }) => {
        return { serial, model: model.name, deviceClass: model.deviceClass, lamp, state };
      }),
    );
  }
  const device = area === 'd' ? find(devices, name) : undefined;
  if (!device) return refuse(response, 404, 'no such device');
  if (rest === '') return sendAsset(response, 'face.html');
  if (rest === 'label.svg') return sendPicture(response, labelPicture(device.serial));
  if (rest === 'events') return stream({ device, response, streams });
  return refuse(response, 404, 'no such page');
}

function post(options: Exchange & { readonly request: IncomingMessage }): void {
  const { url, request, response, devices } = options;
  request.resume();
  // Host is one of this server's own; a page of ours comes from just that.
  if (request.headers.origin !== `http://${request.headers.host}`) {
    return refuse(response, 403, 'foreign origin');
  }
  const [area = '', name = '', action = ''] = url.pathname.split('/').slice(1).map(decode);
  const device = area === 'd' ? find(devices, name) : undefined;
  const ofClass: Hand | undefined = device?.hands.includes(action) ? (it) => it.use(action) : undefined;
  const hand = Object.hasOwn(hands, action) ? hands[action] : ofClass;
  if (!device || !hand) return refuse(response, 404, 'no such device or hand');
  if (!hand(device, url.searchParams)) return refuse(response, 400, 'no such fault');
  response.statusCode = 204;
  response.end();
}

/** Server-sent events: the whole state at each change and once a second. */
function stream(options: { device: SimulatedDevice; response: ServerResponse; streams: Set<() => void> }): void {
  const { device, response, streams } = options;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  let queued = false;
  const push = (): void => {
    queued = false;
    response.write(`data: ${JSON.stringify(faceState(device))}\n\n`);
  };
  const unsubscribe = device.subscribe(() => {
    if (queued) return;
    queued = true;
    setImmediate(push);
  });
  const timer = setInterval(push, pushEveryMs);
  const end = (): void => {
    clearInterval(timer);
    unsubscribe();
    streams.delete(end);
    response.end();
  };
  streams.add(end);
  response.on('close', () => {
    end();
    // The page went away with the finger on the button.
    device.buttonUp();
  });
  push();
}

function find(devices: readonly SimulatedDevice[], serial: string): SimulatedDevice | undefined {
  return devices.find((device) => device.serial === serial);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '\u0000';
  }
}

function sendAsset(response: ServerResponse, name: string): void {
  const asset = assets.get(name);
  if (!asset) return refuse(response, 404, 'no such file');
  response.setHeader('content-type', asset.type);
  response.end(asset.body);
}

function sendPicture(response: ServerResponse, svg: string): void {
  response.setHeader('content-type', 'image/svg+xml');
  response.end(svg);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(`${reason}\n`);
}
