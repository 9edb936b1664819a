import type { OwnerRequest, OwnerState } from '../../proto/api/owner.ts';

const states: Record<OwnerState, 'waiting' | 'active' | 'ended'> = {
  asked: 'waiting',
  allowed: 'waiting',
  active: 'active',
  denied: 'ended',
  revoked: 'ended',
  expired: 'ended',
  completed: 'ended',
  withdrawn: 'ended',
};

/** An ended state never opens again (DESIGN.md, "Consent"). */
export function isEnded(state: OwnerState): boolean {
  return states[state] === 'ended';
}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasTexts(value: unknown, names: readonly string[]): value is Fields {
  return isFields(value) && names.every((name) => typeof value[name] === 'string');
}

function isTwoWords(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((word) => typeof word === 'string');
}

function isIntegerOrNull(value: unknown): boolean {
  return value === null || Number.isInteger(value);
}

/** A field that another version of the gateway may not have yet, or no more; null: there, and not of this kind. */
function orWhenMissing<Value>(value: unknown, missing: Value, fits: (value: unknown) => boolean): Value | null {
  if (value === undefined) return missing;
  return fits(value) ? (value as Value) : null;
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isPresence = (value: unknown) => value === 'online' || value === 'offline' || value === 'unknown';

/**
 * Reads an answer of the owner's API, by hand because a schema library would weigh more than this page. What it has beyond
 * this page's knowledge is left alone, so that a page that was open during an upgrade goes on.
 * @returns null when it is anything else, such as the sign-in page of a hotel's network
 */
export function readOwnerRequest(body: unknown): OwnerRequest | null {
  if (!hasTexts(body, ['state', 'agent', 'scope'])) return null;
  const { words, device } = body;
  const sound =
    Object.prototype.hasOwnProperty.call(states, body['state'] as string) &&
    hasTexts(body['brand'], ['name', 'company', 'country']) &&
    hasTexts(device, ['modelName', 'serialEnd']) &&
    isTexts(body['classes']) &&
    Number.isInteger(body['minutes']) &&
    isFields(words) &&
    isTwoWords(words['en']) &&
    isTwoWords(words['zh-CN']) &&
    isTexts(body['proofs']) &&
    isIntegerOrNull(body['proofEndsInMs']) &&
    isIntegerOrNull(body['labelTriesLeft']) &&
    isIntegerOrNull(body['expiresInMs']) &&
    typeof body['canStopItself'] === 'boolean' &&
    typeof body['online'] === 'boolean';
  if (!sound) return null;
  const presence = orWhenMissing(body['presence'], body['online'] ? 'online' : 'offline', isPresence);
  const known = orWhenMissing(body['known'], body['classes'], isTexts);
  if (presence === null || known === null) return null;
  const name = typeof device['name'] === 'string' ? device['name'] : null;
  const proofs = (body['proofs'] as string[]).filter((proof) => proof === 'button' || proof === 'label');
  return { ...body, device: { ...device, name }, proofs, presence, known } as unknown as OwnerRequest;
}

/** What an answer that cannot be read says of the viewing: whether it is over for all that this page can tell. */
export function saysActive(body: unknown): boolean {
  return isFields(body) && body['state'] === 'active';
}
