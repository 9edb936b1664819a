import { useMemo } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import { useKnowledge } from '../api/diagnosis-queries.ts';
import type { Localisation } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { faultName, percentOf, type RuleWords, ruleWordsOf } from '../words/knowledge-words.ts';
import { CauseList } from './cause-list.tsx';
import { Panel } from './field.tsx';
import { NextSteps } from './next-steps.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { ToldList } from './told-list.tsx';

export interface DiagnosisPanelProps {
  readonly of: Case;
  readonly localisation: Localisation;
  /** From words alone: nothing of the device may be seen. */
  readonly byWords?: boolean;
  readonly onAskMore?: (() => void) | undefined;
}

/** What is most likely broken, why, and what to try next. */
export function DiagnosisPanel({ of, localisation, byWords = false, onAskMore }: DiagnosisPanelProps) {
  const { texts } = useTexts();
  const knowledge = useKnowledge(of.device.model);
  const words = useMemo(() => (knowledge.data ? ruleWordsOf(knowledge.data) : undefined), [knowledge.data]);
  return (
    <Panel title={texts.diagnosis.title} className="diagnosis">
      <ProblemNotice error={knowledge.error} />
      {!words && knowledge.isPending && <p className="muted">{texts.diagnosis.loading}</p>}
      {byWords && <p className="muted">{texts.diagnosis.byWords}</p>}
      {words && (
        <>
          <Headline localisation={localisation} words={words} />
          <Stopped localisation={localisation} />
          <NextSteps of={of} localisation={localisation} words={words} onAskMore={onAskMore} />
          <CauseList localisation={localisation} words={words} />
          <ToldList of={of} localisation={localisation} words={words} />
          <Withheld localisation={localisation} byWords={byWords} />
        </>
      )}
    </Panel>
  );
}

/** Said aloud when it changes: it is what the page is opened for. */
function Headline({ localisation, words }: { readonly localisation: Localisation; readonly words: RuleWords }) {
  const { language, texts } = useTexts();
  const { headline, hypotheses, abstained, none } = localisation;
  if (headline.length === 0) {
    const isUnclear = abstained && none < 0.5;
    return (
      <p className="headline" role="status">
        {isUnclear ? texts.diagnosis.unclear : texts.diagnosis.nothingYet}
      </p>
    );
  }
  const named = hypotheses.find(({ faults }) => faults.join() === headline.join());
  const first = words.faults.get(headline[0] ?? '');
  return (
    <div className="headline" role="status" data-headline={headline.join(' ')}>
      <p className="headline-name">
        <strong>{headline.map((id) => faultName(id, words, language)).join(texts.diagnosis.and)}</strong>
        {named && (
          <span className="badge badge-neutral">{texts.diagnosis.chance(percentOf(named.probability, language))}</span>
        )}
      </p>
      {headline.map((id) => {
        const fault = words.faults.get(id);
        return (
          fault && (
            <p key={id}>
              <span className="muted">{texts.diagnosis.tellOwner}:</span> {fault.owner[language]}
            </p>
          )
        );
      })}
      {first && <p className="muted">{exitWord(first.exit, texts.diagnosis.exit)}</p>}
      {first?.basis === 'memory' && <p className="muted">{texts.diagnosis.basis}</p>}
    </div>
  );
}

function exitWord(exit: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, exit) ? (words[exit] ?? exit) : exit;
}

function Stopped({ localisation: { stop } }: { readonly localisation: Localisation }) {
  const { texts } = useTexts();
  if (stop === 'sure') return <Notice tone="ok">{texts.diagnosis.sure}</Notice>;
  if (stop === 'cured') return <Notice tone="ok">{texts.diagnosis.cured}</Notice>;
  if (stop === 'escalate') return <Notice tone="warn">{texts.diagnosis.escalateNow}</Notice>;
  return null;
}

function Withheld({ localisation, byWords }: { readonly localisation: Localisation; readonly byWords: boolean }) {
  const { language, texts } = useTexts();
  if (byWords || localisation.withheld.length === 0) return null;
  const names = localisation.withheld.map((each) => texts.dataClass[each]);
  return <p className="muted">{texts.diagnosis.withheld(new Intl.ListFormat(language).format(names))}</p>;
}
