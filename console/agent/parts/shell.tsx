import { LogOut, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import type { Person } from '../../../proto/api/people.ts';
import { useSignOut } from '../api/session-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { areas, mayVisit, pathOf } from '../words/may.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { ProblemNotice } from './notice.tsx';
import { onPage } from './shown-once.ts';

export function Shell({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  const { texts } = useTexts();
  const signOut = useSignOut();
  return (
    <>
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <header className="top">
        <Link href="/" className="top-name">
          <Mark />
          <span>{texts.product}</span>
        </Link>
        <nav aria-label={texts.nav.label}>
          {areas
            .filter((area) => mayVisit(person, area))
            .map((area) => (
              <NavLink key={area} href={pathOf(area)}>
                {texts.nav[area]}
              </NavLink>
            ))}
        </nav>
        <div className="top-end">
          <LanguageSwitch />
          <AccountLink person={person} />
          <button
            type="button"
            className="button button-quiet icon-button"
            title={texts.nav.signOut}
            onClick={() => {
              if (!onPage.areUnsaved() || confirm(texts.leaveUnsaved)) signOut.mutate();
            }}
          >
            <LogOut size={16} aria-hidden="true" />
            <span className="visually-hidden">{texts.nav.signOut}</span>
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <ProblemNotice error={signOut.error} />
        {children}
      </main>
    </>
  );
}

/** The frame of pages that nobody is signed in on. */
export function AloneShell({ children }: { readonly children: ReactNode }) {
  const { texts } = useTexts();
  return (
    <>
      <header className="top top-alone">
        <span className="top-name">
          <Mark />
          <span>{texts.product}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main className="alone">{children}</main>
    </>
  );
}

function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [path] = useLocation();
  const below = href === '/' ? '/cases/' : `${href}/`;
  return (
    <Link href={href} aria-current={path === href ? 'page' : path.startsWith(below) ? 'true' : undefined}>
      {children}
    </Link>
  );
}

/** On a phone its icon alone: the name is then read out only. */
function AccountLink({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const [isHere] = useRoute('/account');
  return (
    <Link href="/account" className="top-person" title={texts.nav.account} aria-current={isHere ? 'page' : undefined}>
      <UserRound size={16} aria-hidden="true" />
      <span className="top-person-name">{person.displayName}</span>
    </Link>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="mark-ground" />
      <path d="M6 17h5l3-8 4 14 3-6h5" className="mark-line" />
    </svg>
  );
}
