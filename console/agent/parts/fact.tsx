import type { ReactNode } from 'react';
import { CopyLine } from './copy-button.tsx';

/** One line of a `dl.facts`. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Texts to hand on, each with its copy button. */
export function CopyFacts({ lines }: { readonly lines: readonly (readonly [label: string, text: string])[] }) {
  return (
    <dl className="facts facts-wide">
      {lines.map(([label, text]) => (
        <Fact key={label} label={label}>
          <CopyLine text={text} label={label} />
        </Fact>
      ))}
    </dl>
  );
}
