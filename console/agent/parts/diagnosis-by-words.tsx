import type { Case } from '../../../proto/api/cases.ts';
import { useLocalisationByWords } from '../api/diagnosis-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { DiagnosisPanel } from './diagnosis-panel.tsx';
import { ProblemNotice } from './notice.tsx';

/** Most calls begin so: nothing of the device may be seen yet, and the owner can already be asked. */
export function DiagnosisByWords({ of }: { readonly of: Case }) {
  const { texts } = useTexts();
  const found = useLocalisationByWords(of.id, true);
  if (found.data === null) return <p className="muted">{texts.diagnosis.noRules}</p>;
  // What was found before stays: somebody may be answering a question of it.
  return (
    <>
      <ProblemNotice error={found.error} />
      {found.data && <DiagnosisPanel of={of} localisation={found.data} byWords />}
    </>
  );
}
