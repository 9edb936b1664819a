import { CircleQuestionMark, CircleSlash, Eye, EyeOff, Radio, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Case, Grant } from '../../../proto/api/cases.ts';
import type { DataClassName } from '../../../proto/api/common.ts';
import type { ModelDescription } from '../../../proto/api/devices.ts';
import { useCaseAction, useDeviceModel } from '../api/case-queries.ts';
import { isSilent } from '../live/freshness.ts';
import { expiresIn, gatewayNow, type LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatAge, formatCountdown, formatMinute } from '../words/format.ts';
import { fullOnly, knownClasses } from '../words/known-classes.ts';
import { type ModelWords, noWords, wordsOf } from '../words/metric-words.ts';
import { Charts } from './charts.tsx';
import { ConfirmButton } from './confirm-button.tsx';
import { DiagnosisPanel } from './diagnosis-panel.tsx';
import { ErrorBanner } from './error-banner.tsx';
import { ErrorList } from './error-list.tsx';
import { FirmwarePanel } from './firmware-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { Limits } from './limits.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { StateGroups } from './state-groups.tsx';
import { useLiveSession } from './use-live-session.ts';
import { useNow } from './use-now.ts';
import { type OpenedHistory, useOpenedHistory } from './use-opened-history.ts';

export interface LiveViewProps {
  readonly of: Case;
  readonly grant: Grant;
  /** Told once that the look is over, with the reason of the stream. */
  readonly onEnd: (reason: string) => void;
  readonly onAskMore?: (() => void) | undefined;
}

/** What the owner has allowed to be seen, for as long as it is allowed. */
export function LiveView({ of, grant, onEnd, onAskMore }: LiveViewProps) {
  const { texts } = useTexts();
  const { phase, dismiss } = useLiveSession(of.id);
  const now = useNow(500);
  const end = useCaseAction(of.id, 'stop');
  const model = useDeviceModel(of.device.id);
  const words = useMemo(() => (model.data ? wordsOf(model.data) : noWords), [model.data]);
  const data = phase.kind === 'watching' ? phase.data : undefined;
  const opened = useOpenedHistory();
  useWordsOfNew(data, words, () => void model.refetch());
  const ended = phase.kind === 'ended' ? phase.reason : undefined;
  useEffect(() => {
    if (ended !== undefined) onEnd(ended);
  }, [ended, onEnd]);
  if (phase.kind === 'ended') return null;

  const isOut = data !== undefined && isSilent(data.heard, now);
  const isLive = data !== undefined && !isOut && data.connection.online;
  return (
    <section className="live" aria-labelledby="live-title">
      <div className="live-top">
        <div className={isLive ? 'band' : 'band band-out'}>
          <h2 id="live-title">
            <Eye size={18} aria-hidden="true" />
            {isLive ? texts.live.band : texts.live.bandOut}
          </h2>
          <p className="band-time">
            {texts.live.endsIn}{' '}
            <strong role="timer">{formatCountdown(data ? expiresIn(data, now) : grant.expiresInMs)}</strong>
          </p>
          <ConfirmButton
            question={texts.live.endAsk}
            yes={texts.live.endYes}
            no={texts.live.endNo}
            busy={end.isPending}
            onYes={() => end.mutate(undefined, { onSuccess: () => onEnd('completed') })}
          >
            {texts.live.end}
          </ConfirmButton>
        </div>
        {isOut && (
          <Notice tone="warn" live="assertive">
            {texts.live.silent}
          </Notice>
        )}
        {data && <ErrorBanner data={data} words={words} onDismiss={dismiss} />}
      </div>
      <ProblemNotice error={end.error ?? model.error} />
      {phase.kind === 'connecting' && <p className="muted">{texts.live.connecting}</p>}
      {phase.kind === 'refused' && <Notice tone="danger">{phase.words || texts.failed}</Notice>}
      {phase.kind === 'lost' && (
        <Notice tone="danger" live="assertive">
          {texts.live.lost}
        </Notice>
      )}
      {data && (
        <Watched
          of={of}
          grant={grant}
          model={model.data}
          data={data}
          words={words}
          now={now}
          opened={opened}
          onAskMore={onAskMore}
        />
      )}
    </section>
  );
}

interface WatchedProps {
  readonly of: Case;
  readonly grant: Grant;
  readonly model: ModelDescription | undefined;
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly now: number;
  readonly opened: OpenedHistory;
  readonly onAskMore?: (() => void) | undefined;
}

