import { type Static, Type } from 'typebox';
import { EpochMs, Id, personText } from './common.ts';

export const Role = Type.Union(
  [Type.Literal('agent'), Type.Literal('supervisor'), Type.Literal('qa'), Type.Literal('administrator')],
  {
    description:
      'agent: own cases. supervisor: reads and closes the brand’s. qa: models and packs. administrator: people, devices, links',
  },
);
export type Role = Static<typeof Role>;

const SignInName = Type.String({ minLength: 2, maxLength: 64, pattern: '^[A-Za-z0-9._@+-]+$' });
const Password = Type.String({ minLength: 10, maxLength: 200 });

export const Brand = Type.Object({
  id: Id,
  name: Type.String(),
  company: Type.String({ description: 'The legal entity, as the owner is told' }),
  country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
});
export type Brand = Static<typeof Brand>;

export const NewBrand = Type.Object(
  { name: personText(60), company: personText(120), country: Type.String({ pattern: '^[A-Z]{2}$' }) },
  { additionalProperties: false },
);
export type NewBrand = Static<typeof NewBrand>;

export const Person = Type.Object({
  id: Id,
  displayName: Type.String({ description: 'Shown to owners' }),
  signInName: Type.Union([Type.String(), Type.Null()], { description: 'null until the invitation is accepted' }),
  roles: Type.Array(Role),
  brands: Type.Array(Brand),
  disabledAt: Type.Union([EpochMs, Type.Null()]),
});
export type Person = Static<typeof Person>;

/** POST /api/v1/session */
export const SignIn = Type.Object(
  { signInName: Type.String({ maxLength: 64 }), password: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

/** GET and POST /api/v1/session */
export const Session = Type.Object({ person: Person });
export type Session = Static<typeof Session>;

/** GET /api/v1/invitation, authorized by `Bearer <token of the link>` */
export const Invitation = Type.Object({
  displayName: Type.Union([Type.String(), Type.Null()]),
  roles: Type.Array(Role),
  needsBrand: Type.Boolean({ description: 'There is no brand yet: the first administrator names one' }),
});
export type Invitation = Static<typeof Invitation>;

/** POST /api/v1/invitation/accept, authorized by `Bearer <token of the link>`; signs the person in */
export const AcceptInvitation = Type.Object(
  {
    displayName: personText(60),
    signInName: SignInName,
    password: Password,
    brand: Type.Optional(NewBrand),
  },
  { additionalProperties: false },
);
export type AcceptInvitation = Static<typeof AcceptInvitation>;

/** POST /api/v1/people (administrator) */
export const NewPerson = Type.Object(
  {
    displayName: personText(60),
    roles: Type.Array(Role, { minItems: 1, maxItems: 4, uniqueItems: true }),
    brandIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
  },
  { additionalProperties: false },
);
export type NewPerson = Static<typeof NewPerson>;

export const InvitedPerson = Type.Object({
  person: Person,
  invitationPath: Type.String({ description: 'One-time link of this person, valid for 3 days; shown once' }),
});
export type InvitedPerson = Static<typeof InvitedPerson>;

/** PATCH /api/v1/people/{id} (administrator): of one's own brands only; never one's own roles */
export const PersonChange = Type.Object(
  {
    roles: Type.Optional(Type.Array(Role, { minItems: 1, maxItems: 4, uniqueItems: true })),
    brandIds: Type.Optional(
      Type.Array(Id, {
        maxItems: 100,
        uniqueItems: true,
        description: 'Which of the administrator’s brands they belong to; those of others stay as they are',
      }),
    ),
    disabled: Type.Optional(Type.Boolean({ description: 'true: sessions and live views end at once' })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type PersonChange = Static<typeof PersonChange>;

/** POST /api/v1/session/password : every other session of the person ends */
export const PasswordChange = Type.Object(
  { current: Type.String({ maxLength: 200 }), next: Password },
  { additionalProperties: false },
);
export type PasswordChange = Static<typeof PasswordChange>;

/** GET /api/v1/sessions : one's own; DELETE /api/v1/sessions/{id} ends one, DELETE /api/v1/sessions every other one */
export const SignedInSession = Type.Object({ id: Id, beganAt: EpochMs, expiresAt: EpochMs, current: Type.Boolean() });
export type SignedInSession = Static<typeof SignedInSession>;

/** GET and PUT /api/v1/brands/{id}/webhook (administrator): where links to owners and summaries go; url null: nowhere */
export const BrandWebhook = Type.Object({
  url: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]),
  secret: Type.Union([Type.String(), Type.Null()], {
    description: 'whsec_… (Standard Webhooks): shown once, when the address is set',
  }),
});
export type BrandWebhook = Static<typeof BrandWebhook>;

export const NewBrandWebhook = Type.Object(
  { url: Type.Union([Type.String({ minLength: 8, maxLength: 500 }), Type.Null()]) },
  { additionalProperties: false },
);
export type NewBrandWebhook = Static<typeof NewBrandWebhook>;
