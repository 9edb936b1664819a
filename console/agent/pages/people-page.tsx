import { type FormEvent, Fragment, useState } from 'react';
import type { InvitedPerson, Person, Role } from '../../../proto/api/people.ts';
import { useBrands, useInvite, usePeople } from '../api/office-queries.ts';
import { CopyLine } from '../parts/copy-button.tsx';
import { Field, Panel } from '../parts/field.tsx';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { PersonEditor } from '../parts/person-editor.tsx';
import { BrandPicker, RolePicker } from '../parts/pickers.tsx';
import { useShownOnce } from '../parts/shown-once.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMinute } from '../words/format.ts';

export function PeoplePage({ person }: { readonly person: Person }) {
  const { texts } = useTexts();
  const people = usePeople();
  return (
    <div className="page">
      <h1>{texts.people.title}</h1>
      <ProblemNotice error={people.error} />
      {people.isPending && <p className="muted">{texts.loading}</p>}
      {people.data && <PeopleTable people={people.data} self={person} />}
      <InvitePanel />
    </div>
  );
}

function PeopleTable({ people, self }: { readonly people: readonly Person[]; readonly self: Person }) {
  const { texts } = useTexts();
  const [changing, setChanging] = useState<string>();
  const isSomebodyPending = people.some(({ signInName, disabledAt }) => signInName === null && disabledAt === null);
  return (
    <>
      <table className="list people">
        <thead>
          <tr>
            <th scope="col">{texts.people.displayName}</th>
            <th scope="col">{texts.people.signInName}</th>
            <th scope="col">{texts.people.roles}</th>
            <th scope="col">{texts.people.brands}</th>
            <th scope="col">{texts.people.state}</th>
            <th scope="col">
              <span className="visually-hidden">{texts.people.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Fragment key={person.id}>
              <PersonRow
                of={person}
                isSelf={person.id === self.id}
                isChanging={person.id === changing}
                onChange={() => setChanging(person.id === changing ? undefined : person.id)}
              />
              {person.id === changing && (
                <tr className="editor-row">
                  <td colSpan={6}>
                    <PersonEditor
                      of={person}
                      isSelf={person.id === self.id}
                      brands={self.brands}
                      onDone={() => setChanging(undefined)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {isSomebodyPending && <p className="hint">{texts.people.pendingHint}</p>}
    </>
  );
}

interface PersonRowProps {
  readonly of: Person;
  readonly isSelf: boolean;
  readonly isChanging: boolean;
  readonly onChange: () => void;
}

function PersonRow({ of, isSelf, isChanging, onChange }: PersonRowProps) {
  const { language, texts } = useTexts();
  const words = texts.people;
  return (
    <tr data-disabled={of.disabledAt !== null}>
      <th scope="row">
        {of.displayName} {isSelf && <span className="badge badge-neutral">{words.you}</span>}
      </th>
      <td data-label={words.signInName}>{of.signInName ?? '–'}</td>
      <td data-label={words.roles}>{of.roles.map((role) => words[role]).join(' · ')}</td>
      <td data-label={words.brands}>{of.brands.map((brand) => brand.name).join(' · ')}</td>
      <td data-label={words.state}>
        {of.disabledAt !== null ? (
          words.disabledSince(formatMinute(of.disabledAt, language, Date.now()))
        ) : of.signInName === null ? (
          <span className="badge badge-neutral">{words.pending}</span>
        ) : (
          words.active
        )}
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-expanded={isChanging}
          aria-label={words.changeOf(of.displayName)}
          onClick={onChange}
        >
          {words.change}
        </button>
      </td>
    </tr>
  );
}

function InvitePanel() {
  const { texts } = useTexts();
  const brands = useBrands();
  const invite = useInvite();
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['agent']);
  const [picked, setPicked] = useState<readonly string[]>();
  // With nothing picked by hand, everyone joins the only or first brand.
  const brandIds = picked ?? (brands.data?.[0] ? [brands.data[0].id] : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(
      { displayName: displayName.trim(), roles: [...roles], brandIds: [...brandIds] },
      { onSuccess: () => setDisplayName('') },
    );
  };
  const isIncomplete = brandIds.length === 0 || roles.length === 0;
  return (
    <Panel title={texts.people.invite}>
      <form onSubmit={submit}>
        <div className="narrow">
          <Field
            key={invite.data?.person.id}
            label={texts.people.displayName}
            hint={texts.people.displayNameHint}
            required
            maxLength={60}
            pattern=".*\S.*"
            autoComplete="off"
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        </div>
        <RolePicker roles={roles} onChange={setRoles} />
        <ProblemNotice error={brands.error} />
        <BrandPicker brands={brands.data ?? []} picked={brandIds} onChange={setPicked} />
        {isIncomplete && brands.data && <p className="hint">{texts.people.needsOne}</p>}
        <ProblemNotice error={invite.error} />
        <button type="submit" className="button button-primary" disabled={invite.isPending || isIncomplete}>
          {texts.people.submit}
        </button>
      </form>
      {invite.data && <Invited invited={invite.data} />}
    </Panel>
  );
}

function Invited({ invited }: { readonly invited: InvitedPerson }) {
  const { texts } = useTexts();
  const link = new URL(invited.invitationPath, location.origin).href;
  useShownOnce([link]);
  return (
    <Notice tone="ok" live="polite">
      <p>{texts.people.linkHint(invited.person.displayName)}</p>
      <CopyLine text={link} label={texts.people.link} />
    </Notice>
  );
}
