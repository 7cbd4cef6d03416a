import { fillMessage, measureSms, messageBounds, samplesOf, splitText, type MessageDefinition, type MessagePart } from '@tongban/server/src/modules/templates/contract.ts';
import { Button, Switch } from 'antd';
import { text } from '../text.ts';
import { Labelled } from './BlockFields.tsx';
import { useEditing } from './editing.ts';
import { TemplateText } from './TemplateText.tsx';

const words = text.editor;

/** The texts of a message: what stands in the box of messages, and what goes out as SMS. */
export function MessageEditor({ message }: { message: MessageDefinition }) {
  const { words: known, disabled, set, change } = useEditing();
  const own = known?.own;
  const isOwn = own !== undefined && own.title === message.title && own.body === message.body && own.sms === (message.sms ?? null);
  const size = measureSms(fillMessage(message, samplesOf(known?.fields ?? [])).sms ?? '');
  return (
    <div className="template-content">
      <h2>{words.inSite}</h2>
      <Labelled label={words.title}><div><TemplateText path="title" label={words.title} /><Length message={message} part="title" /></div></Labelled>
      <Labelled label={words.body}><div><TemplateText path="body" label={words.body} /><Length message={message} part="body" /></div></Labelled>
      <h2>{words.sms}</h2>
      <Labelled label={words.sendSms}><div><Switch aria-label={words.sendSms} checked={message.sms !== undefined} disabled={disabled} onChange={(on) => set('sms', on ? own?.sms ?? '' : undefined)} /></div></Labelled>
      {message.sms === undefined ? null : (
        <Labelled label={words.sms}>
          <div>
            <TemplateText path="sms" label={words.sms} />
            <p className="faint small"><Length message={message} part="sms" inline />　{words.smsSize(size.length, size.parts)}</p>
          </div>
        </Labelled>
      )}
      {disabled || own === undefined || isOwn ? null : (
        <div className="message-own">
          <Button size="small" onClick={() => change({ kind: 'message', code: message.code, name: message.name, title: own.title, body: own.body, ...(own.sms === null ? {} : { sms: own.sms }) }, 'own')}>{words.useOwn}</Button>
          <span className="faint small">{words.useOwnHelp}</span>
        </div>
      )}
    </div>
  );
}

/** How much is written of what may be, fields not counted. */
function Length({ message, part, inline = false }: { message: MessageDefinition; part: MessagePart; inline?: boolean }) {
  const length = splitText(message[part] ?? '').reduce((sum, one) => sum + (one.kind === 'words' ? [...one.words].length : 0), 0);
  const said = words.length(length, messageBounds[part]);
  return inline ? <span>{said}</span> : <p className="faint small">{said}</p>;
}
