import type { Hypothesis, Localisation } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { faultName, percentOf, type RuleWords, symptomName } from '../words/knowledge-words.ts';
import { Notice } from './notice.tsx';

const mostReasons = 3;

export interface DiagnosisHeadlineProps {
  readonly localisation: Localisation;
  readonly words: RuleWords;
  readonly byWords: boolean;
}

/** What is named, the strongest reasons, and what to say to the owner. A change of the name is said aloud, of its chance not. */
export function DiagnosisHeadline({ localisation, words, byWords }: DiagnosisHeadlineProps) {
  const { language, texts } = useTexts();
  const { headline, hypotheses, abstained, none } = localisation;
  // That something is wrong is said only where something speaks for a cause.
  const isSeen = hypotheses.some(({ evidence }) => evidence.some(({ stand }) => stand === 'for'));
  const isUnclear = abstained && none < 0.5 && isSeen;
  const nothing = isUnclear ? texts.diagnosis.unclear : texts.diagnosis.nothingYet;
  const names = headline.map((id) => faultName(id, words, language)).join(texts.diagnosis.and);
  const named = hypotheses.find(({ faults }) => faults.join() === headline.join());
  return (
    <section className="headline" aria-label={texts.diagnosis.title} data-headline={headline.join(' ')}>
      <p className="headline-name">
        <strong role="status">{names || nothing}</strong>
        {named && headline.length > 0 && (
          <span className="badge badge-accent">{texts.diagnosis.chance(percentOf(named.probability, language))}</span>
        )}
      </p>
      {byWords && <p className="hint">{texts.diagnosis.byWords}</p>}
      {headline.length > 0 && <Named faults={headline} because={named} words={words} />}
      <Stopped stop={localisation.stop} />
    </section>
  );
}

interface NamedProps {
  readonly faults: readonly string[];
  readonly because: Hypothesis | undefined;
  readonly words: RuleWords;
}

function Named({ faults, because, words }: NamedProps) {
  const { language, texts } = useTexts();
  const known = faults.flatMap((id) => words.faults.get(id) ?? []);
  const reasons = (because?.evidence ?? []).filter(({ stand }) => stand === 'for').slice(0, mostReasons);
  const [first] = known;
  const exits: Readonly<Record<string, string>> = texts.diagnosis.exit;
  return (
    <>
      {reasons.length > 0 && (
        <>
          <h3>{texts.diagnosis.because}</h3>
          <ul className="reasons">
            {reasons.map(({ symptom }) => (
              <li key={symptom}>{symptomName(symptom, words, { language, outcomeOf: texts.diagnosis.outcomeOf })}</li>
            ))}
          </ul>
        </>
      )}
      <figure className="say">
        <figcaption>{texts.diagnosis.tellOwner}</figcaption>
        <blockquote>
          {known.map((fault) => (
            <p key={fault.id}>{texts.diagnosis.quote(fault.owner[language])}</p>
          ))}
        </blockquote>
      </figure>
      {first && (
        <p className="hint">
          {exits[first.exit] ?? first.exit}
          {first.basis === 'memory' && ` · ${texts.diagnosis.basis}`}
        </p>
      )}
    </>
  );
}

function Stopped({ stop }: { readonly stop: string }) {
  const { texts } = useTexts();
  if (stop === 'sure') return <Notice tone="ok">{texts.diagnosis.sure}</Notice>;
  if (stop === 'cured') return <Notice tone="ok">{texts.diagnosis.cured}</Notice>;
  if (stop === 'escalate') return <Notice tone="warn">{texts.diagnosis.escalateNow}</Notice>;
  return null;
}
