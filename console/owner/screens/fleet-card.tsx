import { createContext } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OwnerRequest } from '../../../proto/api/owner.ts';
import { onComingBack } from '../coming-back.ts';
import type { FleetSeen, FleetSession } from '../fleet-session.ts';
import { Icon } from '../icons.tsx';
import { Countdown, Note, TwoWords } from '../parts.tsx';
import type { Deadline } from '../countdown.ts';
import { labelCode } from '../typed-codes.ts';
import { Text, useLanguage } from '../words.tsx';

export const FleetContext = createContext<FleetSession | null>(null);

interface FleetCardProps {
  /** false: it can only be stopped here */
  readonly offered: boolean;
  /** Of the request of this page: the device says the same while the proof is waited for. */
  readonly words: OwnerRequest['words'] | undefined;
}

/** The day of a deadline, as people write it: the page may be opened weeks before. */
function DayOf({ at }: { readonly at: Deadline }) {
  const format = new Intl.DateTimeFormat(useLanguage(), { day: 'numeric', month: 'long', year: 'numeric' });
  const day = new Date(at.wall);
  return <time dateTime={day.toISOString()}>{format.format(day)}</time>;
}

function What({ seen }: { readonly seen: FleetSeen }) {
  const { model, firmware, region } = seen.choice?.counted ?? {};
  return (
    <ul class="counted">
      <li>
        <Text of="fleetWhat" />
      </li>
      <li>
        <Text of="fleetBy" fill={{ model }} />{' '}
        {firmware === null || firmware === undefined ? (
          <Text of="fleetFirmwareUnknown" />
        ) : (
          <Text of="fleetFirmware" fill={{ firmware }} />
        )}{' '}
        {region === null || region === undefined ? (
          <Text of="fleetRegionUnknown" />
        ) : (
          <Text of="fleetRegion" fill={{ region }} />
        )}
      </li>
      <li>
        <Text of="fleetNot" />
      </li>
      <li>
        <Text of="fleetDays" fill={{ days: seen.choice?.days }} />
      </li>
    </ul>
  );
}

interface FleetProofProps extends Pick<FleetCardProps, 'words'> {
  readonly seen: FleetSeen;
  readonly session: FleetSession;
}

function FleetProof({ seen, session, words }: FleetProofProps) {
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const { proofs = [], labelTriesLeft = 0 } = seen.choice ?? {};
  function confirm(event: Event): void {
    event.preventDefault();
    const code = labelCode(typed);
    setEmpty(code === null);
    if (code !== null && labelTriesLeft > 0) session.label(code);
  }
  return (
    <form class="fleet-proof" onSubmit={confirm} noValidate>
      {proofs.includes('button') && (
        <>
          <p>
            <strong>
              <Text of="buttonTitle" />
            </strong>
          </p>
          {words && (
            <div class="words">
              <p>
                <Text of="fleetWords" />
              </p>
              <TwoWords of={words} />
            </div>
          )}
        </>
      )}
      {seen.proofEnds && (
        <p class="time-left">
          <span>
            <Text of="timeLeft" />
          </span>
          <Countdown to={seen.proofEnds} />
        </p>
      )}
      {proofs.includes('label') && (
        <>
          <label for="fleet-label">
            <Text of={proofs.includes('button') ? 'fleetOrLabel' : 'labelTitle'} />
          </label>
          <input
            id="fleet-label"
            class="code"
            type="text"
            value={typed}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellcheck={false}
            disabled={labelTriesLeft === 0}
            aria-invalid={empty || seen.notice !== null}
            aria-describedby="fleet-tries fleet-notice"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p id="fleet-tries" class="tries">
            {labelTriesLeft === 0 ? (
              <Text of="labelNoTries" />
            ) : (
              <Text of="labelTries" fill={{ tries: labelTriesLeft }} />
            )}
          </p>
          {empty && (
            <p class="wrong" role="alert">
              <Text of="labelEmpty" />
            </p>
          )}
          <button type="submit" class="main" aria-disabled={labelTriesLeft === 0 || seen.sending}>
            <Text of={seen.sending ? 'sending' : 'labelConfirm'} />
          </button>
        </>
      )}
    </form>
  );
}

