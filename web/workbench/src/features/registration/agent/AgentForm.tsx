import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import type { IdentityCard } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { Checkbox, Form, Select } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ReadCard } from '../../../shared/devices/ReadCard.tsx';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { today } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { judgeMobile, judgePerson, type Judged, type TypedApplicant } from '../applicant.ts';
import { ApplicantField } from '../ApplicantField.tsx';
import { text } from '../text.ts';
import { useKnownApplicant } from '../use-known-applicant.ts';
import type { AgentHandle } from './use-agent.ts';

const words = text.agent;
const labels = text.applicant;
const residentIdentity = '111';

type Typed = Pick<TypedApplicant, 'documentType' | 'documentNumber' | 'name' | 'filledName' | 'mobile' | 'readFrom'> & { letter: KeptFile | null; originalSeen: boolean };
const nobody: Typed = { documentType: residentIdentity, documentNumber: '', name: '', filledName: '', mobile: '', readFrom: null, letter: null, originalSeen: false };

/** The agent's own document, mobile and authority; Enter leads from what is missing to what is missing. */
export function AgentForm({ keep, role, handle, onDone }: { keep: string; role: string; handle: AgentHandle; onDone: () => void }) {
  const [typed, setTyped, forget] = useTyped<Typed>(keep, nobody);
  const [attempted, setAttempted] = useState(false);
  const [eager, setEager] = useState(false);
  const uploads = useUploads();
  const form = useRef<HTMLDivElement>(null);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const { name, number } = judgePerson(typed, today());
  const { known, looking } = useKnownApplicant({ ...typed, kind: 'person' }, number);
  const onFile = known?.mobileMasked ?? undefined;
  const mobile: Judged = onFile !== undefined && typed.mobile === '' ? { value: '', fault: undefined, note: labels.onFile(onFile) } : judgeMobile(typed.mobile);
  const faults: readonly (readonly [id: string, fault: string | undefined])[] = [['agent-number', number.fault], ['agent-name', name.fault], ['agent-mobile', mobile.fault]];
  const goOn = (from: string) => {
    const behind = faults.slice(faults.findIndex(([id]) => id === from) + 1).find(([, fault]) => fault !== undefined);
    const next = (behind ?? faults.find(([, fault]) => fault !== undefined))?.[0];
    if (next !== undefined) return document.getElementById(next)?.focus();
    const stated = typed.letter !== null || typed.originalSeen || from === 'agent-original';
    (stated ? form.current?.querySelector<HTMLElement>('.applicant-form__foot button') : document.getElementById('agent-original'))?.focus();
  };
  const latestGoOn = useRef(goOn);
  useEffect(() => { latestGoOn.current = goOn; });
  useEffect(() => {
    if (known) setTyped((before) => (before.name === '' || before.name === before.filledName ? { ...before, name: known.name, filledName: known.name } : before));
  }, [known, setTyped]);
  // Enter pressed before the number was looked up goes on when the answer is here.
  const answered = eager && !looking && (known === null || typed.name !== '');
  useEffect(() => {
    if (!answered) return;
    setEager(false);
    latestGoOn.current('agent-number');
  }, [answered]);

  function takeCard(card: IdentityCard) {
    change({ documentType: residentIdentity, documentNumber: card.number, name: card.name, filledName: '', mobile: '', readFrom: { documentNumber: card.number, name: card.name } });
    setEager(true);
  }
  function enter(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('role') === 'combobox' || event.target.type === 'file') return;
    event.preventDefault();
    if (event.target.id === 'agent-number' && looking) setEager(true);
    else goOn(event.target.id);
  }
  async function send() {
    if (handle.busy) return;
    setAttempted(true);
    const wrong = faults.find(([, fault]) => fault !== undefined);
    if (wrong) return document.getElementById(wrong[0])?.focus();
    if (uploads.underWay) return;
    const done = await handle.set({
      name: name.value, documentType: typed.documentType, documentNumber: number.value, ...(mobile.value ? { mobile: mobile.value } : {}),
      identifiedBy: typed.readFrom?.documentNumber === number.value && typed.readFrom.name === name.value ? 'card' : 'sight',
      ...(typed.letter ? { letterFileId: typed.letter.id } : {}), originalSeen: typed.originalSeen,
    });
    if (!done) return;
    forget();
    onDone();
  }
  const field = { attempted };
  return (
    <Form layout="vertical" requiredMark={false} component="div" className="applicant-form">
      <div ref={form} onKeyDown={enter}>
        <p className="muted agent__lead">{words.lead(role)}</p>
        <ReadCard label={words.readCard(role)} onCard={takeCard} />
        <ProblemAlert problem={handle.problem} labels={{ documentNumber: labels.documentNumber, name: labels.name, mobile: labels.mobile }} />
        <div className="applicant-form__row">
          <Form.Item label={labels.documentType} htmlFor="agent-type">
            <Select id="agent-type" value={typed.documentType} onChange={(documentType) => change({ documentType })} options={Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <ApplicantField
            {...field} id="agent-number" label={words.number(role)} judged={number} value={typed.documentNumber} first code
            onChange={(documentNumber) => setTyped((before) => ({ ...before, documentNumber, ...(before.name === before.filledName ? { name: '', filledName: '' } : {}) }))}
          />
          <ApplicantField {...field} id="agent-name" label={words.name(role)} judged={name} value={typed.name} onChange={(value) => change({ name: value })} />
          <ApplicantField {...field} id="agent-mobile" label={words.mobile(role)} judged={mobile} value={typed.mobile} code {...(onFile === undefined ? {} : { placeholder: onFile })} onChange={(value) => change({ mobile: value })} />
        </div>
        <Form.Item label={words.authority} extra={words.authorityHelp(handle.company)}>
          <Checkbox id="agent-original" checked={typed.originalSeen} onChange={(event) => change({ originalSeen: event.target.checked })}>{words.originalSeen}</Checkbox>
          <FileUploads id="agent-letter" uploads={uploads} files={typed.letter ? [typed.letter] : []} maxFiles={1} accept={['pdf', 'jpg', 'png']} label={words.letter} scans={words.letterName} onChange={(files) => change({ letter: files.at(-1) ?? null })} />
          {attempted && uploads.underWay ? <p className="slot__fault" role="alert">{sharedText.missing.uploading}</p> : null}
        </Form.Item>
        <div className="applicant-form__foot">
          <p className="faint small">{words.rights}</p>
          <PrimaryButton loading={handle.busy ? { delay: 0 } : false} onPress={() => { void send(); }}>{words.confirm}</PrimaryButton>
        </div>
      </div>
    </Form>
  );
}
