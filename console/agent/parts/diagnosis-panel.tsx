import { EyeOff } from 'lucide-react';
import { useMemo } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import { useKnowledge } from '../api/diagnosis-queries.ts';
import type { Localisation } from '../live/localisation-model.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { ruleWordsOf } from '../words/knowledge-words.ts';
import { type ModelWords, noWords } from '../words/metric-words.ts';
import { CauseList } from './cause-list.tsx';
import { DiagnosisHeadline } from './diagnosis-headline.tsx';
import { Panel } from './field.tsx';
import { NextSteps } from './next-steps.tsx';
import { ProblemNotice } from './notice.tsx';
import { SharedTroubles } from './shared-troubles.tsx';
import { ToldList } from './told-list.tsx';

export interface DiagnosisPanelProps {
  readonly of: Case;
  readonly localisation: Localisation;
  /** Of what the device measures; nothing of it may be seen: none. */
  readonly metrics?: ModelWords;
  /** From words alone: nothing of the device may be seen. */
  readonly byWords?: boolean;
  readonly onAskMore?: (() => void) | undefined;
}

/** What is most likely broken, why, and what to try next. */
export function DiagnosisPanel(props: DiagnosisPanelProps) {
  const { of, localisation, metrics = noWords, byWords = false, onAskMore } = props;
  const { texts } = useTexts();
  const knowledge = useKnowledge(of.device.model);
  const words = useMemo(() => (knowledge.data ? ruleWordsOf(knowledge.data) : undefined), [knowledge.data]);
  return (
    <Panel title={texts.diagnosis.title} className="diagnosis">
      <ProblemNotice error={knowledge.error} />
      {!words && knowledge.isPending && <p className="empty">{texts.diagnosis.loading}</p>}
      {words && (
        <div className="diagnosis-body">
          <SharedTroubles of={localisation} />
          <DiagnosisHeadline localisation={localisation} words={words} byWords={byWords} />
          <NextSteps of={of} localisation={localisation} words={words} onAskMore={onAskMore} />
          <CauseList localisation={localisation} words={words} metrics={metrics} />
          <ToldList of={of} localisation={localisation} words={words} />
          {!byWords && <Withheld localisation={localisation} />}
        </div>
      )}
    </Panel>
  );
}

function Withheld({ localisation: { withheld } }: { readonly localisation: Localisation }) {
  const { language, texts } = useTexts();
  if (withheld.length === 0) return null;
  const names = withheld.map((each) => texts.dataClass[each]);
  return (
    <p className="withheld hint">
      <EyeOff size={14} aria-hidden="true" />
      {texts.diagnosis.withheld(new Intl.ListFormat(language).format(names))}
    </p>
  );
}
