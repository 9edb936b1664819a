declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type BrandId = Id<'brand'>;
export type PersonId = Id<'person'>;
export type DeviceId = Id<'device'>;
/** An MQTT connection's identity and client id. A native device is its own link, under its own id. */
export type LinkId = Id<'link'>;
export type CaseId = Id<'case'>;
export type RequestId = Id<'request'>;
export type GrantId = Id<'grant'>;
export type ViewId = Id<'view'>;

/** 16 lower-case hexadecimal digits: a device's random 64 bit number of one boot. */
export type BootId = Id<'boot'>;

/** Names an id that has been validated at the rim. */
export function asId<T extends string>(text: string): T {
  return text as T;
}
