import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useTexts } from '../texts/use-texts.tsx';

export type Tone = 'neutral' | 'ok' | 'warn' | 'danger';
const icons = { neutral: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

export interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Read out when it appears. */
  readonly live?: 'polite' | 'assertive';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function Notice({ tone, children, live, action }: NoticeProps) {
  const Icon = icons[tone];
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon size={18} aria-hidden="true" />
      <div className="notice-text">{children}</div>
      {action && (
        <button type="button" className="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}

/** What went wrong with a call, in the gateway's own words where it gave any. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const { texts } = useTexts();
  if (!error) return null;
  const words =
    error instanceof ApiProblem && error.status === 0
      ? texts.unreachable
      : error instanceof ApiProblem && error.message;
  return (
    <Notice tone="danger" live="assertive">
      {words || texts.failed}
    </Notice>
  );
}
