import type { CaseRecord, FindingRecord, GrantRecord, Told } from '../domain/cases/records.ts';
import { isKnown } from '../domain/cases/told-evidence.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { packOf } from './device-pack.ts';
import { beginDiagnosis, type Diagnosis } from './diagnosis.ts';
import { reachOwnCase } from './reach.ts';
import { replayView } from './replay-view.ts';
import type { OpenView } from './views.ts';

/** So many in one case: an agent tells a dozen, a broken program more. */
const mostOfCase = 200;
const retryMs = 1_000;

/** What was told in a case, oldest first. */
export async function findingsOf(
  app: App,
  person: PersonRecord,
  caseId: CaseId,
): Promise<readonly FindingRecord[] | Refusal> {
  const found = await reachOwnCase(app, person, caseId);
  return isRefusal(found) ? found : app.cases.findingsOfCase(found.id);
}

/** Told once however often it is repeated under the same id; told otherwise under it, it is corrected. */
export async function tell(
  app: App,
  person: PersonRecord,
  input: { readonly caseId: CaseId; readonly id: string; readonly told: Told },
): Promise<FindingRecord | Refusal> {
  const found = await reachOwnCase(app, person, input.caseId);
  if (isRefusal(found)) return found;
  if (found.closedAt !== null) return refuse('case_closed');
  const device = await app.devices.device(found.deviceId);
  const pack = device && packOf(app, device);
  if (!pack || !isKnown(input.told, pack)) return refuse('finding_unknown');
  return inTurn(app, found, () => write(app, { found, person, id: `${found.id}/${input.id}`, told: input.told }));
}

/** Apart from what concerns its consent: a Stop never waits for a diagnosis. */
function inTurn<T>(app: App, { id }: Pick<CaseRecord, 'id'>, job: () => Promise<T>): Promise<T> {
  return app.inTurn.run(`findings ${id}`, job);
}

async function write(
  app: App,
  telling: { readonly found: CaseRecord; readonly person: PersonRecord; readonly id: string; readonly told: Told },
): Promise<FindingRecord | Refusal> {
  const { found, person, id, told } = telling;
  const before = await app.cases.findingsOfCase(found.id);
  const replaced = before.find((finding) => finding.id === id);
  if (replaced && JSON.stringify(replaced.told) === JSON.stringify(told)) return replaced;
  if (!replaced && before.length >= mostOfCase) return refuse('too_many_findings');
  const finding: FindingRecord = { id, caseId: found.id, toldBy: person.id, toldAt: app.clock.now(), told };
  const what = replaced ? 'finding.corrected' : 'finding.told';
  await app.ledger.save([
    { put: 'finding', record: finding },
    {
      append: 'audit',
      event: auditEvent(app, `person:${person.id}`, what, {
        ...found,
        caseId: found.id,
        detail: { kind: finding.told.kind },
      }),
    },
  ]);
  if (replaced) await diagnoseAnew(app, found);
  else {
    for (const view of openViews(app, found)) {
      view.diagnosis?.tell(finding);
      announce(app, view);
    }
  }
  return finding;
}

/** It counts no more. What is not there is taken back already. */
export async function takeBack(
  app: App,
  person: PersonRecord,
  input: { readonly caseId: CaseId; readonly id: string },
): Promise<readonly FindingRecord[] | Refusal> {
  const found = await reachOwnCase(app, person, input.caseId);
  if (isRefusal(found)) return found;
  if (found.closedAt !== null) return refuse('case_closed');
  return inTurn(app, found, () => remove(app, { found, person, id: `${found.id}/${input.id}` }));
}

async function remove(
  app: App,
  { found, person, id }: { readonly found: CaseRecord; readonly person: PersonRecord; readonly id: string },
): Promise<readonly FindingRecord[]> {
  const before = await app.cases.findingsOfCase(found.id);
  if (!before.some((finding) => finding.id === id)) return before;
  await app.ledger.save([
    { drop: 'finding', id },
    {
      append: 'audit',
      event: auditEvent(app, `person:${person.id}`, 'finding.taken_back', { ...found, caseId: found.id }),
    },
  ]);
  await diagnoseAnew(app, found);
  return app.cases.findingsOfCase(found.id);
}

/** Of the agent's own case in which nobody may see the device, as most calls begin. Undefined: its model has no rules. */
export async function diagnosisByWords(
  app: App,
  person: PersonRecord,
  caseId: CaseId,
): Promise<Diagnosis | undefined | Refusal> {
  const found = await reachOwnCase(app, person, caseId);
  return isRefusal(found) ? found : byWords(app, found);
}

/** From what was told alone. Undefined: the model has no rules. */
export async function byWords(app: App, found: CaseRecord): Promise<Diagnosis | undefined> {
  const device = await app.devices.device(found.deviceId);
  const pack = device && packOf(app, device);
  const diagnosis = pack && beginDiagnosis({ pack, granted: new Set(), startedAt: found.openedAt });
  for (const finding of await app.cases.findingsOfCase(found.id)) diagnosis?.tell(finding);
  if (diagnosis && device) app.fleet.inform(diagnosis, device);
  return diagnosis;
}

/** What was told in the case before its View began is told to the View as well. */
export async function tellAgain(
  app: App,
  { id: grantId, viewId, caseId }: Pick<GrantRecord, 'id' | 'viewId' | 'caseId'>,
): Promise<void> {
  try {
    await inTurn(app, { id: caseId }, async () => {
      const told = await app.cases.findingsOfCase(caseId);
      const view = app.views.of(viewId);
      for (const finding of told) view?.diagnosis?.tell(finding);
      if (view && told.length > 0) announce(app, view);
    });
  } catch {
    app.note({ code: 'store_unavailable', grantId });
    app.clock.after(retryMs, () => app.views.of(viewId) && void tellAgain(app, { id: grantId, viewId, caseId }));
  }
}

function openViews(app: App, { id, deviceId }: Pick<CaseRecord, 'id' | 'deviceId'>): OpenView[] {
  const own = app.book.ofDevice(deviceId).filter(({ caseId }) => caseId === id);
  return own.flatMap(({ viewId }) => app.views.of(viewId) ?? []);
}

function announce(app: App, { grant }: OpenView): void {
  app.audience.changed({ viewId: grant.viewId, metrics: [], errors: [], slots: false, localised: true });
}

/** What was learned from something that is taken back cannot be unlearned: it is concluded anew, from all that the View has kept. */
async function diagnoseAnew(app: App, found: Pick<CaseRecord, 'id' | 'deviceId'>): Promise<void> {
  for (const view of openViews(app, found)) {
    const { viewId } = view.grant;
    const fresh = app.views.beginDiagnosis(view.grant, view.pack, view.startedAt);
    if (!fresh) continue;
    const gathered = app.views.gather(viewId);
    try {
      const known = new Set<string>();
      await replayView(app, view.grant, {
        frame(frame) {
          known.add(keyOf(frame));
          fresh.apply(frame);
        },
        finding: (finding) => fresh.tell(finding),
      });
      // What came meanwhile may have been on disk already when that was read.
      for (const frame of gathered()) if (!known.has(keyOf(frame))) fresh.apply(frame);
      app.views.replaceDiagnosis(viewId, fresh);
      announce(app, view);
    } catch {
      // What was told is on disk: it counts as soon as the store can be read again.
      gathered();
      app.note({ code: 'store_unavailable', viewId });
      app.clock.after(retryMs, () => void inTurn(app, found, () => diagnoseAnew(app, found)));
    }
  }
}

function keyOf({ bootId, seq, source }: AdmittedFrame): string {
  return `${source} ${bootId} ${seq}`;
}
