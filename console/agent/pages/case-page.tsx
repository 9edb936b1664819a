import { ArrowLeft } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { Case } from '../../../proto/api/cases.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useCase, useCaseAction } from '../api/case-queries.ts';
import { AccessBadge } from '../parts/access-badge.tsx';
import { AskPanel } from '../parts/ask-panel.tsx';
import { DiagnosisByWords } from '../parts/diagnosis-by-words.tsx';
import { CaseFacts } from '../parts/case-facts.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { LiveView } from '../parts/live-view.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { ProgressPanel } from '../parts/progress-panel.tsx';
import { SummaryPanel } from '../parts/summary-panel.tsx';
import { useModelWord } from '../parts/use-model-word.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { casePhase, endWord, isPending } from '../words/case-phase.ts';
import { formatMinute } from '../words/format.ts';
import { has } from '../words/may.ts';

/** A look that is over, in the words of the live stream; known here before the case says so. */
interface Over {
  readonly grantId: string;
  readonly reason: string;
}

export function CasePage({ id, person }: { readonly id: string; readonly person: Person }) {
  const { texts } = useTexts();
  const found = useCase(id);
  return (
    <div className="page">
      <Link href="/" className="back">
        <ArrowLeft size={14} aria-hidden="true" />
        {texts.back}
      </Link>
      {found.isPending && <p className="muted">{texts.loading}</p>}
      <ProblemNotice error={found.error} />
      {found.data && <OpenCase of={found.data} person={person} refetch={() => void found.refetch()} />}
    </div>
  );
}

interface OpenCaseProps {
  readonly of: Case;
  readonly person: Person;
  readonly refetch: () => void;
}

function OpenCase({ of, person, refetch }: OpenCaseProps) {
  const { texts } = useTexts();
  const modelWord = useModelWord();
  const close = useCaseAction(of.id, 'close');
  const [over, setOver] = useState<Over>();
  const [asksMore, setAsksMore] = useState(false);
  const phase = casePhase(of, over?.grantId);
  const grantId = of.grant?.id;
  const end = useCallback(
    (reason: string) => {
      if (grantId !== undefined) setOver({ grantId, reason });
      refetch();
    },
    [grantId, refetch],
  );
  // Only a case's own agent asks and sees; a supervisor may close it.
  const isOwn = has(person, 'agent') && of.agent.id === person.id;
  const isLive = isOwn && phase.kind === 'live';
  const pending = of.request && isPending(of.request) ? of.request : undefined;
  return (
    <>
      <header className="case-head">
        <div>
          <h1>
            {modelWord(of.device)} <span className="serial">{of.device.serial}</span>
          </h1>
          {of.device.name !== null && <p className="muted">{of.device.name}</p>}
          <p className="case-reason">{of.reason}</p>
        </div>
        <div className="case-head-end">
          <AccessBadge of={of} over={over?.grantId} />
          {of.state === 'open' && (isOwn || has(person, 'supervisor')) && (
            <ConfirmButton
              question={texts.caseActions.closeAsk}
              yes={texts.caseActions.closeYes}
              no={texts.caseActions.keep}
              busy={close.isPending}
              onYes={() => close.mutate()}
            >
              {texts.caseActions.close}
            </ConfirmButton>
          )}
        </div>
      </header>
      <ProblemNotice error={close.error} />
      {isLive && pending && <ProgressPanel of={of} request={pending} />}
      {isLive && asksMore && !pending && <AskPanel of={of} again />}
      {isLive && (
        <LiveView
          key={phase.grant.id}
          of={of}
          grant={phase.grant}
          onEnd={end}
          onAskMore={of.askable.includes('full') ? () => setAsksMore(true) : undefined}
        />
      )}
      {isLive && <SummaryPanel of={of} />}
      <div className={isLive ? 'case-columns case-columns-live' : 'case-columns'}>
        {!isLive && (
          <div className="case-main">
            {phase.kind === 'closed' && <Notice tone="neutral">{texts.caseActions.closed}</Notice>}
            {phase.kind === 'former-owner' && <FormerOwner since={of.device.claimedAt ?? of.openedAt} />}
            {!isOwn && of.state === 'open' && (
              <Notice tone="neutral">{texts.caseActions.notYours(of.agent.displayName)}</Notice>
            )}
            {phase.kind === 'refused' && <Refused outcome={phase.outcome} />}
            {phase.kind === 'ended' && <Ended reason={endReason(of.grant, over) ?? phase.reason} />}
            {isOwn && phase.kind === 'asking' && <ProgressPanel of={of} request={phase.request} />}
            {isOwn && (phase.kind === 'unasked' || phase.kind === 'refused' || phase.kind === 'ended') && (
              <AskPanel of={of} again={phase.kind !== 'unasked'} />
            )}
            {isOwn && of.state === 'open' && <DiagnosisByWords of={of} />}
            <SummaryPanel of={of} />
          </div>
        )}
        <CaseFacts of={of} person={person} />
      </div>
    </>
  );
}

function FormerOwner({ since }: { readonly since: number }) {
  const { language, texts } = useTexts();
  return (
    <Notice tone="warn">
      <strong>{texts.caseActions.formerOwner(formatMinute(since, language, Date.now()))}</strong>
      <p>{texts.caseActions.formerOwnerNext}</p>
    </Notice>
  );
}

function Refused({ outcome }: { readonly outcome: 'denied' | 'expired' | 'withdrawn' }) {
  const { texts } = useTexts();
  return (
    <Notice tone={outcome === 'denied' ? 'warn' : 'neutral'} live="assertive">
      <strong>{texts.outcome[outcome]}</strong>
      <p>{texts.outcome[`${outcome}Next`]}</p>
    </Notice>
  );
}

/** The stream knows first that a look is over; only the case says whose act it was. */
function endReason(grant: Case['grant'], over: Over | undefined): string | undefined {
  if (!grant || over?.grantId !== grant.id) return undefined;
  return ['revoked', 'expired', 'completed'].includes(over.reason) ? endWord(grant, over.reason) : over.reason;
}

function Ended({ reason }: { readonly reason: string }) {
  const { texts } = useTexts();
  const { blank, next, other, ...reasons } = texts.ended;
  const words = Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : other;
  return (
    <Notice tone={reason.startsWith('revoked') ? 'warn' : 'neutral'} live="assertive">
      <strong>{words}</strong>
      <p>
        {blank} {next}
      </p>
    </Notice>
  );
}
