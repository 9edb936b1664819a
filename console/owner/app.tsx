import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Proof } from '../../proto/api/devices.ts';
import type { Language } from '../shared/language.ts';
import { Icon } from './icons.tsx';
import type { OwnerSession, OwnerView } from './owner-session.ts';
import { happeningOf, titleOf } from './page-title.ts';
import { usePageTitle } from './parts.tsx';
import { type Screen, screenOf } from './screen.ts';
import { Active } from './screens/active.tsx';
import { Asked } from './screens/asked.tsx';
import { Ended, Outdated, UnknownLink, Unreachable } from './screens/ended.tsx';
import { ButtonProof, LabelProof } from './screens/proof.tsx';
import { plain } from './texts.ts';
import { LanguageContext, Text, useLanguage } from './words.tsx';

/** The language of the page, kept by `main.tsx`, which also says it to the server. */
export interface LanguageChoice {
  readonly first: Language;
  readonly onChange: (language: Language) => void;
}

interface ShellProps {
  readonly choice: LanguageChoice;
  readonly children: ComponentChildren;
}

export function Shell({ choice, children }: ShellProps) {
  const [language, setLanguage] = useState(choice.first);
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <header class="top">
        <span class="product">
          <Icon name="shield" />
          <Text of="product" />
        </span>
        <button
          type="button"
          class="language"
          lang={other}
          onClick={() => {
            choice.onChange(other);
            setLanguage(other);
          }}
        >
          <Text of="otherLanguage" />
        </button>
      </header>
      <main>{children}</main>
    </LanguageContext.Provider>
  );
}

interface ScreenOfProps {
  readonly screen: Screen;
  readonly view: OwnerView;
  readonly session: OwnerSession;
  readonly choose: (proof: Proof) => void;
}

function ScreenOf({ screen, view, session, choose }: ScreenOfProps) {
  if (screen === 'unknown') return <UnknownLink />;
  if (screen === 'unreachable') return <Unreachable view={view} session={session} />;
  if (screen === 'outdated') return <Outdated view={view} session={session} />;
  const request = view.heard?.request;
  if (screen === 'revoked') return <Ended screen={screen} view={view} />;
  if (screen === 'loading' || request === undefined) {
    return (
      <h1 class="loading">
        <span class="spinner" aria-hidden="true" />
        <Text of="loading" />
      </h1>
    );
  }
  const props = { view, request, session };
  if (screen === 'asked') return <Asked {...props} />;
  if (screen === 'button') return <ButtonProof {...props} choose={choose} />;
  if (screen === 'label') return <LabelProof {...props} choose={choose} />;
  if (screen === 'active') return <Active {...props} />;
  return <Ended screen={screen} view={view} />;
}

/** Moves focus to the new heading when one screen replaces another, but not when the page first shows anything. */
function useFocusOnHeading(screen: Screen): void {
  const before = useRef<Screen>(screen);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = screen;
    if (from === screen || from === 'loading') return;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [screen]);
}

/** The page of one link. */
export function RequestPage({ session }: { readonly session: OwnerSession }) {
  const [view, setView] = useState(session.view);
  useEffect(() => {
    const look = () => setView(session.view());
    const unsubscribe = session.subscribe(look);
    // An answer may have come before this: the one that a link opens nothing is the last.
    look();
    return unsubscribe;
  }, [session]);
  const language = useLanguage();
  const [chosen, choose] = useState<Proof | null>(null);
  const screen = screenOf(view, chosen);
  const title = titleOf(screen, view, language);
  const happening = happeningOf(view);
  useFocusOnHeading(screen);
  usePageTitle(title);
  return (
    <>
      <div class="said" role="status">
        <p>{title}</p>
        <p>{happening === null ? '' : plain(happening, language)}</p>
      </div>
      <ScreenOf key={screen} screen={screen} view={view} session={session} choose={choose} />
    </>
  );
}