/** What is heard of it, without asking. */
function useFleetSeen(): FleetSeen | null {
  const session = useContext(FleetContext);
  const [seen, setSeen] = useState<FleetSeen | null>(session?.view() ?? null);
  useEffect(() => session?.subscribe(() => setSeen(session.view())), [session]);
  return seen;
}

/** What the card shows; null: there is no card. */
function shownOf(seen: FleetSeen | null, offered: boolean): 'off' | 'allowed' | 'on' | null {
  const state = seen?.choice?.state ?? 'unavailable';
  if (state === 'unavailable' || (state !== 'on' && !offered)) return null;
  return state;
}

/** What the card below shows, for a screen whose own words have to agree with it. */
export function useFleetShown(offered: boolean): 'off' | 'allowed' | 'on' | null {
  return shownOf(useFleetSeen(), offered);
}

/** What had the keyboard goes with what it was for: the heading has it then. @returns for the card, and for its heading */
function useKeptFocus() {
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hadFocus = card.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (!hadFocus || (document.activeElement ?? document.body) !== document.body) return;
    (heading.current ?? document.querySelector('h1'))?.focus();
  });
  return { card, heading };
}

/** Whether this device is counted: a choice of its own, ticked by nobody but the owner. */
export function FleetCard({ offered, words }: FleetCardProps) {
  const session = useContext(FleetContext);
  const seen = useFleetSeen();
  useEffect(() => {
    if (!session) return undefined;
    session.refresh();
    return onComingBack(session.refresh);
  }, [session]);
  const { card, heading } = useKeptFocus();
  const state = shownOf(seen, offered);
  if (!session || !seen || state === null) return null;
  return (
    <section ref={card} class="card fleet" aria-labelledby="fleet-title">
      <h2 id="fleet-title" ref={heading} tabIndex={-1}>
        <Icon name="status" />
        <Text of={state === 'on' ? 'fleetOnTitle' : 'fleetTitle'} />
      </h2>
      {state !== 'on' && (
        <p>
          <Text of="fleetLead" />
        </p>
      )}
      <What seen={seen} />
      {state === 'on' && seen.expires && (
        <p>
          <Text of="fleetUntil" fill={{ day: <DayOf at={seen.expires} /> }} />
        </p>
      )}
      {state !== 'on' && (
        <label class="tick">
          <input
            type="checkbox"
            // As it was tapped, until the server has said.
            checked={seen.stop === 'none' && (state === 'allowed' || seen.sending)}
            aria-disabled={seen.sending}
            onChange={(event) => (event.currentTarget.checked ? session.allow() : session.stop())}
          />
          <span>
            <Text of="fleetTick" />
          </span>
        </label>
      )}
      {state === 'allowed' && <FleetProof seen={seen} session={session} words={words} />}
      <div role="alert" class="notice" id="fleet-notice">
        {seen.notice !== null && (
          <p>
            {seen.notice.kind === 'refused' ? (
              <bdi>{seen.notice.title || <Text of="refusedByServer" />}</bdi>
            ) : (
              <Text of={seen.notice.kind === 'late' ? 'fleetLate' : 'unsent'} />
            )}
          </p>
        )}
      </div>
      {state === 'on' && (
        <>
          {seen.stop === 'unconfirmed' && (
            <Note tone="danger" icon="clock">
              <p>
                <Text of="stopUnconfirmed" />
              </p>
            </Note>
          )}
          <button type="button" class="choice" onClick={session.stop}>
            <span>
              <Text of={seen.stop === 'none' ? 'fleetStop' : 'stopping'} />
            </span>
          </button>
          <p class="quiet">
            <Text of="fleetStopHint" />
          </p>
        </>
      )}
    </section>
  );
}
