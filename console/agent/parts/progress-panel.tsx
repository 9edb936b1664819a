import { Check, Circle, CircleDot, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case, ConsentRequest, OwnerLink } from '../../../proto/api/cases.ts';
import { useCaseAction, useNewLink, useOwnerLink, useSendAway } from '../api/case-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { proofsFor, proofWord } from '../words/case-phase.ts';
import { formatMinute, formatMoment } from '../words/format.ts';
import { LineToSay } from './ask-panel.tsx';
import { CopyLine } from './copy-button.tsx';
import { Panel } from './field.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { QrCode } from './qr-code.tsx';
import { useNow } from './use-now.ts';

/** While the owner decides: the two words, the ways to reach the page, and how far it has come. */
export function ProgressPanel({ of, request }: { readonly of: Case; readonly request: ConsentRequest }) {
  const { language, texts } = useTexts();
  const withdraw = useCaseAction(of.id, 'requests/withdraw');
  const link = useOwnerLink(request.id);
  const newLink = useNewLink(of.id, request.id);
  const words = request.words[language];
  const proof = proofWord(proofsFor(of.device, request.scope));
  const { allowedButton: button, allowedLabel: label, allowedEither: either } = texts.progress;
  const isAllowed = request.state === 'allowed' || request.state === 'granted';
  return (
    <Panel title={texts.progress.title} className="progress">
      <Steps of={of} request={request} />
      {isAllowed && (
        <Notice tone="ok" live="assertive">
          <strong>{{ button, label, either }[proof]}</strong>
        </Notice>
      )}
      <div className="two-words">
        <h3>{texts.progress.words}</h3>
        <p className="two-words-text">
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
        <p className="hint">{texts.progress.wordsHint}</p>
      </div>
      {!isAllowed && (
        <>
          {of.canSend && <SendLink of={of} key={request.id} />}
          {link.data ? <Ways link={link.data} /> : <p className="muted">{texts.progress.hidden}</p>}
          <ProblemNotice error={newLink.error} />
          <button type="button" className="button" disabled={newLink.isPending} onClick={() => newLink.mutate()}>
            {texts.progress.newLink}
          </button>
          <LineToSay of={of} scope={request.scope} words={words} />
        </>
      )}
      <ProblemNotice error={withdraw.error} />
      <div className="panel-foot">
        <span className="hint">{texts.progress.until(formatMinute(request.expiresAt, language, Date.now()))}</span>
        <button type="button" className="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {texts.progress.withdraw}
        </button>
      </div>
    </Panel>
  );
}

/** The link by the brand's ticket system: one of its own, which nobody here sees. */
function SendLink({ of }: { readonly of: Case }) {
  const { language, texts } = useTexts();
  const send = useSendAway(of.id, 'request/send');
  return (
    <div className="send-link">
      <div className="button-row">
        <button type="button" className="button button-primary" disabled={send.isPending} onClick={() => send.mutate()}>
          <Send size={16} aria-hidden="true" />
          {texts.progress.send}
        </button>
        <span role="status">
          {send.data &&
            (send.data.how === 'sent'
              ? texts.progress.sentAway(formatMoment(send.submittedAt, language, Date.now()))
              : texts.progress.notSent)}
        </span>
      </div>
      <p className="hint">{texts.progress.sendHint}</p>
      <ProblemNotice error={send.error} />
    </div>
  );
}

/** Link, QR code and digits: each opens the owner's page, none grants anything. */
function Ways({ link }: { readonly link: OwnerLink }) {
  const { language, texts } = useTexts();
  useNow(1_000);
  const address = `${new URL(link.url).host}/a`;
  const isOver = Date.now() > link.digitsExpireAt;
  return (
    <div className="ways">
      <div className="way">
        <h3>{texts.progress.digits}</h3>
        <p className="hint">{texts.progress.digitsSay(address)}</p>
        <p className="digits" data-over={isOver}>
          <span>{link.digits.slice(0, 3)}</span> <span>{link.digits.slice(3)}</span>
        </p>
        <p className={isOver ? 'hint warn-text' : 'hint'}>
          {isOver
            ? texts.progress.digitsOver
            : texts.progress.digitsUntil(formatMinute(link.digitsExpireAt, language, Date.now()))}
        </p>
      </div>
      <div className="way">
        <h3>{texts.progress.link}</h3>
        <p className="hint">{texts.progress.linkHint}</p>
        <CopyLine text={link.url} label={texts.progress.link} />
      </div>
      <QrCode text={link.url} label={texts.progress.qr} />
    </div>
  );
}

function Steps({ of, request }: { readonly of: Case; readonly request: ConsentRequest }) {
  const { language, texts } = useTexts();
  const { button, labelCode: label, either } = texts.device;
  const proofLabel = { button, label, either }[proofWord(proofsFor(of.device, request.scope))];
  const moment = (at: number | null) => (at === null ? null : formatMoment(at, language, Date.now()));
  const steps: readonly (readonly [label: string, at: string | null, done: boolean])[] = [
    [texts.progress.sent, moment(request.sentAt), true],
    [texts.progress.opened, moment(request.openedAt), request.openedAt !== null || request.answeredAt !== null],
    [texts.progress.answered, moment(request.answeredAt), request.answeredAt !== null],
    [proofLabel, null, request.state === 'granted'],
  ];
  const current = steps.findIndex(([, , done]) => !done);
  return (
    <ol className="steps" aria-label={texts.progress.steps} aria-live="polite">
      {steps.map(([label, at, done], index) => (
        <Step key={label} state={done ? 'done' : index === current ? 'current' : 'later'}>
          <span className="step-label">{label}</span>
          <span className="hint">{at ?? (index === current ? texts.progress.waiting : '')}</span>
        </Step>
      ))}
    </ol>
  );
}

const stepIcons = { done: Check, current: CircleDot, later: Circle };

function Step({ state, children }: { readonly state: keyof typeof stepIcons; readonly children: ReactNode }) {
  const Icon = stepIcons[state];
  return (
    <li className={`step step-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
      <Icon size={16} aria-hidden="true" />
      {children}
    </li>
  );
}
