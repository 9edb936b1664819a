import type { DeviceRecord } from '../domain/cases/records.ts';
import type { BrandId, CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';

export interface OpenedFromTicket {
  readonly brandId: BrandId;
  /** undefined: the brand has none with this serial. */
  readonly device: DeviceRecord | undefined;
  /** Of the agent's own open cases about it, the newest with this ticket. */
  readonly caseId: CaseId | undefined;
}

/** What a ticket system's deep link leads this agent to: looked up among their own brands only. Changes nothing. */
export async function openFromTicket(
  app: App,
  agent: PersonRecord,
  link: { readonly brand: string; readonly serial: string; readonly ticket?: string | undefined },
): Promise<OpenedFromTicket | Refusal> {
  const said = link.brand.trim().toLowerCase();
  const own = (await app.people.brands()).filter(({ id }) => agent.brandIds.includes(id));
  const named = own.filter(({ id, name }) => id === link.brand || name.toLowerCase() === said);
  const [first] = named;
  if (!first) return refuse('not_found');
  // Names of brands need not differ: the one that has the device is meant.
  for (const { id } of named) {
    const [device] = await app.devices.devicesBySerials(id, [link.serial]);
    if (device) return { brandId: id, device, caseId: await openCaseOf(app, agent, device, link.ticket) };
  }
  return { brandId: first.id, device: undefined, caseId: undefined };
}

async function openCaseOf(
  app: App,
  agent: PersonRecord,
  device: DeviceRecord,
  ticket: string | undefined,
): Promise<CaseId | undefined> {
  if (ticket === undefined) return undefined;
  const open = await app.cases.openCasesOfAgent(agent.id);
  return open.findLast((each) => each.deviceId === device.id && each.ticket === ticket.trim())?.id;
}
