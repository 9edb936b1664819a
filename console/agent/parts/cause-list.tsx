import { CircleHelp, Minus, Plus } from 'lucide-react';
import type { EvidenceItem, Hypothesis, Localisation } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatDigits, formatMinute } from '../words/format.ts';
import { faultName, percentOf, type RuleWords, strengthOf } from '../words/knowledge-words.ts';

const icons = { for: Plus, against: Minus, missing: CircleHelp };
const stands = ['for', 'against', 'missing'] as const;

export interface CauseListProps {
  readonly localisation: Localisation;
  readonly words: RuleWords;
}

/** Every explanation with its probability, and what speaks for it, against it, or is missing. */
export function CauseList({ localisation, words }: CauseListProps) {
  const { language, texts } = useTexts();
  const { hypotheses, none, unmodelled } = localisation;
  const shown = hypotheses.filter(({ probability }, rank) => rank < 3 || probability >= 0.02);
  return (
    <section aria-labelledby="causes">
      <h3 id="causes">{texts.diagnosis.causes}</h3>
      <ol className="causes">
        {shown.map((hypothesis) => (
          <li key={hypothesis.faults.join()} data-cause={hypothesis.faults.join(' ')}>
            <Cause
              name={hypothesis.faults.map((id) => faultName(id, words, language)).join(texts.diagnosis.and)}
              probability={hypothesis.probability}
            />
            <Why of={hypothesis} localisation={localisation} words={words} />
          </li>
        ))}
        <li>
          <Cause name={texts.diagnosis.none} probability={none} />
        </li>
        <li>
          <Cause name={texts.diagnosis.unmodelled} probability={unmodelled} />
        </li>
      </ol>
    </section>
  );
}

function Cause({ name, probability }: { readonly name: string; readonly probability: number }) {
  const { language } = useTexts();
  return (
    <p className="cause">
      <span className="cause-name">{name}</span>
      <span className="cause-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(probability * 100)}%` }} />
      </span>
      <span className="cause-chance">{percentOf(probability, language)}</span>
    </p>
  );
}

interface WhyProps extends CauseListProps {
  readonly of: Hypothesis;
}

function Why({ of, localisation, words }: WhyProps) {
  const { language, texts } = useTexts();
  const facts = of.faults.flatMap((id) => words.faults.get(id) ?? []);
  return (
    <details className="why">
      <summary>{texts.diagnosis.why}</summary>
      {stands.map((stand) => {
        const items = of.evidence.filter((each) => each.stand === stand);
        if (items.length === 0) return null;
        return (
          <div key={stand}>
            <h4>{texts.diagnosis.evidence[stand]}</h4>
            <ul className="evidence">
              {items.map((item) => (
                <Evidence key={item.symptom} item={item} localisation={localisation} words={words} />
              ))}
            </ul>
          </div>
        );
      })}
      {facts.map((fault) => (
        <div key={fault.id}>
          {fault.escalate && (
            <p>
              <span className="muted">{texts.diagnosis.escalate}:</span> {fault.escalate[language]}
            </p>
          )}
          {fault.article && (
            <details>
              <summary>{texts.diagnosis.article}</summary>
              <Article text={fault.article[language]} />
            </details>
          )}
        </div>
      ))}
    </details>
  );
}

interface EvidenceProps extends CauseListProps {
  readonly item: EvidenceItem;
}

function Evidence({ item, localisation, words }: EvidenceProps) {
  const { language, texts } = useTexts();
  const Icon = icons[item.stand];
  const state = localisation.symptoms.get(item.symptom);
  const reasons: Readonly<Record<string, string>> = texts.diagnosis.unknownBecause;
  const reason = item.stand === 'missing' && state ? reasons[state.unknownBecause] : undefined;
  return (
    <li data-symptom={item.symptom}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {nameOf(item.symptom, words, language, texts.diagnosis.outcomeOf)}
        {state && state.instances.length > 0 && ` (${state.instances.join(', ')})`}{' '}
        <span className="muted">
          {item.stand === 'missing' ? reason : texts.diagnosis.strength[strengthOf(item.bits)]}
          {item.stand === 'for' && state && state.since > 0 && (
            <> · {texts.diagnosis.seenSince(formatMinute(state.since, language, Date.now()))}</>
          )}
        </span>
        {item.stand === 'for' && state && state.before.length > 0 && (
          <details>
            <summary>{texts.diagnosis.before}</summary>
            <ul className="before">
              {state.before.map(({ name, values }) => (
                <li key={name}>
                  <code>{name}</code>{' '}
                  {values
                    .slice(-8)
                    .map((value) => formatDigits(value, language))
                    .join(' → ')}
                </li>
              ))}
            </ul>
          </details>
        )}
      </span>
    </li>
  );
}

function nameOf(
  symptom: string,
  words: RuleWords,
  language: 'en' | 'zh-CN',
  outcomeOf: (action: string) => string,
): string {
  if (!symptom.startsWith('action:')) return words.symptoms.get(symptom)?.words[language] ?? symptom;
  const action = symptom.slice('action:'.length);
  return outcomeOf(words.actions.get(action)?.words[language] ?? action);
}

/** A pack's Markdown as far as its articles use it: headings, lists, paragraphs. Shown as text, never as markup. */
function Article({ text }: { readonly text: string }) {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return (
    <div className="article">
      {blocks.map((block, index) => {
        if (block.startsWith('#')) return <h5 key={index}>{plain(block.replace(/^#+\s*/, ''))}</h5>;
        const lines = block.split('\n');
        if (!lines.every((line) => /^([-*]|\d+\.)\s/.test(line.trim()))) return <p key={index}>{plain(block)}</p>;
        return (
          <ul key={index}>
            {lines.map((line, at) => (
              <li key={at}>{plain(line.trim().replace(/^([-*]|\d+\.)\s/, ''))}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function plain(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '');
}
