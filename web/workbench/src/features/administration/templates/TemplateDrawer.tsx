import { useQueryClient } from '@tanstack/react-query';
import { editTemplate, listTemplates, type MessageTemplate } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button, Drawer, Form, Input, Switch } from 'antd';
import { useRef, useState } from 'react';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { withLabels, withNames } from './field-labels.ts';
import { ResetTemplate } from './ResetTemplate.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';

const words = text.templates;

/** The texts of one template with its fields, how they will look, and the way back to the platform's own. */
export function TemplateDrawer({ template, onClose }: { template: MessageTemplate | undefined; onClose: () => void }) {
  return (
    <Drawer open={template !== undefined} title={template ? `${template.name}（${template.topicName}）` : ''} size={760} onClose={onClose} destroyOnHidden>
      {template ? <TemplateForm key={`${template.key} ${template.revision}`} template={template} /> : null}
    </Drawer>
  );
}

type Part = 'title' | 'body' | 'sms';

function TemplateForm({ template }: { template: MessageTemplate }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { fields } = template;
  const labelled = (source: string | null) => withLabels(source ?? '', fields);
  const [typed, setTyped] = useState({ title: labelled(template.title), body: labelled(template.body), sms: labelled(template.sms ?? template.defaults.sms) });
  const [sends, setSends] = useState(template.sms !== null);
  const form = useRef<HTMLDivElement>(null);
  const last = useRef<Part>('body');
  const { run, busy, problem } = useAction(editTemplate);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [listTemplates.id] });
  };
  const texts = { title: withNames(typed.title.trim(), fields), body: withNames(typed.body.trim(), fields), sms: sends ? withNames(typed.sms.trim(), fields) : null };
  const changed = texts.title !== template.title || texts.body !== template.body || texts.sms !== template.sms;
  const complete = texts.title !== '' && texts.body !== '' && texts.sms !== '';
  const missing = useMissing({
    'template-title': texts.title === '' && sharedText.missing.write(words.form.title),
    'template-body': texts.body === '' && sharedText.missing.write(words.form.body),
    'template-sms': texts.sms === '' && words.form.needSms,
  });
  const set = (part: Part) => (event: { target: { value: string } }) => setTyped((before) => ({ ...before, [part]: event.target.value }));

  /** Puts a field where the cursor stands in the text that was edited last. */
  function insert(label: string): void {
    const part = last.current === 'sms' && !sends ? 'body' : last.current;
    const element = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#template-${part}`);
    const at = element?.selectionStart ?? typed[part].length;
    const end = element?.selectionEnd ?? at;
    setTyped((before) => ({ ...before, [part]: `${before[part].slice(0, at)}{${label}}${before[part].slice(end)}` }));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(at + label.length + 2, at + label.length + 2);
    });
  }
  function save(): void {
    if (!missing.check()) return;
    if (!changed) return void message.info(sharedText.missing.unchanged);
    void run({ params: { key: template.key }, body: { revision: template.revision, ...texts } }, () => {
      void message.success(words.saved);
      refresh();
    });
  }
  return (
    <div className="templates" ref={form}>
      <ProblemAlert problem={problem} labels={words.labels} onRefresh={refresh} />
      <section aria-label={words.fields}>
        <p className="muted accounts__lead">{words.fields}</p>
        <div className="templates__fields">
          {fields.map(({ name, label, essential }) => (
            <Button key={name} size="small" {...(essential ? { title: words.essential } : {})} onClick={() => insert(label)}>
              {essential ? `${label}*` : label}
            </Button>
          ))}
        </div>
      </section>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={words.form.title} htmlFor="template-title" {...missing.item('template-title')}>
          <Input id="template-title" value={typed.title} maxLength={60} onFocus={() => (last.current = 'title')} onChange={set('title')} />
        </Form.Item>
        <Form.Item label={words.form.body} htmlFor="template-body" {...missing.item('template-body')}>
          <Input.TextArea id="template-body" value={typed.body} maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} onFocus={() => (last.current = 'body')} onChange={set('body')} />
        </Form.Item>
        <Form.Item label={words.form.smsOn} htmlFor="template-sends">
          <Switch id="template-sends" checked={sends} onChange={setSends} />
        </Form.Item>
        {sends ? (
          <Form.Item label={words.form.sms} htmlFor="template-sms" extra={words.form.smsHint} {...missing.item('template-sms')}>
            <Input.TextArea id="template-sms" value={typed.sms} maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} onFocus={() => (last.current = 'sms')} onChange={set('sms')} />
          </Form.Item>
        ) : null}
      </Form>
      {complete ? <TemplatePreview templateKey={template.key} texts={texts} /> : null}
      {template.edited ? (
        <section>
          <h3 className="section-title">{words.defaults}</h3>
          <Facts
            items={[
              { label: words.form.title, value: labelled(template.defaults.title) },
              { label: words.form.body, value: labelled(template.defaults.body) },
              { label: words.form.sms, value: template.defaults.sms === null ? words.noSmsPreview : labelled(template.defaults.sms) },
            ]}
          />
        </section>
      ) : null}
      <div className="templates__buttons">
        <Button type="primary" loading={busy} onClick={save}>
          {words.save}
        </Button>
        {template.edited ? <ResetTemplate template={template} onDone={refresh} /> : null}
      </div>
    </div>
  );
}
