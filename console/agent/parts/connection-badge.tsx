import { CircleQuestionMark, Plug, Unplug } from 'lucide-react';
import type { ConnectionInfo } from '../../../proto/api/devices.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';

const icons = { online: Plug, offline: Unplug, unknown: CircleQuestionMark };

export interface ConnectionBadgeProps {
  readonly connection: ConnectionInfo;
  /** It has told what it has: it is not one that was never seen. */
  readonly isDescribed?: boolean;
}

/** Connected or not, and since when, or not known; by icon and words. */
export function ConnectionBadge({ connection, isDescribed = false }: ConnectionBadgeProps) {
  const { language, texts } = useTexts();
  const { presence } = connection;
  const Icon = icons[presence];
  const words = texts.connection;
  const since = connection.since === null ? null : formatMinute(connection.since, language, Date.now());
  const tone = { online: 'badge-ok', offline: 'badge-neutral', unknown: 'badge-warn' }[presence];
  const text =
    presence === 'unknown'
      ? words.unknown
      : since === null
        ? presence === 'online'
          ? words.online
          : isDescribed
            ? words.described
            : words.never
        : presence === 'online'
          ? words.onlineSince(since)
          : words.offlineSince(since);
  return (
    <span className={`badge ${tone}`}>
      <Icon size={14} aria-hidden="true" />
      {text}
    </span>
  );
}
