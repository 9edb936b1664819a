import type { Case, ConsentRequest, Grant } from '../../proto/api/cases.ts';
import type { Device } from '../../proto/api/devices.ts';
import type { Link, LinkPage } from '../../proto/api/links.ts';
import type { OwnerRequest } from '../../proto/api/owner.ts';
import type { Brand, Person } from '../../proto/api/people.ts';
import type { App } from '../app/app.ts';
import { moment } from '../app/app.ts';
import type { OwnerPage } from '../app/owner.ts';
import { packOf } from '../app/device-pack.ts';
import { askableScopes, hasSeen, isBeforeClaim, proofsFor, proofsOf } from '../app/registered-device.ts';
import type { CaseRecord, DeviceRecord, GrantRecord, LinkRecord, RequestRecord } from '../domain/cases/records.ts';
import { remainingMs } from '../domain/consent/grant-view.ts';
import { isPending, labelTries, ownerState, proofLeftMs, requestState } from '../domain/consent/request-state.ts';
import { wordsIn } from '../domain/consent/two-words.ts';
import { classesOfScope, type DataClass, dataClasses } from '../domain/data-class.ts';
import type { BrandRecord, PersonRecord } from '../domain/people/records.ts';
import { isRefusal } from '../domain/refusals.ts';

/** Records -> what the API says of them. Nothing that a person of another brand, or the other side, must not know. */
export function presentBrand(brand: BrandRecord): Brand {
  return { id: brand.id, name: brand.name, company: brand.company, country: brand.country };
}

export async function presentPerson(app: App, person: PersonRecord): Promise<Person> {
  const brands = (await app.people.brands()).filter(({ id }) => person.brandIds.includes(id));
  const { id, displayName, signInName, disabledAt } = person;
  return { id, displayName, signInName, roles: [...person.roles], brands: brands.map(presentBrand), disabledAt };
}

export function presentDevice(app: App, device: DeviceRecord, viewer?: PersonRecord): Device {
  const pack = app.packs.get(device.model);
  const { online, presence, since } = app.connections.of(device.id);
  return {
    id: device.id,
    brandId: device.brandId,
    serial: device.serial,
    model: device.model,
    modelName: pack?.name ?? device.model,
    name: toldName(app, device),
    vendor: pack?.vendor ?? '',
    link: device.link,
    linkId: device.linkId,
    childKey: device.childKey,
    proofs: [...proofsOf(device)],
    secret: device.link === 'dialect' ? 'of-link' : device.secretHash === null ? 'revoked' : 'active',
    claimedAt: device.claimedAt,
    seenByYou: viewer !== undefined && hasSeen(device, viewer.id, app.clock.now()),
    connection: { online, presence, since },
    region: device.region,
  };
}

export async function presentLink(app: App, link: LinkRecord): Promise<Link> {
  const { online, presence, since } = app.connections.ofLink(link.id);
  return {
    id: link.id,
    brandId: link.brandId,
    name: link.name,
    secret: link.secretHash === null ? 'revoked' : 'active',
    connection: { online, presence, since },
    devices: (await app.devices.childrenOfLink(link.id)).length,
  };
}

/** Descriptions and registrations, never values. */
export async function presentLinkPage(app: App, link: LinkRecord, viewer: PersonRecord): Promise<LinkPage> {
  const children = await app.devices.childrenOfLink(link.id);
  const discovered = app.discoveries.ofLink(link.id);
  const shown = (device: DeviceRecord | undefined) => (device ? presentDevice(app, device, viewer) : null);
  return {
    link: await presentLink(app, link),
    limits: [...app.discoveries.limitsOf(link.id)],
    discovered: discovered.map(({ entities, dialects, ...told }) => ({
      ...told,
      dialects: [...dialects],
      entities: entities.map(({ name, metric, declaredUnit, dataClass, why }) => ({
        name,
        metric,
        declaredUnit,
        dataClass,
        why,
      })),
      device: shown(children.find(({ childKey }) => childKey === told.key)),
    })),
    silent: children
      .filter(({ childKey }) => !discovered.some(({ key }) => key === childKey))
      .map((device) => presentDevice(app, device, viewer)),
  };
}

