import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface ConfirmButtonProps {
  readonly children: ReactNode;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly className?: string;
  readonly onYes: () => void;
}

/** Takes back the question that stands on the page: one at a time. */
let takeBack: (() => void) | undefined;

/** A button that asks back in its own place before it does what cannot be undone. */
export function ConfirmButton({ children, question, yes, no, busy, className = 'button', onYes }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const ask = () => {
    takeBack?.();
    takeBack = () => {
      // The focus goes to the new question, not back to where this one was opened.
      wasAsking.current = false;
      setAsking(false);
    };
    setAsking(true);
  };
  useEffect(() => {
    if (asking) first.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
    if (!asking) return undefined;
    const mine = takeBack;
    return () => {
      if (takeBack === mine) takeBack = undefined;
    };
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" ref={opener} className={className} disabled={busy} onClick={ask}>
        {children}
      </button>
    );
  }
  const leave = (event: { key: string }) => {
    if (event.key === 'Escape') setAsking(false);
  };
  return (
    <fieldset className="confirm" onKeyDown={leave}>
      <legend>{question}</legend>
      <button type="button" ref={first} className="button" onClick={() => setAsking(false)}>
        {no}
      </button>
      <button
        type="button"
        className="button button-danger"
        disabled={busy}
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
    </fieldset>
  );
}
