import type { LucideIcon } from 'lucide-react';
import { useTexts } from '../texts/use-texts.tsx';

/** What a dialect cannot do, each code in words. */
export function Limits({ of, icon: Icon }: { readonly of: readonly string[]; readonly icon: LucideIcon }) {
  const { texts } = useTexts();
  const { limit, limitOther } = texts.link;
  return (
    <ul className="limits">
      {of.map((code) => (
        <li key={code} data-limit={code}>
          <Icon size={14} aria-hidden="true" />
          <span>{Object.hasOwn(limit, code) ? limit[code as keyof typeof limit] : limitOther(code)}</span>
        </li>
      ))}
    </ul>
  );
}
