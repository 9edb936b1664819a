import type { DialectProfile } from './dialect-profile.ts';

/** Homie 4.0.0 (homieiot.github.io, "Device Lifecycle", "Property Attributes"). */
export const homieProfile: DialectProfile = {
  name: 'homie',
  topics: { publish: '{root}/#', command: '{root}/{node}/{property}/set' },
  clientId: 'device-id',
  mostSubscriptions: 64,
  liveness: {
    path: '$state',
    alive: ['init', 'ready', 'sleeping', 'alert'],
    gone: ['disconnected', 'lost'],
    will: 'lost',
  },
  publishersRetain: 'ignored',
  unit: { attribute: '$unit' },
  descriptions: new Set([
    '$homie',
    '$name',
    '$nodes',
    '$extensions',
    '$implementation',
    '$type',
    '$properties',
    '$datatype',
    '$settable',
    '$retained',
    '$format',
  ]),
  cannot: ['stop-itself', 'check-tokens', 'prove-start', 'send-full-state', 'be-read', 'be-commanded'],
  refusedOperations: ['update', 'reset'],
};
