import { useEffect, useState } from 'preact/hooks';
import type { Proof } from '../../../proto/api/devices.ts';
import { Choice, Connections, Countdown, DeviceLine, Note, NoticeLine, type ScreenProps, Title } from '../parts.tsx';
import { labelCode } from '../typed-codes.ts';
import { Text } from '../words.tsx';
import { HeldButton } from './held-button.tsx';

function TimeLeft({ view }: Pick<ScreenProps, 'view'>) {
  const ends = view.heard?.proofEnds;
  if (!ends) return null;
  return (
    <p class="time-left">
      <span>
        <Text of="timeLeft" />
      </span>
      <Countdown to={ends} />
    </p>
  );
}

interface ProofProps extends ScreenProps {
  readonly choose: (proof: Proof) => void;
}

/** Where a device can be proven in two ways, the other one. */
function OtherWay({ request, to, choose }: Pick<ProofProps, 'request' | 'choose'> & { readonly to: Proof }) {
  if (!request.proofs.includes(to)) return null;
  return (
    <button type="button" class="other-way" onClick={() => choose(to)}>
      <Text of={to === 'label' ? 'otherWayLabel' : 'otherWayButton'} />
    </button>
  );
}

export function ButtonProof({ view, request, session, choose }: ProofProps) {
  // What was said of a code that was typed before has no place beside the button.
  const isOfLabel = view.notice?.kind === 'refused' && view.notice.of === 'label';
  return (
    <>
      <header class="lead">
        <Title of="buttonTitle" />
        <p>
          <Text of="buttonLead" />
        </p>
      </header>
      <Connections view={view} request={request} />
      <section class="card proof">
        <HeldButton />
        <DeviceLine of={request.device} />
        <TimeLeft view={view} />
        <p class="quiet">
          <Text of="waitingForDevice" />
        </p>
        <OtherWay request={request} to="label" choose={choose} />
      </section>
      <div class="reach">
        <NoticeLine view={isOfLabel ? { ...view, notice: null } : view} />
        <div class="choices">
          <Choice name="refuse" view={view} onChoose={session.refuse} />
        </div>
      </div>
    </>
  );
}

export function LabelProof({ view, request, session, choose }: ProofProps) {
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const tries = request.labelTriesLeft;
  const over = tries === 0;
  const wrong = empty || view.notice !== null;
  useEffect(() => {
    // After a refused code the next keystroke should replace it.
    if (view.notice?.kind === 'refused') document.querySelector<HTMLInputElement>('#label-code')?.select();
  }, [view.notice]);

  function confirm(event: Event): void {
    event.preventDefault();
    const code = labelCode(typed);
    setEmpty(code === null);
    if (code !== null && !over) session.label(code);
  }
  return (
    <>
      <header class="lead">
        <Title of="labelTitle" />
        <p>
          <Text of="labelLead" />
        </p>
      </header>
      <Connections view={view} request={request} />
      <form class="card proof" onSubmit={confirm} noValidate>
        <DeviceLine of={request.device} />
        <label for="label-code">
          <Text of="labelField" />
        </label>
        <input
          id="label-code"
          class="code"
          type="text"
          value={typed}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellcheck={false}
          disabled={over}
          aria-invalid={wrong}
          aria-describedby="label-hint label-tries label-wrong"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p id="label-hint" class="quiet">
          <Text of="labelHint" />
        </p>
        <div id="label-wrong">
          {empty && (
            <p class="wrong">
              <Text of="labelEmpty" />
            </p>
          )}
          <NoticeLine view={view} />
        </div>
        <p id="label-tries" class="tries" aria-live="polite">
          {over ? <Text of="labelNoTries" /> : tries !== null && <Text of="labelTries" fill={{ tries }} />}
        </p>
        <button type="submit" class="main" aria-disabled={over || view.sending !== null}>
          <Text of={view.sending === 'label' ? 'sending' : 'labelConfirm'} />
        </button>
        <TimeLeft view={view} />
        <OtherWay request={request} to="button" choose={choose} />
      </form>
      <Note tone="info" icon="info">
        <p>
          <Text of="labelBasic" />
        </p>
        {!request.canStopItself && (
          <p>
            <Text of="cannotStopItself" />
          </p>
        )}
      </Note>
      <div class="reach">
        <div class="choices">
          <Choice name="refuse" view={view} onChoose={session.refuse} />
        </div>
      </div>
    </>
  );
}
