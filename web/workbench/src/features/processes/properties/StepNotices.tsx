import type { StepChoices } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Button, Checkbox, Select } from 'antd';
import { useId } from 'react';
import { text } from '../text.ts';
import { readExtensions, writeExtensions } from './candidates.ts';
import { useStepChoices, withWritten } from './choices.ts';
import { Field, Labelled } from './Field.tsx';
import type { PartProps } from './part-props.ts';

const words = text.step;
const type = 'tongban:Notice';
const names = ['on', 'to', 'message', 'channel', 'note'] as const;
type Notice = Partial<Record<(typeof names)[number], string>>;

/** Who is told when a case comes to a step or leaves it. */
export function StepNotices({ drawing, element, disabled }: PartProps) {
  const notices = readExtensions(element, type, names);
  const { messages } = useStepChoices();
  const write = (next: readonly Notice[]) => writeExtensions(drawing, element, type, next);
  return (
    <fieldset className="process-part">
      <legend>{words.notices}</legend>
      <p className="faint small">{words.noticesHelp}</p>
      {notices.map((notice, index) => (
        <NoticeFields
          key={index} number={index + 1} notice={notice} messages={messages} disabled={disabled}
          onChange={(next) => write(notices.map((one, at) => (at === index ? next : one)))} onRemove={() => write(notices.filter((_one, at) => at !== index))}
        />
      ))}
      {disabled ? null : <Button size="small" onClick={() => write([...notices, { on: 'enter', to: 'applicant', message: 'processes.step-entered', channel: 'in-site' }])}>{words.addNotice}</Button>}
    </fieldset>
  );
}

interface NoticeFieldsProps { number: number; notice: Notice; messages: StepChoices['messages']; disabled: boolean; onChange: (notice: Notice) => void; onRemove: () => void }

function NoticeFields({ number, notice, messages, disabled, onChange, onRemove }: NoticeFieldsProps) {
  const id = useId();
  const { on = 'enter', to = 'applicant', message = '', channel = 'in-site', note = '' } = notice;
  const fit = messages.filter((one) => (one.to === 'applicant') === (to === 'applicant'));
  const chosen = messages.find(({ key }) => key === message);
  const choose = (name: 'on' | 'to', label: string, value: string, options: Readonly<Record<string, string>>) => (
    <Labelled label={label} id={`${id}-${name}`}>
      <Select id={`${id}-${name}`} disabled={disabled} value={value} options={Object.entries(options).map(([key, words_]) => ({ value: key, label: words_ }))} onChange={(next: string) => change({ [name]: next })} />
    </Labelled>
  );
  const change = (more: Notice) => {
    const next = { ...notice, ...more };
    const suits = messages.some(({ key, to: reader }) => key === next.message && (reader === 'applicant') === (next.to === 'applicant'));
    // Another reader takes the template for readers of that kind.
    const usual = `processes.step-${next.on === 'leave' ? 'done' : 'entered'}${next.to === 'applicant' ? '' : '-staff'}`;
    onChange({ ...next, ...(suits || more.message !== undefined ? {} : { message: usual }), ...(next.to === 'applicant' ? {} : { channel: 'in-site' }) });
  };
  return (
    <div className="process-candidate" role="group" aria-label={words.notice(number)}>
      <div className="process-candidate__head">
        <b className="small">{words.notice(number)}</b>
        {disabled ? null : <Button size="small" type="text" danger aria-label={words.removeNotice(number)} onClick={onRemove}>{text.properties.removeCandidate}</Button>}
      </div>
      {choose('on', words.when, on, words.moments)}
      {choose('to', words.to, to, words.recipients)}
      <Labelled label={words.message} id={`${id}-message`}>
        <Select
          id={`${id}-message`} disabled={disabled} value={message === '' ? null : message} placeholder={words.chooseMessage} showSearch={{ optionFilterProp: 'label' }} options={withWritten(fit.map(({ key, name }) => ({ value: key, label: name })), message)}
          onChange={(next: string | null) => { if (next !== null) change({ message: next }); }}
        />
      </Labelled>
      {to === 'applicant' ? <Checkbox disabled={disabled || chosen?.sms === false} checked={channel === 'sms'} onChange={({ target }) => change({ channel: target.checked ? 'sms' : 'in-site' })}>{words.alsoSms}</Checkbox> : <p className="faint small">{words.staffInSite}</p>}
      {chosen?.note === false && note === '' ? null : <Field label={words.note} help={words.noteHelp} value={note} maxLength={500} disabled={disabled} onCommit={(value) => change({ note: value })} />}
    </div>
  );
}
