import { Printer } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../texts/use-texts.tsx';
import { QrCode } from './qr-code.tsx';
import { onPage, useShownOnce } from './shown-once.ts';

export interface LabelText {
  readonly serial: string;
  readonly modelName: string;
  readonly code: string;
}

/**
 * What is put on a device: serial and code in letters, and a QR code of the serial alone, so that a photograph of it opens
 * nothing by itself. Printed without the rest of the page (styles/labels.css).
 */
export function Labels({ of, quiet = false }: { readonly of: readonly LabelText[]; readonly quiet?: boolean }) {
  const { texts } = useTexts();
  useShownOnce(of.map(({ code }) => code));
  const sheet = useRef<HTMLUListElement>(null);
  return (
    <div className="labels">
      <ul
        ref={sheet}
        className={quiet ? 'label-sheet label-sheet-quiet' : 'label-sheet'}
        aria-label={texts.label.title}
      >
        {of.map((label) => (
          <li key={label.serial} className="device-label">
            <QrCode text={label.serial} label={texts.label.qr(label.serial)} />
            <div>
              <strong>{label.modelName}</strong>
              <span className="device-label-serial">{label.serial}</span>
              <span className="device-label-code">
                <span className="device-label-word">{texts.label.code}</span> {label.code}
              </span>
              <small>{texts.label.words}</small>
            </div>
          </li>
        ))}
      </ul>
      <div className="labels-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            printAlone(sheet.current);
            for (const { code } of of) onPage.taken(code);
          }}
        >
          <Printer size={16} aria-hidden="true" />
          {texts.label.printAll(of.length)}
        </button>
        <p className="hint">{texts.label.hint}</p>
      </div>
    </div>
  );
}

/**
 * Prints a copy that stands at the end of the page while everything else is left out. `print` returns when the dialog is
 * closed, or at once where the browser prints by itself: the event says when it is over.
 */
function printAlone(sheet: HTMLElement | null): void {
  if (!sheet) return;
  const copy = sheet.cloneNode(true) as HTMLElement;
  copy.className = 'label-sheet label-print';
  addEventListener('afterprint', () => copy.remove(), { once: true });
  document.body.append(copy);
  print();
}
