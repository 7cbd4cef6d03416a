import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getSiteForEditing, saveSite, siteThemes, type SiteSettings } from '@tongban/server/src/kernel/site/contract.ts';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import '../administration.css';

const words = text.site;
type TextField = Exclude<keyof SiteSettings, 'theme' | 'statement'>;

/** Longest texts, as the server takes them. */
const lengths: Record<TextField, number> = {
  cityName: 40, portalName: 40, slogan: 40, hotline: 30, hotlineHours: 60, address: 200, organizer: 100, operator: 100, siteCode: 10, icpNumber: 60, policeNumber: 60,
};
const groups: readonly { title: string; fields: readonly TextField[] }[] = [
  { title: words.groups.contact, fields: ['hotline', 'hotlineHours', 'address'] },
  { title: words.groups.records, fields: ['organizer', 'operator', 'siteCode', 'icpNumber', 'policeNumber'] },
];
/** Where the server says a fault lies → the field's name. */
const labels = Object.fromEntries(Object.entries(words.fields).map(([name, label]) => [`settings.${name}`, label]));

/** What the portal calls itself and how the public reaches it, for the system administrator (PTL-02). */
export function SitePage() {
  const site = useQuery({ queryKey: [getSiteForEditing.id], queryFn: () => api.call(getSiteForEditing, {}) });
  return (
    <QueryState query={site} lines={10}>
      {(data) => <SiteForm key={data.revision} revision={data.revision} stored={data.settings} />}
    </QueryState>
  );
}

function SiteForm({ revision, stored }: { revision: number; stored: SiteSettings }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [settings, setSettings] = useState(stored);
  const { run, busy, problem } = useAction(saveSite);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [getSiteForEditing.id] });
  };
  const changed = JSON.stringify(settings) !== JSON.stringify(stored);
  const missing = useMissing({ 'site-portalName': settings.portalName.trim().length < 2 && sharedText.missing.atLeast(words.fields.portalName, 2) });
  const field = (name: TextField) => (
    <Form.Item key={name} label={words.fields[name]} htmlFor={`site-${name}`} extra={words.hints[name]} {...missing.item(`site-${name}`)}>
      <Input
        id={`site-${name}`}
        value={settings[name]}
        maxLength={lengths[name]}
        onChange={(event) => setSettings({ ...settings, [name]: event.target.value })}
      />
    </Form.Item>
  );
  function save() {
    if (!missing.check()) return;
    if (!changed) return void message.info(sharedText.missing.unchanged);
    void run({ body: { revision, settings } }, () => {
      void message.success(words.saved);
      refresh();
    });
  }
  return (
    <Page
      title={words.title}
      aside={words.lead}
      actions={
        <>
          <Button href="/" target="_blank">
            {words.open}
          </Button>
          <Button type="primary" loading={busy} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <ProblemAlert problem={problem} labels={labels} onRefresh={refresh} />
      <Form layout="vertical" requiredMark={false} className="site">
        <Panel title={words.groups.name}>
          <div className="site__fields">{(['cityName', 'portalName', 'slogan'] as const).map(field)}</div>
          <Form.Item label={words.fields.theme}>
            <Radio.Group
              value={settings.theme}
              onChange={(event) => setSettings({ ...settings, theme: siteThemes.find((one) => one === event.target.value) ?? 'blue' })}
              options={siteThemes.map((value) => ({ value, label: <Swatch theme={value} /> }))}
            />
          </Form.Item>
          <p className="muted small">{words.preview}</p>
          <div className="site__preview" data-theme={settings.theme}>
            <strong>{settings.cityName + settings.portalName}</strong>
            <span>{settings.slogan}</span>
          </div>
        </Panel>
        {groups.map(({ title, fields }) => (
          <Panel key={title} title={title}>
            <div className="site__fields">{fields.map(field)}</div>
          </Panel>
        ))}
        <Panel title={words.groups.statement}>
          <Input.TextArea
            aria-label={words.fields.statement}
            value={settings.statement}
            maxLength={300}
            showCount
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={(event) => setSettings({ ...settings, statement: event.target.value })}
          />
        </Panel>
      </Form>
    </Page>
  );
}

function Swatch({ theme }: { theme: SiteSettings['theme'] }) {
  return (
    <>
      <span className="site__swatch" data-theme={theme} /> {words.themes[theme]}
    </>
  );
}
