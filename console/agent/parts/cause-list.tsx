import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Hypothesis, Localisation } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { faultName, percentOf, type RuleWords } from '../words/knowledge-words.ts';
import type { ModelWords } from '../words/metric-words.ts';
import { Why } from './cause-evidence.tsx';

/** So many stand there, if there is anything to be said for them; the others are to be opened. */
const mostShown = 3;
const leastShown = 0.02;

export interface CauseListProps {
  readonly localisation: Localisation;
  readonly words: RuleWords;
  readonly metrics: ModelWords;
}

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly probability: number;
  readonly of: Hypothesis | undefined;
}

/** Every explanation with its probability, the most probable first; each opens to what speaks for it, against it, or is missing. */
export function CauseList({ localisation, words, metrics }: CauseListProps) {
  const { language, texts } = useTexts();
  const { hypotheses, none, unmodelled } = localisation;
  const named = hypotheses.map((of): Entry => {
    const name = of.faults.map((id) => faultName(id, words, language)).join(texts.diagnosis.and);
    return { key: of.faults.join(' '), name, probability: of.probability, of };
  });
  const entries: readonly Entry[] = [
    ...named,
    { key: 'none', name: texts.diagnosis.none, probability: none, of: undefined },
    { key: 'unmodelled', name: texts.diagnosis.unmodelled, probability: unmodelled, of: undefined },
  ].sort((one, other) => other.probability - one.probability);
  const count = entries.findIndex(
    ({ probability }, rank) => rank === mostShown || (rank > 0 && probability < leastShown),
  );
  const list = (some: readonly Entry[]): ReactNode => (
    <ol className="causes">
      {some.map((entry) => (
        <li key={entry.key} data-cause={entry.key}>
          <Cause entry={entry}>
            {entry.of && <Why of={entry.of} localisation={localisation} words={words} metrics={metrics} />}
          </Cause>
        </li>
      ))}
    </ol>
  );
  return (
    <section className="diagnosis-causes" aria-labelledby="causes">
      <h3 id="causes">{texts.diagnosis.causes}</h3>
      {list(entries.slice(0, count))}
      <details>
        <summary>{texts.diagnosis.lessLikely}</summary>
        {list(entries.slice(count))}
      </details>
    </section>
  );
}

function Cause({ entry, children }: { readonly entry: Entry; readonly children: ReactNode }) {
  const { language } = useTexts();
  const row = (
    <>
      <span className="cause-name">{entry.name}</span>
      <span className="cause-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(entry.probability * 100)}%` }} />
      </span>
      <span className="cause-chance">{percentOf(entry.probability, language)}</span>
    </>
  );
  if (!children) {
    return (
      <p className="cause">
        <span />
        {row}
      </p>
    );
  }
  return (
    <details className="why">
      <summary className="cause">
        <ChevronRight size={16} aria-hidden="true" />
        {row}
      </summary>
      {children}
    </details>
  );
}
