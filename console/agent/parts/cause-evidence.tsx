import { CircleHelp, Minus, Plus } from 'lucide-react';
import type { EvidenceItem, Hypothesis, Localisation, SymptomStatus } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { articleBlocks } from '../words/article.ts';
import { formatMinute } from '../words/format.ts';
import { type RuleWords, strengthOf, symptomName } from '../words/knowledge-words.ts';
import { metricLabel, type ModelWords, valueLine } from '../words/metric-words.ts';

const icons = { for: Plus, against: Minus, missing: CircleHelp };
const stands = ['for', 'against', 'missing'] as const;
/** Of the values just before; what is missing is a hint, not a list to work through. */
const mostValues = 6;
const mostMissing = 5;

export interface WhyProps {
  readonly of: Hypothesis;
  readonly localisation: Localisation;
  readonly words: RuleWords;
  readonly metrics: ModelWords;
}

/** What speaks for an explanation, against it, or is missing; when to hand over; and its article. */
export function Why({ of, localisation, words, metrics }: WhyProps) {
  const { language, texts } = useTexts();
  const facts = of.faults.flatMap((id) => words.faults.get(id) ?? []);
  return (
    <div className="why-body">
      {stands.map((stand) => {
        const items = of.evidence.filter((each) => each.stand === stand);
        const shown = stand === 'missing' ? items.slice(0, mostMissing) : items;
        if (shown.length === 0) return null;
        return (
          <div key={stand}>
            <h4>{texts.diagnosis.evidence[stand]}</h4>
            <ul className="evidence">
              {shown.map((item) => (
                <Evidence
                  key={item.symptom}
                  item={item}
                  state={localisation.symptoms.get(item.symptom)}
                  words={words}
                  metrics={metrics}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {facts.map((fault) => (
        <div key={fault.id}>
          {fault.escalate && (
            <>
              <h4>{texts.diagnosis.escalate}</h4>
              <p>{fault.escalate[language]}</p>
            </>
          )}
          {fault.article && (
            <details>
              <summary>{texts.diagnosis.article}</summary>
              <Article text={fault.article[language]} />
            </details>
          )}
        </div>
      ))}
    </div>
  );
}

interface EvidenceProps {
  readonly item: EvidenceItem;
  readonly state: SymptomStatus | undefined;
  readonly words: RuleWords;
  readonly metrics: ModelWords;
}

function Evidence({ item, state, words, metrics }: EvidenceProps) {
  const { language, texts } = useTexts();
  const Icon = icons[item.stand];
  const reasons: Readonly<Record<string, string>> = texts.diagnosis.unknownBecause;
  const reason = item.stand === 'missing' && state ? reasons[state.unknownBecause] : undefined;
  const said = item.stand === 'missing' ? reason : texts.diagnosis.strength[strengthOf(item.bits)];
  const isSeen = item.stand === 'for' && state !== undefined;
  const name = symptomName(item.symptom, words, { language, outcomeOf: texts.diagnosis.outcomeOf });
  // What speaks against a cause is that something is absent, which its name alone would assert; an outcome is what came of it.
  const isAbsent = item.stand === 'against' && !item.symptom.startsWith('action:');
  return (
    <li data-symptom={item.symptom}>
      <Icon size={14} aria-hidden="true" />
      <div>
        {isAbsent ? texts.diagnosis.notSeen(name) : name}
        {state && state.instances.length > 0 && ` (${state.instances.join(', ')})`}{' '}
        <span className="muted">
          {said}
          {isSeen && state.since > 0 && (
            <> · {texts.diagnosis.seenSince(formatMinute(state.since, language, Date.now()))}</>
          )}
        </span>
        {isSeen && state.before.length > 0 && (
          <details>
            <summary>{texts.diagnosis.before}</summary>
            <ul className="before">
              {state.before.map(({ name, values }) => (
                <li key={name}>
                  <span className="muted">{metricLabel(name, metrics, language)}:</span>{' '}
                  {values
                    .slice(-mostValues)
                    .map((value) => valueLine({ name, value }, metrics, { language, texts }))
                    .join(' → ')}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

function Article({ text }: { readonly text: string }) {
  return (
    <div className="article">
      {articleBlocks(text).map((block, index) => {
        if (block.kind !== 'list') {
          return block.kind === 'heading' ? <h5 key={index}>{block.text}</h5> : <p key={index}>{block.text}</p>;
        }
        const items = block.items.map((item, at) => <li key={at}>{item}</li>);
        return block.ordered ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
      })}
    </div>
  );
}
