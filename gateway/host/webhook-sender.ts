import { createHmac } from 'node:crypto';
import { lookup as systemLookup } from 'node:dns/promises';
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { webhookHashInput, webhookSecret } from '../domain/people/webhook-secret.ts';
import type { BrandRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Clock, Vault } from '../ports/host.ts';
import type { LinkSender, Outgoing } from '../ports/outward.ts';
import type { WebhookDestinations } from './webhook-destinations.ts';

export interface WebhookLimits {
  /** Of one try, from looking up the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Between tries: there is one more than there are waits. */
  readonly waitsMs: readonly number[];
  readonly answerBytes: number;
}
const usual: WebhookLimits = { timeoutMs: 5_000, waitsMs: [500, 2_000], answerBytes: 4_096 };

/** Every address that a name has now. */
export type Resolve = (hostname: string) => Promise<readonly Found[]>;

interface Found {
  readonly address: string;
  readonly family: number;
}

export interface WebhookOptions {
  readonly destinations: WebhookDestinations;
  readonly vault: Pick<Vault, 'keyedHash'>;
  readonly clock: Clock;
  /** Why a try came to nothing: for the log. */
  readonly note?: (event: { readonly code: string; readonly [id: string]: string | number }) => void;
  readonly resolve?: Resolve;
  /** PEM of further authorities to trust. */
  readonly ca?: string;
  readonly limits?: Partial<WebhookLimits>;
}

type Outcome = 'taken' | 'blocked' | 'failed' | 'try-again';

class Blocked extends Error {}

/**
 * Signed POSTs to a brand's own address (Standard Webhooks 1.0: webhook-id, webhook-timestamp, webhook-signature). What a
 * name leads to is looked at when it is connected to, at every try, and that very address is the one connected to.
 */
export function createWebhookSender(options: WebhookOptions): LinkSender {
  const { destinations, vault, clock, resolve = resolveAll } = options;
  const limits = { ...usual, ...options.limits };

  return { mayUse: (url) => destinations.mayUse(url), send };

  async function send(brand: BrandRecord, message: Outgoing): Promise<'sent' | 'copy' | Refusal> {
    if (brand.webhookUrl === null) return 'copy';
    // The operator may have changed what is allowed since it was set.
    const refusal = destinations.mayUse(brand.webhookUrl);
    if (refusal) return refusal;
    const url = new URL(brand.webhookUrl);
    const { id, type, at, data } = message;
    const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
    const key = keyOf(brand);
    for (let tries = 0; ; tries += 1) {
      const outcome = await post(url, signedHeaders(key, id, body), body);
      if (outcome === 'taken') return 'sent';
      const code = outcome === 'blocked' ? 'webhook_not_allowed' : 'webhook_failed';
      options.note?.({ code, brandId: brand.id, messageId: id, try: tries + 1 });
      const waitMs = limits.waitsMs[tries];
      if (outcome !== 'try-again' || waitMs === undefined) return refuse(code);
      await new Promise<void>((go) => clock.after(waitMs, go));
    }
  }

  function keyOf(brand: BrandRecord): Buffer {
    const secret = webhookSecret(vault.keyedHash('webhook', webhookHashInput(brand)));
    return Buffer.from(secret.slice('whsec_'.length), 'base64');
  }

  function signedHeaders(key: Buffer, id: string, body: string): Record<string, string> {
    const timestamp = String(Math.floor(clock.now() / 1_000));
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
  }

  function post(url: URL, headers: Record<string, string>, body: string): Promise<Outcome> {
    return new Promise((decide) => {
      const how: RequestOptions = {
        method: 'POST',
        headers,
        // A connection of its own, so that the address is looked at each time.
        agent: false,
        lookup: guardedLookup(url.protocol),
        maxHeaderSize: 8_192,
      };
      const request =
        url.protocol === 'https:'
          ? httpsRequest(url, { ...how, ...(options.ca === undefined ? {} : { ca: options.ca }) })
          : httpRequest(url, how);
      const cancel = clock.after(limits.timeoutMs, () => request.destroy(new Error('No whole answer in time')));
      request.on('response', (response) => {
        decide(judge(response.statusCode ?? 0));
        readLittle(response);
      });
      request.on('error', (error) => decide(error instanceof Blocked ? 'blocked' : 'try-again'));
      request.on('close', () => {
        cancel();
        decide('try-again');
      });
      request.end(body);
    });
  }

  /** So that a receiver that is still writing is not cut off; what it says is of no interest. */
  function readLittle(response: IncomingMessage): void {
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.answerBytes) response.destroy();
    });
    // Its status has decided already.
    response.on('error', () => response.destroy());
  }

  /** What node:net asks instead of the system: it connects to these addresses and looks up no further. */
  function guardedLookup(protocol: string): LookupFunction {
    return (hostname, { all }, callback) => {
      const answer = async () => {
        const found = await permitted(hostname, protocol);
        if (found instanceof Error) callback(found, '', 0);
        else if (all) callback(null, [...found]);
        else callback(null, found[0].address, found[0].family);
      };
      void answer();
    };
  }

  /** All or nothing: a name that also leads elsewhere is not to be trusted. */
  async function permitted(hostname: string, protocol: string): Promise<readonly [Found, ...Found[]] | Error> {
    try {
      const [first, ...others] = await resolve(hostname);
      if (!first) return new Error(`${hostname} has no address`);
      const blocked = [first, ...others].some(({ address }) => !destinations.mayConnect(address, protocol));
      return blocked ? new Blocked(hostname) : [first, ...others];
    } catch (error) {
      return error instanceof Error ? error : new Error(`${hostname} cannot be looked up`);
    }
  }
}

function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return 'taken';
  // A redirect is not followed: it could lead anywhere.
  return status >= 500 ? 'try-again' : 'failed';
}

async function resolveAll(hostname: string) {
  return systemLookup(hostname, { all: true, verbatim: true });
}
