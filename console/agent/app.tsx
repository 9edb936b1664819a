import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Person } from '../../proto/api/people.ts';
import { useSession } from './api/session-queries.ts';
import { CasePage } from './pages/case-page.tsx';
import { CasesPage } from './pages/cases-page.tsx';
import { DevicesPage } from './pages/devices-page.tsx';
import { JoinPage } from './pages/join-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { Notice } from './parts/notice.tsx';
import { Shell } from './parts/shell.tsx';
import { useTexts } from './texts/use-texts.tsx';

export function App() {
  return (
    <Switch>
      <Route path="/join/:token">{({ token }) => <JoinPage token={token} />}</Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route>
        <SignedIn>{(person) => <Pages person={person} />}</SignedIn>
      </Route>
    </Switch>
  );
}

function Pages({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const isAdministrator = person.roles.includes('administrator');
  return (
    <Shell person={person}>
      <Switch>
        <Route path="/">
          <CasesPage person={person} />
        </Route>
        <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} person={person} />}</Route>
        {isAdministrator && (
          <Route path="/people">
            <PeoplePage />
          </Route>
        )}
        {isAdministrator && (
          <Route path="/devices">
            <DevicesPage />
          </Route>
        )}
        <Route>
          <Notice tone="neutral">{texts.notFound}</Notice>
        </Route>
      </Switch>
    </Shell>
  );
}

function SignedIn({ children }: { readonly children: (person: Person) => ReactNode }) {
  const { texts } = useTexts();
  const session = useSession();
  if (session.data) return children(session.data.person);
  if (session.data === null) return <Redirect to="/sign-in" replace />;
  return (
    <main className="alone">
      {session.isError ? (
        <Notice tone="danger" action={{ label: texts.retry, run: () => void session.refetch() }}>
          {texts.unreachable}
        </Notice>
      ) : (
        <p className="muted">{texts.loading}</p>
      )}
    </main>
  );
}
