import { Send } from 'lucide-react';
import { useState } from 'react';
import type { Case } from '../../../proto/api/cases.ts';
import { type Language, languages } from '../../shared/language.ts';
import { useSendAway, useSummary } from '../api/case-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { CopyButton } from './copy-button.tsx';
import { Choices } from './field.tsx';
import { ProblemNotice } from './notice.tsx';

const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

/** The case in plain text, for a ticket; asked for when it is opened. */
export function SummaryPanel({ of }: { readonly of: Case }) {
  const { language: spoken, texts } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<Language>();
  const language = picked ?? spoken;
  const summary = useSummary(of.id, language, isOpen);
  return (
    <details className="panel summary" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.summary.show}</summary>
      <div className="panel-body">
        <p className="hint">{texts.summary.hint}</p>
        <Choices
          legend={texts.summary.language}
          name={`summary-${of.id}`}
          inline
          value={language}
          onChoose={setPicked}
          choices={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
        <ProblemNotice error={summary.error} />
        {summary.isLoading && <p className="muted">{texts.loading}</p>}
        {summary.data && (
          <>
            <pre lang={language}>{summary.data.text}</pre>
            <div className="button-row">
              <CopyButton text={summary.data.text} label={texts.summary.label} />
              {of.canSend && <SendSummary key={language} of={of} language={language} />}
            </div>
          </>
        )}
      </div>
    </details>
  );
}

function SendSummary({ of, language }: { readonly of: Case; readonly language: Language }) {
  const { texts } = useTexts();
  const send = useSendAway(of.id, `summary/send?language=${language}`);
  return (
    <>
      <button type="button" className="button" disabled={send.isPending} onClick={() => send.mutate()}>
        <Send size={16} aria-hidden="true" />
        {texts.summary.send}
      </button>
      <span role="status">{send.data && (send.data.how === 'sent' ? texts.summary.sent : texts.summary.notSent)}</span>
      <ProblemNotice error={send.error} />
    </>
  );
}
