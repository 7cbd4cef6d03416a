import { IDENTITY_DOCUMENT_TYPES } from '@tongban/identifiers';
import { Checkbox, Form, Select } from 'antd';
import { useRef, useState } from 'react';
import { ReadCard } from '../../../shared/devices/ReadCard.tsx';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import { useUploads } from '../../../shared/files/use-uploads.ts';
import { today } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { judgePerson } from '../applicant.ts';
import { ApplicantField } from '../ApplicantField.tsx';
import { text } from '../text.ts';
import { residentIdentity, typedFromCard, useEnter, useOnFile, withNumber, type Asked, type Faults } from '../use-look-up.ts';
import type { AgentHandle } from './use-agent.ts';

const words = text.agent;
const labels = text.applicant;

type Typed = Asked & { letter: KeptFile | null; originalSeen: boolean };
const nobody: Typed = { documentType: residentIdentity, documentNumber: '', name: '', filledName: '', mobile: '', readFrom: null, letter: null, originalSeen: false };

/** The agent's own document, mobile and authority; Enter leads from what is missing to what is missing. */
export function AgentForm({ keep, role, handle, onDone }: { keep: string; role: string; handle: AgentHandle; onDone: () => void }) {
  const [typed, setTyped, forget] = useTyped<Typed>(keep, nobody);
  const [attempted, setAttempted] = useState(false);
  const uploads = useUploads();
  const form = useRef<HTMLDivElement>(null);
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const { name, number } = judgePerson(typed, today());
  const { known, looking, mobile, mobileOnFile } = useOnFile(typed, setTyped, 'person', number);
  const faults: Faults = [['agent-number', number.fault], ['agent-name', name.fault], ['agent-mobile', mobile.fault]];
  const { enter, waitForAnswer } = useEnter({
    faults, looking, answered: known === null || typed.name !== '',
    onward: (from) => {
      const stated = typed.letter !== null || typed.originalSeen || from === 'agent-original';
      (stated ? form.current?.querySelector<HTMLElement>('.applicant-form__foot button') : document.getElementById('agent-original'))?.focus();
    },
  });
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
        <ReadCard label={words.readCard(role)} onCard={(card) => { change(typedFromCard(card)); waitForAnswer(); }} />
        <ProblemAlert problem={handle.problem} labels={{ documentNumber: labels.documentNumber, name: labels.name, mobile: labels.mobile }} />
        <div className="applicant-form__row">
          <Form.Item label={labels.documentType} htmlFor="agent-type">
            <Select id="agent-type" value={typed.documentType} onChange={(documentType) => change({ documentType })} options={Object.entries(IDENTITY_DOCUMENT_TYPES).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <ApplicantField
            {...field} id="agent-number" label={words.number(role)} judged={number} value={typed.documentNumber} first code
            onChange={(documentNumber) => setTyped((before) => withNumber(before, documentNumber))}
          />
          <ApplicantField {...field} id="agent-name" label={words.name(role)} judged={name} value={typed.name} onChange={(value) => change({ name: value })} />
          <ApplicantField {...field} id="agent-mobile" label={words.mobile(role)} judged={mobile} value={typed.mobile} code {...(mobileOnFile === undefined ? {} : { placeholder: mobileOnFile })} onChange={(value) => change({ mobile: value })} />
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
