import { type Static, Type } from 'typebox';
import { DataClassName, EpochMs, Id, Language, personText, ScopeName } from './common.ts';
import { Device } from './devices.ts';

/** The life of a request for consent, as the agent sees it. */
export const RequestState = Type.Union([
  Type.Literal('sent'),
  Type.Literal('opened'),
  Type.Literal('allowed'),
  Type.Literal('denied'),
  Type.Literal('granted'),
  Type.Literal('expired'),
  Type.Literal('withdrawn'),
]);
export type RequestState = Static<typeof RequestState>;

export const GrantState = Type.Union([
  Type.Literal('active'),
  Type.Literal('revoked'),
  Type.Literal('expired'),
  Type.Literal('completed'),
]);
export type GrantState = Static<typeof GrantState>;

const MomentOrNull = Type.Union([EpochMs, Type.Null()]);

export const TwoWords = Type.Object({
  en: Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
  'zh-CN': Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
});
export type TwoWords = Static<typeof TwoWords>;

export const ConsentRequest = Type.Object({
  id: Id,
  scope: ScopeName,
  classes: Type.Array(DataClassName),
  minutes: Type.Integer(),
  words: TwoWords,
  state: RequestState,
  sentAt: EpochMs,
  openedAt: MomentOrNull,
  answeredAt: MomentOrNull,
  expiresAt: EpochMs,
});
export type ConsentRequest = Static<typeof ConsentRequest>;

export const Grant = Type.Object({
  id: Id,
  state: GrantState,
  classes: Type.Array(DataClassName),
  startedAt: EpochMs,
  expiresAt: EpochMs,
  endedAt: MomentOrNull,
  endedBy: Type.Union(
    [Type.Literal('owner'), Type.Literal('device'), Type.Literal('brand'), Type.Literal('gateway'), Type.Null()],
    {
      description:
        'Whose act ended it. owner: on the page; device: by a hand at the device; brand: somebody of the brand; null: not over, or not known',
    },
  ),
  expiresInMs: Type.Integer({ minimum: 0 }),
});
export type Grant = Static<typeof Grant>;

export const Case = Type.Object({
  id: Id,
  brandId: Id,
  device: Device,
  agent: Type.Object({ id: Id, displayName: Type.String() }),
  reason: Type.String(),
  ticket: Type.Union([Type.String(), Type.Null()]),
  state: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  openedAt: EpochMs,
  closedAt: MomentOrNull,
  request: Type.Union([ConsentRequest, Type.Null()], { description: 'The newest one' }),
  grant: Type.Union([Grant, Type.Null()], { description: 'The newest one' }),
  askable: Type.Array(ScopeName, { description: 'What may be asked of this device' }),
  beforeClaim: Type.Boolean({
    description:
      'Opened before the device’s present owner had it: nothing of it is shown, and nobody can be asked in it',
  }),
  canSend: Type.Boolean({ description: 'The brand has a webhook, so that links and summaries can be sent to it' }),
});
export type Case = Static<typeof Case>;

/** POST /api/v1/cases */
export const NewCase = Type.Object(
  { deviceId: Id, reason: personText(500), ticket: Type.Optional(personText(60)) },
  { additionalProperties: false },
);
export type NewCase = Static<typeof NewCase>;

/** GET /api/v1/cases?state= */
export const CaseQuery = Type.Object(
  { state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])) },
  { additionalProperties: false },
);

/** POST /api/v1/cases/{id}/requests */
export const NewRequest = Type.Object(
  { scope: ScopeName, minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 240 })) },
  { additionalProperties: false },
);
export type NewRequest = Static<typeof NewRequest>;

/** A way for the owner to reach the page; neither can grant anything. Shown once, a new one can be made at any time. */
export const OwnerLink = Type.Object({
  url: Type.String(),
  digits: Type.String({ pattern: '^[0-9]{6}$', description: 'To be spoken; open the owner page at /a and no more' }),
  digitsExpireAt: EpochMs,
});
export type OwnerLink = Static<typeof OwnerLink>;

/** Answer of POST /api/v1/cases/{id}/requests */
export const AskedConsent = Type.Object({ case: Case, link: OwnerLink });
export type AskedConsent = Static<typeof AskedConsent>;

/** POST /api/v1/cases/{id}/live-tickets : opens one WebSocket at /api/v1/live?ticket=, once, within 30 s */
export const LiveTicket = Type.Object({ ticket: Type.String(), expiresInMs: Type.Integer() });
export type LiveTicket = Static<typeof LiveTicket>;

/** WebSocket /api/v1/live?ticket=&streamId=&tick= : the last two resume after a broken connection */
export const LiveQuery = Type.Object(
  {
    ticket: Type.String({ maxLength: 100 }),
    streamId: Type.Optional(Id),
    tick: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type LiveQuery = Static<typeof LiveQuery>;

/** POST /api/v1/cases/{id}/request/send : a link of its own goes to the brand's ticket system; nobody here sees it */
export const SentAway = Type.Object({
  how: Type.Union([Type.Literal('sent'), Type.Literal('copy')], {
    description: 'copy: the brand has no webhook, so the agent passes the link on',
  }),
});
export type SentAway = Static<typeof SentAway>;

/** GET /api/v1/cases/{id}/summary?language= ; POST /api/v1/cases/{id}/summary/send?language= */
export const SummaryQuery = Type.Object({ language: Type.Optional(Language) }, { additionalProperties: false });
export type SummaryQuery = Static<typeof SummaryQuery>;

/** GET /api/v1/cases/{id}/summary?language= ; POST /api/v1/cases/{id}/summary/send sends it to the ticket system */
export const CaseSummary = Type.Object({
  text: Type.String({ description: 'Plain text: course and outcome, no device data' }),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** GET /api/v1/open?brand=&serial=&ticket= : what a ticket system's deep link leads to. Changes nothing. */
export const OpenQuery = Type.Object(
  {
    brand: Type.String({ minLength: 1, maxLength: 64, description: 'Its id or its name' }),
    serial: Type.String({ minLength: 4, maxLength: 40 }),
    ticket: Type.Optional(personText(60)),
  },
  { additionalProperties: false },
);
export type OpenQuery = Static<typeof OpenQuery>;

export const OpenAnswer = Type.Object({
  device: Type.Union([Device, Type.Null()], { description: 'null: the brand has no device with this serial' }),
  caseId: Type.Union([Id, Type.Null()], { description: 'The open case with this ticket, if there is one' }),
  brandId: Id,
});
export type OpenAnswer = Static<typeof OpenAnswer>;
