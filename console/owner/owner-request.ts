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

/**
 * Reads an answer of the owner's API, by hand because a schema library would weigh more than this page.
 * @returns null when it is anything else, such as the sign-in page of a hotel's network
 */
export function readOwnerRequest(body: unknown): OwnerRequest | null {
  if (!hasTexts(body, ['state', 'agent', 'scope'])) return null;
  const words = body['words'];
  const classes = body['classes'];
  const proofs = body['proofs'];
  const sound =
    Object.prototype.hasOwnProperty.call(states, body['state'] as string) &&
    hasTexts(body['brand'], ['name', 'company', 'country']) &&
    hasTexts(body['device'], ['modelName', 'serialEnd']) &&
    Array.isArray(classes) &&
    classes.every((name) => typeof name === 'string') &&
    Number.isInteger(body['minutes']) &&
    isFields(words) &&
    isTwoWords(words['en']) &&
    isTwoWords(words['zh-CN']) &&
    Array.isArray(proofs) &&
    proofs.every((proof) => proof === 'button' || proof === 'label') &&
    isIntegerOrNull(body['proofEndsInMs']) &&
    isIntegerOrNull(body['labelTriesLeft']) &&
    isIntegerOrNull(body['expiresInMs']) &&
    typeof body['canStopItself'] === 'boolean' &&
    typeof body['online'] === 'boolean';
  return sound ? (body as unknown as OwnerRequest) : null;
}
