import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DataClassName } from '../../proto/api/common.ts';
import type { OwnerRequest } from '../../proto/api/owner.ts';
import { clockFace, type Deadline, type Now, remainingMs } from './countdown.ts';
import { Icon, type IconName } from './icons.tsx';
import type { OwnerSession, OwnerView } from './owner-session.ts';
import { absenceOf } from './page-title.ts';
import { classTexts, modelWord, plain, type TextName } from './texts.ts';
import { Say, Text, useLanguage } from './words.tsx';

/** What every screen of a request is given. */
export interface ScreenProps {
  readonly view: OwnerView;
  readonly request: OwnerRequest;
  readonly session: OwnerSession;
}

export function readNow(): Now {
  return { mono: performance.now(), wall: Date.now() };
}

/** The time now, twice a second: seconds are then never skipped. */
export function useNow(): Now {
  const [now, setNow] = useState(readNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The window's title: `title`, already in the page's language, and the product's name. */
export function usePageTitle(title: string): void {
  const language = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${plain('product', language)}`;
  }, [title, language]);
}

/** A countdown; not announced each second, but read when a screen reader comes upon it. */
export function Countdown({ to }: { readonly to: Deadline }) {
  const now = useNow();
  return (
    <span class="countdown" role="timer" aria-live="off">
      {clockFace(remainingMs(to, now))}
    </span>
  );
}

/** The moment of a deadline by the phone's own clock, as people write it. */
export function TimeOfDay({ at }: { readonly at: Deadline }) {
  const format = new Intl.DateTimeFormat(useLanguage(), { hour: 'numeric', minute: '2-digit' });
  // Rounded up to the minute, because it is said as "at the latest".
  const moment = new Date(Math.ceil(at.wall / 60_000) * 60_000);
  return <time dateTime={moment.toISOString()}>{format.format(moment)}</time>;
}

/** The page's only h1; focus moves here when the screen changes. */
export function Title({ of, agent }: { readonly of: TextName; readonly agent?: string }) {
  return (
    <h1 tabIndex={-1}>
      <Text of={of} fill={{ agent }} />
    </h1>
  );
}

function isKnown(name: string): name is DataClassName {
  return Object.prototype.hasOwnProperty.call(classTexts, name);
}

interface WhatTheySeeProps {
  readonly request: Pick<OwnerRequest, 'classes' | 'known'>;
  readonly title: TextName;
}

/** Of what is asked, what there is in such a device: a plug is not said to show a map. */
export function WhatTheySee({ request, title }: WhatTheySeeProps) {
  const classes: readonly string[] = request.classes.filter((name) => request.known.includes(name));
  return (
    <section class="card" aria-labelledby="sees">
      <h2 id="sees">
        <Text of={title} />
      </h2>
      <ul class="things">
        {classes.map((name) => (
          <li key={name}>
            <Icon name={isKnown(name) ? name : 'info'} />
            {isKnown(name) ? (
              <span>
                <strong>
                  <Say words={classTexts[name].name} />
                </strong>
                <small>
                  <Say words={classTexts[name].example} />
                </small>
              </span>
            ) : (
              <bdi>{name}</bdi>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const never = ['noPictures', 'noSound', 'noChange'] as const;

export function WhatTheyCannot() {
  return (
    <section class="card" aria-labelledby="sees-not">
      <h2 id="sees-not">
        <Text of="seesNotTitle" />
      </h2>
      <ul class="things compact">
        {never.map((name) => (
          <li key={name}>
            <Icon name={name} />
            <span>
              <Text of={name} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Model, what the device calls itself, and the end of its serial number. */
export function DeviceLine({ of }: { readonly of: OwnerRequest['device'] }) {
  const language = useLanguage();
  return (
    <p class="device-line">
      <bdi>{modelWord(of, language)}</bdi>
      {of.name !== null && (
        <>
          {' '}
          · <bdi>{of.name}</bdi>
        </>
      )}{' '}
      · <Text of="serialEnd" fill={{ end: of.serialEnd }} />
    </p>
  );
}

/** The words of a request, in the page's language and in the other. */
export function TwoWords({ of }: { readonly of: OwnerRequest['words'] }) {
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <p class="two-words">
        {of[language].map((word) => (
          <b key={word}>{word}</b>
        ))}
      </p>
      <p class="in-other">
        <Text of="wordsOther" fill={{ words: <span lang={other}>{of[other].join(' · ')}</span> }} />
      </p>
    </>
  );
}

export function ReloadButton() {
  return (
    <button type="button" class="main" onClick={() => location.reload()}>
      <Text of="reload" />
    </button>
  );
}

interface NoteProps {
  readonly tone: 'warn' | 'info' | 'danger';
  readonly icon: IconName;
  readonly children: ComponentChildren;
}

export function Note({ tone, icon, children }: NoteProps) {
  return (
    <div class={`note ${tone}`}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

/** What holds on every screen where something is still open: the connections of phone and device. */
export function Connections({ view, request }: Pick<ScreenProps, 'view' | 'request'>) {
  if (view.outdated) {
    return (
      <Note tone="warn" icon="info">
        <p>
          <Text of="outdatedLead" />
        </p>
        <ReloadButton />
      </Note>
    );
  }
  if (view.lost) {
    return (
      <Note tone="warn" icon="unplugged">
        <p>
          <Text of="lost" />
        </p>
      </Note>
    );
  }
  const absence = absenceOf(request);
  if (absence === null) return null;
  return (
    <Note tone="warn" icon="unplugged">
      <p>
        <Text of={absence} />
      </p>
    </Note>
  );
}

/** What became of the last tap. An alert, because the owner waits for it. */
export function NoticeLine({ view }: { readonly view: OwnerView }) {
  const { notice } = view;
  return (
    <div role="alert" class="notice">
      {notice !== null && (
        <p>
          {notice.kind === 'unsent' ? <Text of="unsent" /> : <bdi>{notice.title || <Text of="refusedByServer" />}</bdi>}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: 'allow' | 'refuse';
  readonly view: OwnerView;
  readonly onChoose: () => void;
}

/** Allow and Refuse are this one component, so that neither can ever look like the better answer. */
export function Choice({ name, view, onChoose }: ChoiceProps) {
  return (
    <button type="button" class="choice" aria-disabled={view.sending !== null} onClick={onChoose}>
      <Icon name={name} />
      <span>
        <Text of={view.sending === name ? 'sending' : name} />
      </span>
    </button>
  );
}
