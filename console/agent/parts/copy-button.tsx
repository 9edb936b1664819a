import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { onPage } from './shown-once.ts';
import { useTexts } from '../texts/use-texts.tsx';

/** Copies a text; where the browser has no clipboard (plain HTTP), the text beside it can still be selected. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { texts } = useTexts();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      onPage.taken(text);
      setCopied(true);
    } catch {
      const isDone = copyBySelection(text);
      if (isDone) onPage.taken(text);
      setCopied(isDone);
    }
  };
  return (
    <button type="button" className="button" aria-label={`${texts.copy}: ${label}`} onClick={() => void copy()}>
      {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
      <span role="status">{copied ? texts.copied : texts.copy}</span>
    </button>
  );
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** A text to hand on, in a box of its own, with its copy button. */
export function CopyLine({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="copy-line">
      <code>{text}</code>
      <CopyButton text={text} label={label} />
    </div>
  );
}
