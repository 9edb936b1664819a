import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { Invitation } from '../../../proto/api/people.ts';
import { ApiProblem } from '../api/client.ts';
import { useAcceptInvitation, useInvitation } from '../api/session-queries.ts';
import { BrandFields, emptyBrand } from '../parts/brand-fields.tsx';
import { Field } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { AloneShell } from '../parts/shell.tsx';
import { useTexts } from '../texts/use-texts.tsx';

/** Where a one-time link leads: the first administrator, or a person who was invited. */
export function JoinPage({ token }: { readonly token: string }) {
  const { texts } = useTexts();
  const invitation = useInvitation(token);
  const isRefused = invitation.error instanceof ApiProblem && [401, 404, 410].includes(invitation.error.status);
  return (
    <AloneShell>
      {invitation.data ? (
        <JoinForm token={token} invitation={invitation.data} />
      ) : (
        <div className="card">
          <h1>{texts.join.title}</h1>
          {invitation.isPending && <p className="muted">{texts.loading}</p>}
          {isRefused ? <Notice tone="danger">{texts.join.invalid}</Notice> : <ProblemNotice error={invitation.error} />}
        </div>
      )}
    </AloneShell>
  );
}

function JoinForm({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { texts } = useTexts();
  const [, navigate] = useLocation();
  const accept = useAcceptInvitation(token);
  const [displayName, setDisplayName] = useState(invitation.displayName ?? '');
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [brand, setBrand] = useState(emptyBrand);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate(
      { displayName: displayName.trim(), signInName, password, ...(invitation.needsBrand ? { brand } : {}) },
      { onSuccess: () => navigate('/', { replace: true }) },
    );
  };
  return (
    <form className="card" onSubmit={submit}>
      <h1>{texts.join.title}</h1>
      <p>{invitation.needsBrand ? texts.join.first : texts.join.invited}</p>
      <ProblemNotice error={accept.error} />
      <Field
        label={texts.join.displayName}
        hint={texts.join.displayNameHint}
        autoComplete="name"
        required
        maxLength={60}
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
      />
      <Field
        label={texts.join.signInName}
        hint={texts.join.signInNameHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={2}
        maxLength={64}
        pattern="[A-Za-z0-9._@+\-]+"
        value={signInName}
        onChange={(event) => setSignInName(event.target.value)}
      />
      <Field
        label={texts.join.password}
        hint={texts.join.passwordHint}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {invitation.needsBrand && (
        <fieldset className="plain-fieldset">
          <legend>{texts.join.brand}</legend>
          <p className="hint">{texts.join.brandHint}</p>
          <BrandFields brand={brand} onChange={setBrand} />
        </fieldset>
      )}
      <button type="submit" className="button button-primary button-wide" disabled={accept.isPending}>
        {texts.join.submit}
      </button>
    </form>
  );
}
