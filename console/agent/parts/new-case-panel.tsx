import { Search } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Device } from '../../../proto/api/devices.ts';
import type { Person } from '../../../proto/api/people.ts';
import { useFindDevices, useOpenCase } from '../api/case-queries.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { ConnectionBadge } from './connection-badge.tsx';
import { Field, Panel } from './field.tsx';
import { Notice, ProblemNotice } from './notice.tsx';
import { useModelWord } from './use-model-word.ts';
import { useSettled } from './use-settled.ts';

export interface NewCasePanelProps {
  readonly person: Person;
  /** Chosen already: the panel begins with it. */
  readonly device?: Device;
  readonly ticket?: string;
}

/** The start of a call: find the device that the caller reads from the label, then say why they call. */
export function NewCasePanel({ person, device, ticket = '' }: NewCasePanelProps) {
  const { texts } = useTexts();
  const [chosen, setChosen] = useState(device);
  return (
    <Panel title={texts.find.title}>
      {chosen ? (
        <NewCaseForm device={chosen} person={person} number={ticket} onBack={() => setChosen(undefined)} />
      ) : (
        <FindDevice person={person} onChoose={setChosen} />
      )}
    </Panel>
  );
}

function FindDevice({ person, onChoose }: { readonly person: Person; readonly onChoose: (device: Device) => void }) {
  const { texts } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const find = useSettled(typed.trim(), 250);
  const found = useFindDevices(find);
  useFocusBySlash(input);
  return (
    <search className="find">
      <div className="find-box">
        <Search size={16} aria-hidden="true" />
        <Field
          ref={input}
          label={texts.find.label}
          hint={texts.find.hint}
          type="search"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          aria-keyshortcuts="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <kbd title={texts.find.shortcut} aria-hidden="true">
          /
        </kbd>
      </div>
      <ProblemNotice error={found.error} />
      <div role="status">
        {found.data && find.length >= 4 && (
          <p className="hint">
            {found.data.length === 0 ? texts.find.none(find) : texts.find.results(found.data.length)}
          </p>
        )}
      </div>
      {find.length >= 4 && found.data && found.data.length > 0 && (
        <ul className="results">
          {found.data.map((device) => (
            <li key={device.id}>
              <DeviceLine device={device} person={person} />
              <button
                type="button"
                className="button button-primary"
                aria-label={`${texts.find.choose}: ${device.serial}`}
                onClick={() => onChoose(device)}
              >
                {texts.find.choose}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function DeviceLine({ device, person }: { readonly device: Device; readonly person: Person }) {
  const modelWord = useModelWord();
  const brand = person.brands.find((each) => each.id === device.brandId);
  return (
    <div className="device-line">
      <strong>{modelWord(device)}</strong>
      <span className="serial">{device.serial}</span>
      {device.name !== null && <span>{device.name}</span>}
      {brand && <span className="muted">{brand.name}</span>}
      <ConnectionBadge connection={device.connection} />
    </div>
  );
}

interface NewCaseFormProps {
  readonly device: Device;
  readonly person: Person;
  readonly number: string;
  readonly onBack: () => void;
}

function NewCaseForm({ device, person, number, onBack }: NewCaseFormProps) {
  const { texts } = useTexts();
  const [, navigate] = useLocation();
  const openCase = useOpenCase();
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState(number);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = ticket.trim();
    openCase.mutate(
      { deviceId: device.id, reason: reason.trim(), ...(typed === '' ? {} : { ticket: typed }) },
      { onSuccess: (opened) => navigate(`/cases/${opened.id}`) },
    );
  };
  return (
    <form className="new-case" onSubmit={submit}>
      <div className="results">
        <DeviceLine device={device} person={person} />
        <button type="button" className="button" onClick={onBack}>
          {texts.find.other}
        </button>
      </div>
      {device.seenByYou && <Notice tone="warn">{texts.caseActions.seen}</Notice>}
      <ProblemNotice error={openCase.error} />
      <div className="columns">
        <Field
          ref={first}
          label={texts.find.reason}
          hint={texts.find.reasonHint}
          required
          maxLength={500}
          pattern=".*\S.*"
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Field
          label={texts.find.ticket}
          maxLength={60}
          autoComplete="off"
          value={ticket}
          onChange={(event) => setTicket(event.target.value)}
        />
      </div>
      <button type="submit" className="button button-primary" disabled={openCase.isPending}>
        {texts.find.submit}
      </button>
    </form>
  );
}

function useFocusBySlash(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
}
