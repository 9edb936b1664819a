import { OctagonAlert, X } from 'lucide-react';
import { errorStatus, type LiveData } from '../live/live-state.ts';
import { useTexts } from '../texts/use-texts.tsx';
import type { ModelWords } from '../words/metric-words.ts';

export interface ErrorBannerProps {
  readonly data: LiveData;
  readonly words: ModelWords;
  readonly onDismiss: (key: string) => void;
}

/** Errors that are raised while the agent watches: seen, and read out, as they happen. */
export function ErrorBanner({ data, words, onDismiss }: ErrorBannerProps) {
  const { language, texts } = useTexts();
  return (
    <div aria-live="assertive" className="banners">
      {data.alerts.map((key) => {
        const record = data.errors.get(key);
        if (!record) return null;
        const description = words.errors.get(key);
        const code = texts.errors.code(record.code);
        return (
          <div key={key} className="banner" data-code={record.code}>
            <OctagonAlert size={22} aria-hidden="true" />
            <p>
              <span className="banner-kind">{texts.errors.raised}</span>
              <strong>{description?.words[language] ?? (record.detail || texts.errors.unnamed)}</strong>
              <span className="banner-code">{record.code === '' ? '' : code}</span>
              {errorStatus(record) === 'unchecked' && <span className="banner-code">{texts.errors.unchecked}</span>}
            </p>
            <button type="button" className="button button-quiet icon-button" onClick={() => onDismiss(key)}>
              <X size={16} aria-hidden="true" />
              <span className="visually-hidden">
                {texts.errors.dismiss}: {code}
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
}