export async function presentCase(app: App, record: CaseRecord, viewer?: PersonRecord): Promise<Case | undefined> {
  const [device, agent, request, grant, brands] = await Promise.all([
    app.devices.device(record.deviceId),
    app.people.person(record.agentId),
    app.cases.newestRequest(record.id),
    app.grants.newestGrant(record.id),
    app.people.brands(),
  ]);
  if (!device || !agent) return undefined;
  const brand = brands.find(({ id }) => id === record.brandId);
  const beforeClaim = isBeforeClaim(record, device);
  return {
    id: record.id,
    brandId: record.brandId,
    device: presentDevice(app, device, viewer),
    agent: { id: agent.id, displayName: agent.displayName },
    reason: record.reason,
    ticket: record.ticket,
    state: record.closedAt === null ? 'open' : 'closed',
    openedAt: record.openedAt,
    closedAt: record.closedAt,
    // What an earlier owner was asked and has granted is nobody's business any more.
    request: request && !beforeClaim ? presentRequest(app, request) : null,
    grant: grant && !beforeClaim ? presentGrant(app, grant) : null,
    askable: beforeClaim ? [] : [...askableScopes(device)],
    beforeClaim,
    canSend: brand?.webhookUrl != null && !isRefusal(app.linkSender.mayUse(brand.webhookUrl)),
  };
}

function presentRequest(app: App, request: RequestRecord): ConsentRequest {
  const words = wordsIn(request.words);
  return {
    id: request.id,
    scope: request.scope,
    classes: [...classesOfScope(request.scope)],
    minutes: request.minutes,
    words: { en: [...words.en], 'zh-CN': [...words['zh-CN']] },
    state: requestState(request, app.clock.now()),
    sentAt: request.sentAt,
    openedAt: request.openedAt,
    answeredAt: request.deniedAt ?? request.allowedAt,
    expiresAt: request.expiresAt,
  };
}

function presentGrant(app: App, grant: GrantRecord): Grant {
  const inForce = app.book.ofView(grant.viewId);
  const over = grant.state === 'active' && !inForce;
  return {
    id: grant.id,
    state: over ? (app.clock.now() >= grant.expiresAt ? 'expired' : 'revoked') : grant.state,
    classes: [...grant.classes],
    startedAt: grant.notBefore,
    expiresAt: grant.expiresAt,
    endedAt: grant.endedAt,
    endedBy: grant.endedBy,
    expiresInMs: inForce ? Math.round(remainingMs(inForce, moment(app))) : 0,
  };
}

export async function presentOwnerPage(app: App, page: OwnerPage): Promise<OwnerRequest> {
  const { request, supportCase, device, grant } = page;
  const now = app.clock.now();
  const brand = (await app.people.brands()).find(({ id }) => id === device.brandId);
  const agent = await app.people.person(supportCase.agentId);
  const inForce = grant && app.book.ofView(grant.viewId);
  const state = ownerState(request, grant, now);
  const words = wordsIn(request.words);
  const leftOfRequest = isPending(request, now) ? request.expiresAt - now : null;
  return {
    state,
    brand: { name: brand?.name ?? '', company: brand?.company ?? '', country: brand?.country ?? '' },
    agent: agent?.displayName ?? '',
    device: {
      modelName: app.packs.get(device.model)?.name ?? device.model,
      name: toldName(app, device),
      serialEnd: device.serial.slice(-4),
    },
    scope: request.scope,
    classes: [...(grant?.classes ?? classesOfScope(request.scope))],
    minutes: request.minutes,
    words: { en: [...words.en], 'zh-CN': [...words['zh-CN']] },
    proof: proofsFor(device, request.scope)[0] ?? null,
    proofs: [...proofsFor(device, request.scope)],
    proofEndsInMs: state === 'allowed' ? proofLeftMs(request, now) : null,
    labelTriesLeft: proofsFor(device, request.scope).includes('label')
      ? Math.max(0, labelTries - supportCase.labelFailures)
      : null,
    expiresInMs: inForce ? Math.round(remainingMs(inForce, moment(app))) : leftOfRequest,
    canStopItself: device.link === 'native',
    // Of the present owner's device an earlier one learns nothing.
    online: !isBeforeClaim(supportCase, device) && app.connections.of(device.id).online,
    presence: isBeforeClaim(supportCase, device) ? 'offline' : app.connections.of(device.id).presence,
    known: classesOfModel(app, device),
  };
}

/** What a dialect's device has told that it is: its own name, maker and model. Nothing of a device of ours, whose pack knows. */
function toldName(app: App, device: DeviceRecord): string | null {
  const told = app.discoveries.nameOf(device.id);
  const words = [told?.name, told?.manufacturer, told?.model].filter((each) => each !== undefined && each !== '');
  return words.length > 0 ? [...new Set(words)].join(', ') : null;
}

/** Classes that a device of this model has anything in: a camera is not asked for its map. */
function classesOfModel(app: App, device: DeviceRecord): DataClass[] {
  const metrics = [...(packOf(app, device)?.metrics.values() ?? [])];
  const known = new Set<DataClass>(metrics.map(({ dataClass }) => dataClass));
  return dataClasses.filter(
    (each) => known.has(each) || each === 'errors' || (each === 'logs' && device.link === 'native'),
  );
}