function Watched({ of, grant, model, data, words, now, opened, onAskMore }: WatchedProps) {
  const { texts } = useTexts();
  const isEmpty = !data.errorsKnown && [...data.metrics.values()].every(({ quality }) => quality === 'unknown');
  const at = Math.max(now, data.clock.atMono);
  return (
    <>
      {!isSilent(data.heard, at) && <DeviceLine data={data} now={at} />}
      {isEmpty && (
        <Notice tone="neutral" live="polite">
          {data.limits.includes('send-full-state') ? texts.live.waitingThere : texts.live.waiting}
        </Notice>
      )}
      {data.localisation ? (
        <DiagnosisPanel of={of} localisation={data.localisation} metrics={words} onAskMore={onAskMore} />
      ) : (
        <p className="muted">{texts.diagnosis.noRules}</p>
      )}
      {data.limits.length > 0 && (
        <Notice tone="neutral">
          <details className="limits-fold" open={isWide()}>
            <summary>{texts.live.limits}</summary>
            <Limits of={data.limits} icon={CircleSlash} />
          </details>
        </Notice>
      )}
      {data.classes.includes('logs') && <Notice tone="neutral">{texts.live.logsNotShown}</Notice>}
      <StateGroups data={data} words={words} now={at} only="status" onHistory={opened.open} />
      <div className="live-columns">
        {data.classes.includes('errors') && <ErrorList data={data} words={words} now={at} />}
        {data.classes.includes('firmware') && <FirmwarePanel data={data} words={words} now={at} />}
      </div>
      {opened.names.length > 0 && (
        <HistoryPanel of={of} grant={grant} data={data} words={words} now={at} opened={opened} />
      )}
      <Charts data={data} words={words} nowAt={gatewayNow(data, at)} onHistory={opened.open} />
      <StateGroups data={data} words={words} now={at} only="rest" onHistory={opened.open} />
      <NotGranted of={of} model={model} classes={data.classes} onAskMore={onAskMore} />
    </>
  );
}

/** On a phone what a device cannot do is one line, to be opened; elsewhere it stands there. Read as the page appears. */
function isWide(): boolean {
  return matchMedia('(min-width: 561px)').matches;
}

/** A value without words is one that the device has told of since the words were asked for: they are asked for again, once. */
function useWordsOfNew(data: LiveData | undefined, words: ModelWords, askAgain: () => void): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!data || words === noWords) return;
    const unknown = [...data.metrics.keys()].filter((name) => !words.metrics.has(name) && !asked.current.has(name));
    if (unknown.length === 0) return;
    for (const name of unknown) asked.current.add(name);
    askAgain();
  });
}

/** Whether the device itself is there, apart from whether the gateway is. */
function DeviceLine({ data, now }: { readonly data: LiveData; readonly now: number }) {
  const { language, texts } = useTexts();
  const { connection } = data;
  if (connection.presenceUnknown) {
    return (
      <div className="notice notice-warn" role="status">
        <CircleQuestionMark size={18} aria-hidden="true" />
        <div className="notice-text">{texts.live.presenceUnknown}</div>
      </div>
    );
  }
  const isHeard = Number.isFinite(data.heard.deviceHeardAgoMs);
  // A device behind a link that says nothing of its presence, and yet sends, was seen.
  if (!connection.online && (connection.since > 0 || !isHeard)) {
    return (
      <div className="notice notice-warn" role="status">
        <TriangleAlert size={18} aria-hidden="true" />
        <div className="notice-text">
          {connection.since > 0
            ? texts.live.deviceGone(formatMinute(connection.since, language, gatewayNow(data, now)))
            : texts.connection.never}
        </div>
      </div>
    );
  }
  const heardAgo = data.heard.deviceHeardAgoMs + (now - data.heard.atMono);
  return (
    <p className="device-heard">
      <Radio size={14} aria-hidden="true" />
      {texts.live.deviceOnline} ·{' '}
      {Number.isFinite(heardAgo) ? texts.live.heard(formatAge(heardAgo, language)) : texts.live.neverHeard}
    </p>
  );
}

interface NotGrantedProps {
  readonly of: Case;
  readonly model: ModelDescription | undefined;
  readonly classes: readonly DataClassName[];
  readonly onAskMore?: (() => void) | undefined;
}

/** Of what such a device has; a device that is proven by its label code alone never shows more than the basic look. */
function NotGranted({ of, model, classes, onAskMore }: NotGrantedProps) {
  const { texts } = useTexts();
  const missing = knownClasses(model, of.device.link).filter((each) => !classes.includes(each));
  const isByLabel = !of.device.proofs.includes('button');
  const isNever = (each: DataClassName) => isByLabel && fullOnly.includes(each);
  if (missing.length === 0) return null;
  return (
    <section className="panel not-granted" aria-labelledby="not-granted">
      <header className="panel-head">
        <h2 id="not-granted">{missing.every(isNever) ? texts.live.neverTitle : texts.live.notGrantedTitle}</h2>
        {onAskMore && (
          <button type="button" className="button" onClick={onAskMore}>
            {texts.live.askMore}
          </button>
        )}
      </header>
      <ul>
        {missing.map((each) => (
          <li key={each} className="badge badge-neutral">
            <EyeOff size={14} aria-hidden="true" />
            {texts.dataClass[each]}: {isNever(each) ? texts.live.neverByLabel : texts.live.notGranted}
          </li>
        ))}
      </ul>
    </section>
  );
}
