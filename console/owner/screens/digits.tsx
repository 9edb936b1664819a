import { useState } from 'preact/hooks';
import type { Answer } from '../owner-api.ts';
import { Title, usePageTitle } from '../parts.tsx';
import { plain, type TextName } from '../texts.ts';
import { isOwnerPath, spokenDigits } from '../typed-codes.ts';
import { Text, useLanguage } from '../words.tsx';

interface DigitsProps {
  readonly open: (digits: string) => Promise<Answer>;
  readonly goTo: (path: string) => void;
}

function pathIn(answer: Answer): string | null {
  if (answer.kind !== 'ok' || typeof answer.body !== 'object' || answer.body === null) return null;
  const { path } = answer.body as { path?: unknown };
  return isOwnerPath(path) ? path : null;
}

function refusalOf(answer: Answer): TextName {
  if (answer.kind === 'refused') return answer.status === 429 ? 'digitsTooMany' : 'digitsWrong';
  return 'unsent';
}

export function DigitsPage({ open, goTo }: DigitsProps) {
  usePageTitle(plain('digitsTitle', useLanguage()));
  const [typed, setTyped] = useState('');
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<TextName | null>(null);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (opening) return;
    const digits = spokenDigits(typed);
    if (digits === null) {
      setProblem('digitsShape');
      return;
    }
    setOpening(true);
    setProblem(null);
    const answer = await open(digits);
    const path = pathIn(answer);
    if (path !== null) {
      goTo(path);
      return;
    }
    setOpening(false);
    setProblem(refusalOf(answer));
  }

  return (
    <>
      <header class="lead">
        <Title of="digitsTitle" />
        <p>
          <Text of="digitsLead" />
        </p>
      </header>
      <form class="card proof" onSubmit={(event) => void send(event)} noValidate>
        <label for="digits">
          <Text of="digitsField" />
        </label>
        <input
          id="digits"
          class="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          value={typed}
          aria-invalid={problem !== null}
          aria-describedby="digits-problem"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <div id="digits-problem" role="alert">
          {problem !== null && (
            <p class="wrong">
              <Text of={problem} />
            </p>
          )}
        </div>
        <button type="submit" class="main" aria-disabled={opening}>
          <Text of={opening ? 'digitsOpening' : 'digitsOpen'} />
        </button>
      </form>
    </>
  );
}
