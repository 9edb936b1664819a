import { coversClass, type GrantView, isActiveAt } from '../domain/consent/grant-view.ts';
import type { CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { History, HistoryQuery } from '../domain/history.ts';
import type { App } from './app.ts';
import { reachOwnCase } from './reach.ts';

/**
 * What the View that the case has open now kept of these metrics. Reading asks consent again, before and after: a Stop while the answer
 * was made leaves nothing of it. A refusal for a metric's sake names it as `detail`.
 */
export async function historyOf(
  app: App,
  person: PersonRecord,
  query: Omit<HistoryQuery, 'viewId'> & { readonly caseId: CaseId },
): Promise<History | (Refusal & { readonly detail?: string })> {
  const { caseId, ...asked } = query;
  if (asked.from >= asked.to) return refuse('history_interval');
  const found = await reachOwnCase(app, person, caseId);
  if (isRefusal(found)) return found;
  const grant = await app.grants.newestGrant(found.id);
  const open = grant && openView(app, person, grant.viewId);
  if (!open) return refuse('grant_not_active');
  for (const name of asked.metrics) {
    const metric = open.pack.metrics.get(name);
    const why = !metric
      ? 'metric_unknown'
      : !coversClass(open.grant, metric.dataClass)
        ? 'class_not_granted'
        : metric.type === 'text'
          ? 'metric_not_a_number'
          : undefined;
    if (why) return { ...refuse(why), detail: name };
  }
  const history = await app.history.history({ ...asked, viewId: open.grant.viewId });
  return openView(app, person, open.grant.viewId) ? history : refuse('grant_not_active');
}

/** Undefined: nothing of it may be shown to this person now. */
function openView(app: App, person: PersonRecord, viewId: GrantView['viewId']) {
  const at = { now: app.clock.now(), monotonicMs: app.clock.monotonicMs() };
  const view = app.views.of(viewId);
  const inForce = app.book.ofView(viewId);
  if (!view || !inForce || inForce.viewerId !== person.id || !isActiveAt(inForce, at)) return undefined;
  return { grant: inForce, pack: view.pack };
}
